"""How sure a rule says it is, turned into how often such facts are right.

The numbers of a language stand in its `certainty.toml`: for each sort of fact a logistic curve over what the rule says,
moved up or down for each rule. A language without the file keeps what its rules say.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from briefing.extract.lexis.lexicon import load
from briefing.model.facts import Evidence, Findings

# Nothing that a machine has read is certain, and nothing that it found is out of the question.
_LEAST, _MOST = 0.02, 0.99


@dataclass(frozen=True, slots=True)
class Curve:
    """`base + slope * logit(said) + shift of the rule`, as a logit."""

    base: float
    slope: float
    shifts: Mapping[str, float]

    def certainty(self, rule: str, said: float) -> float:
        """How often facts of this rule are right where it says it is so sure; 0 to 1, of both neither."""
        raw = math.log(_within(said) / (1 - _within(said)))
        whole = self.base + self.slope * raw + self.shifts.get(rule, 0.0)
        return round(_within(1 / (1 + math.exp(-whole))), 3)


def calibrated(findings: Findings, language: str) -> Findings:
    """The same facts, each as certain as facts of its rule have been found to be right."""
    curves = _curves(language)
    if not curves:
        return findings

    def sure(sort: str, evidence: Evidence) -> Evidence:
        curve = curves.get(sort)
        if curve is None:
            return evidence
        return replace(evidence, confidence=curve.certainty(evidence.rule, evidence.confidence))

    return replace(
        findings,
        attendees=tuple(
            replace(
                one,
                attendances=tuple(replace(part, evidence=sure("attendee", part.evidence)) for part in one.attendances),
            )
            for one in findings.attendees
        ),
        commitments=tuple(replace(one, evidence=sure("commitment", one.evidence)) for one in findings.commitments),
        quotes=tuple(replace(one, evidence=sure("quote", one.evidence)) for one in findings.quotes),
    )


@functools.cache
def _curves(language: str) -> Mapping[str, Curve]:
    try:
        table = load(language, "certainty")
    except FileNotFoundError:
        return {}
    return {sort: Curve(row["base"], row["slope"], row.get("rules", {})) for sort, row in table.items()}


def _within(share: float) -> float:
    return min(_MOST, max(_LEAST, share))
