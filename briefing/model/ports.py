"""The sockets of the program: what a source, an extractor and a renderer have to be."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from briefing.model.article import Article
from briefing.model.facts import Findings
from briefing.model.manuscript import Manuscript
from briefing.model.notice import Outcome


class Source(Protocol):
    """Makes articles of bytes in the world."""

    def accepts(self, path: Path, head: bytes) -> bool:
        """Whether this reader understands a file with this name and these first bytes (at most 64 KiB)."""
        ...

    def read(self, name: str, data: bytes) -> Outcome[tuple[Article, ...]]:
        """The articles in `data`; `name` is the source as the user wrote it. Raises `NothingDone`."""
        ...


class Extractor(Protocol):
    """Finds the facts of an article in one language."""

    def extract(self, articles: Iterable[Article]) -> Iterable[Outcome[Findings]]:
        """The findings of each article, in order; lazily, so that a caller can stop between two."""
        ...


class Renderer(Protocol):
    """Turns a manuscript into the bytes of one format."""

    def render(self, manuscript: Manuscript) -> bytes:
        """The whole file; the same bytes for the same manuscript while `SOURCE_DATE_EPOCH` is the same."""
        ...

    def lacks(self, manuscript: Manuscript) -> frozenset[str]:
        """The characters of the manuscript that this format cannot show here and marks as missing."""
        ...


class Gauge(Protocol):
    """Tells how much paper a manuscript takes."""

    def pages(self, manuscript: Manuscript) -> int:
        """The number of pages, at least 1."""
        ...
