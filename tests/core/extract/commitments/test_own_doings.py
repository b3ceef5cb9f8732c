"""Who acts where it is not said by whom something was or will be done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.commitments.finder import CommitmentFinder
from briefing.extract.grammar.clause_finding import find_clauses
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.casting import build_cast
from briefing.extract.quotations.quotes import find_quotes
from briefing.model.facts import Commitment

Parsed = Callable[..., Parse]


def _last(parsed: Parse) -> Commitment:
    """The last that the rules find."""
    clauses = find_clauses(parsed)
    cast = build_cast(parsed, clauses)
    finder = CommitmentFinder(parsed, clauses, cast, find_quotes(parsed, clauses, cast))
    return finder.find(lambda _: None, None)[-1]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The agreement was signed on Friday, said Ana Diaz.", None),
        ("The contract was awarded in March, said Ana Diaz, the mayor.", None),
        ("“The agreement has been signed,” said Ana Diaz.", None),
        ("“The agreement has been signed,” the ministry said.", "the ministry"),
        ("The minister said the agreement had been signed.", None),
        ("The agreement was signed by Tom Hale, said Ana Diaz.", "Tom Hale"),
        ("A charter will be signed in June, according to Tom Hale.", None),
        ("A charter will be signed in June, according to the ministry.", "the ministry"),
        ("A clinic will be built in Tarn, said the mayor, Ana Diaz.", "Ana Diaz"),
        ("“Our bridge was opened on Friday,” said Ana Diaz, the mayor.", "Ana Diaz"),
        ("Peru has already paid 3 million euros for it. Chile has been asked to send engineers.", None),
    ],
)
def test_the_actor_of_a_passive_without_agent(parsed: Parsed, text: str, actor: str | None) -> None:
    """Whoever tells it did it only if a body speaks of its own doing; of what is to come also who speaks for one."""
    assert _last(parsed(text)).actor == actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "Ministers Ana Diaz, Tom Hale and Kai Moen signed the agreement on Friday.",
            "Ana Diaz, Tom Hale and Kai Moen",
        ),
        ("Presidents Ana Diaz of Peru and Tom Hale of Chile signed the agreement.", "Ana Diaz and Tom Hale"),
        ("Minister Ana Diaz, Tom Hale's deputy, signed the agreement.", "Ana Diaz"),
        ("Ana Diaz met Tom Hale in Oslo. The two signed an agreement on fishing.", "Ana Diaz and Tom Hale"),
        ("Ana Diaz met Tom Hale and Kai Moen. The two signed an agreement on fishing.", "The two"),
    ],
)
def test_all_who_are_listed_under_a_title_act(parsed: Parsed, text: str, actor: str) -> None:
    """A title of many leads all the names of its list; "the two" are the only two of the clause before."""
    assert _last(parsed(text)).actor == actor


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Peru pledged $5 million for the displaced families.", "the displaced families"),
        ("Peru will train pilots for Chile.", "Chile"),
        ("Peru pledged 5 million euros to Chile.", "Chile"),
        ("The company will supply free water to 3,000 herders.", "3,000 herders"),
        ("The minister, Ana Diaz, will travel to Oslo in May.", None),
        ("Peru pledged to build a road to Chile.", None),
        ("Peru promised to pay for the dam.", None),
    ],
)
def test_for_whom_it_is_done(parsed: Parsed, text: str, whom: str | None) -> None:
    """People and named bodies after "for", and after "to" where something is given: no place that is gone to."""
    found = _last(parsed(text)).beneficiary
    assert (found.text if found else None) == whom


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The promise of the mayor, Ana Diaz, to plant 300 trees was welcomed.", "Ana Diaz"),
        ("A pledge of 20 million euros came from Chile.", "Chile"),
        ("Peru's offer of two ships was welcomed.", "Peru"),
        ("Peru said it would double its aid.", "Peru"),
    ],
)
def test_who_gave_the_word_that_a_noun_tells(parsed: Parsed, text: str, actor: str) -> None:
    """Whose promise it is, from whom a pledge came, who counts what is offered."""
    assert _last(parsed(text)).actor == actor
