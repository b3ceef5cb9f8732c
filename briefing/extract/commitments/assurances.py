"""What somebody says is so, and thereby vouches for: "supplies are guaranteed"."""

from __future__ import annotations

from briefing.extract.commitments.readings import Readings, Undertaking
from briefing.extract.grammar.clauses import Clause, Form, Tense
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind

_NOW = frozenset((Tense.PRESENT, Tense.FUTURE))


class Assurances:
    """Reads one article's clauses for what its people vouch for."""

    def __init__(self, parse: Parse, read: Readings, language: str = "en") -> None:
        self._parse = parse
        self._read = read
        words = load(language, "commitments")["steadfast"]
        self._vouched, self._outcomes = frozenset(words["vouched"]), frozenset(words["outcomes"])

    def find(self, clause: Clause, *, spoken: bool) -> Undertaking | None:
        """`Sugar is guaranteed, the minister said`; `spoken`: it stands in a quotation whose speaker is known."""
        tokens, subject = self._parse.tokens, clause.subject
        said = clause.passive and clause.agent is None and clause.lemma in self._vouched
        adjective = clause.lemma == "be" and any(tokens[i].text[:-1].lower() in self._vouched for i in clause.adverbs)
        if not (said or adjective) or clause.form is not Form.FINITE or clause.tense not in _NOW or clause.negated:
            return None
        if subject is None or clause.inherited or tokens[subject].pos == "PRON" or self._read.is_human(subject):
            return None
        told = spoken or self._read.reporter(clause) is not None
        if not told or self._read.names(subject, self._outcomes):
            return None
        return Undertaking(clause, Kind.PLEDGED, "commitment.state.guaranteed", 0.7, clause.verb, by_reporter=True)
