"""Where facts stand on the pages: from a point to its fact, from a fact to its lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from briefing_gui.messages import Place

# How far beside its words one may point at a fact, in points.
_REACH = 2.0


class Places:
    """The places of the facts in one proof."""

    def __init__(self, places: Sequence[Place] = ()) -> None:
        self._on: dict[int, list[Place]] = defaultdict(list)
        self._of: dict[str, list[Place]] = defaultdict(list)
        for place in places:
            if place.fact is not None:
                self._on[place.page].append(place)
                self._of[place.fact].append(place)

    def at(self, page: int, x: float, y: float) -> str | None:
        """The fact at a point of a page, in points from its top left corner: the smallest where several overlap."""
        hit = [place for place in self._on.get(page, ()) if _inside(place, x, y)]
        return min(hit, key=lambda place: (_outside(place, x), _area(place))).fact if hit else None

    def left(self, page: int) -> float:
        """Where the leftmost fact of a page begins, in points; 0 where there is none."""
        return min((place.box[0] for place in self._on.get(page, ())), default=0.0)

    def of(self, fact: str | None) -> tuple[Place, ...]:
        """The boxes of a fact in the order of print; none where it is not printed."""
        return tuple(self._of.get(fact, ())) if fact is not None else ()


def _inside(place: Place, x: float, y: float) -> bool:
    left, top, right, bottom = place.box
    return left - _REACH <= x < right + _REACH and top <= y < bottom


def _outside(place: Place, x: float) -> bool:
    return not place.box[0] <= x < place.box[2]


def _area(place: Place) -> float:
    left, top, right, bottom = place.box
    return (right - left) * (bottom - top)
