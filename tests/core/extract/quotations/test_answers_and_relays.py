"""Whose an answer is that is only called one, and whose words somebody quotes; texts of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.engine import findings_of
from briefing.extract.parsing.parse import Parse

Parsed = Callable[..., Parse]
_ASKED = "The judge asked Anna Keller: “Did you see the boat there?” “Yes, I saw it from there,” "


def last_speaker(parsed: Parse) -> str | None:
    """Who says the last quotation."""
    return findings_of(parsed).quotes[-1].speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (_ASKED + "was the answer.", "Anna Keller"),
        (_ASKED + "came the curt reply.", "Anna Keller"),
        (_ASKED + "was her answer.", "Anna Keller"),
        (_ASKED + "was Thomas Reed’s answer.", "Thomas Reed"),
        (_ASKED + "came the reply from Thomas Reed.", "Thomas Reed"),
        (_ASKED + "said the judge in answer to her.", "the judge"),
        ("“How many were on it?” asked the judge. “There were ten of them,” came the reply.", None),
    ],
)
def test_an_answer_is_never_of_who_asked(parsed: Parsed, text: str, speaker: str | None) -> None:
    """`was the answer` is of whom the question was put to, of who is named with it, or nobody's."""
    assert last_speaker(parsed(text)) == speaker


@pytest.mark.parametrize(
    ("who", "speaker"),
    [
        ("said nurse Ann Stone", "Ann Stone"),
        ("said the nurse", "the nurse"),
        ("the agency said", "Maria Keller"),
        ("Reuters reported on Monday", "Maria Keller"),
    ],
)
def test_only_a_body_passes_on_the_words_of_another(parsed: Parsed, who: str, speaker: str) -> None:
    """An agency that quotes somebody gives his words; a human being who does says them."""
    assert last_speaker(parsed(f"“The ferry left without us,” {who}, quoting Maria Keller.")) == speaker
