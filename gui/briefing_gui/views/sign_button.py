"""A small button with a sign in place of words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter, QToolButton, QWidget

from briefing_gui.views.icons import icon

_SMALLEST = 26


class SignButton(QToolButton):
    """A flat button with one of the signs of `icons`; its words are its tool tip."""

    def __init__(self, sign: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(icon(sign))
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._measure()

    def say(self, words: str) -> None:
        """Names the button, for those who point at it and those who hear it."""
        self.setAccessibleName(words)
        self.setToolTip(words)

    def _measure(self) -> None:
        edge = self.fontMetrics().height()
        self.setIconSize(QSize(edge, edge))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """The sign grows with the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._measure()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A square that grows with the text."""
        edge = max(self.fontMetrics().height() + 10, _SMALLEST)
        return QSize(edge, edge)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The button as the style has it, with a ring where the keyboard is."""
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()
