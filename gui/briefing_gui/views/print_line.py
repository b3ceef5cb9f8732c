"""The line that says how far printing is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from briefing.locale.interface import Interface
from briefing_gui.views.naming import named


class PrintLine(QWidget):
    """Says how far printing is, and offers to stop it; hidden while nothing is printed."""

    cancelled = Signal()

    def __init__(self, says: Interface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._says, self._progress = says, (0, 0)
        self.setObjectName("print-line")
        self._words = QLabel()
        self._bar = named(QProgressBar(), "print-progress")
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._cancel = named(QPushButton(), "print-cancel")
        self._cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._words)
        row.addWidget(self._bar, 1)
        row.addWidget(self._cancel)
        self.hide()
        self.retranslate(says)

    def retranslate(self, says: Interface) -> None:
        """Puts every word into another language."""
        self._says = says
        self._cancel.setText(says.text("window.print.cancel"))
        self._bar.setAccessibleName(says.text("window.print.title"))
        self._show()

    def begin(self) -> None:
        """Something is being printed."""
        self.show_progress(0, 0)
        self.show()

    def show_progress(self, done: int, of: int) -> None:
        """So many pages are done; of none where that is not known."""
        self._progress = (done, of)
        self._show()

    def end(self) -> None:
        """Nothing is being printed any more."""
        self.hide()

    def _show(self) -> None:
        done, of = self._progress
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        page, pages = self._says.number(min(done + 1, of)), self._says.number(of)
        words = self._says.text("window.print.page", page=page, pages=pages)
        self._words.setText(words if of else self._says.text("window.print.preparing"))
