"""Makes `briefing/render/word/base.docx`, the document that every brief is written into.

Run from the checkout: `python tools/base_document.py`; the same source gives the same bytes.
"""

from __future__ import annotations

from pathlib import Path

from briefing.model.manuscript import Theme
from briefing.render.word.languages import voice
from briefing.render.word.numbering import abstract_numberings
from briefing.render.word.package import packed
from briefing.render.word.styles import BULLETS, NUMBERS
from briefing.render.word.stylesheet import PAPER, WORD_NAMESPACE, Press, stylesheet, twips

TARGET = Path(__file__).resolve().parent.parent / "briefing" / "render" / "word" / "base.docx"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# What Word sets in place of a family that a machine lacks: alternative, PANOSE, family class.
_FONTS = (
    ("Noto Serif", "Cambria", "02020600060500020200", "roman"),
    ("Noto Sans", "Segoe UI", "020B0502040504020204", "swiss"),
    ("Noto Naskh Arabic", "Times New Roman", "020B0502040504020204", "roman"),
    ("Noto Sans Arabic", "Segoe UI", "020B0502040504020204", "swiss"),
)


def base_document() -> bytes:
    """The whole file, with the default theme in English on A4."""
    return packed({name: (_HEAD + text).encode() for name, text in _parts().items()})


def _parts() -> dict[str, str]:
    theme = Theme()
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
        ),
        "word/document.xml": _document(theme),
        "word/_rels/document.xml.rels": _relationships(
            (f"{_OFFICE}/relationships/styles", "styles.xml"),
            (f"{_OFFICE}/relationships/settings", "settings.xml"),
            (f"{_OFFICE}/relationships/numbering", "numbering.xml"),
            (f"{_OFFICE}/relationships/fontTable", "fontTable.xml"),
            (f"{_OFFICE}/relationships/theme", "theme/theme1.xml"),
        ),
        "word/styles.xml": stylesheet(Press(theme=theme, voice=voice("en"), right_to_left=False)),
        "word/settings.xml": _settings(),
        "word/numbering.xml": _numbering(),
        "word/fontTable.xml": _font_table(),
        "word/theme/theme1.xml": _theme(theme),
        "docProps/core.xml": _core(),
        "docProps/app.xml": (
            f'<Properties xmlns="{_OFFICE}/extended-properties"><Application>Briefing</Application></Properties>'
        ),
    }


def _content_types() -> str:
    overrides = {
        "/word/document.xml": f"{_WORD_TYPE}.document.main+xml",
        "/word/styles.xml": f"{_WORD_TYPE}.styles+xml",
        "/word/settings.xml": f"{_WORD_TYPE}.settings+xml",
        "/word/numbering.xml": f"{_WORD_TYPE}.numbering+xml",
        "/word/fontTable.xml": f"{_WORD_TYPE}.fontTable+xml",
        "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
        + "</Types>"
    )


def _relationships(*targets: tuple[str, str]) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
            for number, (kind, target) in enumerate(targets, 1)
        )
        + "</Relationships>"
    )


def _document(theme: Theme) -> str:
    width, height = PAPER["A4"]
    top, right, bottom, left = (twips(margin) for margin in theme.margins)
    return (
        f'<w:document xmlns:w="{WORD_NAMESPACE}" xmlns:r="{_OFFICE}/relationships"><w:body><w:p/><w:sectPr>'
        f'<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}"'
        f' w:left="{left}" w:header="{top // 2}" w:footer="{bottom // 2}" w:gutter="0"/><w:cols w:space="720"/>'
        "</w:sectPr></w:body></w:document>"
    )


def _settings() -> str:
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    return (
        f'<w:settings xmlns:w="{WORD_NAMESPACE}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:hyphenationZone w:val="357"/>'
        '<w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{compatibility}</w:compat><w:themeFontLang w:val="en-US"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _numbering() -> str:
    instances = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in (BULLETS, NUMBERS)
    )
    return f'<w:numbering xmlns:w="{WORD_NAMESPACE}">{abstract_numberings(BULLETS)}{instances}</w:numbering>'


def _font_table() -> str:
    return (
        f'<w:fonts xmlns:w="{WORD_NAMESPACE}">'
        + "".join(
            f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:panose1 w:val="{panose}"/>'
            f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
            for name, other, panose, family in _FONTS
        )
        + "</w:fonts>"
    )


def _theme(theme: Theme) -> str:
    """The colours and typefaces that Word offers to somebody who edits a brief."""
    dark, light = ("000000", theme.accent), ("FFFFFF", "EEF0F2")
    accents = (theme.accent, theme.quiet, theme.rule, "7A5C2E", "3F6B4F", "8C3B3B")
    colours = {
        **{f"dk{number}": colour for number, colour in enumerate(dark, 1)},
        **{f"lt{number}": colour for number, colour in enumerate(light, 1)},
        **{f"accent{number}": colour for number, colour in enumerate(accents, 1)},
        "hlink": theme.accent,
        "folHlink": theme.quiet,
    }
    order = ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
    scheme = "".join(f'<a:{name}><a:srgbClr val="{colours[name]}"/></a:{name}>' for name in order)
    faces = "".join(
        f'<a:{kind}><a:latin typeface="{family}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}>'
        for kind, family in (("majorFont", theme.heading_font), ("minorFont", theme.text_font))
    )
    solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{width}">{solid}</a:ln>' for width in (6350, 12700, 19050))
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Briefing"><a:themeElements>'
        f'<a:clrScheme name="Briefing">{scheme}</a:clrScheme><a:fontScheme name="Briefing">{faces}</a:fontScheme>'
        f'<a:fmtScheme name="Briefing"><a:fillStyleLst>{solid * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{solid * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def _core() -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title></dc:title></cp:coreProperties>'
    )


if __name__ == "__main__":
    TARGET.write_bytes(base_document())
    print(TARGET.name, TARGET.stat().st_size)
