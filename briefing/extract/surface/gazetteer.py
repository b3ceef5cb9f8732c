"""Which country a name, adjective or city stands for, in whatever case it is written."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Token
from briefing.extract.surface.grammar import grammar_of
from briefing.extract.surface.lemmas import lemmatizer

_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Place:
    """A word of a country: tokens `first` to `last` (not included); `kind`: names, people, cities, bodies.

    `plain`: whether it is written in the form that the list has.
    """

    first: int
    last: int
    code: str
    kind: str
    plain: bool


@dataclass(frozen=True)
class Gazetteer:
    """The places of one language by the dictionary forms of their words."""

    phrases: Mapping[tuple[str, ...], tuple[str, str]]
    plain: frozenset[str]
    firsts: frozenset[str]
    begun: frozenset[tuple[str, ...]]
    """The first words of phrases, some or all of them."""

    def find(self, tokens: Sequence[Token]) -> dict[int, Place]:
        """The country words of an article, the longest that begins at each token."""
        out: dict[int, Place] = {}
        for token in tokens:
            if token.lemma in self.firsts or token.text.lower() in self.firsts:
                place = self._at(tokens, token.i)
                if place is not None:
                    out[token.i] = place
        return out

    def _at(self, tokens: Sequence[Token], i: int) -> Place | None:
        """The longest country word that begins at token `i`, within its sentence."""
        found = None
        keys: list[tuple[str, ...]] = [()]
        for j in range(i, min(i + _LONGEST, len(tokens))):
            if tokens[j].sentence != tokens[i].sentence:
                break
            forms = {tokens[j].lemma, tokens[j].text.lower().replace("’", "'")}
            keys = [longer for key in keys for form in forms if (longer := (*key, form)) in self.begun]
            if not keys:
                break
            entry = next((self.phrases[key] for key in keys if key in self.phrases), None)
            if entry is not None and (entry[1] == "people" or tokens[i].text[0].isupper()):
                written = " ".join(token.text.lower() for token in tokens[i : j + 1])
                found = Place(i, j + 1, *entry, written in self.plain)
        return found


@functools.cache
def load_gazetteer(language: str) -> Gazetteer:
    """The places in the data folder of a language."""
    data = load(language, "countries")
    found = gazetteer_of(language, data["countries"], ("bodies", "cities", "people", "names"))
    phrases, firsts = dict(found.phrases), set(found.firsts)
    for words, entry in found.phrases.items():
        for form in _inflected(words[0], data.get("inflected", {})) if entry[1] == "people" and len(words) == 1 else ():
            phrases.setdefault((form,), entry)
            firsts.add(form)
    return Gazetteer(phrases, found.plain, frozenset(firsts), _begun(phrases))


def _inflected(word: str, endings: Mapping[str, str]) -> Iterator[str]:
    """A nation's adjective in its other cases and genders; `endings`: by that of the form in the list."""
    own = max((ending for ending in endings if word.endswith(ending)), key=len, default=None)
    if own is not None:
        yield from (word[: -len(own)] + ending for ending in endings[own].split())


def gazetteer_of(language: str, listed: Mapping[str, Mapping[str, str]], kinds: Sequence[str]) -> Gazetteer:
    """A gazetteer of what is listed by country and kind; a later kind wins where both have a phrase."""
    lemma, grammar = lemmatizer(language), grammar_of(language)
    inflected = grammar.cases or grammar.capital_nouns  # else the dictionary only takes "Lobito" for a small "lobo"
    phrases: dict[tuple[str, ...], tuple[str, str]] = {}
    plain: set[str] = set()
    for code, entry in listed.items():
        for kind in kinds:
            for phrase in filter(None, map(str.strip, entry.get(kind, "").split(","))):
                if inflected or kind == "people" or phrase.islower():
                    phrases[tuple(lemma(word) for word in phrase.split())] = (code, kind)
                phrases[tuple(phrase.lower().split())] = (code, kind)
                plain.add(phrase.lower())
    return Gazetteer(phrases, frozenset(plain), frozenset(words[0] for words in phrases), _begun(phrases))


def _begun(phrases: Iterable[tuple[str, ...]]) -> frozenset[tuple[str, ...]]:
    return frozenset(words[:size] for words in phrases for size in range(1, len(words) + 1))
