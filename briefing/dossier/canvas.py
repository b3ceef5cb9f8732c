"""The text of an article as far as a record has it: its sentences and words at their places, space between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from briefing.dossier.shapes import OddShape
from briefing.model.span import Span, Written

# Characters of all articles together.
_LARGEST = 32_000_000
# Making a pattern of more takes longer than it is worth.
_LONGEST_SOUGHT = 5_000

Interval = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Canvas:
    """What there is of one text; `painted`: the stretches of it that hold words, in order and apart."""

    text: str
    painted: tuple[Interval, ...]

    def holds(self, span: Span) -> bool:
        """Whether every character at a place is known."""
        place = bisect_right(self.painted, (span.start, len(self.text) + 1)) - 1
        return place >= 0 and span.end <= self.painted[place][1] and self.painted[place][0] <= span.start

    def written(self, span: Span) -> Written | None:
        """The words at a place, `None` where they are not known."""
        return Written(text=span.cut(self.text), span=span) if self.holds(span) else None

    def find(self, words: str, within: Iterable[Span]) -> Written | None:
        """The first place in one of these stretches that says just this, white space aside."""
        if not 0 < len(words.strip()) <= _LONGEST_SOUGHT:
            return None
        pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)")
        for span in within:
            hit = pattern.search(self.text, span.start, span.end)
            if hit is not None:
                return self.written(Span(article=span.article, start=hit.start(), end=hit.end()))
        return None


@dataclass(frozen=True, slots=True)
class Painting:
    """Canvases in the making, by article; words that contradict each other raise `OddShape`."""

    articles: Collection[str]
    _words: dict[str, dict[int, str]] = field(default_factory=dict)
    _guesses: list[tuple[Span, str]] = field(default_factory=list)

    def paint(self, span: Span, words: str) -> None:
        """Puts words at their place, which is as long as they are."""
        if span.article not in self.articles or len(words) != span.end - span.start:
            raise OddShape("words that do not fit their place")
        there = self._words.setdefault(span.article, {})
        before = there.get(span.start, "")
        if not before.startswith(words) and not words.startswith(before):
            raise OddShape("two wordings of one place")
        there[span.start] = max(before, words, key=len)

    def guess(self, span: Span, words: str) -> None:
        """Words whose white space may differ from the text's: they are painted only where nothing else is."""
        if span.article not in self.articles:
            raise OddShape("an article that is not there")
        self._guesses.append((span, words))

    def finished(self) -> dict[str, Canvas]:
        """Every article's canvas."""
        known = self._canvases()
        missing = [(span, words) for span, words in self._guesses if not known[span.article].holds(span)]
        for span, words in missing:
            self.paint(span, words)
        return self._canvases() if missing else known

    def _canvases(self) -> dict[str, Canvas]:
        room = _LARGEST
        found: dict[str, Canvas] = {}
        for article in self.articles:
            strokes = tuple(_merged(self._words.get(article, {})))
            room -= strokes[-1][0] + len(strokes[-1][1]) if strokes else 0
            if room < 0:
                raise OddShape("too much text")
            found[article] = _canvas(strokes)
        return found


def _canvas(strokes: Iterable[tuple[int, str]]) -> Canvas:
    pieces: list[str] = []
    painted: list[Interval] = []
    end = 0
    for start, words in strokes:
        pieces += (_gap(start - end), words)
        end = start + len(words)
        painted.append((start, end))
    return Canvas(text="".join(pieces), painted=tuple(painted))


def _gap(length: int) -> str:
    """Space where nothing is known; it ends a line, unless it is what stands between two sentences."""
    return " " * length if length < 2 else " " * (length - 1) + "\n"


def _merged(words: dict[int, str]) -> Iterator[tuple[int, str]]:
    """Strokes that touch or overlap as one."""
    first, pieces, end = 0, list[str](), 0
    last = ""
    for start in sorted(words):
        new = words[start]
        if not pieces or start > end:
            if pieces:
                yield first, "".join(pieces)
            first, pieces, end, last = start, [new], start + len(new), new
            continue
        # Only the last stroke can reach beyond this start: each before it ended no later than it does.
        shared = end - start
        known = last[len(last) - shared :] if shared else ""
        if known[: len(new)] != new[:shared]:
            raise OddShape("two wordings of one place")
        if start + len(new) > end:
            pieces.append(new[shared:])
            end, last = start + len(new), new
    if pieces:
        yield first, "".join(pieces)
