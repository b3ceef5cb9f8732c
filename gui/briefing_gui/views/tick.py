"""The tick of a list: drawn by ourselves, since Fusion's box cannot be seen on a dark ground or on a selected row."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget


def side(option: QStyleOptionViewItem) -> int:
    """How wide and high a box is in a view."""
    widget: QWidget = option.widget
    usual: int = widget.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, widget)
    # The style's own does not grow with the text.
    return max(usual, round(option.fontMetrics.height() * 0.78))


def draw_tick(painter: QPainter, option: QStyleOptionViewItem, place: QRect, *, ticked: bool) -> None:
    """A box at `place`, with a tick in it or not."""
    palette = option.palette
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    ground = palette.color(QPalette.ColorRole.Highlight if selected else QPalette.ColorRole.Base)
    ink = palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)
    fill = palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Highlight)
    mark = ground if selected else palette.color(QPalette.ColorRole.HighlightedText)
    box = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(fill if ticked else _between(ground, ink), 1.2))
    painter.setBrush(fill if ticked else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 2.5, 2.5)
    if ticked:
        points = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.31))
        painter.setPen(QPen(mark, box.width() * 0.13, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(
            QPolygonF([QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in points])
        )
    painter.restore()


def _between(ground: QColor, ink: QColor) -> QColor:
    """A line that can be seen and does not shout."""
    channels = ((ground.red(), ink.red()), (ground.green(), ink.green()), (ground.blue(), ink.blue()))
    return QColor(*(round(0.42 * under + 0.58 * over) for under, over in channels))
