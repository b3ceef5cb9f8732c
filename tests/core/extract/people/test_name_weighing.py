"""Names that the votes leave open are weighed by letters, neighbours and meanings."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from briefing.extract.grammar.clause_finding import find_clauses
from briefing.extract.lexis.vocabulary import load_vocabulary
from briefing.extract.lexis.word_vectors import DIMENSIONS
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.candidates import Draft, text_of
from briefing.extract.people.name_weighing import ENOUGH, Sort, name_weights, weighed
from briefing.extract.people.personhood import Hearing
from briefing.extract.people.persons import draft_people

ParsedOf = Callable[..., Parse]


def _heard(parse: Parse) -> dict[str, tuple[float, float]]:
    """For each name its score by the votes and what becomes of it."""
    found: dict[str, tuple[float, float]] = {}

    def judge(hearing: Hearing, draft: Draft, sort: Sort, score: float) -> float:
        found[text_of(parse, draft.places[0])] = (score, weighed(hearing, draft, sort, score))
        return score

    draft_people(parse, find_clauses(parse), load_vocabulary("en"), judge)
    return found


def test_the_votes_decide_where_they_are_sure(parsed: ParsedOf) -> None:
    """A titled name and the name of a ministry keep the score of their votes."""
    heard = _heard(parsed("President Maria Lopes met Finance Minister John Baker at the Water Ministry Tower."))
    assert all(score == after for score, after in heard.values() if score > 6)
    assert any(score > 6 for score, _ in heard.values())


def test_an_open_name_is_weighed(parsed: ParsedOf) -> None:
    """A name that no list has, but that stands where people's names stand, becomes a person."""
    before, after = _heard(parsed("Brenè Oduya finished ahead of Hylton Vilakazi on 34 points."))["Brenè Oduya"]
    assert before < ENOUGH[Sort.FULL] <= after


def test_what_is_listed_with_a_thing_is_no_matter_of_weight(parsed: ParsedOf) -> None:
    """“Krispy Kreme and Boeing” are of one kind."""
    before, after = _heard(parsed("Krispy Kreme and Boeing sponsored the cup."))["Krispy Kreme"]
    assert before == after < ENOUGH[Sort.FULL]


def test_weights_are_whole() -> None:
    """Every place of a word has a direction of the vectors' size, every sign a number."""
    weights = name_weights("en")
    assert weights is not None
    assert all(len(row) == DIMENSIONS for row in weights.vectors.values())
    assert all(map(math.isfinite, weights.signs.values()))


@pytest.mark.parametrize("language", ["fr", "xx"])
def test_a_language_without_weights_has_none(language: str) -> None:
    """Where nothing was fitted, the votes decide alone."""
    assert name_weights(language) is None
