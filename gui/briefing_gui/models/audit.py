"""The list of changes as Qt reads it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing_gui.presenters.audit import Line

Index = QModelIndex | QPersistentModelIndex

LINE = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()


class AuditModel(QAbstractListModel):
    """Decisions in words, the latest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    def show(self, lines: list[Line]) -> None:
        """Shows these lines, telling nothing where they are the same."""
        if lines != self._lines:
            self.beginResetModel()
            self._lines = list(lines)
            self.endResetModel()

    def line(self, index: Index) -> Line | None:
        """The line at an index; `None` where there is none."""
        return self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """The number of decisions."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """The words and the whole line."""
        line = self.line(index)
        if line is None:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return line.words
        return line if role == LINE else None
