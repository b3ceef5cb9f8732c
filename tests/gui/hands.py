"""Somebody's hands at a window: one pair that Qt's own test events move, the other is in tests/gui/x_hands.py."""

from __future__ import annotations

import time
import warnings
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

# Two processes start from nothing, and one of them loads a language model, on a machine that has other things to do.
PATIENCE = 60.0
HELD = {"Ctrl": Qt.KeyboardModifier.ControlModifier, "Shift": Qt.KeyboardModifier.ShiftModifier}


class Hands(ABC):
    """Mouse and keyboard. Keys go to whatever has the keyboard, clicks to whatever lies at the place."""

    @abstractmethod
    def click(self, widget: QWidget, at: QPoint | None = None, held: str = "") -> None:
        """Clicks on a widget, in its middle if not elsewhere; `held`: `Ctrl`, `Shift` or nothing."""

    @abstractmethod
    def press(self, *keys: str) -> None:
        """Presses shortcuts one after the other, each as menus write it: `Ctrl+Shift+M`, `Return`."""

    @abstractmethod
    def write(self, words: str) -> None:
        """Types words."""

    @abstractmethod
    def drop(self, target: QWidget, paths: Sequence[Path]) -> None:
        """Drags files from elsewhere onto a widget and lets go of them there."""


class Offscreen(Hands):
    """Qt's own test events, brought to windows as a platform would bring them."""

    def click(self, widget: QWidget, at: QPoint | None = None, held: str = "") -> None:
        """Moves there, presses and lets go."""
        window = widget.window()
        place = widget.mapTo(window, at if at is not None else widget.rect().center())
        modifier = HELD.get(held, Qt.KeyboardModifier.NoModifier)
        handle = window.windowHandle()
        QTest.mouseMove(handle, place)
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, modifier, place)

    def press(self, *keys: str) -> None:
        """One shortcut after the other."""
        for key in keys:
            QTest.keySequence(_focused(), QKeySequence(key))

    def write(self, words: str) -> None:
        """One sign after the other."""
        for sign in words:
            QTest.keyClick(_focused(), sign)  # type: ignore[call-overload] # the stubs lack signs

    def drop(self, target: QWidget, paths: Sequence[Path]) -> None:
        """Comes, moves and drops; the widget must be willing each time."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        place = target.rect().center()
        how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        # PySide knows only the older way to make these two events.
        with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
            came, moved = QDragEnterEvent(place, *how), QDragMoveEvent(place, *how)
        for event in (came, moved, QDropEvent(QPointF(place), *how)):
            QApplication.sendEvent(target, event)
            assert event.isAccepted(), f"{target.objectName()} does not take {paths}"


def _focused() -> QWindow:
    """The window that has the keyboard; where a dialog has taken it away with it, it goes back to what was below."""
    if QGuiApplication.focusWindow() is None:
        below().activateWindow()
        wait(lambda: QGuiApplication.focusWindow() is not None, "a window has the keyboard", 5)
    window = QGuiApplication.focusWindow()
    assert window is not None
    return window


def below() -> QWidget:
    """The window to which a window manager gives the keyboard when a dialog is gone: neither platform has one."""
    modal = QApplication.activeModalWidget()
    if modal is not None:
        return modal
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMainWindow) and one.isVisible())


def wait(happens: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
    """Lets the window live until something is so."""
    deadline = time.monotonic() + patience
    while not happens():
        assert time.monotonic() < deadline, f"waited in vain: {what}"
        QTest.qWait(10)
