"""Going from one part of the window to the next by keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget


class Walk(QObject):
    """Remembers in each part where the keyboard was, and comes back there.

    `first`: where it comes to first, each in its part; elsewhere to what Tab leads to. (A part's focus proxy would say
    that too, but Tab leaves out what stands before it.)
    """

    def __init__(self, window: QWidget, parts: Sequence[QWidget], first: Sequence[QWidget] = ()) -> None:
        super().__init__(window)
        self._parts, self._first = tuple(parts), tuple(first)
        self._last: dict[int, QWidget] = {}
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def go(self, by: int) -> None:
        """Goes to the next part (1) or the one before (-1) that can take the keyboard."""
        here = self._part_of(QApplication.focusWidget())
        start = here if here is not None else -1 if by > 0 else 0
        for step in range(1, len(self._parts) + 1):
            place = (start + by * step) % len(self._parts)
            target = self._target(place)
            if target is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _target(self, place: int) -> QWidget | None:
        part = self._parts[place]
        if not part.isVisible():
            return None
        last = self._last.get(place)
        if last is not None and _takes_keyboard(last):
            return last
        first = (one for one in self._first if part.isAncestorOf(one))
        return next((one for one in (*first, part, *_in_order(part)) if _takes_keyboard(one)), None)

    def _part_of(self, widget: QWidget | None) -> int | None:
        if widget is None:
            return None
        return next((n for n, part in enumerate(self._parts) if part is widget or part.isAncestorOf(widget)), None)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        place = self._part_of(new)
        if place is not None and new is not None:
            self._last = {at: widget for at, widget in self._last.items() if at != place} | {place: new}
            # What is deleted must not be come back to.
            new.destroyed.connect(lambda: self._last.pop(place, None))


def _in_order(part: QWidget) -> list[QWidget]:
    """The widgets of a part in the order of the tab key."""
    found, one = [], part.nextInFocusChain()
    while one is not None and one is not part:
        if part.isAncestorOf(one):
            found.append(one)
        one = one.nextInFocusChain()
    return found


def _takes_keyboard(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return takes and widget.isVisible() and widget.isEnabled()
