"""The whole story once more on a real X server: its pointer, its keys, files from another program, two real starts."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.gui.commanding import exported
from tests.gui.starting import EPOCH

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="X is Linux's")


def live(day: str, folder: Path, environment: dict[str, str]) -> None:
    """Runs one day in a process of its own, which must end well and leave no other behind."""
    paths = os.pathsep.join([str(ROOT), str(ROOT / "gui")])
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.gui.story_on_screen", day, str(folder)],
        cwd=ROOT,
        env={**environment, "PYTHONPATH": paths, "PYTHONUTF8": "1", "SOURCE_DATE_EPOCH": EPOCH},
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )
    try:
        _, said = process.communicate(timeout=120)
    finally:
        process.kill()
    assert process.returncode == 0, said
    assert said == ""
    deadline = time.monotonic() + 5
    while (left := session(process.pid)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert left == []


def session(leader: int) -> list[str]:
    """What still runs of the processes that a process has started, by their names."""
    running = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, fields = status.read_text(encoding="utf-8", errors="replace").split("(", 1)[1].rsplit(") ", 1)
        except OSError:
            continue  # it has ended meanwhile
        if int(fields.split()[3]) == leader:
            running.append(name)
    return running


@pytest.mark.slow
def test_the_whole_story_on_a_screen(screen: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is exported and what is printed after the night are the command's bytes."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    live("first", tmp_path, screen)
    live("second", tmp_path, screen)
    docx, pdf = exported(tmp_path / "story.brief", tmp_path)
    assert (tmp_path / "story.docx").read_bytes() == docx
    assert (tmp_path / "story.pdf").read_bytes() == pdf
    assert (tmp_path / "printed.pdf").read_bytes() == pdf
