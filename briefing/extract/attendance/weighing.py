"""The mode that all signs of a person together speak for: a weighted sum for each mode that the text allows.

The weights of a language stand in its `presence_weights.toml`, fitted by `python -m tools.quality.presence`: one table
for those of whom a rule tells how they took part, and one, `untold`, for all others. Rules tell of far more people in
the articles that they were written with than in others; so the second is fitted on everybody, but on signs only that no
such rule gives.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from briefing.extract.attendance.bearings import Bearing
from briefing.extract.attendance.part import Part
from briefing.extract.attendance.presence import Standing
from briefing.extract.lexis.lexicon import load
from briefing.model.facts import Mode

Weights: TypeAlias = Mapping[str, Mapping[str, float]]
"""For each mode but `mentioned`, which is what is left, the weight of each sign."""

UNTOLD = "untold"
"""The last part of the sign of those of whom no rule tells, and what their table is called in the file."""

# Where no weights have been fitted, the words that settle a mode settle it, and who is heard is quoted.
_PLAIN: Weights = {
    mode.value: {f"x.{mode.value}": 3.0, "q.quoted": 2.0 * (mode is Mode.QUOTED)}
    for mode in Mode
    if mode is not Mode.MENTIONED
}

_TAKING_PART = frozenset({Mode.REMOTE, Mode.REPRESENTED, Mode.EXPECTED, Mode.ABSENT})


@dataclass(frozen=True, slots=True)
class Verdict:
    """A mode, how likely it is, and the sign that speaks most for it (`None`: no words do)."""

    mode: Mode
    likely: float
    sign: Part | Bearing | None


@dataclass(frozen=True, slots=True)
class Tables:
    """The weights for those of whom a rule tells, and for all others (`None`: the same)."""

    told: Weights
    untold: Weights | None = None


@functools.cache
def weights(language: str) -> Tables:
    """The fitted weights of a language; plain ones where none have been fitted."""
    try:
        fitted = load(language, "presence_weights")
    except FileNotFoundError:
        return Tables(_PLAIN)
    told = {mode: signs for mode, signs in fitted.items() if mode != UNTOLD}
    return Tables(told, fitted.get(UNTOLD))


def of_context(signs: frozenset[str]) -> frozenset[str]:
    """The signs that no rule gives which tells how somebody took part."""
    voice = {sign.rsplit(".", 1)[0] for sign in signs if sign.startswith("p.")}
    return frozenset({sign for sign in signs if not sign.startswith(("p.", "x."))} | voice)


def _chosen(tables: Tables, signs: frozenset[str]) -> tuple[Weights, frozenset[str]]:
    """The table for somebody with these signs, and those of the signs that it weighs."""
    untold = any(sign.startswith("p.") and sign.endswith(f".{UNTOLD}") for sign in signs)
    if untold and tables.untold is not None:
        return tables.untold, of_context(signs)
    return tables.told, signs


def totals(tables: Tables, signs: frozenset[str], modes: Iterable[str]) -> Mapping[str, float]:
    """The sum of the weights of some signs for each mode.

    Words that settle a mode weigh for it alone; what hints that somebody takes part weighs for every way of doing so.
    """
    table, signs = _chosen(tables, signs)
    said = sorted(signs)
    present = table.get(Mode.IN_PERSON.value, {})
    takes_part = sum(present.get(sign, 0.0) for sign in said if not sign.startswith("x.") and sign != "bias")
    found: dict[str, float] = {}
    for mode in modes:
        own = table.get(mode, {})
        found[mode] = sum(own.get(sign, 0.0) for sign in said) + takes_part * (mode in _TAKING_PART)
    return found


def weigh(standing: Standing, language: str = "en") -> Verdict:
    """The likeliest mode of a person."""
    sums = totals(weights(language), standing.signs, standing.open)
    best = Mode(max(sums, key=lambda mode: (sums[mode], mode)))
    top = sums[best]
    likely = 1.0 / sum(math.exp(one - top) for one in sums.values())
    table, _ = _chosen(weights(language), standing.signs)
    return Verdict(best, likely, _telling(standing, best, table.get(best.value, {})))


def _telling(standing: Standing, mode: Mode, table: Mapping[str, float]) -> Part | Bearing | None:
    """The words that settle the mode; else the hint that weighs most for it."""
    settling = [part for part in standing.parts if part.mode is mode]
    if settling:
        return max(settling, key=lambda part: (part.weight, -part.start))
    hints = [one for one in standing.bearings if one.words and table.get(f"b.{one.sign}", 0.0) > 0]
    return max(hints, key=lambda one: (table[f"b.{one.sign}"], -one.start), default=None)
