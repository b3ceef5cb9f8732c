"""Sums as each of the languages without a parser writes them, with the words that qualify them."""

from __future__ import annotations

import pytest

from briefing.extract.measures.amounts import AmountFinder
from briefing.model.article import Article, Region, RegionKind


def _sums(language: str, text: str) -> list[tuple[str, str | None, str | None]]:
    """Each sum as written, with its currency and qualifier."""
    region = Region(start=0, end=len(text), kind=RegionKind.BODY)
    article = Article(id="0123456789abcdef", path="a.txt", text=text, regions=(region,), language=language)
    found = AmountFinder(article, language).money(0, len(text))
    return [(each.amount.written.text, each.amount.currency, each.amount.qualifier) for each in found]


ADDED = [
    ("uk", "Литва виділить додатково 12 млн євро.", "додатково 12 млн євро"),
    ("uk", "Литва виділить 12 млн євро додатково.", "12 млн євро додатково"),
    ("de", "Das Land gibt noch einmal 3 Millionen Euro.", "noch einmal 3 Millionen Euro"),
    ("de", "Das Land gibt drei Millionen Euro zusätzlich für Schulen.", "drei Millionen Euro zusätzlich"),
    ("es", "La región dará 3 millones de euros adicionales.", "3 millones de euros adicionales"),
    ("pt", "O banco dará mais 3 milhões de euros.", "mais 3 milhões de euros"),
    ("fr", "Le fonds versera 3 millions d’euros supplémentaires.", "3 millions d’euros supplémentaires"),
    ("pl", "Fundacja da dodatkowo 300 tys. zł.", "dodatkowo 300 tys. zł"),
]


@pytest.mark.parametrize(("language", "text", "written"), ADDED)
def test_what_is_given_beside_other_sums_is_additional(language: str, text: str, written: str) -> None:
    """Before the number or after the currency."""
    ((own, _, qualifier),) = _sums(language, text)
    assert (own, qualifier) == (written, "additional")


OTHERWISE = [
    ("uk", "Литва виділить не менше ніж 12 млн євро.", "at_least"),
    ("uk", "Допомога сягла більше ніж на 12 млн євро.", "more_than"),
    ("de", "Das sind 3 Millionen Euro zusätzlich zu den Zinsen.", None),
    ("es", "La obra costó más de 3 millones de euros.", "more_than"),
    ("pt", "A obra custou mais de 3 milhões de euros.", "more_than"),
    ("fr", "Le pont a coûté plus de deux milliards d’euros.", "more_than"),
    ("pl", "Most kosztował nawet do 300 tys. zł.", "up_to"),
]


@pytest.mark.parametrize(("language", "text", "qualifier"), OTHERWISE)
def test_other_words_beside_a_sum_add_nothing(language: str, text: str, qualifier: str | None) -> None:
    """About, more than, up to, and "in addition to" something else."""
    ((_, _, own),) = _sums(language, text)
    assert own == qualifier


SIGNS = [
    ("de", "Der Neubau kostet 300.000 €.", "300.000 €"),
    ("fr", "Le pont coûte 5 M€.", "5 M€"),
    ("fr", "Une aide de 55 556 000 FCFA.", "55 556 000 FCFA"),
    ("es", "La obra cuesta 300 millones de €.", "300 millones de €"),
    ("uk", "Ремонт коштує 300 тис. ₴.", "300 тис. ₴"),
]


@pytest.mark.parametrize(("language", "text", "written"), SIGNS)
def test_a_currency_may_stand_behind_the_number(language: str, text: str, written: str) -> None:
    """As most of Europe writes it."""
    assert [own for own, _, _ in _sums(language, text)] == [written]


@pytest.mark.parametrize(
    ("language", "text"), [("fr", "Le mur fait 5 m de haut."), ("de", "Der Turm misst 300 Meter.")]
)
def test_a_length_is_no_sum(language: str, text: str) -> None:
    """The letter that stands for millions before a currency's sign is a metre elsewhere."""
    assert _sums(language, text) == []
