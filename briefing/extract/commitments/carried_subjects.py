"""Whom a sentence leaves to the one before it to name: "it" and "they" at its head, and who acts in a bare passive."""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract.grammar.clauses import Clause
from briefing.extract.grammar.coordination import conjuncts
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse, Token
from briefing.extract.reference.cast import Cast

_PAIR = 2


class CarriedSubjects:
    """Looks back over the sentences of one article; `is_agent` tells whether a noun can undertake."""

    def __init__(self, parse: Parse, cast: Cast, is_agent: Callable[[int], bool], language: str = "en") -> None:
        self._parse = parse
        self._cast = cast
        self._is_agent = is_agent
        agents = load(language, "commitments")["agents"]
        self._persons, self._bodies = frozenset(agents["persons"]), frozenset(agents["bodies"])

    def opens(self, token: int) -> bool:
        """Whether a token begins its sentence, but for a word that leads in."""
        return token - self._parse.sentences[self._parse.tokens[token].sentence].first <= 1

    def meant(self, token: int) -> tuple[int, ...]:
        """What "they" or "it" carries on: the subjects of the sentence before, if they fit; empty where they do not."""
        word, main = self._parse.tokens[token].text.lower(), self._main_before(token)
        word = "two" if word == "both" else word
        if word not in {"it", "they", "two"} or main is None or main.subject is None:
            return ()
        named = len(main.subjects) > 1 and all(i in self._cast.by_token for i in main.subjects)
        if word == "two" and len(main.subjects) != _PAIR:
            return self._both(main)
        return main.subjects if self.fits(word, main.subject) or (word != "it" and named) else ()

    def _both(self, main: Clause) -> tuple[int, ...]:
        """`X met Y`, `X spoke with Y`: the only two people of the clause, on both sides of its verb."""
        beside = (*main.objects, *(noun for name, noun in main.preps if name == "with"))
        both = (*main.subjects, *(i for each in beside for i in conjuncts(self._parse, each)))
        named = len(both) == _PAIR and not main.negated and all(i in self._cast.by_token for i in both)
        return both if named else ()

    def body_before(self, verb: int) -> int | None:
        """`The agency showed its plan. The pipes will be replaced by June`: the body of which the one before tells."""
        main = self._main_before(verb)
        if main is None or main.subject is None or main.passive or len(main.subjects) > 1:
            return None
        same = self._parse.tokens[main.verb].paragraph == self._parse.tokens[verb].paragraph
        return main.subject if same and self.fits("it", main.subject) else None

    def fits(self, word: str, subject: int) -> bool:
        """Whether a subject that is no pronoun can be what "he", "it" or "they" carries on."""
        token = self._parse.tokens[subject]
        if token.pos not in {"NOUN", "PROPN"} or subject in self._cast.by_token:
            return False
        many = token.tag in {"NNS", "NNPS"} or len(conjuncts(self._parse, subject)) > 1
        if word in {"they", "two"}:
            return many and (token.pos == "PROPN" or self._is_agent(subject))
        return not many and (self._is_body(token) if word == "it" else token.lemma in self._persons)

    def _is_body(self, token: Token) -> bool:
        return token.entity in {"ORG", "GPE"} or token.lemma in self._bodies

    def _main_before(self, token: int) -> Clause | None:
        """The main clause of the sentence before, if it has a subject of its own."""
        sentence = self._parse.tokens[token].sentence
        before = self._parse.sentences[sentence - 1] if sentence else None
        if before is None:
            return None
        roots = (i for i in range(before.first, before.last) if self._parse.tokens[i].dep == "ROOT")
        main = next((clause for i in roots if (clause := self._cast.clauses.get(i)) is not None), None)
        return None if main is None or main.subject is None or main.inherited else main
