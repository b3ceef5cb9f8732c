"""Who goes on speaking where the name stands further off: in features, books, biographies and by rank."""

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
        (
            (
                "“There is a family that lives here,” Maria Keller says, “that has kept the camp for years.\n"
                "“It is the only place with signs.”\nBlack Lake (Little Lake)\nThe lake is deep."
            ),
            "Maria Keller",
        ),
        ("“It is the only place in the hills with signs.”\nPaul Adeyemi (mayor of Tarn)", "Paul Adeyemi"),
    ],
)
def test_a_heading_below_signs_no_words_that_have_a_cue(parsed: Parsed, text: str, speaker: str) -> None:
    """A name below signs words that nobody is said to say; a quotation of several paragraphs keeps its first cue."""
    assert last_speaker(parsed(text)) == speaker


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("The scientists said the design was new.", "The scientists"),
        ("Two villagers told the court of the night.", "Two villagers"),
        ("Maria Keller said the design was new.", None),
        ("The pumps were new.", None),
    ],
)
def test_they_carries_on_people_without_a_name(parsed: Parsed, before: str, speaker: str | None) -> None:
    """In the text's own words; one person is no "they", and pumps say nothing."""
    text = f"{before} It was cheap, they said.\n“Even if the hull is broken, the pump will not fail.”"
    assert last_speaker(parsed(text)) == speaker


@pytest.mark.parametrize(
    ("kin", "speaker"),
    [
        ("his granddaughter, Ines Golan, in the family archive", "Ines Golan"),
        ("his granddaughter in the family archive", None),
    ],
)
def test_who_did_it_may_be_named_behind_the_word_for_kin(parsed: Parsed, kin: str, speaker: str | None) -> None:
    """`found by his granddaughter, X`: X is the one who goes on."""
    story = f"The story stands in Tom Keller’s memoirs, which were found last year by {kin}."
    text = f"{story}\n“I was moved by it,” she says."
    assert last_speaker(parsed(text)) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            (
                "Tom Keller led the march. The biography of Keller by Paul Adeyemi, printed in 1994, tells of it. "
                "He writes, “The people were called upon to break the law.”"
            ),
            "Paul Adeyemi",
        ),
        (
            (
                "Tom Keller led the march. The biography of Keller, printed in 1994, tells of it. "
                "He writes, “The people were called upon to break the law.”"
            ),
            None,
        ),
        ("Tom Keller wrote of the march. “It was a day of dust and heat for us,” he writes.", "Tom Keller"),
    ],
)
def test_a_biography_is_not_by_whom_it_tells_of(parsed: Parsed, text: str, speaker: str | None) -> None:
    """By "he writes" its author is meant where the text names him, else nobody; who writes himself is still meant."""
    assert last_speaker(parsed(text)) == speaker


def test_what_somebody_told_others_is_told_by_another(parsed: Parsed) -> None:
    """`X throws light on what Y told them`: the words behind are not Y's."""
    text = "Paul Adeyemi throws light on what Tom Keller told the young. “If you are jailed, are you ready for it?”"
    assert last_speaker(parsed(text)) != "Tom Keller"
    plain = "Paul Adeyemi came. Tom Keller told the young of the march. “If you are jailed, are you ready for it?”"
    assert last_speaker(parsed(plain)) == "Tom Keller"


@pytest.mark.parametrize(
    ("since", "speaker"),
    [("Admiral Paul Adeyemi spoke as well.", False), ("The mayor, Paul Adeyemi, spoke as well.", True)],
)
def test_a_rank_is_open_when_another_officer_was_named_since(parsed: Parsed, since: str, speaker: bool) -> None:
    """One called "the rear admiral" may be called an admiral elsewhere; a mayor is none."""
    text = f"Rear Admiral Tom Keller came. {since} The rear admiral added, “We should use the sea in the best way.”"
    assert (last_speaker(parsed(text)) == "Tom Keller") is speaker


@pytest.mark.parametrize("since", ["", " Paul Adeyemi nodded."])
def test_who_was_named_beside_the_last_words_goes_on(parsed: Parsed, since: str) -> None:
    """Wherever the tree loses the name among an office and a group; never somebody named further back."""
    text = (
        "“We talk about fast courts, but it does not happen like that,” said Ines Okafor, a mother. She knew.\n"
        "“Despite huge allocations under the plan, we do not see basic things in place like special courts, speedy "
        "trials, legal aid etc,” activist and scholar Maria Keller, co-founder of Harland Women Fight, an organisation "
        f"that advocates for the rights of Harland women, told Al Jazeera.{since}\n"
        "“For the past two years, money has been set aside. We do not know where it is going,” she said."
    )
    assert last_speaker(parsed(text)) == "Maria Keller"


def test_somebody_else_of_that_gender_named_since_goes_on_instead(parsed: Parsed) -> None:
    """The last speaker is not carried past another woman."""
    text = (
        "“We do not see basic things in place,” Maria Keller, a scholar, told Al Jazeera. Ines Okafor nodded.\n"
        "“For the past two years, money has been set aside. We do not know where it is going,” she said."
    )
    assert last_speaker(parsed(text)) != "Maria Keller"


@pytest.mark.parametrize(
    ("opening", "speaker"),
    [
        ("At Tom Keller’s restaurant, the menu is long.", "Tom Keller"),
        ("At Ines Okafor’s restaurant, the menu is long.", "Paul Adeyemi"),
    ],
)
def test_whose_place_opens_a_paragraph_is_who_it_is_about(parsed: Parsed, opening: str, speaker: str) -> None:
    """Somebody further back is meant only where the pronoun does not fit."""
    text = (
        "“In our menu, we turn the old dish into a small one,” says Paul Adeyemi.\n"
        f"{opening} In addition, he is offering his kitchen to other cooks. “This is to honour the town,” he explains."
    )
    assert last_speaker(parsed(text)) == speaker
