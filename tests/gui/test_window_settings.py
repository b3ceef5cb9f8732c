"""What is remembered, and what becomes of it when somebody has spoilt it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from briefing.model.errors import NothingDone
from briefing_gui.views.languages import PSEUDO, Languages, Mirrored, offered
from briefing_gui.views.settings import LARGEST, SMALLEST, Settings


def test_everything_comes_back(tmp_path: Path) -> None:
    """As it was set, in another start."""
    first = Settings(tmp_path / "s.ini")
    first.language, first.appearance, first.text_size = "uk", "dark", 1.5
    first.recent, first.last = (tmp_path / "a, b.brief", tmp_path / "ї.brief"), tmp_path / "ї.brief"
    first.locale, first.formats = "pt_BR", ("docx", "pdf")
    first.set_folder("export", tmp_path)
    first.set_state("geometry", QByteArray(b"\0\1"))
    first.set_flag("show-preview", value=False)
    first.sync()
    second = Settings(tmp_path / "s.ini")
    assert (second.language, second.appearance, second.text_size) == ("uk", "dark", 1.5)
    assert second.recent == (tmp_path / "a, b.brief", tmp_path / "ї.brief")
    assert second.last == tmp_path / "ї.brief"
    assert (second.locale, second.formats) == ("pt_BR", ("docx", "pdf"))
    assert second.folder("export") == tmp_path
    assert second.state("geometry") == QByteArray(b"\0\1")
    assert second.flag("show-preview", otherwise=True) is False


def test_a_first_start_finds_something_sensible(tmp_path: Path) -> None:
    """Nothing is remembered, and nothing is missing."""
    settings = Settings(tmp_path / "s.ini")
    assert (settings.language, settings.appearance, settings.text_size) == (None, "system", 1.0)
    assert (settings.recent, settings.last, settings.locale) == ((), None, None)
    assert settings.formats == ("docx",)
    assert settings.folder("open") is None
    assert settings.state("geometry") is None


@pytest.mark.parametrize("size", ["huge", "nan", "-3", "1e9", ""])
def test_a_spoilt_file_is_no_obstacle(tmp_path: Path, size: str) -> None:
    """What makes no sense counts as not there."""
    (tmp_path / "s.ini").write_text(
        f"[interface]\nappearance=plaid\ntext-size={size}\n[window]\ngeometry=7\n[export]\nformats=exe, pdf\n",
        encoding="utf-8",
    )
    settings = Settings(tmp_path / "s.ini")
    assert settings.appearance == "system"
    assert SMALLEST <= settings.text_size <= LARGEST
    assert settings.state("geometry") is None
    assert settings.formats == ("pdf",)


def test_a_folder_that_is_gone_is_not_offered(tmp_path: Path) -> None:
    """A dialog does not start nowhere."""
    settings = Settings(tmp_path / "s.ini")
    settings.set_folder("save", tmp_path / "gone")
    assert settings.folder("save") is None


def test_qt_speaks_the_language_too(qapp: QApplication, qtbot: QtBot) -> None:
    """Its own buttons change with the interface, and change back."""
    languages = Languages(qapp, "uk")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Скасувати"
    languages.choose("en")
    QApplication.processEvents()
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Cancel"


def test_the_mirrored_language_is_for_testers(qapp: QApplication) -> None:
    """No menu offers it; it reads from right to left, and every word of the program shows that it is one."""
    assert PSEUDO not in offered()
    assert len(offered()) == 7
    languages = Languages(qapp, PSEUDO)
    assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
    says = languages.says
    assert isinstance(says, Mirrored)
    assert says.text("window.menu.file").startswith("⟦Fílé")
    assert says.error(NothingDone("no-such-file", path="x")).startswith("⟦")
    languages.choose("en")
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight
