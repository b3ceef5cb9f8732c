"""The word lists of a language about people: titles, portfolios, honorifics, given names, countries."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.extract.lexis.countries import Countries, load_countries
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Token

_LONGEST_HEAD = 6
_SHORTEST_WITH_ENDING = 5


@dataclass(frozen=True)
class Vocabulary:
    """What is known of words before an article is read; all keys are lower case.

    `heads`: words of a title's head to whether it is an office of state. `honorifics`, `given`, `title_gender`: word to
    `m`, `f` or `n`. `postnominals`: letters after a name, as written.
    `not_people`: words that no person's name has but a body's, place's or event's does.
    `international`: bodies of many states, as written. `family_first`: family names that stand before the given name.
    `doubtful`: given names and surnames that are as often another word or a place.
    `human`: words that are said of people: verbs and nouns by the place where they stand, see `names.toml`.
    `located`: common nouns that follow the name of a place ("district").
    """

    heads: Mapping[tuple[str, ...], bool]
    head_firsts: frozenset[str]
    modifiers: frozenset[str]
    portfolio: frozenset[str]
    not_people: frozenset[str]
    honorifics: Mapping[str, str]
    postnominals: frozenset[str]
    title_gender: Mapping[str, str]
    given: Mapping[str, str]
    doubtful: frozenset[str]
    surnames: frozenset[str]
    surname_endings: tuple[str, ...]
    also_surnames: frozenset[str]
    family_first: frozenset[str]
    located: frozenset[str]
    human: Mapping[str, frozenset[str]]
    international: frozenset[str]
    particles: frozenset[str]
    countries: Countries

    def head_at(self, tokens: Sequence[Token], i: int) -> tuple[int, bool, bool] | None:
        """The longest title head that begins here: (end, whether an office of state, whether plural)."""
        if tokens[i].text.lower() not in self._openings or self._is_of_surname(tokens, i):
            return None
        words: list[str] = []
        found = None
        for j in range(i, min(i + _LONGEST_HEAD, len(tokens))):
            if tokens[j].sentence != tokens[i].sentence:
                break
            word = tokens[j].text.lower().replace("’", "'")
            if word == "." and words and tokens[j].start == tokens[j - 1].end:
                words[-1] += "."  # "Lt | . | Gen."
                national = self.heads.get(tuple(words))
                found = found if national is None else (j + 1, national, False)
                continue
            for form, plural in _forms(word):
                national = self.heads.get((*words, form))
                if national is not None:
                    found = (j + 1, national, plural)
                    break
            words.append(word)
        return found

    def _is_of_surname(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether the word is the first half of a surname: "Ray Dean-Lowe"."""
        if i == 0 or i + 2 >= len(tokens) or tokens[i + 1].text not in {"-", "‑"}:
            return False
        glued = tokens[i].end == tokens[i + 1].start and tokens[i + 1].end == tokens[i + 2].start
        halves = tokens[i].text[:1].isupper() and tokens[i + 2].text[:1].isupper()
        return glued and halves and tokens[i - 1].text.lower() in self.given

    @functools.cached_property
    def _openings(self) -> frozenset[str]:
        """Every word that a title's head can begin with; of a head of one word its plural too."""
        plurals = (form for word in self.head_firsts for form in (f"{word}s", f"{word[:-1]}ies", f"{word[:-2]}en"))
        return self.head_firsts.union(plurals)

    def is_surname(self, word: str) -> bool:
        """Whether a word, in lower case, is a known surname or ends as surnames do."""
        return (
            word in self.surnames
            or _plain(word) in self.surnames
            or (len(word) > _SHORTEST_WITH_ENDING and word.endswith(self.surname_endings))
        )

    def gender_of_given(self, word: str) -> str | None:
        """`m` or `f` for a known given name."""
        return self.given.get(word.lower())

    def known_given(self, word: str) -> bool:
        """Whether a word, in lower case, is a given name and seldom anything else."""
        return word in self.given and word not in self.doubtful


class _Spellings(dict[str, str]):
    """Names found with or without their diacritics: "lucía" where "lucia" is listed."""

    def __contains__(self, word: object) -> bool:
        return super().__contains__(word) or (
            isinstance(word, str) and not word.isascii() and super().__contains__(_plain(word))
        )

    def get(self, word: str, default: str | None = None) -> str | None:  # type: ignore[override]
        """The value of the name as written, else of its plain spelling."""
        return super().get(word) or super().get(_plain(word), default)


@functools.lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))


def _forms(word: str) -> tuple[tuple[str, bool], ...]:
    """The word as it stands and as a plural's singular, each with whether it is a plural."""
    if word.endswith("ies"):
        return ((word, False), (word[:-3] + "y", True))
    if word.endswith("men"):
        return ((word, False), (word[:-2] + "an", True))  # "congressmen"
    return ((word, False), (word[:-1], True)) if word.endswith("s") else ((word, False),)


@functools.cache
def load_vocabulary(language: str = "en") -> Vocabulary:
    """The lists in the data folder of a language."""
    titles = load(language, "titles")
    names = load(language, "names")
    heads: dict[tuple[str, ...], bool] = {}
    for kind in ("other", "national"):
        for phrase in _phrases(titles["heads"][kind]):
            heads[tuple(phrase.split())] = kind == "national"
    given: dict[str, str] = {}
    for gender in ("m", "f"):
        for name in names["given"][gender].split():
            given[name] = "n" if name in given and given[name] != gender else gender
    return Vocabulary(
        heads=heads,
        head_firsts=frozenset(words[0] for words in heads),
        modifiers=frozenset(_phrases(titles["words"]["modifiers"])),
        portfolio=frozenset(_phrases(titles["words"]["portfolio"])),
        not_people=frozenset(_phrases(titles["words"]["not_people"])),
        honorifics={word: gender for gender in "nmf" for word in _phrases(titles["honorifics"][gender])},
        postnominals=frozenset(_phrases(titles["words"]["after"])),
        title_gender={phrase: gender for gender in "mf" for phrase in _phrases(titles["gender"][gender])},
        given=_Spellings(given),
        doubtful=frozenset(names["given"]["doubtful"].split()),
        surnames=frozenset(names["surnames"]["common"].split())
        | frozenset(map(_plain, names["surnames"]["common"].split())),
        surname_endings=tuple(_phrases(names["surnames"]["endings"])),
        international=frozenset(_phrases(titles["bodies"]["international"])),
        also_surnames=frozenset(_phrases(names["also"]["surnames"])),
        family_first=frozenset(names["family"]["first"].split()),
        located=frozenset(_phrases(names["places"]["nouns"])),
        human={place: frozenset(_phrases(written)) for place, written in names["human"].items()},
        particles=frozenset(_phrases(names["within"]["particles"])),
        countries=load_countries(language),
    )


def _phrases(written: str) -> list[str]:
    return [phrase for phrase in (" ".join(part.split()) for part in written.split(",")) if phrase]
