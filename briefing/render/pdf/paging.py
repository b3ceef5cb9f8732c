"""Parts of settings onto pages: what belongs together stays together where a page can hold it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from briefing.render.pdf.settings import Setting

_MOST_REPEATED = 0.4
"""The share of a page that a repeated header may take."""


class Bond(IntEnum):
    """How strongly a part holds to the next: `KEEP` gives way to a part run longer than a page, `TIE` last of all."""

    FREE = 0
    KEEP = 1
    TIE = 2


@dataclass(slots=True)
class Strip:
    """One part of a setting on its way to a page.

    `above`: space before it, dropped at the head of a page. `repeat`: set again above it where it begins a page.
    """

    setting: Setting
    part: int
    height: float
    above: float = 0.0
    bond: Bond = Bond.FREE
    repeat: Setting | None = None
    new_page: bool = False


@dataclass(slots=True)
class Placed:
    """Neighbouring parts on a page; `top` counts down from the frame's upper edge. `again`: set for a second time."""

    setting: Setting
    first: int
    last: int
    top: float
    again: bool = False


@dataclass(slots=True)
class _Filling:
    room: float
    pages: list[list[Placed]] = field(default_factory=lambda: [[]])
    used: float = 0.0

    def break_page(self) -> None:
        if self.pages[-1]:
            self.pages.append([])
        self.used = 0.0

    def fits(self, strips: list[Strip]) -> bool:
        # No page begins with a repeated header before it has been placed, so there is none to reckon with here.
        height = sum(strip.above + strip.height for strip in strips)
        if not self.pages[-1]:
            height -= strips[0].above
        return self.used + height <= self.room + 0.01

    def repeated(self, strip: Strip) -> float:
        """The height of what is set again above the strip on a new page; 0 where that would take too much of it."""
        height = sum(strip.repeat.heights) if strip.repeat is not None else 0.0
        return height if height <= self.room * _MOST_REPEATED else 0.0

    def place(self, strip: Strip) -> None:
        page = self.pages[-1]
        repeated = self.repeated(strip)
        if not page and strip.repeat is not None and repeated:
            page.append(Placed(strip.repeat, 0, len(strip.repeat.heights), 0.0, again=True))
            self.used = repeated
        elif page:
            self.used += strip.above
        last = page[-1] if page else None
        if last is not None and last.setting is strip.setting and last.last == strip.part and not last.again:
            last.last += 1
        else:
            page.append(Placed(strip.setting, strip.part, strip.part + 1, self.used))
        self.used += strip.height


def paginate(strips: list[Strip], room: float) -> list[list[Placed]]:
    """The pages, at least one; `room` is the height of the type area in points."""
    filling = _Filling(room)
    for cluster in _clusters(strips, Bond.KEEP):
        if cluster[0].new_page:
            filling.break_page()
        _put(filling, cluster, Bond.KEEP)
    if len(filling.pages) > 1 and not filling.pages[-1]:
        filling.pages.pop()
    return filling.pages


def _clusters(strips: list[Strip], bond: Bond) -> list[list[Strip]]:
    found: list[list[Strip]] = []
    open_ = False
    for strip in strips:
        if open_ and not strip.new_page:
            found[-1].append(strip)
        else:
            found.append([strip])
        open_ = strip.bond >= bond
    return found


def _put(filling: _Filling, cluster: list[Strip], bond: Bond) -> None:
    if filling.fits(cluster):
        for strip in cluster:
            filling.place(strip)
        return
    height = sum(strip.above + strip.height for strip in cluster) - cluster[0].above
    if height + filling.repeated(cluster[0]) <= filling.room:
        filling.break_page()
        for strip in cluster:
            filling.place(strip)
    elif bond < Bond.TIE:
        for smaller in _clusters(cluster, Bond.TIE):
            _put(filling, smaller, Bond.TIE)
    else:
        for strip in cluster:
            if not filling.fits([strip]):
                filling.break_page()
            filling.place(strip)
