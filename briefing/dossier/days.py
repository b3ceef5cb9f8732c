"""Days as numbers, for telling whether two dates can be one."""

from __future__ import annotations

import datetime as dt
import re

from briefing.model.facts import When

_FULL = re.compile(r"\d{4}-\d{2}-\d{2}")


def day(iso: str | None) -> int | None:
    """The ordinal of an ISO 8601 date or date-time; `None` for a truncated, wrong or missing one."""
    match = _FULL.match(iso or "")
    if match is None:
        return None
    try:
        return dt.date.fromisoformat(match.group()).toordinal()
    except ValueError:
        return None


def day_range(when: When | None) -> tuple[int, int] | None:
    """First and last day of a settled time, inclusive; `None` where either is not settled to the day."""
    first = day(when.start) if when else None
    if when is None or first is None:
        return None
    last = day(when.end) if when.end else first
    return None if last is None or last < first or last - first > 366 else (first, last)
