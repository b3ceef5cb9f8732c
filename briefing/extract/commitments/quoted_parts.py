"""Where an article's quotations stand: which of them a token is in, and which reach into a stretch of the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Quote


class QuotedParts:
    """The parts of one article's quotations, in order."""

    def __init__(self, parse: Parse, quotes: Sequence[Quote]) -> None:
        self._parse = parse
        self._parts = sorted((part.start, part.end, quote) for quote in quotes for part in quote.parts)
        self._opened = [start for start, _, _ in self._parts]
        self._reached = list(accumulate((end for _, end, _ in self._parts), max))
        starts = [token.start for token in parse.tokens]
        self._quote_of = {
            i: quote
            for start, end, quote in reversed(self._parts)
            for i in range(bisect_left(starts, start), bisect_left(starts, end))
        }

    def at(self, token: int) -> Quote | None:
        """The quotation in which a token stands."""
        return self._quote_of.get(token)

    def covers(self, token: int) -> bool:
        """Whether the part that opened last before a token holds it."""
        place = self._parse.tokens[token].start
        before = bisect_right(self._opened, place)
        return before > 0 and place < self._parts[before - 1][1]

    def near(self, start: int, end: int) -> Sequence[tuple[int, int, Quote]]:
        """The parts that may reach between two places, each with where it begins and ends."""
        return self._parts[bisect_right(self._reached, start) : bisect_right(self._opened, end)]
