"""English words of office as data: tokens, terms and the classes of offices."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent / "roles"

LONGEST_PHRASE = 200
"""Characters; no role in a newspaper is longer."""

_APOSTROPHES = str.maketrans(dict.fromkeys("\u2018\u2019\u02bc\u2032", "'"))
_JOINING_HYPHENS = "-\u2010\u2011"
_DASHES = "\u2012\u2013\u2014"
_ARTICLES = frozenset({"the", "a", "an"})
_TERM_TABLES = ("office", "modifier", "postmodifier", "portfolio", "prenominal", "body", "country")


@dataclass(frozen=True, slots=True)
class Term:
    """A sequence of tokens that stands for one key of one table."""

    tokens: tuple[str, ...]
    key: str
    feminine: bool


@dataclass(frozen=True, slots=True)
class Naming:
    """Which bodies and countries may be named apart from any office.

    `nameless` never; `national` only with their country, `international` only without; `own` with no other country.
    `unsettled`: countries of no sure name. `nouns`: tokens of names of countries that CLDR does not have.
    """

    nameless: frozenset[str]
    national: frozenset[str]
    international: frozenset[str]
    own: dict[str, str]
    unsettled: frozenset[str]
    nouns: frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the English grammar knows about words; `terms` by table and first token, longest first."""

    terms: dict[str, dict[str, tuple[Term, ...]]]
    cased: dict[str, tuple[str, ...]]
    classes: dict[str, frozenset[str]]
    feminine_offices: frozenset[str]
    with_portfolio: dict[str, str]
    with_body: dict[str, str]
    implied: dict[str, str]
    usage: dict[str, str]
    fusion: dict[str, str]
    incomplete: frozenset[str]
    double_names: frozenset[str]
    naming: Naming

    def matches(self, table: str, tokens: tuple[str, ...], start: int) -> Iterator[tuple[Term, int]]:
        """Terms of the table that begin at the token, longest first, with the position after each."""
        if start >= len(tokens):
            return
        for term in self.terms[table].get(tokens[start], ()):
            end = start + len(term.tokens)
            if tokens[start:end] == term.tokens:
                yield term, end


@cache
def vocabulary() -> Vocabulary:
    """The English vocabulary as shipped."""
    data = tomllib.loads((DATA / "en.toml").read_text(encoding="utf-8"))
    cased = {written: tuple(stands_for.split()) for written, stands_for in data["cased"].items()}
    feminine = frozenset(data["gender"]["words"])
    return Vocabulary(
        terms={table: _index(data[table], feminine) for table in _TERM_TABLES},
        cased=cased,
        classes={name: frozenset(keys) for name, keys in data["class"].items()},
        feminine_offices=frozenset(data["gender"]["offices"]),
        with_portfolio=data["with_portfolio"],
        with_body=data["with_body"],
        implied=data["implied"],
        usage=data["usage"],
        fusion=data["fusion"],
        incomplete=frozenset(data["guard"]["incomplete"]),
        double_names=frozenset(data["guard"]["double_names"]),
        naming=_naming(data["naming"], cased),
    )


def _naming(table: dict[str, Any], cased: dict[str, tuple[str, ...]]) -> Naming:
    return Naming(
        nameless=frozenset(table["nameless"]),
        national=frozenset(table["national"]),
        international=frozenset(table["international"]),
        own=table["own"],
        unsettled=frozenset(table["unsettled"]),
        nouns=frozenset(tokenise(noun, cased) for noun in table["nouns"]),
    )


def _index(table: dict[str, list[str]], feminine: frozenset[str]) -> dict[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = {}
    for key, written_forms in table.items():
        for written in written_forms:
            tokens = tokenise(written, {})
            found.setdefault(tokens[0], []).append(Term(tokens, key, not feminine.isdisjoint(tokens)))
    return {first: tuple(sorted(terms, key=lambda term: -len(term.tokens))) for first, terms in found.items()}


def tokenise(written: str, cased: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Casefolded words, commas and possessive endings without articles; () where the text is no plain phrase.

    `cased` gives the tokens of words that capitals make another word: "US" is a country, "us" is not.
    """
    if len(written) > LONGEST_PHRASE or not all(map(_is_plain, written)):
        return ()
    tokens: list[str] = []
    for word in _spaced(written).split():
        tokens += _word_tokens(word, cased)
    return tuple(token for token in tokens if token not in _ARTICLES)


def _is_plain(char: str) -> bool:
    return char in "\t\n\r" or unicodedata.category(char)[0] != "C"


def _spaced(written: str) -> str:
    """Hyphens inside words become spaces; dashes, and hyphens between words, commas."""
    text = unicodedata.normalize("NFC", written).translate(_APOSTROPHES)
    for dash in _DASHES:
        text = text.replace(dash, " , ")
    for hyphen in _JOINING_HYPHENS:
        text = text.replace(f" {hyphen} ", " , ").replace(hyphen, " ")
    return text.replace(",", " , ").replace("&", " and ")


def _word_tokens(word: str, cased: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    if word == ",":
        return (word,)
    stem, ending = _possessive(word)
    bare = stem.replace(".", "")
    return (*cased.get(bare, (bare.casefold(),)), *ending)


def _possessive(word: str) -> tuple[str, tuple[str, ...]]:
    if word.casefold().endswith("'s") and len(word) > 2:
        return word[:-2], ("'s",)
    if word.endswith("'") and len(word) > 1:
        return word[:-1], ("'s",)
    return word, ()
