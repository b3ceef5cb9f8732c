"""What is found in the two seeds of who said and who undertook what, with floors that may only rise."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from briefing.extract.commitments.finder import find_commitments
from briefing.extract.grammar.clause_finding import find_clauses
from briefing.extract.measures.figures import find_figures
from briefing.extract.parsing.spacy_stage import parse
from briefing.extract.people.casting import build_cast
from briefing.extract.quotations.quotes import find_quotes
from briefing.model.article import Article, Region, RegionKind
from briefing.model.facts import Commitment, Quote

ROOT = Path(__file__).resolve().parents[3]
KEY = json.loads((ROOT / "tests" / "quality" / "seeds.json").read_text(encoding="utf-8"))["articles"]


@cache
def findings(name: str) -> tuple[tuple[Quote, ...], tuple[Commitment, ...], tuple[str, ...]]:
    """Quotations, commitments and the words of figures in one seed."""
    key = next(article for article in KEY if article["file"] == name)
    text = (ROOT / "seeds" / name).read_text(encoding="utf-8")
    start = text.index(key["body_first"])
    end = text.index(key["body_last"]) + len(key["body_last"])
    lines = re.compile(r"[^\n]+").finditer(text, start, end)
    regions = tuple(Region(start=line.start(), end=line.end(), kind=RegionKind.BODY) for line in lines)
    article = Article(
        id="0123456789abcdef", path=name, text=text, regions=regions, language="en", published=key["published"]
    )
    [parsed] = parse([article])
    clauses = find_clauses(parsed)
    cast = build_cast(parsed, clauses)
    quotes = find_quotes(parsed, clauses, cast)
    commitments = find_commitments(parsed, clauses, cast, quotes, lambda _: None)
    return quotes, commitments, tuple(figure.words.text for figure in find_figures(parsed))


@pytest.mark.parametrize("key", KEY, ids=lambda key: key["file"])
def test_every_quotation_is_found_verbatim_with_its_speaker(key: dict[str, Any]) -> None:
    """16 of 16 over both seeds, fragments told apart, and no quotation besides."""
    quotes, _, _ = findings(key["file"])
    found = {(quote.parts[0].start - 1, quote.parts[-1].end + 1): quote for quote in quotes}
    wanted = {tuple(quote["evidence"]): (quote["speaker"], quote["fragment"]) for quote in key["quotes"]}
    assert {place: (quote.speaker, quote.fragment) for place, quote in found.items()} == wanted


def matches(key: dict[str, Any], found: tuple[Commitment, ...]) -> list[tuple[dict[str, Any], Commitment]]:
    """Each keyed commitment with the one found over its words whose kind is accepted."""
    pairs = []
    for wanted in key["commitments"]:
        start, end = wanted["evidence"]
        for each in found:
            common = min(end, each.words.span.end) - max(start, each.words.span.start)
            if common > 0.5 * (end - start) and each.kind in wanted["kinds"]:
                pairs.append((wanted, each))
                break
    return pairs


def test_every_required_commitment_has_an_accepted_kind_and_its_slots() -> None:
    """8 of 8 found; actor, amount and deadline right in all of them."""
    pairs = [pair for key in KEY for pair in matches(key, findings(key["file"])[1]) if pair[0]["required"]]
    assert len(pairs) == 8
    for wanted, found in pairs:
        assert found.actor in wanted["actors"]
        assert (found.amount.written.text if found.amount else None) == wanted["amount"]
        assert (found.deadline.written.text if found.deadline else None) == wanted["deadline"]


def test_few_commitments_are_found_that_the_key_does_not_have() -> None:
    """At most one over both seeds is neither required nor accepted as debatable."""
    extra = []
    for key in KEY:
        found = findings(key["file"])[1]
        known = [each for _, each in matches(key, found)]
        extra += [each.words.text for each in found if each not in known]
    assert len(extra) <= 1, extra


def test_the_figures_of_the_seeds() -> None:
    """Sums, shares and counts, each with what it counts, and nothing from dates."""
    assert [findings(key["file"])[2] for key in KEY] == [
        ("around 250 defense companies from more than 30 countries", "13 defense companies"),
        (
            "about 50% of the territories",
            "about $27 billion in the production of critical capabilities for Ukraine",
            "an additional $50 billion to U.S. industrial base",
        ),
    ]
