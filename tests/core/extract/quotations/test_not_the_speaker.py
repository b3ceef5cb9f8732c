"""Who stands beside a quotation without saying it, on short texts of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.grammar.clause_finding import find_clauses
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.casting import build_cast
from briefing.extract.quotations.quotes import find_quotes

Parsed = Callable[..., Parse]


def speakers(parsed: Parse) -> list[str | None]:
    """Who says each quotation, in order."""
    clauses = find_clauses(parsed)
    return [quote.speaker for quote in find_quotes(parsed, clauses, build_cast(parsed, clauses))]


@pytest.mark.parametrize(
    "text",
    [
        "The girl, Ines Okafor, had ended up there, “after many efforts and protests by her relatives”.",
        "Ines Okafor had arrived in the town, “with no papers and no money at all”.",
        "The ministry published information on “the checks of lists in three towns,” the Civic Forum complained.",
        "China is boosting its fleet “from the coast to the open sea”",
        "Harland is calling up “men who have never held a gun”",
    ],
)
def test_who_only_acts_or_complains_is_not_given_the_words(parsed: Parsed, text: str) -> None:
    """Adverbial words in marks, what is only published, and lines without a full stop stay nobody's."""
    assert speakers(parsed(text)) == [None]


@pytest.mark.parametrize("answered", ["responded.", "replied that he did not know.", "answered with a shrug."])
def test_a_question_is_of_who_asks_it(parsed: Parsed, answered: str) -> None:
    """Not of who answers it in the words behind the marks."""
    text = f"Paul Adeyemi came in.\nMaria Keller asked him, “What is the minimum you would take?” Adeyemi {answered}"
    assert speakers(parsed(text)) == ["Maria Keller"]


def test_a_question_that_answers_is_of_who_answers(parsed: Parsed) -> None:
    """Where nobody leads up to the marks, the verb behind them counts."""
    assert speakers(parsed("“And what would you have done?” Paul Adeyemi responded.")) == ["Paul Adeyemi"]


@pytest.mark.parametrize("verb", ["claiming", "admitting", "saying", "stating"])
def test_a_report_quotes_somebody(parsed: Parsed, verb: str) -> None:
    """Whoever is quoted as claiming it is the speaker, not the report."""
    text = f"The said report quotes Mr Paul Adeyemi, a clerk, as {verb} “there was no money left in the fund”."
    assert speakers(parsed(text)) == ["Paul Adeyemi"]


@pytest.mark.parametrize(
    ("line", "speaker"),
    [("- North Bridge (Lagos)", None), ("— Kaduna", None), ("— Maria Keller (Lagos)", "Maria Keller")],
)
def test_a_place_signs_nothing(parsed: Parsed, line: str, speaker: str | None) -> None:
    """A heading below the words names where; a person's signature may have a place in brackets."""
    assert speakers(parsed(f"“There was no money left in the fund and we knew it.”\n{line}\nWork goes on.")) == [
        speaker
    ]


def test_the_writer_of_memoirs_goes_on(parsed: Parsed) -> None:
    """An "I" that tells of a "he": "he wrote" is the writer, not the last man named, and stays so."""
    text = (
        "Frank Moreau published his memoirs in 1990. “I met the general in Paris,” he wrote. He admired Oskar Brandt.\n"
        "Brandt was polite. “In the corridor he would greet me with a smile and a nod,” he wrote.\n"
        "“It was a time of hope for all of us,” he wrote."
    )
    assert speakers(parsed(text)) == ["Frank Moreau"] * 3


def test_without_a_writer_of_the_letter_nobody_wrote_it(parsed: Parsed) -> None:
    """The one of whom a letter tells is not taken for its writer."""
    text = "A letter was found in the house. Oskar Brandt was polite.\n“He would greet me with a smile,” he wrote."
    assert speakers(parsed(text)) == [None]


def test_another_who_writes_may_be_meant(parsed: Parsed) -> None:
    """Of two who write, each by name, the pronoun is read as ever."""
    text = (
        "Frank Moreau sent a letter to his friends. “I met the general in Paris,” Moreau wrote.\n"
        "Oskar Brandt wrote a reply. “It was a time of hope for all of us,” he wrote."
    )
    assert speakers(parsed(text)) == ["Frank Moreau", "Oskar Brandt"]


@pytest.mark.parametrize(
    "text",
    [
        "Ines Brandt read a letter by Paul Adeyemi: “I stand with you in this hour.”",
        "Ines Brandt, reading a message from Paul Adeyemi, said: “I stand with you in this hour.”",
        "“I stand with you in this hour,” Ines Brandt said, reading a message from Paul Adeyemi.",
    ],
)
def test_a_message_read_out_is_its_author_s(parsed: Parsed, text: str) -> None:
    """Not of who reads it."""
    assert speakers(parsed(text)) == ["Paul Adeyemi"]


def test_who_reads_her_own_message_speaks(parsed: Parsed) -> None:
    """A message that is nobody else's is the reader's."""
    assert speakers(parsed("Ines Brandt, reading her statement, said: “I stand with you.”")) == ["Ines Brandt"]


@pytest.mark.parametrize(
    "line", ["Karl Weber (right) leaving the hall of Tarn on Monday Credit: NP", "Karl Weber (left)"]
)
def test_a_caption_signs_nothing_and_parts_nothing(parsed: Parsed, line: str) -> None:
    """Words that a paragraph leaves open go on below the line that tells of a picture."""
    text = (
        "Karl Weber came with Judge Oliver Price.\nOliver Price told him: “The town must be able to trust its guards.\n"
        f"{line}\n“Nobody stands above them, and you have forgotten that.”\nWeber stood still in the dock."
    )
    clauses = find_clauses(parsed(text))
    quotes = find_quotes(clauses.parse, clauses, build_cast(clauses.parse, clauses))
    assert [(quote.speaker, len(quote.parts)) for quote in quotes] == [("Oliver Price", 2)]
