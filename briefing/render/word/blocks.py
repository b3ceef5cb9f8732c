"""The blocks of a manuscript as WordprocessingML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.model.manuscript import (
    Block,
    Callout,
    Heading,
    Listing,
    PageBreak,
    Pairs,
    Paragraph,
    ParagraphStyle,
    Quotation,
    Runs,
    Table,
)
from briefing.render.word.runs import Marks, Speech
from briefing.render.word.styles import Style

_PARAGRAPHS = {
    ParagraphStyle.TITLE: Style.TITLE,
    ParagraphStyle.SUBTITLE: Style.SUBTITLE,
    ParagraphStyle.MARKING: Style.MARKING,
    ParagraphStyle.BODY: Style.BODY,
    ParagraphStyle.LEAD: Style.LEAD,
    ParagraphStyle.SMALL: Style.SMALL,
}
_HEADINGS = {1: Style.HEADING_1, 2: Style.HEADING_2, 3: Style.HEADING_3}
_LONGEST_WHOLE_QUOTATION = 2_500  # characters; about three quarters of a page at the usual size
_LONGEST_WHOLE_ROW = 1_500
# Usual widths of letters, as shares of the type size of the text.
_LABEL_LETTER = 0.46
_DIGIT = 0.58
_LABEL_SHARES = (0.1, 0.36)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the blocks of a document stand in.

    `width` of the text in twips; `size` of the type in twips. `flipped`: borders of
    the words, and indent of the attribution, of a quotation that reads against the document's direction. `bullets`:
    the numbering of bulleted lists, `None` where the style brings its own; `new_numbers` starts a numbered list at 1
    and gives its numbering.
    """

    ids: Mapping[Style, str]
    width: int
    size: float
    flipped: tuple[str, str]
    bullets: int | None
    new_numbers: Callable[[], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What one paragraph has beyond its style."""

    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False
    numbering: int | None = None
    anchor: str | None = None
    in_cell: bool = False
    splits: bool = False
    edge: str = ""
    indent: str = ""


_PLAIN = Setting()
_CELL = Setting(in_cell=True)
_LONG_CELL = Setting(in_cell=True, splits=True)


class Composer:
    """Writes the body of one document."""

    def __init__(self, *, frame: Frame, speech: Speech, marks: Marks) -> None:
        self._frame = frame
        self._speech = speech
        self._marks = marks
        self._break_before = False

    def body(self, blocks: Iterable[Block]) -> str:
        """All blocks; a page break becomes a property of what follows, so that no empty paragraph opens the page."""
        parts: list[str] = []
        for block in blocks:
            if isinstance(block, PageBreak):
                self._break_before = bool(parts)
            else:
                parts.append(self._block(block))
        return "".join(parts)

    def _block(self, block: Block) -> str:  # noqa: PLR0911  one for each kind of block
        match block:
            case Heading(level=level, runs=runs, anchor=anchor):
                return self._paragraph(_HEADINGS[level], runs, Setting(anchor=anchor))
            case Paragraph(runs=runs, style=style, keep_with_next=keep):
                return self._paragraph(_PARAGRAPHS[style], runs, Setting(keep_next=keep))
            case Quotation():
                return self._quotation(block)
            case Pairs():
                return self._pairs(block)
            case Table():
                return self._table(block)
            case Listing():
                return self._listing(block)
            case Callout(runs=runs):
                return self._paragraph(Style.CALLOUT, runs)
            case PageBreak():
                return ""

    def _paragraph(self, style: Style, runs: Runs, setting: Setting = _PLAIN) -> str:
        page_break, self._break_before = self._break_before, False
        parts = [f'<w:p><w:pPr><w:pStyle w:val="{self._frame.ids[style]}"/>']
        if setting.keep_next:
            parts.append("<w:keepNext/>")
        if setting.keep_lines:
            parts.append("<w:keepLines/>")
        elif setting.splits:
            parts.append('<w:keepLines w:val="0"/>')
        if page_break:
            parts.append("<w:pageBreakBefore/>")
        if setting.numbering is not None:
            parts.append(f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{setting.numbering}"/></w:numPr>')
        right_to_left = self._speech.right_to_left(runs)
        parts.append(setting.edge)
        if right_to_left:
            parts.append("<w:bidi/>")
        parts.append(setting.indent)
        if setting.in_cell and right_to_left != self._speech.base_right_to_left:
            # A column keeps one edge, whatever language a cell is in.
            parts.append('<w:ind w:left="0" w:right="0"/><w:jc w:val="right"/>')
        parts.append("</w:pPr>")
        content = self._speech.words(runs)
        parts.append(content if setting.anchor is None else self._marks.place(setting.anchor, content))
        parts.append("</w:p>")
        return "".join(parts)

    def _quotation(self, block: Quotation) -> str:
        whole = sum(len(run.text) for run in block.words) <= _LONGEST_WHOLE_QUOTATION
        edge, indent = self._frame.flipped if self._is_flipped(block.words) else ("", "")
        if self._is_flipped(block.attribution):
            indent = ""
        attributed = bool(block.attribution)
        words = self._paragraph(Style.QUOTE, block.words, Setting(keep_next=attributed, keep_lines=whole, edge=edge))
        if not attributed:
            return words
        return words + self._paragraph(Style.QUOTE_ATTRIBUTION, block.attribution, Setting(indent=indent))

    def _is_flipped(self, runs: Runs) -> bool:
        return self._speech.right_to_left(runs) != self._speech.base_right_to_left

    def _listing(self, block: Listing) -> str:
        style = Style.LIST_NUMBER if block.numbered else Style.LIST_BULLET
        numbering = self._frame.new_numbers() if block.numbered else self._frame.bullets
        indent = ""
        if block.numbered and len(block.items) > 99:  # the style has room for two digits
            room = round(self._frame.size * _DIGIT * (len(str(len(block.items))) + 1.2))
            indent = f'<w:ind w:left="{room}" w:hanging="{room}"/>'
        setting = Setting(numbering=numbering, indent=indent)
        return "".join(self._paragraph(style, item, setting) for item in block.items)

    def _pairs(self, block: Pairs) -> str:
        if not block.rows:
            return ""
        longest = max(sum(len(run.text) for run in label) for label, _ in block.rows)
        least, most = _LABEL_SHARES
        share = min(most, max(least, (longest + 3) * _LABEL_LETTER * self._frame.size / self._frame.width))
        widths = column_widths((share, 1 - share), self._frame.width)
        parts = [self._opening(Style.PAIRS_TABLE, widths)]
        for label, value in block.rows:
            setting = _cell_setting((label, value))
            cells = (
                self._cell(Style.TABLE_LABEL, label, widths[0], setting),
                self._cell(Style.TABLE_VALUE, value, widths[1], setting),
            )
            parts.append(_row("".join(cells)))
        return "".join((*parts, self._closing()))

    def _table(self, block: Table) -> str:
        widths = column_widths(block.widths, self._frame.width)
        parts = [self._opening(Style.RULED_TABLE, widths)]
        parts.append(_row(self._cells(Style.TABLE_HEADER, block.header, widths), header=True))
        for row in block.rows:
            if len(row) < len(widths):
                parts.append(_row(self._cell(Style.TABLE_GROUP, row[0], sum(widths), span=len(widths))))
            else:
                parts.append(_row(self._cells(Style.TABLE_TEXT, row, widths)))
        return "".join((*parts, self._closing()))

    def _opening(self, style: Style, widths: Sequence[int]) -> str:
        # A table cannot begin a page of itself, so a hair-thin paragraph does it.
        lead = self._paragraph(Style.TABLE_END, ()) if self._break_before else ""
        mirrored = "<w:bidiVisual/>" if self._speech.base_right_to_left else ""
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        first_row = int(style is Style.RULED_TABLE)
        return (
            f'{lead}<w:tbl><w:tblPr><w:tblStyle w:val="{self._frame.ids[style]}"/>{mirrored}'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="{"0620" if first_row else "0600"}" w:firstRow="{first_row}" w:lastRow="0"'
            ' w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
            f"<w:tblGrid>{columns}</w:tblGrid>"
        )

    def _closing(self) -> str:
        # Two tables without a paragraph between them are one table to Word.
        return "</w:tbl>" + self._paragraph(Style.TABLE_END, ())

    def _cells(self, style: Style, row: Sequence[Runs], widths: Sequence[int]) -> str:
        setting = _cell_setting(row)
        return "".join(self._cell(style, runs, width, setting) for runs, width in zip(row, widths, strict=True))

    def _cell(self, style: Style, runs: Runs, width: int, setting: Setting = _CELL, *, span: int = 1) -> str:
        spanning = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanning}</w:tcPr>'
            f"{self._paragraph(style, runs, setting)}</w:tc>"
        )


def column_widths(shares: Sequence[float], total: int) -> tuple[int, ...]:
    """`total` twips given out by shares; each column gets at least one and the sum is exact."""
    whole = sum(shares)
    edges = [0]
    for position in range(1, len(shares) + 1):
        edge = round(total * sum(shares[:position]) / whole)
        edges.append(max(edges[-1] + 1, min(edge, total - (len(shares) - position))))
    return tuple(right - left for left, right in pairwise(edges))


def _cell_setting(row: Iterable[Runs]) -> Setting:
    """The styles keep the lines of a cell together; a row longer than a good part of a page has to split."""
    return _CELL if sum(len(run.text) for runs in row for run in runs) <= _LONGEST_WHOLE_ROW else _LONG_CELL


def _row(cells: str, *, header: bool = False) -> str:
    properties = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if header else ""
    return f"<w:tr>{properties}{cells}</w:tr>"
