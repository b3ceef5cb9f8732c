"""Short stories of people at the window: without a mouse, back and forth, from paper, in trouble, side by side."""

from __future__ import annotations

import ctypes
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from briefing import app
from briefing.app.press import Press
from briefing.model.decision import Accept, Correct, LeaveOut, Slot
from briefing.model.dossier import Dossier
from briefing_gui.views.fields import Words
from briefing_gui.views.window import MainWindow
from tests.gui.hands import Offscreen, wait
from tests.gui.starting import Start, forum, start
from tests.gui.story import ROLE, Aide, FileDialogs

__all__ = ["forum", "start"]

PLACES = ("attendees", "commitments", "quotes", "figures")
EMPTY = "empty-samples"


@pytest.fixture
def dialogs() -> Iterator[FileDialogs]:
    """The answers to the system's file dialogs."""
    with FileDialogs().at_hand() as answers:
        yield answers
        assert answers.answers == []


class NoMouse(Offscreen):
    """Hands that only have a keyboard."""

    def click(self, widget: QWidget, at: QPoint | None = None, held: str = "") -> None:
        """There is nothing to click with."""
        raise AssertionError(f"a mouse would be needed for {widget} at {at} with {held}")


# Without a mouse


def test_from_nothing_to_paper_by_keyboard_alone(start: Start, dialogs: FileDialogs, tmp_path: Path) -> None:
    """Samples from the menu, a title, the queue accepted, left out and corrected, a PDF."""
    aide = start(hands=NoMouse())
    aide.menu("brief", "samples")
    wait(lambda: len(aide.ticked_articles()) == 2, "the samples are read")
    aide.settle()
    aide.go_round_to(aide.window.topbar)
    title = aide.window.topbar.title
    while not title.hasFocus():
        aide.hands.press("Shift+Tab")
    aide.hands.write("Forum")
    aide.hands.press("Ctrl+1")
    aide.go_round_to(aide.panes.facts)
    aide.hands.press("Home", "A")
    aide.settle()
    aide.hands.press("X")
    aide.settle()
    aide.hands.press("Return")
    while not isinstance(QApplication.focusWidget(), Words):
        aide.hands.press("Tab")
    aide.hands.press("Ctrl+A")
    aide.hands.write("Something else")
    aide.hands.press("Return")
    aide.settle()
    acts = [decision.act for decision in aide.window.parts.session.draft.decisions]
    assert [type(act) for act in acts] == [Accept, LeaveOut, Correct]
    assert aide.panes.facts.list.hasFocus()
    aide.export(dialogs, tmp_path / "forum.pdf", "*.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "forum.pdf")
    try:
        assert "Forum" in document[0].get_textpage().get_text_range()
    finally:
        document.close()


# Back and forth


def test_everything_is_undone_and_done_again(start: Start) -> None:
    """From the last step back to the empty brief and forth again: the drafts are the same, step by step."""
    aide = start()
    session, history = aide.window.parts.session, aide.window.parts.history
    drafts = [session.draft]
    session.drafted.listen(lambda: drafts.append(session.draft))
    aide.add(*sorted(app.samples().iterdir()))
    aide.tick_article(0)
    aide.tick_article(0)
    aide.tick_section("figures")
    aide.go_to("attendees")
    aide.look_for("Umerov", rows=1)
    aide.take(0)
    aide.correct(Slot.ROLE, ROLE)
    aide.look_for("representatives", rows=2)
    aide.take(0)
    aide.take(1, held="Shift")
    aide.merge()
    aide.look_for("", rows=len(session.dossier.attendees))
    aide.hands.press("Home", "Down", "X")
    aide.settle()
    aide.choose(aide.window.topbar.paper, "Letter")
    aide.choose(aide.window.topbar.language, "de")
    aide.hands.click(aide.window.topbar.title)
    aide.hands.write("Forum")
    aide.hands.press("Return")
    last, steps = session.draft, history.stack.count()
    assert steps == 10
    rows = {place: listed(aide, place) for place in PLACES}
    for _ in range(steps):
        aide.hands.press("Ctrl+Z")
    assert not aide.window.actions_["undo"].isEnabled()
    assert session.draft == drafts[0]
    wait(aide.window.findChild(QPushButton, EMPTY).isVisible, "the window says what to do")  # type: ignore[union-attr]
    for _ in range(steps):
        aide.hands.press("Ctrl+Shift+Z")
    assert not aide.window.actions_["redo"].isEnabled()
    assert session.draft == last
    aide.settle()
    assert {place: listed(aide, place) for place in PLACES} == rows
    with app.briefs.open(session.file.path, write=False) as file:
        assert file.draft() == last


def listed(aide: Aide, place: str) -> list[str]:
    """The facts of a place, as a screen reader says them."""
    aide.go_to(place)
    return aide.rows()


# From paper


@pytest.mark.parametrize("ending", [".docx", ".pdf"])
def test_what_was_printed_opens_and_prints_the_same_facts(
    start: Start, forum: Path, dialogs: FileDialogs, tmp_path: Path, ending: str
) -> None:
    """The editor's hand included, and what is printed of that has them too."""
    printed, again = tmp_path / f"printed{ending}", tmp_path / f"again{ending}"
    aide = start(forum)
    aide.settle()
    aide.go_to("attendees")
    aide.look_for("Umerov", rows=1)
    aide.take(0)
    aide.correct(Slot.ROLE, ROLE)
    aide.go_to("quotes")
    aide.look_for("Heroism", rows=1)
    aide.take(0)
    aide.trim(words=2)
    aide.look_for("", rows=len(aide.window.parts.session.dossier.quotes))
    # Paper does not carry the words that were cut off, so that nothing tells there that there were any.
    rows = {place: [row.removesuffix(" · trimmed") for row in listed(aide, place)] for place in PLACES}
    aide.export(dialogs, printed, ending)
    dialogs.answer(printed)
    aide.hands.press("Ctrl+O")
    wait(lambda: aide.window.parts.session.untitled, "the printed brief is at hand")
    aide.settle()
    assert printed.name in "".join(aide.said())
    assert {place: listed(aide, place) for place in PLACES} == rows
    aide.export(dialogs, again, ending)
    assert facts(again, tmp_path / "again.brief") == facts(printed, tmp_path / "printed.brief")


def facts(printed: Path, into: Path) -> Dossier:
    """What a printed file says, apart from its articles: their texts are only what it carries of them."""
    with app.briefs.from_printed(printed, into) as file:
        return replace(Press(file).show(file.draft()), articles=())


# In trouble


def newer(path: Path) -> None:
    """Makes a brief one of a later version."""
    with sqlite3.connect(path) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute(f"PRAGMA user_version = {version + 1}")
    connection.close()


def damaged(path: Path) -> None:
    """Writes over the inside of a brief."""
    with path.open("r+b") as stream:
        for place in range(4096, path.stat().st_size, 4096):
            stream.seek(place)
            stream.write(b"\xff" * 512)


def foreign(path: Path) -> None:
    """Puts something else under the name of a brief."""
    path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 20)


@pytest.mark.parametrize(
    ("harm", "words"),
    [(newer, "by a newer version"), (damaged, "is damaged"), (foreign, "is no brief")],
    ids=["newer", "damaged", "foreign"],
)
def test_what_cannot_be_opened_is_told_and_not_touched(
    start: Start, forum: Path, dialogs: FileDialogs, harm: object, words: str
) -> None:
    """The brief at hand stays at hand, with what has just been typed."""
    assert callable(harm)
    harm(forum)
    before = forum.read_bytes()
    aide = start()
    aide.hands.click(aide.window.topbar.title)
    aide.hands.write("Kyiv")
    dialogs.answer(forum)
    aide.hands.press("Ctrl+O")
    wait(aide.said, "something is said")
    assert words in aide.said()[0]
    assert aide.window.parts.session.untitled
    assert aide.window.topbar.title.text() == "Kyiv"
    assert forum.read_bytes() == before
    assert {path.name for path in forum.parent.glob("forum*")} == {forum.name}


@contextmanager
def full_disk(*processes: int) -> Iterator[None]:
    """Lets processes, this one for none, write no file any longer than it is, which is how a full disk feels."""
    import resource  # noqa: PLC0415 - Windows has none

    before = [(one, resource.prlimit(one, resource.RLIMIT_FSIZE)) for one in processes or (os.getpid(),)]
    for one, (_, most) in before:
        resource.prlimit(one, resource.RLIMIT_FSIZE, (0, most))
    try:
        yield
    finally:
        for one, limits in before:
            resource.prlimit(one, resource.RLIMIT_FSIZE, limits)


linux = pytest.mark.skipif(sys.platform != "linux", reason="limits of one process are Linux's")


@linux
def test_a_full_disk_loses_nothing(start: Start, forum: Path) -> None:
    """It is said, what was typed stays in the window, and is saved when there is room again."""
    aide = start(forum)
    aide.settle()
    title = aide.window.topbar.title
    aide.hands.click(title)
    with full_disk():
        aide.hands.write("K")
        wait(aide.said, "something is said")
        assert "cannot be saved" in aide.said()[0]
        aide.hands.write("yiv")
        assert aide.window.isWindowModified()
    assert title.text() == "Kyiv"
    press(aide.window, "offer-try-again")
    wait(lambda: not aide.said(), "nothing more is said")
    assert not aide.window.isWindowModified()
    with app.briefs.open(forum, write=False) as file:
        assert file.draft().choices.title == "Kyiv"


@linux
def test_an_export_to_a_full_disk_leaves_the_earlier_one(
    start: Start, forum: Path, dialogs: FileDialogs, tmp_path: Path
) -> None:
    """It is said with a way out; no half a file lies about; with room it is written."""
    aide = start(forum)
    aide.settle()
    target = tmp_path / "forum.pdf"
    target.write_bytes(b"an earlier one")
    before = set(tmp_path.iterdir())
    printer = aide.window.parts.work._lines["printer"]._process.pid
    assert printer is not None
    with full_disk(printer):
        dialogs.answer(target, "*.pdf")
        aide.hands.press("Ctrl+E")
        wait(aide.said, "something is said")
        assert "cannot be written" in aide.said()[0]
    assert target.read_bytes() == b"an earlier one"
    assert set(tmp_path.iterdir()) == before
    dialogs.answer(target, "*.pdf")
    press(aide.window, "offer-elsewhere")
    wait(lambda: aide.said() and aide.said()[0].startswith("Written"), "it is written")
    assert target.read_bytes().startswith(b"%PDF")


def press(window: MainWindow, name: str) -> None:
    """Presses a button of the strip."""
    button = next(one for one in window.strip.findChildren(QPushButton, name) if one.isVisible())
    Offscreen().click(button)


@contextmanager
def no_privilege() -> Iterator[None]:
    """Makes this thread heed the permissions of files, which root does not."""
    library, header = ctypes.CDLL(None, use_errno=True), (ctypes.c_uint32 * 2)(0x20080522, 0)
    data = (ctypes.c_uint32 * 6)()
    assert library.capget(header, data) == 0
    before = data[0]
    data[0] = before & ~0b110  # neither CAP_DAC_OVERRIDE nor CAP_DAC_READ_SEARCH
    assert library.capset(header, data) == 0
    try:
        yield
    finally:
        data[0] = before
        assert library.capset(header, data) == 0


@pytest.fixture
def locked(forum: Path, tmp_path: Path) -> Iterator[Path]:
    """A brief that cannot be written, in a folder where nothing can be made."""
    folder = tmp_path / "locked"
    folder.mkdir()
    path = Path(shutil.copy(forum, folder / "forum.brief"))
    path.chmod(0o444)
    folder.chmod(0o555)
    with no_privilege():
        yield path
    folder.chmod(0o755)


@linux
def test_a_brief_in_a_locked_folder_is_read_only(
    start: Start, locked: Path, dialogs: FileDialogs, tmp_path: Path
) -> None:
    """The strip says so; a copy elsewhere can be changed; back into the folder it cannot be saved, which is told."""
    before = locked.read_bytes()
    aide = start(locked)
    aide.settle()
    assert "cannot be written" in aide.said()[0]
    assert "(read-only)" in aide.window.windowTitle()
    aide.go_to("attendees")
    assert aide.rows()
    assert aide.window.topbar.title.isReadOnly()
    dialogs.answer(tmp_path / "copy.brief", ".brief")
    press(aide.window, "offer-save-as")
    wait(lambda: not aide.window.parts.session.read_only, "the copy can be changed")
    assert aide.said() == []
    dialogs.answer(locked.parent / "other.brief", ".brief")
    aide.hands.press("Ctrl+Shift+S")
    wait(aide.said, "something is said")
    assert "other.brief" in aide.said()[0]
    assert aide.window.parts.session.file.path == tmp_path / "copy.brief"
    assert [path.name for path in locked.parent.iterdir()] == [locked.name]
    assert locked.read_bytes() == before


# Side by side


@pytest.mark.parametrize("way", ["button", "menu"])
def test_the_second_window_may_write_when_the_first_is_gone(
    start: Start, forum: Path, dialogs: FileDialogs, way: str
) -> None:
    """As long as both are there the second only reads, however often it tries; afterwards it writes."""
    first, second = start(forum), start(forum)
    assert "open in another window" in second.said()[0]
    press(second.window, "offer-try-again")
    assert "open in another window" in second.said()[0]
    assert second.window.topbar.title.isReadOnly()
    first.window.close()
    if way == "menu":
        dialogs.answer(forum)
        second.hands.press("Ctrl+O")
    else:
        press(second.window, "offer-try-again")
    wait(lambda: not second.window.parts.session.read_only, "the second can write")
    second.hands.click(second.window.topbar.title)
    second.hands.write("Kyiv")
    wait(lambda: second.window.parts.session.draft.choices.title == "Kyiv", "it is typed")
    assert second.said() == []


def test_a_field_keeps_what_is_typed(start: Start) -> None:
    """The title that is typed is the brief's, letter by letter."""
    aide = start()
    aide.hands.click(aide.window.topbar.title)
    aide.hands.write("Kyiv & Lviv <5/6>")
    field = aide.window.findChild(QLineEdit, "title")
    assert isinstance(field, QLineEdit)
    assert field.text() == aide.window.parts.session.draft.choices.title == "Kyiv & Lviv <5/6>"
