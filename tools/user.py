"""What a user does at the window: by the keys, fields and menus that the user has."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QLineEdit, QWidget

from briefing_gui.views.trimming import TrimDialog
from briefing_gui.views.window import MainWindow

W = TypeVar("W", bound=QWidget)


class User:
    """Somebody at a window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._panes = window.panes

    def menu(self, name: str) -> None:
        """Chooses an action from the menus."""
        self._window.actions_[name].trigger()

    # Articles

    def go_to_article(self, row: int) -> None:
        """Selects an article by its row."""
        articles = self._panes.articles.list
        articles.setCurrentIndex(articles.model().index(row, 0))

    def tick(self) -> None:
        """Ticks the selected article, or unticks it."""
        QTest.keyClick(self._panes.articles.list, Qt.Key.Key_Space)

    def tick_all(self) -> None:
        """Ticks or unticks every article that is shown."""
        self.part("articles-all", QCheckBox).click()

    def turn_articles(self) -> None:
        """Scrolls the articles by a page."""
        QTest.keyClick(self._panes.articles.list, Qt.Key.Key_PageDown)

    def order(self, place: int) -> None:
        """Sorts the articles by another of their columns."""
        self.part("articles-order", QComboBox).setCurrentIndex(place)

    def write(self, field: str, words: str) -> None:
        """Types into a field."""
        QTest.keyClicks(self.part(field, QWidget), words)

    def empty(self, field: str) -> None:
        """Empties a field."""
        self.part(field, QLineEdit).clear()

    # Facts

    def go_to(self, place: str) -> None:
        """Goes to a place of the rail."""
        self._panes.go_to(place)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses a key in the list of facts."""
        QTest.keyClick(self._panes.facts.list, key, modifier)

    def correct(self, words: str) -> None:
        """Types something else into the first field of the card and leaves it with Enter."""
        self.menu("edit")
        field = self._panes.card.rows[0].editor
        line = field if isinstance(field, QLineEdit) else field.lineEdit()
        if line is not None:
            line.setText(words)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def merge(self) -> bool:
        """Asks to make one row of the selected one and the next; whether a question came."""
        self.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        self.menu("merge")
        return self._dialog() is not None

    def trim(self) -> bool:
        """Asks to cut the selected quotation, by its last word; whether a question came."""
        self.menu("trim")
        dialog = self._dialog()
        if isinstance(dialog, TrimDialog):
            dialog.ends["end-earlier"].click()
        return dialog is not None

    def agree(self) -> None:
        """Says yes to the question that has come. Raises `LookupError` where none has."""
        dialog = self._dialog()
        if dialog is None:
            raise LookupError("no dialog is open")
        for box in dialog.findChildren(QDialogButtonBox):
            for button in box.buttons():
                if box.buttonRole(button) is QDialogButtonBox.ButtonRole.AcceptRole:
                    button.click()

    def _dialog(self) -> QDialog | None:
        return next((one for one in self._window.findChildren(QDialog) if one.isVisible()), None)

    # The brief

    def choose(self, name: str, value: object) -> None:
        """Chooses from one of the lists above."""
        box: QComboBox = self.part(name, QComboBox)
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())

    def speak(self, language: str) -> None:
        """Switches the interface to another language."""
        actions = self._window.menus.subs["language"].actions()
        next(one for one in actions if one.data() == language).trigger()

    def turn_pages(self) -> None:
        """Scrolls the pages by one view."""
        QTest.keyClick(self._panes.preview.pages, Qt.Key.Key_PageDown)

    def export(self, folder: Path) -> None:
        """Prints the brief into both formats."""
        self._window.wiring.export((folder / "brief.docx", folder / "brief.pdf"))

    def part(self, name: str, sort: type[W]) -> W:
        """A part of the window by its name. Raises `LookupError`."""
        # The stubs know of no part that is not there.
        found: W | None = self._window.findChild(sort, name)
        if found is None:
            raise LookupError(name)
        return found
