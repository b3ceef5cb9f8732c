"""Where pages lie on the desk: one below the other, in the middle, with a gap between."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from briefing_gui.presenters.zoom import Fit

MARGIN = 16
GAP = 16

Size: TypeAlias = tuple[float, float]
Frame: TypeAlias = tuple[int, int, int, int]
"""Left, top, width and height on the desk."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A point relative to a page, in points from its top left corner; it may lie beside the page."""

    page: int
    x: float
    y: float


class Desk:
    """Pages of these sizes (in points) at `scale` units to the point, on a desk at least `width` units wide."""

    def __init__(self, pages: Sequence[Size], scale: float, width: int) -> None:
        self.scale = scale
        self.sizes = tuple((round(wide * scale), round(high * scale)) for wide, high in pages)
        self.width = max(width, max((wide for wide, _ in self.sizes), default=0) + 2 * MARGIN)
        self._tops: list[int] = []
        top = MARGIN
        for _, high in self.sizes:
            self._tops.append(top)
            top += high + GAP
        self.height = top - GAP + MARGIN if self.sizes else 0

    def frame(self, page: int) -> Frame:
        """Where a page lies."""
        wide, high = self.sizes[page]
        return (self.width - wide) // 2, self._tops[page], wide, high

    def between(self, top: float, bottom: float) -> range:
        """The pages of which something lies between two heights."""
        first = max(bisect_right(self._tops, top) - 1, 0)
        last = bisect_left(self._tops, bottom)
        if first < last and self._tops[first] + self.sizes[first][1] <= top:
            first += 1
        return range(first, last)

    def current(self, top: float, bottom: float) -> int:
        """The page of which most is seen between two heights, the first of equals; 0 where there is none."""
        seen = self.between(top, bottom)
        return max(seen, key=lambda page: self._share(page, top, bottom), default=self.nearest(top))

    def _share(self, page: int, top: float, bottom: float) -> float:
        start, high = self._tops[page], self.sizes[page][1]
        return (min(bottom, start + high) - max(top, start)) / max(high, 1)

    def nearest(self, y: float) -> int:
        """The page at a height, or the one above it."""
        return max(bisect_right(self._tops, y) - 1, 0)

    def spot(self, x: float, y: float) -> Spot:
        """What lies at a place of the desk, relative to the nearest page."""
        page = self.nearest(y)
        left, top, _, _ = self.frame(page)
        return Spot(page, (x - left) / self.scale, (y - top) / self.scale)

    def on_page(self, x: float, y: float) -> Spot | None:
        """What lies at a place of the desk; `None` beside the pages."""
        if not self.sizes:
            return None
        spot = self.spot(x, y)
        wide, high = self.sizes[spot.page]
        inside = 0 <= spot.x * self.scale < wide and 0 <= spot.y * self.scale < high
        return spot if inside else None

    def place(self, spot: Spot) -> tuple[float, float]:
        """Where on the desk a point of a page lies."""
        left, top, _, _ = self.frame(spot.page)
        return left + spot.x * self.scale, top + spot.y * self.scale


def fitting(pages: Sequence[Size], view: tuple[int, int], fit: Fit) -> float:
    """The scale at which pages fit into a view (width, height); 1.0 where there are none."""
    if not pages:
        return 1.0
    across = (view[0] - 2 * MARGIN) / max(wide for wide, _ in pages)
    if fit is Fit.WIDTH:
        return across
    return min(across, (view[1] - 2 * MARGIN) / max(high for _, high in pages))
