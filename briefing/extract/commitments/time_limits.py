"""Time limits set for others: "gave the government 14 days to respond".

Who is given until a day may as well have been granted more time, so that asks nothing.
"""

from __future__ import annotations

from briefing.extract.commitments.readings import Readings, Undertaking
from briefing.extract.grammar.clauses import Clause, Clauses, Form
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind

_TIMES = frozenset(("DATE", "TIME"))
_ULTIMATUMS = frozenset(("ultimatum", "deadline", "notice"))


class TimeLimits:
    """Reads one article's clauses for time limits."""

    def __init__(self, parse: Parse, clauses: Clauses, read: Readings) -> None:
        self._parse = parse
        self._clauses = clauses
        self._read = read

    def find(self, clause: Clause) -> Undertaking | None:
        """The demand that a clause makes by setting a time for it."""
        if clause.lemma != "give" or clause.form is not Form.FINITE or clause.negated or clause.modal is not None:
            return None
        if clause.doer is None or not self._read.is_agent(clause.doer):
            return None
        whom = clause.subject if clause.passive else clause.indirect
        timed = any(self._is_time(i) for i in clause.objects if i != whom)
        hung = [i for noun in clause.objects for i in self._parse.children[noun] if self._read.has_to(i)]
        deed = next((i for i in (*self._read.infinitives(clause), *hung) if i > clause.verb), None)
        if whom is None or deed is None or not timed or not self._read.is_agent(whom):
            return None
        return Undertaking(clause, Kind.REQUESTED, "commitment.verb.order", 0.7, clause.verb, focus=deed, asks=whom)

    def _is_time(self, noun: int) -> bool:
        token = self._parse.tokens[noun]
        return token.entity in _TIMES or token.lemma in _ULTIMATUMS
