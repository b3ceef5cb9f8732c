"""The form of one fact: what each slot says, what was found, and what the editor has decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.locale.interface import Interface
from briefing.model.decision import Accept, Correct, Decision, LeaveOut, Slot, slots_of
from briefing.model.dossier import Dossier
from briefing.model.facts import Attendee, Event, Fact, Quote
from briefing_gui.presenters import facts, wording
from briefing_gui.presenters.hand import Hand, last_word
from briefing_gui.presenters.slots import CODES, needed, value_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing that can be chosen: what the slot will say, and how it is shown."""

    value: str
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One row of the form.

    `event`: which attendance a mode is of; `about` names it where there are several. `shown`: the value in words,
    empty for none. `found`: in words, what the slot said before the editor's correction; `None` where there is none.
    `needed`: whether it must say something. `closed`: whether only the `choices` can be said.
    """

    slot: Slot
    event: str | None
    name: str
    about: str
    value: str | None
    shown: str
    found: str | None
    needed: bool
    choices: tuple[Choice, ...] = ()
    closed: bool = False

    @property
    def key(self) -> tuple[Slot, str | None]:
        """What tells this row of the form from the others."""
        return self.slot, self.event


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """One decision that touches the fact, in words."""

    number: int
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Everything the card shows of a fact.

    `headline`: at full length; `named`: it is a name. `standing`: in sentences, how sure it is and what the editor has
    said. `level`: 1 to 3, for a picture of it, 0 where the editor has accepted it. `can_trim`, `can_split`: whether
    there is enough of it for that.
    """

    id: str
    kind: str
    headline: str
    named: bool
    standing: str
    level: int
    accepted: bool
    left_out: bool
    fields: tuple[Field, ...]
    note: str
    past: tuple[Past, ...]
    can_trim: bool
    can_split: bool


def form_of(fact: Fact, dossier: Dossier, hand: Hand, says: Interface) -> Form:
    """The form of a fact as it stands, with what has just been decided and is not yet in the dossier."""
    decisions = hand.decisions(fact.id)
    word = last_word(decisions)
    accepted, left_out = word is Accept, word is LeaveOut
    certainty = wording.certainty(facts.confidence(fact))
    lost = facts.mark(dossier, fact.id).lost
    keys = ["accepted" if accepted else certainty]
    keys += [key for key, holds in (("left-out", left_out), ("lost", lost)) if holds]
    return Form(
        id=fact.id,
        kind=facts.family(fact),
        headline=wording.whole(fact, says),
        named=isinstance(fact, Attendee | Event),
        standing=" ".join(says.text(f"window.card.{key}") for key in keys),
        level=0 if accepted else wording.LEVELS[certainty],
        accepted=accepted,
        left_out=left_out,
        fields=tuple(_Fields(fact, dossier, hand, says).all()),
        note=hand.note(fact.id),
        past=_past(decisions, says),
        can_trim=isinstance(fact, Quote),
        can_split=isinstance(fact, Attendee) and len(set(fact.names)) > 1,
    )


class _Fields:
    """Makes the rows of a fact's form."""

    def __init__(self, fact: Fact, dossier: Dossier, hand: Hand, says: Interface) -> None:
        self._fact, self._dossier, self._hand, self._says = fact, dossier, hand, says

    def all(self) -> Iterator[Field]:
        for slot in slots_of(self._fact):
            if slot is Slot.MODE and isinstance(self._fact, Attendee):
                # One row for each event; several parts in one event are one.
                for event in dict.fromkeys(part.event for part in self._fact.attendances):
                    yield self._field(slot, event)
            else:
                yield self._field(slot, None)

    def _field(self, slot: Slot, event: str | None) -> Field:
        decision = self._hand.correction(self._fact.id, slot, event)
        value = value_of(self._fact, slot, event)
        found: str | None = None
        if decision is not None and isinstance(decision.act, Correct):
            value = decision.act.value
            before = value_of(decision.act.fact, slot, event)
            found = shown(slot, before, self._says) or self._says.text("window.not-stated")
        return Field(
            slot=slot,
            event=event,
            name=wording.slot_name(slot, self._fact, self._says),
            about=self._about(slot, event),
            value=value,
            shown=shown(slot, value, self._says),
            found=found,
            needed=needed(self._fact, slot),
            choices=self._choices(slot),
            closed=slot in CODES or slot is Slot.COUNTRY,
        )

    def _about(self, slot: Slot, event: str | None) -> str:
        name = wording.event_name(event, self._dossier) if slot is Slot.MODE else None
        return name if name is not None and len(self._dossier.events) > 1 else ""

    def _choices(self, slot: Slot) -> tuple[Choice, ...]:
        if slot in CODES:
            return tuple(Choice(value=code, shown=shown(slot, code, self._says)) for code in CODES[slot])
        if slot is Slot.COUNTRY:
            return tuple(Choice(value=code, shown=name) for code, name in self._says.countries().items())
        if slot in (Slot.SPEAKER, Slot.ACTOR):
            names = [row.name for row in self._dossier.attendees]
            if slot is Slot.ACTOR:
                names += [one.actor for one in self._dossier.commitments if one.actor]
            return tuple(Choice(value=name, shown=name) for name in dict.fromkeys(names))
        return ()


def shown(slot: Slot, value: str | None, says: Interface) -> str:
    """A slot's value in words; empty for none."""
    if value is None:
        return ""
    if slot in CODES:
        return says.text(f"{slot.value}.{value}")
    if slot is Slot.COUNTRY:
        return wording.country(value, says) or ""
    return value


def country_code(typed: str, says: Interface) -> str | None:
    """The code of a country by its name in the interface's language, or by the code itself; `None` for neither."""
    wanted = " ".join(typed.split()).casefold()
    by_name = {name.casefold(): code for code, name in says.countries().items()}
    code = by_name.get(wanted)
    return code or (wanted.upper() if wanted.upper() in says.countries() else None)


def _past(decisions: Sequence[Decision], says: Interface) -> tuple[Past, ...]:
    return tuple(Past(number=one.number, said=said(one, says)) for one in reversed(decisions))


def said(decision: Decision, says: Interface) -> str:
    """A decision in a sentence."""
    act = decision.act
    name = type(act).__name__.lower()
    if not isinstance(act, Correct):
        return says.text(f"window.past.{name}")
    slot = wording.slot_name(act.slot, act.fact, says)
    value = shown(act.slot, act.value, says) or says.text("window.not-stated")
    return says.text("window.past.correct", slot=slot, value=value)
