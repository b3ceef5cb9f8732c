"""Who is meant by a part of a name, by initials, by "the latter", and by "he" after somebody unnamed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.engine import findings_of
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Attribution

Parsed = Callable[..., Parse]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Justice Minister Han Dong-min met Rep. Park Beom-su in Seoul. “We verify nobody,” Han replied.",
            "Han Dong-min",
        ),
        ("Lieutenant Governor Manoj Verma spoke in Tarn. “I pay homage to them,” the LG added.", "Manoj Verma"),
        (
            (
                "Deepak Roy, Minister of ICT, and Bobby Hart, Minister of Infrastructure, came. The latter denounced "
                "what he called “a plot to destabilize the country”."
            ),
            "Bobby Hart",
        ),
    ],
)
def test_a_short_form_is_who_bears_it(parsed: Parsed, text: str, speaker: str) -> None:
    """One part of a name, the initials of an office, the second of two."""
    (quote,) = findings_of(parsed(text)).quotes
    assert quote.speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            (
                "Health minister Adam Stern is to decide.\n\nOne mental health professional warned "
                "that the plan would fail. “These are people who need help,” he said."
            ),
            "One mental health professional",
        ),
        ("Maria Keller spoke.\n\nA teacher told the council of it. “We have no books,” she said.", "A teacher"),
    ],
)
def test_he_after_somebody_unnamed_is_no_name(parsed: Parsed, text: str, speaker: str) -> None:
    """Who is nearest is somebody without a name: never the main person of the article."""
    (quote,) = findings_of(parsed(text)).quotes
    assert (quote.speaker, quote.attribution) == (speaker, Attribution.DESCRIBED)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            (
                "PM Paul Modi addressed the work of Ram Kovind. He also said the former President was kind. “You won,” "
                "he added."
            ),
            "Paul Modi",
        ),
        ("Yoon Min-su praised Byeon Ho-jin. Byeon is “someone who is good at it,” he said.", "Yoon Min-su"),
        (
            ("Reviewing the budget, committee chairperson Derrick Stone (DA) said it was good. “I like it,” he said."),
            "Derrick Stone",
        ),
        ("Anthony Alban spoke in Tarn. “I would like us to vote on it,” the Prime Minister said.", "Anthony Alban"),
        (
            ("Secretary of State Antony Blake spoke on Monday. “These acts stay with us,” the top diplomat added."),
            "Antony Blake",
        ),
        ("Fiscal change has “stalled decades of progress in the region,” added Mario Keller.", "Mario Keller"),
        (
            "Maria Keller said in an interview that her agency was requesting information “to confirm some events.”",
            "Maria Keller",
        ),
    ],
)
def test_who_is_meant_goes_on(parsed: Parsed, text: str, speaker: str) -> None:
    """Pronouns go on from pronouns, never mean whom the report names; highest offices; the verb's own name."""
    (quote,) = findings_of(parsed(text)).quotes
    assert quote.speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Candida Nick spoke of her home. Her grandmother was sent away. “The schools taught them silence,” she said.",
        "Maria Keller met Ann Stone. The president of the club had left. “I would vote,” the Prime Minister said.",
        "Mattar Taha, director-general of the RTA, came. “It is safe and it is quick,” the RTA added.",
        "Dan Moore, a citizen of Tarn, came. “It is what we need here now,” the Harland citizen said.",
    ],
)
def test_what_the_text_leaves_open_is_no_name(parsed: Parsed, text: str) -> None:
    """Somebody's grandmother, an office that either of two may hold, a body, one of many citizens."""
    (quote,) = findings_of(parsed(text)).quotes
    assert quote.attribution in {Attribution.UNKNOWN, Attribution.DESCRIBED}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "An official said a body was found. He said that police took it away. “The man was known to us,” he said.",
            "An official",
        ),
        ("The ministry said it does that often. “The law was clear to us,” it added.", "The ministry"),
    ],
)
def test_who_has_no_name_goes_on_too(parsed: Parsed, text: str, speaker: str) -> None:
    """An official through several pronouns, and a body that "it" carries on: described, in the text's words."""
    (quote,) = findings_of(parsed(text)).quotes
    assert (quote.speaker, quote.attribution) == (speaker, Attribution.DESCRIBED)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            (
                "Speaking of his life as a Dermatologist, Naa Professor Edmund Delle said Dr Rabito had helped. “It "
                "began when I was a boy,” he said."
            ),
            "Edmund Delle",
        ),
        (
            "Akman Stone also said that the protestors are claiming the land, “which we assume will be challenged.”",
            "Akman Stone",
        ),
        ("Maria Keller named their anger as a reason to vote. “They are tired of it all.”", "Maria Keller"),
    ],
)
def test_the_sentence_settles_it(parsed: Parsed, text: str, speaker: str) -> None:
    """A name that the parser gave to an aside, a cue that another one reports, who acts right before the words."""
    (quote,) = findings_of(parsed(text)).quotes
    assert quote.speaker == speaker


def test_a_source_goes_on_in_the_next_paragraph(parsed: Parsed) -> None:
    """`according to X`, then words that stand alone: X's."""
    text = "The farmers will be glad, according to Michael Stone, a professor.\n\n“Countries in debt have had trouble.”"
    (quote,) = findings_of(parsed(text)).quotes
    assert quote.speaker == "Michael Stone"


def test_the_leader_of_a_country_is_who_heads_it(parsed: Parsed) -> None:
    """`the Kazakh leader` is its president; "the leader" alone may be anybody's."""
    lead = "Kazakh President Askar Bolat met Polish President Jan Nowak in Astana. “The line is for everyone here,” "
    (known,) = findings_of(parsed(lead + "the Kazakh leader said.")).quotes
    (open_,) = findings_of(parsed(lead + "the leader said.")).quotes
    assert (known.speaker, open_.speaker) == ("Askar Bolat", "the leader")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ivo Tamsin met Mr Petrel Keller AM in Tarn. “It is what we need,” Mr Keller AM said.", "Petrel Keller"),
        (
            "Legislator Lai Min-hao (賴士葆) came to Tarn. Lai Min-hao (賴士葆) said: “It is what we need.”",
            "Lai Min-hao",
        ),
        (
            (
                "Justice Minister Han Dong-min met Prime Minister Han Seok-jae. Lawmaker Han Mi-rae spoke last.\n"
                "“It is what we need here,” Han said."
            ),
            "Han",
        ),
    ],
)
def test_what_stands_beside_a_name_and_a_family_name_first(parsed: Parsed, text: str, speaker: str) -> None:
    """Letters behind a name, a name in another script, and a bare family name that several bear."""
    assert findings_of(parsed(text)).quotes[-1].speaker == speaker


def test_a_family_name_of_one_named_in_passing_is_open(parsed: Parsed) -> None:
    """The bare family name is hardly that of a father named once in an article about the son."""
    text = (
        "Han Dong-min opened a shop. Han Dong-min studied in Tarn. Han Seok-jae is his father.\n"
        "“It is what we need here,” Han said."
    )
    (quote,) = findings_of(parsed(text)).quotes
    assert quote.attribution is Attribution.DESCRIBED


def test_a_surname_of_two_is_nobodys(parsed: Parsed) -> None:
    """Where the surname comes last it may be either spouse's."""
    text = "Ivo Keller met Petra Keller in Tarn on Monday. The hall was full.\n“It is what we need here,” Keller said."
    (quote,) = findings_of(parsed(text)).quotes
    assert quote.attribution is Attribution.DESCRIBED


@pytest.mark.parametrize(
    ("before", "nation", "speaker"),
    [("", "Latvian ", "the Latvian FM"), ("Norwegian ", "Norwegian ", "Ola Berg"), ("", "", "Ola Berg")],
)
def test_letters_of_a_state_are_of_whom_the_text_ties_to_it(
    parsed: Parsed, before: str, nation: str, speaker: str
) -> None:
    """A minister whose state is nowhere told is not the Latvian one for having spoken in Riga."""
    text = f"{before}Foreign Minister Ola Berg spoke in Riga on Monday. “We will help them all,” the {nation}FM said."
    (quote,) = findings_of(parsed(text)).quotes
    assert quote.speaker == speaker
