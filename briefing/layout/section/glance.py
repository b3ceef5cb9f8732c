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
    blocks: list[Block] = [*_presence(desk), *_commitments(desk), *_disagreements(desk)]
    return (desk.heading(1, desk.say("section.glance")), *blocks) if blocks else ()


def _presence(desk: Desk) -> Iterator[Block]:
    parts = parts_by_event(desk.whole)
    for event in desk.whole.events[:_MOST_EVENTS]:
        lines = _lines(desk, parts[event.id])
        if lines:
            if len(desk.whole.events) > 1:
                yield desk.label(*desk.event_name(event, Tone.STRONG))
            yield Listing(items=lines)
    apart = _lines(desk, parts[None])
    if apart:
        if len(desk.whole.events) > 0:
            yield desk.label(desk.say("attendees.no_event", Tone.STRONG))
        yield Listing(items=apart)


def _lines(desk: Desk, parts: Sequence[Part]) -> tuple[Runs, ...]:
    people = [part for part in parts if part[0].kind is AttendeeKind.PERSON]
    lines: list[Runs] = []
    for mode in _MODES:
        there = [attendee for attendee, part in people if part.mode is mode]
        if there:
            lines.append(_counted(desk, f"glance.{mode.value}", there))
    unstated = len(by_presence(people).get("unstated", ()))
    if unstated:
        lines.append((desk.count("glance.unstated", unstated),))
    groups = [attendee for attendee, part in parts if attendee.kind is AttendeeKind.GROUP]
    if groups:
        lines.append(_counted(desk, "glance.groups", groups))
    return tuple(lines)


def _counted(desk: Desk, key: str, attendees: Sequence[Attendee]) -> Runs:
    count: Runs = (desk.count(key, len(attendees), Tone.STRONG),)
    named = [each for each in attendees if len(each.name) <= _LONGEST_NAME][: desk.options("glance").names]
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


def _commitments(desk: Desk) -> Iterator[Block]:
    standing = by_undertaking(desk.whole.commitments)
    counts = tuple((desk.count(f"glance.{kind}", len(found), Tone.STRONG),) for kind, found in standing.items())
    if counts:
        yield desk.label(desk.say("section.commitments", Tone.STRONG))
        yield Listing(items=counts)
    promises = by_undertaking(desk.dossier.commitments).get("promises", ())
    chief = weightiest(promises, desk.options("glance").headlines)
    if chief:
        yield desk.label(desk.say("glance.weighty", Tone.STRONG))
        yield Listing(items=tuple(headline(desk, each) for each in chief))


def _disagreements(desk: Desk) -> Iterator[Block]:
    disagreements = desk.whole.disagreements
    if not disagreements:
        return
    items: list[Runs] = []
    for each in disagreements[:_MOST_DISAGREEMENTS]:
        values = [_statement(desk, value) for value in each.values[:_MOST_VALUES]]
        items.append((*subject(desk, each), run(" — "), *joined(values, " / ")))
    if len(disagreements) > len(items):
        items.append((desk.count("glance.others", len(disagreements) - len(items)),))
    yield desk.label(desk.say("glance.differ", Tone.STRONG))
    yield Listing(items=tuple(items))


def _statement(desk: Desk, value: Variant) -> Runs:
    article = value.evidence[0].article if value.evidence else ""
    return (desk.words(shortened(value.written, _LONGEST_NAME), article),)
