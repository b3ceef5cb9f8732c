"""Roles of office in the reader's language: a reviewed table, grammar, refusals."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.locale.roles import languages, translate
from briefing.locale.roles_english import parse

LOCALES = ("uk", "pt_BR", "de", "fr", "es", "pl")


def _table() -> list[tuple[str, str, str]]:
    """(locale, English, expected) of every cell of the table."""
    lines = Path(__file__).with_name("test_roles_expected.tsv").read_text(encoding="utf-8").splitlines()
    header, *rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(locale, row[0], cell) for row in rows for locale, cell in zip(header[1:], row[1:], strict=True)]


@pytest.mark.parametrize(("locale", "english", "expected"), _table())
def test_table(locale: str, english: str, expected: str) -> None:
    """Each phrase of the table reads as reviewed; "-" is a refusal."""
    assert (translate(english, locale) or "-") == expected


def test_table_is_large() -> None:
    """The table holds at least sixty phrases in each of the six languages."""
    assert len(_table()) >= 60 * len(LOCALES)


SEED_ROLES = (
    "President",
    "Secretary General",
    "assistant secretary general for defense investments",
    "chief of staff",
    "Foreign Minister",
    "Defense Minister",
    "President of Ukraine",
    "Head of the Office of the President of Ukraine",
    "Speaker of the Verkhovna Rada",
    "Minister of Defense",
    "Minister for Strategic Industries",
    "Secretary of Commerce",
    "Secretary of Defense",
    "Special Representative for Ukraine's Economic Recovery",
)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("english", SEED_ROLES)
def test_every_role_of_the_seeds(english: str, locale: str) -> None:
    """No role that the two seed articles name is left untranslated in any language."""
    assert translate(english, locale)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Defense Minister", "Minister of Defence"),
        ("Ukraine's Defense Minister", "Ukrainian Defence Minister"),
        ("Ukraine’s Defence Minister", "Minister of Defense of Ukraine"),
        ("Secretary-General of NATO", "NATO Secretary General"),
        ("U.S. Secretary of State", "Secretary of State of the United States"),
        ("Vice-President", "vice president"),
        ("Minister of Labor", "labour minister"),
        ("FOREIGN MINISTER", "foreign minister"),
        ("the President’s chief of staff", "chief of staff to the president"),
        ("Defence Ministry spokesman", "spokesman for the Ministry of Defense"),
        ("ex-president", "former president"),
        ("Deputy Defence Minister", "Deputy Minister of Defense"),
    ],
)
@pytest.mark.parametrize("locale", LOCALES)
def test_one_office_written_two_ways(first: str, second: str, locale: str) -> None:
    """Word order, spelling, hyphens and capitals do not change the translation."""
    assert translate(first, locale) is not None
    assert translate(first, locale) == translate(second, locale)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "   ",
        "the",
        ",",
        "Chief Happiness Evangelist",
        "Minister of Silly Walks",
        "Minister of Defense and Silly Walks",
        "President Volodymyr Zelensky",
        "Zelensky",
        "President Jordan",
        "President of",
        "of Ukraine",
        "Minister of",
        "Defense",
        "Ukraine",
        "Secretary",
        "head",
        "Governor of Georgia",
        "President of Congo",
        "ambassador to us",
        "ambassador to the Pentagon",
        "former",
        "president and",
        "Secretary of the Interior",
        "President\x00 of Ukraine",
        "President\u202e of Ukraine",
        "President\ud800",
        "\u0420resident",
        "<b>President</b>",
        "{president}",
        "%s",
        "x" * 10_000,
        "president " * 1_000,
    ],
)
@pytest.mark.parametrize("locale", LOCALES)
def test_refuses(written: str, locale: str) -> None:
    """What is not understood to its last word has no translation."""
    assert translate(written, locale) is None


@pytest.mark.parametrize(
    ("locale", "english", "expected"),
    [
        ("uk", "Foreign Minister", "міністерка закордонних справ"),
        ("uk", "former deputy defence minister", "колишня заступниця міністра оборони"),
        ("pl", "Defense Minister", "ministra obrony"),
        ("de", "Foreign Minister", "Außenministerin"),
        ("de", "former deputy defence minister", "ehemalige stellvertretende Verteidigungsministerin"),
        ("fr", "President of France", "présidente de la France"),
        ("es", "former president", "expresidenta"),
        ("pt_BR", "acting Defense Minister", "ministra interina da Defesa"),
    ],
)
def test_feminine(locale: str, english: str, expected: str) -> None:
    """A woman in office has the feminine form, with all that agrees with it."""
    assert translate(english, locale, gender="f") == expected


def test_english_feminine_speaks_for_itself() -> None:
    """The word "spokeswoman" is feminine without being told so, "spokesperson" is not."""
    assert translate("Pentagon spokeswoman", "de") == "Sprecherin des Pentagons"
    assert translate("Pentagon spokesperson", "de") == "Sprecher des Pentagons"


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("ambassador to Ukraine", "посол в Україні"),
        ("ambassador to Germany", "посол у Німеччині"),
        ("Ukraine's ambassador to Germany", "посол України в Німеччині"),
        ("Ukraine's ambassador to France", "посол України у Франції"),
        ("Ukraine's ambassador to Cyprus", "посол України на Кіпрі"),
    ],
)
def test_ukrainian_preposition_heeds_its_neighbours(english: str, expected: str) -> None:
    """У and в alternate as the sounds around them ask, and islands take на."""
    assert translate(english, "uk") == expected


def test_english_reader_keeps_the_words() -> None:
    """For a reader of English the role stays as it was written."""
    assert translate(" Chief Happiness Evangelist ", "en") == "Chief Happiness Evangelist"
    assert translate("  ", "en") is None


@pytest.mark.parametrize("locale", ["xx", "", "../uk", "uk.toml", "\x00"])
def test_unknown_locale(locale: str) -> None:
    """A locale without a lexicon has no translation, whatever it is called."""
    assert translate("President", locale) is None


@pytest.mark.parametrize(("locale", "stands_for"), [("pt_PT", "pt_BR"), ("de-AT", "de"), ("uk_UA", "uk")])
def test_region_borrows_from_its_language(locale: str, stands_for: str) -> None:
    """A region without a lexicon of its own reads that of its language."""
    assert translate("Defense Minister", locale) == translate("Defense Minister", stands_for)


def test_languages() -> None:
    """There is a lexicon for each language of the printed brief."""
    assert set(languages()) == {"en", *LOCALES}


WORDS = [
    "former",
    "deputy",
    "minister",
    "of",
    "the",
    "defense",
    "and",
    "foreign",
    "affairs",
    "to",
    "for",
    "in",
    "president",
    "'s",
    "Ukraine",
    "US",
    "NATO",
    ",",
    "chief",
    "head",
    "office",
    "secretary",
    "general",
    "state",
    "special",
    "envoy",
    "ambassador",
    "European",
    "commission",
    "ministry",
    "adviser",
]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=32,
    ).map(" ".join)
)
def test_any_heap_of_known_words_is_read_quickly(written: str) -> None:
    """Words of office in any order give words of one language or nothing, and never hang the grammar."""
    started = time.perf_counter()
    results = [translate(written, locale) for locale in LOCALES]
    assert time.perf_counter() - started < 5
    assert all(result is None or ("{" not in result and "  " not in result and result) for result in results)


@given(st.text(max_size=250))
def test_any_text(written: str) -> None:
    """No text whatever makes the grammar fail; what is understood is never empty."""
    title = parse(written)
    assert title is None or title.roles
