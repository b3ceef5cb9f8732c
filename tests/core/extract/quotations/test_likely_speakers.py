"""Speakers whom no rule settles, and whom most of what the text tells speaks for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.grammar.clause_finding import find_clauses
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.casting import build_cast
from briefing.extract.quotations.quotes import asked_speakers, find_quotes
from briefing.extract.quotations.speaker_signs import ALONE, PRONOUN, TITLE
from briefing.model.facts import Quote

Parsed = Callable[..., Parse]


def _quotes(parsed: Parse) -> tuple[Quote, ...]:
    clauses = find_clauses(parsed)
    return find_quotes(parsed, clauses, build_cast(parsed, clauses))


def _kinds(parsed: Parse) -> list[str | None]:
    clauses = find_clauses(parsed)
    asked = asked_speakers(parsed, clauses, build_cast(parsed, clauses))
    return [place.kind if place is not None else None for _, place in asked]


_BALLPLAYER = (
    "The former striker Paul Adeyemi is no friend of the club's new owners.\n"
    "Adeyemi told the Courier on Friday that he would not come to the match.\n"
    "“They have sold everything that we ever built here,” the ex-footballer said."
)
_UNION = (
    "Dana Ortiz has led the union since May. Ortiz said on Tuesday that talks had failed.\n"
    "The bus drivers of Tarn have had no rise for six years.\n"
    "“We have waited long enough and the drivers are tired of waiting.”\n"
    "Ortiz said the strike would begin on Monday."
)


@pytest.mark.parametrize(("text", "speaker"), [(_BALLPLAYER, "Paul Adeyemi"), (_UNION, "Dana Ortiz")])
def test_the_likely_speaker_is_named(parsed: Parsed, text: str, speaker: str) -> None:
    """A description and a quotation without any cue, by the only one who speaks: named, by a rule id of its own."""
    (quote,) = _quotes(parsed(text))
    assert quote.speaker == speaker
    assert quote.evidence.rule.endswith(".likely")
    assert 0.5 < quote.evidence.confidence < 1


@pytest.mark.parametrize(
    "text",
    [
        "Paul Adeyemi opened the fair. A visitor from Tarn was there.\n“It is too loud for us all here,” the man said.",
        "Maria Keller met Stella Marsh and Dana Ortiz.\n“It is too late for us all to go,” the letter said.",
        "President Paul Adeyemi spoke in Tarn. Adeyemi was late.\n“It is too late now,” the former president said.",
        "Foreign Minister Maria Keller met the chiefs of a mill.\nThe representative of the mill said it “is cheap”.",
        "Maria Keller led the defence all week.\n“It is too late for us all to go,” the judge said.",
        "“It is too late for us all to go there now.”\nMaria Keller and Stella Marsh left the hall.",
    ],
)
def test_nobody_is_named_without_need(parsed: Parsed, text: str) -> None:
    """A stranger, a letter, who is no such thing and a quotation before all names have no named speaker."""
    assert all(quote.attribution.value in {"described", "unknown"} for quote in _quotes(parsed(text)))


def test_what_can_be_asked(parsed: Parsed) -> None:
    """Pronouns, definite descriptions of people and sentences without a cue can be asked for, names and papers not."""
    text = (
        "Maria Keller spoke.\n"
        "“The bridge must be safe,” she said.\n"
        "“The bridge must be safe,” the mayor said.\n"
        "“The bridge must be safe,” Keller said.\n"
        "“The bridge must be safe,” a man said."
    )
    assert _kinds(parsed(text)) == [PRONOUN, TITLE, None, None]


def test_a_quotation_alone_can_be_asked(parsed: Parsed) -> None:
    """A paragraph that is nothing but a quotation, where no rule ties it to anybody."""
    assert _kinds(parsed(_UNION)) == [ALONE]


def test_a_heading_cannot_be_asked(parsed: Parsed) -> None:
    """Quoted words that end without a stop head a part of the article, whoever said them."""
    heading = _UNION.replace("are tired of waiting.”", "are tired of waiting”")
    assert _kinds(parsed(heading)) == [None]
