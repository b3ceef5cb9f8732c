"""What the tints in a source mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QTextCharFormat
from PySide6.QtWidgets import QWidget

from briefing.locale.interface import Interface
from briefing_gui.views.tints import tint

_Line = QTextCharFormat.UnderlineStyle
_PENS = {
    _Line.SingleUnderline: Qt.PenStyle.SolidLine,
    _Line.DashUnderline: Qt.PenStyle.DashLine,
    _Line.DotLine: Qt.PenStyle.DotLine,
    _Line.DashDotLine: Qt.PenStyle.DashDotLine,
    _Line.DashDotDotLine: Qt.PenStyle.DashDotDotLine,
    _Line.WaveUnderline: Qt.PenStyle.SolidLine,
}


class Legend(QWidget):
    """A line of slot names, each on its tint with its line under it; it breaks where it is too long."""

    def __init__(self, says: Interface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("legend")
        self._says = says
        self._slots: tuple[str, ...] = ()

    def show_slots(self, slots: Sequence[str]) -> None:
        """Explains these tints."""
        self._slots = tuple(dict.fromkeys(slots))
        self.setVisible(bool(self._slots))
        self._tell()

    def retranslate(self, says: Interface) -> None:
        """Puts the names into another language."""
        self._says = says
        self._tell()

    def _tell(self) -> None:
        self.setAccessibleName(self._says.text("window.reader.legend"))
        self.setAccessibleDescription(", ".join(self._name(slot) for slot in self._slots))
        self.setMinimumHeight(round(self._arranged(self.width())[1]))
        self.update()

    def _name(self, slot: str) -> str:
        return self._says.text(f"tint.{slot}")

    def _arranged(self, width: int) -> tuple[list[tuple[str, QRectF]], float]:
        """Where each name stands, and how tall all are together."""
        metrics = QFontMetricsF(self.font())
        gap, height = metrics.height() * 0.4, metrics.height() * 1.35
        x, y = 0.0, gap
        boxes = []
        for slot in self._slots:
            wide = metrics.horizontalAdvance(self._name(slot)) + 2 * gap
            if x and x + wide > width:
                x, y = 0.0, y + height + gap
            boxes.append((slot, QRectF(x, y, wide, height)))
            x += wide + gap
        return boxes, y + height + gap

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As tall as its lines at this width."""
        return QSize(200, round(self._arranged(max(self.width(), 200))[1]))

    def event(self, event: QEvent) -> bool:
        """Measures anew where width or type have changed."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.FontChange}:
            self.setMinimumHeight(round(self._arranged(self.width())[1]))
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Every name on its tint."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for slot, box in self._arranged(self.width())[0]:
            look = tint(slot, self.palette())
            place = QRectF(self.width() - box.right(), box.top(), box.width(), box.height()) if mirrored else box
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.background())
            painter.drawRoundedRect(place, 3, 3)
            painter.setPen(self.palette().text().color())
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._name(slot))
            style = _PENS.get(look.underlineStyle())
            if style is not None:
                painter.setPen(QPen(look.underlineColor(), 1.5, style))
                inset = place.height() * 0.3
                foot = place.bottom() - place.height() * 0.14
                painter.drawLine(QPointF(place.left() + inset, foot), QPointF(place.right() - inset, foot))
