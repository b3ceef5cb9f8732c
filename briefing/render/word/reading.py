"""What a printed Word document says now, also after somebody edited it by hand."""

from __future__ import annotations

import posixpath

from lxml import etree

from briefing.model.errors import NothingDone
from briefing.model.printed import Printed
from briefing.render.word.carried import is_carried, read_carried
from briefing.render.word.package import parsed, parts_of
from briefing.render.word.stylesheet import WORD_NAMESPACE

_W = f"{{{WORD_NAMESPACE}}}"
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_RELATIONS = "_rels/.rels"
_CUSTOM = "customXml/"
# Passages do not lie in each other; a few do where somebody copied one into another.
_MOST_OPEN = 32
# What was deleted or moved away with changes tracked, and the second rendering of a drawing, are not the text.
_SKIPPED = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", f"{_W}sectPr", _ALTERNATIVE})
_CHARACTERS = {
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}tab": "\t",
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}softHyphen": "\u00ad",
}


def read_printed(data: bytes) -> Printed:
    """The payload, passages and words of a DOCX file.

    Raises `NothingDone`: `encrypted` where a password is needed, `not-a-brief` where `data` is no Word document.
    """
    body = _body(data)
    payload: str | None = None
    names: dict[str, str] = {}
    for content in parts_of(data, lambda name: name.startswith(_CUSTOM)).values():
        if is_carried(content):
            payload, names = read_carried(content)
    reader = _Reader(names)
    reader.read(body)
    return Printed(payload=payload, passages=reader.passages(), text="".join(reader.text).strip("\n"))


def words(data: bytes) -> list[str]:
    """The words of the body in reading order, cut at white space. Raises like `read_printed`."""
    return read_printed(data).text.split()


def _body(data: bytes) -> etree._Element:
    name = posixpath.normpath(_main_part(data).lstrip("/"))
    content = parts_of(data, lambda member: member == name).get(name)
    if content is None:
        raise NothingDone("not-a-brief")
    body = parsed(content).find(f"{_W}body")
    if body is None:
        raise NothingDone("not-a-brief")
    return body


def _main_part(data: bytes) -> str:
    relations = parts_of(data, lambda name: name == _RELATIONS).get(_RELATIONS, b"")
    for relation in parsed(relations).iter(_RELATIONSHIPS):
        if relation.get("Type", "").endswith("/officeDocument"):
            return relation.get("Target", "")
    raise NothingDone("not-a-brief")


class _Reader:
    """Collects the words of a document and of each passage in it, in one walk."""

    def __init__(self, names: dict[str, str]) -> None:
        self.text: list[str] = []
        self._names = names
        self._open: dict[str, int] = {}
        self._found: list[tuple[str, list[str]]] = []

    def passages(self) -> tuple[tuple[str, str], ...]:
        """Each passage's fact and words."""
        return tuple((fact, "".join(pieces).strip("\n")) for fact, pieces in self._found)

    def read(self, element: etree._Element) -> None:
        """Takes in everything below `element`."""
        walk = etree.iterwalk(element, events=("start", "end"))
        for event, node in walk:
            tag = node.tag
            if event == "end":
                if tag == f"{_W}p":
                    self._say("\n")
            elif tag in _SKIPPED or not isinstance(tag, str):
                walk.skip_subtree()
            elif tag == f"{_W}t":
                self._say(node.text or "")
            elif tag in _CHARACTERS:
                self._say(_CHARACTERS[tag])
            elif tag == f"{_W}bookmarkStart":
                self._enter(node)
            elif tag == f"{_W}bookmarkEnd":
                self._open.pop(node.get(f"{_W}id", ""), None)

    def _say(self, text: str) -> None:
        self.text.append(text)
        for position in self._open.values():
            self._found[position][1].append(text)

    def _enter(self, node: etree._Element) -> None:
        fact = self._names.get(node.get(f"{_W}name", ""))
        if fact is not None and len(self._open) < _MOST_OPEN:
            self._open[node.get(f"{_W}id", "")] = len(self._found)
            self._found.append((fact, []))
