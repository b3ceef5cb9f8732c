"""The program at work, as the command runs it: files in, one record an article out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing.app import Work, records
from tools.quality.keyed import Record


def find(paths: Sequence[Path]) -> dict[str, Record]:
    """The record of each file by its name without the ending; one that nothing was read from has no facts."""
    work = Work(wording=lambda notice: notice.code, stdin=lambda: b"")
    found: dict[str, Record] = {path.stem: {"attendees": [], "commitments": [], "quotes": []} for path in paths}
    for outcome in records([str(path) for path in paths], True, work) if paths else ():
        if outcome.value is not None:
            (article,) = outcome.value["articles"]
            found[Path(article["path"]).stem] = outcome.value
    return found
