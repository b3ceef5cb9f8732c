"""The canvas: text and rules on pages, each stretch of text marked with the element it belongs to."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import IO

from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase.pdfdoc import Destination, PDFDictionary, PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from briefing.render.clock import made
from briefing.render.pdf.atoms import Line
from briefing.render.pdf.bidi import Segment, segments
from briefing.render.pdf.characters import SOFT_HYPHEN
from briefing.render.pdf.objects import Deflate, Document, Link, Place
from briefing.render.pdf.standing import Box, Entry, Laid, Standing
from briefing.render.pdf.structure import Element, Mark, write_tree

_UNDERLINE = 0.5
"""The weight of the line under a web address, in points."""


@lru_cache(maxsize=256)
def _ink(colour: str) -> str:
    """Six hex digits as shares of red, green and blue."""
    return " ".join([f"{int(colour[place : place + 2], 16) / 255:.3g}" for place in (0, 2, 4)])


class Sheet(Canvas):
    """A reportlab canvas that sets lines of pieces and keeps the book of marked content.

    `left` and `width` frame the type area; with `mirrored`, what is placed at its left stands at its right. With
    `spelled`, the file says in letters what each stretch draws: where directions mix on a page, readers guess wrongly.
    """

    # What reportlab's canvas has, and its stubs leave out.
    _code: list[str]
    _doc: Document
    _bookmarkReference: Callable[[str], Destination]  # noqa: N815
    _addAnnotation: Callable[[Link, str], None]  # noqa: N815

    def __init__(
        self, stream: IO[bytes], size: tuple[float, float], *, language: str, frame: tuple[float, float]
    ) -> None:
        self.left, self.width = frame
        self.mirrored = False
        self.spelled = False
        self._bound: set[str] = set()
        self._depth = -1
        self.root = Element("Document")
        self._pages_marked: list[list[Element]] = [[]]
        self._links: list[tuple[str, Element]] = []
        self._open: Mark | None = None
        self._artifact = False
        self.standing: list[Standing] = []
        self.entries: list[Entry] = []
        super().__init__(stream, pagesize=size, pageCompression=1, pdfVersion=(1, 7), lang=language)
        self._date()

    def _date(self) -> None:
        """Dates the document by the program's clock instead of reportlab's, which counts seconds; so is its ID."""
        stamp: TimeStamp = self._doc._timeStamp  # noqa: SLF001 - reportlab has no other door to it
        moment = made()
        stamp.t = int(moment.timestamp())
        stamp.lt = moment.utctimetuple()
        stamp.YMDhms = tuple(stamp.lt)[:6]
        stamp.dhh = stamp.dmm = 0
        stamp.tzname = "UTC"
        seed = b"a reportlab document" + ascii(stamp.t).encode()
        self._doc.signature = hashlib.md5(seed, usedforsecurity=False)

    def _make_preamble(self) -> None:
        # reportlab's own names Helvetica, a face that is not embedded.
        self._preamble = "1 0 0 1 0 0 cm"

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn inside is ornament or repetition: no reader hears it, no check reads it."""
        self.unmark()
        self._code.append("/Artifact BMC")
        self._artifact = True
        yield
        self._artifact = False
        self._code.append("EMC")

    def mark(self, mark: Mark) -> None:
        """What is drawn from here on belongs to the mark's element."""
        if self._artifact or mark is self._open or mark == self._open:
            return
        self.unmark()
        marked = self._pages_marked[-1]
        self._code.append(mark.operator(len(marked)))
        mark.element.receive(self.getPageNumber(), len(marked))
        marked.append(mark.element)
        self._open = mark

    def unmark(self) -> None:
        """End the stretch of marked content."""
        if self._open is not None:
            self._code.append("EMC")
            self._open = None

    def set_line(self, line: Line, marks: Sequence[Mark], place: tuple[float, float]) -> Laid:
        """Set a line; `marks` are those of the runs; `place`: left edge and baseline."""
        x, y = place
        laid = segments(line, right_to_left=self.mirrored)
        if self.mirrored:
            x = 2 * self.left + self.width - x - sum(segment.width for segment in laid)
        for segment in laid:
            self.mark(marks[segment.piece.run])
            self._segment(segment, x + segment.x, y)
        ink = 2 * self.left + self.width - place[0] - line.width if self.mirrored else x
        return Laid(laid, x, y, (ink, ink + line.width))

    def remember(self, laid: Laid, marks: Sequence[Mark], edges: tuple[float, float]) -> None:
        """Keep where a paragraph's line stands; `edges`: the upper and the lower one of its room."""
        paragraph = marks[0].element.paragraph if marks and not self._artifact else None
        facts = tuple([mark.fact for mark in marks])
        self.standing.append(Standing(self.getPageNumber() - 1, paragraph, *edges, facts, laid))

    def _segment(self, segment: Segment, x: float, y: float) -> None:
        piece, look = segment.piece, segment.piece.look
        code = self._code
        code.append(f"BT {_ink(look.colour)} rg 1 0 0 1 {x:.2f} {y + look.rise:.2f} Tm")
        spoken = SOFT_HYPHEN if piece.inserted else segment.text
        replaced = (self.spelled or piece.inserted) and not self._artifact
        if replaced:
            code.append(f"/Span <</ActualText <FEFF{spoken.encode('utf-16-be').hex().upper()}>>> BDC")
        for font, text in piece.face.encoded(segment.drawn, self._doc):
            code.append(f"{font} {look.size:.2f} Tf <{text}> Tj")
        if replaced:
            code.append("EMC")
        code.append("ET")

    def rule(self, x: float, y: float, length: float, *, weight: float, colour: str) -> None:
        """A horizontal rule, as an artifact."""
        self._stroke((x, y, x + length, y), weight, colour)

    def bar(self, x: float, top: float, bottom: float, *, weight: float, colour: str) -> None:
        """A vertical rule, as an artifact."""
        self._stroke((x, top, x, bottom), weight, colour)

    def underline(self, box: Box, *, colour: str) -> None:
        """A thin line under the words in `box`, as an artifact."""
        left, bottom, right, top = box
        y = bottom + (top - bottom) * 0.08
        self._draw((left, y, right, y), _UNDERLINE, colour)

    def _stroke(self, ends: tuple[float, float, float, float], weight: float, colour: str) -> None:
        x0, y0, x1, y1 = ends
        if self.mirrored:
            edge = 2 * self.left + self.width
            x0, x1 = edge - x0, edge - x1
        self._draw((x0, y0, x1, y1), weight, colour)

    def _draw(self, ends: tuple[float, float, float, float], weight: float, colour: str) -> None:
        x0, y0, x1, y1 = ends
        nested = self._artifact
        self.unmark()
        stroke = f"{_ink(colour)} RG {weight:.2f} w {x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l S"
        self._code.append(stroke if nested else f"/Artifact BMC {stroke} EMC")

    def point_to(
        self, element: Element, box: tuple[float, float, float, float], *, anchor: str = "", address: str = ""
    ) -> None:
        """Make `box` (left, bottom, right, top) a link to an anchor of the document or to a web address."""
        if self._artifact:
            return
        target = self._bookmarkReference(anchor) if anchor else address
        name = f"Link{len(self._links)}"
        element.content.append(len(self._links))
        self._links.append((f"Annot.{name}", element))
        self._addAnnotation(Link(target, anchor or address, box), name)

    def bind(self, key: str, top: float) -> None:
        """Make `key` mean this height of this page; the first place wins."""
        if key not in self._bound:
            self._bound.add(key)
            self.bookmarkPage(key).fmt = Place(round(top, 2))

    def enter_outline(self, title: str, key: str, level: int) -> int:
        """Add an entry, and return its level; one that skips a level is drawn in, because an outline has no holes."""
        self._depth = min(level, self._depth + 1)
        self.addOutlineEntry(title, key, self._depth, closed=0)
        return self._depth

    def finish_page(self) -> None:
        """End the page and begin another."""
        self.unmark()
        self.showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        # reportlab would wrap the compressed page in ASCII85, which is a quarter longer and slow.
        page.Contents = PDFStream(content=page.stream.encode("ascii"), filters=[Deflate])
        page.StructParents = len(self._pages_marked) - 1
        page.Tabs = PDFName("S")
        self._pages_marked.append([])

    def finish(self) -> Document:
        """Write the structure tree; the document object, for what else has to go into its catalogue."""
        pages = self._pages_marked[:-1]
        for number, (name, _) in enumerate(self._links, start=len(pages)):
            self._doc.idToObject[name].parent = number
        catalogue = self._doc.Catalog
        catalogue.StructTreeRoot = write_tree(self._doc, self.root, pages, self._links)
        catalogue.MarkInfo = PDFDictionary({"Marked": "true"})
        return self._doc
