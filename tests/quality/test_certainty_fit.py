"""How the certainty of facts is fitted."""

from __future__ import annotations

import tomllib

import pytest

from briefing.extract.certainty import Curve
from tools.quality.certainty import fit
from tools.quality.tally import Verdict


def _facts(right: int, wrong: int) -> list[Verdict]:
    """So many facts of one rule, which says .8 of each."""
    return [Verdict(sort="quote", rule="quote.cue", confidence=0.8, right=at < right) for at in range(right + wrong)]


def _sure(made: str) -> float:
    table = tomllib.loads(made)["quote"]
    return Curve(table["base"], table["slope"], table["rules"]).certainty("quote.cue", 0.8)


def test_facts_are_as_certain_as_they_have_been_right() -> None:
    """Ninety of a hundred right: about .9."""
    assert _sure(fit(_facts(90, 10))) == pytest.approx(0.9, abs=0.02)


def test_what_is_right_less_often_where_nobody_looked_is_less_certain() -> None:
    """The share among facts of unseen articles counts, the shares of seen ones only among themselves."""
    assert _sure(fit(_facts(90, 10), _facts(700, 300))) == pytest.approx(0.7, abs=0.02)


def test_a_handful_of_unseen_facts_moves_little() -> None:
    """One wrong fact is no evidence against a rule."""
    assert _sure(fit(_facts(90, 10), _facts(0, 1))) > 0.7
