"""Where the window starts."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent, QGuiApplication, QIcon, QUndoStack
from PySide6.QtWidgets import QApplication, QMessageBox

import briefing
from briefing.app import deciding
from briefing.locale.interface import Interface
from briefing.model.errors import BriefingError
from briefing.model.notice import Severity
from briefing_gui.models.history import UndoHistory
from briefing_gui.presenters.documents import PRINTED, Documents
from briefing_gui.presenters.keeping import SUFFIX
from briefing_gui.presenters.notices import Item, Notices
from briefing_gui.presenters.session import Session
from briefing_gui.views.languages import Languages
from briefing_gui.views.settings import Settings
from briefing_gui.views.sweeping import Sweeper
from briefing_gui.views.theme import Theme
from briefing_gui.views.window import MainWindow, Parts
from briefing_gui.work import Work

# For testers: a language of the interface that no menu offers (see `languages.PSEUDO`), or any other.
_LANGUAGE = "BRIEFING_INTERFACE"
_ICONS = Path(__file__).resolve().parent / "icons" / "app"
# How often Python gets to see that Ctrl-C was pressed in the terminal, in milliseconds.
_PULSE = 400


class Application(QApplication):
    """The program as the desktop sees it. `opened`: the system hands over a file, as macOS does on a double click."""

    opened = Signal(str)

    def __init__(self, arguments: list[str]) -> None:
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
        super().__init__(arguments)
        self.setApplicationName("briefing")
        self.setApplicationDisplayName("Briefing")
        self.setApplicationVersion(briefing.__version__)
        self.setOrganizationName("briefing")
        self.setDesktopFileName("org.briefing.Briefing")
        self.setWindowIcon(icon())

    def event(self, event: QEvent) -> bool:
        """Hears of files that the system hands over."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.opened.emit(event.file())
            return True
        return super().event(event)


def icon() -> QIcon:
    """The program's icon in every size there is."""
    made = QIcon()
    for file in sorted(_ICONS.glob("*.png")):
        made.addFile(str(file))
    return made


def make(application: QApplication, settings: Settings) -> MainWindow:
    """The window with everything behind it, not shown yet and with no brief at hand."""
    theme = Theme(application)
    theme.choose(settings.appearance)
    theme.scale(settings.text_size)
    languages = Languages(application, os.environ.get(_LANGUAGE) or settings.language)
    history = UndoHistory(QUndoStack(), languages.says)
    session = Session(history)
    history.adopt = session.adopt
    notices = Notices()
    documents = Documents(session, settings, notices, lambda: languages.says.locale)
    session.drafted.listen(lambda: setattr(settings, "locale", session.draft.choices.locale))
    return MainWindow(
        Parts(
            settings=settings,
            theme=theme,
            languages=languages,
            history=history,
            session=session,
            work=Work(),
            notices=notices,
            documents=documents,
        )
    )


def main(sources: Sequence[str] | None = None, made: Callable[[], object] = lambda: None) -> int:
    """Opens the window; returns the exit code once it is closed.

    `sources`: briefs to open (`.brief`, or printed ones as DOCX or PDF), and anything else as articles of a new brief;
    `None` for those that the process was started with. `made`: called once Qt has found a screen.
    """
    given = sys.argv[1:] if sources is None else list(sources)
    application = Application([sys.argv[0] if sys.argv else "briefing"])
    made()
    window = make(application, Settings())
    pulse = _heed_interrupts(window)
    unheeded = heed_defects(window.parts.notices)
    application.opened.connect(lambda file: window.open(Path(file)))
    briefs = [Path(one).absolute() for one in given if _is_brief(one)]
    articles = [one if "://" in one else str(Path(one).absolute()) for one in given if not _is_brief(one)]
    try:
        window.begin(briefs, articles)
    except BriefingError as error:
        return _give_up(window.parts.languages.says, error)
    window.show()
    # The workers take their time; the window does not wait for it.
    QTimer.singleShot(0, window.parts.work.start)
    QTimer.singleShot(0, deciding.warm_up)
    sweeper = Sweeper(application, window.parts.work)
    code = application.exec()
    sweeper.end()
    pulse.stop()
    unheeded()
    return code


def _is_brief(name: str) -> bool:
    return Path(name).suffix.lower() in {SUFFIX, *PRINTED} and "://" not in name


def _heed_interrupts(window: MainWindow) -> QTimer:
    """Closes the window on Ctrl-C in a terminal; while Qt waits, Python looks only when it is woken."""
    for number in (signal.SIGINT, signal.SIGTERM):
        # In the event loop: what is closed before it runs is shown again.
        signal.signal(number, lambda *_: QTimer.singleShot(0, window.close))
    pulse = QTimer(window)
    pulse.timeout.connect(lambda: None)
    pulse.start(_PULSE)
    return pulse


def heed_defects(notices: Notices) -> Callable[[], None]:
    """Says in the window what no part of the program has caught; call what is returned to leave off.

    Qt goes on after an exception in Python, and where there is no terminal nobody would ever hear of it.
    """
    before = sys.excepthook

    def heed(kind: type[BaseException], defect: BaseException, trace: TracebackType | None) -> None:
        before(kind, defect, trace)
        details = "".join(traceback.format_exception(kind, defect, trace))
        # Once is enough: what fails while it paints fails again as soon as the window is painted with the notice.
        if issubclass(kind, Exception) and all(item.details != details for item in notices.items):
            say = lambda says: says.text("window.notice.defect")  # noqa: E731 - worded when it is shown
            notices.put(Item(about="defect", severity=Severity.ERROR, say=say, details=details))

    sys.excepthook = heed

    def leave_off() -> None:
        sys.excepthook = before

    return leave_off


def _give_up(says: Interface, error: BriefingError) -> int:
    """Says why there can be no brief at all: nowhere to keep one."""
    box = QMessageBox(QMessageBox.Icon.Critical, "Briefing", says.text("window.start.failed"))
    box.setInformativeText(says.error(error))
    box.exec()
    return error.exit_code
