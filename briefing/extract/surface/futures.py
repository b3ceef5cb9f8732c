"""Verbs of doing that tell of the time to come, whether a list has them or not."""

from __future__ import annotations

from briefing.extract.surface.actors import Actors
from briefing.extract.surface.grammar import Tense

_STOPS = frozenset(".!?…")
_BEFORE = 25  # tokens before a clause in which a verb of saying reports it


class Futures:
    """Reads the future tenses of one article; `idle`: verbs that are no doing; empty where the endings do not tell."""

    def __init__(self, actors: Actors, idle: frozenset[str]) -> None:
        self._actors = actors
        self._idle = idle
        self._tokens = actors.parse.tokens
        self._grammar = actors.cast.words.grammar
        self._bounds = actors.bounds

    def may_act(self, i: int) -> bool:
        """Whether the token is a verb of doing in the future tense by its ending or auxiliary."""
        token = self._tokens[i]
        if not self._idle or not token.text[0].islower() or not self._grammar.is_infinitive(token.lemma):
            return False
        lower = token.text.lower()
        if token.lemma in self._idle or lower in self._idle or lower in self._grammar.small:
            return False
        return self._grammar.tense(self._tokens, i) is Tense.FUTURE

    def in_report(self, i: int, tense: Tense, clause: tuple[int, int]) -> Tense:
        """The tense of a verb as it was when it was said: "that they would not sign" means that they will not.

        In German the third persons of the present end as the infinitive does, some of the past as the participle.
        """
        word = self._tokens[i].text.lower()
        if tense is Tense.FREE and self._grammar.reported is not None and self._grammar.reported.search(word):
            return Tense.FUTURE if self._is_reported(clause) else tense
        doubtful = {Tense.INFINITIVE: Tense.PRESENT, Tense.PARTICIPLE: Tense.PAST}
        if self._grammar.verbs_close and tense in doubtful and self._leads_clause(i, clause):
            return doubtful[tense]
        return tense

    def _is_reported(self, clause: tuple[int, int]) -> bool:
        first = clause[0]
        if self._tokens[first].text.lower() not in self._grammar.clause_starts:
            return False
        sentence = self._tokens[first].sentence
        return any(
            self._grammar.tense(self._tokens, j) is Tense.PAST
            for j in range(max(0, first - _BEFORE), first)
            if self._tokens[j].sentence == sentence and self._grammar.is_infinitive(self._tokens[j].lemma)
        )

    def _leads_clause(self, i: int, clause: tuple[int, int]) -> bool:
        """Whether a verb stands second, right after its subject, rather than at the end."""
        if i == clause[0] or i + 2 >= clause[1] or self._tokens[i - 1].text.lower() == "zu":
            return False
        aids = self._grammar.prospective | self._grammar.passive | self._grammar.perfect | self._grammar.hedges
        if any(self._tokens[j].text.lower() in aids for j in range(clause[0], i)):
            return False
        actor = self._actors.at(i - 1)
        return actor is not None and not actor.led and self._tokens[i + 1].text not in {",", ".", ";"}

    def asks(self, i: int) -> bool:
        """Whether the verb stands in a question."""
        last = self._bounds.in_quotation(i)[1]
        stop = next((self._tokens[j].text for j in range(i, last) if self._tokens[j].text in _STOPS), "")
        return stop == "?"

    def follows(self, first: int, last: int) -> bool:
        """Whether a clause with a verb in the future follows ("assured that it will pay")."""
        begun = False
        for j in range(first, last):
            word = self._tokens[j].text.lower()
            begun = begun or word in self._grammar.clause_starts or self._grammar.verbs_close
            if begun and self._grammar.is_infinitive(self._tokens[j].lemma) and self._comes(j):
                return True
        return False

    def _comes(self, j: int) -> bool:
        tense = self._grammar.tense(self._tokens, j)
        whole = self._grammar.nonpast_is_future and tense is Tense.PRESENT
        return whole or self.in_report(j, tense, self._bounds.around(j)) is Tense.FUTURE
