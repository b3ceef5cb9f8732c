"""What is left of a fact when some of its articles are not there."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace
from typing import TypeVar

from briefing.dossier.people import fullest
from briefing.model.decision import EDITOR
from briefing.model.facts import (
    Amount,
    Attendance,
    Attendee,
    Commitment,
    Event,
    Evidence,
    Fact,
    Figure,
    Mode,
    Quote,
    When,
)
from briefing.model.span import Span, Stated, Written

S = TypeVar("S", bound=Written | When | Amount)


def remaining(fact: Fact, articles: Container[str], *, stated: bool) -> Fact | None:
    """The fact as far as `articles` bear it out; `None` where its own words are not among them.

    `stated`: whether the editor's words in it are kept; those of a snapshot belong to decisions that speak for
    themselves.
    """
    return _Keeper(articles, stated).of(fact)


def by_editor(fact: Fact) -> bool:
    """Whether no rule found the fact, but the editor added it."""
    if isinstance(fact, Attendee):
        return all(attendance.evidence.rule == EDITOR for attendance in fact.attendances)
    return fact.evidence.rule == EDITOR


def as_added(fact: Fact) -> Fact:
    """The fact as the editor's own: certain, and found by no rule."""
    return _with_evidence(fact, rule=EDITOR)


def as_certain(fact: Fact) -> Fact:
    """The fact, of which the editor has said that it is so."""
    return _with_evidence(fact, rule=None)


def _with_evidence(fact: Fact, rule: str | None) -> Fact:
    def sure(evidence: Evidence) -> Evidence:
        return replace(evidence, confidence=1.0, rule=rule or evidence.rule)

    if isinstance(fact, Attendee):
        parts = tuple(replace(attendance, evidence=sure(attendance.evidence)) for attendance in fact.attendances)
        return replace(fact, attendances=parts)
    return replace(fact, evidence=sure(fact.evidence))


class _Keeper:
    def __init__(self, articles: Container[str], stated: bool) -> None:
        self._articles = articles
        self._stated = stated

    def of(self, fact: Fact) -> Fact | None:
        if isinstance(fact, Attendee):
            return self._attendee(fact)
        evidence = self._evidence(fact.evidence)
        if evidence is None:
            return None
        match fact:
            case Event():
                return self._event(replace(fact, evidence=evidence))
            case Commitment():
                return self._commitment(replace(fact, evidence=evidence))
            case Quote():
                return self._quote(replace(fact, evidence=evidence))
            case Figure():
                return self._figure(replace(fact, evidence=evidence))

    def _there(self, span: Span) -> bool:
        return span.article in self._articles

    def _evidence(self, evidence: Evidence) -> Evidence | None:
        spans = tuple(span for span in evidence.spans if self._there(span))
        return replace(evidence, spans=spans) if spans else None

    def _slot(self, slot: S | None) -> S | None:
        if slot is None:
            return None
        written: Written = slot.written if isinstance(slot, When | Amount) else slot
        return slot if self._there(written.span) and (self._stated or not isinstance(written, Stated)) else None

    def _all(self, writings: Iterable[Written]) -> tuple[Written, ...]:
        return tuple(written for written in writings if self._slot(written) is not None)

    def _attendee(self, row: Attendee) -> Attendee | None:
        names = self._all(row.names)
        if not names:
            return None
        named = self._stated or any(row.name == name.text for name in names)
        return replace(
            row,
            name=row.name if named else fullest([name.text for name in names]),
            names=names,
            roles=self._all(row.roles),
            attendances=self._attendances(row) or (mentioned(names[0]),),
        )

    def _attendances(self, row: Attendee) -> tuple[Attendance, ...]:
        found = ((one, self._evidence(one.evidence)) for one in row.attendances)
        return tuple(
            replace(one, evidence=evidence, words=self._slot(one.words)) for one, evidence in found if evidence
        )

    def _event(self, event: Event) -> Event:
        return replace(
            event,
            name=self._slot(event.name),
            place=self._slot(event.place),
            when=self._slot(event.when),
            host=self._slot(event.host),
            aliases=self._all(event.aliases),
        )

    def _commitment(self, commitment: Commitment) -> Commitment | None:
        if self._slot(commitment.words) is None or self._slot(commitment.kind_words) is None:
            return None
        return replace(
            commitment,
            actor_words=self._slot(commitment.actor_words),
            condition=self._slot(commitment.condition),
            beneficiary=self._slot(commitment.beneficiary),
            addressee=self._slot(commitment.addressee),
            amount=self._slot(commitment.amount),
            deadline=self._slot(commitment.deadline),
        )

    def _quote(self, quote: Quote) -> Quote | None:
        if not all(map(self._there, quote.parts)):
            return None
        return replace(quote, speaker_words=self._slot(quote.speaker_words), cue=self._slot(quote.cue))

    def _figure(self, figure: Figure) -> Figure | None:
        whole = self._slot(figure.words) is not None and self._slot(figure.amount) is not None
        return figure if whole else None


def mentioned(name: Written) -> Attendance:
    """The part of somebody of whom nothing is known but the name."""
    evidence = Evidence(spans=(name.span,), rule=f"{EDITOR}.mention", confidence=1.0)
    return Attendance(event=None, mode=Mode.MENTIONED, words=None, evidence=evidence)
