"""`Manuscript` to a Word document."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from lxml import etree

from briefing.model.manuscript import Manuscript, Properties
from briefing.render.characters import clean
from briefing.render.clock import made
from briefing.render.word.base import Base, open_base
from briefing.render.word.blocks import Composer, Frame
from briefing.render.word.carried import carried_part, carried_properties, is_carried
from briefing.render.word.furniture import furnish, text_area
from briefing.render.word.languages import voice
from briefing.render.word.package import packed, parts_of, safe_parser
from briefing.render.word.runs import Marks, Speech, places_of
from briefing.render.word.settings import set_up
from briefing.render.word.stylesheet import WORD_NAMESPACE, flipped_quotation

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part

_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CUSTOM_XML = f"{_RELATIONSHIPS}/customXml"
_CUSTOM_XML_PROPERTIES = f"{_RELATIONSHIPS}/customXmlProps"
_LONGEST_PROPERTY = 255  # characters that a document property may have


class WordRenderer:
    """Renders DOCX."""

    def lacks(self, manuscript: Manuscript) -> frozenset[str]:
        """Nothing: whoever opens the file has the fonts for it, or their program finds some."""
        del manuscript
        return frozenset()

    def render(self, manuscript: Manuscript) -> bytes:
        """The whole file; the same bytes for the same manuscript while `SOURCE_DATE_EPOCH` is the same.

        Raises `UsageError` when the manuscript's base document cannot be used.
        """
        base = open_base(manuscript)
        document = base.document
        furnish(document, manuscript, base.ids, own_base=base.own)
        marks = Marks(places=places_of(manuscript.blocks))
        _fill(base, manuscript, marks)
        set_up(document, manuscript)
        _describe(document, manuscript)
        _carry(document, carried_part(manuscript.payload, marks.passages))
        buffer = io.BytesIO()
        document.save(buffer)
        return packed(parts_of(buffer.getvalue()))


def _fill(base: Base, manuscript: Manuscript, marks: Marks) -> None:
    """Puts the blocks into the body; parsed once for all, which is what keeps long briefs fast."""
    speech = Speech(manuscript=manuscript, ids=base.ids, marks=marks, relate=_Addresses(base.document).relate)
    frame = Frame(
        ids=base.ids,
        width=text_area(base.document),
        size=manuscript.theme.size * 20,
        flipped=flipped_quotation(base.press) if base.own else ("", ""),
        bullets=base.bullets,
        new_numbers=lambda: base.numbering.restart(base.numbers),
    )
    text = Composer(frame=frame, speech=speech, marks=marks).body(manuscript.blocks) or "<w:p/>"
    text = f'<w:body xmlns:w="{WORD_NAMESPACE}" xmlns:r="{_RELATIONSHIPS}">{text}</w:body>'
    content = etree.fromstring(text, safe_parser())  # python-docx's own takes no more than 10 MB of text
    body = base.document.element.body
    body[:0] = list(content)


class _Addresses:
    """The external addresses of a document, each related once; python-docx would compare it with all others."""

    def __init__(self, document: Document) -> None:
        self._relations = document.part.rels
        self._known: dict[str, str] = {}

    def relate(self, address: str) -> str:
        """The relationship id of the address."""
        if address not in self._known:
            name = f"rIdLink{len(self._known) + 1}"
            self._relations.add_relationship(f"{_RELATIONSHIPS}/hyperlink", address, name, is_external=True)
            self._known[address] = name
        return self._known[address]


def _describe(document: Document, manuscript: Manuscript) -> None:
    properties: Properties = manuscript.properties
    core = document.core_properties
    now = made()
    core.title = clean(properties.title)[:_LONGEST_PROPERTY]
    core.subject = clean(properties.subject)[:_LONGEST_PROPERTY]
    core.keywords = clean(", ".join(properties.keywords))[:_LONGEST_PROPERTY]
    core.language = voice(manuscript.language).tag
    core.author = core.last_modified_by = core.comments = ""
    core.revision = 1
    core.created = core.modified = now


def _carry(document: Document, content: bytes | None) -> None:
    """Adds the custom XML part, in place of one that the base document carries from an earlier brief."""
    from docx.opc.packuri import PackURI  # noqa: PLC0415
    from docx.opc.part import Part as NewPart  # noqa: PLC0415

    relations = document.part.rels
    for key in [key for key, relation in relations.items() if relation.reltype == _CUSTOM_XML]:
        if is_carried(relations[key].target_part.blob):
            del relations[key]
    if content is None:
        return
    package = document.part.package
    name = package.next_partname("/customXml/item%d.xml")
    number = name.idx
    part: Part = NewPart(name, "application/xml", content, package)
    properties = NewPart(
        PackURI(f"/customXml/itemProps{number}.xml"),
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        carried_properties(),
        package,
    )
    part.relate_to(properties, _CUSTOM_XML_PROPERTIES)
    document.part.relate_to(part, _CUSTOM_XML)
