"""Names of bodies and of those who speak for them in full, times behind the words, and deeds of years ago."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.engine import findings_of
from briefing.extract.parsing.parse import Parse

Parsed = Callable[..., Parse]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Institute for Forests and Rivers announced a new fund.", "The Institute for Forests and Rivers"),
        ("Harbour Trust delegate in Tarn, Ana Diaz, announced a new fund for the port.", "Ana Diaz"),
        ("The Harbour Trust, in a letter to Ana Diaz, announced a new fund for the port.", "The Harbour Trust"),
        ("The loan, signed by Minister Ana Diaz and Governor Paul Adeyemi, is.", "Ana Diaz and Paul Adeyemi"),
        ("Governor Ana Diaz distributed 300 hectares of land among 40 herders.", "Ana Diaz"),
    ],
)  # fmt: skip
def test_who_acts_is_named_in_full(parsed: Parsed, text: str, actor: str) -> None:
    """The whole of a body's name with its "and", and the person between commas behind an office."""
    assert [each.actor for each in findings_of(parsed(text)).commitments] == [actor]


def test_a_time_before_who_says_it_belongs_to_the_words(parsed: Parsed) -> None:
    """`... this spring, they told reporters`."""
    (made,) = findings_of(parsed("The two councils will meet in Tarn this spring, they told reporters.")).commitments
    assert made.words.text.endswith("this spring")
    assert made.deadline is not None
    assert made.deadline.written.text == "this spring"


@pytest.mark.parametrize(("year", "found"), [("2015", 0), ("2020", 1)])
def test_what_was_opened_years_ago_is_background(parsed: Parsed, year: str, found: int) -> None:
    """In an article of 2021 the opening of 2015 is no news."""
    text = f"In May {year}, Governor Ana Diaz opened the library. The readers met there in June 2021."
    assert len(findings_of(parsed(text)).commitments) == found
