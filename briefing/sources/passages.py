"""A text as passages: the paragraphs, headings and list items that are kept or dropped as one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

from briefing.model.errors import NothingDone
from briefing.text.sentences import ends_sentence

# More of either is somebody's data or a library, no page of any site.
_MOST_LINES = 200_000
MOST_PASSAGES = 40_000
T = TypeVar("T")

_LINE = re.compile(r"[^\n]+")
# Text wrapped by hand has lines of one width; scrapes have a paragraph a line, of any width.
_WRAP_LEAST, _WRAP_MOST = 45, 90
_BULLET = re.compile(r"\s*(?:[-*•·▪◦●►■–—]|\d{1,2}[.)])\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of the text without white space at its ends, half-open; `text` has its inner newlines folded."""

    start: int
    end: int
    text: str


def passages(text: str) -> tuple[Passage, ...]:
    """The passages of plain `text`: its non-blank lines, or its blocks where it is wrapped by hand."""
    lines = tuple(bounded(_lines(text)))
    blocks = tuple(_blocks(text, lines))
    if not _hard_wrapped(blocks):
        return lines
    return tuple(joined(part) for block in blocks for part in _parts(block))


def joined(lines: Iterable[Passage]) -> Passage:
    """One passage of several lines that follow each other."""
    group = tuple(lines)
    start, end = group[0].start, group[-1].end
    return Passage(
        start=start, end=end, text=" ".join(line.text for line in group) if len(group) > 1 else group[0].text
    )


def bounded(found: Iterable[T], most: int = _MOST_LINES) -> Iterator[T]:
    """The lines in `found`; raises `NothingDone` (`not-an-article`) past the `most` that a page can have."""
    for count, each in enumerate(found):
        if count == most:
            raise NothingDone("not-an-article")
        yield each


def _lines(text: str) -> Iterator[Passage]:
    for match in _LINE.finditer(text):
        line = match.group()
        core = line.strip()
        if core:
            start = match.start() + len(line) - len(line.lstrip())
            yield Passage(start=start, end=start + len(core), text=core)


def _blocks(text: str, lines: tuple[Passage, ...]) -> Iterator[tuple[Passage, ...]]:
    block: list[Passage] = []
    for line in lines:
        if block and text.count("\n", block[-1].end, line.start) > 1:
            yield tuple(block)
            block = []
        block.append(line)
    if block:
        yield tuple(block)


def _hard_wrapped(blocks: tuple[tuple[Passage, ...], ...]) -> bool:
    """Whether sentences run on from line to line: inner lines of one width, most of them without an end."""
    inner = [line for block in blocks if len(block) >= 3 for line in block[:-1]]
    if len(inner) < 4:
        return False
    widths = [len(line.text) for line in inner]
    middle = median(widths)
    if not _WRAP_LEAST <= middle <= _WRAP_MOST or max(widths) > 1.5 * _WRAP_MOST:
        return False
    running = sum(not ends_sentence(line.text) for line in inner)
    full = sum(width >= 0.75 * middle for width in widths)
    return running >= 0.6 * len(inner) and full >= 0.8 * len(inner)


def _parts(block: tuple[Passage, ...]) -> Iterator[tuple[Passage, ...]]:
    """A wrapped block cut before each list item."""
    part: list[Passage] = []
    for line in block:
        if part and _BULLET.match(line.text):
            yield tuple(part)
            part = []
        part.append(line)
    yield tuple(part)
