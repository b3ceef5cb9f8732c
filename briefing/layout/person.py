"""A person or group in print: name, office, delegation."""

from __future__ import annotations

from dataclasses import replace

from briefing.layout.clean import folded, shortened
from briefing.layout.desk import LONGEST_LABEL, Desk
from briefing.layout.weave import joined, plain, run
from briefing.locale import roles
from briefing.model.decision import Slot
from briefing.model.facts import Attendance, Attendee, AttendeeKind
from briefing.model.manuscript import Run, Runs, Tone
from briefing.model.span import Written


def name(desk: Desk, attendee: Attendee, tone: Tone = Tone.PLAIN, anchor: str | None = None) -> Run:
    """The name as printed of the fact."""
    words = desk.words(attendee.name, attendee.names[0].span.article, tone, attendee.id)
    return replace(desk.claimed(words, (attendee.id, Slot.NAME)), anchor=anchor)


def best_role(attendee: Attendee, attendance: Attendance | None = None) -> Written | None:
    """The role that the sources of an attendance give, else the best one."""
    if attendance is not None:
        sources = {span.article for span in attendance.evidence.spans}
        for role in attendee.roles:
            if role.span.article in sources:
                return role
    return attendee.roles[0] if attendee.roles else None


def office(desk: Desk, attendee: Attendee, attendance: Attendance | None = None) -> Runs:
    """The role in the reader's language over the source's words, for a row that stands under its delegation.

    A group has no role; what the reader calls it stands there, where that is certain and another name.
    """
    if attendee.kind is AttendeeKind.GROUP and not attendee.roles:
        own = desk.own_name(attendee.name, attendee.names[0].span.article)
        return (run(own),) if own else ()
    role = best_role(attendee, attendance)
    if role is None:
        return ()
    translated = _translated(desk, attendee, role)
    runs = desk.beside(run(translated), _original(desk, role)) if translated else (desk.written(role),)
    # Without a country the organisation is the delegation, and heads the rows already.
    organisation = _organisation(desk, attendee, role) if attendee.country else ()
    return joined([runs, organisation], ", ")


def short_office(desk: Desk, attendee: Attendee, attendance: Attendance | None = None) -> Runs:
    """Role, organisation and country in a running line; a role's source words only where it has no translation."""
    role = best_role(attendee, attendance)
    translated = _translated(desk, attendee, role) if role else None
    runs: Runs = (run(translated),) if translated else (desk.label_of(role),) if role else ()
    return joined([runs, _organisation(desk, attendee, role), _country(desk, attendee, runs)], ", ")


def full_office(desk: Desk, attendee: Attendee, article: str) -> Runs:
    """The role that an article gives, in a running line with the source's words in brackets."""
    there = tuple(role for role in attendee.roles if role.span.article == article)
    role = (there or attendee.roles or (None,))[0]
    translated = _translated(desk, attendee, role) if role else None
    if role is None or not translated:
        return short_office(desk, replace(attendee, roles=there or attendee.roles))
    runs: Runs = (run(translated), run(" ("), _original(desk, role), run(")"))
    return joined([runs, _organisation(desk, attendee, role)], ", ")


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
        words = _body(desk, attendee, organisation, Tone.STRONG)
        return f"organisation {organisation.casefold()}", (words,)
    return "", (desk.say("attendees.no_delegation", Tone.STRONG),)


def _translated(desk: Desk, attendee: Attendee, role: Written) -> str | None:
    """The role in the reader's language; `None` where it is in it already or has no certain translation."""
    if desk.foreign(role.span.article) is None:
        return None
    return roles.translate(folded(role.text), desk.locale.catalogue, gender=attendee.gender)


def _original(desk: Desk, role: Written) -> Run:
    """The words of which a translation is known: they are in the source's language, whoever wrote them."""
    return desk.words(role.text, role.span.article, Tone.QUIET)


def _organisation(desk: Desk, attendee: Attendee, role: Written | None) -> Runs:
    """The organisation, unless the role names it."""
    title = folded(attendee.organisation or "")
    if not title or (role is not None and title.casefold() in folded(role.text).casefold()):
        return ()
    return (_body(desk, attendee, shortened(title, LONGEST_LABEL)),)


def _body(desk: Desk, attendee: Attendee, title: str, tone: Tone = Tone.PLAIN) -> Run:
    """The name of an organisation as the reader knows it, else in the source's words."""
    article = attendee.names[0].span.article
    own = desk.own_name(title, article)
    if own:
        return run(own, tone)
    return desk.claimed(desk.words(title, article, tone), (attendee.id, Slot.ORGANISATION))


def _country(desk: Desk, attendee: Attendee, said: Runs) -> Runs:
    """A person's country, unless what is said of them names it; names of countries change their ends in a phrase."""
    if attendee.country is None or attendee.kind is AttendeeKind.GROUP:
        return ()
    title = desk.locale.country(attendee.country)
    if not title or title[: max(4, len(title) - 3)].casefold() in plain(said).casefold():
        return ()
    return (run(title),)
