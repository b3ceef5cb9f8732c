"""The text of a web page as a reader sees it: a block a line, in reading order, tags gone and white space folded.

Quotations that the page only marks up are marked here too, since a browser draws them: `<q>` gets quotation marks, and
a block quotation a `>` before each of its lines, as in Markdown. Where the questions of an interview stand in bold, all
lines in bold have its marks around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

SET_OFF = "> "
"""What stands before a block quotation; it belongs to no passage."""
_LOUD = "**"
_FEWEST_QUESTIONS = 3  # in bold or italics, or as headings, that make a page an interview
_EMPHASIS = frozenset({"b", "strong", "em", "i"})
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})

_SPACE = re.compile(r"\s+")
_DASH = re.compile(r"[-–—―]\s*\Z")
_OPENING = frozenset("\"“„«‹‘'「『")
_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select", "button"})
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span "  # noqa: SIM905
    "strike strong sub sup time tt u var wbr".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A block of the page as it is seen.

    `start` to `end`: where it stands in the text. `tag`: its element's name. `quoted`: set off as a block quotation.
    """

    start: int
    end: int
    text: str
    tag: str
    quoted: bool = False


def page_text(tree: _Element) -> tuple[str, tuple[Block, ...]]:
    """The text, and the blocks in it."""
    found = tuple(_lines(tree))
    asked = sum(line.loud and line.words.endswith("?") for line in found) >= _FEWEST_QUESTIONS
    lines: list[str] = []
    blocks = []
    at = 0
    for line in found:
        margin = SET_OFF * line.quoted + _LOUD * (asked and line.loud)
        start, end = at + len(margin), at + len(margin) + len(line.words)
        blocks.append(Block(start=start, end=end, text=line.words, tag=line.tag, quoted=line.quoted))
        lines.append(margin + line.words + _LOUD * (asked and line.loud))
        at += len(lines[-1]) + 1
    return "\n".join(lines), tuple(blocks)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the page, white space folded; `loud`: all of it is in bold or italics, or it is a heading."""

    tag: str
    words: str
    quoted: bool
    loud: bool


def _lines(tree: _Element) -> Iterator[_Line]:
    """The visible blocks of the page in reading order."""
    pieces: list[tuple[str, bool]] = []
    owner, depth = "body", 0
    for event, tag, words in _walk(tree):
        if event == "text":
            pieces.append((words, tag == "loud"))
            continue
        if event == "signature":
            if not _DASH.search("".join(words for words, _ in pieces[-2:])):
                yield from _line(owner, pieces, depth)
                pieces = []
            continue
        yield from _line(owner, pieces, depth)
        pieces, owner = [], tag
        depth += {"enter": 1, "leave": -1}.get(event, 0)
    yield from _line(owner, pieces, depth)


def _line(owner: str, pieces: list[tuple[str, bool]], depth: int) -> Iterator[_Line]:
    line = _SPACE.sub(" ", "".join(words for words, _ in pieces)).strip()
    if line:
        loud = owner in _HEADINGS or all(emphatic or not words.strip() for words, emphatic in pieces)
        yield _Line(owner, line, depth > 0, loud)


def _walk(tree: _Element) -> Iterator[tuple[str, str, str]]:
    """Text and block boundaries in document order, without recursion: `(event, tag, words)`."""
    stack: list[tuple[_Element, bool]] = [(tree, False)]
    inner = loud = 0
    while stack:
        node, leaving = stack.pop()
        tag = tag_of(node)
        if leaving:
            inner -= tag == "q"
            loud -= tag in _EMPHASIS
            yield from _end(node, tag, inner)
            if node is not tree and node.tail:
                yield "text", "loud" * (loud > 0), node.tail
            continue
        stack.append((node, True))
        inner += tag == "q"
        loud += tag in _EMPHASIS
        if not tag or tag in _UNSEEN:
            continue
        yield from _begin(node, tag, inner - (tag == "q"))
        if node.text:
            yield "text", "loud" * (loud > 0), node.text
        stack.extend((child, False) for child in reversed(node))


def _begin(node: _Element, tag: str, inner: int) -> Iterator[tuple[str, str, str]]:
    if tag == "q":
        if not _is_marked(node):
            yield "text", "", "“‘"[inner % 2]
    elif tag == "cite":
        if _is_last(node):
            yield "signature", tag, ""
    elif tag not in _INLINE:
        yield "enter" if tag == "blockquote" else "block", tag, ""


def _end(node: _Element, tag: str, inner: int) -> Iterator[tuple[str, str, str]]:
    if tag == "q":
        if not _is_marked(node):
            yield "text", "", "”’"[inner % 2]
    elif tag and tag not in _INLINE:
        yield "leave" if tag == "blockquote" else "block", _parent(node), ""


def _is_marked(node: _Element) -> bool:
    """Whether the page has quotation marks of its own in the element."""
    return (node.text or "").lstrip()[:1] in _OPENING


def _is_last(node: _Element) -> bool:
    """Whether an element ends a block quotation."""
    above = node.getparent()
    while above is not None and tag_of(above) in {"p", "footer", "div"}:
        above = above.getparent()
    return tag_of(above) == "blockquote" and node.getnext() is None and not (node.tail or "").strip()


def tag_of(node: object) -> str:
    """The name of an element; empty for a comment or an instruction, whose `tag` is a function."""
    tag = getattr(node, "tag", None)
    return tag if isinstance(tag, str) else ""


def _parent(node: _Element) -> str:
    return tag_of(node.getparent()) or "body"
