"""What only foretells, or is told of others and of bygone times, is no undertaking; on short texts of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.engine import findings_of
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind

Parsed = Callable[..., Parse]


@pytest.mark.parametrize(
    "text",
    [
        "In the survey 45 percent of voters said they would vote for the governor.",
        "Big investors will seek to get out of the country.",
        "Governor Maria Keller said Paul Adeyemi would send more troops to the border.",
        "“They are going to help everybody in the valley,” Maria Keller said.",
        "“I am confident he will serve the people of Harland,” Maria Keller said.",
        "Maria Keller said her ministry is optimistic China will increase its imports of oil.",
        "Maria Keller said she would probably back the plan.",
        "Maria Keller was so angry that she would dismiss the whole council.",
        "By May Maria Keller will have visited ninety towns.",
        "There is a risk that Harland will send the refugees back.",
        "Paul Adeyemi is not going to stop soon.",
        "The ministry asked whether the bank should pay for it.",
        "It is not known how much time we have to build the bridge.",
        "“If there are people so poor that we must feed them, the state is not to blame,” Maria Keller said.",
        "Maria Keller said the ministry won't rule out a loan from the bank.",
        "The minister will not be able to build the bridge alone.",
        "“I always like to cook for my friends,” Maria Keller said.",
        "The previous government donated $5 million to the hospital.",
        "The new law has provided $5 million to the hospital.",
        "The treaty between Harland and Tarn was signed in February 1999.",
        "Demand for cobalt from the industry is expected to rise.",
        "The plan and its appeal to voters were discussed on Monday.",
        "The campaign was longer than she had planned to run.",
        "The road was quiet until Maria Keller decided to run for mayor.",
        "Maria Keller declined to say who she plans to appoint.",
        "“The mission is to destroy the camps,” Maria Keller said.",
        "“If I could sell the house I would settle the case,” Maria Keller said.",
        "“You have to see the film,” Maria Keller said.",
        "“I think she will win the state,” Maria Keller said.",
        "A shopkeeper had refused to sell me the house.",
        "He is someone who will be seen as a rebel.",
        "“Doctor Adeyemi encouraged me to study abroad,” Maria Keller said.",
        "Russia apparently decided to punish the firm.",
        "The programme seeks to restore trust in the courts.",
        "Keller Vows To Never Raise Taxes Again After Long Night In Tarn",
        "Let the brands sign the contract first.",
        "The state has to date built ninety schools.",
        "Maria Keller, a nurse, plans to vote for the party next month.",
        "Most people in the town agreed on one thing: the road is too narrow.",
    ],
)
def test_what_nobody_undertakes_is_left_out(parsed: Parsed, text: str) -> None:
    """Polls, guesses about others, fears, consequences, indirect questions, inability, likings, papers and history."""
    assert findings_of(parsed(text)).commitments == ()


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("Maria Keller said she would send more troops to the border.", "pledged", "Maria Keller"),
        (
            "Paul Adeyemi, a spokesman for Maria Keller, said Maria Keller would send doctors to the border.",
            "planned",
            "Maria Keller",
        ),
        ("The German government will send doctors to the border.", "planned", "The German government"),
        ("EU lawmakers will visit the army of Harland in May.", "planned", "EU lawmakers"),
        ("Maria Keller is “not ready” to sign the agreement.", "declined", "Maria Keller"),
        ("The first payments will begin in October, Maria Keller said.", "planned", "Maria Keller"),
        ("The leader assured colleagues that the plant would make boats.", "pledged", "The leader"),
        ("Maria Keller undertook to write to the supplier.", "pledged", "Maria Keller"),
        ("Maria Keller's appeal for aid was welcomed by the council.", "requested", "Maria Keller"),
    ],
)
def test_what_somebody_undertakes_stays(parsed: Parsed, text: str, kind: str, actor: str) -> None:
    """The speaker's own plans, those of a body, and what a spokesman tells."""
    [found] = findings_of(parsed(text)).commitments
    assert (found.kind.value, found.actor) == (kind, actor)


def test_sport_has_other_plans(parsed: Parsed) -> None:
    """In a report of a match a coach's plans are no undertakings; what a federation pays is one."""
    text = (
        "The striker scored two goals in the match before half-time.\n"
        "The coach said he will play another midfielder in the league cup.\n"
        "Maria Keller signed a contract with the club for the season.\n"
        "The federation donated $2 million to the stadium of the champions."
    )
    assert [(each.kind.value, each.actor) for each in findings_of(parsed(text)).commitments] == [
        ("delivered", "The federation")
    ]


def test_a_time_of_something_past_is_no_deadline(parsed: Parsed) -> None:
    """`a treaty that took effect in 2019` dates the treaty."""
    [found] = findings_of(
        parsed("Harland and Tarn pledged to boost their ties by expanding the treaty that took effect in 2019.")
    ).commitments
    assert found.deadline is None


@pytest.mark.parametrize(
    "text",
    [
        "Ministers are expected to approach the union's target of US$6 billion by 2027.",
        "The ministry is expected to exceed $6 billion this year.",
        "“Any additional boat will be welcomed,” said Minister Maria Keller.",
        "“These countries will incur higher costs,” said Minister Maria Keller.",
        "“The farmer will obtain the revenue,” said Minister Maria Keller.",
    ],
)
def test_what_only_comes_about_is_nobodys_plan(parsed: Parsed, text: str) -> None:
    """How a figure comes out, how a thing is met and what comes to somebody are consequences."""
    assert [each.words.text for each in findings_of(parsed(text)).commitments] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The ministers are expected to meet creditors over a $6 billion loan on Monday.", Kind.PLANNED),
        ("“We will obtain the permits,” said Minister Maria Keller.", Kind.PLEDGED),
        ("“The ferry will be repaired next year,” said Minister Maria Keller.", Kind.PLANNED),
    ],
)
def test_what_is_done_or_arranged_stays_a_plan(parsed: Parsed, text: str, kind: Kind) -> None:
    """A meeting, what one says of oneself, and what those in charge arrange."""
    assert kind in [each.kind for each in findings_of(parsed(text)).commitments]
