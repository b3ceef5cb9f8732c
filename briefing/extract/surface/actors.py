"""The actors of one article, where its clauses end, who holds which office, and who does what a verb says."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from briefing.extract.lexis.lexicon import load
from briefing.extract.surface.acting import Acting
from briefing.extract.surface.actor import Actor
from briefing.extract.surface.clauses import ClauseBounds
from briefing.extract.surface.holders import Holders
from briefing.extract.surface.subjects import Subjects


class Actors:
    """The actors of one article and the subjects of its verbs."""

    def __init__(self, acting: Acting, inside: Mapping[int, int]) -> None:
        """`inside`: the number of the quotation that a token stands in; tokens outside are not in it."""
        self._acting = acting
        self.cast = acting.cast
        self.parse = acting.cast.parse
        self.inside = inside
        self._tokens = self.parse.tokens
        self._subjects = Subjects(acting, inside)

    @cached_property
    def starts(self) -> list[int]:
        """Where each token begins in the text."""
        return [token.start for token in self._tokens]

    @cached_property
    def bounds(self) -> ClauseBounds:
        """Where the clauses of the article begin and end."""
        grammar = self.cast.words.grammar
        conditions = frozenset(load(grammar.language, "commitments")["conditions"]["words"].split())
        return ClauseBounds(self.parse, grammar, self.inside, conditions)

    @cached_property
    def holders(self) -> Holders:
        """Who holds which office."""
        return Holders(self.cast)

    def of_sentence(self, sentence: int) -> list[Actor]:
        """The actors of a sentence, in order."""
        return self._acting.of_sentence(sentence)

    def at(self, i: int) -> Actor | None:
        """The actor that covers a token."""
        return self._acting.at(i)

    def gender_of(self, actor: Actor) -> str | None:
        """`m`, `f`, `p` of a person, title or pronoun; `None` if not known."""
        return self._acting.gender_of(actor)

    def subjects(self, verb: int, clause: tuple[int, int], gender: str | None = None) -> list[Actor]:
        """Who does what the verb at `verb` says, in its clause; several where they are joined; empty if not settled."""
        return self._subjects.of(verb, clause, gender)
