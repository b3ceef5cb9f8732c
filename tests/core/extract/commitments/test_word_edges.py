"""Where the words of an undertaking begin and end, on sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.commitments.word_edges import whole_end
from briefing.extract.engine import findings_of
from briefing.extract.parsing.parse import Parse

Parsed = Callable[..., Parse]


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("opened the mill and then left", "opened the mill and", "opened the mill"),
        ("will re-examine the wells, she said", "will re", "will re-examine the wells"),
        ("gave it to the Authority (TPA) today", "gave it to the Authority (TPA", "gave it to the Authority (TPA)"),
        ("signed the deed (of 2019) and left", "signed the deed (of 2019)", "signed the deed (of 2019)"),
        ("will build a dam", "will build a dam", "will build a dam"),
    ],
)
def test_words_end_whole(text: str, cut: str, whole: str) -> None:
    """Neither within a word or a bracket, nor at an "and" that joins nothing."""
    assert text[: whole_end(text, 0, len(cut))] == whole


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Mayor Ana Diaz urged shopkeepers to keep the lane clear, stressing that fire engines must pass.",
            "Mayor Ana Diaz urged shopkeepers to keep the lane clear",
        ),
        (
            "“As a council, we will repair the dam,” Mayor Ana Diaz said.",
            "As a council, we will repair the dam",
        ),
        (
            "Mayor Ana Diaz said that drivers should “keep clear of the dam”.",
            "drivers should “keep clear of the dam”",
        ),
        (
            "Minister Ana Diaz opened the fair, which will be held in Tarn until Friday.",
            "the fair, which will be held in Tarn until Friday",
        ),
    ],
)
def test_words_say_what_is_undertaken(parsed: Parsed, text: str, words: str) -> None:
    """The thing told of and the speaker's own lead stay; what is only said about it does not."""
    assert words in [each.words.text for each in findings_of(parsed(text)).commitments]
