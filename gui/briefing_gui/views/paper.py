"""What is drawn on the desk: pages, and the marks that lie over their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from briefing_gui.messages import Pictured

# Pages are white in a dark window too, so what is drawn on them has colours of its own.
PAPER: Final = QColor("#FFFFFF")
INK: Final = QColor("#1F3A5F")
FOUND: Final = QColor("#B26A00")

_PADDING = 2.5
_ROUND = 3.0
_BAR = 3.0


def image_of(picture: Pictured) -> QImage:
    """The picture as an image over the same bytes: whoever uses it must hold on to the picture."""
    return QImage(picture.data, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)


def draw_page(painter: QPainter, frame: QRect, picture: Pictured | None, *, sharp: bool, edge: QColor) -> None:
    """A page: paper, its picture, and a hairline with the faintest of shadows.

    `sharp`: the picture has one pixel for each of the display's; else it is stretched over the frame.
    """
    shade = QColor(edge)
    for grown, strength in ((2, 60), (1, 120)):
        shade.setAlpha(strength)
        painter.setPen(QPen(shade, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame.adjusted(-grown, -grown + 1, grown - 1, grown))
    painter.fillRect(frame, PAPER)
    if picture is not None:
        _draw_picture(painter, frame, picture, sharp=sharp)


def _draw_picture(painter: QPainter, frame: QRect, picture: Pictured, *, sharp: bool) -> None:
    image = image_of(picture)
    if not sharp:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
        painter.drawImage(QRectF(frame), image)
        return
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.save()
    painter.setClipRect(frame)
    device = painter.deviceTransform()
    start = device.map(QPointF(frame.topLeft()))
    # On whole pixels of the display, or every letter is blurred where the display's scale is not a whole number.
    inverse, _ = device.inverted()
    whole = QPointF(round(start.x()), round(start.y()))
    end = whole + QPointF(picture.width, picture.height)
    painter.drawImage(QRectF(inverse.map(whole), inverse.map(end)), image)
    painter.restore()


def around(boxes: Iterable[QRectF]) -> QPainterPath:
    """One outline around boxes; lines that touch have one together."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for box in boxes:
        path.addRoundedRect(box.adjusted(-_PADDING, -_PADDING, _PADDING, _PADDING), _ROUND, _ROUND)
    return path.simplified()


def draw_hover(painter: QPainter, boxes: Sequence[QRectF]) -> None:
    """A faint outline around what a click would select."""
    faint = QColor(INK)
    faint.setAlpha(110)
    painter.setPen(QPen(faint, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(around(boxes))


def draw_mark(painter: QPainter, boxes: Sequence[QRectF], margin: float) -> None:
    """The selected fact: an outline around its lines, and a bar beside them, at `margin`."""
    ground = QColor(INK)
    ground.setAlpha(18)
    painter.setPen(QPen(INK, 1.5))
    painter.setBrush(ground)
    painter.drawPath(around(boxes))
    for top, bottom in _stretches(boxes):
        bar = QRectF(margin - _BAR, top - _PADDING, _BAR, bottom - top + 2 * _PADDING)
        painter.fillRect(bar, INK)


def draw_hit(painter: QPainter, box: QRectF, *, current: bool) -> None:
    """Words that were looked for; the current ones in a stronger box."""
    ground = QColor(FOUND)
    ground.setAlpha(72 if current else 36)
    painter.setPen(QPen(FOUND, 2 if current else 1))
    painter.setBrush(ground)
    grown = 2.0 if current else 1.0
    painter.drawRoundedRect(box.adjusted(-grown, -grown, grown, grown), 2, 2)


def _stretches(boxes: Sequence[QRectF]) -> list[tuple[float, float]]:
    """From where to where boxes reach down the page, those that touch taken together."""
    stretches: list[tuple[float, float]] = []
    for box in sorted(boxes, key=lambda box: box.top()):
        if stretches and box.top() <= stretches[-1][1] + _PADDING:
            stretches[-1] = (stretches[-1][0], max(stretches[-1][1], box.bottom()))
        else:
            stretches.append((box.top(), box.bottom()))
    return stretches
