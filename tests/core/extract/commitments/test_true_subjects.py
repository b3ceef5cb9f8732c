"""Who acts, where the nearest word is not who: sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.engine import findings_of
from briefing.extract.parsing.parse import Parse

Parsed = Callable[..., Parse]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        (
            "Maria Diaz said the unions would work towards paying the dues and urged workers to wait.",
            "urged workers to wait",
            "Maria Diaz",
        ),
        (
            "Hundreds of farmers filled the square, the paper reported, asking Governor Diaz to open the dam.",
            "asking Governor Diaz to open the dam",
            "Hundreds of farmers",
        ),
        (
            "The council has made a pledge to enact the Law for the Defence of Rivers from Plastic Waste.",
            "The council has made a pledge",
            "The council",
        ),
        (
            "The ministers of Norway and Chile met in Tarn. Both agreed to share the radar data.",
            "Both agreed to share the radar data",
            "Both",
        ),
    ],
)
def test_who_acts(parsed: Parsed, text: str, words: str, actor: str) -> None:
    """The subject of what was said before, of what the paper reports, and of the verb that carries the noun."""
    found = [each.actor for each in findings_of(parsed(text)).commitments if words in each.words.text]
    assert found == [actor]


@pytest.mark.parametrize(
    "text",
    [
        "“He promised to pay for the school,” Mayor Paul Adeyemi said.",
        "Mayor Paul Adeyemi praised Norway, saying they built the harbour and two schools.",
    ],
)
def test_somebody_left_open_undertakes_nothing(parsed: Parsed, text: str) -> None:
    """The "he" of a quotation is not its speaker, and of a "they" in a report nobody knows who it is."""
    assert not findings_of(parsed(text)).commitments


def test_the_speaker_promises_for_himself(parsed: Parsed) -> None:
    """What the speaker of a quotation says that he will do stays his."""
    found = findings_of(parsed("“I will pay for the school,” Mayor Paul Adeyemi said.")).commitments
    assert [each.actor for each in found] == ["Paul Adeyemi"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "Relatives of the late General Musa Keita promised to sue the state.",
            "Relatives of the late General Musa Keita",
        ),
        (
            "Protesters outside the home of Mayor Lena Brandt vowed to return.",
            "Protesters outside the home of Mayor Lena Brandt",
        ),
        ("Aides to Governor Ana Diaz pledged to publish the accounts.", "Aides to Governor Ana Diaz"),
        ("Critics of President Ana Diaz pledged to strike on Monday.", "Critics of President Ana Diaz"),
        ("Union of Nurses secretary Ana Diaz vowed to strike on Monday.", "Ana Diaz"),
        ("Chile was asked for tents and Norway offered boats.", "Norway"),
    ],
)
def test_a_name_after_a_preposition_is_not_who_promises(parsed: Parsed, text: str, actor: str) -> None:
    """Whoever is said to belong to somebody undertakes for himself; so does who is joined on."""
    assert [each.actor for each in findings_of(parsed(text)).commitments] == [actor]
