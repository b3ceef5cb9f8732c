"""Unnamed people, papers, bodies and asides as speakers, and the order of words where the parser goes astray."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.engine import findings_of
from briefing.extract.parsing.parse import Parse

Parsed = Callable[..., Parse]


def last_speaker(parsed: Parse) -> str | None:
    """Who says the last quotation."""
    return findings_of(parsed).quotes[-1].speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We only want to be heard by the council,” said another of the mothers.", "another of the mothers"),
        ("Some warned that “the bridge will never be safe again.”", "Some"),
        ("Many of the drivers said that “the bridge will never be safe again.”", "Many of the drivers"),
        ("“The bridge will never be safe again,” they said.", None),
    ],
)
def test_people_without_a_name_are_told_as_the_text_has_them(parsed: Parsed, text: str, speaker: str | None) -> None:
    """“another”, “some” and “many” say something themselves; a pronoun with nobody before it stays open."""
    assert last_speaker(parsed(text)) == speaker


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("The affidavit was filed by Inspector Paul Adeyemi on Friday.", "The affidavit"),
        ("The petition says that nothing was done.", "The petition"),
        ("The affidavit was filed by the ministry on Friday.", None),
        ("The bridge was opened by Inspector Paul Adeyemi on Friday.", None),
    ],
)
def test_it_carries_on_a_paper(parsed: Parsed, before: str, speaker: str | None) -> None:
    """A paper that the sentence before is about; not where a body may be meant as well."""
    assert last_speaker(parsed(f"{before} It states that “the plan was made with two others”.")) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Friday’s affidavit submits that statements of witnesses “establish that the plan was made by others”.",
            "Friday’s affidavit",
        ),
        ("Maria Keller submitted “a full and fair report of the matter” to the court of Tarn.", "Maria Keller"),
        (
            "Referring to drills by Tarn and Oman, the commander of the Omani Navy added, “We are ready for more.”",
            "the commander of the Omani Navy",
        ),
        (
            "Teachers are opposed to it, with Maria Keller, a spokeswoman, saying it is old.\n“It is old,” she said.",
            "Maria Keller",
        ),
        ("Anna Reed spoke, with Maria Keller away and nobody saying why.\n“It is old,” she said.", "Anna Reed"),
        ("The college’s dean, the priest and scholar Paul Adeyemi, said: “There is a world in games.”", "Paul Adeyemi"),
    ],
)
def test_speakers_in_asides_and_odd_orders(parsed: Parsed, text: str, speaker: str | None) -> None:
    """A verb that leads a clause, a word of saying that the parser did not read, names set beside others."""
    assert last_speaker(parsed(text)) == speaker
