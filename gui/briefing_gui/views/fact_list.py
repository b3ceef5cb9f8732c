"""The list in which facts are looked through by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

# By the number of the key: where a keyboard writes Cyrillic, the letter on the same key does the same.
_KEYS: Final = MappingProxyType(
    {
        int(Qt.Key.Key_Return): "edit",
        int(Qt.Key.Key_Enter): "edit",
        int(Qt.Key.Key_A): "accept",
        ord("Ф"): "accept",
        int(Qt.Key.Key_X): "leave_out",
        ord("Ч"): "leave_out",
        int(Qt.Key.Key_Delete): "leave_out",
        int(Qt.Key.Key_Backspace): "leave_out",
        int(Qt.Key.Key_M): "merge",
        ord("Ь"): "merge",
    }
)


class FactList(QListView):
    """Rows to look through; single letters are commands, not a search.

    `commanded`: the name of the method of `FactsPane` that a key stands for.
    """

    commanded = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)

    def dataChanged(  # noqa: N802 - Qt's name
        self,
        first: QModelIndex | QPersistentModelIndex,
        last: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Paints anew; the list's own way is to measure all rows, of which each is as tall as the next."""
        if QAccessible.isActive():
            super().dataChanged(first, last, roles)
        else:
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter edits, A accepts, X leaves out, M merges; the others are the list's own."""
        command = _KEYS.get(event.key())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if command is not None and plain:
            self.commanded.emit(command)
            return
        super().keyPressEvent(event)
