"""The facts of a dossier: found by id, gathered by the place in which the window shows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from briefing.model.decision import (
    Accept,
    Act,
    Add,
    Annotate,
    Correct,
    Decision,
    LeaveOut,
    Merge,
    Move,
    Split,
    Trim,
)
from briefing.model.dossier import Dossier, Mark
from briefing.model.draft import Draft
from briefing.model.facts import Attendee, Commitment, Event, Fact, Figure, Quote
from briefing_gui.presenters.wording import headline, second_line

__all__ = ["FAMILIES", "REVIEW", "confidence", "deciding", "facts_at", "family", "find", "headline", "second_line"]

REVIEW = "review"
DISAGREEMENTS = "disagreements"

# The kinds of facts, as the fields of a dossier name them.
FAMILIES: Mapping[type, str] = MappingProxyType(
    {Event: "events", Attendee: "attendees", Commitment: "commitments", Quote: "quotes", Figure: "figures"}
)
# Which kind each section prints; the others print what is not a list of facts.
_SHOWN_AT: Mapping[str, str] = MappingProxyType(
    {
        "cover": "events",
        "timeline": "events",
        "attendees": "attendees",
        "commitments": "commitments",
        "quotes": "quotes",
        "figures": "figures",
    }
)
_UNTOUCHED = Mark()


def family(fact: Fact) -> str:
    """The kind of a fact, as the dossier's field of that kind is called."""
    return FAMILIES[type(fact)]


def all_facts(dossier: Dossier) -> Iterator[Fact]:
    """Every fact, kind by kind."""
    yield from dossier.events
    yield from dossier.attendees
    yield from dossier.commitments
    yield from dossier.quotes
    yield from dossier.figures


def find(dossier: Dossier, fact_id: str) -> Fact | None:
    """The fact of that id; `None` where the dossier has none."""
    return next((fact for fact in all_facts(dossier) if fact.id == fact_id), None)


def shows(place: str) -> str | None:
    """What a place of the window lists: a kind of facts, `review`, `disagreements`, or `None` for nothing."""
    return place if place in (REVIEW, DISAGREEMENTS) else _SHOWN_AT.get(place)


def facts_at(dossier: Dossier, place: str) -> tuple[Fact, ...]:
    """The facts of a section in the order of print; none for a place that lists no facts."""
    kind = _SHOWN_AT.get(place)
    found: tuple[Fact, ...] = () if kind is None else getattr(dossier, kind)
    return found


def mark(dossier: Dossier, fact_id: str) -> Mark:
    """What the editor has done to a fact, according to the dossier."""
    return dossier.marks.get(fact_id, _UNTOUCHED)


def confidence(fact: Fact) -> float:
    """How sure a fact is: as sure as its least sure part."""
    if isinstance(fact, Attendee):
        return min(part.evidence.confidence for part in fact.attendances)
    return fact.evidence.confidence


def targets(act: Act) -> tuple[Fact, ...]:
    """The facts that an act decides about."""
    match act:
        case Merge(facts=facts):
            return facts
        case (
            Accept(fact=fact)
            | LeaveOut(fact=fact)
            | Correct(fact=fact)
            | Trim(fact=fact)
            | Split(fact=fact)
            | Move(fact=fact)
            | Annotate(fact=fact)
            | Add(fact=fact)
        ):
            return (fact,)


def deciding(draft: Draft, dossier: Dossier) -> dict[str, list[Decision]]:
    """The draft's decisions by the id of the fact they touch, oldest first.

    They are the draft's, which is there at once, and not the dossier's, which follows a moment later; the dossier
    says which decisions touch a fact that has another id now.
    """
    numbered = {decision.number: decision for decision in draft.decisions}
    found: dict[str, dict[int, Decision]] = {}
    for fact_id, touched in dossier.marks.items():
        known = {number: numbered[number] for number in touched.decisions if number in numbered}
        if known:
            found[fact_id] = known
    for decision in draft.decisions:
        for fact in targets(decision.act):
            found.setdefault(fact.id, {})[decision.number] = decision
    return {fact_id: [each[number] for number in sorted(each)] for fact_id, each in found.items()}
