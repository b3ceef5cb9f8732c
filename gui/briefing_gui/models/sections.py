"""The rail as Qt reads it: places with ticks, sections that can be dragged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from briefing.locale.interface import Interface
from briefing_gui.presenters.sections import Entry

Index = QModelIndex | QPersistentModelIndex

ENTRY = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()
_MIME = "application/x-briefing-section"


class SectionModel(QAbstractListModel):
    """Places of the rail. What the user does is asked for by signals; the list changes only by `show`."""

    tick_asked = Signal(str, bool)
    move_asked = Signal(str, int)

    def __init__(self, says: Interface, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._says = says

    def retranslate(self, says: Interface) -> None:
        """Names the places in another language."""
        self._says = says
        if self._entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))

    def show(self, entries: list[Entry]) -> None:
        """Shows these places; only what differs is told."""
        if [one.place for one in entries] != [one.place for one in self._entries]:
            self.beginResetModel()
            self._entries = list(entries)
            self.endResetModel()
            return
        for place, entry in enumerate(entries):
            if entry != self._entries[place]:
                self._entries[place] = entry
                self.dataChanged.emit(self.index(place), self.index(place))

    def entry(self, index: Index) -> Entry | None:
        """The place at an index; `None` where there is none."""
        return self._entries[index.row()] if index.isValid() and index.row() < len(self._entries) else None

    def place(self, place: str) -> QModelIndex:
        """The index of a place; an invalid one where there is none."""
        row = next((row for row, entry in enumerate(self._entries) if entry.place == place), None)
        return _NOWHERE if row is None else self.index(row)

    def name(self, entry: Entry) -> str:
        """What a place is called."""
        if entry.sort == "own":
            return " ".join(entry.heading.split()) or self._says.text("window.rail.untitled")
        return self._says.text(f"window.rail.{entry.place}")

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """The number of places."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """Name, tick, and the whole entry."""
        entry = self.entry(index)
        if entry is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.name(entry)
            case Qt.ItemDataRole.AccessibleTextRole:
                count = "" if entry.count is None else f", {self._says.number(entry.count)}"
                return self.name(entry) + count
            case Qt.ItemDataRole.ToolTipRole:
                return self._says.text(f"section.{entry.place}") if entry.sort == "section" else None
            case Qt.ItemDataRole.CheckStateRole if entry.sort in {"section", "own"}:
                return Qt.CheckState.Checked if entry.shown else Qt.CheckState.Unchecked
            case _:
                return entry if role == ENTRY else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401, N802
        """Asks for a section to be printed or not."""
        entry = self.entry(index)
        if entry is None or role != Qt.ItemDataRole.CheckStateRole or entry.sort not in {"section", "own"}:
            return False
        self.tick_asked.emit(entry.place, Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Sections can be ticked and dragged; they are dropped between others, never onto them."""
        entry = self.entry(index)
        if entry is None:
            return Qt.ItemFlag.ItemIsDropEnabled
        common = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if entry.sort in {"section", "own"}:
            return common | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsDragEnabled
        return common

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """Sections move."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Only the rail's own sections are taken."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """The section that is dragged."""
        data = QMimeData()
        entry = self.entry(indexes[0]) if indexes else None
        data.setData(_MIME, (entry.place if entry else "").encode())
        return data

    def dropMimeData(  # noqa: N802 - Qt's name
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Asks for the section to be moved in front of the row at which it was dropped."""
        place = data.data(_MIME).toStdString()
        if parent.isValid() or row < 0 or not self.place(place).isValid():
            return False
        before = self.place(place).row()
        # The row of the review stands above the sections, and the moved one leaves a gap above its new place.
        self.move_asked.emit(place, row - 1 - (1 if before < row else 0))
        # The list is shown anew by whoever hears this; Qt must not take the row out itself.
        return False
