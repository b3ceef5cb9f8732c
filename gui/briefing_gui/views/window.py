"""The main window: the panes below the top bar, the menus above, the status line at the foot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from briefing.locale.interface import Interface
from briefing_gui.models.history import UndoHistory
from briefing_gui.presenters.documents import Documents
from briefing_gui.presenters.notices import Notices
from briefing_gui.presenters.session import Session
from briefing_gui.views.actions import Actions, Menus
from briefing_gui.views.dialogs import Dialogs
from briefing_gui.views.doing import Doing
from briefing_gui.views.languages import Languages
from briefing_gui.views.notices import NoticeStrip
from briefing_gui.views.panes import Panes
from briefing_gui.views.settings import Settings
from briefing_gui.views.status import StatusLine
from briefing_gui.views.theme import Theme
from briefing_gui.views.topbar import TopBar
from briefing_gui.views.walking import Walk
from briefing_gui.views.wiring import Wiring
from briefing_gui.work import Work

_SIZE = (1440, 900)
# The file is tidied up when nothing has happened for so long, in milliseconds.
_IDLE = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What the window is made over."""

    settings: Settings
    theme: Theme
    languages: Languages
    history: UndoHistory
    session: Session
    work: Work
    notices: Notices
    documents: Documents


class MainWindow(QMainWindow):
    """One brief in one window."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self.parts = parts
        self._says = parts.languages.says
        says, session = self._says, parts.session
        self.wiring = Wiring(session, parts.work, parts.notices, self)
        self.actions_ = Actions(self, parts.history.stack)
        self.menus = Menus(self.menuBar(), self.actions_)
        self.topbar = TopBar(session, says)
        self.strip = NoticeStrip(parts.notices, says)
        self.status = StatusLine(says)
        self.panes = Panes(session, parts.work, says, self)
        self.dialogs = Dialogs(self, parts.settings, says)
        self._lay_out()
        self.doing = Doing(self)
        stations = (self.topbar, self.strip, *self.panes.all, self.status)
        self._walk = Walk(self, stations, first=(self.panes.facts.list, self.panes.audit.list))
        self.actions_["next-pane"].triggered.connect(lambda: self._walk.go(1))
        self.actions_["previous-pane"].triggered.connect(lambda: self._walk.go(-1))
        self._idle = QTimer(self, singleShot=True, interval=_IDLE)
        self._idle.timeout.connect(self._tidy)
        self._listen()
        self._retranslate(says)
        self._show_progress()
        self._restore()

    # What others may ask

    def begin(self, briefs: list[Path], sources: list[str]) -> None:
        """Takes up the briefs or sources given, or the brief that was at hand last."""
        documents = self.parts.documents
        opened = bool(briefs) and documents.open(briefs[0])
        if len(briefs) > 1:
            self.parts.notices.plain("several", "window.notice.one-at-a-time")
        if not opened and (sources or briefs):
            documents.new()
        elif not opened:
            documents.start()
        if sources:
            self.wiring.errands.gather(sources)
        self.panes.articles.focus_list()

    def open(self, path: Path) -> None:
        """Opens a brief that the system hands over."""
        self.parts.documents.open(path)

    # How it stands

    def _lay_out(self) -> None:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.topbar)
        column.addWidget(self.strip)
        column.addWidget(self.panes.whole, 1)
        column.addWidget(self.status)
        self.setCentralWidget(whole)

    def _restore(self) -> None:
        geometry = self.parts.settings.state("geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            room = self.screen().availableGeometry()
            # The bar that the system puts above is not known before it is there; the status line must not hide for it.
            bar = 2 * self.fontMetrics().height()
            self.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height() - bar))
        self.panes.restore(self.parts.settings)

    def _remember(self) -> None:
        self.parts.settings.set_state("geometry", self.saveGeometry())
        self.panes.remember(self.parts.settings)
        self.parts.settings.sync()

    # What it hears

    def _listen(self) -> None:
        parts, wiring = self.parts, self.wiring
        parts.languages.changed.connect(self._retranslate)
        parts.theme.changed.connect(self.panes.resize)
        for topic in (parts.session.filed, parts.documents.moved):
            topic.listen(self._show_file)
        parts.session.drafted.listen(self._on_drafted)
        parts.documents.arrived.listen(self._on_arrived)
        parts.documents.leaving.listen(self.panes.flush)
        parts.documents.left.listen(self._on_left)
        parts.documents.moved.listen(wiring.move)
        parts.documents.ask_name = self.doing.save_as
        wiring.proofed.connect(self.panes.show_proof)
        wiring.export_again.connect(self.doing.export)
        wiring.errands.changed.listen(self._show_progress)
        parts.work.ready.connect(self._show_progress)
        self.status.cancelled.connect(self.doing.stop)

    def _on_drafted(self) -> None:
        self._idle.start()
        self._show_file()

    def _on_arrived(self) -> None:
        self.wiring.arrive()
        self._show_file()

    def _on_left(self) -> None:
        self.wiring.leave()
        self.panes.clear()

    def _show_file(self) -> None:
        session, documents, says = self.parts.session, self.parts.documents, self._says
        if not session.is_open:
            return
        # Qt puts its sign for what is unsaved in place of [*], which a name may hold too.
        name = documents.name(says).replace("[*]", "[*][*]")
        standing = documents.standing(says)
        self.setWindowFilePath("" if session.untitled else str(session.file.path))
        self.setWindowTitle(f"{name}[*]" + (f" ({standing})" if standing else "") + " – Briefing")
        self.setWindowModified(not session.saved and not session.read_only)
        self.status.file(saved=session.trouble is None, read_only=session.read_only)
        self.actions_.allow("brief", not session.read_only)

    def _show_progress(self) -> None:
        errands = self.wiring.errands
        self.status.ready(self.wiring.is_ready)
        self.status.work(errands.busy, errands.progress)
        self.actions_["stop"].setEnabled(errands.busy)
        self.panes.preview.reading(errands.busy)

    def _retranslate(self, says: Interface) -> None:
        self._says = says
        self.dialogs.says = says
        self.actions_.retranslate(says)
        self.menus.retranslate(says)
        views: tuple[Callable[[Interface], None], ...] = (
            self.topbar.retranslate,
            self.strip.retranslate,
            self.panes.retranslate,
            self.status.retranslate,
            self.doing.retranslate,
        )
        for retranslate in views:
            retranslate(says)
        self.parts.history.retranslate(says)
        self._show_file()

    def _tidy(self) -> None:
        if self.parts.session.is_open and not self.parts.session.read_only:
            self.parts.session.file.tidy()

    # What is dropped: articles, wherever it falls

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Takes what the list of articles would take."""
        if self.panes.articles.acceptDrops():
            self.panes.articles.dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Hands it to the list of articles."""
        self.panes.articles.dropEvent(event)

    # How it ends

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Ends the program; asks only where something would be lost."""
        if not self.parts.documents.quit() and not (self.dialogs.lose() and self.parts.documents.quit(losing=True)):
            event.ignore()
            return
        self._remember()
        self._idle.stop()
        self.doing.end()
        # Nobody need watch while the last export is finished.
        self.hide()
        self.parts.work.stop()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Keeps the menu's tick right where the system leaves full screen by itself."""
        if event.type() is QEvent.Type.WindowStateChange:
            self.actions_["full-screen"].setChecked(bool(self.windowState() & Qt.WindowState.WindowFullScreen))
        super().changeEvent(event)
