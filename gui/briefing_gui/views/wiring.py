"""Who hears whom: the session, the workers, the panes and the strip, tied together in one place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from briefing.locale.interface import Interface
from briefing.model.errors import BriefingError
from briefing.model.notice import Severity
from briefing_gui.messages import Exported, Failed, Proofed, Shown
from briefing_gui.presenters.errands import Errands
from briefing_gui.presenters.notices import Item, Notices, Offer
from briefing_gui.presenters.session import Session
from briefing_gui.work import Work

# So often in a row may the printer die over one draft before it is left alone.
_PATIENCE = 2


class Wiring(QObject):
    """What goes between the brief and its workers.

    `export_again`: the user wants to export once more, elsewhere. `remarked`: a `ui` key for the status line.
    """

    export_again = Signal()
    proofed = Signal(object)

    def __init__(self, session: Session, work: Work, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._work, self._notices = session, work, notices
        self.errands = Errands(session, work, notices)
        self.is_ready = False
        self._deaths = 0
        # How often in a row the finder has died before it was ready.
        self._stillborn = 0
        self._exports: dict[int, tuple[Path, ...]] = {}
        session.drafted.listen(self.show)
        work.ready.connect(self._on_ready)
        work.gathered.connect(self.errands.gathered)
        work.found.connect(self._on_found)
        work.progressed.connect(self.errands.progressed)
        work.done.connect(self._on_done)
        work.shown.connect(self._on_shown)
        work.proofed.connect(self._on_proofed)
        work.exported.connect(self._on_exported)
        work.troubled.connect(self._on_trouble)
        work.died.connect(self._on_death)

    # What the window asks for

    def show(self) -> None:
        """Has the pages follow the draft."""
        if self._session.is_open:
            self._work.show(self._session.file.path, self._session.draft)

    def arrive(self) -> None:
        """Takes up a brief that has just been opened."""
        self._deaths = 0
        self.errands.find_missing()

    def leave(self) -> None:
        """Lets go of the brief at hand."""
        self.errands.give_up()
        self._exports.clear()

    def move(self) -> None:
        """Goes on in another file."""
        self.errands.move()
        self.show()

    def export(self, files: tuple[Path, ...]) -> None:
        """Prints the brief into files."""
        if self.errands.busy:
            early = "window.notice.export-early"
            self._notices.put(Item(about="export-early", severity=Severity.WARNING, say=lambda says: says.text(early)))
        else:
            self._notices.drop("export-early")
        number = self._work.export(self._session.file.path, self._session.draft, files)
        self._exports[number] = files

    # What the workers say

    def _on_ready(self) -> None:
        self.is_ready = True
        self.errands.changed.tell()

    def _on_found(self, message: object) -> None:
        self.errands.found(message)  # type: ignore[arg-type] # signals carry objects
        if self._session.is_open:
            self._work.show_soon(self._session.file.path, self._session.draft)

    def _on_done(self, message: object) -> None:
        self.errands.done(message)  # type: ignore[arg-type] # signals carry objects
        if self._session.is_open:
            self._work.show_soon(self._session.file.path, self._session.draft)

    def _on_shown(self, message: Shown) -> None:
        self._deaths = 0
        self._notices.drop("show")
        self._session.show(message.dossier, message.dormant)

    def _on_proofed(self, message: Proofed) -> None:
        self._deaths = 0
        said = [notice for notice in message.notices if notice.severity is not Severity.INFO]
        self._notices.many("pages", said, "window.notice.about-pages")
        self.proofed.emit(message)

    def _on_exported(self, message: Exported) -> None:
        self._exports.pop(message.number, None)
        if not message.paths:
            self._notices.many("export", message.notices, "window.notice.about-pages")
            return
        names = ", ".join(path.name for path in message.paths)
        first = message.paths[0]
        self._notices.put(
            Item(
                about="export",
                severity=Severity.INFO,
                say=lambda says: says.text("window.notice.exported", names=names),
                offers=(
                    Offer(key="window.offer.open", act=lambda: _open(first), stays=True),
                    Offer(key="window.offer.folder", act=lambda: _open(first.parent), stays=True),
                ),
            )
        )
        said = [notice for notice in message.notices if notice.severity is not Severity.INFO]
        self._notices.many("exported", said, "window.notice.about-pages")

    def _on_trouble(self, message: Failed) -> None:
        files = self._exports.pop(message.number, None)
        if self.errands.failed(message):
            return
        if files is not None and self._moved_since(message):
            self.export(files)
            return
        stale = message.errand in {"Show", "Picture", "Look", "Fetch"} and message.number != self._work.showing
        if stale or not self._session.is_open:
            return
        offers = {
            "Show": (Offer(key="window.offer.try-again", act=self.show),),
            "Export": (Offer(key="window.offer.elsewhere", act=self.export_again.emit),),
        }.get(message.errand, ())
        error = BriefingError(message.code, **message.parameters)
        self._notices.put(
            Item(
                about={"Show": "show", "Export": "export"}.get(message.errand, f"trouble-{message.number}"),
                severity=Severity.ERROR,
                say=lambda says: _trouble(says, error),
                offers=offers,
                details=message.details,
            )
        )

    def _moved_since(self, message: Failed) -> bool:
        """Whether an errand failed over the file that the brief was in before it got another one."""
        over_file = message.code in {"no-such-file", "brief-damaged", "not-a-brief", "cannot-read"}
        return over_file and self._session.is_open and message.parameters.get("path") != str(self._session.file.path)

    def _on_death(self, worker: str) -> None:
        if worker == "finder":
            self._on_finder_death()
            return
        exports, self._exports = self._exports, {}
        self._deaths += 1
        if self._deaths <= _PATIENCE:
            self.show()
            for files in exports.values():
                self.export(files)
            return
        self._notices.put(
            Item(
                about="show",
                severity=Severity.ERROR,
                say=lambda says: says.text("window.notice.no-pages"),
                offers=(Offer(key="window.offer.try-again", act=self._try_again),),
            )
        )

    def _on_finder_death(self) -> None:
        self._stillborn = 0 if self.is_ready else self._stillborn + 1
        self.is_ready = False
        if self._stillborn <= _PATIENCE:
            self._work.start()
            self.errands.died()
            return
        # It does not even get to its first errand: it would be started for ever.
        self.errands.give_up()
        self._notices.put(
            Item(
                about="finder",
                severity=Severity.ERROR,
                say=lambda says: says.text("window.notice.no-finder"),
                offers=(Offer(key="window.offer.try-again", act=self._find_again),),
            )
        )

    def _find_again(self) -> None:
        self._stillborn = 0
        self._work.start()
        self.errands.find_missing()

    def _try_again(self) -> None:
        self._deaths = 0
        self.show()


def _trouble(says: Interface, error: BriefingError) -> str:
    # The command's words for a defect speak of the command.
    return says.text("window.notice.defect") if error.code == "defect" else says.error(error)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
