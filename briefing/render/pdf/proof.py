"""A printed brief to be looked at: its pages as images, and where each fact and each word stands on them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from briefing.render.pdf.searching import Index
from briefing.render.pdf.standing import Box, Entry, Standing

if TYPE_CHECKING:  # a library of 4 MB, loaded for the first image
    from types import TracebackType
    from typing import Self

    from pypdfium2 import PdfDocument

_MOST_PIXELS = 32_000_000
"""A page of A4 at 580 dots an inch, 128 MB."""

Area: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the page's upper left corner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a line of a fact's words stands: the fact's id, the page from 0, and the line's area."""

    fact: str
    page: int
    box: Area


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Where words that were looked for stand: the page on which they begin, from 0, and their areas line by line.

    `overleaf`: the areas of the rest, on the next page.
    """

    page: int
    boxes: tuple[Area, ...]
    overleaf: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Raster:
    """A page as pixels: rows from top to bottom, `stride` bytes each; a pixel is blue, green, red and 255."""

    width: int
    height: int
    stride: int
    data: bytes


class Proof:
    """A printed PDF, and where everything stands in it.

    `data` is the file, `pages` the width and height of each page in points; `spots` and `outline` are in the order of
    the pages, and the `top` of an entry counts down from the page's upper edge. PDFium is not thread-safe: no two
    threads of a process may make or close images or proofs, or read printed files, at the same time.
    """

    def __init__(
        self,
        data: bytes,
        pages: Sequence[tuple[float, float]],
        lines: Sequence[Standing] = (),
        outline: Sequence[Entry] = (),
    ) -> None:
        self.data = data
        self.pages = tuple(pages)
        self.outline = tuple(replace(entry, top=self.pages[entry.page][1] - entry.top) for entry in outline)
        self._lines = lines
        self._document: PdfDocument | None = None
        self._closed = False

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """One for each line and fact; those of one page do not overlap."""
        return tuple(
            Spot(fact=fact, page=line.page, box=self._area(line.page, box))
            for line in self._lines
            for fact, box in line.passages()
        )

    def image(self, page: int, scale: float) -> Raster:
        """The page, `scale` pixels per point; smaller where that were more pixels than any screen shows.

        Raises `IndexError` for a page that there is not, `ValueError` for a scale that is not above 0 and for a proof
        that is closed.
        """
        if not 0 <= page < len(self.pages):
            raise IndexError(page)
        if not (math.isfinite(scale) and scale > 0):
            raise ValueError(scale)
        width, height = self.pages[page]
        sheet = self._opened()[page]
        try:
            bitmap = sheet.render(scale=min(scale, math.sqrt(_MOST_PIXELS / (width * height))), prefer_bgrx=True)
            raster = Raster(width=bitmap.width, height=bitmap.height, stride=bitmap.stride, data=bytes(bitmap.buffer))
            bitmap.close()
        finally:
            sheet.close()
        return raster

    def find(self, words: str) -> tuple[Hit, ...]:
        """Where `words` stand, in reading order; across line ends, whatever the case; bounded for common letters."""
        return tuple(
            Hit(
                page=found[0][0],
                boxes=tuple(self._area(page, box) for page, box in found if page == found[0][0]),
                overleaf=tuple(self._area(page, box) for page, box in found if page == found[0][0] + 1),
            )
            for found in self._index.find(words)
        )

    def close(self) -> None:
        """Give the file's memory back; what is known of its words stays."""
        self._closed = True
        if self._document is not None:
            self._document.close()
            self._document = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @cached_property
    def _index(self) -> Index:
        return Index(self._lines)

    def _opened(self) -> PdfDocument:
        import pypdfium2  # noqa: PLC0415 - wanted only where pages are looked at

        if self._closed:
            raise ValueError("closed")
        if self._document is None:
            self._document = pypdfium2.PdfDocument(self.data)
        return self._document

    def _area(self, page: int, box: Box) -> Area:
        left, bottom, right, top = box
        height = self.pages[page][1]
        return left, height - top, right, height - bottom
