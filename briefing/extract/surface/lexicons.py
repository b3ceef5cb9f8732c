"""The word lists of a language that has no parser: titles, bodies, names."""

from __future__ import annotations

import functools
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Token
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
    written: str = ""
    """Its words in small letters, without a nation among them ("chef der polnischen regierung")."""
    lemma: str = ""


@dataclass(frozen=True)
class Lexicons:
    """What is known of a language's words before an article is read."""

    grammar: Grammar
    gazetteer: Gazetteer
    heads: Mapping[tuple[str, ...], bool]
    canonical: Mapping[tuple[str, ...], str]
    """Heads as listed, by their words as listed or in their dictionary forms."""
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
    fixed: tuple[str, ...] = ()
    """Last letters that no other name has in any case that newspapers use: "Nino" is no form of "Nina"."""
    endings: tuple[tuple[str, re.Pattern[str]], ...] = ()
    """By gender (f, m, n for either) the endings of nouns for persons."""
    twins: frozenset[str] = frozenset()
    """Given names whose oblique forms are another's too: "Марка" is of "Марк" and of "Марко"."""
    adjectives: frozenset[str] = frozenset()
    """Adjectives that belong to a body's name though written small ("Union européenne")."""
    ending: frozenset[str] = frozenset()
    """Words that are no name but end a title, so that a name may follow ("Municipal", "Health")."""
    sure: tuple[str, ...] = ()
    """Ends of compounds that are persons even where the dictionary has them."""
    generic: frozenset[str] = frozenset()
    """Nouns for anybody ("man", "politician"), who was named before."""
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
                if word.endswith(ending) and len(word) - len(ending) > _SHORTEST_STEM and plain != "?":
                    yield word[: -len(ending)] + plain if ending else word + plain

    def is_body(self, token: Token) -> bool:
        """Whether the word is a noun by which bodies are known."""
        if self.grammar.capital_nouns and "-" in token.text and token.text.lower().rsplit("-", 1)[1] in self.bodies:
            return True  # "SPD-Fraktion"
        return not self.bodies.isdisjoint(self.forms(token))

    def opens_head(self, token: Token) -> bool:
        """Whether heads of titles begin with the word."""
        return not self.head_firsts.isdisjoint(self.forms(token))

    def head_at(self, tokens: Sequence[Token], i: int, nations: Container[int] = ()) -> Head | None:
        """The longest title head that begins at `i`; one word of `nations` may stand within it."""
        found = None
        keys: list[tuple[str, ...]] = [()]
        words: list[Token] = []
        for j in range(i, min(i + _LONGEST_HEAD, len(tokens))):
            if tokens[j].sentence != tokens[i].sentence:
                break
            if j > i and j in nations:
                continue
            words.append(tokens[j])
            keys = [(*key, form) for key in keys for form in self.forms(tokens[j])]
            listed = next((key for key in keys if key in self.heads), None)
            if listed is not None:
                found = self._head(words, listed)
        return found

    def _head(self, words: Sequence[Token], listed: tuple[str, ...]) -> Head:
        written = " ".join(token.text.lower().replace("’", "'") for token in words)
        lemma = self.canonical.get(listed, " ".join(token.lemma for token in words))
        plural = (written in self.plural_heads and written not in self.plain_heads) or self._in_plural(
            words[0], written
        )
        plain = written in self.plain_heads or plural or not self.grammar.cases
        names = (written, lemma, " ".join(listed))
        gender = next((self.gender[name] for name in names if name in self.gender), None)
        if plural and lemma not in self.plain_heads:
            lemma = next((one for one in _singulars(written) if one in self.plain_heads), lemma)
        return Head(words[0].i, words[-1].i + 1, self.heads[listed], plain, plural, gender, written, lemma)

    def _in_plural(self, word: Token, written: str) -> bool:
        """Whether a head's ending tells the plural ("cancilleres"), in languages that have one for all."""
        grammar = self.grammar
        if grammar.cases or grammar.capital_nouns or written in self.plain_heads:
            return False
        lower = word.text.lower()
        return lower != word.lemma and lower.endswith(("s", "x"))

    def given_gender(self, token: Token) -> str | None:
        """`m`, `f` or `n` (either) for a known given name, in any case."""
        return self.given.get(self.given_form(token))

    def given_form(self, token: Token, *, oblique: bool = False) -> str:
        """A given name in the nominative, as the list has it; as written where it is not in the list.

        `oblique`: whether it is known to stand in another case: "Jana" is "Jan" then.
        """
        lower = token.text.lower()
        if oblique and lower in self.given and self.grammar.cases:
            other = sorted(form for form in self._plain_forms(lower) if form in self.given and form != lower)
            return other[0] if other else lower
        if lower in self.given or not token.text[0].isupper() or lower.endswith(self.fixed):
            return lower
        forms = [form for form in (token.lemma, *sorted(self.forms(token))) if form in self.given]
        if not forms and self.grammar.cases:  # "Іванові" is in the dictionary as an adjective too
            forms = [form for form in self._plain_forms(lower) if form in self.given]
            forms = forms or [f"{form}o" for form in self._plain_forms(lower) if f"{form}o" in self.given]  # "Dmytra"
        return forms[0] if forms and self.twins.isdisjoint(forms) else lower


@functools.cache
def lexicons_of(language: str) -> Lexicons:
    """The lists in the data folder of a language."""
    lemma = lemmatizer(language)
    titles, names = load(language, "titles"), load(language, "names")
    heads: dict[tuple[str, ...], bool] = {}
    plain, plural = set(), set()
    canonical: dict[tuple[str, ...], str] = {}
    for kind in ("other", "national"):
        for phrase in phrases(titles["heads"][kind]):
            plain.add(phrase)
            heads[tuple(phrase.split())] = kind == "national"
            heads[tuple(map(lemma, phrase.split()))] = kind == "national"
            canonical[tuple(phrase.split())] = phrase
            canonical.setdefault(tuple(map(lemma, phrase.split())), phrase)
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
        canonical=canonical,
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
        fixed=tuple(names["within"].get("fixed", "").split()),
        endings=tuple(_endings(titles.get("endings", {}))),
        twins=frozenset(names["within"].get("twins", "").split()),
        adjectives=frozenset(phrases(titles["bodies"].get("adjectives", ""))),
        ending=frozenset(phrases(titles["words"].get("ending", ""))),
        sure=tuple(titles.get("endings", {}).get("sure", "").split()),
        generic=frozenset(phrases(titles["words"].get("generic", ""))),
    )


def _singulars(written: str) -> Iterator[str]:
    """What a title in the plural can be in the singular, by the endings that most languages share."""
    yield re.sub(r"s\b", "", written)
    yield re.sub(r"(?:es|s)\b", "", written, count=1)


def _endings(listed: Mapping[str, str]) -> Iterator[tuple[str, re.Pattern[str]]]:
    for gender in ("f", "m", "n"):
        if listed.get(gender):
            yield gender, re.compile("(?:" + "|".join(map(re.escape, listed[gender].split())) + ")$")


def _both(words: Iterable[str], language: str) -> frozenset[str]:
    """The words as written and in their dictionary form, if that is no verb's: "estado" is not "estar"."""
    lemma, listed, grammar = lemmatizer(language), list(words), grammar_of(language)
    plain = {word: lemma(word) for word in listed}
    kept = (form for word, form in plain.items() if grammar.capital_nouns or not grammar.is_infinitive(form))
    return frozenset(listed) | frozenset(kept)


def phrases(written: str) -> list[str]:
    """A list in a data file: phrases between commas."""
    return [phrase for phrase in (" ".join(part.split()) for part in written.split(",")) if phrase]
