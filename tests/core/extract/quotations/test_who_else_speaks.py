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


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Paul Adeyemi plans a clinic in Tarn after taking “the secrets of her family's cures”.", None),
        ("Paul Adeyemi founded the house in 1970 as “a home for all the poor of Tarn”.", None),
        ("Paul Adeyemi pointed to “the suffering of all the poor of Tarn”.", "Paul Adeyemi"),
        ("Paul Adeyemi dismissed the house as “a home for all the rich of Tarn”.", "Paul Adeyemi"),
        ("It led Paul Adeyemi to translate it, with the word “fallen”: “We will not forget the road.”", None),
    ],
)
def test_who_only_acts_does_not_speak(parsed: Parsed, text: str, speaker: str | None) -> None:
    """How something was done and what a word means is told by the writer, not by who acts."""
    assert last_speaker(parsed(text)) == speaker


@pytest.mark.parametrize(
    ("before", "said", "speaker"),
    [
        ("Paul Adeyemi, OC of Tarn station, denied it. Anna Reed left.", "the OC", "Paul Adeyemi"),
        ("Paul Adeyemi, bosun on the ferry, denied it. Anna Reed left.", "the bosun", "Paul Adeyemi"),
        ("Paul Adeyemi, bosun on the ferry, denied it. Another bosun left.", "the bosun", "the bosun"),
        ("Anna Reed, head of the World Coffee Organization, left.", "the WCO", "the WCO"),
        ("Anna Reed, the Lieutenant Governor, left.", "the LG", "Anna Reed"),
    ],
)
def test_short_names_of_offices(parsed: Parsed, before: str, said: str, speaker: str) -> None:
    """A word set beside one name only is that person's; initials of a body are not its head."""
    assert last_speaker(parsed(f"{before} “The road will be safe again,” {said} said.")) == speaker


@pytest.mark.parametrize(
    ("passing", "speaker"),
    [
        ("She has played twice beside Jung Hae-in.", None),
        ("Jung Hae-in spoke of it too.", None),
        ("She has played twice beside Park Hae-in.", "Jung Yoo-na"),
    ],
)
def test_one_named_in_passing_bears_the_name_too(parsed: Parsed, passing: str, speaker: str | None) -> None:
    """Of two with one family name neither is meant for sure, be the article about one of them."""
    text = (
        "Jung Yoo-na plays a lawyer. Fans may know Jung Yoo-na from the stage. " + passing + "\n"
        "Jung spoke of it in Seoul. “The directors are fond of my voice,” Jung said."
    )
    quote = findings_of(parsed(text)).quotes[-1]
    assert (quote.speaker if quote.speaker_id else None) == speaker


@pytest.mark.parametrize(
    ("between", "enclosed"),
    [
        ("Many families had trouble getting to it.\nThe hall is far from the town.", True),
        ("Anna Reed had trouble getting to it.\nThe hall is far from the town.", False),
    ],
)
def test_words_between_two_sayings_of_one_person(parsed: Parsed, between: str, *, enclosed: bool) -> None:
    """A quotation alone in its paragraph is of whoever speaks on both sides of it, where nobody else is near."""
    text = (
        f"Paul Reed came.\nAccess is bad, Maria Keller said.\n{between}\n“They want to be there, all of them.”\n"
        "Keller told the council that it had to change."
    )
    quote = findings_of(parsed(text)).quotes[-1]
    assert (quote.evidence.rule == "quote.continued.between", quote.speaker == "Maria Keller") == (enclosed, enclosed)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Paul Adeyemi spoke too. Maria Keller’s criticism was directed at “the sloth of those years”.",
            "Maria Keller",
        ),
        ("Maria Keller’s message was “the worst is still to come for Tarn”.", "Maria Keller"),
        ("Maria Keller’s bridge was “the worst of all those in Tarn”.", None),
        ("“He lived a life of plenty,” the agency reported on Monday, quoting Maria Keller.", "Maria Keller"),
        ("“He lived a life of plenty,” the agency reported on Monday.", "the agency"),
        ("Anna Reed and Yoaz Hendel met.\nHENDEL SPOKE to another tune. He said: “We are against it.”", "Yoaz Hendel"),
    ],
)
def test_whose_words_a_sentence_is_about(parsed: Parsed, text: str, speaker: str | None) -> None:
    """Somebody's criticism or message, an agency that quotes somebody, a name in capitals."""
    assert last_speaker(parsed(text)) == speaker


@pytest.mark.parametrize(
    ("lone", "speaker"),
    [("Mncwane", "Sibusiso Mncwabe"), ("the mayor Mncwane", "Mncwane")],
)
def test_a_lone_name_that_nobody_introduced(parsed: Parsed, lone: str, speaker: str) -> None:
    """A name one letter off is no second person, unless the text tells who that is."""
    text = f"Sibusiso Mncwabe spoke for the party. Mncwabe was not pleased.\n“It is a shame to close it,” {lone} said."
    assert last_speaker(parsed(text)) == speaker


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Paul Adeyemi opened the road in Tarn. Adeyemi was pleased.", "Paul Adeyemi"),
        ("Paul Adeyemi met the Prime Minister on Monday.", "the Prime Minister"),
        ("The Prime Minister thanked Paul Adeyemi in Tarn. Adeyemi was pleased.", "the Prime Minister"),
    ],
)
def test_who_meets_an_office_does_not_hold_it(parsed: Parsed, before: str, speaker: str) -> None:
    """The only person of an article is not the Prime Minister whom he meets."""
    assert last_speaker(parsed(f"{before}\n“The road will be safe again,” the Prime Minister said.")) == speaker
