"""Refusals without a verb of refusing: "we cannot accept", "is against the sale"."""

from __future__ import annotations

from dataclasses import replace

from briefing.extract.commitments.readings import Readings, Undertaking
from briefing.extract.grammar.clauses import Clause, Clauses, Form, Tense
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind

_RULE = "commitment.verb.refuse"
_MATTERS = ("deed", "document", "programme", "project", "askable", "barrier", "rates")


class Refusals:
    """Reads one article's clauses for what somebody will have no part in."""

    def __init__(self, parse: Parse, clauses: Clauses, read: Readings, language: str = "en") -> None:
        self._parse = parse
        self._clauses = clauses
        self._read = read
        data = load(language, "commitments")
        self._steadfast = frozenset(data["steadfast"]["verbs"])  # "we cannot allow it" holds out, as "we will not"
        self._granting = frozenset(data["refusing"]["granting"])
        self._against = frozenset(data["refusing"]["against"])
        self._leave = frozenset(data["refusing"]["leave"])
        self._matters = frozenset[str]().union(*(read.nouns[name] for name in _MATTERS))

    def find(self, clause: Clause, *, spoken: bool) -> Undertaking | None:
        """The refusal that a clause tells; `spoken`: it stands in a quotation whose speaker is known."""
        if clause.form is not Form.FINITE:
            return None
        told = spoken or self._read.reporter(clause) is not None
        if self.cannot(clause):
            made = self._made(clause, by_reporter=clause.passive) if told else None
            steadfast = made is not None and clause.lemma in self._steadfast and self._read.first_person(clause)
            steadfast = steadfast and not self._asks_leave(clause)
            return replace(made, kind=Kind.PLEDGED) if made is not None and steadfast else made
        if clause.negated or clause.modal is not None or not self._may(clause, told=told):
            return None
        return self._is_against(clause)

    def cannot(self, clause: Clause) -> bool:
        """`cannot accept`: who cannot grant it will not, unlike who cannot see."""
        if clause.modal not in {"can", "could"} or not clause.negated or clause.lemma not in self._granting:
            return False
        return clause.passive or (clause.doer is not None and self._read.is_agent(clause.doer))

    def _asks_leave(self, clause: Clause) -> bool:
        """`cannot allow them to settle`: what others want leave for; not `cannot allow it to happen`."""
        inner = self._clauses.get(clause.complement)
        return inner is not None and inner.lemma in self._leave

    def _may(self, clause: Clause, *, told: bool) -> bool:
        somebody = clause.doer is not None and self._read.is_agent(clause.doer)
        return somebody and (told or clause.tense is Tense.PRESENT)

    def _is_against(self, clause: Clause) -> Undertaking | None:
        """`is against the bill`, `is opposed to selling the port`."""
        tokens = self._parse.tokens
        if clause.lemma not in {"be", "remain", "stand"} and clause.lemma not in self._against:
            return None
        stands = clause.lemma in self._against or any(tokens[i].lemma in self._against for i in clause.adverbs)
        matter = clause.prep("to") if stands else clause.prep("against")
        if matter is None or (clause.lemma in self._against and not clause.passive):
            return None
        doing = tokens[matter].tag == "VBG"
        return self._made(clause, by_reporter=False) if doing or self._read.names(matter, self._matters) else None

    def _made(self, clause: Clause, *, by_reporter: bool) -> Undertaking:
        return Undertaking(clause, Kind.DECLINED, _RULE, 0.6, clause.verb, by_reporter=by_reporter)
