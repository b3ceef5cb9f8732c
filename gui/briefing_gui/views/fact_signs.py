"""Signs beside facts, drawn with a pen: bars for how sure one is, a mark for each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen

_LEVELS = 3
# Signs are drawn in a square of so many units; how many of them the bars are wide.
_UNITS, _BARS = 16, 13


def draw_bars(painter: QPainter, place: QRect, level: int, ink: QColor, direction: Qt.LayoutDirection) -> None:
    """Bars that rise, as many filled as the level."""
    unit = place.height() / _UNITS
    side, base = 3 * unit, place.bottom() - 3 * unit
    painter.setPen(QPen(ink, max(1.0, unit)))
    for number in range(_LEVELS):
        step = number if direction is Qt.LayoutDirection.LeftToRight else _LEVELS - 1 - number
        height = (4 + 3 * number) * unit
        bar = QRectF(place.left() + (0.5 + step * 4.5) * unit, base - height, side, height)
        painter.setBrush(ink if number < level else Qt.BrushStyle.NoBrush)
        painter.drawRect(bar)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def bars_width(metrics: QFontMetrics) -> int:
    """How wide the bars of certainty are beside words of that type."""
    return round(metrics.height() * _BARS / _UNITS)


@cache
def _person() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(8, 5), 3, 3)
    path.moveTo(2.5, 14)
    path.cubicTo(QPointF(2.5, 8.5), QPointF(13.5, 8.5), QPointF(13.5, 14))
    return path


@cache
def _calendar() -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(2.5, 3.5, 11, 10.5))
    for start, end in (((2.5, 7), (13.5, 7)), ((5.5, 1.5), (5.5, 4.5)), ((10.5, 1.5), (10.5, 4.5))):
        path.moveTo(QPointF(*start))
        path.lineTo(QPointF(*end))
    return path


@cache
def _pledge() -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(3, 2, 10, 12.5))
    for start, end in (((5.5, 5.5), (10.5, 5.5)), ((5.5, 8.5), (7, 10.5)), ((7, 10.5), (10.5, 8))):
        path.moveTo(QPointF(*start))
        path.lineTo(QPointF(*end))
    return path


@cache
def _marks() -> QPainterPath:
    path = QPainterPath()
    for left in (2.5, 9.0):
        path.moveTo(left + 4, 3.5)
        path.cubicTo(QPointF(left + 1, 4.5), QPointF(left, 7), QPointF(left, 10))
        path.addEllipse(QPointF(left + 2, 10.5), 2, 2)
    return path


@cache
def _number() -> QPainterPath:
    path = QPainterPath()
    for start, end in (((6.5, 2), (4.5, 14)), ((11.5, 2), (9.5, 14)), ((2.5, 6), (13.5, 6)), ((2, 10.5), (13, 10.5))):
        path.moveTo(QPointF(*start))
        path.lineTo(QPointF(*end))
    return path


# A mark for each kind, in a square of sixteen units.
KINDS: Mapping[str, Callable[[], QPainterPath]] = MappingProxyType(
    {
        "events": _calendar,
        "attendees": _person,
        "commitments": _pledge,
        "quotes": _marks,
        "figures": _number,
    }
)
