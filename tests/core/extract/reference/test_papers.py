"""Papers that say something are of whoever issued them, where the text tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.engine import findings_of
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Attribution

Parsed = Callable[..., Parse]
_WORDS = "“The bridge will be safe by the spring,” "


@pytest.mark.parametrize(
    ("before", "said", "speaker"),
    [
        ("Maria Keller said in a statement on Monday that work had begun.", "the statement read.", "Maria Keller"),
        ("Tarn's mayor Maria Keller issued a statement on Monday.", "the statement said.", "Maria Keller"),
        ("Maria Keller's letter arrived on Monday.", "the letter said.", "Maria Keller"),
        ("In a statement, the ministry said that work had begun.", "the statement said.", "the ministry"),
        ("A letter arrived in Tarn on Monday.", "the letter said.", "the letter"),
        ("Leaders of the council wrote a letter on Monday.", "the letter said.", "the letter"),
        ("Maria Keller wrote a book on Monday.", "the letter said.", "the letter"),
        ("The letter, signed by Tarn's mayor Maria Keller, came on Monday.", "the letter said.", "Maria Keller"),
        ("Maria Keller wrote a letter on Monday. Police seized the letter.", "the letter said.", "Maria Keller"),
        ("Maria Keller wrote a letter on Monday. Police seized a letter.", "the letter said.", "the letter"),
        ("Maria Keller wrote a letter on Monday.", "the first part of the letter said.", "Maria Keller"),
        ("Maria Keller wrote a letter on Monday.", "the note said.", "Maria Keller"),
        ("Maria Keller wrote a letter and Reed a memo.", "the note said.", "the note"),
        ("Maria Keller indicated she would go in a letter to the council.", "the letter said.", "Maria Keller"),
        ("Maria Keller complained that the firm hid it in a letter.", "the letter said.", "the letter"),
    ],
)
def test_a_paper_speaks_for_who_issued_it(parsed: Parsed, before: str, said: str, speaker: str) -> None:
    """Issued, said in it or owned by one person or body; else the paper itself is all that the text tells."""
    (quote,) = findings_of(parsed(f"{before}\n{_WORDS}{said}")).quotes
    assert quote.speaker == speaker
    assert (quote.attribution is Attribution.RESOLVED) == (speaker == "Maria Keller")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"The Tarn Council announced new works. {_WORDS}it said.", "The Tarn Council"),
        (f"The ministry issued a notice on Monday. {_WORDS}its statement said.", "The ministry"),
        (f"The embassy said on Monday that all was ready.\n{_WORDS}they said.", "The embassy"),
    ],
)
def test_it_and_its_carry_on_a_body(parsed: Parsed, text: str, speaker: str) -> None:
    """“it”, “its statement” and “they” after a body that says something."""
    (quote,) = findings_of(parsed(text)).quotes
    assert (quote.speaker, quote.attribution) == (speaker, Attribution.DESCRIBED)


def test_a_stranger_is_carried_on_past_paragraphs_of_quotation(parsed: Parsed) -> None:
    """Paragraphs that are nothing but the stranger's words do not part him from "he"."""
    text = (
        "A member of the club, who asked not to be named, said that the hall was too small.\n"
        "“If I wanted a small hall I would stay at home.”\n“We have told them so many times.”\n“A shame,” he said."
    )
    assert findings_of(parsed(text)).quotes[-1].speaker == "A member of the club"
