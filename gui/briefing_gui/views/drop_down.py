"""A list of choices that opens by the keys that open lists, whatever else they are shortcuts for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox


class DropDown(QComboBox):
    """Keeps Alt with an arrow for itself while it has the keyboard."""

    def event(self, event: QEvent) -> bool:
        """Says that no shortcut is meant."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            event.accept()
            return True
        return super().event(event)
