"""The styles part of a Word document, written for a theme and a language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.model.manuscript import Theme
from briefing.render.word.characters import escape
from briefing.render.word.languages import Slot, Voice
from briefing.render.word.styles import (
    BUILT_IN,
    CHARACTERS,
    PARAGRAPHS,
    TABLES,
    Accentuation,
    Colour,
    Edge,
    Look,
    Style,
)

WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_INK = "1A1A1A"
_NATURAL_LEADING = 1.362  # of both Noto families
_CLOSEST = 1.2  # closer, accents would be cut off
_LARGEST_TEXT = 1.2
_SMALLEST_TEXT = 0.5  # what is smaller only parts two tables
_HEX = re.compile("[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """What the look of a document depends on: the template's theme, the reader's language and its direction."""

    theme: Theme
    voice: Voice
    right_to_left: bool


def stylesheet(press: Press) -> str:
    """The whole `w:styles` element."""
    return (
        f'<w:styles xmlns:w="{WORD_NAMESPACE}">'
        f"{_defaults(press)}"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1"'
        ' w:defQFormat="0" w:count="376"/>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        + "".join(style_element(style, press) for style in (*PARAGRAPHS, *CHARACTERS, *TABLES))
        + "</w:styles>"
    )


def style_element(style: Style, press: Press) -> str:
    """One `w:style` element without a namespace declaration."""
    if style in PARAGRAPHS:
        return _paragraph_style(style, PARAGRAPHS[style], press)
    if style in CHARACTERS:
        return _character_style(style, CHARACTERS[style], press)
    return _table_style(style, press, ruled=TABLES[style])


def fonts(press: Press, face: str) -> str:
    """`w:rFonts` for the text or the heading family, with the families of the other scripts."""
    which = 0 if face == "text" else 1
    family = escape(press.theme.text_font if face == "text" else press.theme.heading_font)
    return (
        f'<w:rFonts w:ascii="{family}" w:hAnsi="{family}" w:eastAsia="{press.voice.east_asian_fonts[which]}"'
        f' w:cs="{press.voice.complex_fonts[which]}"/>'
    )


def twips(points: float) -> int:
    """Points in twentieths."""
    return round(points * 20)


def _half_points(points: float) -> int:
    return max(2, round(points * 2))


def _colour(name: Colour, theme: Theme) -> str:
    colour = {"accent": theme.accent, "quiet": theme.quiet, "rule": theme.rule, "ink": _INK}[name].removeprefix("#")
    return colour.upper() if _HEX.fullmatch(colour) else _INK


def _defaults(press: Press) -> str:
    size = _half_points(press.theme.size)
    tag = press.voice.tag
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(press, 'text')}"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="{tag}"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/>"
        f'<w:spacing w:before="0" w:after="0" w:line="{_leading(press.theme.size * press.theme.leading)}"'
        ' w:lineRule="atLeast"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )


def _leading(points: float) -> int:
    return max(20, twips(points))


def _line(look: Look, press: Press) -> tuple[int, str]:
    """The height of a line in twips, and whether Word may make it higher.

    It may, for letters of any script, unless the theme wants text closer than the typefaces would have it: a page
    that was measured to be full would run over.
    """
    leading = press.theme.leading if look.leading is None else look.leading
    if look.by_theme and look.leading is not None:
        leading = press.theme.leading * look.leading
    text = look.size <= _LARGEST_TEXT and not look.by_theme
    close = text and _CLOSEST <= leading < _NATURAL_LEADING and press.voice.slot is Slot.LATIN
    rule = "exact" if close or look.size < _SMALLEST_TEXT else "atLeast"
    return _leading(press.theme.size * look.size * leading), rule


def _head(kind: str, style: Style, base: str | None, following: Style | None = None) -> str:
    custom = "" if style in BUILT_IN else ' w:customStyle="1"'
    default = ' w:default="1"' if style is Style.NORMAL else ""
    return (
        f'<w:style w:type="{kind}"{default}{custom} w:styleId="{style.style_id}"><w:name w:val="{style.value}"/>'
        + (f'<w:basedOn w:val="{base}"/>' if base else "")
        + (f'<w:next w:val="{following.style_id}"/>' if following else "")
        + f'<w:uiPriority w:val="{10 if kind == "paragraph" else 20}"/><w:qFormat/>'
    )


def _paragraph_style(style: Style, look: Look, press: Press) -> str:
    base = look.base.style_id if look.base else None
    return (
        _head("paragraph", style, base, look.following)
        + f"<w:pPr>{_paragraph_properties(look, press)}</w:pPr><w:rPr>{_run_properties(look, press)}</w:rPr></w:style>"
    )


def _paragraph_properties(look: Look, press: Press) -> str:
    theme = press.theme
    unit = theme.size
    parts: list[str] = []
    if look.keep_next:
        parts.append("<w:keepNext/>")
    if look.keep_lines:
        parts.append("<w:keepLines/>")
    if look.list_of is not None:
        parts.append(f'<w:numPr><w:numId w:val="{look.list_of}"/></w:numPr>')
    if look.edges:
        parts.append(f"<w:pBdr>{''.join(_edge(edge, press) for edge in look.edges)}</w:pBdr>")
    if not look.hyphenated:
        parts.append("<w:suppressAutoHyphens/>")
    line, rule = _line(look, press)
    space = unit * press.theme.spacing
    parts.append(
        f'<w:spacing w:before="{twips(space * look.before)}" w:after="{twips(space * look.after)}" w:line="{line}"'
        f' w:lineRule="{rule}"/>'
    )
    if look.indent or look.gutter:
        hanging = f' w:hanging="{twips(unit * look.hanging)}"' if look.hanging else ""
        left, right = twips(unit * look.indent), twips(unit * look.gutter)  # Word mirrors both where it reads so
        parts.append(f'<w:ind w:left="{left}" w:right="{right}"{hanging}/>')
    if look.level is not None:
        parts.append(f'<w:outlineLvl w:val="{look.level - 1}"/>')
    return "".join(parts)


def _edge(edge: Edge, press: Press, *, flipped: bool = False) -> str:
    side: str = edge.side
    if side == "start":  # unlike indents, borders keep their side of the page
        side = "right" if press.right_to_left != flipped else "left"
    colour = _colour(edge.colour, press.theme)
    return f'<w:{side} w:val="single" w:sz="{round(edge.width * 8)}" w:space="{edge.space}" w:color="{colour}"/>'


def _run_properties(look: Look, press: Press) -> str:
    size = _half_points(press.theme.size * look.size)
    parts: list[str] = []
    if look.face == "heading":
        parts.append(fonts(press, "heading"))
    if look.bold:
        parts.append("<w:b/><w:bCs/>")
    if look.capitals:
        parts.append("<w:caps/>")
    if look.colour:
        parts.append(f'<w:color w:val="{_colour(look.colour, press.theme)}"/>')
    if look.tracking and not press.right_to_left:  # joined letters must not be pulled apart
        parts.append(f'<w:spacing w:val="{twips(look.tracking)}"/>')
    if look.size != 1.0:
        parts.append(f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>')
    return "".join(parts)


def _character_style(style: Style, look: Accentuation, press: Press) -> str:
    parts: list[str] = []
    if look.bold:
        parts.append("<w:b/><w:bCs/>")
    if look.italic:
        parts.append("<w:i/><w:iCs/>")
    if look.colour:
        parts.append(f'<w:color w:val="{_colour(look.colour, press.theme)}"/>')
    if look.superior_of is not None:
        size = _half_points(press.theme.size * look.superior_of)
        parts.append(f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>')
    if look.underline:
        parts.append(f'<w:u w:val="single" w:color="{_colour(look.underline, press.theme)}"/>')
    if look.superior_of is not None:
        parts.append('<w:vertAlign w:val="superscript"/>')
    return _head("character", style, "DefaultParagraphFont") + f"<w:rPr>{''.join(parts)}</w:rPr></w:style>"


def _table_style(style: Style, press: Press, *, ruled: bool) -> str:
    strong = f'w:val="single" w:sz="6" w:space="0" w:color="{_colour("quiet", press.theme)}"'
    thin = f'w:val="single" w:sz="4" w:space="0" w:color="{_colour("rule", press.theme)}"'
    borders = f"<w:tblBorders><w:bottom {thin}/><w:insideH {thin}/></w:tblBorders>" if ruled else ""
    first_row = (
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>'
        f"<w:tcBorders><w:bottom {strong}/></w:tcBorders></w:tcPr></w:tblStylePr>"
    )
    none = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    return (
        _head("table", style, "TableNormal")
        + f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{borders}<w:tblCellMar>{none}</w:tblCellMar></w:tblPr>'
        + (first_row if ruled else "")
        + "</w:style>"
    )


PAPER = {"A4": (11906, 16838), "Letter": (12240, 15840)}
"""Width and height in twips."""


def flipped_quotation(press: Press) -> tuple[str, str]:
    """What the words and the attribution of a quotation need that reads against the document's direction.

    The words get their rule on the other side, the attribution, in the reader's own language, stands under them.
    """
    look, attribution = PARAGRAPHS[Style.QUOTE], PARAGRAPHS[Style.QUOTE_ATTRIBUTION]
    former = "right" if press.right_to_left else "left"
    sides = [_edge(edge, press, flipped=True) for edge in look.edges] + [f'<w:{former} w:val="nil"/>']
    # The schema has the left border before the right one.
    borders = "".join(sorted(sides, key=lambda side: side.startswith("<w:right")))
    indent = twips(press.theme.size * attribution.indent)
    return f"<w:pBdr>{borders}</w:pBdr>", f'<w:ind w:left="0" w:right="{indent}"/><w:jc w:val="right"/>'
