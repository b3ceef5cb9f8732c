"""Where sources differ: the same thing, told in more than one way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from briefing.dossier.days import day_range
from briefing.dossier.events import Sighting
from briefing.dossier.grouping import by_key, joined
from briefing.model.dossier import Disagreement, Subject, Variant
from briefing.model.facts import Attendance, Attendee, Event, Figure, Mode
from briefing.text.likeness import content_words, folded

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


def figure_differences(figures: Sequence[Figure], event_of: Mapping[str, str | None]) -> tuple[Disagreement, ...]:
    """Counts and sums of one thing at one event that articles give differently.

    `event_of`: article id to the one event it reports, `None` where it reports none or several.
    """
    found: list[Disagreement] = []
    rivals = [figure for figure in figures if figure.amount.value is not None]
    shelves = by_key(rivals, lambda figure: (event_of.get(figure.words.span.article), figure.amount.currency))
    for shelf in shelves:
        if event_of.get(shelf[0].words.span.article) is None:
            continue
        for group in joined(shelf, _fitting):
            values = {f.amount.value: Variant(written=f.words.text, evidence=f.evidence.spans) for f in group}
            if len(values) > 1:
                subject = Subject.AMOUNT if group[0].amount.currency else Subject.COUNT
                found.append(
                    Disagreement(subject=subject, about=_counted_words(group[0]), values=tuple(values.values()))
                )
    return tuple(found)


def _fitting(one: Figure, groups: Sequence[Sequence[Figure]]) -> Sequence[Sequence[Figure]]:
    """The groups of figures that count the same thing in other articles."""
    return [group for group in groups if all(_same_thing(one, other) for other in group)]


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


def _same_thing(one: Figure, other: Figure) -> bool:
    if one.words.span.article == other.words.span.article:
        return False
    things, others = _counted(one), _counted(other)
    return bool(things) and len(things & others) * 3 >= len(things | others) * 2


def _counted(figure: Figure) -> frozenset[str]:
    """The words of what is counted, without the number itself."""
    numbers = content_words(figure.amount.written.text)
    return frozenset(word for word in content_words(figure.words.text) - numbers if not word[0].isdigit())


def _counted_words(figure: Figure) -> str:
    things = _counted(figure)
    return " ".join(word for word in folded(figure.words.text).split() if word in things)
