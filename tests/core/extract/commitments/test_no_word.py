"""What reads like an undertaking and is nobody's word, each with a sibling that is; sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.engine import findings_of
from briefing.extract.parsing.parse import Parse

Parsed = Callable[..., Parse]


@pytest.mark.parametrize(
    "text",
    [
        "The project will improve life in the valley, the ministry said.",
        "The summit will address food prices, the ministry said.",
        "The dairy says it must cut its costs.",
        "It promises to be the longest bridge in the region, the ministry said.",
        "President Ana Diaz kicked off a three-day state visit to Norway.",
        "Some nurses have finished their studies in Norway.",
        "“I value the willingness of Norway to join us,” Mayor Ana Diaz said.",
        "Minister Ana Diaz said Norway would join, recalling that Chile has backed the talks.",
        "“The nurses are willing to work on Sundays,” Minister Ana Diaz said.",
        "“It shows the manner in which we aim to work here,” Mayor Ana Diaz said.",
        "Their forefathers had asked the governors to visit the valley, Paul Adeyemi said.",
        "Members of his clan have opened two mills, Paul Adeyemi said.",
        "She showed an iron will to give nothing away, the paper wrote.",
        "“The public must have confidence that the council will pay its bills,” Judge Ana Diaz said.",
        "The union would not end the strike until the ministry had shown that it would pay the wages.",
    ],
)
def test_nobody_has_given_his_word(parsed: Parsed, text: str) -> None:
    """Purposes, needs, looks, journeys and what others are said to be are no undertakings."""
    found = findings_of(parsed(text)).commitments
    assert not [each for each in found if "strike" not in each.words.text and "join" not in each.words.text]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The ministry will repair the roads in the valley.", "The ministry"),
        ("The bank says the ministry must cut its charges.", "The bank"),
        ("The council promises to be ready by May.", "The council"),
        ("The ministry launched a campaign against malaria.", "The ministry"),
        ("Minister Ana Diaz expressed her willingness to support the valley.", "Ana Diaz"),
        ("“Our farmers are ready to share the wells,” Minister Ana Diaz said.", "Our farmers"),
        ("Members of the council have built five schools here, Mayor Paul Adeyemi said.", "Members of the council"),
    ],
)
def test_somebody_has(parsed: Parsed, text: str, actor: str) -> None:
    """What bodies and office-holders do, ask and promise stays theirs."""
    assert actor in [each.actor for each in findings_of(parsed(text)).commitments]
