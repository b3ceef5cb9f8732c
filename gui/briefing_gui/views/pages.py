"""The pages as they will print: painted sharp, with what is marked and found on them, to point at."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from briefing_gui.presenters.desk import Spot
from briefing_gui.presenters.pictures import Viewer, Wish
from briefing_gui.presenters.preview import Preview
from briefing_gui.views import paper
from briefing_gui.views.desk import DeskView
from briefing_gui.views.theme import colours

# How far left of the facts the margin begins, in points.
_BULLET: Final = 16.0
# What is drawn around a page or a mark reaches no further than this.
_EDGE: Final = 8


class PagesView(DeskView):
    """Shows what a `Preview` holds; whoever changes that calls `renew`, `repaint_page` or `viewport().update()`.

    `fact_clicked`: the id of a fact that was pointed at. `wanting`: pictures are missing, ask the `Preview` which.
    """

    fact_clicked = Signal(str)
    wanting = Signal()

    def __init__(self, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(preview, parent)
        self._hover: str | None = None
        self._pressed: str | None = None
        self.setObjectName("pages")
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.moved.connect(self._wish)

    def renew(self) -> None:
        """Shows another proof; what is in view stays in view."""
        self._point_at(None)
        self.lay()

    def repaint_page(self, page: int) -> None:
        """Paints one page anew, where it is in view."""
        if page < len(self.desk.sizes):
            self.viewport().update(self.frame_of(page).adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE))

    # Pictures

    def _wish(self) -> None:
        """Wants pictures of the pages in view, then of their neighbours."""
        view, sizes = self.view(), self.desk.sizes
        seen = self.desk.between(view.top(), view.bottom()) if sizes else range(0)
        if not self.isVisible() or not seen:
            return
        beside = [page for page in (seen[-1] + 1, seen[0] - 1) if 0 <= page < len(sizes)]
        self.preview.pictures.want(Viewer.PAGES, [self._wished(page) for page in (*seen, *beside)])
        self.wanting.emit()

    def _wished(self, page: int) -> Wish:
        return page, self.preview.picture_scale(page, self.desk.scale * self.devicePixelRatioF())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The desk, the pages in view, and what is marked on them."""
        painter = QPainter(self.viewport())
        shades = colours(self.palette())
        painter.fillRect(event.rect(), QColor(shades.faint))
        area = QRectF(event.rect()).translated(self.origin())
        seen = self.desk.between(area.top() - _EDGE, area.bottom() + _EDGE) if self.desk.sizes else range(0)
        for page in seen:
            self._paint_page(painter, page, QColor(shades.line))
        painter.translate(-self.origin())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_hits(painter, seen)
        for page in seen:
            self._paint_facts(painter, page)
        painter.resetTransform()
        if self.hasFocus():
            painter.setPen(QPen(QColor(shades.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_page(self, painter: QPainter, page: int, edge: QColor) -> None:
        wish = self._wished(page)
        picture = self.preview.pictures.best(*wish)
        unbounded = wish[1] == round(self.desk.scale * self.devicePixelRatioF(), 5)
        sharp = picture is not None and picture.scale == wish[1] and unbounded
        paper.draw_page(painter, self.frame_of(page), picture, sharp=sharp, edge=edge)

    def _paint_hits(self, painter: QPainter, seen: range) -> None:
        hits = self.preview.hits
        for number, place in enumerate(hits.places):
            for box in self.boxes([part for part in (place, *place.rest) if part.page in seen]):
                paper.draw_hit(painter, box, current=number == hits.current)

    def _paint_facts(self, painter: QPainter, page: int) -> None:
        marked = self._boxes_of(self.preview.marked, page)
        if marked:
            paper.draw_mark(painter, marked, self._margin(page))
        if self._hover != self.preview.marked:
            pointed = self._boxes_of(self._hover, page)
            if pointed:
                paper.draw_hover(painter, pointed)

    def _boxes_of(self, fact: str | None, page: int) -> list[QRectF]:
        return self.boxes([place for place in self.preview.places.of(fact) if place.page == page])

    def _margin(self, page: int) -> float:
        """Where the bar beside a fact stands: left of all facts of the page and of their bullets."""
        x, _ = self.desk.place(Spot(page, self.preview.places.left(page) - _BULLET, 0))
        return max(x, self.desk.frame(page)[0] + _EDGE)

    # Events

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Asks for the pictures that nobody has seen so far."""
        super().showEvent(event)
        self._wish()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Wants nothing while nobody looks."""
        super().hideEvent(event)
        self.preview.pictures.want(Viewer.PAGES, ())

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Forgets what was pointed at when the pointer leaves; another display wants other pictures."""
        if event.type() is QEvent.Type.Leave:
            self._point_at(None)
        elif event.type() is QEvent.Type.DevicePixelRatioChange:
            self._wish()
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Moves the pages below the pointer."""
        super().wheelEvent(event)
        self._point_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Shows what a click would select."""
        self._point_at(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Remembers what was pressed."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = self._fact_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A fact that is pressed and released is selected."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        fact, pressed = self._fact_at(event.position()), self._pressed
        self._pressed = None
        if fact is not None and fact == pressed:
            self.fact_clicked.emit(fact)

    def _fact_at(self, at: QPointF) -> str | None:
        point = at + self.origin()
        spot = self.desk.on_page(point.x(), point.y())
        return None if spot is None else self.preview.places.at(spot.page, spot.x, spot.y)

    def _point_at(self, at: QPointF | None) -> None:
        fact = None if at is None else self._fact_at(at)
        if fact != self._hover:
            self._hover = fact
            shape = Qt.CursorShape.ArrowCursor if fact is None else Qt.CursorShape.PointingHandCursor
            self.viewport().setCursor(shape)
            self.viewport().update()
