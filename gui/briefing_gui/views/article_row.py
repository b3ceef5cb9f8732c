"""How one article looks in the list: a tick, its title, where and when it appeared, how many facts it gave."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import (
    QAbstractItemModel,
    QDate,
    QEvent,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from briefing.locale.interface import Interface
from briefing_gui.models.articles import ROW
from briefing_gui.presenters.articles import Row
from briefing_gui.views.tick import draw_tick, side

Index = QModelIndex | QPersistentModelIndex

_TITLE_LINES = 2


class ArticleDelegate(QStyledItemDelegate):
    """Paints rows of `ArticleModel`; a click on the box, or Space, asks for the tick."""

    def __init__(self, says: Interface, parent: QWidget) -> None:
        super().__init__(parent)
        self.says = says

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Every row is as tall as one with a title of two lines: ten thousand rows need no measuring."""
        title, small = _fonts(option.font)
        height = _TITLE_LINES * QFontMetrics(title).height() + QFontMetrics(small).height() + 3 * _gap(option.font)
        return QSize(1, height)  # as wide as the list, whatever that is

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        style = _style(option)
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        box, words = self._boxes(option)
        draw_tick(painter, option, box, ticked=row.ticked)
        group = QPalette.ColorGroup.Normal if row.ticked or selected else QPalette.ColorGroup.Disabled
        ink = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        painter.setPen(option.palette.color(group, ink))
        title, small = _fonts(option.font)
        # Words run the way their own language does, whatever the window's; they stand on the window's side.
        painter.setLayoutDirection(_running(row.title))
        self._title(painter, title, row.title, words, option.direction)
        quiet = option.palette.color(group, ink if selected else QPalette.ColorRole.PlaceholderText)
        painter.setPen(quiet)
        painter.setFont(small)
        metrics = QFontMetrics(small)
        line = QRect(words.left(), words.bottom() - metrics.height(), words.width(), metrics.height())
        facts = self._facts(row)
        width = metrics.horizontalAdvance(facts)
        end = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        painter.drawText(line, end | (Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight), facts)
        room = line.width() - width - 2 * _gap(option.font)
        painter.setLayoutDirection(_running(row.outlet))
        about = metrics.elidedText(self.about(row), Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, end | (Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft), about)
        painter.restore()

    def about(self, row: Row) -> str:
        """Outlet, date and language in one line."""
        day = QDate.fromString(row.published, Qt.DateFormat.ISODate)
        date = (
            QLocale(self.says.locale).toString(day, QLocale.FormatType.ShortFormat) if day.isValid() else row.published
        )
        return " · ".join(part for part in (row.outlet, date, row.language.upper()) if part)

    def _facts(self, row: Row) -> str:
        if row.failed:
            return self.says.text("window.articles.failed")
        if row.facts is None:
            return self.says.text("window.articles.waiting")
        return self.says.count("window.articles.facts", row.facts)

    def _boxes(self, option: QStyleOptionViewItem) -> tuple[QRect, QRect]:
        """Where the box and where the words are."""
        gap = _gap(option.font)
        style = _style(option)
        width = side(option)
        whole = option.rect.adjusted(gap, gap, -gap, -gap)
        title, _ = _fonts(option.font)
        top = whole.top() + (QFontMetrics(title).height() - width) // 2
        box = QRect(whole.left(), top, width, width)
        words = whole.adjusted(width + gap, 0, 0, 0)
        return (
            style.visualRect(option.direction, whole, box),
            style.visualRect(option.direction, whole, words),
        )

    @staticmethod
    def _title(painter: QPainter, font: QFont, title: str, room: QRect, direction: Qt.LayoutDirection) -> None:
        """The title in two lines at most, the second cut with an ellipsis."""
        metrics = QFontMetrics(font)
        option = QTextOption()
        option.setTextDirection(_running(title))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(title, font)
        layout.setTextOption(option)
        layout.beginLayout()
        starts: list[int] = []
        for number in range(_TITLE_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(room.width())
            starts.append(line.textStart())
            rest = title[line.textStart() :]
            last = number == _TITLE_LINES - 1
            words = (
                metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room.width())
                if last
                else rest[: line.textLength()]
            )
            painter.setFont(font)
            place = QRect(room.left(), room.top() + number * metrics.height(), room.width(), metrics.height())
            edge = (
                Qt.AlignmentFlag.AlignLeft
                if direction is Qt.LayoutDirection.LeftToRight
                else Qt.AlignmentFlag.AlignRight
            )
            painter.drawText(
                place, edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, words.strip()
            )
        layout.endLayout()

    def editorEvent(  # noqa: N802 - Qt's name
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click on the box."""
        if event.type() is QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            box, _ = self._boxes(option)
            margin = _gap(option.font)
            around = box.adjusted(-margin, -margin, margin, margin)
            if event.button() is Qt.MouseButton.LeftButton and around.contains(event.position().toPoint()):
                ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
                state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
                return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)
        return False


def _running(words: str) -> Qt.LayoutDirection:
    """The direction of a text, as its first letter has it."""
    first = next((unicodedata.bidirectional(letter) for letter in words if letter.isalpha()), "L")
    return Qt.LayoutDirection.RightToLeft if first in {"R", "AL"} else Qt.LayoutDirection.LeftToRight


def _style(option: QStyleOptionViewItem) -> QStyle:
    widget: QWidget | None = option.widget
    return QApplication.style() if widget is None else widget.style()


def _fonts(font: QFont) -> tuple[QFont, QFont]:
    """The type of a title and of the line below it."""
    title = QFont(font)
    title.setWeight(QFont.Weight.DemiBold)
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    return title, small


def _gap(font: QFont) -> int:
    return max(6, QFontMetrics(font).height() // 2)
