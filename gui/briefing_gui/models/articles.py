"""The list of articles as Qt reads it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from briefing_gui.presenters.articles import Row

Index = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()
# A view looks through all its rows each time that some go: more pieces than this are not taken out one by one.
_PIECES = 20
# Of more changes than this a view hears in one, with the rows between them.
_MANY = 300


class ArticleModel(QAbstractListModel):
    """Rows with a tick each, made by `row_of` when they are looked at.

    A change of the tick is asked for by `tick_asked`, never made here.
    """

    tick_asked = Signal(str, bool)

    def __init__(self, row_of: Callable[[str], Row | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._row_of = row_of
        self._ids: list[str] = []
        self._places: dict[str, int] | None = {}

    def show(self, ids: list[str], changed: Collection[str]) -> None:
        """Shows these articles; what stays is left alone, so that selection and place survive.

        `changed`: those of which something else is said than before.
        """
        old = self._ids
        if ids[: len(old)] == old:
            self._insert(ids)
        elif not (len(ids) < len(old) and _within(ids, old) and self._remove(frozenset(ids))):
            self.beginResetModel()
            self._take(ids)
            self.endResetModel()
            return
        self._tell(changed)

    def _take(self, ids: list[str]) -> None:
        self._ids, self._places = list(ids), None

    def _insert(self, ids: list[str]) -> None:
        first = len(self._ids)
        if len(ids) > first:
            self.beginInsertRows(_NOWHERE, first, len(ids) - 1)
            self._take(ids)
            self.endInsertRows()

    def _remove(self, kept: Collection[str]) -> bool:
        """Takes out what is not kept; `False`, and nothing done, where that would be in very many pieces."""
        gone = _runs([place for place, one in enumerate(self._ids) if one not in kept])
        if len(gone) > _PIECES:
            return False
        for first, last in reversed(gone):
            self.beginRemoveRows(_NOWHERE, first, last)
            del self._ids[first : last + 1]
            self._places = None
            self.endRemoveRows()
        return True

    def _tell(self, changed: Collection[str]) -> None:
        places = self._by_id()
        if places and len(changed) > _MANY:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))
            return
        for first, last in _runs(sorted(places[one] for one in changed if one in places)):
            self.dataChanged.emit(self.index(first), self.index(last))

    def _by_id(self) -> dict[str, int]:
        if self._places is None:
            self._places = {one: place for place, one in enumerate(self._ids)}
        return self._places

    def row(self, index: Index) -> Row | None:
        """The row at an index; `None` where there is none."""
        return self._row_of(self._ids[index.row()]) if index.isValid() and index.row() < len(self._ids) else None

    def place(self, article: str) -> QModelIndex:
        """The index of an article; an invalid one where it is not shown."""
        place = self._by_id().get(article)
        return _NOWHERE if place is None else self.index(place)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """The number of rows."""
        return 0 if parent.isValid() else len(self._ids)

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
