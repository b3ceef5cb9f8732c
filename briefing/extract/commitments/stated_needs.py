"""What somebody says he needs or wants, as a thing: "we need funding", "I want justice"."""

from __future__ import annotations

from briefing.extract.commitments.readings import Readings, Undertaking
from briefing.extract.grammar.clauses import Clause, Clauses, Form, Tense
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind

_NAMED = ("help", "aid", "deed", "barrier", "owed")
_THEMSELVES = frozenset(("it", "they", "he", "she"))


class StatedNeeds:
    """Reads one article's clauses for needs."""

    def __init__(self, parse: Parse, clauses: Clauses, read: Readings, language: str = "en") -> None:
        self._parse = parse
        self._clauses = clauses
        self._read = read
        needs = load(language, "commitments")["needs"]
        self._verbs = frozenset(needs["verbs"])
        self._things = frozenset(needs["things"]).union(*(read.nouns[name] for name in _NAMED))

    def find(self, clause: Clause, *, spoken: bool) -> Undertaking | None:
        """The need that a clause states; `spoken`: it stands in a quotation whose speaker is known."""
        wishes = clause.lemma == "like" and clause.modal == "would"
        if not wishes and (clause.lemma not in self._verbs or clause.modal is not None):
            return None
        if clause.negated or clause.passive or clause.form is not Form.FINITE or clause.progressive:
            return None
        done = self._done(clause)
        if done is not None and self._by_somebody(clause):
            return Undertaking(clause, Kind.REQUESTED, f"commitment.verb.{clause.lemma}", 0.65, clause.verb, focus=done)
        if not self._of_teller(clause, spoken=spoken):
            return None
        if not any(self._read.names(i, self._things) and not self._read.denied(i) for i in clause.objects):
            return None
        whom = clause.prep("from")
        asks = whom if whom is not None and self._read.is_agent(whom) else None
        return Undertaking(clause, Kind.REQUESTED, f"commitment.verb.{clause.lemma}", 0.65, clause.verb, asks=asks)

    def _done(self, clause: Clause) -> int | None:
        """What is to be done by others: `want her detained`, `want to be heard`, `want to see the law changed`."""
        tokens, inner = self._parse.tokens, self._clauses.get(clause.complement)
        if inner is None or clause.lemma == "require":
            return None
        if tokens[inner.verb].tag == "VBN" and tokens[inner.verb].dep == "ccomp":
            own = self._read.own_subject(inner)
            left = own is not None and clause.verb < own < inner.verb
            return inner.verb if left and not self._read.has_to(inner.verb) else None
        if not self._read.has_to(inner.verb) or self._read.own_subject(inner) is not None:
            return None
        if inner.passive:
            return inner.verb if clause.lemma != "need" else None
        if inner.lemma != "see" or clause.lemma == "need":
            return None
        below = self._clauses.get(inner.complement)
        named = any(self._read.names(i, self._things) for i in inner.objects)
        return below.verb if below is not None else inner.verb if named else None

    def _by_somebody(self, clause: Clause) -> bool:
        """Whether somebody wants it now, or is reported to want it."""
        if clause.doer is None or not self._read.is_agent(clause.doer):
            return False
        if self._parse.tokens[clause.doer].text.lower() in {"you", "who"}:
            return False
        return clause.lemma == "like" or clause.tense is Tense.PRESENT or self._read.reporter(clause) is not None

    def _of_teller(self, clause: Clause, *, spoken: bool) -> bool:
        """Whether who needs it says so: "we" in a quotation, or the "it" of who is reported."""
        if spoken and self._read.first_person(clause):
            return clause.tense is Tense.PRESENT or clause.lemma == "like"
        plain = clause.doer is not None and self._parse.tokens[clause.doer].pos in {"NOUN", "PROPN"}
        if plain and clause.lemma == "want" and clause.tense is Tense.PRESENT:
            return clause.doer is not None and self._read.is_agent(clause.doer)
        report, own = self._read.reporter(clause), self._read.own_subject(clause)
        if report is None or report.doer is None or own is None or not self._read.is_agent(report.doer):
            return False
        return self._parse.tokens[own].text.lower() in _THEMSELVES and report.doer < own
