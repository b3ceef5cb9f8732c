"""Which of several who bear a name the bare name means: the article's own order of telling settles it, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.extract.reference.cast import Cast, Mention, Person

_KIN = frozenset(
    (
        "son",
        "daughter",
        "wife",
        "husband",
        "widow",
        "brother",
        "sister",
        "father",
        "mother",
        "child",
        "cousin",
        "nephew",
    )
) | frozenset(("niece", "grandson", "granddaughter", "heir"))
_CLOSE = 12  # sentences
_FAR = 20  # sentences after which another bearer is out of mind
_JUST = 4  # sentences after a full name in which the bare one may be its


def bearer_meant(cast: Cast, bearers: Sequence[Person], token: int) -> Person | None:
    """Who is meant by a bare name at a token; `None` where the article leaves it open."""
    latest = {person.key: _last_full(person, token) for person in bearers}
    named = [mention for mention in latest.values() if mention is not None]
    if len(named) < len(bearers):
        return None
    named.sort(key=lambda one: one.first)
    sentence_of = [cast.parse.tokens[mention.first].sentence for mention in named]
    here = cast.parse.tokens[token].sentence
    relative = _of_relatives(cast, bearers)
    if relative is not None or sentence_of[-2] == sentence_of[-1]:
        return relative
    if here - sentence_of[-1] <= _CLOSE and _out_of_mind(cast, bearers, named[-1]):
        return cast.person(named[-1].person)
    return _called_so_before(cast, bearers, token) if here - sentence_of[-1] > _JUST else None


def _last_full(person: Person, token: int) -> Mention | None:
    return max(
        (one for one in person.mentions if one.full and one.last <= token), key=lambda one: one.first, default=None
    )


def _of_relatives(cast: Cast, bearers: Sequence[Person]) -> Person | None:
    """`Wang Si, the son of the tycoon Wang Jian, left. Wang said`: whose relative the other is brought in as."""
    first = sorted((min(person.mentions, key=lambda one: one.first) for person in bearers), key=lambda one: one.first)
    one, other = first[:2]
    near = cast.parse.tokens[one.first].sentence == cast.parse.tokens[other.first].sentence
    if len(first) > len(("X", "Y")) or not near:
        return None
    between = (cast.parse.tokens[i].lemma for i in range(one.last, other.first))
    return cast.person(one.person) if not _KIN.isdisjoint(between) else None


def _out_of_mind(cast: Cast, bearers: Sequence[Person], last: Mention) -> bool:
    """Whether everybody else of the name was last spoken of long before this one was first named."""
    tokens, person = cast.parse.tokens, cast.person(last.person)
    if person is None:
        return False
    first = tokens[min(one.first for one in person.mentions)].sentence
    others = (
        one for bearer in bearers if bearer.key != last.person for one in bearer.mentions if one.first < last.first
    )
    return all(first - tokens[one.first].sentence > _FAR for one in others)


def _called_so_before(cast: Cast, bearers: Sequence[Person], token: int) -> Person | None:
    """Who alone was called by the bare name before anybody else of that name was introduced."""
    starts = sorted((min(one.first for one in person.mentions), person.key) for person in bearers)
    (_, key), (second, _) = starts[:2]
    person = cast.person(key)
    bare = [] if person is None else [one for one in person.mentions if not one.full and one.last <= second]
    again = [one for each in bearers if each.key != key for one in each.mentions if one.last <= token]
    return person if bare and len(again) == len(bearers) - 1 else None
