"""Places in an article's text: the one coordinate system of the program."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.errors import InvalidRecord


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of one article's text.

    Half-open, in code points of `Article.text`; never empty. `article` is `Article.id`.
    Raises `InvalidRecord` when `start < 0` or `end <= start`.
    """

    article: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.end <= self.start:
            raise InvalidRecord(f"span {self.start}:{self.end} of {self.article!r} is empty or negative")

    def cut(self, text: str) -> str:
        """The words at this place; `text` must be the text of the article named in the span."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies within this span of the same article."""
        return self.article == other.article and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character of the same article."""
        return self.article == other.article and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Words exactly as a source has them, with their place: `text` is the cut of `span`."""

    text: str
    span: Span

    def __post_init__(self) -> None:
        if len(self.text) != self.span.end - self.span.start:
            raise InvalidRecord(f"{self.text!r} is not as long as its span")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated(Written):
    """The editor's words in place of what the source has at `span`; `text` need not be the cut of it."""

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise InvalidRecord("a statement without words")
