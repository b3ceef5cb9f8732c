"""A person or group in print: name, office, delegation."""

from __future__ import annotations

from dataclasses import replace

from briefing.layout.clean import folded
from briefing.layout.desk import Desk
from briefing.layout.weave import joined, run
from briefing.locale import roles
from briefing.model.facts import Attendance, Attendee
from briefing.model.manuscript import Run, Runs, Tone
from briefing.model.span import Written


def name(desk: Desk, attendee: Attendee, tone: Tone = Tone.PLAIN, anchor: str | None = None) -> Run:
    """The name as printed of the fact."""
    return replace(desk.words(attendee.name, attendee.names[0].span.article, tone, attendee.id), anchor=anchor)


def best_role(attendee: Attendee, attendance: Attendance | None = None) -> Written | None:
    """The role that the sources of an attendance give, else the best one."""
    if attendance is not None:
        sources = {span.article for span in attendance.evidence.spans}
        for role in attendee.roles:
            if role.span.article in sources:
                return role
    return attendee.roles[0] if attendee.roles else None


def office(desk: Desk, attendee: Attendee, attendance: Attendance | None = None) -> Runs:
    """The role in the reader's language, the source's words beside it, and the organisation they do not name."""
    role = best_role(attendee, attendance)
    parts: list[Runs] = []
    if role is not None:
        parts.append(_role(desk, role))
    organisation = folded(attendee.organisation or "")
    if organisation and (role is None or organisation.casefold() not in folded(role.text).casefold()):
        parts.append((desk.words(organisation, attendee.names[0].span.article),))
    return joined(parts, ", ")


def short_office(desk: Desk, attendee: Attendee, attendance: Attendance | None = None) -> Runs:
    """The role in as few words as there are: the reader's, else the source's; nothing where none is stated."""
    role = best_role(attendee, attendance)
    if role is None:
        return ()
    translated = _translated(desk, role)
    return (run(translated),) if translated else (desk.written(role),)


def other_spellings(attendee: Attendee) -> tuple[Written, ...]:
    """Up to three full forms of the name that differ from the one printed; bare surnames do not count."""
    printed = folded(attendee.name).casefold()
    found: dict[str, Written] = {}
    for written in attendee.names:
        form = folded(written.text).casefold()
        if form not in printed and len(form.split()) > 1:
            found.setdefault(form, written)
    return tuple(found.values())[:3]


def delegation(desk: Desk, attendee: Attendee) -> tuple[str, Runs]:
    """Whom an attendee belongs to, as a key to group by and in words; an empty key where it is not stated."""
    if attendee.country:
        return f"country {attendee.country}", (
            run(desk.locale.country(attendee.country) or attendee.country, Tone.STRONG),
        )
    organisation = folded(attendee.organisation or "")
    if organisation:
        words = desk.words(organisation, attendee.names[0].span.article, Tone.STRONG)
        return f"organisation {organisation.casefold()}", (words,)
    return "", (desk.say("attendees.no_delegation", Tone.STRONG),)


def _role(desk: Desk, role: Written) -> Runs:
    translated = _translated(desk, role)
    if not translated:
        return (desk.written(role),)
    return desk.beside(run(translated), desk.written(role, Tone.QUIET))


def _translated(desk: Desk, role: Written) -> str | None:
    if desk.foreign(role.span.article) is None:
        return None
    return roles.translate(folded(role.text), desk.locale.catalogue)
