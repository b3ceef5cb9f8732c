"""Where the program starts: before Qt is there, and where it is not."""

from __future__ import annotations

import importlib
import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from briefing.locale.interface import Interface, interface
from briefing.model.errors import BriefingError, NothingDone

# For testers: a language of the interface, also for what is said before there is a window.
LANGUAGE = "BRIEFING_INTERFACE"
_NEEDED = ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets")
_DISTRIBUTION = "PySide6-Essentials"
_CHECKOUT = Path(__file__).resolve().parents[2]
_MB_ICONERROR = 0x10


def main(sources: Sequence[str] | None = None) -> int:
    """Opens the window; returns the exit code once it is closed, 3 where it cannot open, with a sentence that says why.

    `sources`: briefs to open (`.brief`, or printed ones as DOCX or PDF), and anything else as articles of a new brief;
    `None` for those that the process was started with.
    """
    # What a bundle of the program starts as a worker ends here.
    multiprocessing.freeze_support()
    says = interface(os.environ.get(LANGUAGE))
    try:
        load()
    except BriefingError as error:
        tell(says, error)
        return error.exit_code
    from briefing_gui import app  # noqa: PLC0415 - needs Qt

    return app.main(sources, watch(says))


def load() -> None:
    """Loads Qt. Raises `NothingDone` where it is not installed ("qt-missing") or does not load ("qt-broken")."""
    for module in _NEEDED:
        try:
            importlib.import_module(module)
        except ModuleNotFoundError as error:
            raise NothingDone("qt-missing", command=_installing()) from error
        except ImportError as error:
            raise NothingDone("qt-broken", reason=_line(str(error))) from error


def watch(says: Interface) -> Callable[[], None]:
    """Watches over the making of the application: without a screen Qt does not raise, it aborts.

    What is returned ends the watch.
    """
    from PySide6.QtCore import QtMsgType, qFormatLogMessage, qInstallMessageHandler  # noqa: PLC0415 - needs Qt

    heard: list[tuple[str, str, str]] = []

    def hear(kind: QtMsgType, context: Any, message: str) -> None:  # noqa: ANN401 - PySide's own type
        if kind is not QtMsgType.QtFatalMsg:
            heard.append((str(context.category), message, qFormatLogMessage(kind, context, message)))
            return
        # What the platform said first is the cause; Qt's last words tell of reinstalling, which does not help.
        cause = next((said for category, said, _ in heard if category.startswith("qt.qpa")), message)
        tell(says, NothingDone("no-screen", reason=_line(cause)))
        os._exit(NothingDone.exit_code)

    before = qInstallMessageHandler(hear)

    def over() -> None:
        qInstallMessageHandler(before)
        for *_, said in heard:
            if sys.stderr is not None:
                sys.stderr.write(f"{said}\n")

    return over


def tell(says: Interface, error: BriefingError) -> None:
    """Says why there is no window: on standard error, or, where there is none, in the system's own box."""
    words = says.error(error)
    if sys.stderr is not None:
        sys.stderr.write(f"{words}\n")
        sys.stderr.flush()
    elif sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only here

        ctypes.windll.user32.MessageBoxW(None, words, "Briefing", _MB_ICONERROR)


def _installing() -> str:
    """The command that installs Qt for this interpreter."""
    if (_CHECKOUT / "Makefile").is_file():
        return "make window"
    from importlib import metadata  # noqa: PLC0415 - slow to import, and only this needs it

    try:
        wanted = metadata.requires("briefing") or []
    except metadata.PackageNotFoundError:
        wanted = []
    needed = next((one.partition(";")[0].strip() for one in wanted if one.startswith(_DISTRIBUTION)), _DISTRIBUTION)
    # Double quotes are what every system's shell understands.
    return f'"{sys.executable or "python"}" -m pip install "{needed}"'


def _line(reason: str) -> str:
    return reason.strip().partition("\n")[0].rstrip(".")


if __name__ == "__main__":
    sys.exit(main())
