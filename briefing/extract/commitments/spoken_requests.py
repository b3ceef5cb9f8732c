"""What is asked or refused without a verb of it: duties without a subject, needs, imperatives, time limits."""

from __future__ import annotations

from briefing.extract.commitments.imperatives import Imperatives
from briefing.extract.commitments.impersonal_duties import ImpersonalDuties
from briefing.extract.commitments.readings import Readings, Undertaking
from briefing.extract.commitments.refusals import Refusals
from briefing.extract.commitments.stated_needs import StatedNeeds
from briefing.extract.commitments.time_limits import TimeLimits
from briefing.extract.grammar.clauses import Clause, Clauses
from briefing.extract.parsing.parse import Parse


class SpokenRequests:
    """Reads one article's clauses for what a speaker asks of others or refuses them."""

    def __init__(self, parse: Parse, clauses: Clauses, read: Readings, language: str = "en") -> None:
        self._duties = ImpersonalDuties(parse, clauses, read, language)
        self._needs = StatedNeeds(parse, clauses, read, language)
        self.refusals = Refusals(parse, clauses, read, language)
        self._limits = TimeLimits(parse, clauses, read)
        self._imperatives = Imperatives(parse, clauses, read, language)

    def find(self, clause: Clause, *, spoken: bool) -> Undertaking | None:
        """The request or refusal that a clause makes; `spoken`: it stands in a quotation whose speaker is known."""
        return (
            self._duties.find(clause, spoken=spoken)
            or self._needs.find(clause, spoken=spoken)
            or self._imperatives.find(clause, spoken=spoken)
            or self.refusals.find(clause, spoken=spoken)
            or self._limits.find(clause)
        )
