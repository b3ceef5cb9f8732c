"""What of an edited dossier is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from briefing.dossier.references import readdressed, references
from briefing.model.dossier import Disagreement, Dossier, Subject, Variant
from briefing.model.facts import Attendee, Commitment, Event, Fact, Figure, Quote

F = TypeVar("F", Event, Attendee, Commitment, Quote, Figure)


def printed(dossier: Dossier) -> Dossier:
    """The dossier without the facts that are left out, references to them, and differences that only they made."""
    out = frozenset(row for row, mark in dossier.marks.items() if mark.left_out)
    if not out:
        return dossier

    def kept(facts: Iterable[F]) -> tuple[F, ...]:
        return tuple(_without(fact, out) for fact in facts if fact.id not in out)

    return replace(
        dossier,
        events=kept(dossier.events),
        attendees=kept(dossier.attendees),
        commitments=kept(dossier.commitments),
        quotes=kept(dossier.quotes),
        figures=kept(dossier.figures),
        disagreements=_standing(dossier, out),
        marks={row: mark for row, mark in dossier.marks.items() if row not in out},
    )


def _without(fact: F, out: frozenset[str]) -> F:
    for row in references(fact):
        if row in out:
            changed = readdressed(fact, row, None)
            if isinstance(changed, type(fact)):
                fact = changed
    return fact


def _standing(dossier: Dossier, out: frozenset[str]) -> tuple[Disagreement, ...]:
    """The disagreements of which at least one variant is still told by a fact that is printed."""
    return tuple(
        one for one in dossier.disagreements if not all(_silenced(one, variant, dossier, out) for variant in one.values)
    )


def _silenced(one: Disagreement, variant: Variant, dossier: Dossier, out: frozenset[str]) -> bool:
    """Whether every fact that tells a variant is left out; one that no fact tells stands by itself."""
    told = [fact.id for fact in _tellers(one, variant, dossier)]
    return bool(told) and all(row in out for row in told)


def _tellers(one: Disagreement, variant: Variant, dossier: Dossier) -> Iterator[Fact]:
    match one.subject:
        case Subject.MODE | Subject.ROLE:
            yield from (row for row in dossier.attendees if row.name == one.about)
        case Subject.PLACE | Subject.DATE:
            yield from (event for event in dossier.events if _cites(event, variant))
        case Subject.COUNT | Subject.AMOUNT:
            yield from (fact for fact in dossier.figures if _cites(fact, variant) and _says(fact, variant))
            yield from (fact for fact in dossier.commitments if _cites(fact, variant) and _says(fact, variant))


def _cites(fact: Event | Commitment | Figure, variant: Variant) -> bool:
    return any(span in variant.evidence for span in fact.evidence.spans)


def _says(fact: Commitment | Figure, variant: Variant) -> bool:
    return fact.words.text == variant.written
