"""How one fact looks in the list: its words, what else is known, how sure it is and what the editor did."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from briefing.locale.interface import Interface
from briefing_gui.models.facts import ROW
from briefing_gui.presenters.listing import Badge, Row
from briefing_gui.views.fact_signs import KINDS, bars_width, draw_bars
from briefing_gui.views.theme import Colours, colours

Index = QModelIndex | QPersistentModelIndex

# A row is as tall as so many lines: a name with two lines below it, or two lines of words with one.
_LINES = 3
# Names take one line; what was said or promised takes two.
_SHORT = frozenset({"attendees", "events"})
_LABELS = ("sure", "fair", "doubtful")


class _Type:
    """The type of words, of names and of what stands below them, with what is measured in it."""

    def __init__(self, font: QFont, says: Interface) -> None:
        self.plain, self.name, self.small = QFont(font), QFont(font), QFont(font)
        self.name.setWeight(QFont.Weight.DemiBold)
        if font.pointSizeF() > 0:
            self.small.setPointSizeF(font.pointSizeF() * 0.9)
        else:
            self.small.setPixelSize(max(1, round(font.pixelSize() * 0.9)))
        self.height = QFontMetrics(font).height()
        self.ascent = QFontMetrics(font).ascent()
        self.gap = max(6, self.height // 2)
        self.above = max(4, self.height // 3)
        metrics = QFontMetrics(self.small)
        self.small_height = metrics.height()
        self.bars = bars_width(metrics)
        self.bars_room = self.bars + metrics.height() // 3
        widest = max(metrics.horizontalAdvance(says.text(f"window.certainty.{one}")) for one in _LABELS)
        self.column = widest + self.bars_room + 2


class FactDelegate(QStyledItemDelegate):
    """Paints rows of `FactModel`. `with_kinds`: whether each row has the mark of its kind, as in the queue."""

    def __init__(self, says: Interface, parent: QWidget) -> None:
        super().__init__(parent)
        self.says = says
        self.with_kinds = False
        self._types: tuple[tuple[str, str], _Type] | None = None

    def _type(self, font: QFont) -> _Type:
        key = (font.key(), self.says.locale)
        if self._types is None or self._types[0] != key:
            self._types = (key, _Type(font, self.says))
        return self._types[1]

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Every row is as tall as the next: thousands of them need no measuring."""
        kind = self._type(option.font)
        height = (_LINES - 1) * kind.height + kind.small_height + 2 * kind.above
        return QSize(option.fontMetrics.averageCharWidth() * 24, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tints = colours(option.palette)
        _ground(painter, option, tints)
        kind = self._type(option.font)
        gap = kind.gap
        whole = option.rect.adjusted(gap, kind.above, -gap, -kind.above)
        if self.with_kinds:
            self._kind(painter, option, whole, row.kind)
            whole = _without_start(whole, kind.height + gap // 2, option.direction)
        words = whole
        if row.certainty is not None:
            # Long words in some language may not push the fact aside.
            column = min(kind.column, whole.width() * 2 // 5)
            words = _without_end(whole, column + gap, option.direction)
            self._standing(painter, option, _end_of(whole, column, option.direction), row)
        self._words(painter, option, words, row)
        painter.restore()

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, place: QRect, row: Row) -> None:
        tints, kind = colours(option.palette), self._type(option.font)
        font = kind.name if row.kind in _SHORT else kind.plain
        if row.left_out:
            font = QFont(font)
            font.setStrikeOut(True)
        painter.setPen(QColor(tints.quiet if row.left_out else tints.text))
        lines = 1 if row.kind in _SHORT else _LINES - 1
        used = _paragraph(painter, font, place, row.headline, lines, option.direction)
        below = place.adjusted(0, used * kind.height, 0, 0)
        painter.setPen(QColor(tints.quiet))
        _paragraph(painter, kind.small, below, row.second, _LINES - used, option.direction)

    def _standing(self, painter: QPainter, option: QStyleOptionViewItem, place: QRect, row: Row) -> None:
        """How sure the fact is, below it what the editor did; what is accepted is as sure as can be."""
        tints, kind = colours(option.palette), self._type(option.font)
        line = QRect(place.left(), place.top(), place.width(), kind.small_height)
        shown = list(row.badges)
        if row.level and Badge.ACCEPTED not in shown:
            bars = _end_of(line, kind.bars, option.direction)
            ink = QColor(tints.warning if row.level == 1 else tints.quiet)
            draw_bars(painter, bars, row.level, ink, option.direction)
            painter.setPen(ink)
            room = _without_end(line, kind.bars_room, option.direction)
            _line(
                painter,
                kind.small,
                room,
                self.says.text(f"window.certainty.{row.certainty}"),
                option.direction,
                end=True,
            )
            line.translate(0, kind.small_height)
        for badge in shown[:2]:
            painter.setPen(QColor(_badge_colour(badge, tints)))
            sign = _SIGNS.get(badge, "")
            said = f"{sign}{self.says.text(f'window.badge.{badge.value}')}"
            _line(painter, kind.small, line, said, option.direction, end=True)
            line.translate(0, kind.small_height)

    def _kind(self, painter: QPainter, option: QStyleOptionViewItem, place: QRect, kind: str) -> None:
        side, height = self._type(option.font).ascent, self._type(option.font).height
        box = _start_of(QRect(place.left(), place.top(), place.width(), height), side, option.direction)
        painter.save()
        painter.translate(box.left(), box.top() + (box.height() - side) / 2)
        painter.scale(side / 16, side / 16)
        pen = QPen(QColor(colours(option.palette).accent), 1.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPath(KINDS[kind]())
        painter.restore()


def _ground(painter: QPainter, option: QStyleOptionViewItem, tints: Colours) -> None:
    """A tint under what is selected with a bar at its start, a ring around what has the focus, a hairline below."""
    rect = QRectF(option.rect)
    accent = QColor(tints.accent)
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    if selected or option.state & QStyle.StateFlag.State_MouseOver:
        tint = QColor(accent)
        tint.setAlphaF(0.12 if selected else 0.05)
        painter.fillRect(rect, tint)
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(tints.line))
    if selected:
        painter.fillRect(QRectF(_start_of(option.rect, 3, option.direction)), accent)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(accent, 1.5))
        painter.drawRect(rect.adjusted(1, 1, -1, -2))


_SIGNS: Mapping[Badge, str] = MappingProxyType(
    {Badge.ACCEPTED: "✓ ", Badge.CORRECTED: "✎ ", Badge.ADDED: "+ ", Badge.LEFT_OUT: "✕ "}
)


def _badge_colour(badge: Badge, tints: Colours) -> str:
    match badge:
        case Badge.ACCEPTED:
            return tints.good
        case Badge.LEFT_OUT | Badge.NOTE:
            return tints.quiet
        case Badge.LOST:
            return tints.warning
        case _:
            return tints.link


def _paragraph(  # noqa: PLR0917 - what a painted paragraph hangs on
    painter: QPainter, font: QFont, place: QRect, text: str, most: int, direction: Qt.LayoutDirection
) -> int:
    """Words in so many lines at most, the last cut with an ellipsis; how many it took."""
    height = QFontMetrics(font).height()
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    drawn = 0
    while drawn < most and (line := layout.createLine()).isValid():
        line.setLineWidth(place.width())
        start = _python_offset(text, line.textStart())
        end = _python_offset(text, line.textStart() + line.textLength())
        words = text[start:] if drawn == most - 1 else text[start:end]
        box = QRect(place.left(), place.top() + drawn * height, place.width(), height)
        _line(painter, font, box, words.strip(), direction)
        drawn += 1
    layout.endLayout()
    return drawn


def _python_offset(text: str, units: int) -> int:
    """Qt counts UTF-16 units, Python code points."""
    if len(text) == len(text.encode("utf-16-le", "surrogatepass")) // 2:
        return units
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "surrogatepass"))


def _line(
    painter: QPainter, font: QFont, place: QRect, text: str, direction: Qt.LayoutDirection, *, end: bool = False
) -> None:
    """One line, at the start or the end of the row; its own direction is that of its words."""
    left = (direction is Qt.LayoutDirection.LeftToRight) != end
    side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
    painter.setFont(font)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(QRectF(place), shown, option)


def _start_of(place: QRect, width: int, direction: Qt.LayoutDirection) -> QRect:
    return QStyle.visualRect(direction, place, QRect(place.left(), place.top(), width, place.height()))


def _end_of(place: QRect, width: int, direction: Qt.LayoutDirection) -> QRect:
    left = place.right() - width + 1
    return QStyle.visualRect(direction, place, QRect(left, place.top(), width, place.height()))


def _without_start(place: QRect, width: int, direction: Qt.LayoutDirection) -> QRect:
    return QStyle.visualRect(direction, place, place.adjusted(width, 0, 0, 0))


def _without_end(place: QRect, width: int, direction: Qt.LayoutDirection) -> QRect:
    return QStyle.visualRect(direction, place, place.adjusted(0, 0, -width, 0))
