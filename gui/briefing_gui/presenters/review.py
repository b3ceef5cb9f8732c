"""The queue in which facts are looked through: the least certain first, what is settled last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.model.decision import Annotate, Decision, Move
from briefing.model.dossier import Dossier
from briefing.model.facts import Fact
from briefing_gui.presenters.facts import all_facts, confidence

Deciding = Mapping[str, Sequence[Decision]]


def settled(decisions: Sequence[Decision]) -> bool:
    """Whether the editor has judged a fact; a remark and another place in the order are no judgement."""
    return any(not isinstance(one.act, Annotate | Move) for one in decisions)


def queue(dossier: Dossier, deciding: Deciding) -> tuple[Fact, ...]:
    """Every fact: those still to be judged, the least certain first, then the others in the order of print."""
    facts = tuple(all_facts(dossier))
    done = {fact.id for fact in facts if settled(deciding.get(fact.id, ()))}
    waiting = sorted((fact for fact in facts if fact.id not in done), key=confidence)
    return (*waiting, *(fact for fact in facts if fact.id in done))


def left(facts: Sequence[Fact], deciding: Deciding) -> int:
    """How many facts are still to be judged."""
    return sum(not settled(deciding.get(fact.id, ())) for fact in facts)


def following(ids: Sequence[str], judged: Sequence[str], deciding: Deciding) -> str | None:
    """The fact to judge after those just judged: the next below that is not, else the first; `None` when all are."""
    last = max((ids.index(one) for one in judged if one in ids), default=-1)
    around = (*ids[last + 1 :], *ids[: last + 1])
    return next((one for one in around if one not in judged and not settled(deciding.get(one, ()))), None)
