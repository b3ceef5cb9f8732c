"""Dates of publication as pages print them, to ISO 8601 as far as they are given."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

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
def _worded() -> tuple[re.Pattern[str], re.Pattern[str]]:
    month = "(" + "|".join(sorted(map(re.escape, _months()), key=len, reverse=True)) + r")\.?(?!\w)"
    day = r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?!\d)"
    year = r"(\d{4})(?!\d)"
    return (
        re.compile(rf"{day}\s*(?:de\s+)?{month},?\s*(?:de\s+|del\s+)?{year}", re.IGNORECASE),
        re.compile(rf"(?<!\w){month}\s*{day},?\s+{year}", re.IGNORECASE),
    )


def find_date(text: str) -> str | None:
    """The first full date in `text` with the time that stands beside it; `None` for none or an ambiguous one."""
    for match in _ISO.finditer(text):
        if found := _iso(match):
            return found
    for year, month, day, end in _candidates(text):
        if found := _checked(year, month, day):
            return found + _time(text[end : end + 30])
    return None


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


def _candidates(text: str) -> list[tuple[int, int, int, int]]:
    day_month, month_day = _worded()
    found = [(m.start(), (int(m[3]), _months()[m[2].lower()], int(m[1]), m.end())) for m in day_month.finditer(text)]
    found += [(m.start(), (int(m[3]), _months()[m[1].lower()], int(m[2]), m.end())) for m in month_day.finditer(text)]
    found += [(m.start(), (int(m[1]), int(m[2]), int(m[3]), m.end())) for m in _YEAR_FIRST.finditer(text)]
    for match in _DAY_FIRST.finditer(text):
        first, second = int(match[1]), int(match[3])
        if match[2] == "." or first > 12 or first == second:
            found.append((match.start(), (int(match[4]), second, first, match.end())))
        elif second > 12:
            found.append((match.start(), (int(match[4]), first, second, match.end())))
        # Else it is the fourth of March here and the third of April there.
    return [each for _, each in sorted(found)]


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
