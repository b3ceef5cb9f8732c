"""What one decision of the editor means for those before it, and which fact is meant."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.decision import Act, Decision
from briefing.model.dossier import Dossier
from briefing.model.facts import Fact


def warm_up() -> None:
    """Loads what deciding needs, so that the first decision does not wait for it."""
    import briefing.dossier.editing  # noqa: F401


def superseded(decisions: Sequence[Decision], act: Act) -> tuple[Decision, ...]:
    """Those of `decisions` that have no say any more once `act` is decided."""
    from briefing.dossier import editing

    return editing.superseded(decisions, act)


def followed(fact: Fact, dossier: Dossier) -> str | None:
    """The id under which a fact goes in another dossier of the same articles or more; `None` where it is not there."""
    from briefing.dossier import editing

    return editing.followed(fact, dossier)
