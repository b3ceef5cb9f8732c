"""Bullets and numbers of lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.render.word.stylesheet import WORD_NAMESPACE

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_W = f"{{{WORD_NAMESPACE}}}"
_FORMATS = (("bullet", "\u2022"), ("decimal", "%1."))


def abstract_numberings(first: int) -> str:
    """Our two `w:abstractNum` elements, bullets and numbers, with ids from `first`; the list styles indent them."""
    return "".join(
        f'<w:abstractNum w:abstractNumId="{first + offset}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        "</w:abstractNum>"
        for offset, (form, text) in enumerate(_FORMATS)
    )


class Numbering:
    """The numbering part of one document, made where there is none."""

    def __init__(self, document: Document) -> None:
        self._root = _root(document)

    def add_ours(self) -> tuple[int, int]:
        """Adds our bullets and numbers; the numbering ids of the two."""
        from docx.oxml.parser import parse_xml  # noqa: PLC0415  importing the package costs a tenth of a second

        first = 1 + max((_id(element, "abstractNumId") for element in self._root.iter(f"{_W}abstractNum")), default=0)
        wrapper = parse_xml(f'<w:numbering xmlns:w="{WORD_NAMESPACE}">{abstract_numberings(first)}</w:numbering>')
        instance = self._root.find(f"{_W}num")
        for element in list(wrapper):
            if instance is None:
                self._root.append(element)
            else:  # the schema wants every definition before the first use
                instance.addprevious(element)
        return self._add(first), self._add(first + 1)

    def restart(self, number: int) -> int:
        """A numbering like `number` that begins at 1 again."""
        return self._add(self._abstract_of(number), restarted=True)

    def number_of_style(self, style: _Element | None) -> int | None:
        """The numbering that a style brings along, `None` where it brings none that exists."""
        if style is None:
            return None
        element = style.find(f"{_W}pPr/{_W}numPr/{_W}numId")
        number = 0 if element is None else _id(element, "val")
        return number if any(_id(instance, "numId") == number for instance in self._root.iter(f"{_W}num")) else None

    def _abstract_of(self, number: int) -> int:
        for instance in self._root.iter(f"{_W}num"):
            reference = instance.find(f"{_W}abstractNumId")
            if _id(instance, "numId") == number and reference is not None:
                return _id(reference, "val")
        return 0

    def _add(self, abstract: int, *, restarted: bool = False) -> int:
        number = 1 + max((_id(element, "numId") for element in self._root.iter(f"{_W}num")), default=0)
        instance = self._root.makeelement(f"{_W}num", {f"{_W}numId": str(number)})
        instance.append(instance.makeelement(f"{_W}abstractNumId", {f"{_W}val": str(abstract)}))
        if restarted:
            override = instance.makeelement(f"{_W}lvlOverride", {f"{_W}ilvl": "0"})
            override.append(override.makeelement(f"{_W}startOverride", {f"{_W}val": "1"}))
            instance.append(override)
        last = list(self._root.iter(f"{_W}num"))
        if last:
            last[-1].addnext(instance)
        else:
            self._root.append(instance)
        return number


def _id(element: _Element, name: str) -> int:
    value = element.get(f"{_W}{name}", "")
    return int(value) if value.isascii() and value.isdigit() else 0


def _root(document: Document) -> _Element:
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE  # noqa: PLC0415
    from docx.opc.packuri import PackURI  # noqa: PLC0415
    from docx.oxml.parser import parse_xml  # noqa: PLC0415
    from docx.parts.numbering import NumberingPart  # noqa: PLC0415

    part = document.part
    if not any(relation.reltype == RELATIONSHIP_TYPE.NUMBERING for relation in part.rels.values()):
        empty = parse_xml(f'<w:numbering xmlns:w="{WORD_NAMESPACE}"/>')
        made = NumberingPart(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, empty, part.package)
        part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
    root: _Element = part.numbering_part.element
    return root
