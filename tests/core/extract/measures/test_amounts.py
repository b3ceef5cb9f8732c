"""Sums of money and shares as written, with their value and currency."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefing.extract.measures.amounts import AmountFinder, all_sums
from briefing.model.article import Article
from briefing.model.facts import Amount


def amounts(text: str) -> list[Amount]:
    """Its sums and shares."""
    finder = AmountFinder(Article(id="a", path="-", text=text, regions=()))
    return [found.amount for found in all_sums(finder, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "written", "value", "currency", "qualifier"),
    [
        ("gave $27bn to it", "$27bn", "27000000000", "USD", None),
        ("gave US$ 1.5 million", "US$ 1.5 million", "1500000", "USD", None),
        ("gave €50 billion", "€50 billion", "50000000000", "EUR", None),
        ("In London he gave 100m pounds", "100m pounds", "100000000", "GBP", None),
        ("India gave 5 lakh crore rupees", "5 lakh crore rupees", "5000000000000", "INR", None),
        ("gave about $27 billion", "about $27 billion", "27000000000", "USD", "about"),
        ("gave an additional $50 billion", "an additional $50 billion", "50000000000", "USD", "additional"),
        ("gave up to €1,500,000.50 each", "up to €1,500,000.50", "1500000.5", "EUR", "up_to"),
        ("gave more than 20 million hryvnias", "more than 20 million hryvnias", "20000000", "UAH", "more_than"),
        ("gave half a billion euros", "half a billion euros", "500000000", "EUR", None),
        ("gave SR14 billion", "SR14 billion", "14000000000", "SAR", None),
        ("gave 300,000 EUR", "300,000 EUR", "300000", "EUR", None),
        ("gave MNT 6.5 billion", "MNT 6.5 billion", "6500000000", "MNT", None),
        ("gave 1.200.000 euros", "1.200.000 euros", "1200000", "EUR", None),
        ("a $300-million package", "$300-million", "300000000", "USD", None),
        ("gave $50 million more", "$50 million more", "50000000", "USD", "additional"),
        ("gave USD3.4m", "USD3.4m", "3400000", "USD", None),
        ("gave NIS 300 million", "NIS 300 million", "300000000", "ILS", None),
        ("gave ZMW 20m", "ZMW 20m", "20000000", "ZMW", None),
        ("gave zł 3 million", "zł 3 million", "3000000", "PLN", None),
        ("Senegal gave FCFA 50 billion", "FCFA 50 billion", "50000000000", "XOF", None),
        ("Cameroon gave 50 billion CFA francs", "50 billion CFA francs", "50000000000", "XAF", None),
        ("about 50% of it", "about 50%", "50", None, "about"),
    ],
)
def test_forms_of_money(text: str, written: str, value: str, currency: str | None, qualifier: str | None) -> None:
    """Each form gives its words with the qualifier, its value and its currency."""
    [found] = amounts(text)
    assert (found.written.text, found.value, found.currency, found.qualifier) == (
        written,
        Decimal(value),
        currency,
        qualifier,
    )
    assert text[found.written.span.start : found.written.span.end] == written


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Canada gave $5 million", None),
        ("France gave $5 million", "USD"),
        ("Officials gave 5 million Australian dollars", "AUD"),
        ("They gave 5 million rupees", None),
        ("In Pakistan they gave Rs 5 million", "PKR"),
        ("India and Pakistan gave Rs 5 million", None),
    ],
)
def test_a_currency_is_named_only_where_the_text_settles_it(text: str, currency: str | None) -> None:
    """A sign or name that several countries share is settled by the one country that the text names, or not at all."""
    assert [found.currency for found in amounts(text)] == [currency]


def test_ranges_and_round_numbers_have_no_value() -> None:
    """A range or "tens of millions" is kept as written, without a value."""
    found = amounts("from $5 million to $10 million; tens of millions of dollars")
    assert [each.value for each in found] == [None, None]
    assert [each.currency for each in found] == ["USD", "USD"]


@pytest.mark.parametrize(
    "text", ["5,000 pounds of explosives", "He won 3 times", "at COP27 and G20", "the year 2025", "Route R5 is closed"]
)
def test_what_is_no_money(text: str) -> None:
    """Weights, counts, names with numbers, years and roads are no sums."""
    assert amounts(text) == []


def test_several_hundred_thousand_has_words_and_a_currency_but_no_value() -> None:
    """A vague sum is told as written."""
    [found] = amounts("gave several hundred thousand euros to it")
    assert (found.written.text, found.value, found.currency) == ("several hundred thousand euros", None, "EUR")


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("a mill costing RM680mil in Penang", "680000000", "MYR"),
        ("Kenyan wards will get Sh31 million", "31000000", "KES"),
        ("donors in Kampala promised Shs740 billion", "740000000000", "UGX"),
        ("the road cost N2.3bn", "2300000000", "NGN"),
        ("each vendor in Manila gets P10,000", "10000", "PHP"),
        ("a ferry at P1.2-billion, Philippine officials said", "1200000000", "PHP"),
        ("the province adds VNĐ65 billion", "65000000000", "VND"),
        ("grants of 120,000 kyats a household", "120000", "MMK"),
        ("the bank in Dakar lends CFA 9bn", "9000000000", "XOF"),
    ],
)
def test_money_as_papers_of_its_country_write_it(text: str, value: str, currency: str) -> None:
    """Signs before a number, letters for millions, names of small currencies."""
    (found,) = amounts(text)
    assert (found.value, found.currency) == (Decimal(value), currency)


@pytest.mark.parametrize("text", ["Route N12 reopened", "take the K20 to P5", "a grade of P10 in Manila"])
def test_a_letter_and_a_number_are_no_money(text: str) -> None:
    """Roads, lines and grades have letters too."""
    assert amounts(text) == []
