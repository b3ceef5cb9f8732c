"""Requests and undertakings in the shapes of news reports: steps, beginnings, passives, nouns after "to"."""

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
    ("text", "kind", "actor"),
    [
        ("The island states have called on donors to pay for the wall.", Kind.REQUESTED, "The island states"),
        ("The ministry is appealing to donors to fund the clinics.", Kind.REQUESTED, "The ministry"),
        ("The unions continue to urge the government to lower the levy.", Kind.REQUESTED, "The unions"),
        ("Agencies have been instructed to clear the drains, the ministry said.", Kind.REQUESTED, "the ministry"),
        ("The ministry ordered an inquiry into the fire.", Kind.REQUESTED, "The ministry"),
        ("The ministry will order an inquiry into the fire.", Kind.PLANNED, "The ministry"),
        ("The government sought approval for the tunnel.", Kind.REQUESTED, "The government"),
        ("The government will seek approval for the tunnel.", Kind.PLANNED, "The government"),
        ("Maria Keller asked that the auditor checks the books.", Kind.REQUESTED, "Maria Keller"),
        ("That is why the ministry calls on traders to keep prices low.", Kind.REQUESTED, "the ministry"),
        ("The union agreed to a raise of 5 percent.", Kind.AGREED, "The union"),
        ("The council is happy that Norway has agreed to pay for the bridge.", Kind.AGREED, "Norway"),
        ("The two governments extended the agreement on fishing.", Kind.AGREED, "The two governments"),
        ("The committee decided that it will not sell the land.", Kind.DECLINED, "the committee"),
        ("The central bank raised rates on Tuesday.", Kind.ANNOUNCED, "The central bank"),
        ("The ministry has commenced operations at the port.", Kind.DELIVERED, "The ministry"),
        ("The ministry has begun implementing the law.", Kind.DELIVERED, "The ministry"),
        ("Japan put up $18 million for the wells.", Kind.PLEDGED, "Japan"),
        ("The union dropped its demand for a ban.", Kind.AGREED, "The union"),
        ("Fishermen called off their protest.", Kind.ANNOUNCED, "Fishermen"),
        ("The minister stressed the need to repair the dam.", Kind.REQUESTED, "The minister"),
        ("The minister stressed the importance of repairing the dam.", Kind.REQUESTED, "The minister"),
        ("The minister stressed her commitment to peace.", Kind.PLEDGED, "The minister"),
        ("The ministry asks companies “to respect the law”.", Kind.REQUESTED, "The ministry"),
        ("The agency was requesting information on the crew.", Kind.REQUESTED, "The agency"),
        ("The bank announced it is opening a branch in Tarn.", Kind.ANNOUNCED, "The bank"),
        ("The council appealed to people who own boats to help.", Kind.REQUESTED, "The council"),
        ("The country reserves the right to answer.", Kind.PLEDGED, "The country"),
        ("“We expect companies to lower the fee,” Maria Keller said.", Kind.REQUESTED, "Maria Keller"),
        ("The council banned cars from the centre.", Kind.ANNOUNCED, "The council"),
        ("The new line was launched on Sunday, according to the port authority.", Kind.ANNOUNCED, "the port authority"),
        ("According to the union, the director must leave the company.", Kind.REQUESTED, "the union"),
    ],
)
def test_each_has_its_kind_and_actor(text: str, kind: Kind, actor: str, parsed: Parsed) -> None:
    """A request stays a request; a step still to come is planned."""
    [found] = _found(text, parsed)
    assert found.kind is kind
    assert (found.actor or "").casefold() == actor.casefold()


@pytest.mark.parametrize(
    "text",
    [
        "Maria Keller was asked to leave the room.",
        "Guests will be asked to wash the spoons.",
        "Drivers will not be asked to pay.",
        "They could cut taxes or raise wages.",
        "Maria Keller started attacking the press.",
        "Applications are submitted online.",
        "She asked, why wait?",
        "He stressed his support of the raid.",
        "He stressed the importance of the agreement.",
        "The work demands patience.",
        "You ask us for trees and schools.",
        "The senator expects the house to vote in May.",
        "The bank announced it was happy.",
        "It happened before the law was signed.",
        "A clinic was opened.",
    ],
)
def test_others_stay_quiet(text: str, parsed: Parsed) -> None:
    """Passives of the past and of what may be, examples, beginnings of no weight."""
    assert _found(text, parsed) == ()


def test_what_follows_a_promise_reported_is_its_own(parsed: Parsed) -> None:
    """The second verb belongs to who spoke, not to the thing that the first is said of."""
    found = _found("Ana Bassey assured the crowd that the road would open and promised to hire fifty men.", parsed)
    assert [(each.kind, each.actor) for each in found] == [
        (Kind.PLEDGED, "Ana Bassey"),
        (Kind.PLEDGED, "Ana Bassey"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A decision is expected to be issued soon.",
        "Registration is due to start in May.",
        "Action will be taken, Maria Keller said.",
        "She will be sworn in on Monday, Maria Keller said.",
    ],
)
def test_what_is_to_be_done_is_planned(text: str, parsed: Parsed) -> None:
    """Also where nobody is said to do it."""
    assert [each.kind for each in _found(text, parsed)] == [Kind.PLANNED]


def test_a_sum_set_aside_needs_nobody(parsed: Parsed) -> None:
    """Of other things that were done the text has to say who did them."""
    assert [each.kind for each in _found("A sum of $4 million was allocated to the schools.", parsed)] == [
        Kind.DELIVERED
    ]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Good news for travelers: on Friday, July 15, Avianca inaugurated a park in Tarn.", "Avianca"),
        ("Trade Corp of Norway chairman Paul Keller yesterday called on the council to act.", "Paul Keller"),
        ("An agreement was signed between Norway and Chile.", "Norway and Chile"),
        ("Anna Ito and Paul Keller met in Tarn. The two agreed to build a bridge.", "Anna Ito and Paul Keller"),
        ("The statement said that buses will be provided.", None),
    ],
)
def test_who_acts_is_who_the_sentence_means(text: str, actor: str | None, parsed: Parsed) -> None:
    """The name beside the verb, both sides of an agreement, the two of the sentence before; a paper is nobody."""
    [found] = _found(text, parsed)
    assert found.actor == actor


def test_a_body_that_reports_speaks_of_itself(parsed: Parsed) -> None:
    """`UNICEF said it will`: not the body of the sentence before."""
    (found,) = _found("World Bank praised Chad. UNICEF said it will send 4,000 tents to the camps.", parsed)
    assert found.actor == "UNICEF"


def test_a_part_of_a_sum_is_not_the_sum(parsed: Parsed) -> None:
    """Of "a quarter of a million" no amount is told; "half a million" is one."""
    amounts = [_found(f"Denmark pledged {sum_} euros for schools.", parsed)[0].amount
               for sum_ in ("a quarter of a million", "half a million")]  # fmt: skip
    assert amounts[0] is None
    assert amounts[1] is not None
    assert amounts[1].value == 500_000
