"""The whole story: from an empty window to paper, over a night, with real files and workers."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from briefing_gui.app import make
from briefing_gui.views.settings import Settings
from briefing_gui.views.window import MainWindow
from tests.gui.hands import Offscreen
from tests.gui.story import Aide, FileDialogs, first_day, second_day

EPOCH = "1700000000"

Start = Callable[..., Aide]


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts the program as often as is wanted; what it remembers is kept between the starts."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    windows: list[MainWindow] = []

    def started(*briefs: Path) -> Aide:
        window = make(qapp, Settings(tmp_path / "settings.ini"))
        windows.append(window)
        window.begin(list(briefs), [])
        window.show()
        window.parts.work.start()
        window.activateWindow()
        return Aide(window, Offscreen())

    yield started
    for window in windows:
        window.parts.session.trouble = None
        window.close()
        window.deleteLater()


def exported(brief: Path, folder: Path) -> tuple[bytes, bytes]:
    """The DOCX and the PDF that the command line prints of a brief's file."""
    files = [folder / "command.docx", folder / "command.pdf"]
    outputs = [argument for file in files for argument in ("-o", str(file))]
    command = [sys.executable, "-m", "briefing", "export", "--brief", str(brief), *outputs]
    run = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONUTF8": "1"})
    assert run.returncode == 0, run.stderr
    return files[0].read_bytes(), files[1].read_bytes()


def test_the_whole_story(start: Start, tmp_path: Path) -> None:
    """Articles dropped, judged, corrected, exported, found again after the night and printed: the command's bytes."""
    with FileDialogs().at_hand() as dialogs:
        first_day(start(), dialogs, tmp_path)
        second_day(start(), tmp_path)
    docx, pdf = exported(tmp_path / "story.brief", tmp_path)
    assert (tmp_path / "story.docx").read_bytes() == docx
    assert (tmp_path / "story.pdf").read_bytes() == pdf
    assert (tmp_path / "printed.pdf").read_bytes() == pdf
