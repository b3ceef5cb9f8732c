"""The list of facts as Qt reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing_gui.presenters.listing import Listing, Row

Index = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole + 1
# What is dragged: ids of facts, one a line.
FACTS = "application/x-briefing-facts"
_NOWHERE = QModelIndex()
# From so many rows on it costs more to compare them than to paint anew those in sight.
_MANY = 300
# Rows that come or go in more pieces than this do so in one.
_PIECES = 20


class FactModel(QAbstractListModel):
    """Rows of a `Listing`, worded when they are looked at.

    `described`: says all of a row, for those who hear it. `moved`: called with the ids of facts that were dragged
    and the id of the one that they are to come behind, `None` for the top; `None` where nothing can be moved.
    """

    def __init__(self, described: Callable[[Row], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._described = described
        self._listing: Listing | None = None
        self._ids: list[str] = []
        self.moved: Callable[[Sequence[str], str | None], object] | None = None

    def clear(self) -> None:
        """Shows nothing: what comes next is about something else."""
        self.beginResetModel()
        self._ids, self._listing = [], None
        self.endResetModel()

    def show(self, listing: Listing) -> None:
        """Shows another listing; rows that stay are never taken out, so that selection and place survive."""
        # First of all, so that rows have words while others come and go.
        before, self._listing = self._listing, listing
        self._remove(listing)
        self._reorder(listing)
        self._insert(listing)
        self._renew({} if before is None else before.seen, listing)

    def _renew(self, seen: Mapping[str, Row], listing: Listing) -> None:
        """Tells of rows that say something else; what nobody has looked at needs no telling, nor wording."""
        if len(seen) > _MANY:
            self.dataChanged.emit(self.index(0), self.index(max(0, len(self._ids) - 1)))
            return
        places = {one: place for place, one in enumerate(self._ids) if one in seen}
        for one, place in places.items():
            if listing.row(one) != seen[one]:
                self.dataChanged.emit(self.index(place), self.index(place))

    def _remove(self, listing: Listing) -> None:
        kept = frozenset(listing.ids)
        gone = list(_runs([place for place, one in enumerate(self._ids) if one not in kept]))
        if len(gone) > _PIECES:
            # In one go, from the end: a view looks through all its rows each time that some go or come.
            staying = [one for one in self._ids if one in kept]
            self._arrange([*staying, *(one for one in self._ids if one not in kept)])
            gone = [(len(staying), len(self._ids) - 1)]
        for first, last in reversed(gone):
            self.beginRemoveRows(_NOWHERE, first, last)
            del self._ids[first : last + 1]
            self.endRemoveRows()

    def _reorder(self, listing: Listing) -> None:
        """Puts the rows that stay into the order of the listing."""
        here = frozenset(self._ids)
        self._arrange([one for one in listing.ids if one in here])

    def _arrange(self, wanted: list[str]) -> None:
        if wanted == self._ids:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = {one: place for place, one in enumerate(wanted)}
        after = [self.index(places[self._ids[index.row()]]) for index in before]
        self._ids = wanted
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _insert(self, listing: Listing) -> None:
        here = frozenset(self._ids)
        new = [place for place, one in enumerate(listing.ids) if one not in here]
        runs = list(_runs(new))
        if len(runs) > _PIECES:
            # In one go, at the end, and then to their places.
            first = len(self._ids)
            self.beginInsertRows(_NOWHERE, first, first + len(new) - 1)
            self._ids += [listing.ids[place] for place in new]
            self.endInsertRows()
            self._arrange(list(listing.ids))
            return
        for first, last in runs:
            self.beginInsertRows(_NOWHERE, first, last)
            self._ids[first:first] = listing.ids[first : last + 1]
            self.endInsertRows()

    @property
    def ids(self) -> Sequence[str]:
        """The ids of the rows, in order."""
        return self._ids

    def place(self, fact_id: str | None) -> QModelIndex:
        """The index of a fact; an invalid one where it is not shown."""
        return self.index(self._ids.index(fact_id)) if fact_id in self._ids else _NOWHERE

    def row(self, index: Index) -> Row | None:
        """The row at an index; `None` where there is none."""
        if self._listing is None or not index.isValid() or index.row() >= len(self._ids):
            return None
        return self._listing.row(self._ids[index.row()])

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """The number of rows."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """Headline, all words, the whole row."""
        if role not in _ROLES or (row := self.row(index)) is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.headline
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self._described(row)
            case _:
                return row

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be selected, and dragged where the order is the user's to choose."""
        drop = Qt.ItemFlag.NoItemFlags if self.moved is None else Qt.ItemFlag.ItemIsDropEnabled
        if not index.isValid():
            # Between rows, not onto one.
            return drop
        drag = Qt.ItemFlag.NoItemFlags if self.moved is None else Qt.ItemFlag.ItemIsDragEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren | drag

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """Facts are moved within the list."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Facts of this list only."""
        return [FACTS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """The ids of the facts that are dragged, in the order of the list."""
        data = QMimeData()
        rows = sorted(index.row() for index in indexes)
        data.setData(FACTS, QByteArray("\n".join(self._ids[row] for row in rows).encode()))
        return data

    def dropMimeData(  # noqa: N802 - Qt's name
        self, data: QMimeData, action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Asks for facts to be moved; the rows follow when the brief has changed."""
        if self.moved is None or action != Qt.DropAction.MoveAction or not data.hasFormat(FACTS):
            return False
        place = row if row >= 0 else parent.row() if parent.isValid() else len(self._ids)
        dragged = [one for one in bytes(data.data(FACTS).data()).decode().split("\n") if one in self._ids]
        ahead = [one for one in self._ids[:place] if one not in dragged]
        rest = [one for one in self._ids if one not in dragged]
        if not dragged or [*ahead, *dragged, *rest[len(ahead) :]] == self._ids:
            return False
        self.moved(dragged, ahead[-1] if ahead else None)
        return True


_ROLES = frozenset((Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole, ROW))


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Ascending places as stretches without a gap, both ends in."""
    first = 0
    for place in range(1, len(places) + 1):
        if place == len(places) or places[place] != places[place - 1] + 1:
            yield places[first], places[place - 1]
            first = place
