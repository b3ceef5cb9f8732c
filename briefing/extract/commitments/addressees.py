"""Addressees: who is asked, told or urged to do something, and whether they can be."""

from __future__ import annotations

from dataclasses import replace

from briefing.extract.commitments.readings import Readings, Undertaking
from briefing.extract.grammar.clauses import Clause, Clauses, Form, Tense
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse


class Addressees:
    """Finds who is asked in the clauses of one article."""

    def __init__(self, parse: Parse, clauses: Clauses, read: Readings, language: str = "en") -> None:
        self._parse = parse
        self._clauses = clauses
        self._read = read
        data = load(language, "commitments")
        self._to_somebody = frozenset(data["agents"]["only_somebody_is"])
        self._to_all = frozenset(data["agents"]["asked_in_general"])
        self._supposed = frozenset(data["agents"]["only_told"])
        self._said = frozenset(data["agents"]["said_to"])
        self._wishes = frozenset(data["wishes"]["verbs"])

    def asked_to(self, clause: Clause, made: Undertaking, to: list[int]) -> Undertaking | None:
        """`urged operators to act`: the request with who is asked; `to` holds the infinitives of the clause."""
        to = [verb for verb in to if verb > clause.verb and not self._tells(verb)]
        if not to:
            return None
        inner = self._clauses.get(to[0])
        said = clause.lemma in self._said and any(
            self._parse.tokens[i].tag in {"``", "''"} for i in range(clause.verb, to[0])
        )
        if said:
            return None  # `tells reporters that "to win is hard"`
        whom = clause.subject if clause.passive else next(iter(clause.objects), None) or clause.indirect
        if whom is None and inner is not None:
            whom = self._read.own_subject(inner)
        if whom is None or not self.can_be_asked(clause, whom):
            return None
        if clause.passive and clause.agent is None:
            return self._asked_of(clause, made, whom, to[0])
        own = self._read.first_person(clause)  # "I want you to wait"
        tale = clause.tense is not Tense.PRESENT or (clause.lemma not in self._to_somebody and not own)
        if clause.doer is not None and tale and self._nobody(clause.doer) and self._nobody(whom):
            return None
        undergoes = inner is not None and inner.passive and clause.lemma not in self._to_somebody
        return replace(made, asks=None if undergoes else whom, focus=to[0])  # "wants officials to be banned"

    def _tells(self, verb: int) -> bool:
        """`informed him that the inquiry to consider it would resume`: the parser makes the infinitive the message."""
        below = (self._parse.tokens[i] for i in self._parse.children[verb])
        return any(each.dep == "mark" and each.lemma == "that" for each in below)

    def can_be_asked(self, clause: Clause, whom: int) -> bool:
        """Whether it can act; only somebody can be urged or begged, but a river too can be wanted to be clean."""
        token = self._parse.tokens[whom]
        if clause.lemma in self._to_somebody and token.pos in {"NOUN", "PROPN"}:
            return True
        if clause.lemma in self._wishes and token.pos == "NOUN" and not self._read.is_agent(whom):
            return False  # "wants weapons to win"
        return (
            self._read.is_agent(whom)
            or token.pos == "PRON"
            or token.text.lower() == "all"
            or token.tag in {"NNS", "NNPS", "NNP"}
        )

    def _asked_of(self, clause: Clause, made: Undertaking, whom: int, focus: int) -> Undertaking | None:
        """`Customers are urged to save`, `agencies have been told to clear the drains, she said`: by who tells it."""
        if clause.lemma not in self._to_all or self._nobody(whom) or clause.form is not Form.FINITE:
            return None
        if clause.modal is not None or clause.negated:
            return None
        told = self._read.reporter(clause) is not None
        if clause.tense is Tense.PAST_PERFECT and not told:
            return None
        if clause.tense is Tense.PAST or (self._parse.tokens[whom].entity == "PERSON" and not told):
            return None
        thing = self._parse.tokens[whom].tag == "NN" and not self._read.is_agent(whom)
        if thing or (clause.lemma in self._supposed and not told):
            return None
        return replace(made, asks=whom, focus=focus, by_reporter=True, confidence=0.7)

    def _nobody(self, noun: int) -> bool:
        """A bare pronoun: what "they told me" to do is a tale, not a demand."""
        return self._parse.tokens[noun].pos == "PRON"
