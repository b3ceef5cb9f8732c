"""The logical structure of a tagged PDF: elements, what marks them on the pages, and the tree that is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFString,
)

Document: TypeAlias = Any
"""reportlab's document of PDF objects; its type stubs leave out most of what it has."""

ORDER = "Order"
"""The private key of marked content that holds its paragraph's place in reading order; absent on labels."""

FACT = "Fact"
"""The private key of marked content that holds the id of the fact whose words it is."""


@dataclass(slots=True, eq=False)
class Element:
    """A structure element; `paragraph` is its place among the paragraphs, `None` for what is no paragraph of words.

    `content`: its kids in reading order: elements, (page, MCID) pairs, and the numbers of annotations.
    """

    tag: str
    parent: Element | None = None
    paragraph: int | None = None
    language: str | None = None
    attributes: str = ""
    content: list[Element | tuple[int, int] | int] = field(default_factory=list)

    def child(self, tag: str, *, attributes: str = "") -> Element:
        """A new element under this one."""
        made = Element(tag, self, attributes=attributes)
        self.content.append(made)
        return made

    def part(self, tag: str, *, language: str | None) -> Element:
        """A new element for some of this paragraph's words; it takes its place when the first of them is set."""
        return Element(tag, self, self.paragraph, language)

    def receive(self, page: int, number: int) -> None:
        """Take the content marked `number` on `page`, and a place among the parent's kids if there is none yet."""
        if not self.content and self.parent is not None and self.parent.paragraph is not None:
            self.parent.content.append(self)
        self.content.append((page, number))

    def walk(self) -> Iterator[Element]:
        """The element and all below it that hold content, in reading order."""
        yield self
        for kid in self.content:
            if isinstance(kid, Element) and kid.content:
                yield from kid.walk()


PASSAGE = "Passage"
"""The private key of marked content that tells two passages of one fact in one paragraph apart."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a run's words are marked with: their element, the fact they print, and their passage in the paragraph."""

    element: Element
    fact: str | None = None
    passage: int = 0

    def operator(self, number: int) -> str:
        """The operator that opens the marked content; `number` is its MCID."""
        order = "" if self.element.paragraph is None else f"/{ORDER} {self.element.paragraph}"
        fact = "" if self.fact is None else self._passage(self.fact)
        return f"/{self.element.tag} <</MCID {number}{order}{fact}>> BDC"

    def _passage(self, fact: str) -> str:
        return f"/{PASSAGE} {self.passage}/{FACT} <{fact.encode('utf-8', 'surrogatepass').hex()}>"


class _Written(PDFObject):
    """One element as it stands in the file; formatted by hand, because there are thousands of them."""

    __RefOnly__ = 1

    def __init__(self, element: Element, names: dict[int, str], annotations: list[str]) -> None:
        self._element = element
        self._names = names
        self._annotations = annotations

    def format(self, document: Document) -> bytes:
        def reference(name: str) -> str:
            return str(PDFObjectReference(name).format(document).decode("ascii"))

        element = self._element
        kids = []
        for kid in element.content:
            if isinstance(kid, Element):
                if kid.content:
                    kids.append(reference(self._names[id(kid)]))
            elif isinstance(kid, tuple):
                kids.append(f"<</Type/MCR/Pg {reference(f'Page{kid[0]}')}/MCID {kid[1]}>>")
            else:
                kids.append(f"<</Type/OBJR/Obj {reference(self._annotations[kid])}>>")
        parent = self._names[id(element.parent)] if element.parent is not None else "StructTree"
        language = f"/Lang {PDFString(element.language).format(document).decode('latin-1')}" if element.language else ""
        head = f"<</Type/StructElem/S/{element.tag}/P {reference(parent)}{language}{element.attributes}"
        return f"{head}/K[{' '.join(kids)}]>>".encode("latin-1")


def write_tree(
    document: Document, root: Element, pages: list[list[Element]], annotations: list[tuple[str, Element]]
) -> PDFObjectReference:
    """Put the tree under `root` into reportlab's `document` and return a reference to it.

    `pages`: for each page the element of each MCID. `annotations`: names of annotations with their elements; their
    keys in the parent tree follow those of the pages.
    """
    elements = list(root.walk())
    names = {id(element): f"Struct{number}" for number, element in enumerate(elements)}
    annotation_names = [name for name, _ in annotations]
    for element in elements:
        document.Reference(_Written(element, names, annotation_names), names[id(element)])

    def reference(element: Element) -> PDFObjectReference:
        return PDFObjectReference(names[id(element)])

    numbers: list[Any] = []
    for key, marked in enumerate(pages):
        numbers += [key, PDFArray([reference(element) for element in marked])]
    for key, (_, element) in enumerate(annotations, start=len(pages)):
        numbers += [key, reference(element)]
    tree = PDFDictionary(
        {
            "Type": PDFName("StructTreeRoot"),
            "K": PDFArray([reference(root)]),
            "ParentTree": PDFDictionary({"Nums": PDFArray(numbers)}),
            "ParentTreeNextKey": len(pages) + len(annotations),
            "RoleMap": PDFDictionary({"Title": PDFName("P"), "Aside": PDFName("Div")}),
        }
    )
    written: PDFObjectReference = document.Reference(tree, "StructTree")
    return written
