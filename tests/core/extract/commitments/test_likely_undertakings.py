"""Undertakings that no rule finds, those that are hardly any, and the weights behind both."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from briefing.extract.commitments.clause_signs import PARTS
from briefing.extract.commitments.finder import CommitmentFinder
from briefing.extract.commitments.likely_undertakings import RULE
from briefing.extract.commitments.undertaking_weights import KINDS, UndertakingWeights, undertaking_weights
from briefing.extract.grammar.clause_finding import find_clauses
from briefing.extract.lexis.word_vectors import DIMENSIONS
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.casting import build_cast
from briefing.extract.quotations.quotes import find_quotes
from briefing.model.facts import Commitment, Kind

Parsed = Callable[..., Parse]


def _weights(added: float = 0.5, kept: float = 0.0, **signs: tuple[float, Kind]) -> UndertakingWeights:
    """Weights of a few signs, each for a kind; nothing of the words."""
    table = np.zeros((1 + len(signs), 1 + len(KINDS)), dtype=np.float32)
    table[0, 0] = -3
    for row, (weight, kind) in enumerate(signs.values(), start=1):
        table[row, [0, 1 + KINDS.index(kind)]] = weight
    return UndertakingWeights(
        places={name: i for i, name in enumerate(("bias", *(name.replace("_", ".") for name in signs)))},
        signs=table,
        words=np.zeros((len(PARTS), DIMENSIONS, 1 + len(KINDS)), dtype=np.float32),
        least_added=added,
        least_kept=kept,
    )


def _found(parsed: Parse, weights: UndertakingWeights | None) -> tuple[Commitment, ...]:
    clauses = find_clauses(parsed)
    cast = build_cast(parsed, clauses)
    return CommitmentFinder(parsed, clauses, cast, find_quotes(parsed, clauses, cast)).find(lambda _: None, weights)


_FEEDS = "The ministry feeds 400 families in Tarn."


def test_a_likely_clause_is_found_without_a_rule(parsed: Parsed) -> None:
    """What only the weights find has the clause's words, its actor, and a rule id of its own."""
    assert _found(parsed(_FEEDS), None) == ()
    (made,) = _found(parsed(_FEEDS), _weights(v_feed=(5.0, Kind.DELIVERED)))
    assert (made.kind, made.words.text, made.actor) == (Kind.DELIVERED, _FEEDS[:-1], "The ministry")
    assert made.evidence.rule == f"{RULE}.delivered"
    assert made.evidence.confidence == pytest.approx(0.88, abs=0.01)


@pytest.mark.parametrize(
    ("verb", "text", "found"),
    [
        ("meet", "Ministers met in Quito on Friday for the Andean Wool Forum.", False),
        ("meet", "The minister met farmers in Quito on Friday.", False),
        ("meet", "The ministry met the costs of 400 families in Tarn.", True),
        ("visit", "The minister visited the port of Tarn on Friday.", False),
        ("hold", "The ministry held talks with traders in Tarn.", False),
        ("host", "The ministry hosted a meeting in Tarn.", False),
        ("host", "The ministry hosted 400 families in Tarn.", True),
        ("gather", "Ministers gathered in Tarn on Friday.", False),
    ],
)
def test_who_only_takes_part_undertakes_nothing(parsed: Parsed, verb: str, text: str, *, found: bool) -> None:
    """Meeting, coming and talking are no deed that the weights may add; the same verb with a content is one."""
    signs: dict[str, Any] = {f"v_{verb}": (5.0, Kind.DELIVERED)}
    assert bool(_found(parsed(text), _weights(**signs))) is found


def test_an_unlikely_clause_is_not_found(parsed: Parsed) -> None:
    """Below the bound nothing is added; what a rule found falls below the other bound."""
    assert _found(parsed(_FEEDS), _weights(v_feed=(2.0, Kind.DELIVERED))) == ()
    signs = parsed("Norway signed a treaty on Monday.")
    assert [one.kind for one in _found(signs, _weights())] == [Kind.SIGNED]
    assert _found(signs, _weights(kept=0.2)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Maria Keller said the ministry must feed 400 families.",
        "Maria Keller said the ministry has to feed 400 families.",
    ],
)
def test_what_must_be_done_is_never_a_promise(parsed: Parsed, text: str) -> None:
    """However likely a promise, the grammar says that somebody is asked."""
    found = _found(parsed(text), _weights(v_feed=(9.0, Kind.PLEDGED), v_have=(9.0, Kind.PLEDGED)))
    assert {one.kind for one in found} == {Kind.REQUESTED}


@pytest.mark.parametrize(
    "text",
    [
        "Maria Keller urged that the ministry feeds 400 families.",
        "Will the ministry feed 400 families?",
        "If the ministry feeds 400 families, Tarn is calm.",
        "The ministry might feed 400 families.",
        "It feeds 400 families.",
        "The bread feeds 400 families.",
        "The ministry never said that it feeds 400 families.",
        "The ministry no longer feeds 400 families.",
    ],
)
def test_what_is_asked_for_or_open_is_not_made_a_promise(parsed: Parsed, text: str) -> None:
    """Requests, questions, conditions, possibilities, things and denials stay what they are."""
    found = _found(parsed(text), _weights(v_feed=(9.0, Kind.DELIVERED)))
    assert Kind.DELIVERED not in {one.kind for one in found}


def test_a_promise_is_never_made_a_request(parsed: Parsed) -> None:
    """A clause without any word of asking is no request, whatever the weights say."""
    assert _found(parsed(_FEEDS), _weights(v_feed=(9.0, Kind.REQUESTED))) == ()


def test_nothing_is_added_within_what_is_found(parsed: Parsed) -> None:
    """The words of a rule's finding are not found once more."""
    text = "Norway promised that the ministry feeds 400 families."
    found = _found(parsed(text), _weights(v_feed=(9.0, Kind.DELIVERED)))
    assert [one.kind for one in found] == [Kind.PLEDGED]


def test_english_has_weights_for_all_signs() -> None:
    """The shipped weights are whole: a row for each sign, numbers for each part, bounds between 0 and 1."""
    weights = undertaking_weights("en")
    assert weights is not None
    assert weights.signs.shape == (len(weights.places), 1 + len(KINDS))
    assert weights.words.shape == (len(PARTS), DIMENSIONS, 1 + len(KINDS))
    assert np.isfinite(weights.signs).all()
    assert np.isfinite(weights.words).all()
    assert 0 < weights.least_kept <= weights.least_added < 1
    assert undertaking_weights("xx") is None


def test_an_article_without_clauses_has_no_likelihoods() -> None:
    """Nothing in, nothing out."""
    assert _weights().likely([], []) == []


@pytest.mark.parametrize(
    "text",
    [
        "Police asked witnesses to come forward.",
        "The man refused to leave a bar on Friday night.",
        "A man told police that he would sell the car.",
        "“We will give everything on Saturday,” coach Alan Reed said after the vote.",
        "The company would pay if the court ruled against it.",
        "The council should close the bridge.",
        "Norway has called the ruling of the court invalid.",
    ],
)
def test_ordinary_news_stays_quiet(parsed: Parsed, text: str) -> None:
    """Private people, players, witnesses, what one would do, and duties that nobody tells of."""
    assert _found(parsed(text), undertaking_weights("en")) == ()


def test_a_duty_is_told_by_who_reports_before_it(parsed: Parsed) -> None:
    """A sentence of duty goes on what the sentence before it reports."""
    text = "Maria Keller said that the pillars were weak. The council should close the bridge."
    found = _found(parsed(text), _weights(v_close=(9.0, Kind.REQUESTED)))
    assert [(one.kind, one.actor) for one in found] == [(Kind.REQUESTED, "Maria Keller")]
