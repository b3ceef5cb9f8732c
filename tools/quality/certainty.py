"""How sure the rules are, held against how often they are right; `python -m tools.quality.certainty` fits it anew.

A logistic curve over what a rule says of itself, with a shift for each rule that has been seen often enough; ridge
regression keeps rules that were seen seldom near the others. Fitted on the articles that are not set aside, and on the
public sets where they lie; whatever is weighed in them, by weights that were fitted on the other articles. Rules do
better on the articles that they were written with than on any others: how much, is told by our own articles that are
set aside, of which one number for each sort of fact is taken. The picture is of other articles than these.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from briefing.extract.certainty import Curve
from tools.quality.tally import Verdict

SORTS = ("attendee", "commitment", "quote")
_STEPS = 10
# A rule seen less often has no shift of its own.
_LEAST_SEEN = 8
_RIDGE_SHIFT, _RIDGE_CURVE, _RIDGE_OPTIMISM = 2.0, 0.01, 4.0
_ROUNDS = 30
_DATA = Path(__file__).resolve().parents[2] / "briefing" / "extract"
_HEAD = "# Made by `make certainty`: how often facts of each rule are right, on articles with a key.\n"


def curve(verdicts: Sequence[Verdict]) -> list[tuple[float, float, int]]:
    """The calibration curve: for each tenth of certainty the mean said, the share right, and of how many."""
    steps: list[list[Verdict]] = [[] for _ in range(_STEPS)]
    for verdict in verdicts:
        steps[min(_STEPS - 1, int(verdict.confidence * _STEPS))].append(verdict)
    return [(_said(step), _right(step), len(step)) for step in steps if step]


def error(verdicts: Sequence[Verdict]) -> float:
    """The mean distance of what is said from what is right, each step weighing as much as it has facts."""
    return sum(abs(said - right) * n for said, right, n in curve(verdicts)) / max(1, len(verdicts))


def fit(verdicts: Sequence[Verdict], unseen: Sequence[Verdict] = ()) -> str:
    """The file of certainties, as TOML; `unseen`: facts of articles that the rules were not written with."""
    parts = (
        _table(sort, [one for one in verdicts if one.sort == sort], [one for one in unseen if one.sort == sort])
        for sort in SORTS
    )
    return _HEAD + "".join(parts)


def _table(sort: str, verdicts: Sequence[Verdict], unseen: Sequence[Verdict]) -> str:
    if not verdicts:
        return ""
    seen = [one.rule for one in verdicts]
    rules = sorted(rule for rule in set(seen) if seen.count(rule) >= _LEAST_SEEN)
    said = np.clip([one.confidence for one in verdicts], 0.02, 0.99)
    columns = [np.ones(len(verdicts)), np.log(said / (1 - said))]
    columns += [np.array([one == rule for one in seen], dtype=float) for rule in rules]
    ridge = np.array([_RIDGE_CURVE, _RIDGE_CURVE, *(_RIDGE_SHIFT for _ in rules)])
    base, slope, *shifts = _logistic(np.stack(columns, axis=1), np.array([one.right for one in verdicts]), ridge)
    base -= _optimism(unseen, Curve(base, slope, dict(zip(rules, shifts, strict=True))))
    lines = [f"\n[{sort}]", f"base = {base:.3f}", f"slope = {slope:.3f}", f"\n[{sort}.rules]"]
    lines += [f'"{rule}" = {shift:.3f}' for rule, shift in zip(rules, shifts, strict=True)]
    return "\n".join(lines) + "\n"


def _optimism(unseen: Sequence[Verdict], curve: Curve) -> float:
    """By how much, as a logit, a curve is too sure of facts that it was not fitted on; 0 without any."""
    shift = 0.0
    if not unseen:
        return shift
    sure = np.array([curve.certainty(one.rule, one.confidence) for one in unseen])
    logits, right = np.log(sure / (1 - sure)), np.array([one.right for one in unseen], dtype=float)
    for _ in range(_ROUNDS):
        likely = 1 / (1 + np.exp(shift - logits))
        step = ((likely - right).sum() - _RIDGE_OPTIMISM * shift) / ((likely * (1 - likely)).sum() + _RIDGE_OPTIMISM)
        shift += step
        if abs(step) < 1e-6:
            break
    return float(shift)


def _logistic(given: np.ndarray, right: np.ndarray, ridge: np.ndarray) -> list[float]:
    """The weights that make what was right likeliest, by Newton's method."""
    weights = np.zeros(given.shape[1])
    weights[1] = 1.0
    for _ in range(_ROUNDS):
        likely = 1 / (1 + np.exp(-given @ weights))
        slope = given.T @ (right - likely) - ridge * weights
        bend = (given.T * (likely * (1 - likely))) @ given + np.diag(ridge)
        step = np.linalg.solve(bend, slope)
        weights = weights + step
        if np.abs(step).max() < 1e-6:
            break
    return [float(weight) for weight in weights]


def _said(verdicts: Sequence[Verdict]) -> float:
    return sum(verdict.confidence for verdict in verdicts) / len(verdicts)


def _right(verdicts: Sequence[Verdict]) -> float:
    return sum(verdict.right for verdict in verdicts) / len(verdicts)


def main() -> int:
    """Fits the certainties of the given languages and writes them into their folders; returns 0."""
    parser = argparse.ArgumentParser(prog="python -m tools.quality.certainty", description=__doc__)
    # Languages without a parser keep the numbers that were set for them: too few hands have written their articles.
    parser.add_argument("language", nargs="*", default=["en"])
    parser.add_argument("--public", type=Path, help="folder with the public sets")
    asked = parser.parse_args()
    # Measuring takes the whole program; whoever only draws a curve does without.
    from tools.quality import presence, undertakings  # noqa: PLC0415
    from tools.quality.crossfit import verdicts  # noqa: PLC0415 - the same
    from tools.quality.keyed import load  # noqa: PLC0415
    from tools.quality.measuring import measure  # noqa: PLC0415

    for language in asked.language:
        file = _DATA / language / "certainty.toml"
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        # What the rules say themselves is what is fitted: without the file they say it.
        file.write_text(_HEAD, encoding="utf-8", newline="\n")
        made = before
        try:
            if language == "en":
                weighed = (presence.learned(asked.public), undertakings.learned(asked.public))
                seen = list(verdicts(weighed, asked.public))
            else:
                seen = list(measure(load(language, "dev")).verdicts)
            made = fit(seen, list(measure(load(language, "held")).verdicts))
        finally:
            file.write_text(made, encoding="utf-8", newline="\n")
        print(f"{language}: {len(seen)} facts")
    return 0


if __name__ == "__main__":
    sys.exit(main())
