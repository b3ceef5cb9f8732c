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
        if not self._of_teller(clause, spoken=spoken):
            return None
        if not any(self._read.names(i, self._things) and not self._read.denied(i) for i in clause.objects):
            return None
        whom = clause.prep("from")
        asks = whom if whom is not None and self._read.is_agent(whom) else None
        return Undertaking(clause, Kind.REQUESTED, f"commitment.verb.{clause.lemma}", 0.65, clause.verb, asks=asks)

    def _of_teller(self, clause: Clause, *, spoken: bool) -> bool:
        """Whether who needs it says so: "we" in a quotation, or the "it" of who is reported."""
        if spoken and self._read.first_person(clause):
            return clause.tense is Tense.PRESENT or clause.lemma == "like"
        report, own = self._read.reporter(clause), self._read.own_subject(clause)
        if report is None or report.doer is None or own is None or not self._read.is_agent(report.doer):
            return False
        return self._parse.tokens[own].text.lower() in _THEMSELVES and report.doer < own
