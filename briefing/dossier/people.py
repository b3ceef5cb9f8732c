"""Attendees of several articles: one person, one row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from briefing.dossier.grouping import content_id, grouped, unique
from briefing.model.facts import Attendance, Attendee, AttendeeKind, Evidence, Mode
from briefing.model.span import Written
from briefing.text.likeness import content_words, folded
from briefing.text.names import may_be_same, name_words, person_key

Sighted = tuple[str, Attendee]

# What says most about somebody's part in an event comes first; a mere mention yields to everything.
WEIGHT = {mode: weight for weight, mode in enumerate(Mode)}


def merged_attendees(
    sighted: Sequence[Sighted], events: Mapping[tuple[str, str], str]
) -> tuple[tuple[Attendee, ...], dict[tuple[str, str], Attendee]]:
    """One row per person or group, and where each article's own row went.

    `sighted`: article id and attendee. `events`: where each article's own events went.
    """
    rivals = Counter(person_key(person.name) for _, person in sighted if len(name_words(person.name)) > 1)
    rows: list[Attendee] = []
    moved: dict[tuple[str, str], Attendee] = {}
    for group in grouped(sighted, lambda one, other: _same(one[1], other[1], rivals)):
        row = _row(group, events)
        rows.append(row)
        moved |= {(article, attendee.id): row for article, attendee in group}
    return tuple(rows), moved


def _same(one: Attendee, other: Attendee, rivals: Mapping[str, int]) -> bool:
    if one.kind is not other.kind:
        return False
    if one.kind is AttendeeKind.GROUP:
        return folded(one.name) == folded(other.name)
    if folded(one.name) == folded(other.name) and len(name_words(one.name)) > 1:
        return True
    if not may_be_same(one.name, other.name) or (one.country and other.country and one.country != other.country):
        return False
    if min(len(name_words(one.name)), len(name_words(other.name))) > 1:
        return True
    # A bare surname is somebody only if nobody else bears it and something besides the name fits.
    surname = min(name_words(one.name), name_words(other.name), key=len)[0]
    bearers = [key for key in rivals if may_be_same(surname, key)]
    return len(bearers) <= 1 and (_alike(one, other) or (one.country is not None and one.country == other.country))


def _alike(one: Attendee, other: Attendee) -> bool:
    """Whether a role of one shares a word of matter with a role of the other."""
    words = [frozenset().union(*(content_words(role.text) for role in a.roles)) for a in (one, other)]
    return bool(words[0] & words[1])


def _row(group: Sequence[Sighted], events: Mapping[tuple[str, str], str]) -> Attendee:
    attendees = [attendee for _, attendee in group]
    names = unique(written for attendee in attendees for written in attendee.names)
    roles = _roles(attendees)
    name = _fullest([attendee.name for attendee in attendees])
    kind = attendees[0].kind
    key = person_key(name) if kind is AttendeeKind.PERSON else folded(name)
    return Attendee(
        id=content_id(kind.value, key),
        kind=kind,
        name=name,
        names=_name_first(name, names),
        roles=roles,
        organisation=_most([attendee.organisation for attendee in attendees]),
        country=_most([attendee.country for attendee in attendees]),
        attendances=_attendances(group, events),
    )


def _fullest(names: Sequence[str]) -> str:
    """The name with most words; among those the one that most articles use, then the longest (Joseph before Joe)."""
    often = Counter(names)
    return min(names, key=lambda name: (-len(name_words(name)), -often[name], -len(name), name))


def _name_first(name: str, names: tuple[Written, ...]) -> tuple[Written, ...]:
    return tuple(sorted(names, key=lambda written: written.text != name))


def _roles(attendees: Sequence[Attendee]) -> tuple[Written, ...]:
    """All roles as written; each article's best one before the rest, the longest of these first."""
    best = sorted((a.roles[0] for a in attendees if a.roles), key=lambda role: -len(role.text))
    return unique([*best, *(role for a in attendees for role in a.roles)])


def _most(values: Sequence[str | None]) -> str | None:
    """The value most often given; `None` where none is, or where two are given equally often."""
    ranked = Counter(value for value in values if value is not None).most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _attendances(group: Sequence[Sighted], events: Mapping[tuple[str, str], str]) -> tuple[Attendance, ...]:
    """One attendance per event, the weightiest as found, with the evidence of all articles that say the same."""
    by_event: dict[str | None, list[Attendance]] = {}
    for article, attendee in group:
        for attendance in attendee.attendances:
            event = None if attendance.event is None else events.get((article, attendance.event))
            by_event.setdefault(event, []).append(attendance)
    found = [_weightiest(event, attendances) for event, attendances in by_event.items()]
    return tuple(sorted(found, key=lambda a: (WEIGHT[a.mode], a.event or "~")))


def _weightiest(event: str | None, attendances: Sequence[Attendance]) -> Attendance:
    best = min(attendances, key=lambda a: (WEIGHT[a.mode], -a.evidence.confidence))
    agreeing = [a.evidence for a in attendances if a.mode is best.mode]
    evidence = Evidence(
        spans=unique(span for one in (best.evidence, *agreeing) for span in one.spans),
        rule=best.evidence.rule,
        confidence=max(one.confidence for one in agreeing),
    )
    return Attendance(event=event, mode=best.mode, words=best.words, evidence=evidence)
