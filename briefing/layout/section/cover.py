"""The head of a brief: marking, title, what it is about, for whom."""

from __future__ import annotations

from briefing.layout.clean import shortened
from briefing.layout.desk import LONGEST_LABEL, Desk
from briefing.layout.heading import kind_of_document, title
from briefing.layout.weave import joined, plain, run
from briefing.model.facts import Event
from briefing.model.manuscript import Block, Pairs, Paragraph, ParagraphStyle, Runs, Tone

# Beyond these the head of a brief would push its matter off the page; the sections name every event.
_MOST_EVENTS = 12


def cover(desk: Desk) -> tuple[Block, ...]:
    """Marking and title, then the events with place and date, then whom the brief is for."""
    settings = desk.settings
    blocks: list[Block] = []
    marking = shortened(settings.marking or "", LONGEST_LABEL)
    if marking:
        blocks.append(Paragraph(runs=(run(marking),), style=ParagraphStyle.MARKING, keep_with_next=True))
    name, kind = title(desk), kind_of_document(desk)
    blocks.append(Paragraph(runs=name, style=ParagraphStyle.TITLE, keep_with_next=True))
    if kind.casefold() not in plain(name).casefold():
        blocks.append(Paragraph(runs=(run(kind),), style=ParagraphStyle.SUBTITLE, keep_with_next=True))
    rows = [(desk.say(key), value) for key, value in (*_about(desk), *_prepared(desk)) if value]
    if rows:
        blocks.append(Pairs(rows=tuple(((label,), value) for label, value in rows)))
    return tuple(blocks)


def _about(desk: Desk) -> list[tuple[str, Runs]]:
    events = desk.dossier.events
    if len(events) == 1 and not desk.options("cover").compact:
        return _one_event(desk, events[0])
    lines = [("cover.event", _in_a_line(desk, event)) for event in events[:_MOST_EVENTS]]
    if len(events) > _MOST_EVENTS:
        lines.append(("cover.event", (desk.count("glance.others", len(events) - _MOST_EVENTS),)))
    return lines


def _one_event(desk: Desk, event: Event) -> list[tuple[str, Runs]]:
    return [
        ("cover.event", (desk.label_of(event.name),) if event.name else ()),
        ("cover.place", (desk.label_of(event.place),) if event.place else ()),
        ("cover.date", _date(desk, event)),
        ("cover.host", (desk.label_of(event.host),) if event.host else ()),
        ("cover.note", desk.note(event.id)[2:]),
    ]


def _in_a_line(desk: Desk, event: Event) -> Runs:
    name = desk.event_name(event, Tone.STRONG)
    place: Runs = (desk.label_of(event.place),) if event.name and event.place else ()
    return joined([joined([name, place, _date(desk, event)], " · "), desk.note(event.id)], "\n")


def _date(desk: Desk, event: Event) -> Runs:
    if event.when is None:
        return ()
    settled = event.when.start is not None or event.when.end is not None
    return (desk.settled(event.when),) if settled else desk.unsettled(event.when)


def _prepared(desk: Desk) -> list[tuple[str, Runs]]:
    settings = desk.settings
    reader = shortened(settings.prepared_for or "", LONGEST_LABEL)
    day = settings.prepared_on
    whom: Runs = (run(reader),) if reader else ()
    when: Runs = (desk.date(day),) if day else ()
    if whom and desk.options("cover").compact:
        return [("cover.prepared_for", joined([whom, when], " · "))]
    return [("cover.prepared_for", whom), ("cover.prepared_on", when)]
