"""Figures worth knowing, on short texts of our own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefing.extract.measures.figures import find_figures
from briefing.extract.parsing.spacy_stage import parse
from briefing.model.article import Article, Region, RegionKind
from briefing.model.facts import Figure


def figures(text: str) -> tuple[Figure, ...]:
    """Those of an article of one paragraph."""
    region = Region(start=0, end=len(text), kind=RegionKind.BODY)
    [parsed] = parse([Article(id="0123456789abcdef", path="-", text=text, regions=(region,), language="en")])
    return find_figures(parsed)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        (
            "He said that around 250 defense companies from more than 30 countries had gathered.",
            "around 250 defense companies from more than 30 countries",
            250,
        ),
        ("So far 13 defense companies have signed.", "13 defense companies", 13),
        ("It freed about 50% of the territories.", "about 50% of the territories", 50),
        (
            "We invested about $27 million in the production of tools for farmers.",
            "about $27 million in the production of tools for farmers",
            27_000_000,
        ),
        ("Voter turnout in May was 28 percent.", "Voter turnout in May was 28 percent", 28),
        ("It goes on with an approval rating of 37 percent.", "an approval rating of 37 percent", 37),
        ("Of the miners, 22 percent fell ill.", "22 percent fell", 22),
        ("The court fined her 200,000 yuan (US$31,080) for it.", "200,000 yuan (US$31,080)", 200_000),
        ("They seized flats owned by Ann Lee worth $900.", "$900", 900),
        ("Since May, 29 ex-miners have died.", "29 ex-miners", 29),
        ("A witness had handed over Rs 25 lakh to them.", "Rs 25 lakh to them", 2_500_000),
        ("A witness paid over Rs 25 lakh to them.", "over Rs 25 lakh to them", 2_500_000),
    ],
)
def test_a_figure_stands_with_what_it_counts(text: str, words: str, value: int) -> None:
    """Sums, shares and counts come with the words of what they measure."""
    [found] = figures(text)
    assert (found.words.text, found.amount.value) == (words, Decimal(value))
    assert found.words.span.cut(text) == found.words.text


@pytest.mark.parametrize(
    "text",
    [
        "Maria Keller, 58, was born in 1967 and came on May 12 at 11:30.",
        "The 45-year-old won the 100th race after 14 years.",
        "Call 020 7946 0958 or see page 45.",
        "The G20 met two ministers.",
        "See news.example/a/Egypt%E2%80%99s-Water for more.",
        "Her part earned her an Ariel nomination.",
        "It was minus 10 degrees.",
    ],
)
def test_dates_ages_ordinals_and_names_are_no_figures(text: str) -> None:
    """Numbers that count nothing worth knowing are left alone."""
    assert figures(text) == ()


@pytest.mark.parametrize("text", ["He won by 7-2 votes in 24/7 shifts.", "They got 9.1.1 calls and 3.4.5 points."])
def test_numbers_that_are_none_stop_nothing(text: str) -> None:
    """Scores and numbered versions have no value, and the article goes on."""
    assert all(figure.amount.value is None or figure.amount.value > 0 for figure in figures(text))
