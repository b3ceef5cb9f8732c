"""Which rows and events a fact refers to."""

from __future__ import annotations

from dataclasses import replace

from briefing.dossier.rows import united
from briefing.model.facts import Attendee, Commitment, Fact, Quote
from briefing.model.span import Stated, Written


def references(fact: Fact) -> tuple[str, ...]:
    """The ids of the attendee and the events that a fact refers to."""
    match fact:
        case Quote(speaker_id=person, event=event) | Commitment(actor_id=person, event=event):
            return tuple(row for row in (person, event) if row is not None)
        case Attendee(attendances=attendances):
            return tuple(one.event for one in attendances if one.event is not None)
        case _:
            return ()


def readdressed(fact: Fact, row: str, other: str | None) -> Fact:
    """The fact with every reference to `row` led to `other`; the same object where it has none."""
    if row not in references(fact):
        return fact
    match fact:
        case Quote(speaker_id=person, event=event):
            return replace(fact, speaker_id=_led(person, row, other), event=_led(event, row, other))
        case Commitment(actor_id=person, event=event):
            return replace(fact, actor_id=_led(person, row, other), event=_led(event, row, other))
        case Attendee(attendances=attendances):
            return replace(fact, attendances=united(replace(a, event=_led(a.event, row, other)) for a in attendances))
        case _:
            return fact


def _led(reference: str | None, row: str, other: str | None) -> str | None:
    return other if reference == row else reference


def person_of(fact: Fact) -> tuple[str | None, str | None]:
    """The name and id of who speaks or acts; nobody for facts that know none."""
    match fact:
        case Quote():
            return fact.speaker, fact.speaker_id
        case Commitment():
            return fact.actor, fact.actor_id
        case _:
            return None, None


def with_person(fact: Fact, name: str | None, row: str | None) -> Fact:
    """The quotation or commitment with this name and id of who speaks or acts."""
    match fact:
        case Quote():
            return replace(fact, speaker=name, speaker_id=row)
        case Commitment():
            return replace(fact, actor=name, actor_id=row)
        case _:
            return fact


def mention_of(fact: Fact) -> Written | None:
    """The words of the source that tell who speaks or acts; `None` where the editor has said it."""
    words: Written | None = None
    match fact:
        case Quote(speaker_words=beside) | Commitment(actor_words=beside):
            words = beside
    return None if isinstance(words, Stated) else words
