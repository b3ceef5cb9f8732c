"""The question which of several rows lends its name when they become one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QRadioButton, QVBoxLayout, QWidget

from briefing.locale.interface import Interface
from briefing.model.dossier import Dossier
from briefing.model.facts import Fact
from briefing_gui.presenters.wording import headline, second_line

# A name is picked among few; a whole selection of rows does not fit a screen.
_WIDTH = 46


class MergeDialog(QDialog):
    """Asks about rows of one kind. `chosen`: their ids, the one that lends its name first."""

    chosen = Signal(object)

    def __init__(self, rows: Sequence[Fact], dossier: Dossier, says: Interface, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("merge")
        self.setWindowTitle(says.text("window.merge.title"))
        self._ids = [row.id for row in rows]
        whole = QVBoxLayout(self)
        whole.setSpacing(8)
        question = QLabel(says.text("window.merge.question"), self)
        question.setWordWrap(True)
        whole.addWidget(question)
        self.options: list[QRadioButton] = []
        for row in rows:
            option = QRadioButton(_ampersands(headline(row, says)[:120]), self)
            whole.addWidget(option)
            self.options.append(option)
            details = QLabel(second_line(row, dossier, says), self)
            details.setTextFormat(Qt.TextFormat.PlainText)
            details.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            details.setWordWrap(True)
            details.setIndent(self.fontMetrics().height() * 2)
            option.setAccessibleDescription(details.text())
            whole.addWidget(details)
        # The fullest name is the likeliest.
        fullest = max(range(len(rows)), key=lambda place: len(self.options[place].text()))
        self.options[fullest].setChecked(True)
        self.buttons = QDialogButtonBox(self)
        self.buttons.addButton(says.text("window.merge.do"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(says.text("window.cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        whole.addWidget(self.buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH)
        self.options[fullest].setFocus()

    def accept(self) -> None:
        """Tells which rows become one."""
        first = next(place for place, option in enumerate(self.options) if option.isChecked())
        rest = [one for place, one in enumerate(self._ids) if place != first]
        super().accept()
        self.chosen.emit((self._ids[first], *rest))


def _ampersands(text: str) -> str:
    """Text for a button, in which an ampersand is an ampersand."""
    return text.replace("&", "&&")
