"""References that hold: after all decisions every fact refers to what is there, by the name it has now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.dossier.galley import Galley
from briefing.dossier.references import mention_of, person_of, readdressed, references, with_person
from briefing.dossier.targets import cited
from briefing.model.decision import Slot
from briefing.model.dossier import Disagreement, Subject
from briefing.model.facts import Attendee, Event, Fact

_BY_NAME = frozenset({Slot.SPEAKER, Slot.ACTOR})
_ABOUT_SOMEBODY = frozenset({Subject.MODE, Subject.AMOUNT, Subject.COUNT})


def settle(galley: Galley) -> None:
    """Lets names follow their rows, and leads each reference that leads nowhere to what it means, or drops it."""
    events = [fact for fact in galley.facts.values() if isinstance(fact, Event)]
    settled = [row for row, mark in galley.marks.items() if Slot.MODE in mark.fields]
    for row in dict.fromkeys((*galley.placed, *settled)):
        if row in galley.facts:
            galley.put(_led_home(galley.facts[row], galley, events))
    for row, mark in galley.marks.items():
        if mark.fields & _BY_NAME and row in galley.facts:
            galley.put(_bound(galley.facts[row], galley))
    for row in tuple(galley.renamed):
        owner = galley.facts.get(row)
        if isinstance(owner, Attendee):
            for referring in galley.referring(row):
                galley.put(with_person(galley.facts[referring], owner.name, owner.id))


def renamed(disagreements: tuple[Disagreement, ...], galley: Galley) -> tuple[Disagreement, ...]:
    """The disagreements about people under the names that these have now."""
    if not disagreements:
        return ()
    names: dict[str, set[str]] = {}
    for row, fact in galley.found.items():
        now = galley.facts.get(galley.now(row))
        if isinstance(fact, Attendee) and isinstance(now, Attendee):
            names.setdefault(fact.name, set()).add(now.name)
    return tuple(
        replace(one, about=next(iter(names[one.about])))
        if one.subject in _ABOUT_SOMEBODY and len(names.get(one.about, ())) == 1
        else one
        for one in disagreements
    )


def _bound(fact: Fact, galley: Galley) -> Fact:
    """A fact of which the editor has said whose it is, bound to the row of that name."""
    name, row = person_of(fact)
    owner = galley.row_named(name) if name and row is None else None
    return fact if owner is None else with_person(fact, owner.name, owner.id)


def _led_home(fact: Fact, galley: Galley, events: Sequence[Event]) -> Fact:
    """A fact that was put in: its ids are of the time when the editor saw it, and rows may have others now."""
    name, row = person_of(fact)
    for reference in references(fact):
        if reference not in galley.facts and reference != row:
            fact = readdressed(fact, reference, _only_event(fact, events))
    if row is None or isinstance(galley.facts.get(row), Attendee):
        return fact
    words = mention_of(fact)
    owner = (galley.row_at(words.span) if words else None) or (galley.row_named(name) if name else None)
    return with_person(fact, owner.name if owner else name, owner.id if owner else None)


def _only_event(fact: Fact, events: Sequence[Event]) -> str | None:
    """The one event that the articles of a fact report; `None` where they report several or none."""
    articles = {span.article for span in cited(fact)}
    found = [one.id for one in events if articles & {span.article for span in one.evidence.spans}]
    return found[0] if len(found) == 1 else None
