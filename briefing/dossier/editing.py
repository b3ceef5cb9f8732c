"""The editor's decisions on a compiled dossier: they win over whatever was found, and outlive it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from briefing.dossier.acting import Acts
from briefing.dossier.galley import Galley
from briefing.dossier.ordering import in_order, same_rank
from briefing.dossier.printing import printed
from briefing.dossier.references import readdressed
from briefing.dossier.settling import renamed, settle
from briefing.dossier.targets import own_places
from briefing.dossier.verifying import holds, refusal
from briefing.model.decision import Accept, Act, Add, Annotate, Correct, Decision, LeaveOut, Move, Slot, Trim
from briefing.model.dossier import Dossier
from briefing.model.facts import Attendee, Commitment, Event, Fact, Figure, Quote

__all__ = ["dormant", "edit", "followed", "printed", "superseded"]

F = TypeVar("F", Event, Attendee, Commitment, Quote, Figure)


def edit(dossier: Dossier, decisions: Sequence[Decision]) -> Dossier:
    """The dossier as the editor has decided, by the numbers of the decisions; facts left out are in it, marked so.

    `dossier`: compiled and verified. A decision whose articles are not there does nothing. What the sources do not
    bear out goes, with a notice; only the editor's own words need not be in them.
    """
    return _edited(dossier, decisions)[0] if decisions else dossier


def dormant(dossier: Dossier, decisions: Sequence[Decision]) -> tuple[int, ...]:
    """The numbers of the decisions that have nothing in this compiled dossier to act on, in order."""
    return _edited(dossier, decisions)[1]


def superseded(decisions: Sequence[Decision], act: Act) -> tuple[Decision, ...]:
    """The decisions that have no say any more once `act` is made of the same fact."""
    return tuple(decision for decision in decisions if _replaces(act, decision.act))


def followed(fact: Fact, dossier: Dossier) -> str | None:
    """The id under which a fact goes in another dossier; `None` where it is not there."""
    return Galley(dossier).find(fact)


def _edited(dossier: Dossier, decisions: Sequence[Decision]) -> tuple[Dossier, tuple[int, ...]]:
    galley = Galley(dossier)
    acts = Acts(galley)
    ordered = sorted(decisions, key=lambda decision: decision.number)
    idle = tuple(decision.number for decision in ordered if not acts.apply(decision.act, decision.number))
    settle(galley)
    _verify(galley)
    place = {article.id: rank for rank, article in enumerate(dossier.articles)}

    def of_kind(kind: type[F], before: Sequence[F]) -> tuple[F, ...]:
        return _arranged(kind, before, galley, acts.moves, place)

    edited = replace(
        dossier,
        events=of_kind(Event, dossier.events),
        attendees=of_kind(Attendee, dossier.attendees),
        commitments=of_kind(Commitment, dossier.commitments),
        quotes=of_kind(Quote, dossier.quotes),
        figures=of_kind(Figure, dossier.figures),
        disagreements=renamed(dossier.disagreements, galley),
        notices=(*dossier.notices, *galley.notices),
        marks={row: mark for row, mark in galley.marks.items() if row in galley.facts},
    )
    return edited, idle


def _verify(galley: Galley) -> None:
    """Takes out what the sources do not bear out; what nobody touched was verified when it was compiled."""
    for row, fact in tuple(galley.facts.items()):
        touched = fact is not galley.found.get(row) or row in galley.placed
        if touched and not holds(fact, galley.shelf):
            galley.notices.append(refusal(fact))
            for referring in galley.referring(row):
                galley.put(readdressed(galley.facts[referring], row, None))
            del galley.facts[row]


def _arranged(
    kind: type[F],
    before: Sequence[F],
    galley: Galley,
    moves: Sequence[tuple[str, str | None]],
    place: Mapping[str, int],
) -> tuple[F, ...]:
    """The facts of a kind in order: what changed its rank or came in stands where it belongs, then the moves."""
    ids = (*(fact.id for fact in before), *galley.placed)
    now = {row: fact for row in ids if isinstance(fact := galley.facts.get(row), kind)}
    standing = all(fact is now.get(fact.id, fact) or same_rank(fact, now[fact.id], place) for fact in before)
    if not standing or not now.keys().isdisjoint(galley.placed):
        now = {fact.id: fact for fact in in_order(now.values(), place)}
    order = list(now)
    for moving, behind in moves:
        row, after = galley.now(moving), None if behind is None else galley.now(behind)
        if row in now and row != after and (after is None or after in now):
            order.remove(row)
            order.insert(0 if after is None else order.index(after) + 1, row)
    return tuple(now[row] for row in order)


def _replaces(act: Act, other: Act) -> bool:
    """Whether `other`, made before `act`, has no say any more."""
    match act, other:
        case Correct(), Correct():
            return act.slot is other.slot and _part(act) == _part(other) and _same(act.fact, other.fact)
        case (Accept() | LeaveOut(), Accept() | LeaveOut()):
            return _same(act.fact, other.fact)
        case ((Annotate() | Trim() | Move() | Add()), (Annotate() | Trim() | Move() | Add())):
            return type(act) is type(other) and _same(act.fact, other.fact)
    return False


def _part(act: Correct) -> str | None:
    """The event of which a mode is said; `None` where another slot is meant, or somebody's part in no event."""
    if act.slot is not Slot.MODE or not isinstance(act.fact, Attendee):
        return None
    return act.event or act.fact.attendances[0].event


def _same(one: Fact, other: Fact) -> bool:
    """Whether two snapshots are certainly of one fact: to keep a decision too many does no harm."""
    return type(one) is type(other) and (one.id == other.id or set(own_places(one)) == set(own_places(other)))
