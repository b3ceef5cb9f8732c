"""How sure a fact is and what the editor has said of it, in bars and words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStyle, QWidget

from briefing_gui.views.fact_signs import bars_width, draw_bars
from briefing_gui.views.sentence import Sentence
from briefing_gui.views.theme import colours


class Standing(QWidget):
    """Bars and a sentence: how sure the program is, what the editor has said."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._level = 0
        self._label = Sentence(self, quiet=True)
        self._layout = QHBoxLayout(self)
        self._layout.setSpacing(0)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._label)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_standing(self, level: int, sentence: str) -> None:
        """Shows so many bars of three, none for 0."""
        self._level = level
        self._label.setText(sentence if level else f"✓ {sentence}")
        self._make_room()
        self.update()

    def _make_room(self) -> None:
        room = bars_width(self.fontMetrics()) + 6 if self._level else 0
        left_to_right = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        self._layout.setContentsMargins(room if left_to_right else 0, 0, 0 if left_to_right else room, 0)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """The bars follow the size of the text and the direction."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._make_room()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The bars."""
        if not self._level:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tints = colours(self.palette())
        ink = tints.warning if self._level == 1 else tints.quiet
        bars = QRect(0, 0, bars_width(self.fontMetrics()), self.fontMetrics().height())
        place = QStyle.visualRect(self.layoutDirection(), self.rect(), bars)
        draw_bars(painter, place, self._level, QColor(ink), self.layoutDirection())
        painter.end()
