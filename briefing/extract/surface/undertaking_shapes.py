"""With what a verb has to stand to undertake something: an infinitive, "that", a noun, a sum; and what bars it."""

from __future__ import annotations

from briefing.extract.measures.amounts import AmountFinder
from briefing.extract.surface.actors import Actors
from briefing.extract.surface.futures import Futures
from briefing.extract.surface.grammar import Tense
from briefing.extract.surface.undertaking_entries import Entry

INFINITIVE_WITHIN = 9
_HEAD = 5  # letters of a noun that compounds end in


class Shapes:
    """Tells in one article what stands with a verb."""

    def __init__(self, actors: Actors, futures: Futures, without: str) -> None:
        """`without`: the word by which a noun is told to be missing."""
        self._actors = actors
        self._futures = futures
        self._without = without
        self._parse = actors.parse
        self._tokens = actors.parse.tokens
        self._grammar = actors.cast.words.grammar
        self._bounds = actors.bounds
        self._amounts = AmountFinder(self._parse.article, self._grammar.language)

    def fits(self, i: int, last: int, entry: Entry, clause: tuple[int, int]) -> bool:
        """Whether the verb stands with what makes it an undertaking."""
        shapes, nouns = entry.shapes, entry.nouns
        if "self" in shapes and not self._reflexive(i):
            return False
        if "any" in shapes:
            return True
        after = range(last, min(self._parse.sentences[self._tokens[i].sentence].last, last + INFINITIVE_WITHIN))
        if "to" in shapes and any(self._grammar.tense(self._tokens, j) is Tense.INFINITIVE for j in after):
            return True
        if "that" in shapes and any(
            self._tokens[j].text.lower() in self._grammar.clause_starts for j in list(after)[:4]
        ):
            return True
        where = range(*self._bounds.in_quotation(i)) if "passive" in shapes else range(*clause)
        if any(self._is_among(j, nouns) for j in where):
            return True
        will = "will" in shapes and self._futures.follows(last, self._bounds.in_quotation(i)[1])
        return will or ("money" in shapes and self.has_sum(clause))

    def _is_among(self, j: int, nouns: frozenset[str]) -> bool:
        """Whether the noun at `j` is one of those listed, or a compound of one, and not told to be missing."""
        token = self._tokens[j]
        lower = token.text.lower()
        compound = self._grammar.capital_nouns and token.text[0].isupper()
        if token.lemma not in nouns and lower not in nouns and not (compound and self._ends_in(token.lemma, nouns)):
            return False
        return not self._without or self._without not in (each.text.lower() for each in self._tokens[max(0, j - 2) : j])

    def _ends_in(self, word: str, nouns: frozenset[str]) -> bool:
        return word.endswith(tuple(noun for noun in nouns if len(noun) >= _HEAD))

    def _reflexive(self, i: int) -> bool:
        around = range(max(0, i - 3), min(len(self._tokens), i + 3))
        return any(self._tokens[j].text.lower() in self._grammar.reflexives for j in around)

    def has_sum(self, clause: tuple[int, int]) -> bool:
        """Whether a sum of money stands in a clause."""
        start, end = self._tokens[clause[0]].start, self._tokens[clause[1] - 1].end
        return bool(self._amounts.money(start, end))

    def hangs_on_noun(self, i: int) -> bool:
        """Whether the verb tells which thing is meant: "measures that the council will adopt"."""
        grammar, tokens = self._grammar, self._tokens
        if grammar.cases or grammar.capital_nouns:
            return False
        j = i - 1
        while j > 0 and tokens[j].text.lower() in grammar.negations | grammar.reflexives:
            j -= 1
        before = tokens[j - 1] if j > 0 and tokens[j].text.lower() in grammar.that else None
        if before is None or not before.text.isalpha() or self._actors.at(before.i) is not None:
            return False
        lower = before.text.lower()
        return lower not in grammar.adverbs | grammar.small and not grammar.is_infinitive(before.lemma)
