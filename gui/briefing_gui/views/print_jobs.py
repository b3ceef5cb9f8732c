"""Ways from a proof to paper or a file; none of them makes the window wait.

A file gets the very bytes of the proof. Where the system's spooler takes PDF (CUPS: Linux, macOS), it gets them too:
letters stay letters, and what is printed is the same file. Elsewhere pages are painted from pictures.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QIODevice, QObject, QProcess, QRect, QSaveFile, QSizeF, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from briefing_gui.messages import Failed, Fetched, Pictured, Proofed
from briefing_gui.presenters.printing import MOST_DOTS, Job

if TYPE_CHECKING:
    from briefing_gui.work import Work

# A picture goes to the printer in strips of so many bytes, so that events are heard in between.
_STRIP = 4 << 20


class PrintJob(QObject):
    """One job on its way, started when it is made ready.

    `progressed`: pages done, of how many; of none where that is not known. One of `done` and `failed` (a catalogue
    code with its parameters) ends it, or `cancel`, after which it says nothing more.
    """

    progressed = Signal(int, int)
    done = Signal()
    failed = Signal(str, object)

    def cancel(self) -> None:
        """Stops it, leaving nothing half-done where that can be helped."""


class Fetching(QObject):
    """Asks for the bytes of the proof as it is now, again where a later one comes in between."""

    got = Signal(bytes)
    failed = Signal(str, object)

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._open = True
        work.fetched.connect(self._on_fetched)
        work.proofed.connect(self._on_proofed)
        work.troubled.connect(self._on_trouble)
        work.died.connect(self._on_death)
        self._number = work.showing
        work.fetch()

    def stop(self) -> None:
        """Wants nothing any more."""
        self._open = False

    def _on_fetched(self, fetched: Fetched) -> None:
        # An earlier proof's bytes would lack what the user has done last.
        if self._open and fetched.number >= self._number:
            self._open = False
            self.got.emit(fetched.data)

    def _on_proofed(self, _proof: Proofed) -> None:
        if self._open:
            self._work.fetch()

    def _on_trouble(self, failure: Failed) -> None:
        if self._open and failure.errand in {"Fetch", "Show"}:
            self._open = False
            self.failed.emit(failure.code, failure.parameters)

    def _on_death(self, worker: str) -> None:
        if self._open and worker == "printer":
            self._open = False
            self.failed.emit("print-interrupted", {})


class FileJob(PrintJob):
    """Writes the bytes of a proof into a file, whole or not at all."""

    _written = Signal(str)

    def __init__(self, work: Work, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._path = path
        self._written.connect(self._on_written)
        self._fetching = Fetching(work, self)
        self._fetching.got.connect(self._write)
        self._fetching.failed.connect(self.failed)

    def cancel(self) -> None:
        """Stops before anything is written; a file that is being written will be whole."""
        self._fetching.stop()

    def _write(self, data: bytes) -> None:
        # A thread, because the file may lie on another machine.
        written, path = self._written, self._path

        def write() -> None:
            trouble = save(path, data)
            # Whoever wanted to know may be gone, and the program with it.
            with suppress(RuntimeError):
                written.emit(trouble)

        QThreadPool.globalInstance().start(write)

    def _on_written(self, trouble: str) -> None:
        if trouble:
            self.failed.emit("cannot-write", {"path": str(self._path), "reason": trouble})
        else:
            self.done.emit()


def save(path: Path, data: bytes) -> str:
    """Writes a file whole or not at all; why it could not, "" where it could."""
    file = QSaveFile(str(path))
    good = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(data) == len(data) and file.commit()
    return "" if good else file.errorString()


class SpoolJob(PrintJob):
    """Hands the bytes of a proof to the system's spooler, `lp`."""

    def __init__(self, work: Work, lp: str, job: Job, parent: QObject) -> None:
        super().__init__(parent)
        self._lp, self._job = lp, job
        self._process: QProcess | None = None
        self._fetching = Fetching(work, self)
        self._fetching.got.connect(self._spool)
        self._fetching.failed.connect(self.failed)

    def cancel(self) -> None:
        """Stops before the spooler has everything; it then prints nothing."""
        self._fetching.stop()
        if self._process is not None:
            self._process.finished.disconnect(self._on_finished)
            self._process.errorOccurred.disconnect(self._on_error)
            self._process.kill()
            self._process.waitForFinished(1000)
            self._process = None

    def _spool(self, data: bytes) -> None:
        self._process = QProcess(self)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._process.start(self._lp, self._job.spooler_arguments())
        self._process.write(data)
        self._process.closeWriteChannel()

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if code == 0 and status is QProcess.ExitStatus.NormalExit:
            self.done.emit()
        else:
            self._refused(bytes(process.readAllStandardError().data()).decode(errors="replace").strip())

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            reason, self._process = self._process.errorString(), None
            self._refused(reason)

    def _refused(self, reason: str) -> None:
        said = reason.splitlines()[-1] if reason else self._lp
        self.failed.emit("print-refused", {"printer": self._job.printer, "reason": said})


class PictureJob(PrintJob):
    """Paints pages from pictures, one after the other, each in strips."""

    def __init__(self, work: Work, printer: QPrinter, job: Job, pages: int, parent: QObject) -> None:
        super().__init__(parent)
        self._work, self._printer, self._job = work, printer, job
        self._scale = min(printer.resolution(), MOST_DOTS) / 72
        self._sequence = job.sequence(pages, copied=printer.supportsMultipleCopies())
        self._number = work.showing
        self._printed = 0
        self._asked = False
        self._picture: Pictured | None = None
        self._row = 0
        self._painter: QPainter | None = None
        self._strips = QTimer(self, singleShot=True, interval=0)
        self._strips.timeout.connect(self._paint)
        work.pictured.connect(self._on_picture)
        work.proofed.connect(self._on_proof)
        work.troubled.connect(self._on_trouble)
        work.died.connect(self._on_death)
        QTimer.singleShot(0, self, self._ask)

    def cancel(self) -> None:
        """Stops; pages that the printer has may come out."""
        self._end(abort=True)

    def _ask(self) -> None:
        if self._asked or self._over:
            return
        if self._work.showing != self._number:
            return  # another proof is on its way; `_on_proof` decides
        self._asked = True
        self._work.picture(self._sequence[self._printed], self._scale)

    @property
    def _over(self) -> bool:
        return self._printed >= len(self._sequence)

    def _on_proof(self, proof: Proofed) -> None:
        if self._over or proof.number == self._number:
            return
        if self._printed or self._painter is not None:
            # Pages of two states of a brief must never lie in one pile.
            self._fail("print-changed", {})
            return
        self._number = proof.number
        self._sequence = self._job.sequence(len(proof.pages), copied=self._printer.supportsMultipleCopies())
        self._asked = False
        if not self._sequence:
            self._fail("print-changed", {})
            return
        self._ask()

    def _on_picture(self, picture: Pictured) -> None:
        wanted = not self._over and self._asked and self._picture is None and picture.number == self._number
        if not wanted or (picture.page, picture.scale) != (self._sequence[self._printed], self._scale):
            return
        if self._painter is None:
            self._painter = QPainter()
            if not self._painter.begin(self._printer):
                self._painter = None
                self._fail("print-refused", {"printer": self._job.printer, "reason": "QPainter"})
                return
        else:
            self._printer.newPage()
        self._picture, self._row = picture, 0
        self._strips.start()

    def _paint(self) -> None:
        """Paints a strip of the page at hand."""
        picture, painter = self._picture, self._painter
        if picture is None or painter is None:
            return
        rows = _strip(picture, self._row)
        start = self._row * picture.stride
        strip = picture.data[start : start + rows * picture.stride]
        image = QImage(strip, picture.width, rows, picture.stride, QImage.Format.Format_RGB32)
        page = self._page_rect(picture)
        each = page.height() / picture.height
        # Strips meet on whole dots, or there are seams.
        top, bottom = (page.top() + round(row * each) for row in (self._row, self._row + rows))
        painter.drawImage(QRect(page.left(), top, page.width(), bottom - top), image)
        self._row += rows
        if self._row < picture.height:
            self._strips.start()
            return
        self._picture, self._asked = None, False
        self._printed += 1
        self.progressed.emit(self._printed, len(self._sequence))
        if self._over:
            self._end(abort=False)
            self.done.emit()
        else:
            self._ask()

    def _page_rect(self, picture: Pictured) -> QRect:
        """Where a page lies on the paper: as large as it is, smaller where the paper is, in the middle."""
        dots = self._printer.resolution()
        paper = self._printer.pageLayout().fullRectPixels(dots)
        wanted = QSizeF(picture.width, picture.height) * (dots / 72 / picture.scale)
        # A rounded dot more is no reason to scale.
        if wanted.width() > paper.width() + 2 or wanted.height() > paper.height() + 2:
            wanted.scale(QSizeF(paper.size()), Qt.AspectRatioMode.KeepAspectRatio)
        rect = QRect(paper.topLeft(), wanted.toSize())
        rect.moveCenter(paper.center())
        return rect

    def _on_trouble(self, failure: Failed) -> None:
        if self._asked and not self._over and failure.errand == "Picture":
            self._fail(failure.code, failure.parameters)

    def _on_death(self, worker: str) -> None:
        if worker == "printer" and not self._over:
            self._fail("print-interrupted", {})

    def _fail(self, code: str, parameters: object) -> None:
        self._end(abort=True)
        self.failed.emit(code, parameters)

    def _end(self, *, abort: bool) -> None:
        self._strips.stop()
        self._printed, self._picture = len(self._sequence), None
        if self._painter is not None:
            if abort:
                self._printer.abort()
            self._painter.end()
            self._painter = None


def _strip(picture: Pictured, first: int) -> int:
    """How many rows to paint at once, from `first` on: up to an empty row, where nobody can see strips meet."""
    most = max(_STRIP // picture.stride, 1)
    if first + most >= picture.height:
        return picture.height - first
    blank = b"\xff" * (4 * picture.width)
    for rows in range(most, most // 2, -1):
        start = (first + rows) * picture.stride
        if picture.data.startswith(blank, start):
            return rows
    return most
