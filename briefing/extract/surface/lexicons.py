"""The word lists of a language that has no parser: titles, bodies, names."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from briefing.extract.lexicon import load
from briefing.extract.parse import Token
from briefing.extract.surface.gazetteer import Gazetteer, load_gazetteer
from briefing.extract.surface.grammar import Grammar, grammar_of
from briefing.extract.surface.lemmas import is_word, lemmatizer

_LONGEST_HEAD = 5
_SHORTEST_STEM = 2
_MOST_SEEN = 65_536


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a title: tokens `first` to `last`; `plain`: in the nominative singular, as the list has it."""

    first: int
    last: int
    national: bool
    plain: bool
    plural: bool
    gender: str | None


@dataclass(frozen=True)
class Lexicons:
    """What is known of a language's words before an article is read."""

    grammar: Grammar
    gazetteer: Gazetteer
    heads: Mapping[tuple[str, ...], bool]
    head_firsts: frozenset[str]
    plain_heads: frozenset[str]
    plural_heads: frozenset[str]
    gender: Mapping[str, str]
    modifiers: frozenset[str]
    bodies: frozenset[str]
    groups: frozenset[str]
    given: Mapping[str, str]
    not_people: frozenset[str]
    local: frozenset[str]
    counterparts: frozenset[str]
    envoys: frozenset[str]
    honorifics: Mapping[str, str]
    particles: frozenset[str]
    cases: Mapping[str, tuple[tuple[str, str], ...]]
    unchanging: frozenset[str]
    """Last letters of given names that are the same in every case."""
    seen: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    """What `forms` has told of words, so that it is worked out once."""

    def forms(self, token: Token) -> frozenset[str]:
        """What a word may be a form of, in small letters; unknown words are tried without their endings."""
        key = (token.text, token.lemma)
        known = self.seen.get(key)
        if known is None:
            lower = token.text.lower().replace("’", "'")
            found = {token.lemma, lower}
            if self.grammar.cases and token.lemma == lower and not is_word(self.grammar.language, lower):
                found.update(self._plain_forms(lower))
            known = frozenset(found)
            if len(self.seen) < _MOST_SEEN:
                self.seen[key] = known
        return known

    def _plain_forms(self, word: str) -> Iterable[str]:
        for endings in self.cases.values():
            for ending, plain in endings:
                if word.endswith(ending) and len(word) - len(ending) > _SHORTEST_STEM:
                    yield word[: -len(ending)] + plain if ending else word + plain

    def is_body(self, token: Token) -> bool:
        """Whether the word is a noun by which bodies are known."""
        return not self.bodies.isdisjoint(self.forms(token))

    def opens_head(self, token: Token) -> bool:
        """Whether heads of titles begin with the word."""
        return not self.head_firsts.isdisjoint(self.forms(token))

    def head_at(self, tokens: Sequence[Token], i: int) -> Head | None:
        """The longest title head that begins at `i`."""
        found = None
        keys: list[tuple[str, ...]] = [()]
        for j in range(i, min(i + _LONGEST_HEAD, len(tokens))):
            if tokens[j].sentence != tokens[i].sentence:
                break
            keys = [(*key, form) for key in keys for form in self.forms(tokens[j])]
            national = next((self.heads[key] for key in keys if key in self.heads), None)
            if national is not None:
                written = " ".join(token.text.lower().replace("’", "'") for token in tokens[i : j + 1])
                plural = written in self.plural_heads
                plain = written in self.plain_heads or plural or not self.grammar.cases
                found = Head(i, j + 1, national, plain, plural, self._gender(tokens[i : j + 1]))
        return found

    def _gender(self, words: Sequence[Token]) -> str | None:
        written = " ".join(token.text.lower() for token in words)
        lemma = " ".join(token.lemma for token in words)
        return self.gender.get(written) or self.gender.get(lemma)

    def given_gender(self, token: Token) -> str | None:
        """`m`, `f` or `n` (either) for a known given name, in any case."""
        return self.given.get(self.given_form(token))

    def given_form(self, token: Token) -> str:
        """A given name in the nominative, as the list has it; as written where it is not in the list."""
        lower = token.text.lower()
        if lower in self.given or not token.text[0].isupper():
            return lower
        forms = [form for form in (token.lemma, *sorted(self.forms(token))) if form in self.given]
        if not forms and self.grammar.cases:  # "Іванові" is in the dictionary as an adjective too
            forms = [form for form in self._plain_forms(lower) if form in self.given]
        return forms[0] if forms else token.text.lower()


@functools.cache
def lexicons_of(language: str) -> Lexicons:
    """The lists in the data folder of a language."""
    lemma = lemmatizer(language)
    titles, names = load(language, "titles"), load(language, "names")
    heads: dict[tuple[str, ...], bool] = {}
    plain, plural = set(), set()
    for kind in ("other", "national"):
        for phrase in phrases(titles["heads"][kind]):
            plain.add(phrase)
            heads[tuple(phrase.split())] = kind == "national"
            heads[tuple(map(lemma, phrase.split()))] = kind == "national"
    for phrase in phrases(titles["heads"]["plural"]):
        plural.add(phrase)
        key = tuple(map(lemma, phrase.split()))
        heads.setdefault(tuple(phrase.split()), heads.get(key, False))
    given: dict[str, str] = {}
    for gender in ("m", "f"):
        for name in names["given"][gender].split():
            given[name] = "n" if given.get(name, gender) != gender else gender
    cases = {
        gender: tuple(sorted(listed.items(), key=lambda pair: -len(pair[0])))
        for gender, listed in names["cases"].items()
    }
    return Lexicons(
        grammar=grammar_of(language),
        gazetteer=load_gazetteer(language),
        heads=heads,
        head_firsts=frozenset(words[0] for words in heads),
        plain_heads=frozenset(plain),
        plural_heads=frozenset(plural),
        gender={phrase: gender for gender in "mf" for phrase in phrases(titles["gender"][gender])},
        modifiers=_both(phrases(titles["words"]["modifiers"]), language),
        bodies=_both(phrases(titles["bodies"]["heads"]), language),
        groups=_both(phrases(titles["bodies"]["groups"]), language),
        given=given,
        not_people=_both(phrases(titles["words"]["not_people"]), language),
        local=_both(phrases(titles["words"]["local"]), language),
        envoys=_both(phrases(titles["words"]["envoys"]), language),
        counterparts=_both(phrases(titles["words"]["counterparts"]), language),
        honorifics={word: gender for gender in "nmf" for word in phrases(titles["honorifics"][gender])},
        particles=frozenset(phrases(names["within"]["particles"])),
        cases=cases,
        unchanging=frozenset(names["within"]["unchanging"]),
    )


def _both(words: Iterable[str], language: str) -> frozenset[str]:
    """The words as written and in their dictionary form."""
    lemma, listed = lemmatizer(language), list(words)
    return frozenset(listed) | frozenset(map(lemma, listed))


def phrases(written: str) -> list[str]:
    """A list in a data file: phrases between commas."""
    return [phrase for phrase in (" ".join(part.split()) for part in written.split(",")) if phrase]
