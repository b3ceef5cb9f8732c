"""What a record's shape does not say: that its places and dates are what the rest of the program takes them for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import is_dataclass

from briefing.library.codec import Misshapen
from briefing.model.facts import Findings, When
from briefing.model.span import Span

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


def check(found: Findings) -> None:
    """Raises `Misshapen` where a place is in another article than the one searched, or a date is none."""
    for part in _parts(found):
        if isinstance(part, Span) and part.article != found.article:
            raise Misshapen("a place in another article")
        if isinstance(part, When) and not all(_DATE.fullmatch(day) for day in (part.start, part.end) if day):
            raise Misshapen("no date")


def _parts(value: object) -> Iterator[object]:
    """Every record in a record."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, tuple):
            waiting.extend(one)
        elif is_dataclass(one):
            yield one
            waiting.extend([getattr(one, name) for name in one.__dataclass_fields__])
