"""Small signs on buttons, drawn with the pen of the palette: sharp on every display, light and dark."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter, QToolButton, QWidget

# Signs are drawn in a square of sixteen units.
_SQUARE = 16.0


def _lines(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    return path


def _minus() -> QPainterPath:
    return _lines((3, 8), (13, 8))


def _plus() -> QPainterPath:
    path = _minus()
    path.addPath(_lines((8, 3), (8, 13)))
    return path


def _thumbnails() -> QPainterPath:
    path = QPainterPath()
    for top in (1.5, 9.0):
        path.addRect(QRectF(2.5, top, 4.5, 5.5))
    path.addRect(QRectF(9.5, 1.5, 4.5, 13))
    return path


_GLYPHS: Final[Mapping[str, Callable[[], QPainterPath]]] = MappingProxyType(
    {
        "minus": _minus,
        "plus": _plus,
        "up": lambda: _lines((4, 10), (8, 6), (12, 10)),
        "down": lambda: _lines((4, 6), (8, 10), (12, 6)),
        "thumbnails": _thumbnails,
    }
)


class GlyphButton(QToolButton):
    """A flat button with a sign: `minus`, `plus`, `up`, `down` or `thumbnails`; its words are its tool tip."""

    def __init__(self, glyph: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = glyph
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def say(self, words: str) -> None:
        """Names the button, for those who point at it and those who hear it."""
        self.setAccessibleName(words)
        self.setToolTip(words)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A square that grows with the text."""
        edge = max(self.fontMetrics().height() + 10, 26)
        return QSize(edge, edge)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The button as the style has it, with the sign in place of an icon."""
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        self._draw(painter)

    def _draw(self, painter: QPainter) -> None:
        edge = self.fontMetrics().height()
        group = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate((self.width() - edge) / 2, (self.height() - edge) / 2)
        painter.scale(edge / _SQUARE, edge / _SQUARE)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(_SQUARE, 0)
            painter.scale(-1, 1)
        pen = QPen(self.palette().color(group, QPalette.ColorRole.ButtonText), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_GLYPHS[self._glyph]())
