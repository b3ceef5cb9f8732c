"""The logical structure of a tagged PDF: elements, what marks them on the pages, and the tree that is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference

from briefing.render.pdf.objects import Document, array, text_string

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


class _Writer:
    """Writes elements as they stand in the file; by hand, because there are thousands of them.

    `numbers`: the number of every object, by its name; `annotations`: the names of the annotations.
    """

    def __init__(
        self, numbers: dict[str, tuple[int, int]], annotations: Sequence[str], elements: list[Element]
    ) -> None:
        # An element's number is known before it is written: they are put into the document one after the other.
        first = len(numbers) + 1
        self._numbers = {id(element): f"{number} 0 R" for number, element in enumerate(elements, start=first)}
        self._root = f"{first + len(elements)} 0 R"
        self._objects = numbers
        self._annotations = annotations

    def reference(self, element: Element) -> str:
        """How other objects refer to an element."""
        return self._numbers[id(element)]

    def written(self, element: Element) -> bytes:
        """The whole element."""
        parent = self.reference(element.parent) if element.parent is not None else self._root
        language = f"/Lang {text_string(element.language).decode('latin-1')}" if element.language else ""
        kids = " ".join(map(self._kid, filter(_written, element.content)))
        return f"<</Type/StructElem/S/{element.tag}/P {parent}{language}{element.attributes}/K[{kids}]>>".encode(
            "latin-1"
        )

    def _kid(self, kid: Element | tuple[int, int] | int) -> str:
        if isinstance(kid, Element):
            return self._numbers[id(kid)]
        if isinstance(kid, tuple):
            return f"<</Type/MCR/Pg {self._object(f'Page{kid[0]}')}/MCID {kid[1]}>>"
        return f"<</Type/OBJR/Obj {self._object(self._annotations[kid])}>>"

    def _object(self, name: str) -> str:
        number, version = self._objects[name]
        return f"{number} {version} R"


def _written(kid: Element | tuple[int, int] | int) -> bool:
    return not isinstance(kid, Element) or bool(kid.content)


def write_tree(
    document: Document, root: Element, pages: list[list[Element]], annotations: list[tuple[str, Element]]
) -> PDFObjectReference:
    """Put the tree under `root` into reportlab's `document` and return a reference to it.

    `pages`: for each page the element of each MCID. `annotations`: names of annotations with their elements; their
    keys in the parent tree follow those of the pages.
    """
    elements = list(root.walk())
    writer = _Writer(document.idToObjectNumberAndVersion, [name for name, _ in annotations], elements)
    for number, written in enumerate(list(map(writer.written, elements))):
        document.Reference(written, f"Struct{number}")
    numbers: list[str] = []
    for key, marked in enumerate(pages):
        numbers += [str(key), array(list(map(writer.reference, marked)))]
    for key, (_, element) in enumerate(annotations, start=len(pages)):
        numbers += [str(key), writer.reference(element)]
    tree = PDFDictionary(
        {
            "Type": PDFName("StructTreeRoot"),
            "K": PDFArray([writer.reference(root)]),
            "ParentTree": f"<<\n/Nums {array(numbers)}\n>>",
            "ParentTreeNextKey": len(pages) + len(annotations),
            "RoleMap": PDFDictionary({"Title": PDFName("P"), "Aside": PDFName("Div")}),
        }
    )
    written_tree: PDFObjectReference = document.Reference(tree, "StructTree")
    return written_tree
