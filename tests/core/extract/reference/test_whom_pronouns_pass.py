"""Whom "he" and "she" must not reach past, and who is never meant, on short texts of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.parsing.parse import Parse
from briefing.extract.people.casting import build_cast
from briefing.extract.quotations.quotes import find_quotes

Parsed = Callable[..., Parse]


def last_speaker(parsed: Parse) -> str | None:
    """Who says the last quotation."""
    cast = build_cast(parsed)
    return find_quotes(parsed, cast.clauses, cast)[-1].speaker


@pytest.mark.parametrize(
    ("between", "speaker"),
    [
        # somebody else has spoken since, in a paragraph of his own
        ("The island's delegate, Susan Okafor, announced more help for the villages.", None),
        ("More help is on its way.", "Paul Adeyemi"),
    ],
)
def test_a_pronoun_does_not_reach_past_who_spoke_since(parsed: Parsed, between: str, speaker: str | None) -> None:
    """A slip of the pen is nobody's words."""
    text = (
        f"Paul Adeyemi, the mayor, said the water was rising.\n{between}\n“We have twenty tons of maize,” he reported."
    )
    assert last_speaker(parsed(text)) == speaker


def test_within_a_paragraph_it_may(parsed: Parsed) -> None:
    """There the other one is only told of on the way."""
    text = "Paul Adeyemi opened the new hall. Susan Okafor said she was glad. “It was high time for it,” he said."
    assert last_speaker(parsed(text)) == "Paul Adeyemi"


@pytest.mark.parametrize(
    ("called", "reached"),
    [("The lawyer rejected the charge, saying he was ill in May.", False), ("The trial goes on in May.", True)],
)
def test_a_pronoun_does_not_reach_past_the_lawyer(parsed: Parsed, called: str, reached: bool) -> None:
    """Somebody who is spoken of by his work stands nearer than who is known by another office."""
    text = (
        "Karl Weber and Omar Holt denied the theft.\nMr Paul Adeyemi, the prosecutor, said the money was gone.\n"
        f"{called}\n“I have never left the town in all these years,” he said."
    )
    assert (last_speaker(parsed(text)) == "Paul Adeyemi") is reached


def test_the_one_named_of_many_is_meant(parsed: Parsed) -> None:
    """Of captains like X, "she" is X."""
    text = (
        "Susan Holt said the new port was a gift.\n"
        "But captains like Maria Keller feared for the fish. She said, “The boats will drive off all the herring.”"
    )
    assert last_speaker(parsed(text)) == "Maria Keller"


def test_a_reporter_who_asks_does_not_answer(parsed: Parsed) -> None:
    """Whoever asks stands nearer, and is passed over."""
    text = "Paul Adeyemi came out at noon. A reporter asked about the strike. “We are tired of it all,” he said."
    assert last_speaker(parsed(text)) != "A reporter"


@pytest.mark.parametrize(("country", "speaker"), [("Danish", "the Danish PM"), ("Norwegian", "Anders Holm")])
def test_initials_are_of_the_countrys_own(parsed: Parsed, country: str, speaker: str) -> None:
    """An office in letters with a country before it is nobody's of another country."""
    text = (
        "The Prime Minister of Norway, Anders Holm, was welcomed on Monday.\n"
        f"The paper wrote that the {country} PM said that “the tunnel will be built within ten years”."
    )
    assert last_speaker(parsed(text)) == speaker


def test_a_chairman_may_be_a_woman(parsed: Parsed) -> None:
    """The given name tells more than the old word for the office."""
    text = (
        "Princess Anne opened the school.\n"
        "Chairman of the governors Susan Holt taught there for years. She said: “We have waited so long for this hall.”"
    )
    assert last_speaker(parsed(text)) == "Susan Holt"


def test_who_acts_behind_a_name_is_not_its_bearer(parsed: Parsed) -> None:
    """Behind an opening phrase with a name, the subject is somebody else."""
    text = (
        "Greeted by the Dean of Tarn, Richard Holt, the duke was shown the tower. “It is a fine tower,” the duke said."
    )
    assert last_speaker(parsed(text)) != "Richard Holt"
