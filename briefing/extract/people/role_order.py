"""Which of a person's titles comes first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from briefing.extract.people.held import Held
from briefing.extract.titles.titles import Title

_OFF_ROLES = frozenset(
    "wife husband widow son daughter brother sister father mother cousin nephew niece reporter resident partner member "  # noqa: SIM905
    "student veteran farmer driver candidate nominee survivor colleague friend neighbour neighbor rival opponent "
    "predecessor successor granddaughter grandson grandmother grandfather girlfriend boyfriend classmate victim "
    "witness passenger guest challenger teammate graduate witness bystander signatory counterpart".split()
)


def ordered(held: Sequence[Held]) -> dict[int, list[Held]]:
    """The titles of each person, best first: offices before relations, sure before unsure, early before late."""
    by_person: dict[int, list[Held]] = defaultdict(list)
    for each in held:
        by_person[each.person].append(each)
    for titles in by_person.values():
        titles.sort(key=_order)
    return by_person


def _order(each: Held) -> tuple[int, bool, bool, int]:
    return _standing(each.title), each.sure <= _UNSURE, _is_slight(each.title), each.title.first


def _standing(title: Title) -> int:
    """0 for an office, 1 for a relation, 2 for what is rather a form of address: "Chief Ada", "Cllr Ada"."""
    if title.head_words in _ADDRESS and title.last - title.first <= len(title.head_words.split()):
        return 2
    return 1 if title.head_words in _OFF_ROLES or not title.listed else 0


_UNSURE = 0.8


def _is_slight(title: Title) -> bool:
    """Whether it is one word of a trade only: "academic", "lawyer"."""
    return title.last - title.first == 1 and not title.national and not title.organisation


def only_relations(titles: Sequence[Title]) -> bool:
    """Whether all that is said of a person is whose relative he is."""
    return all(map(is_relation, titles))


def is_relation(title: Title) -> bool:
    """Whether the title says whose relative somebody is."""
    return title.head_words in _KIN


_KIN = frozenset(
    "wife husband widow son daughter brother sister father mother cousin nephew niece grandson granddaughter".split()  # noqa: SIM905
)
_RANKS = (
    "gen, gen., general, lt gen, lt. gen., lieutenant general, maj gen, maj. gen., major general, brig gen, "
    "brigadier, brigadier general, col, col., colonel, lt col, lieutenant colonel, major, admiral, adm, "
    "rear admiral, vice admiral, commodore, captain, prof, prof., professor, eng, pastor, chief, father, sister, "
    "brother, cr, cllr, lord, lady, nana, eze, togbe"
)
_ADDRESS = frozenset(_RANKS.split(", "))
