"""What a list of articles shows of each, without its text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One article of a brief's file as the list has it; the library makes it without reading any text.

    `facts`: how many were found, `None` where none have been looked for yet. `rules`: the version of the rules that
    found them. `failed`: whether the search came to grief. `words`: of the body.
    """

    id: str
    path: str
    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    url: str | None
    facts: int | None
    rules: str | None
    failed: bool
    words: int
