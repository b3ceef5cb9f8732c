"""Times that English news says in a word or two ("Friday", "next year") and no date settles."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefing.locale import cldr

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

# What stands in the brief's catalogue as `time.<name>`. A weekday with "next" or "last" is left out: which day that
# is, English itself does not say for sure.
_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "today": "time.today",
        "yesterday": "time.yesterday",
        "tomorrow": "time.tomorrow",
        "soon": "time.soon",
        "this week": "time.this_week",
        "this month": "time.this_month",
        "this year": "time.this_year",
        "next week": "time.next_week",
        "next month": "time.next_month",
        "next year": "time.next_year",
        "last week": "time.last_week",
        "last month": "time.last_month",
        "last year": "time.last_year",
        "end of year": "time.end_of_year",
        "by end of year": "time.by_end_of_year",
    }
)


def key(written: str) -> str | None:
    """The key of the words for a time written in English; `None` for one that has none."""
    return _KEYS.get(" ".join(word for word in written.lower().split() if word != "the"))


def weekday(written: str, identifier: str) -> str | None:
    """The name of a day of the week written in English ("Friday", "on Friday"); `None` for anything else."""
    name = " ".join(written.lower().split()).removeprefix("on ")
    if name not in _WEEKDAYS:
        return None
    return cldr.apostrophes(str(cldr.data(identifier).days["stand-alone"]["wide"][_WEEKDAYS.index(name)]))
