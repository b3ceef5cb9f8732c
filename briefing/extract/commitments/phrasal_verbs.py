"""Phrasal verbs: a verb looked up with its particle, and the noun after a preposition taken for one."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.extract.grammar.clauses import Clause
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse


class PhrasalVerbs:
    """Looks up the verbs of one article's clauses, with their particles."""

    def __init__(self, parse: Parse, language: str = "en") -> None:
        self._parse = parse
        self._verbs: Mapping[str, list[str]] = load(language, "commitments")["verbs"]

    def entry(self, clause: Clause) -> list[str] | None:
        """The kind of the clause's verb and the shapes it may have; `None` if it is not in the data."""
        return self._verbs.get(self._key(clause))

    def noun_after(self, clause: Clause, name: str) -> int | None:
        """The noun after a preposition, also after one that the parser took for a particle ("called on donors")."""
        tokens = self._parse.tokens
        nouns = [noun for led, noun in clause.preps if led == name]
        if nouns:  # "On your part, I call on the media": the one that follows
            return next((noun for noun in nouns if noun > clause.verb), nouns[0])
        taken = [i for i in self._parse.children[clause.verb] if tokens[i].dep == "prt" and tokens[i].lemma == name]
        return next((i for each in taken for i in self._parse.children[each] if tokens[i].dep == "pobj"), None)

    def _key(self, clause: Clause) -> str:
        """The verb with its particle, also one that the parser took for an adverb ("set aside")."""
        particle = clause.particle
        if particle and not (self.noun_after(clause, particle) is not None and clause.lemma in self._verbs):
            return f"{clause.lemma} {particle}"
        with_next = " ".join(
            (clause.lemma, *(each.text.lower() for each in self._parse.tokens[clause.verb + 1 : clause.verb + 2]))
        )
        return with_next if with_next in self._verbs else clause.lemma
