"""PDF objects by the thousand: written as reportlab writes them, in a fraction of the time."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, TypeAlias

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.pdfdoc import Destination, DummyDoc, PDFObject, PDFObjectReference, PDFString

Document: TypeAlias = Any
"""reportlab's document of PDF objects; its type stubs leave out most of what it has."""

_IN_A_ROW = 10

_PRINTED_WITH_PAGE = 4
"""The annotation flag without which archives refuse a link."""


def array(items: Sequence[str]) -> str:
    """An array of written objects, with a line end after every tenth."""
    rows = [" ".join(items[start : start + _IN_A_ROW]) for start in range(0, len(items), _IN_A_ROW)]
    return "[ " + " \n  ".join(rows) + " ]"


@lru_cache(maxsize=4096)
def number(value: float) -> str:
    """A number as short as it can be written."""
    written: str = fp_str(value)
    return written


@lru_cache(maxsize=1024)
def text_string(text: str) -> bytes:
    """A string of words."""
    written: bytes = PDFString(text).format(DummyDoc())
    return written


@lru_cache(maxsize=64)
def _deflated(content: bytes) -> bytes:
    return zlib.compress(content)


class Deflate:
    """The filter of what is often the same from one file to the next: pages and fonts."""

    pdfname = "FlateDecode"

    @staticmethod
    def encode(content: str | bytes) -> bytes:
        """`content` compressed."""
        return _deflated(content.encode("utf-8") if isinstance(content, str) else content)


class Place(PDFObject):
    """A height of a page, as the format of a reportlab `Destination`; `page` is set by that."""

    page: PDFObjectReference

    def __init__(self, top: float) -> None:
        self._top = number(top)

    def format(self, document: Document) -> bytes:
        """The place as it stands in links and in the outline."""
        return b"[ %b /XYZ 0 %b 0 ]" % (self.page.format(document), self._top.encode("ascii"))


class Link(PDFObject):
    """A link annotation: `target` is what it leads to, `says` what is read aloud for it, `box` where it stands.

    `parent`: its key in the parent tree of the structure.
    """

    def __init__(self, target: Destination | str, says: str, box: Sequence[float]) -> None:
        self._target = target
        self._says = says
        self._box = box
        self.parent = 0

    def format(self, document: Document) -> bytes:
        """The annotation as it stands in the file."""
        box = " ".join([number(round(edge, 2)) for edge in self._box]).encode("ascii")
        says = text_string(self._says)
        action = destination = b""
        if isinstance(self._target, str):
            action = b"/A <<\n/S /URI /URI %b\n>> " % text_string(self._target)
        else:
            destination = b"/Dest %b " % self._target.format(document)
        return b"<<\n%b/Border [ 0 0 0 ] /Contents %b %b/F %d " % (
            action,
            says,
            destination,
            _PRINTED_WITH_PAGE,
        ) + b"/Rect [ %b ] /StructParent %d \n  /Subtype /Link /Type /Annot\n>>" % (box, self.parent)
