"""How sure the program says it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.extract.certainty import Curve, calibrated
from briefing.extract.engine import findings_of
from briefing.extract.parsing.rules_stage import parse_by_rules
from briefing.model.article import Article

SHARE = st.floats(0.0, 1.0)


@given(SHARE, SHARE, st.floats(-3, 3), st.floats(0.1, 3))
def test_who_is_surer_stays_surer_and_nobody_is_certain(one: float, other: float, base: float, slope: float) -> None:
    """The order of facts of one rule stays; no figure reaches 0 or 1."""
    curve = Curve(base, slope, {})
    low, high = sorted((one, other))
    first, second = curve.certainty("quote.cue", low), curve.certainty("quote.cue", high)
    assert 0.0 < first <= second < 1.0


def test_a_rule_that_errs_more_is_less_certain() -> None:
    """Of two rules that say the same of themselves the better one is believed more."""
    curve = Curve(0.0, 1.0, {"good": 1.0, "poor": -1.0})
    assert curve.certainty("good", 0.8) > curve.certainty("unseen", 0.8) == pytest.approx(0.8)
    assert curve.certainty("poor", 0.8) < 0.8


def test_a_language_without_figures_keeps_what_its_rules_say(make_article: Callable[[str], Article]) -> None:
    """Nothing is changed where nothing was measured."""
    found = findings_of(parse_by_rules(make_article('Minister Anna Kowalska said: "We will pay all of it."')))
    assert calibrated(found, "none") is found
