"""Where words stand on the pages: what the canvas remembers of each line, for those who point at paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:  # it brings reportlab along
    from briefing.render.pdf.bidi import Segment

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the page's lower left corner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of the outline: `level` and `page` from 0, `top` in points up from the page's lower edge.

    `anchor`: that of the manuscript's heading.
    """

    title: str
    level: int
    page: int
    top: float
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Laid:
    """A line on paper: its segments in reading order, from `x` and on the baseline `y`; `ink` is where its words end.

    The space after the last word has a width and no ink.
    """

    segments: list[Segment]
    x: float
    y: float
    ink: tuple[float, float]

    def boxes(self) -> list[tuple[int, Box]]:
        """Where the words of each run stand, stretch by stretch: the run's place in its paragraph, and the box."""
        found = []
        for segment in self.segments:
            look = segment.piece.look
            left, low = self.x + segment.x, self.y + look.rise - look.size * 0.25
            found.append((segment.piece.run, (left, low, left + segment.width, low + look.size * 1.2)))
        return found


@dataclass(frozen=True, slots=True)
class Standing:
    """A paragraph's line and where it stands; `page` from 0, `top` and `bottom` are the edges of the line's own room.

    `paragraph`: its place in reading order; `None` for what is repeated or no words of the manuscript. `facts`: that
    of each run. The rooms of neighbouring lines touch and do not overlap.
    """

    page: int
    paragraph: int | None
    top: float
    bottom: float
    facts: tuple[str | None, ...]
    laid: Laid

    def passages(self) -> Iterator[tuple[str, Box]]:
        """Each fact with where its words stand, from left to right; twice where other words come in between."""
        painted = sorted(self.laid.segments, key=lambda segment: segment.x)
        for fact, group in groupby(painted, key=lambda segment: self.facts[segment.piece.run]):
            if fact is None:
                continue
            stretch = list(group)
            box = self.box(stretch[0].x, stretch[-1].x + stretch[-1].width)
            if box is not None:
                yield fact, box

    def stretch(self, segment: Segment, first: int, last: int) -> tuple[float, float]:
        """From where to where the letters `first` to `last` of a segment stand, from the line's left end."""
        face, size = segment.piece.face, segment.piece.look.size
        near, far = face.advance(segment.text[:first]) * size, face.advance(segment.text[:last]) * size
        if segment.backwards:
            return segment.x + segment.width - far, segment.x + segment.width - near
        return segment.x + near, segment.x + far

    def box(self, left: float, right: float) -> Box | None:
        """The room between two places of the line as far as there is ink; `None` where there is none."""
        start, end = self.laid.ink
        x0, x1 = max(self.laid.x + left, start), min(self.laid.x + right, end)
        return (x0, self.bottom, x1, self.top) if x1 > x0 else None
