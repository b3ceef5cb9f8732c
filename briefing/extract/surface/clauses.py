"""Where a clause begins and ends, told by its commas and conjunctions."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.extract.parse import Parse
from briefing.extract.surface.grammar import Grammar

_BREAKS = frozenset(";:–—")


class ClauseBounds:
    """The clause around a token of one article."""

    def __init__(self, parse: Parse, grammar: Grammar, inside: Mapping[int, int]) -> None:
        self._tokens = parse.tokens
        self._parse = parse
        self._grammar = grammar
        self._inside = inside

    def around(self, i: int) -> tuple[int, int]:
        """First and last (not included) token of the clause that holds `i`."""
        sentence = self._parse.sentences[self._tokens[i].sentence]
        first = i
        while first > sentence.first and not self._begins(first, i):
            first -= 1
        last = i + 1
        while last < sentence.last and not self._begins(last, i):
            last += 1
        return first, last

    def in_quotation(self, i: int) -> tuple[int, int]:
        """The tokens of the sentence that stand in the same quotation, or outside all, as `i` does."""
        sentence = self._parse.sentences[self._tokens[i].sentence]
        here = self._inside.get(i)
        first, last = i, i + 1
        while first > sentence.first and self._inside.get(first - 1) == here:
            first -= 1
        while last < sentence.last and self._inside.get(last) == here:
            last += 1
        return first, last

    def _begins(self, at: int, i: int) -> bool:
        """Whether a clause begins at token `at`."""
        token, before = self._tokens[at], self._tokens[at - 1]
        if self._inside.get(at) != self._inside.get(at - 1):
            return self._inside.get(at if at > i else at - 1) != self._inside.get(i)
        if before.text in _BREAKS:
            return True
        lower = token.text.lower()
        if lower in self._grammar.clause_starts | self._grammar.relatives:
            return before.text == "," or lower in self._grammar.relatives
        return False
