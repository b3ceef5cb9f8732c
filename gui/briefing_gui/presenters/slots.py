"""What the slots of a fact say, as the editor would type it."""

from __future__ import annotations

from briefing.model.decision import Slot
from briefing.model.facts import Attendance, Attendee, Commitment, Event, Fact, Figure, Kind, Mode, Quote, When
from briefing.model.span import Written

# Slots whose value is a code out of a closed list; the others hold the source's words or the editor's.
CODES: dict[Slot, tuple[str, ...]] = {
    Slot.MODE: tuple(mode.value for mode in Mode),
    Slot.KIND: tuple(kind.value for kind in Kind),
}
# Slots that cannot be empty.
NEEDED = frozenset({Slot.NAME, Slot.MODE, Slot.KIND})


def value_of(fact: Fact, slot: Slot, event: str | None = None) -> str | None:
    """What a slot says: words, or the code of a mode, kind or country; `None` where it is not stated.

    `event`: which attendance a mode is of, `None` for the first.
    """
    match fact:
        case Attendee():
            return _of_attendee(fact, slot, event)
        case Commitment():
            return _of_commitment(fact, slot)
        case Event():
            words = {Slot.NAME: fact.name, Slot.PLACE: fact.place, Slot.HOST: fact.host}
            return _when(fact.when) if slot is Slot.WHEN else _words(words.get(slot))
        case Quote():
            return fact.speaker
        case Figure():
            return fact.amount.written.text


def attendance(fact: Attendee, event: str | None) -> Attendance:
    """Somebody's part in an event, the first part where there is none in that event."""
    return next((part for part in fact.attendances if part.event == event), fact.attendances[0])


def needed(fact: Fact, slot: Slot) -> bool:
    """Whether a slot must say something; an event may be without a name."""
    return slot in NEEDED and not isinstance(fact, Event)


def _of_attendee(fact: Attendee, slot: Slot, event: str | None) -> str | None:
    match slot:
        case Slot.NAME:
            return fact.name
        case Slot.ROLE:
            return fact.roles[0].text if fact.roles else None
        case Slot.ORGANISATION:
            return fact.organisation
        case Slot.COUNTRY:
            return fact.country
        case _:
            return attendance(fact, event).mode.value


def _of_commitment(fact: Commitment, slot: Slot) -> str | None:
    words = {
        Slot.AMOUNT: fact.amount.written if fact.amount else None,
        Slot.CONDITION: fact.condition,
        Slot.BENEFICIARY: fact.beneficiary,
        Slot.ADDRESSEE: fact.addressee,
    }
    match slot:
        case Slot.KIND:
            return fact.kind.value
        case Slot.ACTOR:
            return fact.actor
        case Slot.DEADLINE:
            return _when(fact.deadline)
        case _:
            return _words(words[slot])


def _words(written: Written | None) -> str | None:
    return None if written is None else " ".join(written.text.split())


def _when(when: When | None) -> str | None:
    return None if when is None else _words(when.written)
