"""Words or two in marks: whose own they are, and which are no speech, on short texts of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.parsing.parse import Parse
from briefing.extract.people.casting import build_cast
from briefing.extract.quotations.quotes import find_quotes

Parsed = Callable[..., Parse]


def quoted(parsed: Parse) -> list[tuple[str | None, str]]:
    """Who says each quotation, and the words."""
    cast = build_cast(parsed)
    return [(quote.speaker, quote.text) for quote in find_quotes(parsed, cast.clauses, cast)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('Maria Keller called the strike "reckless and wrong".', "reckless and wrong"),
        ("Maria Keller said the workers were “exhausted.”", "exhausted."),
        ("Maria Keller accused the port of using “strong-arm tactics” against the union.", "strong-arm tactics"),
        ("The visit went on in what Maria Keller called a “warm and open” mood.", "warm and open"),
    ],
)
def test_a_word_or_two_within_what_somebody_says_are_his(parsed: Parsed, text: str, words: str) -> None:
    """Below a verb of saying or naming with somebody named as its subject."""
    assert quoted(parsed(text)) == [("Maria Keller", words)]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “freedom riders” met Maria Keller on the pier.",
        "Maria Keller said the so-called “riders” had left.",
        "Maria Keller said the “Mafia” owned the port.",
        "Maria Keller said that the navy kept the “timber lane” open.",
        "Maria Keller said that the word “pier” is old.",
        "The “clean air” fund was opened by Maria Keller, who said she was glad.",
        "The union said the hall was “full”.",  # nobody is named
        "Two bishops and the dean of Tarn, David Holt, met under the theme: “Bread for one and all.”",
        "The envoy signed for “The Project for the Repair of Old Stone Bridges and Wells at the School of Saint Anne”.",
    ],
)
def test_names_themes_and_tongs_are_no_speech(parsed: Parsed, text: str) -> None:
    """Nor is a word of the writer's own, or of a body."""
    assert quoted(parsed(text)) == []


@pytest.mark.parametrize("led", ["said", "added"])
def test_an_honorific_is_not_who_speaks(parsed: Parsed, led: str) -> None:
    """The name stands behind the stop that ends the short form."""
    text = f"The Honourable Sam Okoro, MP, spoke in Tarn.\n“The boats will feed us all in the end” {led} Hon. Okoro."
    assert [who for who, _ in quoted(parsed(text))] == ["Sam Okoro"]


def test_a_message_that_reads_is_nobodys_who_tells_of_it(parsed: Parsed) -> None:
    """What is read stands in the message."""
    text = 'Maria Keller said that a note that read "Friends lie too. Yours, Marek," was left with the boat.'
    assert "Maria Keller" not in [who for who, _ in quoted(parsed(text))]


def test_a_lost_space_behind_the_marks_does_no_harm(parsed: Parsed) -> None:
    """The closing mark stands right at the verb."""
    text = "“We had a good year, and all of us did what we could,”said Maria Keller."
    assert [words for _, words in quoted(parsed(text))] == ["We had a good year, and all of us did what we could,"]
