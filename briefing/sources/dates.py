"""Dates of publication as pages print them, to ISO 8601 as far as they are given."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from briefing.sources.labels import updated

_ISO = re.compile(
    r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?)?"
)
_DAY_FIRST = re.compile(r"(?<![\d.])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<![\d.])(\d{4})[./](\d{1,2})[./](\d{1,2})(?!\d)")
_CLOCK = re.compile(r"(?<![\d:.])(\d{1,2})(?::|h)([0-5]\d)(?::([0-5]\d))?(?!\d)\s*([ap])?\.?m?", re.IGNORECASE)


@cache
def _months() -> Mapping[str, int]:
    names = tomllib.loads(Path(__file__).with_name("months.toml").read_text(encoding="utf-8"))["names"]
    return {word: number for number, row in enumerate(names, start=1) for word in row.split("|")}


@cache
def _update_words() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, updated())) + r")(?!\w)")


@cache
def _worded() -> tuple[re.Pattern[str], re.Pattern[str]]:
    month = "(" + "|".join(sorted(map(re.escape, _months()), key=len, reverse=True)) + r")\.?(?!\w)"
    day = r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?!\d)"
    year = r"(\d{4})(?!\d)"
    return (
        re.compile(rf"{day}\s*(?:de\s+)?{month},?\s*(?:de\s+|del\s+)?{year}", re.IGNORECASE),
        re.compile(rf"(?<!\w){month}\s*{day},?\s+{year}", re.IGNORECASE),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A date that a page gives itself, in ISO 8601; `updated` where the page says that it is that of a later change."""

    date: str
    updated: bool = False


def find_date(text: str) -> str | None:
    """The date of `find_stamp`."""
    stamp = find_stamp(text)
    return stamp.date if stamp else None


def find_stamp(text: str) -> Stamp | None:
    """The first full date in `text` with the time beside it, one of publication before one of an update.

    `None` where there is no date, or an ambiguous one only.
    """
    found = list(_dates(text))
    ends = sorted(end for _, end, _ in found)
    stamps = [
        Stamp(
            date=written, updated=says_updated(text[max((each for each in ends if each <= start), default=0) : start])
        )
        for start, _, written in found
    ]
    return next((stamp for stamp in stamps if not stamp.updated), stamps[0] if stamps else None)


def _label(text: str, start: int, found: Sequence[tuple[int, int, str]]) -> str:
    """The words between a date and the one before it."""
    return text[max((end for _, end, _ in found if end <= start), default=0) : start]


def says_updated(label: str) -> bool:
    """Whether words before a date tell that a page was changed then, not published."""
    return bool(_update_words().search(label.lower()))


def _dates(text: str) -> Iterator[tuple[int, int, str]]:
    """The dates in `text`, half-open: those in the international form first, the others in their order."""
    for match in _ISO.finditer(text):
        if found := _iso(match):
            yield match.start(), match.end(), found
    for start, end, year, month, day in _candidates(text):
        if found := _checked(year, month, day):
            yield start, end, found + _time(text[end : end + 30])


def _iso(match: re.Match[str]) -> str | None:
    year, month, day, hour, minute, second, zone = match.groups()
    found = _checked(int(year), int(month), int(day))
    if found is None or hour is None:
        return found
    if int(hour) > 23 or int(minute) > 59 or int(second or 0) > 59:
        return found
    time = f"T{int(hour):02}:{minute}" + (f":{second}" if second else "")
    if zone and zone != "Z" and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    return found + time + (zone or "")


def _candidates(text: str) -> list[tuple[int, int, int, int, int]]:
    """Start, end, year, month and day of what may be dates."""
    day_month, month_day = _worded()
    found = [(m.start(), m.end(), int(m[3]), _months()[m[2].lower()], int(m[1])) for m in day_month.finditer(text)]
    found += [(m.start(), m.end(), int(m[3]), _months()[m[1].lower()], int(m[2])) for m in month_day.finditer(text)]
    found += [(m.start(), m.end(), int(m[1]), int(m[2]), int(m[3])) for m in _YEAR_FIRST.finditer(text)]
    for match in _DAY_FIRST.finditer(text):
        first, second = int(match[1]), int(match[3])
        if match[2] == "." or first > 12 or first == second:
            found.append((match.start(), match.end(), int(match[4]), second, first))
        elif second > 12:
            found.append((match.start(), match.end(), int(match[4]), first, second))
        # Else it is the fourth of March here and the third of April there.
    return sorted(found)


def _checked(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _time(after: str) -> str:
    match = _CLOCK.search(after)
    if match is None or match.start() > 12:
        return ""
    hour, half = int(match[1]), (match[4] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23:
        return ""
    return f"T{hour:02}:{match[2]}" + (f":{match[3]}" if match[3] else "")
