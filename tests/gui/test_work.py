"""The bridge to the workers: real processes, real files."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import SignalInstance
from pytestqt.qtbot import QtBot

from briefing import app
from briefing.model.draft import Choices, Draft
from briefing_gui import messages
from briefing_gui.work import Work
from tests.gui.seeded import SEEDS, Desk, desk

__all__ = ["desk"]

_LONG = 60_000


@pytest.fixture
def work() -> Iterator[Work]:
    """A bridge whose workers end with the test."""
    bridge = Work()
    yield bridge
    bridge.stop()


def _await(qtbot: QtBot, signal_: SignalInstance, number: int | None = None) -> Any:
    """The first message of a signal, of that number if one is given."""
    fits = None if number is None else lambda message: message.number == number
    with qtbot.waitSignal(signal_, timeout=_LONG, check_params_cb=fits) as blocker:
        pass
    return blocker.args[0] if blocker.args else None


def test_articles_are_read_and_searched_into_the_file(qtbot: QtBot, work: Work, tmp_path: Path) -> None:
    """The finder says when it is ready, what it read, what it found, and that it is done; all is in the file."""
    file = app.briefs.create(tmp_path / "a.brief", Draft(choices=Choices(locale="en")))
    work.start()
    _await(qtbot, work.ready)
    heard: list[object] = []
    for signal_ in (work.gathered, work.found, work.progressed):
        signal_.connect(heard.append)
    number = work.gather(file.path, [str(SEEDS), str(tmp_path / "missing.txt")])
    done = _await(qtbot, work.done, number)

    assert not done.cancelled
    gathered = next(one for one in heard if isinstance(one, messages.Gathered))
    assert [notice.code for notice in gathered.notices if notice.place and "missing" in notice.place] == [
        "no-such-file"
    ]
    found = [one.article for one in heard if isinstance(one, messages.Found)]
    assert len(found) == len(gathered.articles) == 2
    assert all(one.facts for one in found)
    assert any(isinstance(one, messages.Progress) and one.of == 2 for one in heard)
    assert {one.id for one in file.summaries([one.id for one in found])} == {one.id for one in found}
    file.close()


def test_what_was_pasted_is_an_article(qtbot: QtBot, work: Work, tmp_path: Path) -> None:
    """Text from the clipboard is read like standard input."""
    file = app.briefs.create(tmp_path / "a.brief", Draft(choices=Choices(locale="en")))
    text = min(SEEDS.iterdir()).read_bytes()
    number = work.gather(file.path, ["-"], text)
    gathered = _await(qtbot, work.gathered, number)
    _await(qtbot, work.done, number)

    assert len(gathered.articles) == 1
    file.close()


def test_cancelling_keeps_what_is_done(qtbot: QtBot, work: Work, desk: Desk) -> None:
    """Stopped after the first article, the errand ends as cancelled and the next one runs."""
    ids = desk.session.draft.articles
    number = work.find(desk.file.path, ids * 20)
    _await(qtbot, work.found, number)
    work.cancel()
    done = _await(qtbot, work.done, number)
    assert done.cancelled

    again = work.find(desk.file.path, ids[:1])
    assert not _await(qtbot, work.done, again).cancelled


def test_the_pages_follow_the_draft(qtbot: QtBot, work: Work, desk: Desk) -> None:
    """A draft is answered with its facts and its pages; a page with its picture; words with their places."""
    number = work.show(desk.file.path, desk.session.draft)
    shown = _await(qtbot, work.shown, number)
    proofed = _await(qtbot, work.proofed, number)
    assert len(shown.dossier.quotes) == 16
    assert not any(article.text for article in shown.dossier.articles)
    printed = {place.fact for place in proofed.places}
    assert {quote.id for quote in shown.dossier.quotes} <= printed

    work.picture(0, 1.5)
    picture = _await(qtbot, work.pictured)
    assert (picture.page, picture.width) == (0, round(proofed.pages[0][0] * 1.5))
    assert len(picture.data) == picture.stride * picture.height
    work.look("Umerov")
    assert _await(qtbot, work.looked).places
    work.fetch()
    assert _await(qtbot, work.fetched).data.startswith(b"%PDF-")


def test_the_latest_request_wins(qtbot: QtBot, work: Work, desk: Desk) -> None:
    """Of many drafts in a row only the last is answered with pages."""
    answered: list[int] = []
    work.proofed.connect(lambda message: answered.append(message.number))
    for title in "abcdefgh":
        desk.session.choose("title", title)
        last = work.show(desk.file.path, desk.session.draft)
    _await(qtbot, work.proofed, last)

    assert answered == [last]


def test_window_and_command_print_the_same_bytes(
    qtbot: QtBot, work: Work, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the worker exports is what the front door exports of the same file."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    desk.session.choose("locale", "uk")
    here = [tmp_path / "here.docx", tmp_path / "here.pdf"]
    there = [tmp_path / "there.docx", tmp_path / "there.pdf"]
    number = work.export(desk.file.path, desk.session.draft, here)
    assert _await(qtbot, work.exported, number).paths == tuple(here)
    plain = app.Work(wording=lambda notice: notice.code, stdin=lambda: b"")
    app.export_brief(desk.file.path, there, {}, plain)

    assert [path.read_bytes() for path in here] == [path.read_bytes() for path in there]


def test_what_cannot_be_done_is_told(qtbot: QtBot, work: Work, desk: Desk, tmp_path: Path) -> None:
    """An export into a folder that is not there fails with a code, and the worker lives on."""
    number = work.export(desk.file.path, desk.session.draft, [tmp_path / "nowhere" / "a.pdf"])
    failed = _await(qtbot, work.troubled, number)
    assert failed.errand == "Export"
    assert failed.details is None

    _await(qtbot, work.shown, work.show(desk.file.path, desk.session.draft))


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_worker_that_dies_is_started_anew(qtbot: QtBot, work: Work, desk: Desk) -> None:
    """The window hears of its end, and the next errand finds another one."""
    _await(qtbot, work.shown, work.show(desk.file.path, desk.session.draft))
    process = work._lines["printer"]._process
    assert process.pid is not None
    with qtbot.waitSignal(work.died, timeout=_LONG) as blocker:
        os.kill(process.pid, signal.SIGKILL)
    assert blocker.args == ["printer"]

    _await(qtbot, work.shown, work.show(desk.file.path, desk.session.draft))


def test_stopping_in_the_middle_leaves_nothing(qtbot: QtBot, work: Work, desk: Desk) -> None:
    """Workers at work are ended at once."""
    work.start()
    work.find(desk.file.path, desk.session.draft.articles * 50)
    work.show(desk.file.path, desk.session.draft)
    qtbot.wait(50)
    work.stop()

    assert work._lines == {}


def test_a_file_in_the_place_of_another_is_another(qtbot: QtBot, work: Work, tmp_path: Path) -> None:
    """What is read for a brief goes into its file, though the workers knew one of that name that is gone."""
    path = tmp_path / "1.brief"
    for _ in range(2):
        file = app.briefs.create(path, Draft(choices=Choices(locale="en")))
        _await(qtbot, work.shown, work.show(path, file.draft()))
        number = work.gather(path, [str(min(SEEDS.iterdir()))])
        gathered = _await(qtbot, work.gathered, number)
        _await(qtbot, work.done, number)
        listed = tuple(article.id for article in gathered.articles)
        assert len(file.articles(listed)) == 1
        file.save(Draft(choices=Choices(locale="en"), articles=listed))
        shown = _await(qtbot, work.shown, work.show(path, file.draft()))
        assert shown.dossier.quotes
        file.close()
        for one in tmp_path.glob("1.brief*"):
            one.unlink()


def test_a_file_that_was_worked_on_can_be_replaced(qtbot: QtBot, work: Work, desk: Desk, tmp_path: Path) -> None:
    """The finder holds no file longer than it needs it: another brief may be saved under its name."""
    other = app.briefs.create(tmp_path / "other.brief", Draft(choices=Choices(locale="en")))
    _await(qtbot, work.done, work.gather(other.path, [str(min(SEEDS.iterdir()))]))
    other.close()
    desk.file.copy_to(other.path)
    with app.briefs.open(other.path, write=False) as copy:
        assert copy.draft() == desk.session.draft


def test_an_export_is_finished_before_the_end(qtbot: QtBot, work: Work, desk: Desk, tmp_path: Path) -> None:
    """Whoever exports and quits at once has the file, and nothing half-written beside it."""
    _await(qtbot, work.shown, work.show(desk.file.path, desk.session.draft))
    folder = tmp_path / "out"
    folder.mkdir()
    work.export(desk.file.path, desk.session.draft, [folder / "a.pdf", folder / "a.docx"])
    work.stop()
    assert sorted(path.name for path in folder.iterdir()) == ["a.docx", "a.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_finder_that_dies_with_the_stop_in_hand_takes_nothing_along(qtbot: QtBot, work: Work, desk: Desk) -> None:
    """Its successor has a stop of its own: the one before may be locked for ever."""
    work.start()
    _await(qtbot, work.ready)
    before = work._stop
    process = work._lines["finder"]._process
    assert process.pid is not None
    with qtbot.waitSignal(work.died, timeout=_LONG):
        os.kill(process.pid, signal.SIGKILL)
    assert work._stop is not before
    number = work.find(desk.file.path, desk.session.draft.articles)
    assert not _await(qtbot, work.done, number).cancelled


def test_what_is_said_after_the_end_is_not_heard(qtbot: QtBot, work: Work, desk: Desk) -> None:
    """An answer that was on its way when the workers were ended reaches nobody: there may be no brief any more."""
    heard: list[object] = []
    work.shown.connect(heard.append)
    number = work.show(desk.file.path, desk.session.draft)
    work.stop()
    work._heard.emit("printer", messages.Shown(number=number, dossier=desk.session.dossier))
    qtbot.wait(20)
    assert heard == []


def test_nothing_is_started_after_the_end(work: Work, desk: Desk) -> None:
    """Told to stop before it was told to start, as by a signal at the wrong moment, it starts no worker."""
    work.stop()
    work.start()
    work.show(desk.file.path, desk.session.draft)
    assert work._lines == {}


def test_after_a_draft_that_cannot_be_shown_the_pages_still_answer(qtbot: QtBot, work: Work, desk: Desk) -> None:
    """What is on screen can be looked at and printed, although the last draft failed."""
    number = work.show(desk.file.path, desk.session.draft)
    _await(qtbot, work.proofed, number)
    broken = replace(desk.session.draft, choices=replace(desk.session.draft.choices, template="none such"))
    failed = _await(qtbot, work.troubled, work.show(desk.file.path, broken))
    assert failed.errand == "Show"
    qtbot.waitUntil(lambda: work.showing == number)

    work.fetch()
    assert _await(qtbot, work.fetched, number).data.startswith(b"%PDF-")
