"""Printing: the system's dialog, a preview of its own, and a quiet line while it goes on."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, QSizeF, Qt, Signal
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrintEngine, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog

from briefing.locale.interface import Interface
from briefing_gui.presenters.printing import Job, file_name, same_file
from briefing_gui.views.preview import PreviewPane
from briefing_gui.views.print_jobs import FileJob, PictureJob, PrintJob, SpoolJob
from briefing_gui.views.print_line import PrintLine
from briefing_gui.views.print_preview import PrintPreview

if TYPE_CHECKING:
    from briefing_gui.presenters.session import Session
    from briefing_gui.work import Work

_SIDES = {
    QPrinter.DuplexMode.DuplexNone: "one-sided",
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}
# Where Qt's dialog leaves what it was told of the spooler's own options (names and values in turn).
_CUPS_OPTIONS = QPrintEngine.PrintEnginePropertyKey(0xFE00)
_TO_PDF_ON_WINDOWS = "Microsoft Print to PDF"


class Printing(QObject):
    """Prints what a preview shows.

    `failed`: a catalogue code with its parameters. `printed`: a key of the `ui` catalogue with its parameters, to tell
    that it is done.
    """

    failed = Signal(str, object)
    printed = Signal(str, object)

    def __init__(self, session: Session, work: Work, pane: PreviewPane, says: Interface) -> None:
        super().__init__(pane)
        self._session, self._work, self._pane, self._says = session, work, pane, says
        self._job: PrintJob | None = None
        self._preview: PrintPreview | None = None
        self.line = PrintLine(says)
        self.line.cancelled.connect(self.cancel)
        pane.add_foot(self.line)

    @property
    def busy(self) -> bool:
        """Whether something is being printed."""
        return self._job is not None

    def retranslate(self, says: Interface) -> None:
        """Puts every word into another language."""
        self._says = says
        self.line.retranslate(says)
        if self._preview is not None:
            self._preview.retranslate(says)

    def look(self) -> None:
        """Opens the print preview: whole pages of what would be printed."""
        if self._preview is None:
            self._preview = PrintPreview(self._session, self._work, self._says, self._pane.window())
            self._preview.print_asked.connect(self.ask)
            self._preview.finished.connect(self._on_preview_closed)
            if self._pane.preview.proof is not None:
                self._preview.pane.show_proof(self._pane.preview.proof)
            self._preview.show()
        self._preview.raise_()
        self._preview.activateWindow()

    def ask(self) -> None:
        """Opens the print dialog."""
        if self._pane.preview.proof is None:
            self.failed.emit("nothing-to-print", {})
            return
        if self.busy:
            return
        printer = self._printer()
        dialog = QPrintDialog(printer, self._preview or self._pane.window())
        dialog.setObjectName("print-dialog")
        dialog.setWindowTitle(self._says.text("window.print.title"))
        dialog.setMinMax(1, len(self._pane.preview.pages))
        options = QPrintDialog.PrintDialogOption
        for option in (
            options.PrintToFile,
            options.PrintPageRange,
            options.PrintCurrentPage,
            options.PrintCollateCopies,
        ):
            dialog.setOption(option, True)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.start(printer))
        QDialog.open(dialog)  # Qt's own `open()`, which this class hides behind another one

    def start(self, printer: QPrinter) -> None:
        """Prints as a dialog has left a printer."""
        if self.busy:
            return
        job = self._ordered(printer)
        if _writes_file(printer):
            self._to_file(printer, job)
            return
        lp = shutil.which("lp") if sys.platform != "win32" else None
        if lp is not None and not QPrinterInfo.printerInfo(printer.printerName()).isNull():
            self._follow(SpoolJob(self._work, lp, job, self), "window.print.sent", {"printer": job.printer})
        elif not job.sequence(len(self._pane.preview.pages)):
            self.failed.emit("nothing-to-print", {})
        else:
            pages = len(self._pane.preview.pages)
            made = PictureJob(self._work, printer, job, pages, self)
            self._follow(made, "window.print.sent", {"printer": job.printer})

    def cancel(self) -> None:
        """Stops what is being printed."""
        if self._job is not None:
            self._job.cancel()
            self._over()

    def _printer(self) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._title())
        wide, high = self._pane.preview.pages[0]
        size = QPageSize(QSizeF(wide, high), QPageSize.Unit.Point)
        printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
        printer.setFullPage(True)
        folder = Path(self._session.file.path).parent if self._session.is_open and not self._session.untitled else None
        if printer.outputFormat() is QPrinter.OutputFormat.PdfFormat:
            printer.setOutputFileName(str((folder or Path.home()) / file_name(self._title())))
        return printer

    def _title(self) -> str:
        return self._session.draft.choices.title or self._says.text("window.print.untitled")

    def _ordered(self, printer: QPrinter) -> Job:
        size = printer.pageLayout().pageSize()
        return Job(
            title=self._title(),
            printer=printer.printerName(),
            copies=printer.copyCount(),
            collate=printer.collateCopies(),
            backwards=printer.pageOrder() is QPrinter.PageOrder.LastPageFirst,
            pages=self._pages(printer),
            media=size.key() if size.id() is not QPageSize.PageSizeId.Custom else None,
            sides=_SIDES.get(printer.duplex()),
            grey=printer.colorMode() is QPrinter.ColorMode.GrayScale,
            options=_spooler_options(printer),
        )

    def _pages(self, printer: QPrinter) -> tuple[int, ...] | None:
        kinds = QPrinter.PrintRange
        count = len(self._pane.preview.pages)
        if printer.printRange() is kinds.CurrentPage:
            return ((self._pane if self._preview is None else self._preview.pane).pages.page,)
        if printer.printRange() is not kinds.PageRange:
            return None
        chosen = printer.pageRanges()
        if chosen.isEmpty():
            return tuple(range(max(printer.fromPage(), 1) - 1, min(printer.toPage() or count, count)))
        return tuple(page - 1 for page in range(1, count + 1) if chosen.contains(page))

    def _to_file(self, printer: QPrinter, job: Job) -> None:
        if job.pages is not None and len(job.pages) < len(self._pane.preview.pages):
            # Nobody must find pages in a file that were left out in the dialog.
            self.failed.emit("print-range-to-file", {})
        elif printer.outputFileName():
            self._write(Path(printer.outputFileName()))
        else:
            dialog = QFileDialog(self._pane.window(), self._says.text("window.print.title"), file_name(job.title))
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setNameFilter("PDF (*.pdf)")
            dialog.setDefaultSuffix("pdf")
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.fileSelected.connect(lambda path: self._write(Path(path)))
            QDialog.open(dialog)

    def _write(self, path: Path) -> None:
        if self._session.is_open and same_file(path, self._session.file.path):
            self.failed.emit("output-is-input", {"path": str(path)})
            return
        self._follow(FileJob(self._work, path, self), "window.print.saved", {"path": str(path)})

    def _follow(self, job: PrintJob, key: str, parameters: Mapping[str, str]) -> None:
        self._job = job
        self.line.begin()
        job.progressed.connect(self.line.show_progress)
        job.failed.connect(self._on_failed)
        job.done.connect(lambda: self._on_done(key, parameters))

    def _on_failed(self, code: str, parameters: object) -> None:
        self._over()
        self.failed.emit(code, parameters)

    def _on_done(self, key: str, parameters: Mapping[str, str]) -> None:
        self._over()
        self.printed.emit(key, parameters)

    def _over(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        self.line.end()

    def _on_preview_closed(self) -> None:
        self._preview = None


def _writes_file(printer: QPrinter) -> bool:
    to_pdf = sys.platform == "win32" and printer.printerName() == _TO_PDF_ON_WINDOWS
    pdf = printer.outputFormat() is QPrinter.OutputFormat.PdfFormat
    return pdf or bool(printer.outputFileName()) or to_pdf


def _spooler_options(printer: QPrinter) -> tuple[str, ...]:
    told = printer.printEngine().property(_CUPS_OPTIONS)
    if not isinstance(told, list):
        return ()
    return tuple(f"{name}={value}" for name, value in zip(told[::2], told[1::2], strict=False))
