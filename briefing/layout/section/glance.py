"""At a glance: counts and the facts that weigh most, put together and never composed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.layout.clean import shortened
from briefing.layout.desk import Desk
from briefing.layout.person import name, short_office
from briefing.layout.rank import weightiest
from briefing.layout.section.disagreements import subject
from briefing.layout.standing import Part, by_presence, by_undertaking, parts_by_event
from briefing.layout.undertaking import headline
from briefing.layout.weave import joined, run
from briefing.model.dossier import Variant
from briefing.model.facts import Attendee, AttendeeKind, Mode
from briefing.model.manuscript import Block, Listing, Runs, Tone

# Beyond these an overview is none.
_MOST_EVENTS = 6
_MOST_DISAGREEMENTS = 3
_MOST_VALUES = 4
# A group's name can be a whole clause.
_LONGEST_NAME = 120

_MODES = (Mode.IN_PERSON, Mode.REMOTE, Mode.REPRESENTED, Mode.EXPECTED, Mode.ABSENT)


def glance(desk: Desk) -> tuple[Block, ...]:
    """Who took part in each event, what weighs most among promises, and where to watch out."""
    presence = tuple(_presence(desk))
    blocks = tuple(_running(desk, presence) if desk.options("glance").compact else _in_full(desk, presence))
    return (desk.heading(1, desk.say("section.glance")), *blocks) if blocks else ()


def _in_full(desk: Desk, presence: Sequence[tuple[Runs, tuple[Runs, ...]]]) -> Iterator[Block]:
    for label, lines in presence:
        if label:
            yield desk.label(*label)
        yield Listing(items=lines)
    counts = _undertakings(desk)
    if counts:
        yield desk.label(desk.say("section.commitments", Tone.STRONG))
        yield Listing(items=counts)
    chief = weightiest(by_undertaking(desk.dossier.commitments).get("promises", ()), desk.options("glance").headlines)
    if chief:
        yield desk.label(desk.say("glance.weighty", Tone.STRONG))
        yield Listing(items=tuple(headline(desk, each) for each in chief))
    differ = _disagreements(desk)
    if differ:
        yield desk.label(desk.say("glance.differ", Tone.STRONG))
        yield Listing(items=differ)


def _running(desk: Desk, presence: Sequence[tuple[Runs, tuple[Runs, ...]]]) -> Iterator[Block]:
    """Counts of those present, one line per event, and one each for commitments and disagreements."""
    items = [_titled(desk, label, joined(lines, "; ")) for label, lines in presence]
    counts = _undertakings(desk)
    if counts:
        items.append(_titled(desk, (desk.say("section.commitments", Tone.STRONG),), joined(counts, "; ")))
    if desk.whole.disagreements:
        items.append((desk.count("glance.disagreements", len(desk.whole.disagreements)),))
    if items:
        yield Listing(items=tuple(items))


def _titled(desk: Desk, label: Runs, line: Runs) -> Runs:
    return desk.phrase("glance.list", count=label, names=line) if label else line


def _presence(desk: Desk) -> Iterator[tuple[Runs, tuple[Runs, ...]]]:
    """Each event with its lines, then what is tied to none; a brief on one thing only needs no name over it."""
    parts = parts_by_event(desk.whole)
    events = desk.whole.events
    for event in events[:_MOST_EVENTS]:
        lines = _lines(desk, parts[event.id])
        if lines:
            yield desk.event_name(event, Tone.STRONG) if len(events) > 1 or parts[None] else (), lines
    if len(events) > _MOST_EVENTS:
        yield (), ((desk.count("glance.others", len(events) - _MOST_EVENTS),),)
    apart = _lines(desk, parts[None])
    if apart:
        yield (desk.say("attendees.no_event", Tone.STRONG),) if events else (), apart


def _lines(desk: Desk, parts: Sequence[Part]) -> tuple[Runs, ...]:
    people = [part for part in parts if part[0].kind is AttendeeKind.PERSON]
    lines: list[Runs] = []
    for mode in _MODES:
        there = [attendee for attendee, part in people if part.mode is mode]
        if there:
            lines.append(_counted(desk, f"glance.{mode.value}", there))
    if desk.options("glance").compact:
        return tuple(lines)
    unstated = len(by_presence(people).get("unstated", ()))
    if unstated:
        lines.append((desk.count("glance.unstated", unstated),))
    groups = [attendee for attendee, part in parts if attendee.kind is AttendeeKind.GROUP]
    if groups:
        lines.append(_counted(desk, "glance.groups", groups))
    return tuple(lines)


def _counted(desk: Desk, key: str, attendees: Sequence[Attendee]) -> Runs:
    named = [each for each in attendees if len(each.name) <= _LONGEST_NAME][: desk.options("glance").names]
    count: Runs = (desk.count(key, len(attendees), Tone.STRONG if named else Tone.PLAIN),)
    if not named:
        return count
    items = [_person(desk, each) for each in named]
    others = len(attendees) - len(named)
    if others:
        items.append((desk.count("glance.others", others),))
    return desk.phrase("glance.list", count=count, names=desk.listing(items))


def _person(desk: Desk, attendee: Attendee) -> Runs:
    office = short_office(desk, attendee)
    printed: Runs = (name(desk, attendee),)
    if not office or sum(len(each.text) for each in office) > _LONGEST_NAME:
        return printed
    return desk.phrase("glance.name_role", name=printed, role=office)


def _undertakings(desk: Desk) -> tuple[Runs, ...]:
    standing = by_undertaking(desk.whole.commitments)
    return tuple((desk.count(f"glance.{kind}", len(found)),) for kind, found in standing.items())


def _disagreements(desk: Desk) -> tuple[Runs, ...]:
    disagreements = desk.whole.disagreements
    items: list[Runs] = []
    for each in disagreements[:_MOST_DISAGREEMENTS]:
        values = [_statement(desk, value) for value in each.values[:_MOST_VALUES]]
        items.append((*subject(desk, each), run(" — "), *joined(values, " / ")))
    if len(disagreements) > len(items):
        items.append((desk.count("glance.others", len(disagreements) - len(items)),))
    return tuple(items)


def _statement(desk: Desk, value: Variant) -> Runs:
    article = value.evidence[0].article if value.evidence else ""
    return (desk.words(shortened(value.written, _LONGEST_NAME), article),)
