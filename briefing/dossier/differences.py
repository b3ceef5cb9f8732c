"""Where sources differ: the same thing, told in more than one way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from briefing.dossier.days import day_range
from briefing.dossier.events import Sighting
from briefing.model.dossier import Disagreement, Subject, Variant
from briefing.model.facts import Attendance, Attendee, Event, Mode
from briefing.text.likeness import content_words

# Two of these of one person at one event cannot both be so; a quotation or mention contradicts nothing.
_EXCLUSIVE = frozenset({Mode.IN_PERSON, Mode.REMOTE, Mode.ABSENT})


def event_differences(groups: Iterable[Sequence[Sighting]]) -> tuple[Disagreement, ...]:
    """Places and dates that the reports of one event give differently."""
    found: list[Disagreement] = []
    for group in groups:
        events = [sighting.event for sighting in group]
        about = next((event.name.text for event in events if event.name), "")
        found += _told_apart(Subject.PLACE, about, events, _place)
        found += _told_apart(Subject.DATE, about, events, _date)
    return tuple(found)


def mode_differences(
    sighted: Sequence[tuple[str, Attendee]],
    events: Mapping[tuple[str, str], str],
    people: Mapping[tuple[str, str], Attendee],
) -> tuple[Disagreement, ...]:
    """People whom one source has at an event in another way than the next."""
    told: dict[tuple[str, str], dict[Mode, Attendance]] = {}
    for article, attendee in sighted:
        for attendance in attendee.attendances:
            event = events.get((article, attendance.event or ""))
            if event is not None and attendance.words is not None and attendance.mode in _EXCLUSIVE:
                told.setdefault((people[article, attendee.id].name, event), {}).setdefault(attendance.mode, attendance)
    return tuple(
        Disagreement(subject=Subject.MODE, about=name, values=tuple(map(_mode_variant, modes.values())))
        for (name, _), modes in told.items()
        if len(modes) > 1
    )


def _told_apart(
    subject: Subject, about: str, events: Sequence[Event], told: Callable[[Event], tuple[str, frozenset[str]] | None]
) -> list[Disagreement]:
    """One disagreement if two events tell `subject` in ways that have nothing in common."""
    kept: list[tuple[frozenset[str], Variant]] = []
    for event in events:
        one = told(event)
        if one is not None and not any(one[1] & meaning for meaning, _ in kept):
            kept.append((one[1], Variant(written=one[0], evidence=event.evidence.spans)))
    variants = tuple(variant for _, variant in kept)
    return [Disagreement(subject=subject, about=about, values=variants)] if len(variants) > 1 else []


def _place(event: Event) -> tuple[str, frozenset[str]] | None:
    return None if event.place is None else (event.place.text, content_words(event.place.text))


def _date(event: Event) -> tuple[str, frozenset[str]] | None:
    """The days an event may have taken, as ordinals in words; only dates that the text settles can differ."""
    days = day_range(event.when)
    if event.when is None or days is None:
        return None
    return event.when.written.text, frozenset(map(str, range(days[0], days[1] + 1)))


def _mode_variant(attendance: Attendance) -> Variant:
    return Variant(written=attendance.words.text if attendance.words else "", evidence=attendance.evidence.spans)
