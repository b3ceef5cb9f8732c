"""The brief as blocks: the reader's language is resolved, the format is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, TypeAlias

from briefing.model.errors import InvalidRecord

Paper: TypeAlias = Literal["A4", "Letter"]


class Tone(StrEnum):
    """What a run of words is, for the eye; a renderer maps it to type and colour."""

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    QUIET = "quiet"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words of one kind; plain data, never markup, with any character in it; a newline breaks the line.

    `link`: `#anchor` within the document or an http(s) address. `anchor`: a name that links can point to.
    `language`: BCP 47 where it differs from the manuscript's. `fact`: id of the fact these words print; runs of one
    fact follow each other.
    """

    text: str
    tone: Tone = Tone.PLAIN
    link: str | None = None
    anchor: str | None = None
    language: str | None = None
    fact: str | None = None


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading, `level` 1 to 3; it stays with what follows and enters outline and contents."""

    level: int
    runs: Runs
    anchor: str | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.level <= 3:
            raise InvalidRecord(f"heading level {self.level}")


class ParagraphStyle(StrEnum):
    """The standard kinds of paragraph."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    MARKING = "marking"
    BODY = "body"
    LEAD = "lead"
    SMALL = "small"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running words; `keep_with_next` forbids a page break after it."""

    runs: Runs
    style: ParagraphStyle = ParagraphStyle.BODY
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A quotation set apart, with the line that says whose it is; kept together where a page can hold it.

    `words` carry the reader's quotation marks already. An empty `attribution` takes no line.
    """

    words: Runs
    attribution: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Labels with values ("Place: Kyiv"), as at the head of a brief."""

    rows: tuple[tuple[Runs, Runs], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table whose header row repeats on every page; `widths` are shares, one per column, above 0.

    `rows`: each as long as `header`. `group` rows are given as a single cell and span the table.
    """

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    widths: tuple[float, ...]

    def __post_init__(self) -> None:
        columns = len(self.header)
        if columns == 0 or len(self.widths) != columns or any(width <= 0 for width in self.widths):
            raise InvalidRecord("a table needs columns, and a width above 0 for each")
        if any(len(row) not in (1, columns) for row in self.rows):
            raise InvalidRecord("a table row is as long as the header, or one cell that spans it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A bulleted or numbered list of paragraphs."""

    items: tuple[Runs, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout:
    """A remark set apart from the brief's own matter: what was left out, what to check."""

    runs: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak:
    """What follows begins a new page."""


Block: TypeAlias = Heading | Paragraph | Quotation | Pairs | Table | Listing | Callout | PageBreak


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """What stands at the edge of every page.

    `page`: the reader's words with `{page}` and `{pages}` for the two numbers.
    """

    header: str = ""
    footer: str = ""
    page: str = "{page} / {pages}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """What the file says of itself."""

    title: str
    subject: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The look of a template, in points and hex colours; both renderers obey it.

    `fonts`: family names for text and headings (`Noto Serif`, `Noto Sans`). `spacing`: a factor of the space between
    paragraphs. `margins`: top, right, bottom, left.
    """

    text_font: str = "Noto Serif"
    heading_font: str = "Noto Sans"
    size: float = 10.5
    leading: float = 1.4
    spacing: float = 1.0
    accent: str = "1F3A5F"
    quiet: str = "5A6470"
    rule: str = "C9CFD6"
    margins: tuple[float, float, float, float] = (62.0, 62.0, 62.0, 62.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """A brief ready to be rendered in any format.

    `language`: BCP 47 of the reader. `payload`: the dossier and settings as JSON text that the file carries along,
    `None` to carry nothing. `base_document`: bytes of a template's own DOCX, `None` for the built-in one.
    """

    language: str
    paper: Paper
    blocks: tuple[Block, ...]
    properties: Properties
    furniture: Furniture = field(default_factory=Furniture)
    theme: Theme = field(default_factory=Theme)
    right_to_left: bool = False
    payload: str | None = None
    base_document: bytes | None = None


def runs_of(block: Block) -> Iterator[Runs]:
    """The paragraphs of a block in reading order, each as its runs; nothing for a page break."""
    match block:
        case Heading(runs=runs) | Paragraph(runs=runs) | Callout(runs=runs):
            yield runs
        case Quotation(words=words, attribution=attribution):
            yield words
            if attribution:
                yield attribution
        case Pairs(rows=rows):
            for label, value in rows:
                yield label
                yield value
        case Table(header=header, rows=rows):
            yield from header
            for row in rows:
                yield from row
        case Listing(items=items):
            yield from items
        case PageBreak():
            return
