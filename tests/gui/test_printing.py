"""Printing: the file gets the proof's own bytes, the spooler too, and pictures reach the paper whole."""

from __future__ import annotations

import json
import os
import stat
import sys
from itertools import accumulate, pairwise
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QMarginsF, Qt, QTimer
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from briefing.locale.interface import Interface
from briefing_gui.presenters.printing import Job, file_name, job_title, ranges
from briefing_gui.presenters.session import Session
from briefing_gui.views.preview import PreviewPane
from briefing_gui.views.print_jobs import FileJob, PictureJob, SpoolJob
from briefing_gui.views.print_preview import PrintPreview
from briefing_gui.views.printing import Printing
from tests.gui.proofs import NoHistory, Press, picture_of, proof_of_seeds

EN = Interface(locale="en")


@pytest.fixture
def press() -> Press:
    """A press that nobody has asked for anything."""
    return Press()


@pytest.fixture
def pane(qtbot: QtBot, press: Press) -> PreviewPane:
    """A pane beside that press, with nothing to show yet."""
    pane = PreviewPane(Session(NoHistory()), press, EN)  # type: ignore[arg-type] # it answers like `Work`
    qtbot.addWidget(pane)
    press.proofed.connect(pane.show_proof)
    press.pictured.connect(pane.show_picture)
    pane.resize(600, 600)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


@pytest.fixture
def printing(press: Press, pane: PreviewPane) -> Printing:
    """Printing from that pane, which shows the brief of the seeds."""
    printing = Printing(pane._session, press, pane, EN)  # type: ignore[arg-type] # it answers like `Work`
    press.print(proof_of_seeds())
    return printing


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    """What stands for a printer made of iron: Qt paints what it is sent into a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printer.setResolution(96)
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.Letter), QPageLayout.Orientation.Portrait, QMarginsF())
    )
    printer.setFullPage(True)
    return printer


@pytest.fixture
def spooler(tmp_path: Path) -> Path:
    """A program in place of `lp`: it keeps what it is given, and refuses a printer called `off`."""
    if sys.platform == "win32":
        pytest.skip("Windows has no spooler that takes PDF")
    lp = tmp_path / "lp"
    lp.write_text(
        f"#!{sys.executable}\n"
        "import json, pathlib, sys\n"
        "here = pathlib.Path(__file__).parent\n"
        "(here / 'arguments').write_text(json.dumps(sys.argv[1:]))\n"
        "(here / 'spooled').write_bytes(sys.stdin.buffer.read())\n"
        "if 'off' in sys.argv: sys.exit('lp: The printer or class does not exist.')\n",
        encoding="utf-8",
    )
    lp.chmod(lp.stat().st_mode | stat.S_IXUSR)
    return lp


def painted(path: Path) -> list[tuple[float, float]]:
    """The sizes of the pages of a file, in points."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [document.get_page_size(number) for number in range(len(document))]
    finally:
        document.close()


# What goes to the spooler


def test_pages_are_named_as_people_write_them() -> None:
    """Runs become ranges."""
    assert ranges((0,)) == "1"
    assert ranges((0, 1, 2, 4, 6, 7)) == "1-3,5,7-8"
    assert ranges(()) == ""


def test_copies_and_order() -> None:
    """Collated or not, backwards or not, and one round where the printer copies by itself."""
    job = Job(title="t", copies=2, pages=(0, 2))
    assert job.sequence(5) == (0, 2, 0, 2)
    assert job.sequence(5, copied=True) == (0, 2)
    assert job.sequence(1) == (0, 0)
    assert Job(title="t", copies=2, collate=False).sequence(2) == (0, 0, 1, 1)
    assert Job(title="t", backwards=True).sequence(3) == (2, 1, 0)


def test_the_spooler_hears_every_choice_and_no_title_is_an_option() -> None:
    """A title that looks like an option or has line ends stays one plain argument."""
    job = Job(
        title="-o raw\n\x1b[31m" + "x" * 500,
        printer="Office",
        copies=3,
        pages=(1, 2),
        media="A4",
        sides="two-sided-long-edge",
        grey=True,
        backwards=True,
        options=("number-up=2",),
    )
    arguments = job.spooler_arguments()
    assert arguments[:4] == ["-d", "Office", "-n", "3"]
    title = arguments[arguments.index("-t") + 1]
    assert title.startswith("-o raw [31m")
    assert len(title) == 120
    assert arguments[arguments.index("-P") + 1] == "2-3"
    options = {after for before, after in pairwise(arguments) if before == "-o"}
    assert options == {
        "media=A4",
        "sides=two-sided-long-edge",
        "print-color-mode=monochrome",
        "outputorder=reverse",
        "collate=true",
        "number-up=2",
    }
    assert Job(title="t", printer="p").spooler_arguments() == ["-d", "p", "-n", "1", "-t", "t"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Brief: USA / Ukraine", "Brief USA Ukraine.pdf"),
        ("../../etc/passwd", "etc passwd.pdf"),
        ("…", "brief.pdf"),
        ("Огляд «тижня»", "Огляд тижня.pdf"),
        ("x" * 300, "x" * 80 + ".pdf"),
        ("\x00\ud800", "brief.pdf"),
    ],
)
def test_a_title_gives_a_name_that_every_file_system_takes(title: str, name: str) -> None:
    """No separators, no dots in front, no control characters, not too long."""
    assert file_name(title) == name
    assert "\n" not in job_title(title)


# Into a file


def test_the_dialog_prints_to_a_file_the_very_bytes_of_the_proof(
    qtbot: QtBot, printing: Printing, tmp_path: Path
) -> None:
    """The real dialog: a name is typed, Print is pressed, and the file is the proof."""
    target = tmp_path / "printed.pdf"
    printing.ask()
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, QPrintDialog) and one.isVisible()]
    assert dialog.windowTitle() == EN.text("window.print.title")
    field = next(field for field in dialog.findChildren(QLineEdit) if field.text().endswith(".pdf"))
    field.setText(str(target))
    with qtbot.waitSignal(printing.printed) as told:
        dialog.accept()
    assert told.args == ["window.print.saved", {"path": str(target)}]
    assert target.read_bytes() == proof_of_seeds().data
    assert not printing.line.isVisible()
    assert not printing.busy


def test_the_dialog_can_be_left(qtbot: QtBot, printing: Printing, tmp_path: Path) -> None:
    """Nothing is printed, and it can be opened again."""
    for _ in range(2):
        printing.ask()
        (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, QPrintDialog) and one.isVisible()]
        dialog.reject()
        qtbot.waitUntil(lambda: not any(isinstance(one, QPrintDialog) for one in QApplication.topLevelWidgets()))
    assert not printing.busy
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_file_that_cannot_be_written_is_said_and_the_old_one_stays(
    qtbot: QtBot, press: Press, printing: Printing, tmp_path: Path
) -> None:
    """A folder that is not there: the reason is told, and nothing is left lying about."""
    job = FileJob(press, tmp_path / "missing" / "a.pdf", printing)  # type: ignore[arg-type] # it answers like `Work`
    with qtbot.waitSignal(job.failed) as told:
        pass
    assert told.args[0] == "cannot-write"
    assert told.args[1]["path"].endswith("a.pdf")
    assert told.args[1]["reason"]
    assert not (tmp_path / "missing").exists()


def test_some_pages_only_are_no_file(qtbot: QtBot, printing: Printing, printer: QPrinter, tmp_path: Path) -> None:
    """The file would be another one than the proof, so it is refused in words."""
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    with qtbot.waitSignal(printing.failed) as told:
        printing.start(printer)
    assert told.args[0] == "print-range-to-file"
    assert not (tmp_path / "paper.pdf").exists()


def test_without_pages_there_is_nothing_to_print(qtbot: QtBot, press: Press, pane: PreviewPane) -> None:
    """Before the first proof the dialog does not even open."""
    printing = Printing(pane._session, press, pane, EN)  # type: ignore[arg-type] # it answers like `Work`
    with qtbot.waitSignal(printing.failed) as told:
        printing.ask()
    assert told.args == ["nothing-to-print", {}]


def test_the_bytes_are_those_of_the_latest_proof(
    qtbot: QtBot, press: Press, printing: Printing, tmp_path: Path
) -> None:
    """A proof that comes between the question and the answer is the one that is written."""
    press.deaf = True
    job = FileJob(press, tmp_path / "late.pdf", printing)  # type: ignore[arg-type] # it answers like `Work`
    press.deaf = False
    with qtbot.waitSignal(job.done):
        press.print(proof_of_seeds("uk"))
    assert (tmp_path / "late.pdf").read_bytes() == proof_of_seeds("uk").data


def test_a_press_that_ends_is_told(qtbot: QtBot, press: Press, printing: Printing, tmp_path: Path) -> None:
    """Nobody waits for bytes that never come."""
    press.deaf = True
    job = FileJob(press, tmp_path / "never.pdf", printing)  # type: ignore[arg-type] # it answers like `Work`
    with qtbot.waitSignal(job.failed) as told:
        press.died.emit("printer")
    assert told.args == ["print-interrupted", {}]


# To the spooler


def test_the_spooler_gets_the_very_bytes_of_the_proof(
    qtbot: QtBot, press: Press, printing: Printing, spooler: Path
) -> None:
    """On standard input, with the arguments of the job."""
    job = Job(title="Brief", printer="Office", pages=(0, 1))
    made = SpoolJob(press, str(spooler), job, printing)  # type: ignore[arg-type] # it answers like `Work`
    with qtbot.waitSignal(made.done):
        pass
    assert (spooler.parent / "spooled").read_bytes() == proof_of_seeds().data
    arguments = json.loads((spooler.parent / "arguments").read_text(encoding="utf-8"))
    assert arguments == job.spooler_arguments()


def test_a_spooler_that_refuses_is_quoted(qtbot: QtBot, press: Press, printing: Printing, spooler: Path) -> None:
    """Its last word is the reason."""
    made = SpoolJob(press, str(spooler), Job(title="t", printer="off"), printing)  # type: ignore[arg-type] # like `Work`
    with qtbot.waitSignal(made.failed) as told:
        pass
    code, parameters = told.args
    assert code == "print-refused"
    assert parameters == {"printer": "off", "reason": "lp: The printer or class does not exist."}


def test_a_spooler_that_cannot_be_started_is_told(qtbot: QtBot, press: Press, printing: Printing) -> None:
    """With a reason, and once only."""
    job = Job(title="t", printer="Office")
    made = SpoolJob(press, "/nowhere/lp", job, printing)  # type: ignore[arg-type] # it answers like `Work`
    with qtbot.waitSignal(made.failed) as told:
        pass
    assert told.args[0] == "print-refused"
    assert told.args[1]["reason"]


# Onto paper


def test_pages_are_painted_from_pictures(
    qtbot: QtBot, press: Press, printing: Printing, printer: QPrinter, tmp_path: Path
) -> None:
    """Every page, as large as it is, with its words where they belong; events are heard all the while."""
    printer.setResolution(200)
    pages = len(proof_of_seeds().pages)
    progress: list[tuple[int, int]] = []
    job = PictureJob(press, printer, Job(title="t"), pages, printing)  # type: ignore[arg-type] # like `Work`
    job.progressed.connect(lambda done, of: progress.append((done, of)))
    with qtbot.waitSignal(job.done, timeout=20000):
        pass
    sizes = painted(tmp_path / "paper.pdf")
    assert len(sizes) == pages
    assert sizes[0] == pytest.approx(proof_of_seeds().pages[0], abs=1)
    assert progress == [(number, pages) for number in range(1, pages + 1)]
    ours, theirs = ink(proof_of_seeds().data), ink((tmp_path / "paper.pdf").read_bytes())
    assert len(ours) == len(theirs)
    assert max(abs(one - other) for one, other in zip(ours, theirs, strict=True)) < 0.015


def ink(data: bytes) -> list[float]:
    """How much of all ink of the first page lies above each of its rows."""
    document = pypdfium2.PdfDocument(data)
    try:
        bitmap = document[0].render(scale=1, grayscale=True)
        pixels = bytes(bitmap.buffer)
        rows = range(0, bitmap.height * bitmap.stride, bitmap.stride)
        shades = [255 * bitmap.width - sum(pixels[start : start + bitmap.width]) for start in rows]
        return [above / sum(shades) for above in accumulate(shades)]
    finally:
        document.close()


def test_only_the_pages_that_were_chosen_are_painted(
    qtbot: QtBot, press: Press, printing: Printing, printer: QPrinter, tmp_path: Path
) -> None:
    """Pages two and four, backwards, twice."""
    press.asked.clear()
    wanted = Job(title="t", pages=(1, 3), copies=2, backwards=True)
    job = PictureJob(press, printer, wanted, 11, printing)  # type: ignore[arg-type] # it answers like `Work`
    with qtbot.waitSignal(job.done, timeout=20000):
        pass
    times = 1 if printer.supportsMultipleCopies() else 2
    assert [page for page, scale in press.asked if scale == 96 / 72] == [3, 1] * times
    assert len(painted(tmp_path / "paper.pdf")) == 2 * times


def test_paper_that_is_smaller_gets_the_whole_page_smaller(press: Press, printing: Printing, printer: QPrinter) -> None:
    """Nothing is cut off on A5."""
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    job = PictureJob(press, printer, Job(title="t"), 11, printing)  # type: ignore[arg-type] # it answers like `Work`
    job.cancel()
    width, height = proof_of_seeds().pages[0]
    rect = job._page_rect(picture_of(proof_of_seeds(), 1, 0, job._scale))
    paper = printer.pageLayout().fullRectPixels(96)
    assert paper.adjusted(-1, -1, 1, 1).contains(rect)
    assert rect.width() / rect.height() == pytest.approx(width / height, rel=0.01)


def test_two_states_of_a_brief_never_lie_in_one_pile(
    qtbot: QtBot, press: Press, printing: Printing, printer: QPrinter
) -> None:
    """A proof that comes while pages are out stops printing, in words; before the first page it is printed instead."""
    job = PictureJob(press, printer, Job(title="t"), 11, printing)  # type: ignore[arg-type] # it answers like `Work`
    press.print(proof_of_seeds("uk"))
    with qtbot.waitSignal(job.progressed, timeout=20000) as first:
        pass
    assert first.args == [1, len(proof_of_seeds("uk").pages)]
    with qtbot.waitSignal(job.failed) as told:
        press.print(proof_of_seeds())
    assert told.args == ["print-changed", {}]


def test_printing_can_be_stopped(qtbot: QtBot, press: Press, printing: Printing, printer: QPrinter) -> None:
    """The line says how far it is; its button ends it, and nothing more is asked for."""
    printer.setResolution(300)
    job = PictureJob(press, printer, Job(title="t"), 11, printing)  # type: ignore[arg-type] # it answers like `Work`
    printing._follow(job, "window.print.sent", {"printer": "Office"})
    with qtbot.waitSignal(job.progressed, timeout=20000):
        pass
    assert printing.line.isVisible()
    words = [label.text() for label in printing.line.findChildren(QLabel)]
    assert words == [EN.text("window.print.page", page=2, pages=11)]
    button = printing.line.findChild(QPushButton, "print-cancel")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not printing.busy
    assert not printing.line.isVisible()
    asked = len(press.asked)
    qtbot.wait(60)
    assert len([1 for _, scale in press.asked[asked:] if scale > 4]) == 0


def test_a_page_for_a_fine_printer_does_not_stop_the_window(
    qtbot: QtBot, press: Press, printing: Printing, printer: QPrinter
) -> None:
    """At 600 dots an inch a page is 35 million pixels: a timer goes on ticking while it is painted."""
    printer.setResolution(1200)
    ticks: list[int] = []
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: ticks.append(1))
    wanted = Job(title="t", pages=(0,))
    job = PictureJob(press, printer, wanted, 11, printing)  # type: ignore[arg-type] # it answers like `Work`
    assert job._scale == 600 / 72
    with qtbot.waitSignal(press.pictured, timeout=20000):
        pass
    timer.start()
    with qtbot.waitSignal(job.done, timeout=20000):
        pass
    timer.stop()
    assert len(ticks) > 20


# Looked at first


def test_the_print_preview_shows_whole_pages_and_prints(
    qtbot: QtBot, press: Press, printing: Printing, pane: PreviewPane
) -> None:
    """The same pages as in the pane, followed live; its button opens the dialog; it closes without a trace."""
    pane.resize(500, 400)
    printing.look()
    printing.look()
    (preview,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, PrintPreview)]
    qtbot.waitExposed(preview)
    assert preview.windowTitle() == EN.text("window.print.preview")
    assert preview.pane.preview.pages == pane.preview.pages
    assert preview.pane.pages.frame_of(0).height() <= preview.pane.pages.viewport().height()
    qtbot.waitUntil(lambda: not preview.pane.preview.pictures.waiting)
    press.print(proof_of_seeds("uk"))
    assert preview.pane.preview.number == press.showing
    qtbot.waitUntil(lambda: not preview.pane.preview.pictures.waiting and not pane.preview.pictures.waiting)
    printing.retranslate(Interface(locale="uk"))
    assert preview.windowTitle() == Interface(locale="uk").text("window.print.preview")
    button = preview.findChild(QPushButton, "print-preview-print")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, QPrintDialog) and one.isVisible()]
    dialog.reject()
    QTest.keyClick(preview, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not any(isinstance(one, PrintPreview) for one in QApplication.topLevelWidgets()))
    pane._session.drafted.tell()
    press.print(proof_of_seeds())
    printing.look()
    (again,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, PrintPreview)]
    again.close()
    qtbot.waitUntil(lambda: not any(isinstance(one, PrintPreview) for one in QApplication.topLevelWidgets()))


def test_choices_of_the_dialog_become_a_job(printing: Printing, printer: QPrinter) -> None:
    """Range, copies, sides, colour, order and paper."""
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    chosen = QPageRanges()
    chosen.addRange(2, 3)
    chosen.addPage(5)
    chosen.addPage(99)
    printer.setPageRanges(chosen)
    printer.setCopyCount(2)
    printer.setDuplex(QPrinter.DuplexMode.DuplexShortSide)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    job = printing._ordered(printer)
    assert job.pages == (1, 2, 4)
    assert (job.copies, job.backwards, job.media, job.grey) == (2, True, "Letter", True)
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    printing._pane.pages.go_to(6)
    assert printing._ordered(printer).pages == (6,)
    printer.setPrintRange(QPrinter.PrintRange.AllPages)
    assert printing._ordered(printer).pages is None
    assert os.sep not in job.title
