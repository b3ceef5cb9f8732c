"""Blocks set in type: measured parts that a page can take one by one, and the way to paint them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from briefing.model.manuscript import Runs
from briefing.render.characters import web_address
from briefing.render.pdf.atoms import Line
from briefing.render.pdf.sheet import Sheet
from briefing.render.pdf.standing import Box
from briefing.render.pdf.structure import Mark
from briefing.render.pdf.styles import Style


class Setting(Protocol):
    """Something set in type, in parts from top to bottom; `heights` has one entry per part."""

    @property
    def heights(self) -> Sequence[float]:
        """The height of each part, in points."""
        ...

    def paint(self, sheet: Sheet, top: float, parts: range) -> None:
        """Paint neighbouring parts, the first with its upper edge at `top`."""
        ...


@dataclass(frozen=True, slots=True)
class Destinations:
    """The anchors of a document, by the names that runs use for them, and the keys that the file uses."""

    keys: dict[str, str]

    def target(self, link: str | None) -> tuple[str, str] | None:
        """(anchor key, "") or ("", web address) for a run's link; `None` where it leads nowhere."""
        if not link:
            return None
        if link.startswith("#"):
            key = self.keys.get(link[1:])
            return (key, "") if key else None
        address = web_address(link)
        return ("", address) if address else None


@dataclass(slots=True)
class Text:
    """A paragraph's lines in a box: `x` and `measure` place it, `marks` are those of its runs.

    `leading` overrules the style's, for neighbours that share their lines. `begin` is called with the sheet and the
    upper edge where the paragraph starts.
    """

    lines: tuple[Line, ...]
    style: Style
    runs: Runs
    marks: tuple[Mark, ...]
    destinations: Destinations
    x: float
    measure: float
    leading: float = 0.0
    begin: Callable[[Sheet, float], None] | None = None
    _connected: bool = False

    def __post_init__(self) -> None:
        self.leading = self.leading or self.style.leading
        self._connected = any(run.link or run.anchor for run in self.runs)

    @property
    def heights(self) -> Sequence[float]:
        """One line, one part."""
        return [self.leading] * len(self.lines)

    def paint(self, sheet: Sheet, top: float, parts: range) -> None:
        """Paint the lines of `parts` that there are; their links and bookmarks too."""
        size = self.style.size
        if parts.start == 0:
            self._begin(sheet, top)
        for number in parts:
            if number >= len(self.lines):
                break
            line = self.lines[number]
            baseline = top - (self.leading + size * 0.7) / 2
            laid = sheet.set_line(line, self.marks, (self.x, baseline))
            sheet.remember(laid, self.marks, (top, top - self.leading))
            if self._connected:
                self._connect(sheet, laid.boxes(), baseline + self.leading)
            top -= self.leading

    def _begin(self, sheet: Sheet, top: float) -> None:
        if self.begin is not None:
            self.begin(sheet, top)
        if not self._connected:
            return
        printed = {piece.run for line in self.lines for piece in line.pieces}
        for number, run in enumerate(self.runs):
            if run.anchor and number not in printed:
                sheet.bind(self.destinations.keys[run.anchor], top)

    def _connect(self, sheet: Sheet, boxes: list[tuple[int, Box]], top: float) -> None:
        for number, box in boxes:
            run = self.runs[number]
            if run.anchor:
                sheet.bind(self.destinations.keys[run.anchor], top)
            target = self.destinations.target(run.link)
            if target is not None:
                sheet.point_to(self.marks[number].element, box, anchor=target[0], address=target[1])
                if target[1]:
                    sheet.underline(box, colour=self.style.underline)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A rule: points and colour."""

    weight: float
    colour: str


@dataclass(slots=True)
class Row:
    """Cells side by side; a part is one line of every cell, so that a row longer than a page can go on overleaf.

    `pad`: the space above and below the words. `rules`: above and below the row; `None` for none.
    """

    cells: tuple[Text, ...]
    pad: tuple[float, float] = (0.0, 0.0)
    rules: tuple[Stroke | None, Stroke | None] = (None, None)

    @property
    def heights(self) -> Sequence[float]:
        """One line, one part; the padding belongs to the first and the last."""
        heights = [self.cells[0].leading] * max(len(cell.lines) for cell in self.cells)
        heights[0] += self.pad[0]
        heights[-1] += self.pad[1]
        return heights

    def paint(self, sheet: Sheet, top: float, parts: range) -> None:
        """Paint cell by cell, so that the page's text stands in reading order."""
        heights = self.heights
        below, above = self.rules[1], self.rules[0]
        first = top - self.pad[0] if parts.start == 0 else top
        for cell in self.cells:
            cell.paint(sheet, first, parts)
        if above is not None and parts.start == 0:
            sheet.rule(sheet.left, top, sheet.width, weight=above.weight, colour=above.colour)
        if below is not None and parts.stop == len(heights):
            bottom = top - sum(heights[number] for number in parts)
            sheet.rule(sheet.left, bottom, sheet.width, weight=below.weight, colour=below.colour)


@dataclass(slots=True)
class Stack:
    """Paragraphs one above the other beside a vertical bar."""

    texts: tuple[Text, ...]
    gaps: tuple[float, ...]
    bar: Stroke
    bar_x: float

    @property
    def heights(self) -> Sequence[float]:
        """One line, one part; a gap belongs to the line under it."""
        heights: list[float] = []
        for text, gap in zip(self.texts, self.gaps, strict=True):
            own = list(text.heights)
            own[0] += gap
            heights += own
        return heights

    def paint(self, sheet: Sheet, top: float, parts: range) -> None:
        """Paint the bar as one stroke, then the lines."""
        heights = self.heights
        bottom = top - sum(heights[number] for number in parts)
        sheet.bar(self.bar_x, top - 1, bottom + 1, weight=self.bar.weight, colour=self.bar.colour)
        start = 0
        for text, gap in zip(self.texts, self.gaps, strict=True):
            stop = start + len(text.lines)
            own = range(max(parts.start, start), min(parts.stop, stop))
            if own:
                lowered = top - (gap if own.start == start else 0.0)
                text.paint(sheet, lowered, range(own.start - start, own.stop - start))
                top -= sum(heights[number] for number in own)
            start = stop
