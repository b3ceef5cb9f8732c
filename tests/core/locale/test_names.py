"""Bodies and countries that are named by themselves: in the reader's words, or left alone where these are not sure."""

from __future__ import annotations

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from briefing.locale import roles
from briefing.locale.reader import available, find
from briefing.locale.roles_vocabulary import vocabulary
from briefing.locale.roles_wording import wording

ORDER = ("uk", "fr", "de", "es", "pt_BR", "pl")


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("NATO", "НАТО|OTAN|NATO|OTAN|Otan|NATO"),
        ("the United Nations", "ООН|ONU|Vereinte Nationen|ONU|ONU|ONZ"),
        (
            "the European Commission",
            (
                "Європейська комісія|Commission européenne|Europäische Kommission|Comisión Europea|Comissão Europeia"
                "|Komisja Europejska"
            ),
        ),
        (
            "Office of the President of Ukraine",
            (
                "Офіс Президента України|bureau du président de l’Ukraine|Präsidialamt der Ukraine"
                "|Oficina del Presidente de Ucrania|Gabinete do Presidente da Ucrânia|Biuro Prezydenta Ukrainy"
            ),
        ),
        (
            "U.S. Department of State",
            (
                "Державний департамент США|département d’État américain|US-Außenministerium"
                "|Departamento de Estado de Estados Unidos|Departamento de Estado dos Estados Unidos"
                "|Departament Stanu USA"
            ),
        ),
        ("Verkhovna Rada", "Верховна Рада|Verkhovna Rada|Werchowna Rada|Rada Suprema|Verkhovna Rada|Rada Najwyższa"),
        (
            "Ukraine’s Defense Ministry",
            (
                "Міністерство оборони України|ministère de la Défense de l’Ukraine|Verteidigungsministerium der Ukraine"
                "|Ministerio de Defensa de Ucrania|Ministério da Defesa da Ucrânia|ministerstwo obrony Ukrainy"
            ),
        ),
        ("Ukraine", "Україна|Ukraine|Ukraine|Ucrania|Ucrânia|Ukraina"),
        (
            "the U.S.",
            "Сполучені Штати|États-Unis|Vereinigte Staaten|Estados Unidos|Estados Unidos|Stany Zjednoczone",
        ),
        ("Great Britain", "Велика Британія|Royaume-Uni|Vereinigtes Königreich|Reino Unido|Reino Unido|Wielka Brytania"),
        ("The Netherlands", "Нідерланди|Pays-Bas|Niederlande|Países Bajos|Países Baixos|Holandia"),
    ],
)
def test_names_in_the_reader_s_words(written: str, names: str) -> None:
    """A country or body has its own name in each language, without an article."""
    assert "|".join(str(find(name).named(written)) for name in ORDER) == names


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ministry of Defence of Ukraine", "Ukrainian Defense Ministry"),
        ("the Congress of the United States", "US Congress"),
        ("State Department", "U.S. Department of State"),
        ("the EU", "European Union"),
        ("Parliament of Ukraine", "Ukraine's parliament"),
    ],
)
@pytest.mark.parametrize("name", ORDER)
def test_one_body_written_two_ways(first: str, second: str, name: str) -> None:
    """Order, spelling and what a country adds to its own body do not change the name."""
    assert find(name).named(first) is not None
    assert find(name).named(first) == find(name).named(second)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "the",
        "Georgia",
        "Jordan",
        "Chad",
        "Congo",
        "Ukrainian",
        "Dutch",
        "us",
        "turkey",
        "pace",
        "the government",
        "the Ministry",
        "the Board",
        "the Party",
        "Security Council",
        "Central Command",
        "House",
        "U.S. NATO",
        "Polish Bundestag",
        "Office of the President of Poland",
        "Russia's State Department",
        "Ministry of Silly Walks",
        "NATO Summit",
        "NATO and Ukraine",
        "Ukraine\x00",
        "Ukraine\u202e",
        "\ud800",
        "Ukraine " * 5000,
        "{NATO}",
    ],
)
@pytest.mark.parametrize("name", available())
def test_what_is_not_sure_has_no_name(written: str, name: str) -> None:
    """Adjectives, common nouns, names of two things and other countries' bodies are left to the source."""
    assert find(name).named(written) is None


@pytest.mark.parametrize("written", ["NATO", "the U.S.", "Ukraine", "the European Commission"])
def test_a_reader_of_english_keeps_the_words(written: str) -> None:
    """Nothing is put beside what the source says already in the reader's language."""
    assert find("en_GB").named(written) == written


def test_every_country_of_the_lexicon_is_read_by_its_english_name() -> None:
    """CLDR's English name leads to the code it belongs to; the few doubtful ones lead nowhere."""
    english = Locale.parse("en").territories
    doubtful = {"CI", "VC", *vocabulary().naming.unsettled}
    keys = {term.key for terms in vocabulary().terms["country"].values() for term in terms}
    assert len(keys) >= 195
    for code in keys - doubtful:
        assert roles.country(english[code].replace("&", "and").replace("St.", "Saint")) == code
    assert {roles.country(english[code]) for code in vocabulary().naming.unsettled} == {None}


@pytest.mark.parametrize("language", ORDER)
def test_every_body_has_a_name_without_an_article(language: str) -> None:
    """The same bodies as in the genitive, each worded, none with a preposition left before it."""
    words = wording(language)
    assert list(words.names) == list(words.bodies)
    assert all(name.strip() == name != "" for name in words.names.values())
    beginnings = {name.split()[0] for name in words.names.values()}
    articles = {"de", "du", "des", "del", "da", "do", "das", "dos", "la", "le", "die", "der", "von"}
    assert not beginnings & articles
    assert not any(name.startswith(("d’", "l’")) for name in words.names.values())


def test_guards_name_what_is_there() -> None:
    """Bodies and countries of the guards are in the lexicon."""
    naming, bodies = vocabulary().naming, set(wording("uk").names)
    assert naming.nameless | naming.national | naming.international | set(naming.own) <= bodies
    assert set(naming.own.values()) | naming.unsettled <= set(wording("uk").countries)


@given(st.text(max_size=250), st.sampled_from(available()))
def test_any_text_is_a_name_or_none(written: str, name: str) -> None:
    """No text makes the reading fail."""
    assert find(name).named(written) != ""
