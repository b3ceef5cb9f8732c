"""One sign in the text that somebody took part."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.facts import Mode
from briefing.model.span import Written


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One sign that somebody took part; `weight`: how directly it says so. `start`, `end`: the words that say it."""

    who: str | None
    group: Written | None
    mode: Mode
    start: int
    end: int
    sentence: int
    rule: str
    weight: float
