"""Which locale a reader gets, and what the catalogue's words do with their parameters."""

from __future__ import annotations

import pickle
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.locale.catalogue import UnknownKey
from briefing.locale.reader import ReaderLocale, available, find, names
from briefing.model.errors import UsageError
from briefing.model.facts import Kind, Mode


def test_seven_locales_are_there_with_their_own_names() -> None:
    """The list of locales names each in its own language."""
    assert available() == ("en", "uk", "pt_BR", "de", "fr", "es", "pl")
    assert dict(names()) == {
        "en": "English",
        "uk": "українська",
        "pt_BR": "português (Brasil)",
        "de": "Deutsch",
        "fr": "français",
        "es": "español",
        "pl": "polski",
    }


@pytest.mark.parametrize(
    ("name", "tag", "catalogue", "cldr", "paper"),
    [
        ("uk", "uk", "uk", "uk", "A4"),
        ("UK", "uk", "uk", "uk", "A4"),
        ("uk_UA", "uk-UA", "uk", "uk_UA", "A4"),
        ("uk-Cyrl-UA", "uk-UA", "uk", "uk_UA", "A4"),
        ("pt_BR", "pt-BR", "pt_BR", "pt_BR", "A4"),
        ("pt-br", "pt-BR", "pt_BR", "pt_BR", "A4"),
        ("pt", "pt-BR", "pt_BR", "pt_BR", "A4"),
        ("pt_PT", "pt-PT", "pt_BR", "pt_PT", "A4"),
        ("de_AT", "de-AT", "de", "de_AT", "A4"),
        ("de_US", "de-US", "de", "de", "Letter"),
        ("en", "en", "en", "en", "Letter"),
        ("en_US", "en-US", "en", "en_US", "Letter"),
        ("en_GB", "en-GB", "en", "en_GB", "A4"),
        ("fr_CA", "fr-CA", "fr", "fr_CA", "Letter"),
        ("fr", "fr", "fr", "fr", "A4"),
        ("es", "es", "es", "es", "A4"),
        ("es-MX", "es-MX", "es", "es_MX", "Letter"),
        ("es_419", "es-419", "es", "es_419", "A4"),
        ("pl", "pl", "pl", "pl", "A4"),
        ("uk_UA.UTF-8", "uk-UA", "uk", "uk_UA", "A4"),
        ("de_DE@euro", "de-DE", "de", "de_DE", "A4"),
        ("pt-br.utf8", "pt-BR", "pt_BR", "pt_BR", "A4"),
        ("fr_CA.ISO-8859-1@euro", "fr-CA", "fr", "fr_CA", "Letter"),
    ],
)
def test_a_region_keeps_the_language_and_brings_its_own_formats(
    name: str, tag: str, catalogue: str, cldr: str, paper: str
) -> None:
    """Spellings of one tag mean the same; a region without a catalogue falls back to its language."""
    found = find(name)
    assert (found.tag, found.catalogue, found.cldr, found.paper) == (tag, catalogue, cldr, paper)
    assert not found.right_to_left


@pytest.mark.parametrize(
    "name",
    [
        "",
        "zz",
        "ru",
        "uk_Latn",
        "de_XX",
        "en\n",
        "../../etc",
        "/etc/passwd",
        "en/../uk",
        "uk_UA.",
        "uk.../../x",
        "uk@",
        "@euro",
        "uk.UTF-8.UTF-8",
        "uk.UTF-8\n",
        "POSIX",
        "C",
        "x" * 10_000,
        "en_US_POSIX",
        "\ud800",
        "uk\0",
    ],
)
def test_an_unknown_locale_is_a_wrong_call_that_lists_what_there_is(name: str) -> None:
    """Languages, scripts and regions that are not there, and names that are no tags at all, end in one error."""
    with pytest.raises(UsageError) as caught:
        find(name)
    assert caught.value.code == "unknown-locale"
    assert caught.value.parameters["name"] == name
    assert caught.value.parameters["available"] == available()


@pytest.mark.parametrize(
    ("name", "close"),
    [("ukr_", ("uk",)), ("pr_BR", ("pt_BR",)), ("Deutsch", ("de",)), ("Українська", ("uk",)), ("zz", ())],
)
def test_what_comes_close_is_suggested(name: str, close: tuple[str, ...]) -> None:
    """A misspelt code and a language's own name lead to its code."""
    with pytest.raises(UsageError) as caught:
        find(name)
    assert caught.value.parameters["close"] == close


@given(st.text(max_size=20))
def test_any_name_is_a_locale_or_unknown(name: str) -> None:
    """No name does anything else."""
    with suppress(UsageError):
        assert find(name).catalogue in available()


@pytest.mark.parametrize("name", available())
def test_words_of_the_model_are_translated(name: str) -> None:
    """Every mode and kind has words of its own."""
    reader = find(name)
    assert len({reader.mode(mode) for mode in Mode}) == len(Mode)
    assert len({reader.kind(kind) for kind in Kind}) == len(Kind)


def test_a_parameter_is_never_a_template() -> None:
    """Braces and percent signs in an article's words are printed as they are."""
    hostile = "{0} {places[0]} {x.__class__} %s {{7*7}} {place}"
    assert hostile in find("uk").text("glance.name_role", name=hostile, role="радник")


def test_an_unknown_word_is_a_defect() -> None:
    """The brief never prints a key."""
    with pytest.raises(UnknownKey):
        find("uk").text("no.such.word")
    with pytest.raises(UnknownKey):
        find("uk").count("no.such.word", 3)


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("en", ["1 quotation", "2 quotations", "5 quotations", "21 quotations", "1,001 quotations"]),
        ("uk", ["1 цитата", "2 цитати", "5 цитат", "21 цитата", "1\u00a0001 цитата"]),
        ("pt_BR", ["1 citação", "2 citações", "5 citações", "21 citações", "1.001 citações"]),
        ("de", ["1 Zitat", "2 Zitate", "5 Zitate", "21 Zitate", "1.001 Zitate"]),
        ("fr", ["1 citation", "2 citations", "5 citations", "21 citations", "1\u202f001 citations"]),
        ("es", ["1 cita", "2 citas", "5 citas", "21 citas", "1001 citas"]),
        ("pl", ["1 cytat", "2 cytaty", "5 cytatów", "21 cytatów", "1001 cytatów"]),
    ],
)
def test_counts_take_the_form_their_number_asks_for(name: str, forms: list[str]) -> None:
    """One, two, five, twenty-one and a thousand and one of a thing."""
    reader = find(name)
    assert [reader.count("left_out.quotes", n) for n in (1, 2, 5, 21, 1001)] == forms


def test_a_locale_travels_between_processes() -> None:
    """It is a plain record: equal, hashable, and whole after pickling."""
    reader = find("pt_PT")
    again: ReaderLocale = pickle.loads(pickle.dumps(reader))  # noqa: S301 (our own bytes)
    assert again == reader
    assert hash(again) == hash(reader)
    assert again.date("2024-05-06") == "6 de maio de 2024"
