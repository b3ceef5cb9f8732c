"""ISO 8601 dates, whole or truncated, in a reader's long form."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from briefing.locale import cldr

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?", re.ASCII | re.DOTALL)

# CLDR skeletons of a long date, by how many of year, month and day are known.
_SKELETONS = {1: "y", 2: "yMMMM", 3: "yMMMMd"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Day:
    """A date of which the first `known` of year, month and day are given; the others stand at 1."""

    date: dt.date
    known: int


def _parse(iso: str) -> _Day | None:
    match = _ISO.fullmatch(iso.strip())
    if match is None:
        return None
    parts = [int(part) for part in match.groups() if part]
    try:
        date = dt.date(*[*parts, 1, 1][:3])
    except ValueError:
        return None
    return _Day(date=date, known=len(parts))


def date(iso: str, identifier: str) -> str:
    """The date in words; of a date-time the date as it is written, in its own time zone.

    What is no ISO 8601 date is returned as it is.
    """
    day = _parse(iso)
    return iso if day is None else _long(day, identifier)


def _long(day: _Day, identifier: str) -> str:
    from babel.dates import format_date, format_skeleton  # noqa: PLC0415 (Babel costs 0.1 s)

    locale = cldr.data(identifier)
    if day.known == 3:
        return format_date(day.date, "long", locale=locale)
    return format_skeleton(_SKELETONS[day.known], day.date, locale=locale)


def date_range(start: str, end: str, identifier: str) -> str:
    """Two dates as one range, what they share said once; a whole year or month as just that."""
    first, last = _parse(start), _parse(end)
    if first is None or last is None:
        return _between(date(start, identifier), date(end, identifier), identifier)
    if first == last:
        return _long(first, identifier)
    whole = _whole(first, last)
    if whole is not None:
        return _long(whole, identifier)
    patterns = _interval(first, last, identifier)
    if patterns is None:
        return _between(_long(first, identifier), _long(last, identifier), identifier)
    from babel.dates import format_date  # noqa: PLC0415 (Babel costs 0.1 s)

    days = (first.date, last.date)
    return "".join(
        format_date(day, pattern, locale=cldr.data(identifier)) for day, pattern in zip(days, patterns, strict=True)
    )


def _whole(first: _Day, last: _Day) -> _Day | None:
    """The year or month that runs from `first` to `last` exactly."""
    if first.known != 3 or last.known != 3 or first.date.year != last.date.year or first.date.day != 1:
        return None
    month = last.date.month
    if last.date < dt.date.max and (last.date + dt.timedelta(days=1)).month == month:
        return None
    if first.date.month == month:
        return _Day(date=first.date, known=2)
    return _Day(date=first.date, known=1) if (first.date.month, month) == (1, 12) else None


def _interval(first: _Day, last: _Day, identifier: str) -> tuple[str, str] | None:
    """CLDR's two patterns for such a range with months spelled out; `None` where it has none."""
    if first.known != last.known or first.date > last.date:
        return None
    differs = "y" if first.date.year != last.date.year else "M" if first.date.month != last.date.month else "d"
    formats = cldr.data(identifier).interval_formats
    skeleton = _SKELETONS[first.known]
    # Where CLDR has the range with abbreviated months only, ICU widens the field, and so does this.
    patterns = formats.get(skeleton) or formats.get(skeleton.replace("MMMM", "MMM")) or {}
    if len(patterns.get(differs, ())) != 2:
        return None
    from_, to = (re.sub(r"(?<![ML])([ML])\1\1(?![ML])", r"\1\1\1\1", pattern) for pattern in patterns[differs])
    return from_, to


def _between(first: str, last: str, identifier: str) -> str:
    pattern: str = cldr.data(identifier).interval_formats[None]
    return pattern.format(first, last)
