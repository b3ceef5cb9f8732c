"""The styles part of a Word document, written for a theme and a language."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.manuscript import Theme
from briefing.render.word.characters import escape
from briefing.render.word.languages import Voice
from briefing.render.word.styles import (
    BUILT_IN,
    CHARACTERS,
    PARAGRAPHS,
    TABLES,
    Accentuation,
    Colour,
    Edge,
    Look,
    Ruling,
    Style,
)

WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_INK = "1A1D21"


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """What the look of a document depends on: the template's theme and the reader's language."""

    theme: Theme
    voice: Voice


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
    return _table_style(style, TABLES[style], press)


def fonts(press: Press, face: str) -> str:
    """`w:rFonts` for the text or the heading family, with the families of the other scripts."""
    which = 0 if face == "text" else 1
    family = escape(press.theme.text_font if face == "text" else press.theme.heading_font)
    return (
        f'<w:rFonts w:ascii="{family}" w:hAnsi="{family}" w:eastAsia="{press.voice.east_asian_fonts[which]}"'
        f' w:cs="{press.voice.complex_fonts[which]}"/>'
    )


def tint(colour: str, share: float) -> str:
    """The hex colour mixed with white; `share` of the colour from 0 to 1."""
    parts = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return "".join(f"{round(255 - (255 - part) * share):02X}" for part in parts)


def twips(points: float) -> int:
    """Points in twentieths."""
    return round(points * 20)


def _half_points(points: float) -> int:
    return max(2, round(points * 2))


def _colour(name: Colour, theme: Theme) -> str:
    return escape({"accent": theme.accent, "quiet": theme.quiet, "rule": theme.rule, "ink": _INK}[name])


def _defaults(press: Press) -> str:
    size = _half_points(press.theme.size)
    tag = press.voice.tag
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(press, 'text')}"
        f'<w:color w:val="{_INK}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="{tag}"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/>"
        f'<w:spacing w:before="0" w:after="0" w:line="{_leading(press.theme.size * press.theme.leading)}"'
        ' w:lineRule="atLeast"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )


def _leading(points: float) -> int:
    return max(20, twips(points))


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
    if look.edges or look.shaded:
        parts.append(_edges(look, press))
    if look.shaded:
        parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{tint(theme.rule, 0.33)}"/>')
    if look.tabs:
        parts.append(f'<w:tabs><w:tab w:val="right" w:pos="{text_width("A4", theme)}"/></w:tabs>')
    if not look.hyphenated:
        parts.append("<w:suppressAutoHyphens/>")
    line = _leading(unit * look.size * (look.leading or theme.leading))
    parts.append(
        f'<w:spacing w:before="{twips(unit * look.before)}" w:after="{twips(unit * look.after)}" w:line="{line}"'
        ' w:lineRule="atLeast"/>'
    )
    if look.indent:
        right = twips(unit * look.indent) if look.shaded else 0
        hanging = f' w:hanging="{twips(unit * look.hanging)}"' if look.hanging else ""
        parts.append(f'<w:ind w:left="{twips(unit * look.indent)}" w:right="{right}"{hanging}/>')
    if look.contextual:
        parts.append("<w:contextualSpacing/>")
    if look.level is not None:
        parts.append(f'<w:outlineLvl w:val="{look.level - 1}"/>')
    return "".join(parts)


def edge_element(side: str, edge: Edge, theme: Theme) -> str:
    """One line of `w:pBdr` at a side."""
    return (
        f'<w:{side} w:val="single" w:sz="{round(edge.width * 8)}" w:space="{edge.space}"'
        f' w:color="{_colour(edge.colour, theme)}"/>'
    )


def _edges(look: Look, press: Press) -> str:
    if look.shaded:  # a border in the colour of the ground is how a paragraph gets padding
        ground = tint(press.theme.rule, 0.33)
        sides = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="{space}" w:color="{ground}"/>'
            for side, space in (("top", 6), ("left", 8), ("bottom", 6), ("right", 8))
        )
        return f"<w:pBdr>{sides}</w:pBdr>"
    leading_side = "right" if press.voice.right_to_left else "left"
    sides = "".join(
        edge_element(leading_side if edge.side == "left" else edge.side, edge, press.theme) for edge in look.edges
    )
    return f"<w:pBdr>{sides}</w:pBdr>"


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
    if look.tracking and not press.voice.right_to_left:  # joined letters must not be pulled apart
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
    if look.underline:
        parts.append(f'<w:u w:val="single" w:color="{_colour(look.underline, press.theme)}"/>')
    if look.superior:
        parts.append('<w:vertAlign w:val="superscript"/>')
    return _head("character", style, "DefaultParagraphFont") + f"<w:rPr>{''.join(parts)}</w:rPr></w:style>"


def _table_style(style: Style, look: Ruling, press: Press) -> str:
    strong = f'w:val="single" w:sz="8" w:space="0" w:color="{_colour("accent", press.theme)}"'
    thin = f'w:val="single" w:sz="4" w:space="0" w:color="{_colour("rule", press.theme)}"'
    borders = (
        f"<w:tblBorders><w:top {strong}/><w:bottom {thin}/><w:insideH {thin}/></w:tblBorders>" if look.rules else ""
    )
    gutter = twips(look.gutter)
    sides = (0, gutter) if not press.voice.right_to_left else (gutter, 0)
    first_row = (
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>'
        f"<w:tcBorders><w:bottom {strong}/></w:tcBorders></w:tcPr></w:tblStylePr>"
        if look.rules
        else ""
    )
    return (
        _head("table", style, "TableNormal")
        + f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{borders}<w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        f'<w:left w:w="{sides[0]}" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        f'<w:right w:w="{sides[1]}" w:type="dxa"/></w:tblCellMar></w:tblPr>{first_row}</w:style>'
    )


PAPER = {"A4": (11906, 16838), "Letter": (12240, 15840)}
"""Width and height in twips."""


def text_width(paper: str, theme: Theme) -> int:
    """The width of the text area in twips, at least an inch whatever the margins say."""
    _, right, _, left = theme.margins
    return max(1440, PAPER[paper][0] - twips(left) - twips(right))


def quotation_edge(press: Press) -> str:
    """The `w:pBdr` of a quotation that reads against the document's direction: its rule is on the other side."""
    return "".join(
        f"<w:pBdr>{edge_element('left' if press.voice.right_to_left else 'right', edge, press.theme)}</w:pBdr>"
        for edge in PARAGRAPHS[Style.QUOTE].edges
    )
