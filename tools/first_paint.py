"""Starts the program as its user does and says when its window was painted first."""

from __future__ import annotations

import sys
import time


def main() -> int:
    """Prints when the first paint was by the system's steady clock, and how long the process had worked, in seconds.

    Returns the program's exit code.
    """
    # In here: the workers load this module too, and need none of it.
    from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: PLC0415 - see above
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - see above

    from briefing_gui import app  # noqa: PLC0415 - see above
    from briefing_gui.views.settings import Settings  # noqa: PLC0415 - see above
    from briefing_gui.views.window import MainWindow  # noqa: PLC0415 - see above

    make = app.make

    class Watch(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() is QEvent.Type.Paint and not begun:
                begun.append(event)
                # After this round of the event loop, in which all of the window is painted.
                QTimer.singleShot(0, finish)
            return False

    begun: list[QEvent] = []
    painted: list[float] = []
    windows: list[MainWindow] = []

    def finish() -> None:
        painted.extend((time.monotonic(), time.process_time()))
        QTimer.singleShot(300, windows[0].close)

    def watched(application: QApplication, settings: Settings) -> MainWindow:
        window = make(application, settings)
        windows.append(window)
        window.topbar.installEventFilter(watch)
        return window

    watch = Watch()
    app.make = watched
    code = app.main([])
    print(*painted)
    return code


if __name__ == "__main__":
    sys.exit(main())
