"""Facts as a record tells them, with their words at their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefing.dossier.canvas import Canvas, Painting
from briefing.dossier.shapes import OddShape, Shape
from briefing.dossier.verifying import same_words
from briefing.model.decision import Slot
from briefing.model.facts import (
    Amount,
    Attendance,
    Attendee,
    AttendeeKind,
    Attribution,
    Commitment,
    Event,
    Evidence,
    Fact,
    Figure,
    Kind,
    Mode,
    Quote,
    When,
)
from briefing.model.span import Span, Stated, Written

KINDS = ("events", "attendees", "commitments", "quotes", "figures")

_COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)
_CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)
_NUMBER = re.compile(r"-?[0-9]{1,40}(?:\.[0-9]{1,40})?", re.ASCII)
_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?", re.ASCII)
_GENDER = re.compile("[fm]")

# The key of each slot whose words a record gives, with the key of its place.
_PLACED: Mapping[str, Sequence[str]] = {
    "events": ("name", "place", "when", "host"),
    "attendees": (),
    "commitments": ("text", "condition", "beneficiary", "addressee", "amount", "deadline"),
    "quotes": (),
    "figures": ("text", "amount"),
}


def paint(kind: str, fact: Shape, painting: Painting) -> None:
    """Puts the words of a fact where they stand."""
    for sentence in _sentences(fact):
        painting.paint(sentence.place(), sentence.words("text"))
    for written in (*fact.some("names"), *fact.some("roles")) if kind == "attendees" else ():
        if not written.truth("stated"):
            painting.paint(written.place(), written.words("written"))
    places = _places(fact)
    for key in _PLACED[kind]:
        words = _said(fact, key)
        if words is not None and key in places:
            painting.paint(places[key], words)
    if kind == "quotes":
        parts, words = _parts(fact), fact.words("text")
        if len(parts) == 1:
            painting.guess(parts[0], words)


def _sentences(fact: Shape) -> Iterator[Shape]:
    yield from fact.some("evidence")
    for part in fact.some("attendances") if "attendances" in fact.values else ():
        yield from part.some("evidence")


def _said(fact: Shape, key: str) -> str | None:
    """The words of a slot, whether they stand alone or beside what they mean."""
    if isinstance(fact.values.get(key), dict):
        return Shape.of(fact.values[key]).words("written")
    return fact.maybe_words(key)


def _places(fact: Shape) -> dict[str, Span]:
    spans = fact.one("spans")
    if spans is None:
        raise OddShape("spans")
    return {key: Shape.of(value).place() for key, value in spans.values.items()}


def _parts(fact: Shape) -> tuple[Span, ...]:
    return tuple(part.place() for part in fact.some("parts"))


@dataclass(frozen=True, slots=True)
class Teller:
    """Makes facts of their records; `canvases`: by article."""

    canvases: Mapping[str, Canvas]

    def fact(self, kind: str, record: Shape) -> Fact:
        """The fact that a record of this kind tells, though it may rest on several articles."""
        told = _Told(record=record, canvases=self.canvases, places=_places(record), edited=record.all_words("edited"))
        match kind:
            case "events":
                return told.event()
            case "attendees":
                return told.attendee()
            case "commitments":
                return told.commitment()
            case "quotes":
                return told.quote()
            case _:
                return told.figure()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """One fact's record; `places`: of its slots; `edited`: the slots that the editor has settled."""

    record: Shape
    canvases: Mapping[str, Canvas]
    places: Mapping[str, Span]
    edited: Sequence[str]

    def event(self) -> Event:
        evidence = _evidence(self.record)
        found = (self._find(alias, evidence.spans) for alias in self.record.all_words("aliases"))
        return Event(
            id=self.record.words("id"),
            name=self._slot(Slot.NAME),
            place=self._slot(Slot.PLACE),
            when=self._when(Slot.WHEN),
            host=self._slot(Slot.HOST),
            evidence=evidence,
            aliases=tuple(alias for alias in found if alias is not None),
        )

    def attendee(self) -> Attendee:
        record = self.record
        return Attendee(
            id=record.words("id"),
            kind=AttendeeKind(record.words("kind")),
            name=record.words("name"),
            names=tuple(map(_written, record.some("names"))),
            roles=tuple(map(_written, record.some("roles"))),
            organisation=record.maybe_words("organisation"),
            country=record.code("country", _COUNTRY),
            attendances=tuple(map(self._attendance, record.some("attendances"))),
            gender=record.code("gender", _GENDER),
        )

    def commitment(self) -> Commitment:
        record = self.record
        words = self._required("text")
        return Commitment(
            id=record.words("id"),
            kind=Kind(record.words("kind")),
            words=words,
            kind_words=self._at("kind") or words,
            actor=record.maybe_words("actor"),
            actor_id=record.maybe_words("actor_id"),
            actor_words=self._mention(Slot.ACTOR),
            condition=self._slot(Slot.CONDITION),
            beneficiary=self._slot(Slot.BENEFICIARY),
            addressee=self._slot(Slot.ADDRESSEE),
            amount=self._amount(),
            deadline=self._when(Slot.DEADLINE),
            event=record.maybe_words("event"),
            evidence=_evidence(record),
        )

    def quote(self) -> Quote:
        record, parts = self.record, _parts(self.record)
        cuts = [self.canvases[part.article].written(part) for part in parts]
        if not same_words(" ".join(cut.text for cut in cuts if cut is not None), record.words("text")):
            raise OddShape("parts")
        if len({part.article for part in parts}) != 1:
            raise OddShape("parts")
        if record.maybe_words("speaker") is None and record.maybe_words("speaker_id") is not None:
            raise OddShape("speaker_id")
        return Quote(
            id=record.words("id"),
            parts=parts,
            text=record.words("text"),
            speaker=record.maybe_words("speaker"),
            speaker_id=record.maybe_words("speaker_id"),
            speaker_words=self._mention(Slot.SPEAKER),
            cue=self._at("cue"),
            attribution=Attribution(record.words("attribution")),
            fragment=record.truth("fragment"),
            language=record.language("language"),
            event=record.maybe_words("event"),
            evidence=_evidence(record),
            trimmed=_trimmed(record),
        )

    def figure(self) -> Figure:
        amount = self._amount()
        if amount is None:
            raise OddShape("amount")
        # With the sum, the editor changes the phrase.
        words = self._worded("text", self.record.words("text"), stated=Slot.AMOUNT in self.edited)
        return Figure(id=self.record.words("id"), amount=amount, words=words, evidence=_evidence(self.record))

    def _attendance(self, record: Shape) -> Attendance:
        place = _places(record).get("mode")
        return Attendance(
            event=record.maybe_words("event"),
            mode=Mode(record.words("mode")),
            words=None if place is None else self.canvases[place.article].written(place),
            evidence=_evidence(record),
        )

    def _slot(self, slot: Slot) -> Written | None:
        words = _said(self.record, slot.value)
        return None if words is None else self._worded(slot.value, words, stated=slot in self.edited)

    def _required(self, key: str) -> Written:
        return self._worded(key, self.record.words(key), stated=False)

    def _worded(self, key: str, words: str, *, stated: bool) -> Written:
        """The words of a slot at their place; the editor's stand for the sentence, whatever they stood for once."""
        if key in self.places:
            return Written(text=words, span=self.places[key])
        if not stated:
            raise OddShape(key)
        return Stated(text=words, span=_evidence(self.record).spans[0])

    def _mention(self, slot: Slot) -> Written | None:
        """The words beside a fact that say whose it is."""
        words = self.record.maybe_words(slot.value)
        if slot in self.edited and words is not None and slot.value not in self.places:
            return Stated(text=words, span=_evidence(self.record).spans[0])
        return self._at(slot.value)

    def _at(self, key: str) -> Written | None:
        """The words at the place of a slot, where the record has them."""
        place = self.places.get(key)
        return None if place is None else self.canvases[place.article].written(place)

    def _find(self, words: str, within: Sequence[Span]) -> Written | None:
        found = (self.canvases[span.article].find(words, (span,)) for span in within)
        return next((written for written in found if written is not None), None)

    def _when(self, slot: Slot) -> When | None:
        written, record = self._slot(slot), self.record.one(slot.value)
        if written is None or record is None:
            return None
        return When(written=written, start=record.code("start", _DAY), end=record.code("end", _DAY))

    def _amount(self) -> Amount | None:
        written, record = self._slot(Slot.AMOUNT), self.record.one("amount")
        if written is None or record is None:
            return None
        value = record.code("value", _NUMBER)
        return Amount(
            written=written,
            value=None if value is None else Decimal(value),
            currency=record.code("currency", _CURRENCY),
            qualifier=record.maybe_words("qualifier"),
        )


def _written(record: Shape) -> Written:
    kind = Stated if record.truth("stated") else Written
    return kind(text=record.words("written"), span=record.place())


def _evidence(record: Shape) -> Evidence:
    spans = tuple(sentence.place() for sentence in record.some("evidence"))
    return Evidence(spans=spans, rule=record.words("rule"), confidence=record.share("confidence"))


def _trimmed(record: Shape) -> tuple[bool, bool]:
    value = record.values.get("trimmed", [False, False])
    match value:
        case [bool(start), bool(end)]:
            return start, end
    raise OddShape("trimmed")
