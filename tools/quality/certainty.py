"""How sure the rules are, held against how often they are right; `python -m tools.quality.certainty` fits it anew."""

from __future__ import annotations

from collections.abc import Sequence

from tools.quality.tally import Verdict

SORTS = ("attendee", "commitment", "quote")
_STEPS = 10


def curve(verdicts: Sequence[Verdict]) -> list[tuple[float, float, int]]:
    """The calibration curve: for each tenth of certainty the mean said, the share right, and of how many."""
    steps: list[list[Verdict]] = [[] for _ in range(_STEPS)]
    for verdict in verdicts:
        steps[min(_STEPS - 1, int(verdict.confidence * _STEPS))].append(verdict)
    return [(_said(step), _right(step), len(step)) for step in steps if step]


def error(verdicts: Sequence[Verdict]) -> float:
    """The mean distance of what is said from what is right, each step weighing as much as it has facts."""
    return sum(abs(said - right) * n for said, right, n in curve(verdicts)) / max(1, len(verdicts))


def _said(verdicts: Sequence[Verdict]) -> float:
    return sum(verdict.confidence for verdict in verdicts) / len(verdicts)


def _right(verdicts: Sequence[Verdict]) -> float:
    return sum(verdict.right for verdict in verdicts) / len(verdicts)
