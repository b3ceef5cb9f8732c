"""The pages as a list, for the strip of thumbnails."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing.locale.interface import Interface
from briefing_gui.messages import Pictured
from briefing_gui.presenters.preview import Preview

PICTURE: Final = Qt.ItemDataRole.UserRole
"""The role of a page's picture: `Pictured`, or `None` while there is none."""


class ThumbnailModel(QAbstractListModel):
    """One row for each page of a `Preview`.

    `scale`: how many pixels to the point the pictures are to have.
    """

    def __init__(self, preview: Preview, says: Interface, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preview, self._says = preview, says
        self._pages = len(preview.pages)
        self.scale = 0.15

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: N802 - Qt's name
        """The number of pages."""
        return 0 if parent is not None and parent.isValid() else self._pages

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's type
        """A page's number, its words for those who hear it, and its picture."""
        if not index.isValid() or index.row() >= self._pages:
            return None
        page = index.row()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._says.number(page + 1)
            case Qt.ItemDataRole.AccessibleTextRole:
                number, pages = self._says.number(page + 1), self._says.number(self._pages)
                return self._says.text("window.preview.page-of", page=number, pages=pages)
            case Qt.ItemDataRole.UserRole:
                return self.picture(page)
            case _:
                return None

    def picture(self, page: int) -> Pictured | None:
        """A page's picture, or what stands in for it."""
        return self._preview.pictures.best(page, self.scale)

    def renew(self) -> None:
        """Takes up another proof; rows that stay keep their selection."""
        before, after = self._pages, len(self._preview.pages)
        if after > before:
            self.beginInsertRows(QModelIndex(), before, after - 1)
            self._pages = after
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(QModelIndex(), after, before - 1)
            self._pages = after
            self.endRemoveRows()
        self._changed(0, min(before, after) - 1)

    def pictured(self, page: int) -> None:
        """A picture of a page has come."""
        self._changed(page, page)

    def retranslate(self, says: Interface) -> None:
        """Puts the words of all rows into another language."""
        self._says = says
        self._changed(0, self._pages - 1)

    def _changed(self, first: int, last: int) -> None:
        if 0 <= first <= last < self._pages:
            self.dataChanged.emit(self.index(first), self.index(last))
