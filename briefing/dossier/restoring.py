"""The decisions behind a record: what makes a dossier that was compiled anew say the same of the editor's hand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from briefing.dossier.editing import edit
from briefing.dossier.shapes import OddShape, Shape
from briefing.dossier.targets import own_places
from briefing.model.decision import (
    EDITOR_MODE,
    Act,
    Add,
    Annotate,
    Correct,
    Decision,
    Move,
    Slot,
    slots_of,
)
from briefing.model.dossier import Dossier
from briefing.model.facts import Amount, Attendee, Fact, When
from briefing.model.span import Span, Written

_Key = tuple[type, Span]


def decisions_behind(told: Sequence[tuple[Shape, Fact]], dossier: Dossier) -> tuple[Decision, ...]:
    """The decisions that a record tells of; `told`: its facts in its order, `dossier`: as compiled anew."""
    rows = _Rows(dossier)
    pairs = [(record, fact, row) for record, fact in told if (row := rows.of(fact)) is not None]
    acts = [act for record, fact, row in pairs for act in _done(record, fact, row)]
    edited = edit(dossier, _numbered(acts))
    acts += _moved([row for _, _, row in pairs], edited)
    return _numbered(acts)


def _numbered(acts: Sequence[Act]) -> tuple[Decision, ...]:
    return tuple(Decision(number=number, act=act) for number, act in enumerate(acts, start=1))


class _Rows:
    """The facts of a dossier by id, and by the places of their own words."""

    def __init__(self, dossier: Dossier) -> None:
        facts = _facts(dossier)
        self._by_id: Mapping[str, Fact] = {fact.id: fact for fact in facts}
        self._by_place: Mapping[_Key, Fact] = {
            (type(fact), place): fact for fact in reversed(facts) for place in own_places(fact)
        }

    def of(self, fact: Fact) -> Fact | None:
        """The row that a fact of the record has become; ids change where the editor changed what they are made of."""
        row = self._by_id.get(fact.id)
        if row is not None and type(row) is type(fact):
            return row
        found = (self._by_place.get((type(fact), place)) for place in own_places(fact))
        return next((row for row in found if row is not None), None)


def _facts(dossier: Dossier) -> tuple[Fact, ...]:
    return (*dossier.events, *dossier.attendees, *dossier.commitments, *dossier.quotes, *dossier.figures)


def _done(record: Shape, fact: Fact, row: Fact) -> Iterator[Act]:
    """What was done to one fact."""
    if record.truth("added"):
        yield Add(fact=row)
    names = record.all_words("edited")
    if not set(names) <= {slot.value for slot in slots_of(fact)}:
        raise OddShape("edited")
    for slot in slots_of(fact):
        if slot.value not in names:
            continue
        if slot is Slot.MODE and isinstance(row, Attendee):
            for part in row.attendances:
                if part.evidence.rule == EDITOR_MODE:
                    yield Correct(fact=row, slot=slot, value=part.mode.value, event=part.event)
        else:
            yield Correct(fact=row, slot=slot, value=_value(fact, slot))
    note = record.maybe_words("note")
    if note:
        yield Annotate(fact=row, note=note)


def _value(fact: Fact, slot: Slot) -> str | None:
    """What a slot says, as the editor would put it."""
    if isinstance(fact, Attendee) and slot is Slot.ROLE:
        return fact.roles[0].text if fact.roles else None
    value = getattr(fact, slot.value)
    if isinstance(value, When | Amount):
        return value.written.text
    if isinstance(value, Written):
        return value.text
    return None if value is None else str(value)


def _moved(wanted: Sequence[Fact], dossier: Dossier) -> Iterator[Move]:
    """The moves that bring the facts of each kind from the order in which they stand to the one wanted."""
    standing = _facts(dossier)
    kinds: dict[type, list[Fact]] = {}
    for fact in wanted:
        kinds.setdefault(type(fact), []).append(fact)
    for kind, facts in kinds.items():
        places = {fact.id: place for place, fact in enumerate(one for one in standing if type(one) is kind)}
        there = [fact for fact in facts if fact.id in places]
        resting = _longest_rising([places[fact.id] for fact in there])
        for number, fact in enumerate(there):
            if number not in resting:
                yield Move(fact=fact, after=there[number - 1] if number else None)


def _longest_rising(numbers: Sequence[int]) -> frozenset[int]:
    """The places of a longest rising subsequence: what can stay where it is while all others move."""
    ends: list[int] = []
    tails: list[int] = []
    before: list[int | None] = []
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(tails[length - 1] if length else None)
        ends[length : length + 1] = [number]
        tails[length : length + 1] = [place]
    found: list[int] = []
    last = tails[-1] if tails else None
    while last is not None:
        found.append(last)
        last = before[last]
    return frozenset(found)
