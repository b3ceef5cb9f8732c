"""When the window's process looks for garbage that refers to itself: in moments when nobody waits."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from briefing_gui.work import Work

# What is new is looked through so often, in milliseconds.
_SOON = 2_000


class Sweeper(QObject):
    """Takes Python's collector over until `end`.

    By itself it comes whenever enough objects have been made: with thousands of facts it then holds the window up for
    a quarter of a second, and it may come in a thread that reads answers, where no part of a window must be destroyed.
    Dossiers need none of it: nothing in them refers back, so that each goes when the next one comes.
    """

    def __init__(self, application: QGuiApplication, work: Work) -> None:
        super().__init__(application)
        self._application, self._work = application, work
        self._due = False
        self._soon = QTimer(self, interval=_SOON)
        self._soon.timeout.connect(self._sweep_new)
        work.shown.connect(self._on_shown)
        application.applicationStateChanged.connect(self._on_state)
        gc.disable()
        gc.freeze()
        self._soon.start()

    def end(self) -> None:
        """Leaves the collector as it was."""
        self._soon.stop()
        self._work.shown.disconnect(self._on_shown)
        self._application.applicationStateChanged.disconnect(self._on_state)
        gc.unfreeze()
        gc.enable()

    def _sweep_new(self) -> None:
        gc.collect(1)

    def _on_shown(self) -> None:
        # What has come is set aside before anybody looks through what is new.
        gc.freeze()
        self._due = True

    def _on_state(self, state: Qt.ApplicationState) -> None:
        """Whoever turns to another program waits for nothing here: all is looked through, what was set aside too."""
        if self._due and state is not Qt.ApplicationState.ApplicationActive:
            self._due = False
            gc.unfreeze()
            gc.collect()
            gc.freeze()
