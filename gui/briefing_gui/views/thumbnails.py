"""The strip of thumbnails beside the pages."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHideEvent, QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from briefing.locale.interface import Interface
from briefing_gui.models.thumbnails import PICTURE, ThumbnailModel
from briefing_gui.presenters.desk import Size
from briefing_gui.presenters.pictures import Viewer
from briefing_gui.presenters.preview import Preview
from briefing_gui.views import paper
from briefing_gui.views.theme import colours

Index = QModelIndex | QPersistentModelIndex

WIDTH = 84
"""How wide a thumbnail of the widest page is."""
_SPACE = 8
# Without a page to measure, one that is taller than wide.
_PAGE = (595.0, 842.0)


class ThumbnailStrip(QListView):
    """Every page, small; the one in view is marked.

    `page_chosen`: somebody has chosen a page. `wanting`: pictures are missing, ask the `Preview` which.
    """

    page_chosen = Signal(int)
    wanting = Signal()

    def __init__(self, preview: Preview, says: Interface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview = preview
        self._model = ThumbnailModel(preview, says, self)
        self.setObjectName("thumbnails")
        self.setModel(self._model)
        self._delegate = _Thumbnail(preview, self)
        self._sizes: set[Size] = set()
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().valueChanged.connect(self._wish)
        self.selectionModel().currentChanged.connect(self._on_current)
        self._following = False
        self.retranslate(says)

    def retranslate(self, says: Interface) -> None:
        """Puts every word into another language."""
        self.setAccessibleName(says.text("window.preview.thumbnails"))
        self._model.retranslate(says)

    def renew(self) -> None:
        """Shows another proof."""
        self._model.renew()
        sizes = set(self._preview.pages)
        self._delegate.widest = max((wide for wide, _ in sizes), default=_PAGE[0])
        if sizes != self._sizes:
            self._sizes = sizes
            # Measuring one thumbnail does for all, where all pages are alike.
            self.setUniformItemSizes(len(sizes) == 1)
            self.scheduleDelayedItemsLayout()
        self._wish()

    def repaint_page(self, page: int) -> None:
        """Shows a picture that has come."""
        self._model.pictured(page)

    def follow(self, page: int) -> None:
        """Marks the page that is in view elsewhere."""
        index = self._model.index(page)
        if index.isValid() and index != self.currentIndex():
            self._following = True
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._following = False

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as a thumbnail needs."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        return QSize(WIDTH + 4 * _SPACE + bar, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wants the pictures of what has come into view."""
        super().resizeEvent(event)
        self._wish()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The same."""
        super().showEvent(event)
        self._wish()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Wants nothing while nobody looks."""
        super().hideEvent(event)
        self._preview.pictures.want(Viewer.THUMBNAILS, ())

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid() and not self._following:
            self.page_chosen.emit(index.row())

    def _wish(self) -> None:
        pages = self._preview.pages
        if not self.isVisible() or not pages or not self._model.rowCount():
            return
        self._model.scale = round(WIDTH / self._delegate.widest * self.devicePixelRatioF(), 5)
        first = self.indexAt(self.viewport().rect().topLeft()).row()
        last = self.indexAt(self.viewport().rect().bottomLeft()).row()
        shown = range(max(first, 0), (last if last >= 0 else len(pages) - 1) + 1)
        self._preview.pictures.want(Viewer.THUMBNAILS, [(page, self._model.scale) for page in shown])
        self.wanting.emit()


class _Thumbnail(QStyledItemDelegate):
    def __init__(self, preview: Preview, parent: QWidget) -> None:
        super().__init__(parent)
        self._preview = preview
        self.widest = _PAGE[0]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """A page and its number below."""
        _, high = self._size(index.row())
        return QSize(WIDTH + 2 * _SPACE, high + option.fontMetrics.height() + 3 * _SPACE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The page, its number, and for the one in view a frame, a bar and a bold number."""
        shades = colours(option.palette)
        wide, high = self._size(index.row())
        left = option.rect.center().x() - wide // 2
        frame = QRect(left, option.rect.top() + _SPACE, wide, high)
        picture = index.data(PICTURE)
        painter.save()
        paper.draw_page(painter, frame, picture, sharp=False, edge=QColor(shades.line))
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        font = QFont(option.font)
        if current:
            painter.setPen(QPen(QColor(shades.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(frame.adjusted(-3, -3, 3, 3))
            font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(shades.text if current else shades.quiet))
        words = option.rect.adjusted(0, high + 2 * _SPACE - 2, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, index.data())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(shades.accent), 1, Qt.PenStyle.DotLine))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _size(self, page: int) -> tuple[int, int]:
        pages = self._preview.pages
        wide, high = pages[page] if page < len(pages) else _PAGE
        return round(WIDTH * wide / self.widest), round(WIDTH * high / self.widest)
