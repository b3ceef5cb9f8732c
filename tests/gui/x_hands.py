"""Hands at a real screen: the X server moves the pointer and presses the keys."""

from __future__ import annotations

import selectors
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui import drag_source
from tests.gui.hands import Hands, below, wait
from tests.gui.x_client import XClient

_HEARD = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.KeyPress, QEvent.Type.Shortcut}
_PASSED_ON = {QEvent.Type.Shortcut, QEvent.Type.Drop}
_HEARD |= {QEvent.Type.ShortcutOverride, *_PASSED_ON}
# After what a hand does nobody does the next thing sooner than this, in milliseconds.
_REST = 30
# A pointer that drags does not jump.
_STEPS = 6


class Ear(QObject):
    """Counts what has reached the program."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.heard = 0
        application.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Lets everything pass. Only what comes from outside is spontaneous; Qt passes some of it on as its own."""
        if event.type() in _HEARD and (event.spontaneous() or event.type() in _PASSED_ON):
            self.heard += 1
        return False


class OnScreen(Hands):
    """A pointer and a keyboard that are the server's; each gesture waits until the program has heard it."""

    def __init__(self, application: QApplication, display: str) -> None:
        self._x = XClient(display)
        self._ear = Ear(application)

    def close(self) -> None:
        """Takes the hands away."""
        self._x.close()

    def click(self, widget: QWidget, at: QPoint | None = None, held: str = "") -> None:
        """Moves there, presses and lets go; the window that is clicked on gets the keyboard."""
        place = widget.mapToGlobal(at if at is not None else widget.rect().center())
        self._take_keyboard()
        if held:
            self._x.hold(held)
        self._x.move(place.x(), place.y())
        QTest.qWait(_REST)
        self._hear(self._x.push, f"a click on {widget}")
        self._x.release()
        if held:
            self._x.let_go(held)
        QTest.qWait(_REST)

    def press(self, *keys: str) -> None:
        """One shortcut after the other."""
        for shortcut in keys:
            *held, key = shortcut.split("+")
            # A letter is the same key whether it is written large or not.
            key = key.lower() if len(key) == 1 else key
            self._take_keyboard()
            for one in held:
                self._x.hold(one)
            self._hear(lambda key=key: self._x.type(key), f"the key {shortcut}")  # type: ignore[misc] # of this turn
            for one in reversed(held):
                self._x.let_go(one)
            QTest.qWait(_REST)

    def write(self, words: str) -> None:
        """One sign after the other."""
        self._take_keyboard()
        for sign in words:
            self._hear(lambda sign=sign: self._x.type(sign), f"the sign {sign!r}")  # type: ignore[misc] # of this turn

    def drop(self, target: QWidget, paths: Sequence[Path]) -> None:
        """Takes files out of another program's window, and drags them here."""
        screen = QGuiApplication.primaryScreen().geometry()
        start = QPoint(screen.right() - drag_source.SIDE, screen.bottom() - drag_source.SIDE)
        end = target.mapToGlobal(target.rect().center())
        command = [sys.executable, drag_source.__file__, str(start.x()), str(start.y()), *map(str, paths)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as source:
            try:
                self._drag(source, start, end)
            finally:
                source.terminate()

    def _drag(self, source: subprocess.Popen[str], start: QPoint, end: QPoint) -> None:
        wait(lambda: _speaks(source), "the other program is ready")
        assert _line(source) == "ready"
        hand = start + QPoint(drag_source.SIDE, drag_source.SIDE) / 2
        self._x.move(hand.x(), hand.y())
        QTest.qWait(10 * _REST)
        self._x.push()
        for step in range(1, _STEPS + 1):
            QTest.qWait(2 * _REST)
            at = hand + (end - hand) * step / _STEPS
            self._x.move(at.x(), at.y())
        QTest.qWait(4 * _REST)
        self._hear(self._x.release, "the drop")
        wait(lambda: _speaks(source), "the other program lets go")
        assert _line(source) == "taken"

    def _hear(self, gesture: Callable[[], None], what: str) -> None:
        before = self._ear.heard
        gesture()
        wait(lambda: self._ear.heard > before, f"the program hears {what}", 10)

    def _take_keyboard(self) -> None:
        """Does a window manager's work, of which there is none: a closed dialog leaves the keyboard to nobody."""
        # What pops up takes the keyboard by itself.
        if QApplication.activePopupWidget() is None and QApplication.activeWindow() is None:
            self._x.focus = int(below().winId())
            wait(lambda: QApplication.activeWindow() is not None, f"{below()} has the keyboard", 10)


def _speaks(process: subprocess.Popen[str]) -> bool:
    with selectors.DefaultSelector() as selector:
        selector.register(_mouth(process), selectors.EVENT_READ)
        return bool(selector.select(0))


def _line(process: subprocess.Popen[str]) -> str:
    return _mouth(process).readline().strip()


def _mouth(process: subprocess.Popen[str]) -> IO[str]:
    assert process.stdout is not None
    return process.stdout
