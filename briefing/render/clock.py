"""When a file says it was made: on a day, not at a minute, so that window and command write the same bytes that day."""

from __future__ import annotations

import datetime as dt
import os


def made() -> dt.datetime:
    """The time of `SOURCE_DATE_EPOCH` in UTC, where it is set to one; else noon, UTC, of the user's day."""
    try:
        return dt.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), dt.UTC)
    except (KeyError, ValueError, OverflowError, OSError):
        today = dt.datetime.now().astimezone().date()
        return dt.datetime.combine(today, dt.time(12), dt.UTC)
