"""Two people of one name in two articles: what tells that they are two."""

from __future__ import annotations

from briefing.model.facts import Attendee, AttendeeKind
from briefing.text.likeness import content_words, folded

# Whoever is told of only as one of these holds no office.
_PRIVATE = frozenset(
    ("farmer", "fisherman", "fisher", "driver", "student", "pupil", "schoolboy", "schoolgirl", "nurse", "trader",
     "vendor", "resident", "villager", "shopkeeper", "carpenter", "mechanic", "waiter", "waitress", "cleaner",
     "widow", "widower", "suspect", "defendant", "accused", "victim", "survivor", "witness", "passenger",
     "patient", "refugee", "commuter", "shopper", "tourist", "goalkeeper", "striker", "midfielder", "defender",
     "boxer", "runner", "singer", "actor", "actress", "rapper", "hairdresser", "baker", "plumber", "electrician",
     "taxi", "butcher", "herder", "herdsman")
)  # fmt: skip
_OFFICES = frozenset(
    ("president", "minister", "premier", "chancellor", "king", "queen", "governor", "senator", "ambassador", "judge",
     "mayor", "general", "admiral", "commissioner", "speaker", "secretary", "undersecretary", "envoy", "congressman",
     "congresswoman", "lawmaker", "mp", "justice", "prosecutor", "bishop", "archbishop", "cardinal")
)  # fmt: skip


def are_namesakes(one: Attendee, other: Attendee) -> bool:
    """Whether two rows of one name are two people: of two states, man and woman, of office and of none.

    Two states tell unless both serve the same body: an article can be wrong about the state of who serves many.
    """
    if one.kind is not AttendeeKind.PERSON or other.kind is not AttendeeKind.PERSON:
        return False
    if _differ(one.gender, other.gender):
        return True
    together = one.organisation is not None and other.organisation is not None
    together = together and folded(one.organisation or "") == folded(other.organisation or "")
    if _differ(one.country, other.country) and not together:
        return True
    return _apart(one, other) or _apart(other, one)


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _apart(one: Attendee, other: Attendee) -> bool:
    """Whether one is told of as a private person only, and the other by an office."""
    private = bool(one.roles) and all(_words(role.text) & _PRIVATE and not _words(role.text) & _OFFICES
                                      for role in one.roles)  # fmt: skip
    return private and bool(other.roles) and all(_words(role.text) & _OFFICES for role in other.roles)


def _words(role: str) -> frozenset[str]:
    return frozenset(content_words(role))
