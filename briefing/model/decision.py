"""What the editor decides about facts: records that outlive every re-run."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from briefing.model.errors import InvalidRecord
from briefing.model.facts import Attendee, Commitment, Event, Fact, Figure, Quote
from briefing.model.span import Span, Written

EDITOR = "editor"
"""The rule in the evidence of a fact that the editor added."""

EDITOR_MODE = "editor.mode"
"""The rule in the evidence of an attendance whose mode the editor has settled."""


class Slot(StrEnum):
    """What can be corrected about a fact; each kind of fact has some of them (`slots_of`)."""

    NAME = "name"
    ROLE = "role"
    ORGANISATION = "organisation"
    COUNTRY = "country"
    MODE = "mode"
    PLACE = "place"
    WHEN = "when"
    HOST = "host"
    KIND = "kind"
    ACTOR = "actor"
    CONDITION = "condition"
    BENEFICIARY = "beneficiary"
    ADDRESSEE = "addressee"
    AMOUNT = "amount"
    DEADLINE = "deadline"
    SPEAKER = "speaker"


_SLOTS: dict[type, tuple[Slot, ...]] = {
    Event: (Slot.NAME, Slot.PLACE, Slot.WHEN, Slot.HOST),
    Attendee: (Slot.NAME, Slot.ROLE, Slot.ORGANISATION, Slot.COUNTRY, Slot.MODE),
    Commitment: (
        Slot.KIND,
        Slot.ACTOR,
        Slot.AMOUNT,
        Slot.DEADLINE,
        Slot.CONDITION,
        Slot.BENEFICIARY,
        Slot.ADDRESSEE,
    ),
    Quote: (Slot.SPEAKER,),
    Figure: (Slot.AMOUNT,),
}


def slots_of(fact: Fact) -> tuple[Slot, ...]:
    """The slots of a fact that the editor can correct, in the order in which they are read."""
    return _SLOTS[type(fact)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Accept:
    """The fact is right as it stands."""

    fact: Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveOut:
    """The fact is not printed."""

    fact: Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct:
    """One slot says `value` from now on; `None` empties it ("not stated").

    `value`: the user's words; for `mode`, `kind` and `country` the code (`remote`, `pledged`, `UA`); for `when` and
    `deadline` the words, with an ISO 8601 date where they are one. `event`: which attendance a `mode` is of, `None`
    for the first.
    """

    fact: Fact
    slot: Slot
    value: str | None
    event: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trim:
    """A quotation keeps only `parts`, each within one of its own; what is cut off shows as an ellipsis."""

    fact: Quote
    parts: tuple[Span, ...]

    def __post_init__(self) -> None:
        if not self.parts:
            raise InvalidRecord("a quotation cannot be trimmed to nothing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Rows of one kind that are one; the first lends its name, id and settled slots."""

    facts: tuple[Fact, ...]

    def __post_init__(self) -> None:
        if len(self.facts) < 2 or len({type(fact) for fact in self.facts}) != 1:
            raise InvalidRecord("merging takes two facts of one kind or more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """An attendee's row is two people: `names` are the mentions (and roles beside them) that belong to the other."""

    fact: Fact
    names: tuple[Written, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """The fact comes right behind `after`, a fact of its kind, or first of all where that is `None`."""

    fact: Fact
    after: Fact | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotate:
    """The editor's remark on a fact, printed with it; an empty one takes it away."""

    fact: Fact
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Add:
    """A fact that no rule found, made of words of an article; its evidence has the rule `editor`."""

    fact: Fact


Act: TypeAlias = Accept | LeaveOut | Correct | Trim | Merge | Split | Move | Annotate | Add


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One act of the editor on facts as they stood when it was made; later ones go before earlier ones.

    `number`: counts up within a brief and is never used again. A fact of the act is looked for by its id, then by the
    places of its words; where it is not found any more but its article is there, it is kept as it was.
    """

    number: int
    act: Act
