"""A program that is killed while it saves."""

from __future__ import annotations

import contextlib
import os
import random
import sqlite3
import time
from pathlib import Path

import pytest

from briefing.library.brief_file import BriefFile
from tests.core.library.making import draft
from tests.core.library.test_surroundings import started

KILLS = int(os.environ.get("BRIEFING_KILLS", "40"))


@pytest.mark.slow
def test_whatever_was_acknowledged_is_there_after_a_kill(tmp_path: Path) -> None:
    """Killed at random moments, each time going on where it was: the last acknowledged draft or the next one is there.

    The file passes SQLite's own check every time, and so does the copy that was being made.
    """
    path, copy = tmp_path / "a.brief", tmp_path / "copy.brief"
    BriefFile.create(path, draft(0)).close()
    chance = random.Random(7)  # noqa: S311 - moments, not secrets
    number = 0
    for _ in range(KILLS):
        child = started("save", path, number + 1)
        assert child.stdout is not None
        assert child.stdout.readline().strip() == str(number + 1)
        time.sleep(chance.uniform(0, 0.06))
        child.kill()
        acknowledged = [number + 1, *map(int, child.stdout.read().split())][-1]
        with child:
            assert child.wait() != 0
        with BriefFile.open(path) as brief:
            assert not brief.read_only, "the right to write ends with the process that had it"
            found = brief.draft()
            assert found in (draft(acknowledged), draft(acknowledged + 1))
            number = acknowledged
            assert brief.articles([summary.id for summary in brief.summaries()]) is not None
        with contextlib.closing(sqlite3.connect(path)) as plain:
            assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert plain.execute("PRAGMA foreign_key_check").fetchall() == []
        if copy.exists():
            with BriefFile.open(copy, write=False) as brief:
                brief.draft()
    assert number > KILLS
    with BriefFile.open(path) as brief:
        brief.copy_to(copy)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.brief", "copy.brief"], "nothing is left lying about"
