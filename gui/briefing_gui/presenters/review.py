"""The queue in which facts are looked through: the least certain first, what is settled last."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from briefing.model.decision import Annotate, Decision, Move
from briefing.model.facts import Fact
from briefing_gui.presenters.facts import confidence

Deciding = Mapping[str, Sequence[Decision]]


def settled(deciding: Deciding) -> frozenset[str]:
    """The ids of the facts that the editor has judged; a remark and another place in the order are no judgement."""
    return frozenset(
        fact_id
        for fact_id, decisions in deciding.items()
        if any(not isinstance(one.act, Annotate | Move) for one in decisions)
    )


def queue(facts: Iterable[Fact], done: Collection[str], before: Sequence[str] = ()) -> tuple[Fact, ...]:
    """Those still to be judged, the least certain first, then the others in the order given.

    `before`: the ids of a queue that is being worked through: what is in it keeps its place, so that nothing moves
    under the user's eyes, and what is new comes behind.
    """
    found = {fact.id: fact for fact in facts}
    kept = tuple(found.pop(one) for one in before if one in found)
    waiting = sorted((fact for fact in found.values() if fact.id not in done), key=confidence)
    return (*kept, *waiting, *(fact for fact in found.values() if fact.id in done))


def following(ids: Sequence[str], judged: Sequence[str], done: Collection[str]) -> str | None:
    """The fact to judge after those just judged: the next below that is not, else the first; `None` when all are."""
    last = max((ids.index(one) for one in judged if one in ids), default=-1)
    around = (*ids[last + 1 :], *ids[: last + 1])
    return next((one for one in around if one not in judged and one not in done), None)
