"""The order in which facts are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from briefing.dossier.people import WEIGHT
from briefing.model.facts import Attendee, AttendeeKind, Commitment, Event, Fact, Figure, Kind, Mode, Quote
from briefing.model.span import Span

F = TypeVar("F", Event, Attendee, Commitment, Quote, Figure)

# What binds most is read first; what others should do comes after everything that somebody will do.
_KINDS = {kind: rank for rank, kind in enumerate(Kind)}


def in_order(facts: Iterable[F], place: Mapping[str, int]) -> tuple[F, ...]:
    """Facts of one kind as they are shown; `place`: the rank of each article."""
    return tuple(sorted(facts, key=lambda fact: _key(fact, place)))


def same_rank(one: F, other: F, place: Mapping[str, int]) -> bool:
    """Whether two states of a fact are shown at one place."""
    return _key(one, place) == _key(other, place)


def _key(fact: Fact, place: Mapping[str, int]) -> tuple[object, ...]:
    match fact:
        case Event():
            start = fact.when.start if fact.when and fact.when.start else None
            return (start is None, start or "", min(_position(span, place) for span in fact.evidence.spans))
        case Attendee():
            quoted_only = WEIGHT[fact.attendances[0].mode] >= WEIGHT[Mode.QUOTED]
            first = min(_position(written.span, place) for written in fact.names)
            return (fact.kind is AttendeeKind.GROUP, quoted_only, first)
        case Commitment():
            return (_KINDS[fact.kind], _position(fact.words.span, place))
        case Quote():
            return _position(fact.parts[0], place)
        case Figure():
            return _position(fact.words.span, place)


def _position(span: Span, place: Mapping[str, int]) -> tuple[int, int]:
    return (place[span.article], span.start)
