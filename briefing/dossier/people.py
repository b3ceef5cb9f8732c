"""Attendees of several articles: one person, one row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.dossier.grouping import by_key, distinct_ids, joined, unique
from briefing.dossier.namesakes import are_namesakes
from briefing.model.decision import EDITOR, EDITOR_MODE
from briefing.model.facts import Attendance, Attendee, AttendeeKind, Evidence, Mode
from briefing.model.span import Written
from briefing.text.likeness import content_words, folded
from briefing.text.names import is_nickname, may_be_same, name_words, person_key, sound

Sighted = tuple[str, Attendee]

# What says most about somebody's part in an event comes first; a mere mention yields to everything.
WEIGHT = {mode: weight for weight, mode in enumerate(Mode)}


def merged_attendees(
    sighted: Sequence[Sighted], events: Mapping[tuple[str, str], str]
) -> tuple[tuple[Attendee, ...], dict[tuple[str, str], Attendee]]:
    """One row per person or group, and where each article's own row went.

    `sighted`: article id and attendee. `events`: where each article's own events went.
    """
    groups = _groups(sighted)
    rows = [_row(group, events) for group in groups]
    keys = [(row.kind.value, _key(row)) for row in rows]
    tellers = [min(f"{article} {attendee.id}" for article, attendee in group) for group in groups]
    identified = [replace(row, id=new) for row, new in zip(rows, distinct_ids("attendee", keys, tellers), strict=True)]
    moved = {
        (article, attendee.id): row
        for row, group in zip(identified, groups, strict=True)
        for article, attendee in group
    }
    return tuple(identified), moved


def _groups(sighted: Sequence[Sighted]) -> list[list[Sighted]]:
    """Sightings of the same one together; full names first, so that a short form finds all who may bear it."""
    groups: list[list[Sighted]] = []
    for alike in by_key(sighted, _shelf):
        ordered = sorted(alike, key=lambda one: (*_shortness(one[1].name), one[1].name, one[0]))
        groups += joined(ordered, _fitting)
    return groups


def _fitting(one: Sighted, groups: Sequence[Sequence[Sighted]]) -> Sequence[Sequence[Sighted]]:
    """The groups that a sighting can belong to; none for a short name that several people bear."""
    bare, initial, _ = _shortness(one[1].name)
    if (bare or initial) and one[1].kind is AttendeeKind.PERSON:
        groups = [group for group in groups if any(may_be_same(one[1].name, other.name) for _, other in group)]
        if len(groups) > 1:
            groups = [group for group in groups if _is_told_apart(one[1].name, group, groups)]
        if len(groups) > 1:
            return ()
    return [group for group in groups if _belongs(one, group)]


def _is_told_apart(name: str, group: Sequence[Sighted], groups: Sequence[Sequence[Sighted]]) -> bool:
    """Whether a group has somebody of just this full name whom an article tells apart from one of the other groups."""
    words = name_words(name)
    if len(words) < 2 or len(words[0]) == 1:
        return False
    articles = {article for article, other in group if name_words(other.name) == words}
    return any(article in articles for other in groups if other is not group for article, _ in other)


def _shelf(one: Sighted) -> tuple[str, str]:
    """What two sightings must share to be compared at all."""
    attendee = one[1]
    if attendee.kind is AttendeeKind.GROUP:
        return attendee.kind.value, folded(attendee.name)
    words = name_words(attendee.name)
    return attendee.kind.value, sound(words[-1]) if words else attendee.name


def _shortness(name: str) -> tuple[bool, bool, int]:
    """Sorts full names before initials and nicknames, and these before bare surnames."""
    words = name_words(name)
    return len(words) < 2, bool(words) and (len(words[0]) == 1 or is_nickname(words[0])), -len(words)


def _belongs(one: Sighted, group: Sequence[Sighted]) -> bool:
    """Whether a sighting can be the one whom a whole group of sightings is about."""
    article, attendee = one
    if any(article == other for other, _ in group):
        return False  # whom one article tells apart, it tells apart with reason
    return all(may_be_one(attendee, other) and not are_namesakes(attendee, other) for _, other in group)


def may_be_one(one: Attendee, other: Attendee) -> bool:
    """Whether two rows of different articles can be about one person or group."""
    abroad = one.country is not None and other.country is not None and one.country != other.country
    if one.kind is AttendeeKind.GROUP:
        return not abroad
    if not may_be_same(one.name, other.name):
        return False
    if abroad:
        # An article can be wrong about a country, but then the full name and the office agree.
        return folded(one.name) == folded(other.name) and len(name_words(one.name)) > 1 and _alike(one, other)
    if min(len(name_words(one.name)), len(name_words(other.name))) > 1:
        return True
    # A bare surname is somebody only if something besides the name fits.
    return _alike(one, other) or (one.country is not None and one.country == other.country)


def _alike(one: Attendee, other: Attendee) -> bool:
    """Whether a role of one shares a word of matter with a role of the other."""
    words = [frozenset().union(*(content_words(role.text) for role in a.roles)) for a in (one, other)]
    return bool(words[0] & words[1])


def _key(row: Attendee) -> str:
    return person_key(row.name) if row.kind is AttendeeKind.PERSON else folded(row.name)


def _row(group: Sequence[Sighted], events: Mapping[tuple[str, str], str]) -> Attendee:
    group = sorted(group, key=lambda one: one[0])
    attendees = [attendee for _, attendee in group]
    names = unique(written for attendee in attendees for written in attendee.names)
    name = fullest([attendee.name for attendee in attendees])
    return Attendee(
        id="",
        kind=attendees[0].kind,
        name=name,
        names=name_first(name, names),
        roles=_roles(attendees),
        organisation=_most([attendee.organisation for attendee in attendees]),
        country=_most([attendee.country for attendee in attendees]),
        attendances=_attendances(group, events),
        gender=_most([attendee.gender for attendee in attendees]),
    )


def fullest(names: Sequence[str]) -> str:
    """The name with most words; among those the one that most articles use, then the longest (Joseph before Joe)."""
    often = Counter(names)
    return min(names, key=lambda name: (-len(name_words(name)), -often[name], -len(name), name))


def name_first(name: str, names: tuple[Written, ...]) -> tuple[Written, ...]:
    """The mentions, those in the form of `name` before the others."""
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
    found = [weightiest(event, attendances) for event, attendances in by_event.items()]
    return tuple(sorted(found, key=lambda a: (WEIGHT[a.mode], a.event or "~")))


def weightiest(event: str | None, attendances: Sequence[Attendance]) -> Attendance:
    """One attendance of all those of one event: the editor's, else the weightiest."""
    own = [a for a in attendances if a.evidence.rule in (EDITOR, EDITOR_MODE)]
    best = min(own or attendances, key=lambda a: (WEIGHT[a.mode], -a.evidence.confidence))
    agreeing = [a.evidence for a in attendances if a.mode is best.mode]
    evidence = Evidence(
        spans=unique(span for one in (best.evidence, *agreeing) for span in one.spans),
        rule=best.evidence.rule,
        confidence=max(one.confidence for one in agreeing),
    )
    return Attendance(event=event, mode=best.mode, words=best.words, evidence=evidence)
