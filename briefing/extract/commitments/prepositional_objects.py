"""Prepositional objects: whom somebody calls on, what somebody asks for or is committed to."""

from __future__ import annotations

from dataclasses import replace

from briefing.extract.commitments.addressees import Addressees
from briefing.extract.commitments.direct_objects import DirectObjects
from briefing.extract.commitments.phrasal_verbs import PhrasalVerbs
from briefing.extract.commitments.readings import Readings, Undertaking
from briefing.extract.grammar.clauses import Clause, Clauses
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind


class PrepositionalObjects:
    """Reads the prepositions that hang on one article's verbs."""

    def __init__(self, parse: Parse, clauses: Clauses, read: Readings, language: str = "en") -> None:
        self._parse = parse
        self._clauses = clauses
        self._read = read
        self._phrasal = PhrasalVerbs(parse, language)
        self._objects = DirectObjects(parse, read, language)
        self._addressees = Addressees(parse, clauses, read, language)

    def find(self, clause: Clause, made: Undertaking, preposition: str, to: list[int]) -> Undertaking | None:
        """`called on donors to pay`, `asked for help`; `to` holds the infinitives of the clause."""
        noun = self._phrasal.noun_after(clause, preposition)
        if noun is None and preposition == "for" and made.kind is Kind.REQUESTED:
            return self._for_somebody_to(clause, made)
        if noun is None or self._objects.unheld(clause, noun, made.kind) or self._is_price(noun):
            return None
        if made.kind is Kind.REQUESTED and preposition in {"on", "upon", "with", "to"}:
            to = to or self._hung_deeper(clause, noun)
            dated = self._parse.tokens[noun].entity in {"DATE", "TIME"} or bool(clause.objects)
            return replace(made, asks=noun, focus=to[0], confidence=0.85) if to and not dated else None
        if made.kind is not Kind.REQUESTED:
            return replace(made, confidence=0.75)
        whom = clause.prep("to", "with", "on") if not clause.objects else clause.objects[0]
        dated = whom is not None and self._parse.tokens[whom].entity in {"DATE", "TIME"}
        named = whom is not None and whom != noun and not dated and self._addressees.can_be_asked(clause, whom)
        asks = whom if named else None
        return replace(made, asks=asks, confidence=0.75)

    def _is_price(self, noun: int) -> bool:
        """`asked for 70 rupees per page`: what is charged, not what is asked."""
        return any(self._parse.tokens[i].lemma == "per" for i in self._parse.children[noun])

    def _for_somebody_to(self, clause: Clause, made: Undertaking) -> Undertaking | None:
        """`called for parents to send their children`: who is asked is the subject of what is asked."""
        tokens = self._parse.tokens
        for verb in self._parse.children[clause.verb]:
            inner = self._clauses.get(verb)
            led = any(tokens[i].dep == "mark" and tokens[i].lemma == "for" for i in self._parse.children[verb])
            if verb < clause.verb or inner is None or not led or not self._read.has_to(verb):
                continue
            whom = self._read.own_subject(inner)
            if whom is not None and not (clause.passive and clause.agent is None):
                able = inner.passive or self._addressees.can_be_asked(clause, whom)
                return replace(made, asks=None if inner.passive else whom, focus=verb) if able else None
        return None

    def leads_to(self, clause: Clause, frame: str) -> bool:
        """`committed to raising the question`, `committed itself to the creation of a fund`."""
        tokens = self._parse.tokens
        for to in self._parse.children[clause.verb]:
            if tokens[to].dep != "prep" or tokens[to].lemma != "to":
                continue
            for below in self._parse.children[to]:
                doing = tokens[below].dep == "pcomp" and tokens[below].tag == "VBG" and frame == "to_deed"
                if doing or self._read.names(below, self._read.nouns[frame.removeprefix("to_")]):
                    return True
        return False

    def _hung_deeper(self, clause: Clause, noun: int) -> list[int]:
        """`call on people who meet the terms to take part`: the infinitive that the parser hung too deep."""
        named = frozenset(self._parse.subtree(noun))
        below = sorted(i for i in self._parse.subtree(clause.verb) if i in named and i > noun)
        return [i for i in below if i in self._clauses.by_verb and self._read.has_to(i)][:1]
