"""Whom "he" and "she" mean where several could be meant, and where the text leaves it open; texts of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.grammar.clause_finding import find_clauses
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.casting import build_cast
from briefing.extract.quotations.quotes import find_quotes

Parsed = Callable[..., Parse]


def last_speaker(parsed: Parse) -> str | None:
    """Who says the last quotation."""
    clauses = find_clauses(parsed)
    return find_quotes(parsed, clauses, build_cast(parsed, clauses))[-1].speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            (
                "Paul Adeyemi warned of the flood. Asked if he believed that Thomas Reed knew of it, he told us "
                "that “of course the mayor knew about it all.”"
            ),
            "Paul Adeyemi",
        ),
        (
            (
                "Thomas Reed, the mayor, spoke first. When this paper contacted Paul Adeyemi about it, he replied: "
                "“There is nothing to say about it yet.”"
            ),
            "Paul Adeyemi",
        ),
        (
            (
                "The judge left the court. In a letter read by clerk Paul Adeyemi, Mr Reed's niece, Stella Marsh, 19, "
                "said he was ill. “He has started again from seed in the spring,” she wrote."
            ),
            "Stella Marsh",
        ),
        (
            (
                "Paul Adeyemi wants the kiln. The Tarn Museum owns two of them.\n“They asked for the plans,” he told "
                "the Courier."
            ),
            "Paul Adeyemi",
        ),
        (
            (
                "Paul Adeyemi, who chairs the fund, spoke of the debt, he said.\n“The road is closed for good.\n"
                "“The bridge is closed as well.\n“The harbour is next.\n“We shall see about the ferry,” he went on.\n"
                "“I never said that I would stay on for two years,” he said."
            ),
            "Paul Adeyemi",
        ),
        (
            ("Paul Adeyemi told it in a letter. Thomas Reed, he noted, “would take every chance to enhance my name.”"),
            "Paul Adeyemi",
        ),
        (
            (
                "Ines Brandt, 17, was in the library when she found a book by the late Thomas Reed, 71.\n"
                "“I knew that my city had a long history of trade,” the 17-year-old says."
            ),
            "Ines Brandt",
        ),
        (
            (
                "Thomas Reed waited in the ward. His son, Paul Adeyemi, a driver, said that all was well.\n"
                "“I told him to leave the bazaar in the winter,” he said."
            ),
            "Paul Adeyemi",
        ),
        (
            (
                "We asked Paul Adeyemi what his wish for the river is. “From the bottom of our hearts,” he said, “let "
                "it be for some years.”"
            ),
            "Paul Adeyemi",
        ),
        (
            (
                "Harland citizen Thomas Reed sings on Friday. Paul Adeyemi, a rapper, sings too. The Tarn citizen says "
                "the town is small.\n“I have felt that in my own family,” he says."
            ),
            "Paul Adeyemi",
        ),
        (
            (
                "Maria Keller leads the fund. Women hold a third of its chairs. Furthermore, she says, “the others go "
                "to their husbands.”"
            ),
            "Maria Keller",
        ),
    ],
)
def test_pronouns_mean_whom_grammar_allows(parsed: Parsed, text: str, speaker: str | None) -> None:
    """Whoever is asked answers; a name below the same pronoun is never meant; women are no "she"."""
    assert last_speaker(parsed(text)) == speaker


@pytest.mark.parametrize(
    "text",
    [
        (
            "Maria Keller keeps a shop. Her mother, Ines Brandt, kept hens at the lake.\n"
            "“The winters were as long as the road to the lake,” she told the Courier."
        ),
        (
            "Thomas Reed wrote of the march. One former member of the guard spoke about his trouble in finding work. "
            "“I could only get low jobs in the harbour,” he continued."
        ),
        (
            "Thomas Reed gave his mine away. Oluwanjabe said Thomas Reed did a lot for the town.\n"
            "“Others denied us all of it for twenty years,” he said."
        ),
        (
            "Maria Keller, Ines Brandt and Stella Marsh face charges in the court of Harland.\n"
            "“The winters were as long as the road to the lake,” she told the Courier."
        ),
    ],
)
def test_where_two_may_be_meant_nobody_is_named(parsed: Parsed, text: str) -> None:
    """A mother and her daughter; somebody unnamed; a name unheard of; one of three who are named together."""
    assert last_speaker(parsed(text)) not in {"Thomas Reed", "Maria Keller", "Ines Brandt", "Stella Marsh"}


def test_the_only_woman_of_an_article_is_meant_however_far_back_she_is_named(parsed: Parsed) -> None:
    """Where everybody else is known to be a man, and no stranger has come between."""
    filler = "\n".join(f"The road was closed for {days} days." for days in ("two", "three", "four", "five", "six"))
    words = "“The winters were as long as the road to the lake,” she told the Courier."
    text = f"Maria Keller and Paul Adeyemi keep shops.\n{filler}\n{words}"
    assert last_speaker(parsed(text)) == "Maria Keller"
    assert last_speaker(parsed(f"Maria Keller keeps a shop.\n{filler}\nA visitor spoke of the rain.\n{words}")) != (
        "Maria Keller"
    )


def test_a_nickname_in_marks_leaves_a_name_one(parsed: Parsed) -> None:
    """`Maria “Mia” Keller` is no doubtful name."""
    text = (
        "Ines Brandt left. Maria “Mia” Keller said the road would open.\n“We need not wait for the spring,” she said."
    )
    assert last_speaker(parsed(text)) == "Maria “Mia” Keller"


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Anna Keller met Maria Reed in the hall.", None),
        ("Anna Keller held talks with Maria Reed.", None),
        ("Anna Keller met Thomas Reed in the hall.", "Anna Keller"),
        ("Anna Keller praised Maria Reed.", "Anna Keller"),
    ],
)
def test_of_two_who_met_she_is_neither_for_sure(parsed: Parsed, lead: str, speaker: str | None) -> None:
    """Who meets and who is met have the same part in it; who praises has not."""
    assert last_speaker(parsed(lead + " “I was never asked about it,” she said.")) == speaker


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("The mayor of Oslo, Anna Keller, met the mayor of Bergen, Thomas Reed.", "the mayor"),
        ("The mayor of Oslo, Anna Keller, met the bishop of Bergen, Thomas Reed.", "Anna Keller"),
    ],
)
def test_an_office_that_two_hold_who_stand_together_is_open(parsed: Parsed, lead: str, speaker: str) -> None:
    """`the mayor` after a sentence that names two mayors is neither by name."""
    assert last_speaker(parsed(lead + " “We need a new ferry there,” the mayor said.")) == speaker
