"""Which slots of a fact say what the editor wants."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model.decision import Slot
from briefing.model.dossier import Mark
from briefing.model.facts import Amount, Attendee, Commitment, Event, Fact, Figure, Quote, When
from briefing.model.span import Stated, Written


def edited_slots(fact: Fact, mark: Mark) -> tuple[str, ...]:
    """The names of the slots that say what the editor wants, sorted."""
    return tuple(sorted({slot.value for slot in mark.fields} | set(_stated(fact))))


def _stated(fact: Fact) -> Iterator[str]:
    """The slots whose words are the editor's, whoever may have kept a record of that."""
    slots: dict[Slot, Written | When | Amount | None] = {}
    match fact:
        case Event():
            slots = {Slot.NAME: fact.name, Slot.PLACE: fact.place, Slot.WHEN: fact.when, Slot.HOST: fact.host}
        case Attendee():
            slots = {Slot.NAME: fact.names[0], Slot.ROLE: fact.roles[0] if fact.roles else None}
        case Commitment():
            slots = {
                Slot.ACTOR: fact.actor_words,
                Slot.AMOUNT: fact.amount,
                Slot.DEADLINE: fact.deadline,
                Slot.CONDITION: fact.condition,
                Slot.BENEFICIARY: fact.beneficiary,
                Slot.ADDRESSEE: fact.addressee,
            }
        case Quote():
            slots = {Slot.SPEAKER: fact.speaker_words}
        case Figure():
            slots = {Slot.AMOUNT: fact.amount}
    for slot, value in slots.items():
        words = value.written if isinstance(value, When | Amount) else value
        if isinstance(words, Stated):
            yield slot.value
