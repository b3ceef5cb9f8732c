"""Blocks of a manuscript to settings and strips."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from briefing.model.manuscript import (
    Block,
    Callout,
    Heading,
    Listing,
    Manuscript,
    PageBreak,
    Pairs,
    Paragraph,
    ParagraphStyle,
    Quotation,
    Run,
    Runs,
    Table,
    runs_of,
)
from briefing.render.pdf.characters import printable
from briefing.render.pdf.lines import Compositor
from briefing.render.pdf.paging import Bond, Strip
from briefing.render.pdf.settings import Destinations, Row, Stack, Stroke, Text
from briefing.render.pdf.sheet import Sheet
from briefing.render.pdf.standing import Entry
from briefing.render.pdf.structure import Element, Mark
from briefing.render.pdf.styles import Part, Style, style_sheet

_GUTTER = 10.0
_BAR = 2.0
_BAR_INSET = 13.0
_MARKING_RULE = 3.0
_MARKING_PAD = 7.0
_ITEM_INSET = 16.0
_WIDEST_LABEL = 0.32
_KEPT_ROW = 14
"""The most lines that a table row may have and still be kept from breaking over two pages."""

_HEADINGS = {1: Part.HEADING_1, 2: Part.HEADING_2, 3: Part.HEADING_3}


@dataclass(frozen=True, slots=True)
class _Box:
    """Where a paragraph stands: left edge and width, in points."""

    x: float
    width: float


class BlockSetter:
    """Sets the blocks of one manuscript; `root` is the structure element that receives theirs."""

    def __init__(
        self, manuscript: Manuscript, compositor: Compositor, root: Element, frame: tuple[float, float]
    ) -> None:
        self._compositor = compositor
        self._theme = manuscript.theme
        self._language = manuscript.language
        self._styles = style_sheet(manuscript.theme)
        self._root = root
        self._box = _Box(*frame)
        self._paragraphs = 0
        self._headings = 0
        self._depth = 0
        self._destinations = Destinations(_anchors(manuscript))

    def strips(self, blocks: tuple[Block, ...]) -> list[Strip]:
        """All parts of all blocks from first to last."""
        found: list[Strip] = []
        new_page = False
        for block in blocks:
            if isinstance(block, PageBreak):
                new_page = True
                continue
            for strip in self._block(block):
                strip.new_page, new_page = new_page, False
                found.append(strip)
        return found

    def _block(self, block: Block) -> Iterator[Strip]:
        match block:
            case Heading():
                yield from self._heading(block)
            case Paragraph():
                style = self._styles[block.style]
                text = self._text(block.runs, style, self._root.child("P"), self._box)
                if block.style is ParagraphStyle.MARKING:
                    yield from self._marking(text, style)
                    return
                yield from _flow(text, style.above, Bond.TIE if block.keep_with_next else Bond.FREE)
            case Quotation():
                yield from self._quotation(block)
            case Pairs():
                yield from self._pairs(block)
            case Table():
                yield from self._table(block)
            case Listing():
                yield from self._listing(block)
            case Callout():
                yield from self._callout(block)

    def _text(self, runs: Runs, style: Style, element: Element, box: _Box) -> Text:
        element.paragraph = self._paragraphs
        self._paragraphs += 1
        lines = self._compositor.lines(runs, style, box.width)
        marks = tuple(
            Mark(self._element(run, element), fact, passage)
            for passage, (fact, group) in enumerate(groupby(runs, key=lambda run: run.fact))
            for run in group
        )
        return Text(lines, style, runs, marks, self._destinations, box.x, box.width)

    def _element(self, run: Run, paragraph: Element) -> Element:
        language = run.language if run.language and run.language != self._language else None
        linked = self._destinations.target(run.link) is not None
        if not linked and language is None:
            return paragraph
        return paragraph.part("Link" if linked else "Span", language=language)

    def _marking(self, text: Text, style: Style) -> Iterator[Strip]:
        row = _row((text,), pad=(_MARKING_PAD, _MARKING_PAD), rules=(Stroke(_MARKING_RULE, self._theme.accent), None))
        yield from _rowed(row, style.above, Bond.TIE)

    def _heading(self, block: Heading) -> Iterator[Strip]:
        style = self._styles[_HEADINGS[block.level]]
        # What listens to the structure expects no level to be skipped.
        self._depth = min(block.level, self._depth + 1)
        text = self._text(block.runs, style, self._root.child(f"H{self._depth}"), self._box)
        self._headings += 1
        own = f"heading-{self._headings}"
        title = " ".join(printable("".join(run.text for run in block.runs)).split())
        anchor = self._destinations.keys[block.anchor] if block.anchor else None

        def begin(sheet: Sheet, top: float) -> None:
            sheet.bind(own, top)
            if anchor is not None:
                sheet.bind(anchor, top)
            if title:
                level = sheet.enter_outline(title, own, block.level - 1)
                page = sheet.getPageNumber() - 1
                sheet.entries.append(Entry(title=title, level=level, page=page, top=top, anchor=block.anchor))

        text.begin = begin
        yield from _flow(text, style.above, Bond.TIE, inner=Bond.TIE)

    def _quotation(self, block: Quotation) -> Iterator[Strip]:
        words, attribution = self._styles[Part.QUOTATION], self._styles[Part.ATTRIBUTION]
        element = self._root.child("BlockQuote")
        box = _Box(self._box.x + _BAR_INSET, self._box.width - _BAR_INSET)
        texts = [self._text(block.words, words, element.child("P"), box)]
        if block.attribution:
            texts.append(self._text(block.attribution, attribution, element.child("P"), box))
        above = (0.0, attribution.above)[: len(texts)]
        stack = Stack(tuple(texts), above, Stroke(_BAR, self._theme.rule), self._box.x + _BAR / 2)
        yield from _kept(stack, words.above, sum(len(text.lines) for text in texts[1:]))

    def _callout(self, block: Callout) -> Iterator[Strip]:
        style = self._styles[Part.CALLOUT]
        box = _Box(self._box.x + _BAR_INSET, self._box.width - _BAR_INSET)
        text = self._text(block.runs, style, self._root.child("Aside").child("P"), box)
        stack = Stack((text,), (0.0,), Stroke(_BAR * 1.5, self._theme.accent), self._box.x + _BAR)
        yield from _kept(stack, style.above, 0)

    def _pairs(self, block: Pairs) -> Iterator[Strip]:
        label, value = self._styles[Part.LABEL], self._styles[Part.VALUE]
        natural = max((self._compositor.width(left, label) for left, _ in block.rows), default=0.0)
        width = min(natural, self._box.width * _WIDEST_LABEL) + 1
        boxes = (
            _Box(self._box.x, width),
            _Box(self._box.x + width + _GUTTER * 1.4, self._box.width - width - _GUTTER * 1.4),
        )
        table = self._root.child("Table")
        for number, row in enumerate(block.rows):
            line = table.child("TR")
            head = line.child("TH", attributes="/A <</O/Table/Scope/Row>>")
            cells = (
                self._text(row[0], label, head.child("P"), boxes[0]),
                self._text(row[1], value, line.child("TD").child("P"), boxes[1]),
            )
            setting = _row(cells)
            above = value.above * (3.2 if number == 0 else 1)
            yield from _rowed(setting, above, Bond.TIE if number == 0 and len(block.rows) > 1 else Bond.FREE)

    def _listing(self, block: Listing) -> Iterator[Strip]:
        style = self._styles[Part.ITEM]
        markers = [f"{number}." if block.numbered else "•" for number in range(1, len(block.items) + 1)]
        widest = max((self._compositor.width((Run(text=mark),), style) for mark in markers), default=0.0)
        inset = max(_ITEM_INSET, widest + 6)
        ordering = "Decimal" if block.numbered else "Disc"
        parent = self._root.child("L", attributes=f"/A <</O/List/ListNumbering/{ordering}>>")
        box = _Box(self._box.x + inset, self._box.width - inset)
        for mark, runs in zip(markers, block.items, strict=True):
            item = parent.child("LI")
            label = item.child("Lbl")
            marker = (Run(text=mark),)
            lines = self._compositor.lines(marker, style, 1e4)
            sign = Text(lines, style, marker, (Mark(label),), self._destinations, self._box.x, lines[0].width)
            body = self._text(runs, style, item.child("LBody"), box)
            yield from _rowed(_row((sign, body)), style.above, Bond.FREE)

    def _table(self, block: Table) -> Iterator[Strip]:
        head = self._styles[Part.HEAD]
        table = self._root.child("Table")
        boxes = list(self._columns(block.widths))
        line = table.child("TR")
        header = _row(
            tuple(
                self._text(runs, head, line.child("TH", attributes="/A <</O/Table/Scope/Column>>").child("P"), box)
                for runs, box in zip(block.header, boxes, strict=True)
            ),
            pad=(0.0, 3.5),
            rules=(None, Stroke(0.9, self._theme.quiet)),
        )
        rows = [self._table_row(runs, boxes, table) for runs in block.rows]
        yield from _rowed(header, head.above * 1.4, Bond.TIE if rows else Bond.FREE)
        for number, (setting, runs) in enumerate(zip(rows, block.rows, strict=True)):
            group = len(runs) == 1 and len(boxes) > 1 and number + 1 < len(rows)
            for strip in _rowed(setting, 0.0, Bond.TIE if group else Bond.FREE):
                strip.repeat = header
                yield strip

    def _columns(self, shares: tuple[float, ...]) -> Iterator[_Box]:
        room = self._box.width - _GUTTER * (len(shares) - 1)
        x = self._box.x
        for share in shares:
            width = max(room * share / sum(shares), 4.0)
            yield _Box(x, width)
            x += width + _GUTTER

    def _table_row(self, runs: tuple[Runs, ...], boxes: list[_Box], table: Element) -> Row:
        line = table.child("TR")
        hair = Stroke(0.5, self._theme.rule)
        if len(runs) == 1 and len(boxes) > 1:
            cell = line.child("TD", attributes=f"/A <</O/Table/ColSpan {len(boxes)}>>").child("P")
            text = self._text(runs[0], self._styles[Part.GROUP], cell, self._box)
            return _row((text,), pad=(9.0, 3.0), rules=(None, hair))
        style = self._styles[Part.CELL]
        cells = tuple(
            self._text(words, style, line.child("TD").child("P"), box) for words, box in zip(runs, boxes, strict=True)
        )
        return _row(cells, pad=(4.0, 4.5), rules=(None, hair))


def _anchors(manuscript: Manuscript) -> dict[str, str]:
    """A safe key for every anchor; what an anchor is called never reaches the file."""
    keys: dict[str, str] = {}
    for block in manuscript.blocks:
        names = [block.anchor] if isinstance(block, Heading) else []
        names += [run.anchor for runs in runs_of(block) for run in runs]
        for name in names:
            if name:
                keys.setdefault(name, f"place-{len(keys) + 1}")
    return keys


def _row(
    cells: tuple[Text, ...],
    pad: tuple[float, float] = (0.0, 0.0),
    rules: tuple[Stroke | None, Stroke | None] = (None, None),
) -> Row:
    leading = max(cell.leading for cell in cells)
    for cell in cells:
        cell.leading = leading
    return Row(cells, pad, rules)


def _flow(text: Text, above: float, last: Bond, inner: Bond = Bond.FREE) -> Iterator[Strip]:
    """A paragraph that may break, though never after its first or before its last line."""
    count = len(text.lines)
    for number, height in enumerate(text.heights):
        tied = number == 0 or number == count - 2
        bond = last if number == count - 1 else Bond.TIE if tied else inner
        yield Strip(text, number, height, above if number == 0 else 0.0, bond)


def _kept(stack: Stack, above: float, tail: int) -> Iterator[Strip]:
    """A stack that holds together; where it has to break, its last `tail` lines keep two lines before them."""
    heights = stack.heights
    count = len(heights)
    for number, height in enumerate(heights):
        tied = number == 0 or number >= count - tail - 2
        bond = Bond.FREE if number == count - 1 else Bond.TIE if tied else Bond.KEEP
        yield Strip(stack, number, height, above if number == 0 else 0.0, bond)


def _rowed(row: Row, above: float, last: Bond) -> Iterator[Strip]:
    """A row, whole where it is short."""
    heights = row.heights
    count = len(heights)
    for number, height in enumerate(heights):
        tied = number == 0 or number == count - 2
        inner = Bond.TIE if tied else Bond.KEEP if count <= _KEPT_ROW else Bond.FREE
        yield Strip(row, number, height, above if number == 0 else 0.0, last if number == count - 1 else inner)
