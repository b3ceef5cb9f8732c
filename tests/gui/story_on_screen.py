"""One day of the story as a program of its own, on a real screen: `python -m tests.gui.story_on_screen first FOLDER`.

Ends with 1 where a step fails, and where Qt or Python has warned of anything.
"""

from __future__ import annotations

import os
import sys
import traceback
import warnings
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from briefing_gui import app, start
from briefing_gui.views.window import MainWindow
from tests.gui.story import Aide, FileDialogs, first_day, second_day
from tests.gui.x_hands import OnScreen

_troubles: list[str] = []


def _hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if kind not in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}:
        _troubles.append(f"Qt said ({context.category}): {message}")


def _watched(folder: Path, day: Callable[[Aide], None]) -> type[app.Application]:
    """The application, and somebody who comes in when its window stands."""

    class Watched(app.Application):
        def exec(self) -> int:  # type: ignore[override] # Qt's is static
            QTimer.singleShot(0, self._live)
            return QApplication.exec()

        def _live(self) -> None:
            window = next(one for one in self.topLevelWidgets() if isinstance(one, MainWindow))
            window.move(0, 0)
            hands = OnScreen(self, os.environ["DISPLAY"])
            try:
                day(Aide(window, hands))
            except BaseException:  # noqa: BLE001 - whatever it is, the window must close
                _troubles.append(traceback.format_exc())
                self.primaryScreen().grabWindow(0).save(str(folder / "failed.png"))
                window.parts.session.trouble = None
                self.closeAllWindows()
                self.exit(1)
            finally:
                hands.close()

    return Watched


def main() -> int:
    """Runs the whole program from its front door."""
    name, folder = sys.argv[1], Path(sys.argv[2])
    dialogs = FileDialogs()
    days: dict[str, Callable[[Aide], None]] = {
        "first": lambda aide: first_day(aide, dialogs, folder),
        "second": lambda aide: second_day(aide, folder),
    }
    # Not by the interpreter's option, which the workers would be started with too: the parser's libraries warn.
    warnings.simplefilter("error")
    qInstallMessageHandler(_hear)
    sys.excepthook = lambda *failure: _troubles.append("".join(traceback.format_exception(*failure)))
    app.Application = _watched(folder, days[name])  # type: ignore[misc] # the same, watched
    with dialogs.at_hand():
        code = start.main([])
    sys.stderr.write("\n".join(_troubles))
    return code or bool(_troubles)


if __name__ == "__main__":
    sys.exit(main())
