"""Commitments, requests and refusals, on short texts of our own."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from briefing.extract.commitments.finder import find_commitments
from briefing.extract.grammar.clause_finding import find_clauses
from briefing.extract.parsing.spacy_stage import parse
from briefing.extract.people.casting import build_cast
from briefing.extract.quotations.quotes import find_quotes
from briefing.model.article import Article, Region, RegionKind
from briefing.model.facts import Commitment, Kind


def commitments(text: str) -> tuple[Commitment, ...]:
    """Those of an article of these lines, each checked against the text."""
    regions = tuple(
        Region(start=match.start(), end=match.end(), kind=RegionKind.BODY) for match in re.finditer(r"[^\n]+", text)
    )
    article = Article(id="0123456789abcdef", path="-", text=text, regions=regions, language="en")
    [parsed] = parse([article])
    clauses = find_clauses(parsed)
    cast = build_cast(parsed, clauses)
    found = find_commitments(parsed, clauses, cast, find_quotes(parsed, clauses, cast), lambda _: "event")
    for each in found:
        assert each.words.span.cut(text) == each.words.text
        assert each.kind_words.span.cut(text) == each.kind_words.text
        assert each.event == "event"
    return found


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("Norway agreed to build a hospital in Kharkiv.", Kind.AGREED, "Norway"),
        ("The island states committed to raising the question.", Kind.PLEDGED, "The island states"),
        ("The presidents of Chile and Peru signed a joint statement.", Kind.SIGNED, None),
        ("The port's operator, Nordhav, vowed to continue the strike.", Kind.PLEDGED, "Nordhav"),
        ("The board voted to close the library.", Kind.AGREED, "The board"),
        ("The province has already paid 40 million euros in wages.", Kind.DELIVERED, "The province"),
        ("“My government will pay for the road,” Maria Keller said.", Kind.PLEDGED, None),
        ("The next round of talks will be held in Oslo in May.", Kind.PLANNED, None),
        ("The envoy asked that no list be adopted without a vote.", Kind.REQUESTED, "The envoy"),
        ("Norway and Chile signed a memorandum of understanding on Friday.", Kind.SIGNED, "Norway and Chile"),
        ("The memorandum was signed by Norway.", Kind.SIGNED, "Norway"),
        ("Maria Keller pledged $5 million for the school.", Kind.PLEDGED, "Maria Keller"),
        ("Maria Keller announced the creation of a fund.", Kind.ANNOUNCED, "Maria Keller"),
        ("Norway plans to open a consulate in Lviv.", Kind.PLANNED, "Norway"),
        ("Norway has provided 200 generators to the city.", Kind.DELIVERED, None),
        ("Norway has provided over $3.5 million in aid.", Kind.DELIVERED, "Norway"),
        ("Maria Keller urged Congress to pass the bill.", Kind.REQUESTED, "Maria Keller"),
        ("Maria Keller called on Norway to send teachers.", Kind.REQUESTED, "Maria Keller"),
        ("Maria Keller invited all Chilean companies to cooperate.", Kind.REQUESTED, "Maria Keller"),
        ("Maria Keller said Norway should stop the exports.", Kind.REQUESTED, "Maria Keller"),
        ("Norway refused to extend the loan.", Kind.DECLINED, "Norway"),
        ("Norway does not intend to join the pact.", Kind.DECLINED, "Norway"),
        ("Maria Keller said the government will build two schools.", Kind.PLANNED, "the government"),
        ("Norway is committed to maintaining the ceasefire.", Kind.PLEDGED, "Norway"),
        ("The ministers of Norway and Chile are expected to meet in Oslo soon.", Kind.PLANNED, None),
        ("Maria Keller said there will be meetings soon with the donors.", Kind.PLANNED, "Maria Keller"),
        ("The two sides welcomed the signing of a cable agreement.", Kind.SIGNED, "The two sides"),
    ],
)
def test_kinds_and_actors(text: str, kind: Kind, actor: str | None) -> None:
    """Active, passive, infinitive, future, state, noun and duty each give their kind and who acts or asks."""
    found = commitments(text)
    if text == "Norway has provided 200 generators to the city.":
        actor = "Norway"
    assert [each.kind for each in found] == [kind]
    assert actor is None or found[0].actor == actor


def test_we_is_whoever_speaks() -> None:
    """Inside a quotation "we" and "I" are the speaker; amount, deadline and addressee come from their own words."""
    given, asked = commitments(
        "“We have already invested about $27 million in the port. And I hope that the Congress will soon pass the "
        "request, which would direct an additional $50 million to it,” Maria Keller said."
    )
    assert (given.kind, given.actor) == (Kind.DELIVERED, "Maria Keller")
    assert given.amount is not None
    assert (given.amount.written.text, given.amount.value) == ("about $27 million", Decimal(27_000_000))
    assert given.deadline is None
    assert (asked.kind, asked.actor) == (Kind.REQUESTED, "Maria Keller")
    assert asked.amount is not None
    assert asked.amount.qualifier == "additional"
    assert asked.deadline is not None
    assert asked.deadline.written.text == "soon"
    assert asked.addressee is not None
    assert asked.addressee.text == "the Congress"


def test_a_deadline_is_not_the_day_on_which_something_was_done() -> None:
    """The day of a signature is no deadline; the term of what was agreed is one."""
    signed, agreed = commitments(
        "Norway and Chile signed a treaty on Friday. They agreed to open the tunnel by the end of 2031."
    )
    assert signed.deadline is None
    assert agreed.deadline is not None
    assert (agreed.deadline.written.text, agreed.deadline.end) == ("by the end of 2031", "2031")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("The minister promised to repair the road before the rains begin.", "before the rains begin"),
        ("Norway will keep its troops there until the border is open.", "until the border is open"),
        ("Chile agreed to pay the farmers before the harvest.", "before the harvest"),
    ],
)
def test_a_time_may_be_told_by_what_happens_then(text: str, written: str) -> None:
    """What it is to be done before, or lasts until, without a date."""
    [found] = commitments(text)
    assert found.deadline is not None
    assert (found.deadline.written.text, found.deadline.start, found.deadline.end) == (written, None, None)


def test_who_stands_before_somebody_is_no_time() -> None:
    """`before the judge` says where."""
    [found] = commitments("The minister promised to appear before the judge.")
    assert found.deadline is None


def test_a_condition_is_kept_with_what_hangs_on_it() -> None:
    """`if` gives the condition in the text's own words."""
    [found] = commitments("Maria Keller promised to reopen the bridge if the parliament approves the budget.")
    assert found.condition is not None
    assert found.condition.text.startswith("if the parliament approves")


@pytest.mark.parametrize(
    "text",
    [
        "Maria Keller said Norway must send more teachers.",
        "“Norway should give $5 million,” Maria Keller said.",
        "Maria Keller asked Norway to provide $5 million.",
        "Maria Keller hopes that Norway will provide $5 million.",
        "“We urge Norway to sign the treaty,” Maria Keller said.",
    ],
)
def test_a_request_is_never_a_promise(text: str) -> None:
    """What somebody is asked to do is a request, made by who asks."""
    assert [(each.kind, each.actor) for each in commitments(text)] == [(Kind.REQUESTED, "Maria Keller")]


@pytest.mark.parametrize(
    "text",
    [
        "Oslo is a city of 700,000 people, and its port is the largest in the country.",
        "“It was a wonderful evening and the music was lovely,” Maria Keller said.",
        "The team lost again and will probably be relegated.",
        "Maria Keller declined to comment.",
        "Will Norway sign the treaty?",
        "Norway may sign the treaty.",
        "Norway would have signed the treaty.",
        "Maria Keller agreed that the evening was a success.",
        "In 1994 Norway signed a treaty; by 2024 nobody remembered it.",
        "Prices will rise again next year, the bank said.",
        "Norway did not sign the treaty.",
    ],
)
def test_news_without_undertakings_stays_quiet(text: str) -> None:
    """Descriptions, opinions, guesses, questions, hypotheses and history are no commitments."""
    assert commitments(text) == ()


def test_one_undertaking_is_listed_once() -> None:
    """A verb and what it governs are one commitment, also when the promise is announced and then spelt out."""
    found = commitments("Maria Keller announced that Norway will provide $5 million and build two schools.")
    assert [each.kind for each in found] == [Kind.ANNOUNCED]
