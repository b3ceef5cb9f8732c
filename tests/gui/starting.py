"""Starting the program, as often as a story wants, with its real workers and what it remembers between the starts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from briefing_gui.app import make
from briefing_gui.views.settings import Settings
from briefing_gui.views.window import MainWindow
from tests.gui.hands import Hands, Offscreen
from tests.gui.seeded import Desk
from tests.gui.story import Aide

# Everything that is printed says that it was printed then.
EPOCH = "1700000000"

Start = Callable[..., Aide]


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts the program on briefs, with somebody at it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    windows: list[MainWindow] = []

    def started(*briefs: Path, hands: Hands | None = None) -> Aide:
        window = make(qapp, Settings(tmp_path / "settings.ini"))
        windows.append(window)
        window.begin(list(briefs), [])
        window.show()
        window.activateWindow()
        window.parts.work.start()
        return Aide(window, hands or Offscreen())

    yield started
    for window in windows:
        window.parts.session.trouble = None
        window.close()
        window.deleteLater()


@pytest.fixture
def forum(tmp_path: Path) -> Path:
    """A brief of the sample articles with their facts."""
    path = tmp_path / "forum.brief"
    Desk(path).session.close()
    return path
