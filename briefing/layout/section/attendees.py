"""Who took part, by event and delegation; those only quoted or mentioned apart from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.layout.desk import Desk
from briefing.layout.person import delegation, name, office, other_spellings, short_office
from briefing.layout.references import NO_BREAK
from briefing.layout.standing import by_presence, parts_by_event
from briefing.layout.weave import joined, run
from briefing.model.facts import Attendance, Attendee, Event, Mode
from briefing.model.manuscript import Block, Listing, Paragraph, ParagraphStyle, Runs, Table, Tone

_COLUMNS = {"name": 0.27, "role": 0.40, "mode": 0.20, "reference": 0.13}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One attendee's line under one event; `anchored` where it is the first of that attendee in the section."""

    attendee: Attendee
    part: Attendance
    anchored: bool


def attendees(desk: Desk) -> tuple[Block, ...]:
    """Each event with the people and groups who had a part in it, then those tied to none."""
    groups = _groups(desk)
    alone = len(groups) == 1
    blocks: list[Block] = []
    for event, rows in groups:
        if not alone:
            blocks += _head(desk, event)
        blocks += _classes(desk, rows, level=2 if alone else 3)
    return (desk.heading(1, desk.say("section.attendees")), *blocks) if blocks else ()


def _groups(desk: Desk) -> list[tuple[Event | None, tuple[_Row, ...]]]:
    parts = parts_by_event(desk.dossier)
    events: dict[str | None, Event | None] = {event.id: event for event in desk.dossier.events} | {None: None}
    first: dict[str, str | None] = {}
    for key in events:
        for attendee, _ in parts[key]:
            first.setdefault(attendee.id, key)
    return [
        (event, tuple(_Row(attendee=each, part=part, anchored=first[each.id] == key) for each, part in parts[key]))
        for key, event in events.items()
        if parts[key]
    ]


def _head(desk: Desk, event: Event | None) -> Iterator[Block]:
    if event is None:
        yield desk.heading(2, desk.say("attendees.no_event"))
        return
    yield desk.heading(2, *desk.event_name(event))
    if desk.options("attendees").compact:
        return
    place: Runs = (desk.label_of(event.place),) if event.place and event.name else ()
    time = desk.time(event.when)[:1] if event.when and event.name else ()
    if place or time:
        line = joined([place, time, desk.references.cite(event.evidence.spans)], " · ")
        yield Paragraph(runs=line, style=ParagraphStyle.SMALL, keep_with_next=True)


def _classes(desk: Desk, rows: Sequence[_Row], level: int) -> Iterator[Block]:
    if desk.options("attendees").compact:
        yield _running(desk, rows)
        return
    by_id = {row.attendee.id: row for row in rows}
    for presence, there in by_presence([(row.attendee, row.part) for row in rows]).items():
        if presence != "took_part" or len(there) < len(rows):
            yield desk.heading(level, desk.say(f"attendees.{presence}"))
        yield _table(desk, [by_id[attendee.id] for attendee, _ in there])


def _table(desk: Desk, rows: Sequence[_Row]) -> Table:
    labels: dict[str, Runs] = {}
    delegations: dict[str, list[tuple[Runs, ...]]] = {}
    for row in rows:
        key, label = delegation(desk, row.attendee)
        labels.setdefault(key, label)
        delegations.setdefault(key, []).append(_cells(desk, row))
    # Those of no stated delegation come last, whatever their place in the dossier.
    order = sorted(delegations, key=lambda key: not key)
    grouped = len(order) > 1 or order[0] != ""
    lines: list[tuple[Runs, ...]] = []
    for key in order:
        if grouped:
            lines.append((labels[key],))
        lines.extend(delegations[key])
    return Table(
        header=tuple((desk.say(f"column.{column}"),) for column in _COLUMNS),
        rows=tuple(lines),
        widths=tuple(_COLUMNS.values()),
    )


def _cells(desk: Desk, row: _Row) -> tuple[Runs, ...]:
    named: Runs = (name(desk, row.attendee, Tone.STRONG, _anchor(desk, row)),)
    spellings = [(desk.written(each, Tone.QUIET),) for each in other_spellings(row.attendee)]
    if spellings:
        also = desk.phrase("attendees.also_written", names=joined(spellings, ", "))
        named = (*named, run("\n"), *also)
    spans = row.part.evidence.spans
    return (
        named,
        joined([office(desk, row.attendee, row.part), _note(desk, row)], "\n"),
        (run(desk.locale.mode(row.part.mode)),),
        desk.references.refer(spans),
    )


def _running(desk: Desk, rows: Sequence[_Row]) -> Listing:
    """One line per mode, those who took part first: who, with office and references."""
    modes: dict[Mode, list[Runs]] = {}
    for row in sorted(rows, key=lambda row: list(Mode).index(row.part.mode)):
        named: Runs = (name(desk, row.attendee, Tone.STRONG, _anchor(desk, row)),)
        role = short_office(desk, row.attendee, row.part)
        if role:
            named = desk.phrase("glance.name_role", name=named, role=role)
        references = desk.references.refer(row.part.evidence.spans)
        line = joined([named, references], NO_BREAK)
        modes.setdefault(row.part.mode, []).append(joined([line, _note(desk, row)], " — "))
    return Listing(
        items=tuple(
            desk.phrase("glance.list", count=(run(desk.locale.mode(mode), Tone.EMPHASIS),), names=joined(people, "; "))
            for mode, people in modes.items()
        )
    )


def _note(desk: Desk, row: _Row) -> Runs:
    """The editor's note, once for each attendee."""
    return desk.note(row.attendee.id) if row.anchored else ()


def _anchor(desk: Desk, row: _Row) -> str | None:
    return desk.references.anchor(row.attendee.id) if row.anchored else None
