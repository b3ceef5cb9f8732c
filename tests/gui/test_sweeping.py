"""The collector comes when nobody waits, and in no thread but the window's."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing_gui.views.sweeping import Sweeper
from briefing_gui.work import Work


class _Knot:
    """Something that refers to itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def work() -> Iterator[Work]:
    """A bridge without workers."""
    bridge = Work()
    yield bridge
    bridge.stop()


@pytest.fixture
def sweeper(qapp: QApplication, work: Work) -> Iterator[Sweeper]:
    """A sweeper that ends with the test."""
    sweeper = Sweeper(qapp, work)
    yield sweeper
    sweeper.end()
    sweeper.deleteLater()
    # What the whole run keeps is set aside again, as before its first test of the window.
    gc.freeze()


def test_it_leaves_the_collector_as_it_was(qapp: QApplication, work: Work) -> None:
    """While it is there nothing is collected by itself, and afterwards everything is as before."""
    sweeper = Sweeper(qapp, work)
    assert not gc.isenabled()
    sweeper.end()
    sweeper.deleteLater()
    assert gc.isenabled()
    gc.freeze()


def test_new_knots_are_undone_soon(qtbot: QtBot, sweeper: Sweeper) -> None:
    """Garbage that refers to itself is gone in a moment."""
    gone = weakref.ref(_Knot())
    assert gone() is not None
    qtbot.waitUntil(lambda: gone() is None, timeout=10_000)
    assert sweeper is not None


def test_what_was_set_aside_is_swept_when_the_user_turns_away(work: Work, qapp: QApplication, sweeper: Sweeper) -> None:
    """Garbage that was set aside with an answer goes when another program is in front."""
    gone = weakref.ref(_Knot())
    work.shown.emit(None)
    gc.collect()
    assert gone() is not None
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert gone() is not None
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert gone() is None
    assert sweeper is not None
