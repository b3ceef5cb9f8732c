"""Quoted people and quotations under the event that the article quoting them reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefing.model.dossier import Dossier
from briefing.model.facts import Attendance, Mode, Quote
from briefing.model.span import Span


def placed(dossier: Dossier) -> Dossier:
    """The dossier with quoted people and quotations of no stated event under the only one that their article reports.

    Nothing is said of their presence by that: only people named as `quoted` are placed, and their mode stays.
    """
    sole = _sole_events(dossier)
    return replace(
        dossier,
        attendees=tuple(
            replace(attendee, attendances=tuple(part for each in attendee.attendances for part in _parts(each, sole)))
            for attendee in dossier.attendees
        ),
        quotes=tuple(_quotation(quote, sole) for quote in dossier.quotes),
    )


def _sole_events(dossier: Dossier) -> Mapping[str, str]:
    """The id of each article that reports exactly one event, to the id of that event."""
    reported: dict[str, set[str]] = {}
    for event in dossier.events:
        for span in event.evidence.spans:
            reported.setdefault(span.article, set()).add(event.id)
    return {article: next(iter(events)) for article, events in reported.items() if len(events) == 1}


def _parts(attendance: Attendance, sole: Mapping[str, str]) -> Iterator[Attendance]:
    """One attendance for each event in whose reports somebody is quoted."""
    if attendance.event is not None or attendance.mode is not Mode.QUOTED:
        yield attendance
        return
    spans: dict[str | None, list[Span]] = {}
    for span in attendance.evidence.spans:
        spans.setdefault(sole.get(span.article), []).append(span)
    for event, there in spans.items():
        yield replace(attendance, event=event, evidence=replace(attendance.evidence, spans=tuple(there)))


def _quotation(quote: Quote, sole: Mapping[str, str]) -> Quote:
    events = {sole.get(part.article) for part in quote.parts}
    return replace(quote, event=events.pop()) if quote.event is None and len(events) == 1 else quote
