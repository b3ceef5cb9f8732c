"""What must be true of Qt's binding itself."""

from __future__ import annotations

import sys

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal


class _Speaker(QObject):
    said = Signal(object)


class _Silent(QAbstractListModel):
    def rowCount(self, _parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: N802 - Qt's name
        return 1

    def data(self, _index: QModelIndex | QPersistentModelIndex, _role: int = 0) -> None:
        return None


def test_the_binding_keeps_count_of_none() -> None:
    """A model that has nothing to say, and a signal that carries nothing, cost Python none of its references to None.

    One release gave None back once too often, which ended the program after some thousand looks at a model.
    """
    model, speaker = _Silent(), _Speaker()
    speaker.said.connect(lambda _nothing: None)
    before = sys.getrefcount(None)
    for _ in range(300):
        model.index(0, 0).data(Qt.ItemDataRole.DisplayRole)
        speaker.said.emit(None)

    assert sys.getrefcount(None) > before - 100
