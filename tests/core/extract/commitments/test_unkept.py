"""Promises told together with their not being kept, and where an undertaking's words end; sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.engine import findings_of
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind

Parsed = Callable[..., Parse]


@pytest.mark.parametrize(
    "text",
    [
        "Rich countries have delivered far less than the $30 billion they had promised to Tarn, Maria Keller said.",
        "Donors have delivered only a fraction of the 3 million euros they pledged, Minister Maria Keller said.",
        "“Ministers have promised a boost to the ferries and then not delivered,” said Mayor Paul Adeyemi.",
        "The council promised to build a school and never built it.",
        "The government pledged $3 million for the harbour but failed to pay.",
    ],
)
def test_what_was_not_kept_is_no_promise(parsed: Parsed, text: str) -> None:
    """Less given than was promised is no delivery, and a promise said to be unkept is none."""
    kinds = {each.kind for each in findings_of(parsed(text)).commitments}
    assert not kinds & {Kind.DELIVERED, Kind.PLEDGED, Kind.PLANNED}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The bank has delivered less than $3 million to the harbour.", Kind.DELIVERED),
        ("The council promised to build a school and did not take questions.", Kind.PLEDGED),
    ],
)
def test_what_is_near_to_it_stays(parsed: Parsed, text: str, kind: Kind) -> None:
    """A small sum given is given; what else was not done does not break a promise."""
    assert kind in [each.kind for each in findings_of(parsed(text)).commitments]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "“We will pack them in vans and send them back,” Governor Maria Keller said.",
            "We will pack them in vans and send them back",
        ),
        (
            "“We will pack them in vans and the court will try them,” Governor Maria Keller said.",
            "We will pack them in vans",
        ),
    ],
)
def test_verbs_of_one_will_stand_together(parsed: Parsed, text: str, words: str) -> None:
    """What the same subject will do with the same "will" belongs to the words; another's clause does not."""
    assert words in [each.words.text for each in findings_of(parsed(text)).commitments]
