"""What one decision of the editor means for those before it."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.decision import Act, Decision


def superseded(decisions: Sequence[Decision], act: Act) -> tuple[Decision, ...]:
    """Those of `decisions` that have no say any more once `act` is decided."""
    from briefing.dossier import editing

    return editing.superseded(decisions, act)
