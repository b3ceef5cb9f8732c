"""A dateline is read by itself, and a sentence ends behind a shortened unit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.parsing.datelines import parts_from_report
from briefing.extract.parsing.parse import Parse

Parsed = Callable[..., Parse]


@pytest.mark.parametrize(
    "dateline",
    [
        "VARDEN, 3 May 2025 — ",
        "VARDEN - ",
        "Varden – ",
        "VARDEN—",
        "VARDEN, Norway, May 3, 2025 -- ",
        "Varden, 3 May 2025: ",
        "3 May 2025, Varden — ",
        "VARDEN, Norway, Oct. 3, 2025 /NordWire/ -- ",
        "PORT OF VARDEN (Nord) - ",
        "VARDEN, 3 May (Nord) — ",
    ],
)
def test_who_speaks_stands_behind_the_dateline(parsed: Parsed, dateline: str) -> None:
    """Whatever its form, no word of the report hangs on it, and it stays in the sentence."""
    found = parsed(f"{dateline}Minister Maria Keller said on Monday that the pier would stay.")

    said = next(token for token in found.tokens if token.text == "said")
    subjects = [found.tokens[i].text for i in found.children[said.i] if found.tokens[i].dep == "nsubj"]
    assert subjects == ["Keller"]
    assert found.sentences[0].first == 0
    assert all(found.tokens[i].start >= len(dateline) for i in found.subtree(said.i))


@pytest.mark.parametrize(
    "text",
    [
        "NATO troops will leave the pier — Keller said so.",
        "Maria Keller, the mayor of Varden — The Lion — spoke.",
        "TARN — the company — will build.",
        "The minister (Nord) said so.",
    ],
)
def test_what_is_a_sentence_is_no_dateline(text: str) -> None:
    """A verb, an aside or a small word stands in no dateline."""
    assert parts_from_report(text, leads=True) == 0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Tarn pledged €30m. Varden pledged €20m. Petrel will give $5m.", 3),
        ("Tarn pledged $30M. Varden will give $5 m.", 2),
        ("Keller came at 5 p.m. Monday with J. M. Petrel.", 1),
        ("Tarn pledged 30m. euros for the pier.", 1),
    ],
)
def test_a_sentence_ends_behind_a_shortened_unit(parsed: Parsed, text: str, count: int) -> None:
    """Before a capital; initials and hours of the day end nothing."""
    assert len(parsed(text).sentences) == count


def test_a_sum_of_money_is_an_object(parsed: Parsed) -> None:
    """`pledged €30m` has one, though the parser takes it for a measure."""
    found = parsed("Tarn pledged €30m. Varden pledged €20m.")

    assert sum(token.dep == "dobj" for token in found.tokens) == 2
