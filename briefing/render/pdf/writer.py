"""A manuscript to a tagged PDF through reportlab's canvas."""

from __future__ import annotations

from io import BytesIO

from briefing.model.manuscript import Furniture, Manuscript, Run, runs_of
from briefing.render.pdf.atoms import Line
from briefing.render.pdf.bidi import runs_right_to_left
from briefing.render.pdf.blocks import BlockSetter
from briefing.render.pdf.characters import printable
from briefing.render.pdf.faces import Typecase
from briefing.render.pdf.lines import UNBROKEN, Compositor
from briefing.render.pdf.matter import describe
from briefing.render.pdf.paging import Placed, paginate
from briefing.render.pdf.proof import Proof
from briefing.render.pdf.sheet import Sheet
from briefing.render.pdf.structure import Element, Mark
from briefing.render.pdf.styles import Part, Style, style_sheet

_PAPER = {"A4": (595.28, 841.89), "Letter": (612.0, 792.0)}
_SMALLEST_FRAME = 72.0
_BETWEEN = 18.0
_LONGEST_EDGE = 300
"""The most characters of a header or footer that are looked at."""


class PdfRenderer:
    """Renders manuscripts as PDF and tells how many pages they take; remembers the lines it has broken."""

    def __init__(self) -> None:
        self._typecase = Typecase()
        self._compositors: dict[str, Compositor] = {}

    def render(self, manuscript: Manuscript) -> bytes:
        """The whole file; the same bytes for the same manuscript while `SOURCE_DATE_EPOCH` is the same."""
        return self._print(manuscript)[0]

    def proof(self, manuscript: Manuscript) -> Proof:
        """The file that `render` makes, with where everything stands in it."""
        data, sheet = self._print(manuscript)
        return Proof(data, (_Page(manuscript).size,) * (sheet.getPageNumber() - 1), sheet.standing, sheet.entries)

    def _print(self, manuscript: Manuscript) -> tuple[bytes, Sheet]:
        page = _Page(manuscript)
        stream = BytesIO()
        sheet = Sheet(stream, page.size, language=manuscript.language, frame=(page.left, page.width))
        sheet.mirrored = manuscript.right_to_left
        sheet.spelled = manuscript.right_to_left or _mixed(manuscript)
        pages = self._pages(manuscript, page, sheet.root)
        style = style_sheet(manuscript.theme)[Part.FURNITURE]
        for number, placed in enumerate(pages, start=1):
            for item in placed:
                _paint(sheet, item, page.top)
            with sheet.artifact():
                self._edges(sheet, page, manuscript, (number, len(pages)), style)
            sheet.finish_page()
        describe(sheet, manuscript)
        sheet.save()
        return stream.getvalue(), sheet

    def lacks(self, manuscript: Manuscript) -> frozenset[str]:
        """The characters that no font at hand has; they are printed as a replacement mark."""
        words = (run.text for block in manuscript.blocks for runs in runs_of(block) for run in runs)
        return self._typecase.lacking(character for text in words for character in set(printable(text)))

    def pages(self, manuscript: Manuscript) -> int:
        """The number of pages, at least 1; nothing is drawn."""
        return len(self._pages(manuscript, _Page(manuscript), Element("Document")))

    def _pages(self, manuscript: Manuscript, page: _Page, root: Element) -> list[list[Placed]]:
        setter = BlockSetter(manuscript, self._compositor(manuscript.language), root, (page.left, page.width))
        return paginate(setter.strips(manuscript.blocks), page.height)

    def _compositor(self, language: str) -> Compositor:
        if language not in self._compositors:
            self._compositors[language] = Compositor(self._typecase, language)
        return self._compositors[language]

    def _edges(self, sheet: Sheet, page: _Page, manuscript: Manuscript, count: tuple[int, int], style: Style) -> None:
        furniture = manuscript.furniture
        number = _page_words(furniture, *count)
        left = page.width - self._width(number, style, manuscript.language) - _BETWEEN
        top = page.top + page.margin_top * 0.42
        bottom = page.bottom - page.margin_bottom * 0.48
        corners = (
            (furniture.header, page.width, top, False),
            (furniture.footer, left, bottom, False),
            (number, page.width, bottom, True),
        )
        sheet.rule(page.left, bottom + style.leading * 1.15, page.width, weight=0.5, colour=manuscript.theme.rule)
        for words, measure, baseline, right in corners:
            line = self._fitted(words, style, measure, manuscript.language)
            if line is None:
                continue
            x = page.left + (page.width - line.width if right else 0.0)
            sheet.set_line(line, (Mark(sheet.root),), (x, baseline))

    def _fitted(self, words: str, style: Style, measure: float, language: str) -> Line | None:
        """The words in one line, cut with an ellipsis where they are too long; `None` for no words."""
        text = " ".join(printable(words).split())[:_LONGEST_EDGE]
        kept = text
        while kept and self._width(kept, style, language) > measure:
            text = text.rpartition(" ")[0] or text[:-1]
            kept = f"{text}…" if text else ""
        return self._compositor(language).lines((Run(text=kept),), style, UNBROKEN)[0] if kept else None

    def _width(self, words: str, style: Style, language: str) -> float:
        return self._compositor(language).width((Run(text=words),), style)


class _Page:
    """The measures of a manuscript's pages, in points from the lower left corner."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.size = _PAPER[manuscript.paper]
        self.margin_top, right, self.margin_bottom, self.left = manuscript.theme.margins
        self.width = max(self.size[0] - self.left - right, _SMALLEST_FRAME)
        self.top = self.size[1] - self.margin_top
        self.bottom = self.margin_bottom
        self.height = max(self.top - self.bottom, _SMALLEST_FRAME)


def _mixed(manuscript: Manuscript) -> bool:
    return any(runs_right_to_left(run.text) for block in manuscript.blocks for runs in runs_of(block) for run in runs)


def _paint(sheet: Sheet, item: Placed, top: float) -> None:
    parts = range(item.first, item.last)
    if item.again:
        with sheet.artifact():
            item.setting.paint(sheet, top - item.top, parts)
    else:
        item.setting.paint(sheet, top - item.top, parts)


def _page_words(furniture: Furniture, page: int, pages: int) -> str:
    # Replaced word for word: a catalogue's sentence is data, and `str.format` would read into it.
    return furniture.page.replace("{page}", str(page)).replace("{pages}", str(pages))
