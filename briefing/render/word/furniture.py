"""Header and footer of every page, and the page itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefing.model.manuscript import Furniture, Manuscript
from briefing.render.word.characters import escape
from briefing.render.word.runs import text_content
from briefing.render.word.styles import Style
from briefing.render.word.stylesheet import PAPER, WORD_NAMESPACE, twips

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section, _Footer, _Header
    from lxml.etree import _Element

_NUMBERS = re.compile(r"(\{pages?\})")
_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_FROM_EDGE = 0.5  # share of the margin at which header and footer stand


def furnish(document: Document, manuscript: Manuscript, ids: Mapping[Style, str], *, own_base: bool) -> None:
    """Sets the paper and puts the words at the pages' edges; a template's own header and footer stay above ours."""
    section = document.sections[-1]
    _set_paper(section, manuscript, own_base=own_base)
    headers: list[_Header] = [section.header]
    footers: list[_Footer] = [section.footer]
    if section.different_first_page_header_footer:
        headers.append(section.first_page_header)
        footers.append(section.first_page_footer)
    if document.settings.odd_and_even_pages_header_footer:
        headers.append(section.even_page_header)
        footers.append(section.even_page_footer)
    right_to_left = manuscript.right_to_left
    tabs = _tabs(document, ids[Style.FOOTER], _width(section))
    if manuscript.furniture.header:
        for header in headers:
            words = _run(manuscript.furniture.header, right_to_left=right_to_left)
            _add(header, _paragraph(ids[Style.HEADER], words, right_to_left=right_to_left))
    footer_words = _footer(manuscript.furniture, right_to_left=right_to_left)
    if footer_words:
        for footer in footers:
            _add(footer, _paragraph(ids[Style.FOOTER], footer_words, right_to_left=right_to_left, tabs=tabs))


def text_area(document: Document) -> int:
    """The width of the text in twips, as the last section has it."""
    return _width(document.sections[-1])


def _width(section: Section) -> int:
    sides = (section.page_width, section.left_margin, section.right_margin, section.gutter)
    page, left, right, gutter = (0 if length is None else length.twips for length in sides)
    return max(1440, page - left - right - gutter)


def _set_paper(section: Section, manuscript: Manuscript, *, own_base: bool) -> None:
    from docx.enum.section import WD_ORIENTATION  # noqa: PLC0415  importing the package costs a tenth of a second
    from docx.shared import Twips  # noqa: PLC0415

    width, height = PAPER[manuscript.paper]
    if section.orientation == WD_ORIENTATION.LANDSCAPE:
        width, height = height, width
    section.page_width, section.page_height = Twips(width), Twips(height)
    if own_base:
        top, right, bottom, left = manuscript.theme.margins
        section.top_margin, section.bottom_margin = Twips(twips(top)), Twips(twips(bottom))
        section.left_margin, section.right_margin = Twips(twips(left)), Twips(twips(right))
        section.header_distance = Twips(twips(top * _FROM_EDGE))
        section.footer_distance = Twips(twips(bottom * _FROM_EDGE))
    if manuscript.right_to_left:
        _mark_section(section._sectPr)  # noqa: SLF001  python-docx has no name for a section's direction


def _mark_section(properties: _Element) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415

    if properties.find(qn("w:bidi")) is None:
        grid = properties.find(qn("w:docGrid"))
        mark = properties.makeelement(qn("w:bidi"), {})
        if grid is None:
            properties.append(mark)
        else:
            grid.addprevious(mark)


def _footer(furniture: Furniture, *, right_to_left: bool) -> str:
    parts = [_run(furniture.footer, right_to_left=right_to_left)] if furniture.footer else []
    if furniture.page:
        parts.append("<w:r><w:tab/></w:r>")
    for piece in _NUMBERS.split(furniture.page):
        field = _FIELDS.get(piece)
        if field is not None:
            parts.append(f'<w:fldSimple w:instr=" {field} ">{_run("1", right_to_left=right_to_left)}</w:fldSimple>')
        elif piece:
            parts.append(_run(piece, right_to_left=right_to_left))
    return "".join(parts)


def _run(text: str, *, right_to_left: bool) -> str:
    properties = "<w:rPr><w:rtl/></w:rPr>" if right_to_left else ""
    return f"<w:r>{properties}{text_content(text)}</w:r>"


def _tabs(document: Document, style: str, width: int) -> str:
    """One tab stop at the end of the line, in place of those that a template's footer style has."""
    from docx.oxml.ns import qn  # noqa: PLC0415

    own = [each for each in document.styles.element.iter(qn("w:style")) if each.get(qn("w:styleId")) == style]
    stops = [stop for each in own for stop in each.iter(qn("w:tab"))]
    former = {stop.get(qn("w:pos"), "") for stop in stops} - {str(width)}
    cleared = (f'<w:tab w:val="clear" w:pos="{escape(position)}"/>' for position in sorted(former))
    return f'<w:tabs>{"".join(cleared)}<w:tab w:val="right" w:pos="{width}"/></w:tabs>'


def _paragraph(style: str, words: str, *, right_to_left: bool, tabs: str = "") -> str:
    direction = "<w:bidi/>" if right_to_left else ""
    return f'<w:p xmlns:w="{WORD_NAMESPACE}"><w:pPr><w:pStyle w:val="{style}"/>{tabs}{direction}</w:pPr>{words}</w:p>'


def _add(edge: _Header | _Footer, paragraph: str) -> None:
    from docx.oxml.parser import parse_xml  # noqa: PLC0415

    edge.is_linked_to_previous = False
    container = edge._element  # noqa: SLF001  the only way to a header's XML
    if len(container) == 1 and not edge.paragraphs[0].runs:
        container.remove(container[0])
    container.append(parse_xml(paragraph))
