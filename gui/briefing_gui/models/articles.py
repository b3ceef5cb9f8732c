"""The list of articles as Qt reads it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from briefing_gui.presenters.articles import Row

Index = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()


class ArticleModel(QAbstractListModel):
    """Rows with a tick each; a change of the tick is asked for by `tick_asked`, never made here."""

    tick_asked = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        """Shows these rows; what stays the same is left alone, so that selection and place survive."""
        old, new = [row.id for row in self._rows], [row.id for row in rows]
        if new[: len(old)] == old:
            self._refresh(rows[: len(old)])
            if len(new) > len(old):
                self.beginInsertRows(_NOWHERE, len(old), len(new) - 1)
                self._rows = list(rows)
                self.endInsertRows()
        elif len(new) < len(old) and _within(new, old):
            self._remove(set(new))
            self._refresh(rows)
        else:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()

    def _refresh(self, rows: list[Row]) -> None:
        """Takes over what changed in rows that stay where they are."""
        changed = [place for place, row in enumerate(rows) if row != self._rows[place]]
        self._rows[: len(rows)] = rows
        for first, last in _runs(changed):
            self.dataChanged.emit(self.index(first), self.index(last))

    def _remove(self, kept: set[str]) -> None:
        gone = [place for place, row in enumerate(self._rows) if row.id not in kept]
        for first, last in reversed(_runs(gone)):
            self.beginRemoveRows(_NOWHERE, first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()

    def row(self, index: Index) -> Row | None:
        """The row at an index; `None` where there is none."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def place(self, article: str) -> QModelIndex:
        """The index of an article; an invalid one where it is not shown."""
        place = next((place for place, row in enumerate(self._rows) if row.id == article), None)
        return _NOWHERE if place is None else self.index(place)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """The number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """Title, tick and the whole row."""
        row = self.row(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.title
            case Qt.ItemDataRole.ToolTipRole:
                return row.url or row.path
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
            case _:
                return row if role == ROW else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401, N802
        """Asks for a tick to be set or taken away."""
        row = self.row(index)
        if row is None or role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick_asked.emit(row.id, Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be selected and ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemNeverHasChildren
        )


def _within(few: list[str], many: list[str]) -> bool:
    """Whether `few` is `many` with some left out."""
    rest = iter(many)
    return all(one in rest for one in few)


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """Ascending places as stretches without a gap, both ends in."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
