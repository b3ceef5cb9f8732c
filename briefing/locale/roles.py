"""Roles of office as English news writes them, in the reader's language.

Nothing is guessed: a phrase of which one word is not understood has no translation, and print keeps its own words.
"""

from __future__ import annotations

from functools import cache, lru_cache

from briefing.locale.roles_company import parse_company
from briefing.locale.roles_english import parse, parse_country, parse_organ
from briefing.locale.roles_phrase import Gender
from briefing.locale.roles_vocabulary import DATA, LONGEST_PHRASE
from briefing.locale.roles_wording import Unsettled, wording

SOURCE_LANGUAGE = "en"


@cache
def languages() -> tuple[str, ...]:
    """The languages that there is a lexicon for, English among them, sorted."""
    return tuple(sorted(path.stem for path in DATA.glob("*.toml")))


def translate(written: str, locale: str, *, gender: str | None = None) -> str | None:
    """The role in the reader's language, in running-text case ("міністр оборони України").

    `written` is the English phrase without the person's name. `gender` "f" asks for feminine forms; otherwise an
    English feminine ("spokeswoman") or the unmarked form decides. A locale without a lexicon of its own borrows that
    of its language (pt_PT: pt_BR). None where any part of the phrase, or the locale, is not known for sure.
    """
    language = _lexicon(locale)
    if language is None or len(written) > LONGEST_PHRASE:
        return None
    if language == SOURCE_LANGUAGE:
        return written.strip() or None
    return _translated(written, language, gender)


def body(written: str, locale: str) -> str | None:
    """The name of a body in the reader's language, without an article ("Європейська комісія").

    `written` is its English name, perhaps with its country ("U.S. Congress"); it has a capital somewhere. None where
    any part, or the locale, is not known for sure. For a reader of English the words stay as they are.
    """
    language = _lexicon(locale)
    organ = parse_organ(written) if len(written) <= LONGEST_PHRASE and _has_capital(written) else None
    if organ is None or language is None:
        return None
    return written.strip() if language == SOURCE_LANGUAGE else wording(language).organ(organ)


def country(written: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of a country that is named in English; None for an adjective or a doubtful name."""
    return parse_country(written) if _has_capital(written) else None


def _has_capital(written: str) -> bool:
    return any(map(str.isupper, written))


@lru_cache(maxsize=4096)
def _translated(written: str, language: str, gender: str | None) -> str | None:
    title, company = parse(written), ""
    words = wording(language)
    if title is None:
        found = parse_company(written)
        if found is None:
            return None
        title, company = found[0], words.of_company(found[1])
    try:
        return words.title(title, Gender.FEMININE if gender == "f" else None) + company
    except Unsettled:
        return None


@lru_cache(maxsize=64)
def _lexicon(locale: str) -> str | None:
    tag = locale.replace("-", "_")
    primary = tag.partition("_")[0]
    if tag in languages():
        return tag
    return next((name for name in languages() if name.partition("_")[0] == primary), None)
