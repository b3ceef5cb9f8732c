"""Who is said to say something, in words of his own or not: the article has heard him."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.extract.surface.actor import Actor
from briefing.extract.surface.actors import Actors
from briefing.extract.surface.grammar import Tense
from briefing.extract.surface.lemmas import lemmatizer
from briefing.extract.surface.speakers import Speakers

_MARKS = frozenset('«»„“”"')
_BEFORE, _AFTER = 3, 5  # tokens around a verb of saying that tell what it reports


class Heard:
    """Finds whom one article has heard."""

    def __init__(self, actors: Actors, speakers: Speakers, verbs: Mapping[str, Sequence[str]]) -> None:
        """`verbs`: of saying, from the data."""
        self._actors = actors
        self._speakers = speakers
        self._parse = actors.parse
        self._tokens = actors.parse.tokens
        self._grammar = actors.cast.words.grammar
        lemma = lemmatizer(self._grammar.language)
        self._saying = frozenset(map(lemma, verbs["plain"]))
        self._reporting = frozenset(map(lemma, verbs["reports"]))
        self._calling = frozenset(map(lemma, verbs.get("calls", ())))
        self._marks = frozenset(token.i for token in self._tokens if token.text in _MARKS)

    def find(self) -> Iterator[Actor]:
        """Sources, and the subjects of verbs of saying in the past and present, outside quotations."""
        yield from self._speakers.cited()
        for token in self._tokens:
            if token.i in self._actors.inside or not self._reports(token.i):
                continue
            if self._grammar.tense(self._tokens, token.i) in {Tense.PAST, Tense.PRESENT}:
                clause = self._actors.bounds.around(token.i)
                yield from self._actors.subjects(token.i, clause, self._grammar.gender(token.text))

    def _reports(self, i: int) -> bool:
        """Whether the verb plainly tells what somebody says, or what he calls something by words in marks."""
        lemma = self._tokens[i].lemma
        says = lemma in self._saying
        calls = lemma in self._calling and self._marked_after(i)
        if not says and not calls:
            return False
        before = {self._tokens[j].text.lower() for j in range(max(0, i - _BEFORE), i)}
        after = {self._tokens[j].text.lower() for j in range(i, min(i + _AFTER, len(self._tokens)))}
        plainly = calls or lemma in self._reporting or not after.isdisjoint(self._grammar.clause_starts)
        return plainly and before.isdisjoint(self._grammar.negations)

    def _marked_after(self, i: int) -> bool:
        """Whether words in marks follow in the sentence."""
        last = self._parse.sentences[self._tokens[i].sentence].last
        return any(j in self._marks for j in range(i + 1, last))
