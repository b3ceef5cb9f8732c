"""Requests and refusals told in other forms than a finite verb with its object."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.engine import findings_of
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Commitment, Kind

Parsed = Callable[..., Parse]


def _found(text: str, parsed: Parsed) -> tuple[Commitment, ...]:
    return findings_of(parsed(text)).commitments


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The minister called for parents to send their children to school.", "The minister"),
        ("The government proposed to the countries of the region to open the border.", "The government"),
        ("The judge issued a seven-day ultimatum to the company to pay the workers.", "The judge"),
        ("Protesters marched on Monday to demand the reopening of the universities.", "Protesters"),
        ("The unions wrote to ask the minister to stop the sale.", "The unions"),
        ("The union sent a letter urging the council to lower the fee.", "The union"),
        ("Speakers said there are still gaps, calling on the council to act.", "Speakers"),
        ("The minister said the project was late, urging contractors to hurry.", "The minister"),
        ("The minister advocated for a reduction in state funding.", "The minister"),
        ("The government proposed a ban on plastic bags.", "The government"),
    ],
)
def test_a_request_is_told_with_who_asks(text: str, actor: str, parsed: Parsed) -> None:
    """Participles, infinitives of purpose and papers that ask have the actor of the clause they hang on."""
    [found] = [each for each in _found(text, parsed) if each.kind is Kind.REQUESTED]
    assert found.actor == actor


def test_who_denies_a_request_refuses_it(parsed: Parsed) -> None:
    """A court that denies an appeal has declined."""
    [found] = _found("The judge denied the appeal of the company.", parsed)
    assert found.kind is Kind.DECLINED


@pytest.mark.parametrize(
    "text",
    [
        "The minister denied claims that the fee would rise.",
        "She joined the agency in order to learn the trade.",
        "The storm hit the coast on Monday, calling for patience.",
        "The report used strong words to ask who was right.",
        "She advocates for families at the clinic.",
        "The mayor rejected the claim that the bridge was unsafe.",
    ],
)
def test_what_asks_nobody_is_no_request(text: str, parsed: Parsed) -> None:
    """Denials of opinions, purposes and things that call for something are neither requests nor refusals."""
    assert not _found(text, parsed)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("“The law must be changed,” Ahmed Ali said.", "Ahmed Ali"),
        ("The minister warned that emergency action must be taken.", "The minister"),
        ("“Vehicles must carry a permit,” Ahmed Ali said.", "Ahmed Ali"),
        ("“Motorists should stop using phones,” Ahmed Ali said.", "Ahmed Ali"),
        ("“Residents should be vigilant,” Ahmed Ali said.", "Ahmed Ali"),
        ("“We must consider closing the road,” Ahmed Ali said.", "Ahmed Ali"),
        ("“It is up to the government to protect the farmers,” Ahmed Ali said.", "Ahmed Ali"),
        ("“It is important for parents to vaccinate their children,” Ahmed Ali said.", "Ahmed Ali"),
        ("Ahmed Ali said it is expected from all countries to raise the level of trade.", "Ahmed Ali"),
        ("“We need funding, equipment and tools,” Maria Keller said.", "Maria Keller"),
        ("“I want justice,” Maria Keller said.", "Maria Keller"),
        ("The agency says it urgently needs funding to start operations.", "The agency"),
        ("“Release the prisoners,” the union said.", "the union"),
        ("“Do not lower your guard,” the minister said.", "the minister"),
    ],
)
def test_a_speaker_asks_without_a_verb_of_asking(text: str, actor: str, parsed: Parsed) -> None:
    """Duties, needs and imperatives are asked by who says them."""
    [found] = _found(text, parsed)
    assert (found.kind, found.actor) == (Kind.REQUESTED, actor)


@pytest.mark.parametrize(
    "text",
    [
        "“It must be understood that nobody is guilty,” Ahmed Ali said.",
        "“Improvements should appear soon,” Ahmed Ali said.",
        "“It is important to know the past,” Ahmed Ali said.",
        "It is up to the reader to judge.",
        "“We need rain,” the farmer said.",
        "“We need time,” Maria Keller said.",
        "“I want a dog,” Maria Keller said.",
        "The company needs funding.",
        "“We do not need help,” Maria Keller said.",
        "“Look at this,” the minister said.",
        "“Imagine a world without war,” the minister said.",
        "“Thank you for coming,” the minister said.",
        "“I saw them release the prisoners,” the minister said.",
    ],
)
def test_wishes_and_turns_of_phrase_ask_nobody(text: str, parsed: Parsed) -> None:
    """What no one can grant, what is not said of oneself and what only opens a talk is not asked."""
    assert not _found(text, parsed)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Prosecutors want the woman detained until she stands trial.", "Prosecutors"),
        ("“We want to be heard,” Maria Keller said.", "Maria Keller"),
        ("Senator Keller said she wanted to see the law changed.", "Keller"),
        ("The ministry said Ambassador Sofia Lopez had been instructed to gather facts.", "The ministry"),
        ("“Schools are supposed to comply with the announcement,” Ahmed Ali said.", "Ahmed Ali"),
        ("“We suggest that the president resign,” Ahmed Ali said.", "Ahmed Ali"),
        ("The university summoned the student to a hearing.", "The university"),
        ("The union presented a list of demands to the governor.", "The union"),
        ("The ministry spoke of five courses in Urdu, calling on all teachers to enter.", "The ministry"),
    ],
)
def test_what_others_are_to_do_is_asked(text: str, actor: str, parsed: Parsed) -> None:
    """Who wants something done by others asks for it, as does who reports that somebody was told to act."""
    [found] = _found(text, parsed)
    assert (found.kind, found.actor) == (Kind.REQUESTED, actor)


@pytest.mark.parametrize(
    "text",
    [
        "“We want to see the match,” the fan said.",
        "She wanted the house painted.",
        "The train is supposed to leave at noon.",
        "The bank said a rise had been required to bring inflation down.",
        "The data suggest that prices fall.",
        "The writer asked for 70 rupees per page.",
        "Growers are increasingly appealing to the terminal to export their crop.",
    ],
)
def test_habits_prices_and_outcomes_are_no_requests(text: str, parsed: Parsed) -> None:
    """What is usual, what something costs and what things do is asked of nobody."""
    assert not _found(text, parsed)


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("The party gave the government 14 days to respond.", Kind.REQUESTED, "The party"),
        ("There is a need for the government to invest in roads, Ahmed Ali said.", Kind.REQUESTED, "Ahmed Ali"),
        ("The time has come for the government to act, Ahmed Ali said.", Kind.REQUESTED, "Ahmed Ali"),
        ("The minister said parents had a duty to send children to school.", Kind.REQUESTED, "The minister"),
        ("Workers are protesting to demand higher wages.", Kind.REQUESTED, "Workers"),
        ("The rebels want the release of prisoners.", Kind.REQUESTED, "The rebels"),
        ("“We cannot accept the proposal,” the minister said.", Kind.DECLINED, "the minister"),
        ("The ministry said the exam cannot be cancelled.", Kind.DECLINED, "The ministry"),
        ("The party is against the bill.", Kind.DECLINED, "The party"),
        ("The senate threw out the bill.", Kind.DECLINED, "The senate"),
    ],
)
def test_limits_needs_and_refusals_in_other_words(text: str, kind: Kind, actor: str, parsed: Parsed) -> None:
    """A time set for others asks; who cannot grant it or has no plans for it refuses."""
    [found] = _found(text, parsed)
    assert (found.kind, found.actor) == (kind, actor)


@pytest.mark.parametrize(
    "text",
    [
        "The mother gave the boy a week to decide.",
        "“I cannot see the road,” the driver said.",
        "The driver could not accept that she was gone.",
        "He has no plans for the weekend.",
        "There is no need to worry, Ahmed Ali said.",
        "The club has a duty on Friday, Ahmed Ali said.",
        "The hut is against the hill.",
        "The mayor gave vendors until Friday to move to the new market.",
    ],
)
def test_what_nobody_grants_or_owes_is_not_told(text: str, parsed: Parsed) -> None:
    """What somebody is not able to do, and matters between private people, are neither asked nor refused."""
    assert not _found(text, parsed)


@pytest.mark.parametrize(
    "text",
    [
        "The report recommends that the dam be closed.",
        "The resolution calls on all states to open their borders.",
        "The petition demands the release of the crew.",
        "The ministry instructed that schools remain closed.",
    ],
)
def test_a_paper_asks_for_who_wrote_it(text: str, parsed: Parsed) -> None:
    """Reports, resolutions and petitions recommend, call and demand as people do."""
    [found] = _found(text, parsed)
    assert found.kind is Kind.REQUESTED


@pytest.mark.parametrize(
    "text",
    [
        "The bill demands patience.",
        "The letter informed the president that the committee on the inquiry to consider her removal would resume.",
        "The law requires a card.",
        "The minister refrained from naming the firm.",
    ],
)
def test_a_paper_that_only_tells_or_costs_asks_nothing(text: str, parsed: Parsed) -> None:
    """What a bill needs, what a letter tells and what somebody stands for is not asked."""
    assert not [each for each in _found(text, parsed) if each.kind in {Kind.REQUESTED, Kind.DECLINED}]
