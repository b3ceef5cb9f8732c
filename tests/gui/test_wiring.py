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


def test_a_finder_that_never_starts_is_not_started_for_ever(qapp: QApplication, tmp_path: Path) -> None:
    """After a few deaths before it is ready it is left alone, which is said, with an offer to try again."""
    window = make(qapp, Settings(tmp_path / "settings.ini"))
    window.begin([], [])
    started: list[None] = []
    window.parts.work.start = lambda: started.append(None)  # type: ignore[method-assign] # counts instead
    try:
        for _ in range(8):
            window.parts.work.died.emit("finder")
        assert len(started) == 2
        (item,) = (item for item in window.parts.notices.items if item.about == "finder")
        item.offers[0].act()
        assert len(started) == 3
    finally:
        window.close()
        window.deleteLater()


def test_an_export_while_facts_are_looked_for_says_so(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    """Nobody must take a brief for whole in which articles stand that have not been searched."""
    window = make(qapp, Settings(tmp_path / "settings.ini"))
    window.begin([], [])
    try:
        session = window.parts.session
        session.reword_section(session.add_section("Points"), "Points", "One. Two.")
        for busy in (True, False):
            if busy:
                window.wiring.errands.gather([str(app.samples())])
            else:
                window.wiring.errands.give_up()
            with qtbot.waitSignal(window.parts.work.exported, timeout=_LONG):
                window.wiring.export((tmp_path / "points.docx",))
            assert any(item.about == "export-early" for item in window.parts.notices.items) is busy
    finally:
        window.close()
        window.deleteLater()
