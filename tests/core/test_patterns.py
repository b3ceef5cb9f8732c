"""The attack on regular expressions finds what it is there to find."""

from __future__ import annotations

import re
import sys

import pytest

from tools.fuzz.patterns import slow_ones
from tools.fuzz.recording import Place, Target, recorded, targets_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it forks")
HERE = Place("briefing.text.names", 1, "<module>")


def _targets(*patterns: str) -> list[Target]:
    return [Target(re.compile(pattern), HERE, (1_000, 10_000), ("search", "fullmatch")) for pattern in patterns]


def test_what_never_comes_back_is_given_up_and_the_others_are_tried() -> None:
    """An exponential pattern, one that costs the cube of a text's length, and two harmless ones."""
    targets = _targets(r"(?:\w+ ?)+:", r"\b\w+ \d", r"\s*\s*\s*x", r"[,;]")
    found = dict(slow_ones(targets, seconds=6.0, never=1.0))
    assert set(found) == {targets[0], targets[2]}
    assert found[targets[0]].seconds is None
    assert found[targets[0]].text


def test_patterns_are_told_apart_by_who_makes_them() -> None:
    """Those of other libraries are not ours."""
    with recorded() as found:
        re.compile("a pattern of nobody's")
    assert not targets_of(found)
