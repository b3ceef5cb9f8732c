"""Phrases of a data file found by the dictionary forms of their words, a few other words between them allowed."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.parse import Token
from briefing.extract.surface.lemmas import lemmatizer
from briefing.extract.surface.lexicons import phrases as listed

_GAP = 3


class Phrases:
    """Phrases between commas; in each the words follow one another with at most three tokens between two.

    A word matches by its dictionary form or as it is written; the first may be any form.
    """

    def __init__(self, written: str, language: str) -> None:
        lemma = lemmatizer(language)
        self._by_first: dict[str, list[tuple[frozenset[str], ...]]] = {}
        for phrase in listed(written):
            words = tuple(frozenset({word.lower(), lemma(word)}) for word in phrase.split())
            for form in words[0]:
                self._by_first.setdefault(form, []).append(words)

    def at(self, tokens: Sequence[Token], i: int) -> int | None:
        """The end of the longest phrase that begins at token `i`, within its sentence; `None` if none does."""
        token = tokens[i]
        candidates = [*self._by_first.get(token.lemma, ()), *self._by_first.get(token.text.lower(), ())]
        return max((end for words in candidates if (end := _end(tokens, i, words)) is not None), default=None)


def _end(tokens: Sequence[Token], i: int, words: tuple[frozenset[str], ...]) -> int | None:
    at = i + 1
    for word in words[1:]:
        for j in range(at, min(at + _GAP + 1, len(tokens))):
            if tokens[j].sentence != tokens[i].sentence:
                return None
            if tokens[j].lemma in word or tokens[j].text.lower() in word:
                at = j + 1
                break
        else:
            return None
    return at


def matches(phrases: Phrases, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether any of the phrases begins between two tokens."""
    return any(phrases.at(tokens, i) is not None for i in range(first, last))
