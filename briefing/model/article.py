"""An article as it came, and what in it is the article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from briefing.model.errors import InvalidRecord


class RegionKind(StrEnum):
    """What a stretch of the source is."""

    TITLE = "title"
    BODY = "body"
    METADATA = "metadata"
    JUNK = "junk"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Region:
    """A classified stretch of `Article.text`, half-open; `reason` is set on junk only.

    `reason` is a short stable code such as `breadcrumb`, `link_list`, `counter`, `promotion`, `repetition`,
    `no_sentence`, `after_body`; the `ui` catalogue words it (`dropped.<reason>`).
    """

    start: int
    end: int
    kind: RegionKind
    reason: str | None = None

    def __post_init__(self) -> None:
        if self.start < 0 or self.end <= self.start:
            raise InvalidRecord(f"region {self.start}:{self.end} is empty or negative")
        if (self.reason is not None) != (self.kind is RegionKind.JUNK):
            raise InvalidRecord("junk needs a reason, and nothing else has one")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One source, decoded and never rewritten; cleaning selects `regions` of it.

    `id`: the first 16 hex digits of the SHA-256 of `text` in UTF-8 (surrogates passed through).
    `path`: the source as the user named it, `-` for standard input.
    `regions`: sorted, without overlap; one BODY region per paragraph; white space between them is in none.
    `published`: ISO 8601 as far as the source gives it, `None` if it does not.
    `language`: BCP 47 primary tag of the body, `None` where it is too short to tell.
    """

    id: str
    path: str
    text: str
    regions: tuple[Region, ...]
    title: str | None = None
    language: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    byline: str | None = None

    def __post_init__(self) -> None:
        last = 0
        for region in self.regions:
            if region.start < last or region.end > len(self.text):
                raise InvalidRecord(f"regions of {self.path!r} overlap, are unsorted or reach past the text")
            last = region.end

    def body(self) -> Iterator[Region]:
        """The paragraphs of the article proper, in order."""
        return (region for region in self.regions if region.kind is RegionKind.BODY)
