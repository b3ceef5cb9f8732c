"""Running prose is told from headings and lists."""

from __future__ import annotations

import pytest

from briefing.text.marks import ALL_MARKS, CLOSING
from briefing.text.sentences import ends_sentence, inner_ends, is_prose


@pytest.mark.parametrize("line", ["He left.", "“He left.”", "Really?)", "Він пішов!»", "彼は去った。", "Wait…  "])
def test_ends_of_sentences(line: str) -> None:
    """A full stop ends a sentence, also inside quotation marks, brackets and white space."""
    assert ends_sentence(line)


@pytest.mark.parametrize("line", ["", "He left", "Most read:", "”", "Politics »"])
def test_lines_without_an_end(line: str) -> None:
    """Headings, lone marks and nothing at all do not end as sentences do."""
    assert not ends_sentence(line)


def test_inner_ends_do_not_count_initials() -> None:
    """A full stop after an initial ends no sentence; one after a word does."""
    assert inner_ends("J. K. Lee met A. Reis in the U.S. Congress") == 0
    assert inner_ends("He came in. She left. “Why?” They know") == 3


def test_prose_and_headlines() -> None:
    """A sentence is prose; a headline is not, however long."""
    assert is_prose("The ministers of the nine countries met in the town, and they agreed on what is to be done.")
    assert not is_prose("Nine Ministers Agree Plan, Ports Overloaded, Billions Needed, Lisbon Meeting Ends Early")


def test_every_closing_mark_is_a_mark() -> None:
    """The table of marks is whole: what closes is a mark too."""
    assert all(closing in ALL_MARKS for row in CLOSING.values() for closing in row)
