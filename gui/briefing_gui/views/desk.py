"""A desk with pages on it, larger than the view: to scroll and to zoom by wheel, keys and fingers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QEvent, QPointF, QPropertyAnimation, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QNativeGestureEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QGestureEvent, QPinchGesture, QScrollBar, QStyle, QWidget

from briefing_gui.messages import Place
from briefing_gui.presenters.desk import Desk, Spot, fitting
from briefing_gui.presenters.preview import Preview
from briefing_gui.presenters.zoom import Zoom, bounded

_LINE = 48
# What stays in sight when a whole view is turned over.
_OVERLAP = 48
# Room left around a place that is brought into view.
_AROUND = 48
# One notch of a wheel enlarges by so much.
_NOTCH, _NOTCH_ZOOM = 120, 1.15
# A key press or a notch of the wheel glides no longer than this, in milliseconds.
_GLIDE = 160


@dataclass(frozen=True, slots=True)
class _Anchor:
    """What shall stay where it is in the view: a point of a page, at a point of the view."""

    spot: Spot
    at: QPointF


class DeskView(QAbstractScrollArea):
    """Where the pages of a `Preview` lie, and which part of them is seen.

    `page_changed`: another page is the one most seen. `zoom_changed`: the size on screen is another. `moved`: another
    part of the desk is seen, or the same one anew.
    """

    page_changed = Signal(int)
    zoom_changed = Signal()
    moved = Signal()

    def __init__(self, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = preview
        self.desk = Desk((), 1.0, 0)
        self._page = 0
        self._laying = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
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

    def lay(self) -> None:
        """Lays the pages anew; what is at the top stays there."""
        self._lay(self._anchor(QPointF(0, 0)))

    def set_zoom(self, zoom: Zoom, at: QPointF | None = None) -> None:
        """Another size; what is at that point of the view stays there, else what is in the middle."""
        anchor = self._anchor(at or QRectF(self.viewport().rect()).center())
        self.preview.zoom = zoom
        self._lay(anchor)
        self.zoom_changed.emit()

    def go_to(self, page: int) -> None:
        """Brings the top of a page to the top of the view."""
        if not self.preview.pages:
            return
        page = min(max(page, 0), len(self.preview.pages) - 1)
        _, top, _, _ = self.desk.frame(page)
        self._scroll_to(top - 8, glide=False)
        self._turn_to(page)

    def bring(self, places: Sequence[Place]) -> None:
        """Brings the first of these places into view, with its whole page's if they fit; nothing if any is there."""
        view = self.view()
        if not places or any(view.contains(box) for box in self.boxes(places)):
            return
        boxes = self.boxes([place for place in places if place.page == places[0].page])
        whole = boxes[0]
        for box in boxes:
            whole = whole.united(box)
        target = whole if whole.height() + 2 * _AROUND <= view.height() else boxes[0]
        self._scroll_to(_into(target.top(), target.bottom(), view.top(), view.height()))
        across = self.horizontalScrollBar()
        across.setValue(_into(boxes[0].left(), boxes[0].right(), view.left(), view.width()))

    # Geometry

    def origin(self) -> QPointF:
        """The point of the desk in the view's top left corner."""
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def view(self) -> QRectF:
        """The part of the desk that is seen."""
        return QRectF(self.origin(), QRectF(self.viewport().rect()).size())

    def frame_of(self, page: int) -> QRect:
        """Where a page lies in the view."""
        return QRect(*self.desk.frame(page)).translated(-self.origin().toPoint())

    def boxes(self, places: Sequence[Place]) -> list[QRectF]:
        """Where places lie on the desk."""
        boxes = []
        for place in places:
            left, top, right, bottom = place.box
            start = self.desk.place(Spot(place.page, left, top))
            end = self.desk.place(Spot(place.page, right, bottom))
            boxes.append(QRectF(QPointF(*start), QPointF(*end)))
        return boxes

    def _lay(self, anchor: _Anchor | None) -> None:
        self._glide.stop()
        preview = self.preview
        self._fit()
        self._laying = True
        for _ in range(2):  # a bar that comes or goes changes the room for the other
            self.desk = Desk(preview.pages, preview.zoom.factor * self.unit, self.viewport().width())
            _stretch(self.verticalScrollBar(), self.desk.height, self.viewport().height())
            _stretch(self.horizontalScrollBar(), self.desk.width, self.viewport().width())
        if anchor is not None and preview.pages:
            page = min(anchor.spot.page, len(preview.pages) - 1)
            x, y = self.desk.place(Spot(page, anchor.spot.x, anchor.spot.y))
            self.verticalScrollBar().setValue(round(y - anchor.at.y()))
            self.horizontalScrollBar().setValue(round(x - anchor.at.x()))
        self._laying = False
        self._on_moved()

    def _fit(self) -> None:
        preview, room = self.preview, self.maximumViewportSize()
        if preview.zoom.fit is None:
            return
        scale = fitting(preview.pages, room.toTuple(), preview.zoom.fit)
        if Desk(preview.pages, scale, 0).height > room.height() and not self._bars_float():
            # The bar that will be needed takes of the width, whether it is there yet or not.
            width = room.width() - self.verticalScrollBar().sizeHint().width()
            scale = fitting(preview.pages, (width, room.height()), preview.zoom.fit)
        preview.zoom = preview.zoom.fitted(bounded(scale / self.unit))

    def _bars_float(self) -> bool:
        return bool(self.style().styleHint(QStyle.StyleHint.SH_ScrollBar_Transient, None, self))

    def _anchor(self, at: QPointF) -> _Anchor | None:
        if not self.desk.sizes:
            return None
        point = at + self.origin()
        spot = self.desk.spot(point.x(), point.y())
        # Between two pages the nearer edge is what stays: the gap does not grow with them.
        inside = min(max(spot.y, 0.0), self.desk.sizes[spot.page][1] / self.desk.scale)
        beyond = (spot.y - inside) * self.desk.scale
        return _Anchor(Spot(spot.page, spot.x, inside), at - QPointF(0, beyond))

    # Scrolling

    def _scroll_to(self, y: float, *, glide: bool = True) -> None:
        bar = self.verticalScrollBar()
        target = min(max(round(y), bar.minimum()), bar.maximum())
        self._glide.stop()
        # The system says here whether its user wants things to move by themselves.
        duration = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        # Far away is a jump: what lies between would only flicker by.
        far = abs(target - bar.value()) > 3 * bar.pageStep()
        if duration <= 0 or far or not glide or not self.isVisible():
            bar.setValue(target)
            return
        self._glide.setDuration(min(duration, _GLIDE))
        self._glide.setEndValue(target)
        self._glide.start()

    def _scroll_by(self, distance: float) -> None:
        gliding = self._glide.state() is QPropertyAnimation.State.Running
        start = self._glide.endValue() if gliding else self.verticalScrollBar().value()
        self._scroll_to(start + distance)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:  # noqa: N802 - Qt's name
        """Follows the bars."""
        if not self._laying:
            self._on_moved()

    def _on_moved(self) -> None:
        view = self.view()
        self._turn_to(self.desk.current(view.top(), view.bottom()) if self.desk.sizes else 0)
        self.moved.emit()
        self.viewport().update()

    def _turn_to(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fits the pages anew; what is at the top stays there."""
        super().resizeEvent(event)
        before = self.preview.zoom
        self.lay()
        if self.preview.zoom != before:
            self.zoom_changed.emit()

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
                self.set_zoom(self.preview.zoom.times(1 + event.value()), event.position())
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                at = QPointF(self.viewport().mapFromGlobal(pinch.hotSpot().toPoint()))
                self.set_zoom(self.preview.zoom.times(pinch.scaleFactor()), at)
                return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Scrolls; with Ctrl it enlarges around the pointer."""
        turned, moved = event.angleDelta(), event.pixelDelta()
        across = self.horizontalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned.y():
                self.set_zoom(self.preview.zoom.times(_NOTCH_ZOOM ** (turned.y() / _NOTCH)), event.position())
        elif not moved.isNull():
            # A touchpad brings its own smoothness.
            self._glide.stop()
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())
            across.setValue(across.value() - moved.x())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(turned.x()) > abs(turned.y()):
            across.setValue(across.value() - round((turned.x() or turned.y()) * 2 * _LINE / _NOTCH))
        else:
            self._scroll_by(-turned.y() * 2 * _LINE / _NOTCH)
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
        ends: dict[int, int] = {Qt.Key.Key_Home: -self.desk.height, Qt.Key.Key_End: self.desk.height}
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
