"""What goes between the brief and its workers, where it could go astray."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing import app
from briefing_gui.app import make
from briefing_gui.views.settings import Settings

_LONG = 60_000


def test_an_export_follows_the_brief_to_its_new_name(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    """What was to be printed when the brief got a name is printed, though the file that was asked for is gone."""
    window = make(qapp, Settings(tmp_path / "settings.ini"))
    window.begin([], [])
    try:
        session = window.parts.session
        session.reword_section(session.add_section("Points"), "Points", "One. Two.")
        unnamed = session.file.path
        target = tmp_path / "points.docx"
        with qtbot.waitSignal(window.parts.work.exported, timeout=_LONG) as done:
            window.wiring.export((target,))
            # Before a worker is there to open it.
            assert window.parts.documents.save_as(tmp_path / "points.brief")
            assert not unnamed.exists()
        assert done.args is not None
        assert done.args[0].paths == (target,)
        assert target.exists()
        assert unnamed.parent == app.briefs.unsaved_folder()
    finally:
        window.close()
        window.deleteLater()
