"""Several widgets in one place."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Switch(QWidget):
    """One of its widgets is shown, and no room is kept for the others."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._all: list[QWidget] = []

    def addWidget(self, widget: QWidget) -> None:  # noqa: N802 - as Qt's stacks have it
        """Adds one, hidden."""
        widget.hide()
        self._all.append(widget)
        self._column.addWidget(widget)

    def show_only(self, widget: QWidget) -> None:
        """Shows one of them."""
        for one in self._all:
            one.setVisible(one is widget)
