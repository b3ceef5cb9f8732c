"""The preview and the printer with a real worker: a process that lays out, pictures, searches and hands over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from briefing.locale.interface import Interface
from briefing_gui.messages import Fetched
from briefing_gui.views.preview import PreviewPane
from briefing_gui.views.print_jobs import FileJob
from briefing_gui.work import Work
from tests.gui.seeded import Desk, desk, part

__all__ = ["desk"]

EN = Interface(locale="en")
_LONG = 60_000


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Iterator[Work]:
    """A bridge whose workers end with the test; to them it is always the same moment."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    bridge = Work()
    yield bridge
    bridge.stop()


@pytest.fixture
def pane(qtbot: QtBot, work: Work, desk: Desk) -> PreviewPane:
    """A pane tied to the bridge as the window ties it, with the brief of the samples on its way."""
    pane = PreviewPane(desk.session, work, EN)
    qtbot.addWidget(pane)
    work.proofed.connect(pane.show_proof)
    work.pictured.connect(pane.show_picture)
    work.looked.connect(pane.show_hits)
    pane.resize(580, 700)
    pane.show()
    qtbot.waitExposed(pane)
    work.show(desk.file.path, desk.session.draft)
    qtbot.waitUntil(lambda: ready(pane), timeout=_LONG)
    return pane


def ready(pane: PreviewPane) -> bool:
    """Whether a proof is shown, and every picture that is wanted."""
    return pane.preview.number == pane._work.showing and not pane.preview.pictures.waiting


def shot(pane: PreviewPane) -> QImage:
    """What is seen of the pages."""
    return pane.pages.viewport().grab().toImage()


def test_a_change_is_seen_and_undone(qtbot: QtBot, work: Work, desk: Desk, pane: PreviewPane) -> None:
    """Another language prints other pages at the same place; back again, they look as before."""
    before, draft = shot(pane), desk.session.draft
    work.show(desk.file.path, replace(draft, choices=replace(draft.choices, locale="uk")))
    qtbot.waitUntil(lambda: ready(pane), timeout=_LONG)
    assert shot(pane) != before
    work.show(desk.file.path, draft)
    qtbot.waitUntil(lambda: ready(pane), timeout=_LONG)
    assert shot(pane) == before


def test_requests_in_a_hurry_end_with_the_last(qtbot: QtBot, work: Work, desk: Desk, pane: PreviewPane) -> None:
    """Ten drafts at once, scrolling all the while: the last one is shown, with all its pictures."""
    draft = desk.session.draft
    for number in range(10):
        title = f"Number {number}"
        work.show(desk.file.path, replace(draft, choices=replace(draft.choices, title=title)))
        pane.pages.go_to(number)
    qtbot.waitUntil(lambda: ready(pane), timeout=_LONG)
    field = part(pane, QLineEdit, "preview-search")
    field.setText("Number 9")
    qtbot.waitUntil(lambda: pane.preview.hits.known, timeout=_LONG)
    assert pane.preview.hits.places
    field.setText("Number 8")
    qtbot.waitUntil(lambda: pane.preview.hits.known and pane.preview.hits.words == "Number 8", timeout=_LONG)
    assert not pane.preview.hits.places


def test_a_printer_process_that_dies_is_survived(qtbot: QtBot, work: Work, desk: Desk, pane: PreviewPane) -> None:
    """The pages stay in sight; the next draft is shown by the process that takes its place."""
    before = shot(pane)
    with qtbot.waitSignal(work.died, timeout=_LONG):
        work._lines["printer"]._process.kill()
    assert shot(pane) == before
    work.show(desk.file.path, desk.session.draft)
    qtbot.waitUntil(lambda: ready(pane), timeout=_LONG)
    assert shot(pane) == before


def test_a_file_is_what_the_press_has_made(
    qtbot: QtBot, work: Work, pane: PreviewPane, desk: Desk, tmp_path: Path
) -> None:
    """Printed to a file and exported, a brief is the same bytes."""
    fetched: list[Fetched] = []
    work.fetched.connect(fetched.append)
    job = FileJob(work, tmp_path / "printed.pdf", pane)
    with qtbot.waitSignal(job.done, timeout=_LONG):
        pass
    printed = (tmp_path / "printed.pdf").read_bytes()
    assert printed == fetched[-1].data
    with qtbot.waitSignal(work.exported, timeout=_LONG):
        work.export(desk.file.path, desk.session.draft, (tmp_path / "exported.pdf",))
    assert (tmp_path / "exported.pdf").read_bytes() == printed


def test_a_brief_without_anything_in_it_says_what_to_do(
    qtbot: QtBot, work: Work, pane: PreviewPane, desk: Desk
) -> None:
    """A page with nothing but a title is no preview."""
    desk.session.remove_articles(desk.session.draft.articles)
    with qtbot.waitSignal(work.proofed, timeout=_LONG):
        work.show(desk.file.path, desk.session.draft)
    words = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
    assert EN.text("window.preview.empty") in words
    assert not pane.preview.pages
