"""The document that a brief is written into: our own, or a template's with what it lacks added."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from briefing.model.errors import UsageError
from briefing.model.manuscript import Manuscript
from briefing.render.word.languages import voice
from briefing.render.word.numbering import Numbering
from briefing.render.word.package import as_document
from briefing.render.word.styles import NUMBERS, Style
from briefing.render.word.stylesheet import WORD_NAMESPACE, Press, style_element, stylesheet

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_W = f"{{{WORD_NAMESPACE}}}"
_SECOND_STYLES = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """An open document without content.

    `ids`: the id of each style; `bullets`: the numbering to put on bulleted paragraphs, `None` where the style has its
    own; `numbers`: the numbering that each numbered list restarts; `own`: whether it is the built-in document.
    """

    document: Document
    press: Press
    ids: Mapping[Style, str]
    numbering: Numbering
    bullets: int | None
    numbers: int
    own: bool


def open_base(manuscript: Manuscript) -> Base:
    """The manuscript's base document, ready to be filled. Raises `UsageError` when a template's cannot be used."""
    press = Press(theme=manuscript.theme, voice=voice(manuscript.language), right_to_left=manuscript.right_to_left)
    return _own(press) if manuscript.base_document is None else _foreign(manuscript.base_document, press)


def _built_in() -> Document:
    import docx  # noqa: PLC0415  importing the package costs a tenth of a second

    return docx.Document(io.BytesIO(files("briefing.render.word").joinpath("base.docx").read_bytes()))


def _own(press: Press) -> Base:
    from docx.oxml.parser import parse_xml  # noqa: PLC0415

    document = _built_in()
    _clear(document)
    document.part._styles_part._element = parse_xml(stylesheet(press))  # noqa: SLF001  it has no setter
    ids = {style: style.style_id for style in Style}
    return Base(
        document=document, press=press, ids=ids, numbering=Numbering(document), bullets=None, numbers=NUMBERS, own=True
    )


def _foreign(data: bytes, press: Press) -> Base:
    import docx  # noqa: PLC0415

    data = as_document(data)
    try:
        document = docx.Document(io.BytesIO(data))
        _clear(document)
    except Exception as error:  # whatever python-docx trips over in a file made elsewhere
        raise UsageError("bad-base-document") from error
    ids, missing = _named(document)
    numbering = Numbering(document)
    styles = {element.get(f"{_W}styleId"): element for element in document.styles.element.iter(f"{_W}style")}
    bullets = numbering.number_of_style(styles.get(ids[Style.LIST_BULLET]))
    numbers = numbering.number_of_style(styles.get(ids[Style.LIST_NUMBER]))
    ours = numbering.add_ours() if bullets is None or numbers is None else (bullets, numbers)
    _complete(document, press, ids, missing)
    return Base(
        document=document,
        press=press,
        ids=ids,
        numbering=numbering,
        bullets=ours[0] if bullets is None else None,
        numbers=ours[1] if numbers is None else numbers,
        own=False,
    )


def _clear(document: Document) -> None:
    """Takes out the content, and the copy of the styles that Word 2010 left and that would not have ours."""
    relations = document.part.rels
    for key in [key for key, relation in relations.items() if relation.reltype == _SECOND_STYLES]:
        del relations[key]
    body = document.element.body
    for child in list(body)[:-1] if len(body) and body[-1].tag == f"{_W}sectPr" else list(body):
        body.remove(child)
    if not document.sections:
        body.append(body.makeelement(f"{_W}sectPr", {}))


def _present(document: Document) -> dict[str, str]:
    elements = document.styles.element.iter(f"{_W}style")
    return {_name(element).lower(): element.get(f"{_W}styleId", "") for element in elements}


def _named(document: Document) -> tuple[dict[Style, str], list[Style]]:
    """The id of every style, found by its name, and the styles that the document lacks, with ids still free."""
    present = _present(document)
    taken = {style_id.lower() for style_id in present.values()}
    ids: dict[Style, str] = {}
    missing: list[Style] = []
    for style in Style:
        own = style.style_id
        if style.value.lower() not in present:
            missing.append(style)
            own += "Brief" if own.lower() in taken else ""
        ids[style] = present.get(style.value.lower(), own)
    return ids, missing


def _complete(document: Document, press: Press, ids: Mapping[Style, str], missing: Iterable[Style]) -> None:
    """Adds the missing styles, in the template's own typefaces."""
    present = _present(document)
    targets = {style.style_id: ids[style] for style in Style}
    targets["DefaultParagraphFont"] = present.get("default paragraph font", "")
    targets["TableNormal"] = present.get("normal table", "")
    for style in missing:
        document.styles.element.append(_adapted(style, press, ids[style], targets))


def _adapted(style: Style, press: Press, style_id: str, targets: Mapping[str, str]) -> _Element:
    from docx.oxml.parser import parse_xml  # noqa: PLC0415

    text = style_element(style, press).replace("<w:style ", f'<w:style xmlns:w="{WORD_NAMESPACE}" ', 1)
    element: _Element = parse_xml(text)
    element.set(f"{_W}styleId", style_id)
    for link in [*element.iter(f"{_W}basedOn"), *element.iter(f"{_W}next")]:
        target = targets.get(link.get(f"{_W}val", ""), "")
        if target:
            link.set(f"{_W}val", target)
        else:
            element.remove(link)
    # Typefaces are the template's; the numbering is set on each paragraph.
    for unwanted in [*element.iter(f"{_W}rFonts"), *element.iter(f"{_W}numPr")]:
        parent = unwanted.getparent()
        if parent is not None:
            parent.remove(unwanted)
    return element


def _name(element: _Element) -> str:
    name = element.find(f"{_W}name")
    return "" if name is None else name.get(f"{_W}val", "")
