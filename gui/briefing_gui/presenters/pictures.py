"""The pictures of the pages: which to ask for next, which to keep, and which may stand in for another."""

from __future__ import annotations

import math
from collections import Counter, OrderedDict
from collections.abc import Sequence
from enum import IntEnum
from typing import TypeAlias

from briefing_gui.messages import Pictured

Wish: TypeAlias = tuple[int, float]
"""A page and how many pixels to the point."""


class Viewer(IntEnum):
    """Who shows pictures, the most urgent first."""

    PAGES = 0
    THUMBNAILS = 1


# What may be on its way at a time: enough to keep the press busy, little enough that the latest wish comes soon.
_AT_ONCE = 2
_TRIES = 2
# A picture this many times larger or smaller than what is wanted still stands in well for it.
_CLOSE = 2.0


class Pictures:
    """Keeps the pictures of the proof at hand, and those of the one before until they are replaced.

    `budget`: the bytes to keep; what is wanted now is kept in any case.
    """

    def __init__(self, budget: int = 192 << 20) -> None:
        self._budget = budget
        self._number = -1
        self._kept: OrderedDict[tuple[int, int, float], Pictured] = OrderedDict()
        self._bytes = 0
        self._wishes: dict[Viewer, tuple[Wish, ...]] = {}
        self._asked: set[Wish] = set()
        self._failed: Counter[Wish] = Counter()

    @property
    def waiting(self) -> bool:
        """Whether a picture has been asked for that has not come."""
        return bool(self._asked)

    @property
    def kept(self) -> int:
        """The bytes of all pictures that are kept."""
        return self._bytes

    def turn(self, number: int) -> None:
        """Goes on with another proof; what was asked of the one before never comes."""
        self._number = number
        self._asked.clear()
        self._failed.clear()
        self._wishes.clear()

    def want(self, viewer: Viewer, wishes: Sequence[Wish]) -> None:
        """What one of those who show pictures wants now, most urgent first."""
        self._wishes[viewer] = tuple(wishes)
        self._let_go()

    def ask(self) -> Wish | None:
        """What to ask the press for now; `None` where nothing is missing or enough is on its way."""
        if len(self._asked) >= _AT_ONCE:
            return None
        wishes = (wish for viewer in sorted(self._wishes) for wish in self._wishes[viewer])
        missing = next(filter(self._missing, wishes), None)
        if missing is not None:
            self._asked.add(missing)
        return missing

    def _missing(self, wish: Wish) -> bool:
        known = (self._number, *wish) in self._kept or wish in self._asked
        return not known and self._failed[wish] < _TRIES

    def take(self, picture: Pictured) -> bool:
        """Keeps a picture; whether it is one that was asked for."""
        wish = (picture.page, picture.scale)
        if picture.number != self._number or wish not in self._asked:
            return False
        self._asked.discard(wish)
        self._keep(picture)
        self._let_go()
        return True

    def fail(self) -> None:
        """What is on its way never comes: it is tried once more, then left."""
        self._failed.update(self._asked)
        self._asked.clear()

    def restart(self) -> None:
        """Whoever made the pictures has started anew: what was on its way is to be asked for again."""
        self._asked.clear()

    def clear(self) -> None:
        """Forgets everything."""
        self.turn(-1)
        self._kept.clear()
        self._bytes = 0

    def best(self, page: int, scale: float) -> Pictured | None:
        """The picture of a page at a scale, or the one that stands in for it best; `None` where there is none."""
        exact = self._kept.get((self._number, page, scale))
        if exact is not None:
            self._kept.move_to_end((self._number, page, scale))
            return exact
        others = (picture for picture in self._kept.values() if picture.page == page)
        return min(others, key=lambda picture: _unlikeness(picture, scale), default=None)

    def _keep(self, picture: Pictured) -> None:
        outdated = [
            key
            for key, old in self._kept.items()
            if old.page == picture.page and old.number != picture.number and _close(old, picture.scale)
        ]
        for key in outdated:
            self._drop(key)
        self._kept[(picture.number, picture.page, picture.scale)] = picture
        self._bytes += len(picture.data)

    def _let_go(self) -> None:
        """Keeps within the budget: what nobody wants goes first, and of that what is outdated or oldest."""
        if self._bytes <= self._budget:
            return
        wanted = {wish for wishes in self._wishes.values() for wish in wishes}
        needed = {id(self.best(*wish)) for wish in wanted}
        idle = [key for key, picture in self._kept.items() if id(picture) not in needed]
        idle.sort(key=lambda key: key[0] == self._number)
        for key in idle:
            if self._bytes <= self._budget:
                return
            self._drop(key)

    def _drop(self, key: tuple[int, int, float]) -> None:
        self._bytes -= len(self._kept.pop(key).data)


def _close(picture: Pictured, scale: float) -> bool:
    return 1 / _CLOSE <= picture.scale / scale <= _CLOSE


def _unlikeness(picture: Pictured, scale: float) -> tuple[bool, int, float]:
    return not _close(picture, scale), -picture.number, abs(math.log(picture.scale / scale))
