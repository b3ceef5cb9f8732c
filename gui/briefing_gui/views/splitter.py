"""A splitter whose handles are hairlines, wide enough to be caught."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle

from briefing_gui.views.theme import colours

_CATCH = 7


class Splitter(QSplitter):
    """Draws a line of one pixel between its parts."""

    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self.setHandleWidth(_CATCH)

    def createHandle(self) -> QSplitterHandle:  # noqa: N802 - Qt's name
        """A handle of ours."""
        return _Handle(self.orientation(), self)


class _Handle(QSplitterHandle):
    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """A hairline in the middle; a thicker one under the pointer."""
        painter = QPainter(self)
        chosen = colours(self.palette())
        middle: QPoint = self.rect().center()
        thick = 3 if self.underMouse() else 1
        if self.orientation() is Qt.Orientation.Horizontal:
            line = QRect(middle.x() - thick // 2, 0, thick, self.height())
        else:
            line = QRect(0, middle.y() - thick // 2, self.width(), thick)
        painter.fillRect(line, QColor(chosen.accent if self.underMouse() else chosen.line))
