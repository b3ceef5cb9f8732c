"""What has the form of an undertaking and is not meant as one; on short texts of our own."""

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
        "“They tell us, ‘I will pay the teachers,’ and nothing comes,” Maria Keller said.",
        "“I would build the bridge tomorrow,” Maria Keller said.",
        "“We are going to win the state,” Governor Maria Keller said.",
        "“We will fight back,” Governor Maria Keller said.",
        "“I will vote for the mayor in May,” Maria Keller said.",
        "If the party loses the vote, he will spend the next four years in the courts.",
        "The governor needs to show he will unify the party.",
        "They see the farmers as people who refuse to pay.",
        "“Anyone who refuses to pay puts the village at risk,” Maria Keller said.",
        "Maria Keller was five years old when the Tarn Charter was signed.",
        "Maria Keller knows the council must close the road.",
        "“If you sell the land, you should pay the tax,” Maria Keller said.",
        "“I want people in Harland to know that we understand the issues,” Maria Keller said.",
        "The magazine asked Maria Keller to name her favourite town.",
        "The ministry leads by 90 pledged delegates in the count.",
        "The campaign raised more than $33 million in the spring, the office announced.",
        "Governor Maria Keller said of Paul Adeyemi that he would abandon the valley.",
        "“I've urged him since the day he came,” Maria Keller said.",
        "She runs a charity that advocates for families of miners.",
    ],
)
def test_what_is_not_meant_is_left_out(parsed: Parsed, text: str) -> None:
    """Contests, words put into others' mouths, what one would do, what anybody does, what is only known or told."""
    found = findings_of(parsed(text)).commitments
    assert [(each.kind, each.words.text) for each in found] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will fight hunger in the valley,” Governor Maria Keller said.", Kind.PLEDGED),
        ("The governor vowed to win back the land.", Kind.PLEDGED),
        ("The minister decided not to sign the treaty.", Kind.DECLINED),
        ("The ministry announced that it had set up a fund of $5 million.", Kind.ANNOUNCED),
        ("If the company does not pay, the authority will close the mine.", Kind.PLANNED),
        ("“Tarn should pay for the losses,” Maria Keller said.", Kind.REQUESTED),
    ],
)
def test_what_is_meant_stays(parsed: Parsed, text: str, kind: Kind) -> None:
    """What is near to those and does undertake or ask."""
    assert kind in [each.kind for each in findings_of(parsed(text)).commitments]


@pytest.mark.parametrize(
    "text",
    [
        "“I'm going to vote in the primary for Paul,” Maria Keller said.",
        "Maria Keller will almost certainly seek a second term.",
        "The agency that approves visas is in Tarn.",
        "Maria Keller campaigned for paid leave.",
        "Maria Keller said she was building a new clubhouse.",
        "Retirements promise to swell the cost of the scheme.",
        "“He is not interested in changing the rules,” Maria Keller said.",
        "“I never expect to hear that again,” Maria Keller said.",
        "There will be no talks, the ministry said.",
    ],
)
def test_what_is_usual_guessed_or_long_over_is_left_out(parsed: Parsed, text: str) -> None:
    """Votes, guesses, what an agency does every day, careers, scenes, abstract subjects, and others' minds."""
    found = findings_of(parsed(text)).commitments
    assert [(each.kind, each.words.text) for each in found] == []


@pytest.mark.parametrize(
    "text",
    [
        "“Some people want the country to change,” Maria Keller said.",
        "“We have to take it seriously,” Governor Maria Keller said.",
        "“People should take a look at that,” Governor Maria Keller said.",
        "Many farmers agreed with Paul Adeyemi on the issue.",
        "While business leaders push for free trade, prices rise.",
        "He told voters that if Harland were a stock, he would buy it.",
        "The film is set to be released this week.",
        "Voters in 11 states will cast ballots in May.",
        "Maria Keller is offering her good wishes to the team.",
        "Maria Keller had made more than 150 phone calls to other pastors.",
        "In Tarn, 60 pledged delegates and seven others were at stake.",
    ],
)
def test_what_is_said_for_everybody_or_nobody_is_left_out(parsed: Parsed, text: str) -> None:
    """Wishes of some, heed to pay, opinions shared, habits, thoughts, films, ballots and courtesies."""
    found = findings_of(parsed(text)).commitments
    assert [(each.kind, each.words.text) for each in found] == []


@pytest.mark.parametrize(
    "text",
    [
        "This is precisely what local activists have called for.",
        "The ban, which activists have called for, starts in May.",
        "“You must cross the meadow to reach it,” Maria Keller said.",
        "The nation's demand for the product has risen, the ministry said.",
        "The scientists propose using common parts for the probe.",
        "Striker Paul Adeyemi is there, ready to pounce.",
        "A new-look Harland refuses to emerge.",
        "The engine refused to start.",
    ],
)
def test_what_only_sounds_asked_or_ready_is_left_out(parsed: Parsed, text: str) -> None:
    """A request without its object, directions, a market's demand, a design, a sportsman's leap and stubborn things."""
    found = findings_of(parsed(text)).commitments
    assert [(each.kind, each.words.text) for each in found] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“You must act now to save the school,” Governor Maria Keller told ministers.", Kind.REQUESTED),
        ("The union proposes raising the minimum wage.", Kind.REQUESTED),
        ("The government is ready to send troops, the minister said.", Kind.PLEDGED),
        ("The minister refused to resign.", Kind.DECLINED),
    ],
)
def test_what_is_asked_offered_or_refused_stays(parsed: Parsed, text: str, kind: Kind) -> None:
    """Beside those, what somebody asks, is ready to do or refuses."""
    assert kind in [each.kind for each in findings_of(parsed(text)).commitments]


@pytest.mark.parametrize(
    ("who", "kinds"),
    [
        ("Lina Wei, a student at the university", []),
        ("one pupil", []),
        ("Minister Maria Keller", [Kind.PLEDGED]),
    ],
)
def test_what_a_student_would_choose_is_no_pledge(parsed: Parsed, who: str, kinds: list[Kind]) -> None:
    """What "we will" do if something is so: a student's opinion, and a minister's pledge."""
    text = f"“If there is a shortage of bread in the town, we will choose the rice,” said {who}."
    assert [each.kind for each in findings_of(parsed(text)).commitments] == kinds
