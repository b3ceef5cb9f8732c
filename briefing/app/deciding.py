"""What one decision of the editor means for those before it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from briefing.model.decision import Accept, Act, Annotate, Correct, Decision, LeaveOut, Move, Trim


def superseded(decisions: Sequence[Decision], act: Act) -> tuple[Decision, ...]:
    """Those of `decisions` that say nothing any more once `act` is decided: the same of the same fact, said before."""
    matter = _matter(act)
    return tuple(one for one in decisions if matter is not None and _matter(one.act) == matter)


def _matter(act: Act) -> Hashable | None:
    """What an act settles, once for each fact; `None` for one that stands beside others."""
    match act:
        case Accept(fact=fact) | LeaveOut(fact=fact):
            return ("print", type(fact), fact.id)
        case Correct(fact=fact, slot=slot, event=event):
            return ("slot", type(fact), fact.id, slot, event)
        case Trim(fact=fact):
            return ("trim", type(fact), fact.id)
        case Move(fact=fact):
            return ("move", type(fact), fact.id)
        case Annotate(fact=fact):
            return ("note", type(fact), fact.id)
        case _:
            return None
