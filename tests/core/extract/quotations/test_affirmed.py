"""A word or two in marks below what is denied, refused, asked or told of another, on sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.parsing.parse import Parse
from briefing.extract.people.casting import build_cast
from briefing.extract.quotations.quotes import find_quotes

Parsed = Callable[..., Parse]
_LED = "Mayor Karin Vik met Governor Tim Roe in Tarn on Monday.\n"


def quoted(parsed: Parse) -> list[tuple[str | None, str]]:
    """Who says each quotation, and the words."""
    cast = build_cast(parsed)
    return [(quote.speaker, quote.text) for quote in find_quotes(parsed, cast.clauses, cast)]


@pytest.mark.parametrize(
    "text",
    [
        "Tim Roe never said the ferry was “doomed”.",
        "Tim Roe did not call her “lazy”.",
        "Tim Roe no longer calls her “lazy”.",
        "Tim Roe hardly called her “lazy”.",
        "Tim Roe would not call it “theft”.",
        "Tim Roe may call it “theft”.",
        "Tim Roe refused to call it “theft”.",
        "Tim Roe declined to say it was “theft”.",
        "Tim Roe was asked to call it “theft”.",
        "Tim Roe stopped short of calling it “theft”.",
        "Tim Roe left without calling it “theft”.",
        "Tim Roe denied calling the toll “absurd”.",
        "Tim Roe denied that he had called the clerk “crooked”.",
        "The board found that Tim Roe did not say the toll was “absurd”.",
        "The board asked whether Tim Roe had called it “absurd”.",
        "Nobody heard Tim Roe call it “absurd”.",
        "It is not true that Tim Roe called it “absurd”.",
        "If Tim Roe calls it “absurd”, the talks are over.",
        "Would Tim Roe call it “unlawful”?",
        "Had Tim Roe called it “unlawful”?",
    ],
)
def test_what_is_not_affirmed_is_no_quotation(parsed: Parsed, text: str) -> None:
    """Negation, refusal, question, condition."""
    assert quoted(parsed(_LED + text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tim Roe said the ferry was “doomed”.",
        "Tim Roe has called it “theft”.",
        "Tim Roe said the toll would be “absurd”.",
        "Tim Roe said he had called it “theft”.",
        "Tim Roe went on to call it “theft”.",
        "Tim Roe denied the charge, calling it “absurd”.",
        "Tim Roe did not resign but called it “absurd”.",
        "The board heard that Tim Roe called the toll “absurd”.",
        "Tim Roe, who did not win, described the toll as “absurd”.",
        "Tim Roe warned that if the bridge fell it would be “absurd”.",
    ],
)
def test_what_is_affirmed_stays_the_speakers(parsed: Parsed, text: str) -> None:
    """Whatever else the sentence denies or leaves open."""
    assert [who for who, _ in quoted(parsed(_LED + text))] == ["Tim Roe"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Karin Vik said her rival had called her a “crook”.", "Karin Vik"),
        ("Tim Roe said what Karin Vik called a “small” delay was bad.", "Tim Roe"),
        ("Karin Vik said Tim Roe called the toll “absurd”.", "Karin Vik"),
        ("Karin Vik said the toll, which Tim Roe described as “absurd”, was fine.", "Karin Vik"),
    ],
)
def test_what_another_called_it_is_not_the_tellers(parsed: Parsed, text: str, wrong: str) -> None:
    """The words belong to the innermost clause of saying that holds them, or to nobody."""
    assert wrong not in [who for who, _ in quoted(parsed(_LED + text))]


def test_a_sign_for_inches_ends_no_quotation(parsed: Parsed) -> None:
    """A number before it, and a mark of another shape opened the words."""
    assert quoted(parsed(_LED + 'Tim Roe said the crew laid “just 5" pipes”.')) == []
    assert [words for _, words in quoted(parsed(_LED + "Tim Roe said the crew laid “just five pipes”."))] == [
        "just five pipes"
    ]
