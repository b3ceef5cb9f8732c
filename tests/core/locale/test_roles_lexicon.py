"""The role lexicon as data: the same keys in every language, each in its own script, every form in place."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest

from briefing.locale.roles import translate
from briefing.locale.roles_vocabulary import DATA

LOCALES = ("uk", "pt_BR", "de", "fr", "es", "pl")
TABLES = ("modifier", "office", "portfolio", "body", "accredited", "convention", "country")


def _data(language: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{language}.toml").read_text(encoding="utf-8"))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key != "place":
                yield from _strings(item)


def _scripts(text: str) -> set[str]:
    return {unicodedata.name(char).split()[0] for char in text if char.isalpha()}


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("locale", LOCALES)
def test_same_keys(locale: str, table: str) -> None:
    """No language has a key that another lacks."""
    assert list(_data(locale)[table]) == list(_data("uk")[table])


@pytest.mark.parametrize("table", ["office", "portfolio", "body", "country"])
def test_english_has_the_keys(table: str) -> None:
    """Whatever English can say, each language can word."""
    assert set(_data("en")[table]) == set(_data("uk")[table])


def test_english_modifiers() -> None:
    """Each modifier is worded, but for the one that is always part of an office."""
    english = _data("en")
    assert set(english["modifier"]) | set(english["postmodifier"]) == {*_data("uk")["modifier"], "shadow"}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_string_is_clean(locale: str) -> None:
    """Nothing is empty, decomposed or badly spaced, and all letters are of the language's own script."""
    script = "CYRILLIC" if locale == "uk" else "LATIN"
    data = _data(locale)
    for text in (text for table in TABLES for text in _strings(data[table])):
        assert text.strip(), locale
        assert text == unicodedata.normalize("NFC", text)
        assert "  " not in text
        assert "'" not in text, "a typewriter's apostrophe"
        assert _scripts(text) <= {script}, text


@pytest.mark.parametrize("locale", LOCALES)
def test_inflected_languages_have_their_cases(locale: str) -> None:
    """Where the genitive is a form of the noun, each office gives at least two forms; a country gives its place."""
    data = _data(locale)
    fewest = 2 if data["grammar"]["inflected"] else 1
    assert all(fewest <= len(forms) <= 4 for forms in data["office"].values())
    assert all(1 <= len(forms) <= 2 for forms in data["portfolio"].values())
    assert all(isinstance(forms, str) or len(forms) in (2, 3) for forms in data["country"].values())


def test_references_lead_somewhere() -> None:
    """Each office, body and country that a rule names is in the lexicon."""
    english = _data("en")
    offices, bodies, countries = (set(english[table]) for table in ("office", "body", "country"))
    for members in english["class"].values():
        assert set(members) <= offices
    for table in ("with_portfolio", "with_body", "usage", "fusion"):
        assert set(filter(None, english[table].values())) <= offices
    assert set(english["implied"]) <= bodies
    assert set(english["implied"].values()) <= countries
    for key in _data("uk")["convention"]:
        office, _, rest = key.replace("#", "@").partition("@")
        assert office in offices
        assert rest in bodies | countries
    for locale in LOCALES:
        assert set(_data(locale)["grammar"]["unsettled"]) <= offices


@pytest.mark.parametrize("locale", LOCALES)
def test_all_offices_and_portfolios_are_reachable(locale: str) -> None:
    """Each English term of an office, a portfolio and a country is read, and worded or openly refused."""
    english, unsettled = _data("en"), set(_data(locale)["grammar"]["unsettled"])
    silent = {*unsettled, *english["guard"]["incomplete"]}
    for key, terms in english["office"].items():
        if key not in silent and key != "shadow_minister":
            assert all(translate(term, locale) for term in terms), key
    for terms in english["portfolio"].values():
        assert all(translate(f"minister of {term}", locale) for term in terms), terms
    for terms in english["country"].values():
        assert all(translate(f"{term} prime minister", locale) for term in terms), terms
        assert translate(f"ambassador to {terms[0] if terms[0] != 'usa' else 'the United States'}", locale)


def test_size() -> None:
    """The lexicon is as large as the brief needs: offices, portfolios, the countries of the world."""
    english = _data("en")
    assert len(english["office"]) >= 220
    assert len(english["portfolio"]) >= 60
    assert len(english["country"]) >= 195
