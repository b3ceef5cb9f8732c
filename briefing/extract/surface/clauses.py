"""Where a clause begins and ends, told by its commas and conjunctions."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefing.extract.parsing.parse import Parse
from briefing.extract.surface.grammar import Grammar

_BREAKS = frozenset(";:–—")
_DATELINE = 10  # tokens
_LONGEST = 80  # tokens on either side; what is further away in a clause that never ends says nothing of its verb


class ClauseBounds:
    """The clause around a token of one article."""

    def __init__(
        self, parse: Parse, grammar: Grammar, inside: Mapping[int, int], conditions: frozenset[str] = frozenset()
    ) -> None:
        """`inside`: the number of the quotation that a token stands in; `conditions`: words that open a condition."""
        self._tokens = parse.tokens
        self._grammar = grammar
        self._inside = inside
        self._conditions = conditions
        self._spoken = self._cut(parse, self._turns)
        self._conditioned = frozenset(filter(None, map(self._past_condition, sorted(set(self._spoken)))))
        self._clauses = self._cut(parse, self._begins)

    def around(self, i: int) -> tuple[int, int]:
        """First and last (not included) token of the clause that holds `i`."""
        first, last = self._clauses[i]
        return max(first, i - _LONGEST), min(last, i + _LONGEST)

    def in_quotation(self, i: int) -> tuple[int, int]:
        """The tokens of the sentence that stand in the same quotation, or outside all, as `i` does."""
        return self._spoken[i]

    def _cut(self, parse: Parse, begins: Callable[[int], bool]) -> list[tuple[int, int]]:
        """For each token the piece of its sentence that holds it; `begins`: whether a piece begins at a token."""
        out: list[tuple[int, int]] = []
        for sentence in parse.sentences:
            first = sentence.first
            for i in range(sentence.first + 1, sentence.last + 1):
                if i == sentence.last or begins(i):
                    out.extend([(first, i)] * (i - first))
                    first = i
        return out

    def _past_condition(self, piece: tuple[int, int]) -> int | None:
        """Where what depends on a condition begins, if the condition comes first ("If they agree, ...")."""
        first, last = piece
        while first < last and not self._tokens[first].text[0].isalnum():
            first += 1
        if first >= last or self._tokens[first].text.lower() not in self._conditions:
            return None
        told = False
        for i in range(first + 1, last - 1):
            told = told or self._grammar.is_infinitive(self._tokens[i].lemma)
            if told and self._tokens[i].text == ",":
                return i + 1
        return None

    def _turns(self, at: int) -> bool:
        return self._inside.get(at) != self._inside.get(at - 1)

    def _dash(self, at: int) -> bool:
        """Whether a hyphen with blanks around it stands for the dash that ends a dateline ("BERLIN - ...")."""
        tokens = self._tokens
        if tokens[at].text != "-" or not 0 < at < len(tokens) - 1:
            return False
        opens = at < _DATELINE or tokens[at - _DATELINE].paragraph != tokens[at].paragraph
        return opens and tokens[at - 1].end < tokens[at].start and tokens[at].end < tokens[at + 1].start

    def _begins(self, at: int) -> bool:
        """Whether a clause begins at token `at`."""
        token, before = self._tokens[at], self._tokens[at - 1]
        if self._turns(at) or at in self._conditioned or before.text in _BREAKS or self._dash(at - 1):
            return True
        lower = token.text.lower()
        if lower in self._grammar.relatives:
            return True
        if before.text == "," and self._grammar.verbs_close and lower in self._grammar.prospective:
            return True  # "Sollte er kommen, wird sie gehen"
        return before.text == "," and lower in self._grammar.clause_starts
