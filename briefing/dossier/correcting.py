"""One slot of a fact as the editor wants it."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from dataclasses import dataclass, replace

from briefing.dossier.keeping import as_certain
from briefing.dossier.people import WEIGHT
from briefing.dossier.stating import stated_amount, stated_when
from briefing.model.decision import EDITOR_MODE, Correct, Slot, slots_of
from briefing.model.facts import (
    Amount,
    Attendance,
    Attendee,
    Attribution,
    Commitment,
    Event,
    Fact,
    Figure,
    Kind,
    Mode,
    Quote,
    When,
)
from briefing.model.span import Span, Stated, Written

_COUNTRY = re.compile(r"[A-Za-z]{2}", re.ASCII)
# What a fact cannot be without.
_NEVER_EMPTY = {(Attendee, Slot.NAME), (Commitment, Slot.KIND), (Figure, Slot.AMOUNT)}
_SILENT = {Mode.QUOTED, Mode.MENTIONED}


@dataclass(frozen=True, slots=True)
class Setting:
    """What a correction needs to know of the dossier.

    `row_named`: the one attendee of a name, `None` where there is none or several. `articles`: ids of those present.
    """

    row_named: Callable[[str], Attendee | None]
    articles: Container[str]


def corrected(fact: Fact, act: Correct, setting: Setting) -> Fact | None:
    """The fact with one slot as the editor has it, and certain; `None` where the slot cannot take this value."""
    if not takes(fact, act.slot, act.value):
        return None
    value = _folded(act.value)
    changed: Fact | None = None
    match fact:
        case Event():
            changed = _event(fact, act.slot, value)
        case Attendee():
            changed = _attendee(fact, act, value, setting.articles)
        case Commitment():
            changed = _commitment(fact, act.slot, value, setting)
        case Quote():
            changed = _quote(fact, value, setting)
        case Figure():
            changed = _figure(fact, value)
    return None if changed is None else as_certain(changed)


def takes(fact: Fact, slot: Slot, value: str | None) -> bool:
    """Whether a fact has the slot, and the slot can have the value; `None` is to empty it."""
    value = _folded(value)
    if slot not in slots_of(fact):
        return False
    if value is None:
        return (type(fact), slot) not in _NEVER_EMPTY
    match slot:
        case Slot.MODE:
            return value in set(Mode)
        case Slot.KIND:
            return value in set(Kind)
        case Slot.COUNTRY:
            return _COUNTRY.fullmatch(value) is not None
    return True


def _folded(value: str | None) -> str | None:
    """The value with white space folded; `None` for one without words."""
    return " ".join((value or "").split()) or None


def _event(event: Event, slot: Slot, value: str | None) -> Event:
    sentence = event.evidence.spans[0]
    match slot:
        case Slot.NAME:
            return replace(event, name=_stated(value, event.name, sentence))
        case Slot.PLACE:
            return replace(event, place=_stated(value, event.place, sentence))
        case Slot.HOST:
            return replace(event, host=_stated(value, event.host, sentence))
        case _:
            return replace(event, when=_when(value, event.when, sentence))


def _attendee(row: Attendee, act: Correct, value: str | None, articles: Container[str]) -> Attendee | None:
    match act.slot:
        case Slot.NAME:
            return replace(row, name=value or row.name)
        case Slot.ROLE:
            # Print takes the role that each source gives: what the editor says stands for all of them.
            role = _stated(value, row.roles[0] if row.roles else None, row.attendances[0].evidence.spans[0])
            return replace(row, roles=(role,) if role else ())
        case Slot.ORGANISATION:
            return replace(row, organisation=value)
        case Slot.COUNTRY:
            return replace(row, country=value.upper() if value else None)
        case _:
            return _in_mode(row, act, Mode(value) if value else Mode.MENTIONED, articles)


def _in_mode(row: Attendee, act: Correct, mode: Mode, articles: Container[str]) -> Attendee | None:
    seen = act.fact.attendances if isinstance(act.fact, Attendee) else ()
    meant = next((one for one in seen if act.event in (None, one.event)), None)
    if meant is not None and _attendance(row, meant.event, meant) is None:
        # The rules no longer have the attendance of which the editor said how it was.
        spans = tuple(span for span in meant.evidence.spans if span.article in articles)
        lost = (replace(meant, words=None, evidence=replace(meant.evidence, spans=spans)),) if spans else ()
        row = replace(row, attendances=(*row.attendances, *lost))
    place = _attendance(row, act.event if meant is None else meant.event, meant)
    if place is None:
        return None
    before = row.attendances[place]
    after = replace(
        before,
        mode=mode,
        words=before.words if mode is before.mode and mode not in _SILENT else None,
        evidence=replace(before.evidence, rule=EDITOR_MODE),
    )
    found = [*row.attendances[:place], after, *row.attendances[place + 1 :]]
    return replace(row, attendances=tuple(sorted(found, key=lambda one: (WEIGHT[one.mode], one.event or "~"))))


def _attendance(row: Attendee, event: str | None, seen: Attendance | None) -> int | None:
    """Which attendance of a row is of the event, or stands where the one that the editor saw stood."""
    for place, one in enumerate(row.attendances):
        if one.event == event:
            return place
    if seen is None:
        return None
    for place, one in enumerate(row.attendances):
        if any(span.overlaps(other) for span in one.evidence.spans for other in seen.evidence.spans):
            return place
    return 0 if len(row.attendances) == 1 and event is None else None


def _commitment(one: Commitment, slot: Slot, value: str | None, setting: Setting) -> Commitment:
    sentence = one.evidence.spans[0]
    match slot:
        case Slot.KIND:
            return replace(one, kind=Kind(value or one.kind))
        case Slot.ACTOR:
            row = setting.row_named(value) if value else None
            words = _stated(value, one.actor_words, sentence)
            return replace(one, actor=row.name if row else value, actor_id=row.id if row else None, actor_words=words)
        case Slot.AMOUNT:
            return replace(one, amount=_amount(value, one.amount, sentence))
        case Slot.DEADLINE:
            return replace(one, deadline=_when(value, one.deadline, sentence))
        case _:
            return _of_commitment(one, slot, value, sentence)


def _of_commitment(one: Commitment, slot: Slot, value: str | None, sentence: Span) -> Commitment:
    match slot:
        case Slot.CONDITION:
            return replace(one, condition=_stated(value, one.condition, sentence))
        case Slot.BENEFICIARY:
            return replace(one, beneficiary=_stated(value, one.beneficiary, sentence))
        case _:
            return replace(one, addressee=_stated(value, one.addressee, sentence))


def _quote(quote: Quote, value: str | None, setting: Setting) -> Quote:
    row = setting.row_named(value) if value else None
    return replace(
        quote,
        speaker=row.name if row else value,
        speaker_id=row.id if row else None,
        speaker_words=_stated(value, quote.speaker_words, quote.evidence.spans[0]),
        attribution=Attribution.NAMED if value else Attribution.UNKNOWN,
    )


def _figure(figure: Figure, value: str | None) -> Figure | None:
    """The figure with another sum, in its phrase too: print has the phrase beside the sum."""
    amount = _amount(value, figure.amount, figure.words.span)
    if amount is None:
        return None
    phrase, number = figure.words, figure.amount.written.text
    start = phrase.text.find(number)
    words = amount.written.text
    if start >= 0:
        words = f"{phrase.text[:start]}{words}{phrase.text[start + len(number) :]}"
    return replace(figure, amount=amount, words=Stated(text=words, span=phrase.span))


def _stated(value: str | None, before: Written | None, sentence: Span) -> Stated | None:
    return None if value is None else Stated(text=value, span=before.span if before else sentence)


def _when(value: str | None, before: When | None, sentence: Span) -> When | None:
    return None if value is None else stated_when(value, before.written.span if before else sentence)


def _amount(value: str | None, before: Amount | None, sentence: Span) -> Amount | None:
    return None if value is None else stated_amount(value, before.written.span if before else sentence, before)
