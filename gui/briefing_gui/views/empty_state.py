"""What a pane says while it has nothing to show."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from briefing_gui.views.naming import named


class EmptyState(QWidget):
    """A heading and a sentence in the middle of a pane, with the buttons that help below them."""

    def __init__(self, name: str, *buttons: QWidget) -> None:
        super().__init__()
        self.setObjectName(name)
        centre = Qt.AlignmentFlag.AlignCenter
        self._heading = named(QLabel(alignment=centre, wordWrap=True), "empty-heading")
        self._about = named(QLabel(alignment=centre, wordWrap=True), "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._heading)
        column.addWidget(self._about)
        if buttons:
            column.addSpacing(8)
        for button in buttons:
            column.addWidget(button)
        column.addStretch(3)

    def say(self, heading: str, about: str) -> None:
        """Puts both into words."""
        self._heading.setText(heading)
        self._about.setText(about)
