"""What is told as usual, of anybody or to anybody: services described, rules in force, advice to a reader."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.extract.commitments.readings import Readings, Undertaking
from briefing.extract.grammar.clauses import Clause, Clauses, Form, Tense
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse, Token
from briefing.model.facts import Kind

_READER = frozenset(("you", "your", "yours"))
_SOMEBODY = frozenset(("i", "we"))
_MEANT = frozenset(("NOUN", "PROPN", "VERB", "AUX", "NUM", "ADJ"))
_GROUP = frozenset(("nsubj", "nsubjpass", "aux", "auxpass"))


class Generalities:
    """The vetoes on what one article describes as usual."""

    def __init__(self, parse: Parse, clauses: Clauses, read: Readings, language: str = "en") -> None:
        self._parse = parse
        self._clauses = clauses
        self._read = read
        data = load(language, "vetoes")["usual"]
        self._most, self._serving = frozenset(data["most"]), frozenset(data["serving"])
        self._every = frozenset(data["every"])

    def bars(self, made: Undertaking, *, told: bool, spoken: bool) -> bool:
        """Whether it only says what is usual; `told`: somebody says it; `spoken`: it stands in a quotation."""
        if made.noun is not None:
            return False
        clause = made.clause
        over = clause.tense in {Tense.PAST, Tense.PERFECT, Tense.PAST_PERFECT}
        if self._what_it_is(clause) or self._lacks_object(made) or (not told and not over and self._to_reader(made)):
            return True
        most = made.kind is not Kind.REQUESTED and self._of_most(clause)
        if most and clause.tense is Tense.PRESENT and clause.modal is None:
            return True
        if not self._is_usual(clause) or made.kind is Kind.SIGNED:
            return False
        return self._every_time(clause) or (not spoken and self._serves(made))

    def _below(self, verb: int) -> Iterable[Token]:
        return (self._parse.tokens[i] for i in self._parse.children[verb])

    def _what_it_is(self, clause: Clause) -> bool:
        """`what it is planning to do`: named, not told."""
        tokens, verb = self._parse.tokens, clause.verb
        if tokens[verb].dep == "ROOT":
            return False
        group = (each.i for each in self._below(verb) if each.dep in _GROUP)
        first = min((i for each in group for i in self._parse.subtree(each)), default=verb)
        return first > 0 and tokens[first - 1].text.lower() == "what"

    def _lacks_object(self, made: Undertaking) -> bool:
        """`the ban that activists have called for`: what is asked for stands outside the clause's words."""
        tokens, verb = self._parse.tokens, made.clause.verb
        if made.kind is not Kind.REQUESTED or tokens[verb].dep != "relcl" or made.clause.inherited:
            return False
        after = (tokens[i] for i in self._parse.subtree(verb) if i > verb)
        return not any(each.pos in _MEANT and each.entity not in {"DATE", "TIME"} for each in after)

    def _to_reader(self, made: Undertaking) -> bool:
        """`Your designer will send a plan`, `the site asks you to sign in`: written for whoever reads it."""
        own = made.clause.subject
        if own is not None and self._parse.tokens[own].text.lower() in _SOMEBODY:
            return False
        nouns = [i for i in (own, made.asks, *made.clause.objects, made.clause.indirect) if i is not None]
        words = {self._parse.tokens[i].text for noun in nouns for i in (noun, *self._parse.children[noun])}
        return bool({word.lower() for word in words - {"You"}} & _READER)

    def _is_usual(self, clause: Clause) -> bool:
        """Whether the verb is in the plain present."""
        plain = clause.tense is Tense.PRESENT and not clause.progressive and clause.modal is None
        return plain and clause.form is Form.FINITE

    def _of_most(self, clause: Clause) -> bool:
        """`Most companies offer`, `many states require`, `some of us are planning`."""
        subject = clause.doer if clause.doer is not None else clause.subject
        if subject is None:
            return False
        token = self._parse.tokens[subject]
        words = {each.text.lower() for each in self._below(subject) if each.i < subject} or {token.text.lower()}
        return bool(words & self._most)

    def _every_time(self, clause: Clause) -> bool:
        """`Every year the network asks`."""
        spans = (i for i in self._parse.children[clause.verb] if self._parse.tokens[i].dep == "npadvmod")
        words = {self._parse.tokens[each].text.lower() for i in spans for each in self._parse.children[i]}
        return bool(words & self._every)

    def _serves(self, made: Undertaking) -> bool:
        """`The firm offers training`, `the tool requires some skill`: what a business does, not what it has offered."""
        clause = made.clause
        return clause.lemma in self._serving and made.focus is None and not clause.passive
