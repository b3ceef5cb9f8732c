"""Who speaks where a report begins with a quotation behind its dateline."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.engine import findings_of
from briefing.extract.parsing.parse import Parse


@pytest.mark.parametrize("words", ["I will come,", "We will rebuild the whole of the old pier,"])
@pytest.mark.parametrize("dateline", ["VARDEN, 3 May 2025 — ", "Varden – ", "VARDEN (Nord) - ", ""])
def test_a_dateline_before_the_words_says_nothing(parsed: Callable[..., Parse], dateline: str, words: str) -> None:
    """Short words are as much a quotation there as at the head of any sentence, and the town does not say them."""
    quotes = findings_of(parsed(f"{dateline}“{words}” said Maria Keller, the mayor.")).quotes
    assert [(quote.text, quote.speaker) for quote in quotes] == [(words, "Maria Keller")]


def test_a_name_before_a_dash_further_down_may_speak(parsed: Callable[..., Parse]) -> None:
    """Below the head of the article, capitals before a dash label who speaks."""
    quotes = findings_of(parsed("The council met on Monday in Varden.\nMARIA KELLER — “We will keep the pier.”")).quotes
    assert [quote.text for quote in quotes] == ["We will keep the pier."]
