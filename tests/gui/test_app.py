"""The window's front door."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from briefing import app
from briefing.model.draft import Choices, Draft
from briefing.model.errors import BriefingError
from briefing_gui.app import heed_defects
from briefing_gui.presenters.notices import Notices

_HEAVY = ("spacy", "numpy", "reportlab", "docx", "pypdfium2", "trafilatura", "lxml")
_ROOT = Path(__file__).resolve().parents[2]
# Three processes start from nothing, and one of them loads a language model.
_PATIENCE = 90


def test_the_window_starts_without_what_only_its_workers_need() -> None:
    """Importing the program loads neither parser nor printer: they would double the time to the first window."""
    code = f"import sys; import briefing_gui.app; print([name for name in {_HEAVY!r} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=_surroundings())
    assert run.stdout.strip() == "[]"


@pytest.mark.skipif(sys.platform != "linux", reason="asks for the workers as Linux tells of them")
def test_after_being_killed_the_program_has_everything(tmp_path: Path) -> None:
    """The articles that were read are there at the next start; a polite end leaves no trace on the terminal."""
    folder = app.briefs.unsaved_folder()
    with _running(str(app.samples())) as first:
        _wait(lambda: len(_draft(folder).articles) == 2)
        before = _draft(folder)
        first.kill()
        first.wait()
    log = tmp_path / "second.log"
    with log.open("w", encoding="utf-8") as output, _running(output=output) as second:
        _wait(lambda: _workers(second) >= 2 or second.poll() is not None, log)
        second.send_signal(signal.SIGTERM)
        assert second.wait(_PATIENCE) == 0
    assert _draft(folder) == before
    assert [line for line in log.read_text(encoding="utf-8").splitlines() if "propagateSizeHints" not in line] == []


def _draft(folder: Path) -> Draft:
    """What is in the one brief without a name; nothing yet while there is none."""
    try:
        with app.briefs.open(folder / "1.brief", write=False) as file:
            return file.draft()
    except BriefingError:
        return Draft(choices=Choices(locale="en"))


def _workers(process: subprocess.Popen[bytes]) -> int:
    """How many workers the program has: it starts them when its window stands."""
    return sum(_is_worker(folder, process.pid) for folder in Path("/proc").iterdir() if folder.name.isdigit())


def _is_worker(process: Path, parent: int) -> bool:
    # Read here: `ps` cuts a command short where the terminal, or what it is told of one, is narrow.
    try:
        status = (process / "status").read_text(encoding="utf-8")
        return f"PPid:\t{parent}\n" in status and b"spawn_main" in (process / "cmdline").read_bytes()
    except OSError:
        return False  # it has ended meanwhile


@contextmanager
def _running(*arguments: str, output: int | IO[str] = subprocess.DEVNULL) -> Iterator[subprocess.Popen[bytes]]:
    """The program in a process of its own."""
    command = [sys.executable, "-m", "gui", *arguments]
    process = subprocess.Popen(command, cwd=_ROOT, env=_surroundings(), stdout=output, stderr=output)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def _wait(happens: Callable[[], bool], log: Path = Path(os.devnull)) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not happens():
        assert time.monotonic() < deadline, f"it takes too long; it says {log.read_text(encoding='utf-8')!r}"
        time.sleep(0.1)


def _surroundings() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


def test_what_nobody_catches_is_said_in_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once, with what a report needs: Qt itself goes on in silence."""
    heard: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, defect, _trace: heard.append(defect))
    before, notices = sys.excepthook, Notices()
    leave_off = heed_defects(notices)
    for _ in range(2):
        sys.excepthook(ValueError, ValueError("odd"), None)
    leave_off()
    assert sys.excepthook is before
    assert len(heard) == 2
    (item,) = notices.items
    assert item.details is not None
    assert "ValueError: odd" in item.details
