"""Which title is whose."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extract.titles.titles import Title


@dataclass(frozen=True, slots=True)
class Held:
    """A title that a person holds; `sure` is lower for titles shared in a list or given by apposition of the parser."""

    person: int
    title: Title
    sure: float
