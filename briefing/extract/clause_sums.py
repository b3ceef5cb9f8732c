"""Sums of money that a clause itself gives, pledges or asks for, not one of the clauses below it."""

from __future__ import annotations

from briefing.extract.amounts import AmountFinder
from briefing.extract.clauses import Clause, Clauses
from briefing.extract.parse import Parse
from briefing.extract.phrasal_verbs import PhrasalVerbs
from briefing.extract.readings import FUTURE, Undertaking
from briefing.model.facts import Kind

_NEWS = frozenset((Kind.DELIVERED, Kind.PLEDGED, Kind.PLANNED, Kind.ANNOUNCED))


class ClauseSums:
    """Tells the clauses of one article that are about a sum."""

    def __init__(self, parse: Parse, clauses: Clauses, amounts: AmountFinder, phrasal: PhrasalVerbs) -> None:
        self._parse = parse
        self._clauses = clauses
        self._amounts = amounts
        self._phrasal = phrasal

    def has(self, clause: Clause, made: Undertaking) -> bool:
        """Whether a sum stands in the clause itself, not in another below it; announced must be the sum, not news."""
        if made.kind is Kind.ANNOUNCED and not clause.objects and not clause.passive:
            told = self._clauses.get(clause.complement)
            given = (self._phrasal.entry(told) or [""])[0] if told is not None else ""
            return told is not None and (told.modal in FUTURE | {"would"} or given in _NEWS)
        start, end = self._clauses.span_of(clause)
        return any(self._is_own(clause, each.start) for each in self._amounts.money(start, end))

    def _is_own(self, clause: Clause, place: int) -> bool:
        token = next((each.i for each in self._parse.tokens if each.end > place), None)
        around = None if token is None else self._clauses.around(token)
        while around is not None and around.verb != clause.verb:
            if self._parse.tokens[around.verb].dep in {"relcl", "advcl", "ccomp", "parataxis", "pcomp"}:
                return False
            around = self._clauses.around(self._parse.tokens[around.verb].head)
        return True
