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


@pytest.mark.parametrize(
    ("english", "neutral", "feminine"),
    [
        (
            "Trade Minister",
            (
                "міністр торгівлі|ministro do Comércio|Handelsminister|ministre du Commerce|ministro de Comercio"
                "|minister handlu"
            ),
            (
                "міністерка торгівлі|ministra do Comércio|Handelsministerin|ministre du Commerce|ministra de Comercio"
                "|ministra handlu"
            ),
        ),
        (
            "Special Representative",
            (
                "спеціальний представник|representante especial|Sonderbeauftragter|représentant spécial"
                "|representante especial|specjalny przedstawiciel"
            ),
            (
                "спеціальна представниця|representante especial|Sonderbeauftragte|représentante spéciale"
                "|representante especial|specjalna przedstawicielka"
            ),
        ),
        (
            "prime minister-designate",
            (
                "призначений прем’єр-міністр|primeiro-ministro designado|designierter Premierminister"
                "|Premier ministre désigné|primer ministro designado|desygnowany premier"
            ),
            (
                "призначена прем’єр-міністерка|primeira-ministra designada|designierte Premierministerin"
                "|Première ministre désignée|primera ministra designada|desygnowana premierka"
            ),
        ),
        (
            "CEO of Airbus",
            (
                "генеральний директор Airbus|diretor-presidente da empresa Airbus|Vorstandsvorsitzender von Airbus"
                "|directeur général d’Airbus|director ejecutivo de Airbus|dyrektor generalny Airbus"
            ),
            (
                "генеральна директорка Airbus|diretora-presidente da empresa Airbus|Vorstandsvorsitzende von Airbus"
                "|directrice générale d’Airbus|directora ejecutiva de Airbus|dyrektorka generalna Airbus"
            ),
        ),
        (
            "head of the Ukrainian delegation",
            (
                "глава делегації України|chefe da delegação da Ucrânia|Leiter der Delegation der Ukraine"
                "|chef de la délégation de l’Ukraine|jefe de la delegación de Ucrania|szef delegacji Ukrainy"
            ),
            (
                "глава делегації України|chefe da delegação da Ucrânia|Leiterin der Delegation der Ukraine"
                "|cheffe de la délégation de l’Ukraine|jefa de la delegación de Ucrania|szefowa delegacji Ukrainy"
            ),
        ),
        (
            "IMF chief",
            (
                "директор-розпорядник МВФ|diretor-gerente do FMI|geschäftsführender Direktor des IWF"
                "|directeur général du FMI|director gerente del FMI|dyrektor zarządzający MFW"
            ),
            (
                "директорка-розпорядниця МВФ|diretora-gerente do FMI|geschäftsführende Direktorin des IWF"
                "|directrice générale du FMI|directora gerente del FMI|dyrektorka zarządzająca MFW"
            ),
        ),
    ],
)
def test_unknown_gender_is_unmarked_and_a_woman_feminine(english: str, neutral: str, feminine: str) -> None:
    """Adjectives, participles and compounds agree with the office in all languages."""
    assert "|".join(str(translate(english, locale)) for locale in LOCALES) == neutral
    assert "|".join(str(translate(english, locale, gender="f")) for locale in LOCALES) == feminine


@pytest.mark.parametrize(
    ("written", "ukrainian"),
    [
        ("founder and CEO of Baykar", "засновник і генеральний директор Baykar"),
        ("CEO at BAE Systems", "генеральний директор BAE Systems"),
        ("former chief executive of 3M", "колишній генеральний директор 3M"),
        ("chairman of the board of Rheinmetall", "голова ради директорів Rheinmetall"),
        ("CEO of the State Property Fund", None),
        ("CEO of the biggest bank", None),
        ("CEO of Ukraine's Naftogaz", None),
        ("CEO of baykar", None),
        ("CEO of éclair", None),
        ("CEO of Baykar, a maker of drones", None),
        ("CEO of <b>Baykar</b>", None),
        ("CEO of Bay\u202ekar", None),
        ("CEO of \u202eBaykar", None),
        ("CEO of &", None),
        ("CEO of ", None),
        ("CEO of One Two Three Four Five Six", None),
        ("President of Baykar", None),
        ("minister of Baykar", None),
        ("Swiss CEO of Baykar", None),
    ],
)
def test_companies_keep_their_names(written: str, ukrainian: str | None) -> None:
    """An office in a company is worded and the name left as it is, where it cannot be but a name."""
    assert translate(written, "uk") == ukrainian


@pytest.mark.parametrize(
    ("written", "ukrainian"),
    [
        ("U.S. Secretary of the Interior", "міністр внутрішніх справ США"),
        ("EU chief", None),
        ("deputy IMF chief", "заступник керівника МВФ"),
        ("IAEA chief", "генеральний директор МАГАТЕ"),
        ("ECB chief", "президент Європейського центрального банку"),
        ("Russian State Department spokesman", None),
        (
            "Assistant to the President for National Security Affairs",
            "помічник президента з питань національної безпеки",
        ),
        ("House Foreign Affairs Committee chairman", "голова Комітету Палати представників США у закордонних справах"),
        ("member of the U.S. Senate Armed Services Committee", "член Комітету Сенату США з питань збройних сил"),
        ("Minister for Digital Development", "міністр цифрового розвитку"),
    ],
)
def test_what_one_office_is_called_and_what_two_may_be(written: str, ukrainian: str | None) -> None:
    """The head of a body is the office that heads it; where two do, or the country does not fit, there is none."""
    assert translate(written, "uk") == ukrainian


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
