"""The day on which an article was written, where its own text settles it, and reckoning with days."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence

from briefing.model.article import Article

_NEAR = 3  # days between the page's date and a day that the text names, for the two to speak of the same time
_HEAD = 800  # characters in which an article's own date line stands
_LEAD_IN = 70  # characters before a date in its line
# What ends a dateline: "NAIROBI, March 18, 2025 (Continental Wire) - ", "Accra, 24th June, 2024: ", or the line itself.
_ENDS = re.compile(r"(?:,? ?\([^()\n]{1,40}\))?\)?[ \t]*(?:[-–—:|]|\n|$)")
_RUNNING = re.compile(r"(?<![\w'’-])[a-z]")  # a word that is no name

Day = Callable[[re.Match[str], int], dt.date | None]


def own_date(article: Article, dates: Sequence[re.Pattern[str]], day: Day) -> dt.date | None:
    """The page's date, if the text names a day close to it, else the date of its dateline; `None`: neither is there.

    `dates` finds days of months, `day` reads them, with a year for those that have none.
    """
    stamp = parsed_day(article.published)
    if stamp is not None:
        for match in _matches(article, dates):
            named = day(match, stamp.year)
            if named is not None and abs((named - stamp).days) <= _NEAR:
                return stamp
    return _dateline(article, dates, day)


def _matches(article: Article, dates: Sequence[re.Pattern[str]]) -> Iterator[re.Match[str]]:
    yield from (match for match in _in_head(article, dates) if match["year"])
    for region in article.body():
        for pattern in dates:
            yield from pattern.finditer(article.text, region.start, region.end)


def _in_head(article: Article, dates: Sequence[re.Pattern[str]]) -> list[re.Match[str]]:
    found = (match for pattern in dates for match in pattern.finditer(article.text, 0, _HEAD))
    return sorted(found, key=lambda match: (match.start(), -match.end()))


def _dateline(article: Article, dates: Sequence[re.Pattern[str]], day: Day) -> dt.date | None:
    """The full date that stands in a line of its own or begins the report."""
    text = article.text
    for match in _in_head(article, dates):
        before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        loose = len(before) > _LEAD_IN or _RUNNING.search(before) is not None
        if match["year"] and not match["day2"] and not loose and _ENDS.match(text, match.end()):
            return day(match, 0)
    return None


def parsed_day(written: str | None) -> dt.date | None:
    """The day of an ISO date; `None` where there is none."""
    try:
        return dt.date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


def made_day(year: int, month: int, day: int) -> dt.date | None:
    """The day, if the calendar has it."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def day_before(written: str | None) -> str | None:
    """The day before a day; `None` for a month or year, before which no day is named."""
    day = parsed_day(written) if written and len(written) == len("2000-01-01") else None
    return None if day is None or day == dt.date.min else (day - dt.timedelta(days=1)).isoformat()


def shifted(day: dt.date, *, months: int) -> dt.date:
    """The same day so many months later, or the last day of a shorter month."""
    total = day.year * 12 + day.month - 1 + months
    year, month = min(total // 12, dt.MAXYEAR), total % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def next_weekday(day: dt.date, name: str) -> dt.date:
    """The first day of this name after a day; `name`: English, lower case."""
    ahead = (_WEEKDAYS.index(name) - day.weekday() - 1) % len(_WEEKDAYS) + 1
    return day + dt.timedelta(days=min(ahead, (dt.date.max - day).days))


_WEEKDAYS = tuple(name.lower() for name in calendar.day_name)
