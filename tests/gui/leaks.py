"""What a test of the window must not leave behind: threads, timers, processes, windows, messages from Qt."""

from __future__ import annotations

import gc
import multiprocessing
import os
import re
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from multiprocessing import resource_tracker
from pathlib import Path
from typing import Any, TypeAlias

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QObject,
    QThread,
    QThreadPool,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

# What is on its way out when a test ends gets this long to be gone; only a test that leaves something waits.
GRACE = 0.5

_SERIOUS = frozenset({QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg})

# What was found: how to know it again (an address may be used twice, so the object itself is kept) -> what to call it.
Found: TypeAlias = Mapping[Any, str]


class Watch:
    """Watches one test from before its first fixture until after its last.

    `ignored`: patterns of messages that are none of the test's doing.
    """

    def __init__(self, ignored: Sequence[str] = ()) -> None:
        self._ignored = [re.compile(pattern) for pattern in ignored]
        self._messages: list[str] = []
        self._before = _everything()
        self._handler = qInstallMessageHandler(self._hear)

    def conclude(self) -> list[str]:
        """Ends the watch; what was left behind or said, one phrase each, nothing where all is clean."""
        left = self._left()
        deadline = time.monotonic() + GRACE
        while left and time.monotonic() < deadline:
            _settle()
            left = self._left()
        qInstallMessageHandler(self._handler)
        _end_children(self._before)
        return [*(f"Qt said: {message}" for message in self._messages), *left]

    def _left(self) -> list[str]:
        return [name for thing, name in _everything().items() if thing not in self._before]

    def _hear(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        serious = kind in _SERIOUS or context.category == "qt.modeltest"
        if serious and not any(pattern.search(message) for pattern in self._ignored):
            self._messages.append(message)


def _settle() -> None:
    """Lets what is ending end: deletions that are due, events, and garbage whose cycles hold Qt objects."""
    gc.collect()
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
    multiprocessing.active_children()  # waits for those that have ended
    time.sleep(0.01)


def _everything() -> dict[Any, str]:
    return {**dict(_threads()), **dict(_objects()), **dict(_windows()), **dict(_children())}


def _threads() -> Iterator[tuple[object, str]]:
    for thread in threading.enumerate():
        yield thread, f"the thread {thread.name} still runs"
    active = QThreadPool.globalInstance().activeThreadCount()
    if active:
        yield "pool", f"{active} tasks of the thread pool still run"


def _objects() -> Iterator[tuple[object, str]]:
    # Every QTimer and QThread that Python has made or seen, a pending QTimer.singleShot among them.
    for thing in [thing for thing in gc.get_objects() if isinstance(thing, (QTimer, QThread))]:
        if not isValid(thing):
            continue
        if isinstance(thing, QTimer):
            if thing.isActive():
                yield _Same(thing), f"{_name(thing)} is still active, every {thing.interval()} ms"
        elif thing.isRunning() and thing is not QThread.currentThread():
            yield _Same(thing), f"{_name(thing)} still runs"


class _Same:
    """An object compared by identity, kept so that its address is not given to another."""

    __slots__ = ("thing",)

    def __init__(self, thing: QObject) -> None:
        self.thing = thing

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.thing is self.thing

    def __hash__(self) -> int:
        return id(self.thing)


def _windows() -> Iterator[tuple[object, str]]:
    if not isinstance(QApplication.instance(), QApplication):
        return
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            yield _Same(window), f"{_name(window)} {window.windowTitle()!r} is still open"


def _name(thing: QObject) -> str:
    name = thing.objectName()
    return f"a {type(thing).__name__}" + (f" named {name}" if name else "")


def _children() -> Iterator[tuple[object, str]]:
    for pid, name in _child_processes():
        yield ("process", pid), f"the child process {pid} ({name}) has not ended"


def _child_processes() -> Iterator[tuple[int, str]]:
    multiprocessing.active_children()
    tracker = getattr(resource_tracker, "_resource_tracker")._pid  # noqa: B009 - it lives as long as this process
    if sys.platform != "linux":
        yield from ((child.pid or 0, child.name) for child in multiprocessing.active_children())
        return
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            pid, rest = status.read_text(encoding="utf-8", errors="replace").split(" (", 1)
        except OSError:
            continue  # it has ended meanwhile
        name, fields = rest.rsplit(") ", 1)
        if int(fields.split()[1]) == os.getpid() and int(pid) != tracker:
            yield int(pid), name


def _end_children(before: Found) -> None:
    # A failed test's process must not keep the run from ending.
    for child in multiprocessing.active_children():
        if ("process", child.pid) not in before:
            child.kill()
            child.join()
