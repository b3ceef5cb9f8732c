"""An article as those who look for its undertakings know it: parsed, its people, its clauses read, its quotations."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extract.commitments.quoted_parts import QuotedParts
from briefing.extract.commitments.undertakings import Undertakings
from briefing.extract.grammar.clauses import Clause, Clauses
from briefing.extract.parsing.parse import Parse
from briefing.extract.reference.cast import Cast


@dataclass(frozen=True, slots=True)
class AnalysedArticle:
    """One article, analysed as far as its undertakings need."""

    parse: Parse
    cast: Cast
    undertakings: Undertakings
    quoted: QuotedParts

    @property
    def clauses(self) -> Clauses:
        """The clauses of the article."""
        return self.cast.clauses

    def spoken(self, verb: int) -> bool:
        """Whether a verb stands in a quotation whose speaker is known."""
        quote = self.quoted.at(verb)
        return quote is not None and quote.speaker is not None

    def told(self, clause: Clause) -> bool:
        """Whether somebody says what a clause says: it is quoted or reported."""
        return self.quoted.at(clause.verb) is not None or self.undertakings.reporter(clause) is not None
