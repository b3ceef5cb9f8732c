"""What is undertaken now, beside what is only told: as little, as former times, as somebody's private doings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.commitments.finder import CommitmentFinder
from briefing.extract.grammar.clause_finding import find_clauses
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.casting import build_cast
from briefing.extract.quotations.quotes import find_quotes
from briefing.model.facts import Commitment, Kind

Parsed = Callable[..., Parse]


def _ruled(parsed: Parse) -> tuple[Commitment, ...]:
    """What the rules find by themselves."""
    clauses = find_clauses(parsed)
    cast = build_cast(parsed, clauses)
    return CommitmentFinder(parsed, clauses, cast, find_quotes(parsed, clauses, cast)).find(lambda _: None, None)


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("“We cannot allow them to enter the port,” said Ana Diaz, the mayor.", Kind.DECLINED, "Ana Diaz"),
        ("“We cannot allow this war to go on,” said Ana Diaz, the foreign minister.", Kind.PLEDGED, "Ana Diaz"),
        ("“Fuel supplies are guaranteed until June,” said Ana Diaz, the minister.", Kind.PLEDGED, "Ana Diaz"),
        ("“We will do everything possible to free them,” said Ana Diaz, the mayor.", Kind.PLEDGED, "Ana Diaz"),
        ("The project has launched a training programme for farmers.", Kind.ANNOUNCED, "The project"),
        ("The minister said the project was late, urging contractors to hurry.", Kind.REQUESTED, "The minister"),
        ("The project will benefit 10,000 women in Norway.", Kind.PLANNED, "The project"),
        ("The train will connect Oslo to Bergen, the company said.", Kind.PLANNED, "the company"),
        ("The hospital will have 200 beds, the minister said.", Kind.PLANNED, "the minister"),
        ("Applications will be accepted until 30 June, the ministry said.", Kind.PLANNED, "the ministry"),
        ("The ministry has approved 62 applications.", Kind.AGREED, "The ministry"),
        ("The party threatened to boycott the vote.", Kind.DECLINED, "The party"),
        ("The mayor warned residents to leave the valley.", Kind.REQUESTED, "The mayor"),
        ("The ministry, which had threatened to close the port, promised to keep it.", Kind.PLEDGED, "The ministry"),
        ("The minister, Tom Hale, said his side would sign the treaty.", Kind.PLEDGED, "his side"),
        ("The ministry never agreed to the sale but now plans to sell the port.", Kind.PLANNED, "The ministry"),
        ("Most of the ministers agreed to build a dam.", Kind.AGREED, "Most of the ministers"),
        ("The foreign ministry summoned the ambassador.", Kind.REQUESTED, "The foreign ministry"),
        ("The bishop and the mayor urged the council to open the road.", Kind.REQUESTED, "The bishop and the mayor"),
        ("Lawmakers presented a petition to the council on Monday.", Kind.REQUESTED, "Lawmakers"),
    ],
)
def test_what_is_undertaken_is_told(parsed: Parsed, text: str, kind: Kind, actor: str) -> None:
    """Who grants no leave refuses, who vouches for something promises, and a project does what who runs it does."""
    (made,) = _ruled(parsed(text))
    assert (made.kind, made.actor) == (kind, actor)


@pytest.mark.parametrize(
    "text",
    [
        "“Victory is guaranteed,” said Ana Diaz, the party leader.",
        "“We will do a good deal of walking,” said Ana Diaz, the mayor.",
        "The army shelled the town, forcing its leaders to cooperate with the state.",
        "Of the 120 applications, the ministry has only approved 62.",
        "Only three states have signed the treaty.",
        "Some of us are planning to leave the camp.",
        "At the time, there was no parliament, so lawmakers presented a petition to the king.",
        "The mayor and the late bishop urged the council to open the road.",
        "The president never intends to give up power.",
        "They trapped the guard in his flat and summoned his manager.",
        "The project will benefit the rich.",
        "The train will have a good season, the coach said.",
        "The price will reach 300 dollars, the bank said.",
        "The union threatened to strike unless wages rise.",
        "The mayor warned that he would close the bridge.",
        "“We will close the bridge,” warned Ana Diaz, the mayor.",
        "The general threatened that his army would march on Tarn.",
        "The coach, Tom Hale, said his side would attack from the start.",
        "Ana Diaz will arrive in Oslo on Friday.",
        "Three gang members handed over a phone.",
    ],
)
def test_what_is_only_told_is_not_undertaken(parsed: Parsed, text: str) -> None:
    """Results, shortfalls, former times and private doings undertake nothing and ask for nothing."""
    assert _ruled(parsed(text)) == ()
