"""The pages on their desk: to scroll, to zoom, to point at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QEvent, QPointF, QPropertyAnimation, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QGestureEvent, QPinchGesture, QScrollBar, QStyle, QWidget

from briefing_gui.messages import Place
from briefing_gui.presenters.desk import Desk, Spot, fitting
from briefing_gui.presenters.pictures import Viewer, Wish
from briefing_gui.presenters.preview import Preview
from briefing_gui.presenters.zoom import Zoom, bounded
from briefing_gui.views import paper
from briefing_gui.views.theme import colours

_LINE = 48
# What stays in sight when a whole view is turned over.
_OVERLAP = 48
# Room left around a place that is brought into view.
_AROUND = 48
# How far left of the facts the margin begins, in points.
_BULLET = 16.0
# One notch of a wheel enlarges by so much.
_NOTCH, _NOTCH_ZOOM = 120, 1.15


@dataclass(frozen=True, slots=True)
class _Anchor:
    """What shall stay where it is in the view: a point of a page, at a point of the view."""

    spot: Spot
    at: QPointF


class PagesView(QAbstractScrollArea):
    """Shows what a `Preview` holds; whoever changes that calls `renew`, `repaint_page` or `viewport().update()`.

    `fact_clicked`: the id of a fact that was pointed at. `page_changed`: another page is the one most seen.
    `zoom_changed`: the size on screen is another. `wanting`: pictures are missing, ask the `Preview` which.
    """

    fact_clicked = Signal(str)
    page_changed = Signal(int)
    zoom_changed = Signal()
    wanting = Signal()

    def __init__(self, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview = preview
        self._desk = Desk((), 1.0, 0)
        self._page = 0
        self._hover: str | None = None
        self._pressed: str | None = None
        self._laying = False
        self.setObjectName("pages")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self._glide = QPropertyAnimation(self.verticalScrollBar(), b"value", self)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)

    # What others may ask

    @property
    def page(self) -> int:
        """The page of which most is seen, from 0."""
        return self._page

    @property
    def unit(self) -> float:
        """How many units of the window make a point at the size on paper."""
        return self.logicalDpiX() / 72

    def renew(self) -> None:
        """Shows another proof; what is in view stays in view."""
        self._hover = None
        self._lay(self._anchor(QPointF(0, 0)))

    def set_zoom(self, zoom: Zoom, at: QPointF | None = None) -> None:
        """Another size; what is at that point of the view stays there, else what is in the middle."""
        anchor = self._anchor(at or QRectF(self.viewport().rect()).center())
        self._preview.zoom = zoom
        self._lay(anchor)
        self.zoom_changed.emit()

    def go_to(self, page: int) -> None:
        """Brings the top of a page to the top of the view."""
        if not self._preview.pages:
            return
        page = min(max(page, 0), len(self._preview.pages) - 1)
        _, top, _, _ = self._desk.frame(page)
        self._scroll_to(top - 8)
        self._turn_to(page)

    def bring(self, places: Sequence[Place]) -> None:
        """Brings the first of these places into view, with as many of the others as fit; nothing if it is there."""
        if not places or places[0].page >= len(self._preview.pages):
            return
        boxes = [box for place, box in zip(places, self._boxes(places), strict=True) if place.page == places[0].page]
        view, first = self._view(), boxes[0]
        if view.contains(first):
            return
        whole = first
        for box in boxes:
            whole = whole.united(box)
        target = whole if whole.height() + 2 * _AROUND <= view.height() else first
        self._scroll_to(_into(target.top(), target.bottom(), view.top(), view.height()))
        across = self.horizontalScrollBar()
        across.setValue(_into(first.left(), first.right(), view.left(), view.width()))

    def repaint_page(self, page: int) -> None:
        """Paints one page anew, where it is in view."""
        if page < len(self._desk.sizes):
            self.viewport().update(self._frame(page).adjusted(-4, -4, 4, 4))

    # Geometry

    def _lay(self, anchor: _Anchor | None) -> None:
        self._glide.stop()
        preview, room = self._preview, self.maximumViewportSize()
        view = (room.width(), room.height())
        if preview.zoom.fit is not None:
            scale = fitting(preview.pages, view, preview.zoom.fit)
            if Desk(preview.pages, scale, 0).height > view[1] and not self._bars_float():
                # The bar that is needed takes of the width, whether it is there yet or not.
                view = (view[0] - self.verticalScrollBar().sizeHint().width(), view[1])
                scale = fitting(preview.pages, view, preview.zoom.fit)
            preview.zoom = preview.zoom.fitted(bounded(scale / self.unit))
        self._laying = True
        for _ in range(2):  # a bar that comes or goes changes the room for the other
            self._desk = Desk(preview.pages, preview.zoom.factor * self.unit, self.viewport().width())
            _stretch(self.verticalScrollBar(), self._desk.height, self.viewport().height())
            _stretch(self.horizontalScrollBar(), self._desk.width, self.viewport().width())
        if anchor is not None and preview.pages:
            page = min(anchor.spot.page, len(preview.pages) - 1)
            x, y = self._desk.place(Spot(page, anchor.spot.x, anchor.spot.y))
            self.verticalScrollBar().setValue(round(y - anchor.at.y()))
            self.horizontalScrollBar().setValue(round(x - anchor.at.x()))
        self._laying = False
        self._moved()

    def _bars_float(self) -> bool:
        return bool(self.style().styleHint(QStyle.StyleHint.SH_ScrollBar_Transient, None, self))

    def _anchor(self, at: QPointF) -> _Anchor | None:
        if not self._desk.sizes:
            return None
        point = at + self._origin()
        return _Anchor(self._desk.spot(point.x(), point.y()), at)

    def _origin(self) -> QPointF:
        """The point of the desk in the view's top left corner; the desk lies in the middle of a larger view."""
        top = self.verticalScrollBar().value() if self._desk.height > self.viewport().height() else 0
        return QPointF(self.horizontalScrollBar().value(), top)

    def _view(self) -> QRectF:
        return QRectF(self._origin(), QRectF(self.viewport().rect()).size())

    def _frame(self, page: int) -> QRect:
        return QRect(*self._desk.frame(page)).translated(-self._origin().toPoint())

    def _boxes(self, places: Sequence[Place]) -> list[QRectF]:
        """Where places lie on the desk."""
        boxes = []
        for place in places:
            left, top, right, bottom = place.box
            x0, y0 = self._desk.place(Spot(place.page, left, top))
            x1, y1 = self._desk.place(Spot(place.page, right, bottom))
            boxes.append(QRectF(QPointF(x0, y0), QPointF(x1, y1)))
        return boxes

    # Scrolling

    def _scroll_to(self, y: float, duration: int | None = None) -> None:
        bar = self.verticalScrollBar()
        target = min(max(round(y), bar.minimum()), bar.maximum())
        self._glide.stop()
        if duration is None:
            duration = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        # Far away is a jump: what lies between would only flicker by.
        if duration <= 0 or not self.isVisible() or abs(target - bar.value()) > 3 * bar.pageStep():
            bar.setValue(target)
            return
        self._glide.setDuration(min(duration, 160))
        self._glide.setEndValue(target)
        self._glide.start()

    def _scroll_by(self, distance: float) -> None:
        gliding = self._glide.state() is QPropertyAnimation.State.Running
        start = self._glide.endValue() if gliding else self.verticalScrollBar().value()
        self._scroll_to(start + distance)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:  # noqa: N802 - Qt's name
        """Follows the bars."""
        if not self._laying:
            self._moved()

    def _moved(self) -> None:
        top = self._origin().y()
        bottom = top + self.viewport().height()
        self._turn_to(self._desk.current(top, bottom) if self._desk.sizes else 0)
        self._wish()
        self.viewport().update()

    def _turn_to(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def _wish(self) -> None:
        """Wants pictures of the pages in view, then of their neighbours."""
        if not self._desk.sizes:
            return
        top = self._origin().y()
        seen = self._desk.between(top, top + self.viewport().height())
        if not self.isVisible() or not len(seen):
            return
        beside = [page for page in (seen[-1] + 1, seen[0] - 1) if 0 <= page < len(self._desk.sizes)]
        self._preview.pictures.want(Viewer.PAGES, [self._wished(page) for page in (*seen, *beside)])
        self.wanting.emit()

    def _wished(self, page: int) -> Wish:
        return page, self._preview.picture_scale(page, self._desk.scale * self.devicePixelRatioF())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The desk, the pages in view, and what is marked on them."""
        painter = QPainter(self.viewport())
        shades = colours(self.palette())
        painter.fillRect(event.rect(), QColor(shades.faint))
        origin = self._origin()
        area = QRectF(event.rect()).translated(origin)
        seen = self._desk.between(area.top() - 4, area.bottom() + 4) if self._desk.sizes else range(0)
        for page in seen:
            wish = self._wished(page)
            picture = self._preview.pictures.best(*wish)
            full = wish[1] >= round(self._desk.scale * self.devicePixelRatioF(), 5)
            sharp = picture is not None and picture.scale == wish[1] and full
            paper.draw_page(painter, self._frame(page), picture, sharp=sharp, edge=QColor(shades.line))
        painter.translate(-origin)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_marks(painter, seen)
        painter.resetTransform()
        if self.hasFocus():
            self._paint_focus(painter, QColor(shades.accent))
        painter.end()

    def _paint_marks(self, painter: QPainter, seen: range) -> None:
        hits, places = self._preview.hits, self._preview.places
        for number, place in enumerate(hits.places):
            if place.page in seen:
                paper.draw_hit(painter, self._boxes([place])[0], current=number == hits.current)
        for page in seen:
            marked = [place for place in places.of(self._preview.marked) if place.page == page]
            if marked:
                paper.draw_mark(painter, self._boxes(marked), self._margin(page))
            if self._hover is not None and self._hover != self._preview.marked:
                pointed = [place for place in places.of(self._hover) if place.page == page]
                if pointed:
                    paper.draw_hover(painter, self._boxes(pointed))

    def _margin(self, page: int) -> float:
        """Where the bar beside a fact stands: left of all facts of the page and of their bullets."""
        x, _ = self._desk.place(Spot(page, self._preview.places.left(page) - _BULLET, 0))
        return max(x, self._desk.frame(page)[0] + 4)

    def _paint_focus(self, painter: QPainter, colour: QColor) -> None:
        painter.setPen(QPen(colour, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fits the pages anew; what is at the top stays there."""
        super().resizeEvent(event)
        before = self._preview.zoom
        self._lay(self._anchor(QPointF(0, 0)))
        if self._preview.zoom != before:
            self.zoom_changed.emit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Asks for the pictures that nobody has seen so far."""
        super().showEvent(event)
        self._wish()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Shows the focus."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Takes the sign of the focus away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Pinching enlarges around the fingers."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self.set_zoom(self._preview.zoom.times(1 + event.value()), event.position())
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                at = QPointF(self.viewport().mapFromGlobal(pinch.hotSpot().toPoint()))
                self.set_zoom(self._preview.zoom.times(pinch.scaleFactor()), at)
                return True
        elif event.type() is QEvent.Type.Leave:
            self._point_at(None)
        elif event.type() is QEvent.Type.DevicePixelRatioChange:
            self._wish()
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Scrolls; with Ctrl it enlarges around the pointer."""
        turned, moved = event.angleDelta(), event.pixelDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned.y():
                self.set_zoom(self._preview.zoom.times(_NOTCH_ZOOM ** (turned.y() / _NOTCH)), event.position())
        elif not moved.isNull():
            # A touchpad brings its own smoothness.
            self._glide.stop()
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(turned.x()) > abs(turned.y()):
            across = self.horizontalScrollBar()
            across.setValue(across.value() - (turned.x() or turned.y()) * _LINE // _NOTCH)
        else:
            self._scroll_by(-turned.y() * 2 * _LINE / _NOTCH)
        self._point_at(event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keys that scroll; all others are the window's."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = modifiers == Qt.KeyboardModifier.ShiftModifier
        control = modifiers == Qt.KeyboardModifier.ControlModifier
        view = max(self.viewport().height() - _OVERLAP, _LINE)
        down: dict[int, int] = {
            Qt.Key.Key_Down: _LINE,
            Qt.Key.Key_Up: -_LINE,
            Qt.Key.Key_PageDown: view,
            Qt.Key.Key_PageUp: -view,
            Qt.Key.Key_Space: -view if shift else view,
        }
        ends: dict[int, int] = {Qt.Key.Key_Home: -self._desk.height, Qt.Key.Key_End: self._desk.height}
        across: dict[int, int] = {Qt.Key.Key_Right: _LINE, Qt.Key.Key_Left: -_LINE}
        key, plain = event.key(), modifiers == Qt.KeyboardModifier.NoModifier
        if key in ends and (plain or control):
            self._scroll_by(ends[key])
        elif key in down and (plain or (shift and key == Qt.Key.Key_Space)):
            self._scroll_by(down[key])
        elif key in across and plain:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + across[key])
        else:
            event.ignore()

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
        fact = self._fact_at(event.position())
        if fact is not None and fact == self._pressed:
            self.fact_clicked.emit(fact)
        self._pressed = None

    def _fact_at(self, at: QPointF) -> str | None:
        point = at + self._origin()
        spot = self._desk.on_page(point.x(), point.y())
        return None if spot is None else self._preview.places.at(spot.page, spot.x, spot.y)

    def _point_at(self, at: QPointF | None) -> None:
        fact = None if at is None else self._fact_at(at)
        if fact != self._hover:
            self._hover = fact
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor if fact is None else Qt.CursorShape.PointingHandCursor)
            self.viewport().update()


def _stretch(bar: QScrollBar, length: int, view: int) -> None:
    bar.setPageStep(view)
    bar.setSingleStep(_LINE)
    bar.setRange(0, max(length - view, 0))


def _into(start: float, end: float, view: float, length: float) -> int:
    """Where a view of some length must begin so that it shows a stretch: as little further as need be."""
    if start - _AROUND < view:
        return round(start - _AROUND)
    if end + _AROUND > view + length:
        return round(min(end + _AROUND - length, start - _AROUND))
    return round(view)
