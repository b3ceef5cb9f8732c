"""Phrases of a data file found by the dictionary forms of their words, a few other words between them allowed."""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from briefing.extract.parsing.parse import Token
from briefing.extract.surface.grammar import grammar_of
from briefing.extract.surface.lemmas import lemmatizer
from briefing.extract.surface.lexicons import phrases as listed

_GAP = 8
_WIDE = 18  # where verbs close the clause, so that their halves stand far apart


class Phrases:
    """Lists of phrases, each list under a number; a word matches by its dictionary form or as it is written.

    In a phrase the words follow one another with a few tokens between two at most.
    """

    def __init__(self, lists: Sequence[str], language: str) -> None:
        lemma = lemmatizer(language)
        self._grammar = grammar_of(language)
        self._gap = _WIDE if self._grammar.verbs_close else _GAP
        self._whole = frozenset(phrase for written in lists for phrase in listed(written) if " " not in phrase)
        self._by_first: dict[str, list[tuple[int, tuple[frozenset[str], ...]]]] = {}
        for number, written in enumerate(lists):
            for phrase in listed(written):
                words = tuple(frozenset({word.lower(), lemma(word)}) for word in phrase.split())
                for form in words[0]:
                    self._by_first.setdefault(form, []).append((number, words))

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, int]]:
        """List, first token and end of each phrase, within its sentence; several that begin at one token, too."""
        first = self._by_first
        for token in tokens:
            lower = token.text.lower()
            for number, words in first.get(token.lemma, ()):
                end = self._end(tokens, token.i, words)
                if end is not None:
                    yield number, token.i, end
            if lower == token.lemma or lower not in first:
                continue
            for number, words in first[lower]:
                end = self._end(tokens, token.i, words)
                if end is not None:
                    yield number, token.i, end

    def _end(self, tokens: Sequence[Token], i: int, words: tuple[frozenset[str], ...]) -> int | None:
        at = i + 1
        for word in words[1:]:
            for j in range(at, min(at + self._gap + 1, len(tokens))):
                if tokens[j].sentence != tokens[i].sentence:
                    return None
                if tokens[j].lemma in word or tokens[j].text.lower() in word:
                    if self._is_part(tokens[j], words[0]) and not self._closes(tokens, i, j):
                        continue
                    at = j + 1
                    break
            else:
                return None
        return at

    def _is_part(self, token: Token, verb: frozenset[str]) -> bool:
        """Whether a word is a part of the verb: "zu" of "zusagen", which is listed too; not "an" of "geben an X"."""
        if token.text not in self._grammar.particles:
            return False
        listed = any(token.text + form in self._whole for form in verb)
        return listed or token.text not in self._grammar.prepositions

    def _closes(self, tokens: Sequence[Token], verb: int, i: int) -> bool:
        """Whether a part of a verb ends its clause: "sagte Hilfe zu", not "sagte zu X" and "sagte, er komme zu"."""
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if following is not None and following.sentence == tokens[i].sentence:
            after = following.text
            if after[0].isalnum() and after.lower() not in self._grammar.conjunctions:
                return False
        comma = next((j for j in range(verb, i) if tokens[j].text == ","), None)
        between = tokens[comma:i] if comma is not None else ()
        return not any(self._is_verb(token) or token.text.lower() in self._grammar.third for token in between)

    def _is_verb(self, token: Token) -> bool:
        grammar, lower = self._grammar, token.text.lower()
        aids = grammar.perfect | grammar.prospective | grammar.passive | grammar.hedges | grammar.reporting
        own = token.text[0].islower() and lower != token.lemma and grammar.is_infinitive(token.lemma)
        return lower in aids or own


class Found:
    """Where the phrases of one list stand in one article: the end of each by its first token."""

    def __init__(self, ends: dict[int, int]) -> None:
        self._ends = ends
        self._firsts = sorted(ends)

    def at(self, i: int) -> int | None:
        """The end of the phrase that begins at token `i`, `None` if none does."""
        return self._ends.get(i)

    def items(self) -> Iterable[tuple[int, int]]:
        """First tokens and ends, in order."""
        return self._ends.items()

    def within(self, first: int, last: int) -> bool:
        """Whether any begins between two tokens."""
        place = bisect_left(self._firsts, first)
        return place < len(self._firsts) and self._firsts[place] < last


def find_phrases(lists: Sequence[str], tokens: Sequence[Token], language: str) -> list[Found]:
    """Where the phrases of each list stand."""
    phrases = _phrases(tuple(lists), language)
    ends: list[dict[int, int]] = [{} for _ in lists]
    for number, i, end in phrases.find(tokens):
        ends[number][i] = max(end, ends[number].get(i, end))
    return [Found(each) for each in ends]


@functools.lru_cache(maxsize=64)
def _phrases(lists: tuple[str, ...], language: str) -> Phrases:
    return Phrases(lists, language)
