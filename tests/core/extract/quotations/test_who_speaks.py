"""Speakers and pronouns that a careless reader gets wrong, on short texts of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.grammar.clause_finding import find_clauses
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.casting import build_cast
from briefing.extract.quotations.quotes import find_quotes

Parsed = Callable[..., Parse]


def speakers(parsed: Parse) -> list[str | None]:
    """Who says each quotation, in order."""
    clauses = find_clauses(parsed)
    return [quote.speaker for quote in find_quotes(parsed, clauses, build_cast(parsed, clauses))]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            (
                "Maria Keller says her rival Paul Adeyemi took the money and “there is nothing "
                "wrong with that at all,” "
                "adding that donors changed nothing."
            ),
            "Maria Keller",
        ),
        (
            (
                "Maria Keller told the Courier that Paul Adeyemi is a “faker with no plan at all” and asked how he has "
                "“gotten away with it for so long.”"
            ),
            "Maria Keller",
        ),
        (
            (
                "After Paul Adeyemi criticized the plan during a debate, Maria Keller shot back, “I "
                "chose to stay at work.”"
            ),
            "Maria Keller",
        ),
        (
            (
                "The gala drew singers such as Maria Keller, Paul Adeyemi and Stella Marsh, who joked of the museum, "
                "“I have not seen it yet, but I am going to.”"
            ),
            "Stella Marsh",
        ),
        ("“The bridge must be safe by spring,” the Daily Courier quoted Maria Keller as saying.", "Maria Keller"),
        ("Maria Keller was quoted by the Daily Courier as saying “the bridge must be safe by spring.”", "Maria Keller"),
        (
            (
                "During her seven years in office, Maria Keller said, most farmers have come to "
                "believe “that the river "
                "is changing and that it matters.”"
            ),
            "Maria Keller",
        ),
        ("Sen. Maria Keller (D-Ore.) scolded him: “The evidence is against you on all counts.”", "Maria Keller"),
        ("When his returns were made public ― Paul Adeyemi boasted, “That makes me a clever man.”", "Paul Adeyemi"),
    ],
)
def test_the_speaker_is_who_the_cue_belongs_to(parsed: Parsed, text: str, speaker: str) -> None:
    """Reported clauses with a participle after them, lists before "who", quoting verbs, brackets, clauses in commas."""
    assert set(speakers(parsed(text))) == {speaker}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            (
                "Paul Adeyemi lost his farm in the flood. Mayor Thomas Reed is to visit on Friday.\n"
                "That is Adeyemi’s hope for the mayor’s visit, not only for himself.\n"
                "“It is hard to talk about, but it has to be said,” he said."
            ),
            "Paul Adeyemi",
        ),
        (
            (
                "Rep. Thomas Reed met Paul Adeyemi, the minister, on Monday.\n"
                "Reed asked, “Why should the minister vet the judges of the court?” Adeyemi replied "
                "that his job was clear. "
                "“We are not vetting the judges of the court,” he added."
            ),
            "Paul Adeyemi",
        ),
        (
            (
                "The remarks follow a recent interview with Paul Adeyemi, president of the council, "
                "in which he said “the "
                "apology has already been made.” Thomas Reed arrives on Monday."
            ),
            "Paul Adeyemi",
        ),
        (
            (
                "Paul Adeyemi defended the plan at length on Monday.\n"
                "Though that was long ago, he said, a change now could bring lobbying by friends of Thomas Reed.\n"
                "“This is a different time for all of us,” he said."
            ),
            "Paul Adeyemi",
        ),
    ],
)
def test_he_and_she_mean_the_one_who_is_spoken_of(parsed: Parsed, text: str, speaker: str) -> None:
    """The owner of the hope, the answerer, the one interviewed, and whoever "he" went on to mean."""
    assert speakers(parsed(text))[-1] == speaker


@pytest.mark.parametrize(
    "text",
    [
        (
            "Maria Keller presented the report on Monday, and it was read with care.\n"
            "The report was handed over to Susan Marsh in Leeds.\n"
            "“The plan would be a gift to the rich,” she said in the debate."
        ),
        (
            "While Thomas Reed had many artists writing songs about him, that is something that "
            "concerns Paul Adeyemi, the "
            "head of the caucus.\n“No one is writing songs for her this year,” he said."
        ),
    ],
)
def test_two_who_may_be_meant_leave_it_open(parsed: Parsed, text: str) -> None:
    """A second person of that gender, named nearer though not as a subject, is not passed over."""
    assert speakers(parsed(text)) == [None]


def test_a_surname_that_two_people_bear_is_settled_by_the_pronoun(parsed: Parsed) -> None:
    """Of Mary and Thomas Reed only one can be "she"."""
    text = (
        "Thomas Reed spoke for his wife Mary Reed on Monday in Leeds.\n"
        "Reed later criticized the police officer in charge of the case.\n"
        "“How many times do we have to see this in our town?” she said."
    )
    assert speakers(parsed(text)) == ["Mary Reed"]


def test_words_between_one_kind_of_mark_used_at_both_ends_are_a_quotation(parsed: Parsed) -> None:
    """A curly opening mark that closes too does not swallow what comes after."""
    text = "Two experts, Maria Keller and Paul Adeyemi, said that the port is “the best in the world“ and cheap."
    clauses = find_clauses(made := parsed(text))
    assert [quote.text for quote in find_quotes(made, clauses, build_cast(made, clauses))] == ["the best in the world"]


def test_they_are_those_joined_as_a_subject(parsed: Parsed) -> None:
    """Two named people say together what "they said"; a nearer plural leaves it open."""
    joined = (
        "Maria Keller and her Irish counterpart Paul Adeyemi met in Dublin on Monday.\n"
        "“We condemn the attack in the strongest words,” they said."
    )
    assert speakers(parsed(joined)) == ["Maria Keller and Paul Adeyemi"]
    nearer = joined.replace("\n", " Farmers protested outside.\n")
    assert speakers(parsed(nearer)) == [None]


def test_an_office_named_since_is_not_the_earlier_holders(parsed: Parsed) -> None:
    """After "the minister of tourism" somebody else's ministry is not meant by "the minister"."""
    text = (
        "Justice Minister Thomas Reed met the police on Monday in Leeds.\n"
        "The parks will open in May, according to the Minister of Tourism.\n"
        "“We will run tests in every park,” said the minister."
    )
    assert speakers(parsed(text)) != ["Thomas Reed"]


def test_a_cue_on_the_line_below_belongs_to_the_quotation(parsed: Parsed) -> None:
    """A line break after the comma does not cut the words from their cue."""
    text = "“The mission is a new start for the courts of the country,”\nstated Thomas Reed, who will lead it."
    assert speakers(parsed(text)) == ["Thomas Reed"]


def test_a_transcript_s_labels_are_no_words_of_the_quotation(parsed: Parsed) -> None:
    """Labels inside the marks, one opening mark a paragraph, and labels before the marks."""
    text = (
        "Thomas Reed asked Maria Keller about the bridge on Sunday. Partial transcript as follows:\n"
        '"REED: Will the bridge be open by spring this year?\n'
        '"KELLER: The bridge will be open when it is safe.\n'
        '"And it will be safe only after the tests.\n'
        '"REED: Thank you for your time, governor."'
    )
    clauses = find_clauses(made := parsed(text))
    found = find_quotes(made, clauses, build_cast(made, clauses))
    assert [(quote.speaker, quote.text.split()[0]) for quote in found] == [
        ("Thomas Reed", "Will"),
        ("Maria Keller", "The"),
        ("Thomas Reed", "Thank"),
    ]
    assert found[1].text.endswith("after the tests.")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The road to the coast was lost for good.” Maria Keller said.", "Maria Keller"),
        (
            "Maria Keller denied the notion that a shakeup is coming, explaining that she was “taking a day off.”",
            "Maria Keller",
        ),
        (
            "Maria Keller, the mayor, tweeted in response: “They are our guests for now.”",
            "Maria Keller",
        ),
        ("Maria Keller, 70, said it was too early to tell but added, “I think you all know it.”", "Maria Keller"),
        (
            "When a man in the hall shouted, “Go,” Maria Keller joked, “Not before lunch.”",
            "Maria Keller",
        ),
        ("In the words of Maria Keller, “the bridge is a gift to our children.”", "Maria Keller"),
        ("As Maria Keller put it, “the bridge is a gift to our children.”", "Maria Keller"),
        (
            "As Maria Keller noted in a letter on Friday, the bridge “has surprised even its builders.”",
            "Maria Keller",
        ),
        ("Maria Keller found in 2014 that the harbour was “the best in the whole of the south.”", "Maria Keller"),
        (
            "Maria Keller had the figures. Paul Adeyemi played down her remarks as “a part of the campaign.”",
            "Paul Adeyemi",
        ),
        ("Nothing the president said “will ease the fears of these people,” Maria Keller told us.", "Maria Keller"),
        ("“We need the bridge”, Maria Keller told reporters.", "Maria Keller"),
        ("The court ruled that “the bread is no obstruction to anybody.”", "The court"),
        ("Maria Keller gave assurance that Harland would respond “in good time and in one language”.", "Maria Keller"),
        (
            "A spokesman for the army ruled out a truce.\n“Count the sacks on the boat,” he said.",
            "A spokesman for the army",
        ),
        ("Asked whether it would be a yearly affair, Maria Keller laughed. “Ask me in September.”", "Maria Keller"),
        ("“It is cold at night,” said its secretary in Agadez, Ms Maria Keller.", "Maria Keller"),
        (
            "Maria Keller keeps the list in sight.\n“A child that sings is still,” explains the 46-year-old.",
            "Maria Keller",
        ),
        (
            (
                "The committee heard from a farmer, Mr Paul Adeyemi, who told members that he had lost two teeth.\n"
                "“The first one was easy enough,” he said."
            ),
            "Paul Adeyemi",
        ),
        ("The state had promised consent by Easter, Mr Keller said, “and it is in place now”.", "Keller"),
        (
            "A spokesman for the army ruled out a truce.\n“Count the sacks. Do not count them in our houses,” he said.",
            "A spokesman for the army",
        ),
        ("The groups were led by Maria Keller. “Next time we shall win,” she said.", "Maria Keller"),
        ("Maria Keller said the states would carry on asking. “We ask and we ask loudly.”", "Maria Keller"),
        ("“The chamber is grateful to them all,” TCA Sec. Gen. Maria Keller said in a statement.", "Maria Keller"),
        ("Its advocacy lead, Paul Adeyemi, called the result ‘a collection plate with the lid on’.", "Paul Adeyemi"),
        (
            "For the Tarn Chamber of Commerce, it is “imperative to contain public spending at once”.",
            "the Tarn Chamber of Commerce",
        ),
        (
            (
                "Thomas Reed hired Maria Keller of the Courier, a site that has run stories with headlines such as "
                "“The dam is a dream of men”."
            ),
            None,
        ),
        ("Thomas Reed met Maria Keller “to discuss the next step of the new dam”.", None),
        (
            (
                "Thomas Reed signed an order on Monday, while Maria Keller, the former mayor, proposed we “wake up and "
                "smell the bread”."
            ),
            "Maria Keller",
        ),
    ],
)
def test_the_last_words_go_to_who_says_them(parsed: Parsed, text: str, speaker: str | None) -> None:
    """Odd orders of words, verbs that hang in the wrong place, and sources without a verb."""
    assert speakers(parsed(text))[-1] == speaker


@pytest.mark.parametrize("gesture", ["shook her head", "smiled", "wept"])
def test_who_shows_a_feeling_right_before_the_words_says_them(parsed: Parsed, gesture: str) -> None:
    """Not whoever spoke in the same paragraph before."""
    text = (
        f"“We were ready for the flood,” Maria Keller said. Ines Brandt, a nurse, {gesture}. “Nobody here was ready.”"
    )
    assert speakers(parsed(text)) == ["Maria Keller", "Ines Brandt"]
