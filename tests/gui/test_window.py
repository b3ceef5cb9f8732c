"""The window as a whole, over real files and real workers."""

from __future__ import annotations

import shutil
import sys
import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefing import app
from briefing.app.work import Work
from briefing.model.decision import Accept
from briefing.model.draft import Choices, Draft
from briefing.model.errors import NothingDone
from briefing_gui.app import make
from briefing_gui.messages import Proofed
from briefing_gui.presenters.facts import targets
from briefing_gui.views.settings import Settings
from briefing_gui.views.window import MainWindow

# Two processes start from nothing, and one of them loads a language model, on a machine that has other things to do.
PATIENCE = 60_000

Opened = Callable[..., MainWindow]


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    """Starts the program, as often as is wanted; what it remembers is kept between the starts."""
    windows: list[MainWindow] = []

    def start(*briefs: Path, sources: tuple[str, ...] = ()) -> MainWindow:
        window = make(qapp, Settings(tmp_path / "settings.ini"))
        windows.append(window)
        window.begin(list(briefs), list(sources))
        window.resize(1440, 900)
        window.show()
        return window

    yield start
    for window in windows:
        end(window)
        window.deleteLater()


@pytest.fixture(scope="session")
def found(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A brief of the two sample articles, with their facts: whoever changes it takes a copy."""
    path = tmp_path_factory.mktemp("found") / "forum.brief"
    work = Work(wording=lambda notice: notice.code, stdin=bytes)
    articles = app.finding.gather([str(app.samples())], work).value
    draft = Draft(choices=Choices(locale="en"), articles=tuple(article.id for article in articles))
    with app.briefs.create(path, draft) as file:
        for article in articles:
            file.put(article, ())
            file.put_findings(app.finding.find(article), app.finding.rules())
    return path


@pytest.fixture
def forum(found: Path, tmp_path: Path) -> Path:
    """Such a brief of the test's own."""
    return Path(shutil.copy(found, tmp_path / "forum.brief"))


def end(window: MainWindow) -> None:
    """Quits, whatever is open."""
    window.parts.session.trouble = None
    window.close()


def wait_for(qtbot: QtBot, happens: Callable[[], bool]) -> None:
    """Waits until something is so."""
    qtbot.waitUntil(happens, timeout=PATIENCE)


def has_read(window: MainWindow, articles: int) -> Callable[[], bool]:
    """Whether so many articles are in the brief, with all their facts, and the pages show them."""

    def happens() -> bool:
        session = window.parts.session
        return (
            len(session.draft.articles) == articles
            and not window.wiring.errands.busy
            and len(session.dossier.articles) == articles
            and bool(session.dossier.attendees)
        )

    return happens


def said(window: MainWindow) -> list[str]:
    """What the strip says, the latest first."""
    return [label.text() for label in window.strip.findChildren(QLabel, "notice-words") if label.isVisibleTo(window)]


def press(window: MainWindow, name: str) -> None:
    """Presses the button of that name in the strip."""
    buttons = [one for one in window.strip.findChildren(QPushButton, name) if one.isVisibleTo(window)]
    buttons[0].click()


def drop(target: QWidget, *paths: Path) -> None:
    """Drops files, as a file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    # Qt brings a drop only to where something was dragged into. PySide knows only the older way to make that event.
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        entered = QDragEnterEvent(QPoint(20, 20), *how)
    QApplication.sendEvent(target, entered)
    QApplication.sendEvent(target, QDropEvent(QPointF(20, 20), *how))


def test_an_empty_start_says_what_to_do(opened: Opened) -> None:
    """The window is there with its menus before any worker is, and can be used."""
    window = opened()
    assert window.windowTitle().startswith("Untitled[*] (not saved under a name yet)")
    assert not window.isWindowModified()
    assert said(window) == []
    assert [menu.text().replace("&", "") for menu in window.menuBar().actions()] == [
        "File",
        "Edit",
        "Brief",
        "Fact",
        "View",
        "Help",
    ]
    assert window.topbar.title.placeholderText() == "Made from the facts"
    assert not window.actions_["accept"].isEnabled()


def test_articles_are_read_and_shown(opened: Opened, qtbot: QtBot) -> None:
    """Dropped files are read, their facts found, the pages follow; undo names what it would do, and does it."""
    window = opened()
    seeds = sorted(app.samples().iterdir())
    drop(window.panes.articles, *seeds)
    wait_for(qtbot, has_read(window, 2))
    assert window.isWindowModified()
    undo = window.actions_["undo"]
    assert undo.text().replace("&", "") == "Undo: Add Articles"
    undo.trigger()
    assert window.parts.session.draft.articles == ()
    window.actions_["redo"].trigger()
    assert len(window.parts.session.draft.articles) == 2


def test_articles_may_fall_anywhere_on_the_window(opened: Opened, qtbot: QtBot) -> None:
    """Over the pages as well as over the list; a brief that cannot be changed takes none."""
    window = opened()
    sample = next(app.samples().glob("*.txt"))
    drop(window, sample)
    qtbot.waitUntil(lambda: len(window.parts.session.draft.articles) == 1, timeout=PATIENCE)
    window.panes.articles.setAcceptDrops(False)
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        event = QDragEnterEvent(
            QPoint(5, 5),
            Qt.DropAction.CopyAction,
            QMimeData(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        event.ignore()
    window.dragEnterEvent(event)
    assert not event.isAccepted()


def test_a_fact_chosen_in_one_pane_is_shown_in_the_others(opened: Opened, qtbot: QtBot, forum: Path) -> None:
    """The list, the card, the article and the pages speak of the same fact; the menu can judge it."""
    window = opened(forum)
    wait_for(qtbot, has_read(window, 2))
    window.panes.go_to("attendees")
    fact = window.panes.facts.model.ids[0]
    window.panes.facts.select_fact(fact)
    assert window.panes.facts.selected() == (fact,)
    assert window.actions_["accept"].isEnabled()
    window.actions_["leave-out"].trigger()

    def is_left_out() -> bool:
        mark = window.parts.session.dossier.marks.get(fact)
        return mark is not None and mark.left_out

    wait_for(qtbot, is_left_out)
    window.panes.go_to("changes")
    assert window.panes.audit.list.isVisible()


def test_everything_is_there_after_a_restart(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    """The brief, its choices, the arrangement of the window; under its name, saved as it was changed."""
    first = opened(sources=(str(app.samples()),))
    wait_for(qtbot, has_read(first, 2))
    assert first.parts.documents.save_as(tmp_path / "forum.brief")
    first.topbar.title.setFocus()
    QTest.keyClicks(first.topbar.title, "Forum")
    first.topbar.language.setCurrentIndex(first.topbar.language.findData("uk"))
    first.topbar.language.activated.emit(first.topbar.language.currentIndex())
    first.actions_["show-preview"].setChecked(False)
    assert not first.isWindowModified()
    end(first)
    second = opened()
    assert second.windowTitle().startswith("forum[*] –")
    assert second.topbar.title.text() == "Forum"
    assert second.topbar.language.currentData() == "uk"
    assert not second.panes.preview.isVisible()
    wait_for(qtbot, has_read(second, 2))
    assert not second.actions_["undo"].isEnabled()


def test_a_title_typed_is_one_step_back(opened: Opened) -> None:
    """Ctrl+Z in the field takes back the whole of it, as the menu says."""
    window = opened()
    QTest.qWaitForWindowActive(window)
    window.topbar.title.setFocus()
    QTest.keyClicks(window.topbar.title, "Kyiv")
    assert window.actions_["undo"].text().replace("&", "") == "Undo: Change Title"
    QTest.keyClick(window.topbar.title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.topbar.title.text() == ""
    assert window.parts.session.draft.choices.title is None
    QTest.keyClick(
        window.topbar.title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert window.topbar.title.text() == "Kyiv"


def test_export_writes_what_was_asked_for(
    opened: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forum: Path
) -> None:
    """Both formats at once; the strip names them and leads to them; the folder is remembered."""
    window = opened(forum)
    wait_for(qtbot, has_read(window, 2))
    folder = tmp_path / "out"
    folder.mkdir()
    asked: list[str] = []

    def choose(_parent: object, _title: str, start: str, kinds: str, *_: object) -> tuple[str, str]:
        asked.append(start)
        return str(folder / "forum.docx"), kinds.split(";;")[2]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    window.actions_["export"].trigger()
    wait_for(qtbot, lambda: any(words.startswith("Written") for words in said(window)))
    assert said(window)[0] == "Written: forum.docx, forum.pdf"
    assert {path.name for path in folder.iterdir()} == {"forum.docx", "forum.pdf"}
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: 0)
    window.actions_["export"].trigger()
    assert Path(asked[1]).parent == folder


def test_what_cannot_be_written_is_told_where_it_belongs(
    opened: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forum: Path
) -> None:
    """The strip says so with a way out; nothing of the brief is touched."""
    window = opened(forum)
    wait_for(qtbot, has_read(window, 2))
    target = tmp_path / "nowhere" / "a.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), "PDF document (*.pdf)"))
    window.actions_["export"].trigger()
    wait_for(qtbot, lambda: bool(said(window)))
    assert "does not exist" in said(window)[0]
    assert window.strip.findChildren(QPushButton, "offer-elsewhere")


def test_an_empty_brief_is_not_exported_silently(opened: Opened) -> None:
    """It is said why nothing happens."""
    window = opened()
    window.actions_["export"].trigger()
    assert said(window) == ["There is nothing to print yet. Add an article or a section of your own."]


def test_a_second_window_on_a_file_reads_only(opened: Opened, tmp_path: Path) -> None:
    """Its title, its strip and its status say so; what would change the brief is off."""
    first = opened()
    first.parts.documents.save_as(tmp_path / "a.brief")
    second = opened(tmp_path / "a.brief")
    assert "(read-only)" in second.windowTitle()
    assert "open in another window" in said(second)[0]
    assert not second.strip.findChildren(QWidget, "notice-dismiss")
    assert not second.actions_["add-articles"].isEnabled()
    assert second.topbar.title.isReadOnly()
    assert not second.topbar.template.isEnabled()


def test_what_is_no_brief_does_not_open(opened: Opened, tmp_path: Path) -> None:
    """The window says so, with a brief at hand all the same."""
    odd = tmp_path / "odd.brief"
    odd.write_text("nothing", encoding="utf-8")
    window = opened(odd)
    assert len(said(window)) == 1
    assert window.parts.session.is_open


def test_quitting_asks_only_where_something_would_be_lost(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """Staying keeps the window and all that is in it."""
    window = opened()
    file = window.parts.session.file

    def full(_draft: object) -> None:
        raise NothingDone("cannot-save", path="a.brief", reason="disk full")

    monkeypatch.setattr(file, "save", full)
    window.topbar.title.setFocus()
    QTest.keyClicks(window.topbar.title, "K")
    assert window.isWindowModified()
    asked: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()))
    assert not window.close()
    assert asked == ["The latest changes are not saved."]
    assert window.parts.session.draft.choices.title == "K"
    monkeypatch.undo()


def test_what_is_cancelled_keeps_what_is_done(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    """The count is shown while it goes on; afterwards the rest is asked for again only by a new start."""
    heap = tmp_path / "heap"
    heap.mkdir()
    for number in range(30):
        for seed in app.samples().iterdir():
            (heap / f"{number}-{seed.name}").write_text(
                seed.read_text(encoding="utf-8") + f"\n\nNumber {number} of the heap was added here.\n",
                encoding="utf-8",
            )
    window = opened(sources=(str(heap),))
    wait_for(qtbot, lambda: sum(one.facts is not None for one in window.parts.session.summaries.values()) >= 2)
    words = window.status.findChild(QLabel, "status-words")
    assert isinstance(words, QLabel)
    assert words.text().startswith("Finding facts: article")
    cancel = window.status.findChild(QPushButton, "status-cancel")
    assert isinstance(cancel, QPushButton)
    cancel.click()
    assert not window.wiring.errands.busy
    assert not cancel.isVisible()
    qtbot.wait(1500)
    session = window.parts.session
    done = [one for one in session.summaries.values() if one.facts is not None]
    assert 2 <= len(done) < 60
    assert len(session.draft.articles) == 60


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("line", ["finder", "printer"])
def test_a_worker_that_dies_is_started_again(opened: Opened, qtbot: QtBot, line: str) -> None:
    """What it had to do is asked for again; the user notices nothing."""
    window = opened()
    work = window.parts.work
    work.start()
    wait_for(qtbot, lambda: window.wiring.is_ready)
    with qtbot.waitSignal(work.died, timeout=PATIENCE):
        window.wiring.errands.gather([str(app.samples())])
        work._lines[line]._process.kill()
    wait_for(qtbot, has_read(window, 2))
    assert said(window) == []


def test_going_round_the_window_by_keyboard(opened: Opened, qtbot: QtBot, forum: Path) -> None:
    """F6 reaches every part that can be used, and comes back to where the keyboard was in each."""
    window = opened(forum)
    wait_for(qtbot, has_read(window, 2))
    QTest.qWaitForWindowActive(window)
    window.topbar.paper.setFocus()
    seen: list[str] = []
    for _ in range(12):
        window.actions_["next-pane"].trigger()
        focus = QApplication.focusWidget()
        assert focus is not None
        part = next(one for one in (window.topbar, *window.panes.all, window.status) if one.isAncestorOf(focus))
        seen.append(part.objectName())
        if part is window.topbar:
            break
    assert seen == ["articles", "rail", "facts", "card", "reader", "preview", "topbar"] or seen[-1] == "topbar"
    assert {"articles", "rail", "facts", "preview"} <= set(seen)
    assert QApplication.focusWidget() is window.topbar.paper
    window.actions_["previous-pane"].trigger()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.panes.preview.isAncestorOf(focus)


def test_a_fact_added_from_the_text_is_selected_when_it_comes(opened: Opened, qtbot: QtBot, forum: Path) -> None:
    """The pages and the list know of it a moment after the editor has added it."""
    window = opened(forum)
    wait_for(qtbot, has_read(window, 2))
    panes, session = window.panes, window.parts.session
    quote = session.dossier.quotes[3]
    added = replace(quote, id="quote-added", evidence=replace(quote.evidence, rule="editor"))
    panes.go_to("attendees")
    before = panes.facts.selected()
    panes.select_fact(added.id)
    assert panes.facts.selected() == before
    session.show(replace(session.dossier, quotes=(*session.dossier.quotes, added)), ())
    assert (panes.rail.place, panes.facts.selected()) == ("quotes", (added.id,))
    assert panes.card._fact_id == added.id


def test_at_first_the_window_leaves_room_for_its_title_bar(qapp: QApplication, tmp_path: Path) -> None:
    """On a small screen the status line must not lie below its edge."""
    window = make(qapp, Settings(tmp_path / "none.ini"))
    try:
        assert window.height() < window.screen().availableGeometry().height()
    finally:
        window.close()
        window.deleteLater()


def test_a_brief_that_is_dropped_is_opened(opened: Opened, qtbot: QtBot, forum: Path, tmp_path: Path) -> None:
    """And so is a printed one; somebody else's PDF is refused as an article."""
    stranger = tmp_path / "article.pdf"
    stranger.write_bytes(b"%PDF-1.7\n%%EOF\n")
    window = opened()
    drop(window.panes.articles, stranger)
    wait_for(qtbot, lambda: not window.wiring.errands.busy and len(said(window)) == 1)
    assert "PDF files are not read yet" in said(window)[0]
    drop(window.panes.articles, forum)
    wait_for(qtbot, has_read(window, 2))
    assert window.parts.session.file.path == forum
    printed = tmp_path / "printed.pdf"
    window.wiring.export((printed,))
    wait_for(qtbot, printed.exists)
    drop(window.panes.articles, printed)
    wait_for(qtbot, has_read(window, 2))
    assert window.parts.session.untitled


def test_the_card_shows_the_row_that_is_selected_wherever_one_comes_from(
    opened: Opened, qtbot: QtBot, forum: Path
) -> None:
    """Coming back to a place brings its fact back to the form, from another section and from the changes too."""
    window = opened(forum)
    wait_for(qtbot, has_read(window, 2))
    panes, session = window.panes, window.parts.session
    attendee, quote = session.dossier.attendees[1], session.dossier.quotes[2]
    session.decide("accept", Accept(fact=quote))
    wait_for(qtbot, lambda: quote.id in session.dossier.marks)
    for place, fact in (("quotes", quote), ("attendees", attendee)):
        panes.go_to(place)
        panes.select_fact(fact.id)
    for place, fact in (("quotes", quote), ("attendees", attendee), ("quotes", quote)):
        panes.go_to(place)
        assert (panes.facts.selected(), panes.card._fact_id) == ((fact.id,), fact.id)
    panes.go_to("attendees")
    panes.go_to("changes")
    panes.audit.list.setCurrentIndex(panes.audit.list.model().index(0, 0))
    assert panes.card._fact_id == quote.id
    panes.go_to("attendees")
    assert (panes.facts.selected(), panes.card._fact_id) == ((attendee.id,), attendee.id)


def test_articles_with_something_to_say_of_hold_up_no_others(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    """Remarks without details come through from the worker; the articles behind them get their facts."""
    folder = tmp_path / "folder"
    folder.mkdir()
    said_in = "KYIV, May 3 (AP) - Foreign Minister Dmytro Kuleba said on Friday: {} He met Rustem Umerov in Kyiv.\n"
    (folder / "a.txt").write_text("قال رئيس الوزراء إن الحكومة ستبدأ العمل غدا في بغداد.\n" * 9, encoding="utf-8")
    (folder / "b.txt").write_text(said_in.format("“We will build factories. It is time.") * 3, encoding="utf-8")
    (folder / "c.txt").write_text(said_in.format("“We will build factories.”") * 3, encoding="utf-8")
    window = opened(sources=(str(folder),))
    session = window.parts.session
    wait_for(qtbot, has_read(window, 3))
    assert all(session.summaries[article].facts is not None for article in session.draft.articles)
    assert [item.details for item in window.parts.notices.items if item.details] == []


def test_the_shortcut_to_the_queue_brings_the_keyboard(opened: Opened, qtbot: QtBot, forum: Path) -> None:
    """Also where the queue is shown already: the next key judges its first fact, and does not land elsewhere."""
    window = opened(forum)
    wait_for(qtbot, has_read(window, 2))
    QTest.qWaitForWindowActive(window)
    window.panes.articles.list.setFocus()
    assert window.panes.rail.place == "review"
    window.actions_["review"].trigger()
    focus = QApplication.focusWidget()
    assert focus is window.panes.facts.list
    first = window.panes.facts.model.ids[0]
    QTest.keyClick(focus, Qt.Key.Key_A)
    assert [fact.id for one in window.parts.session.draft.decisions for fact in targets(one.act)] == [first]
    window.actions_["changes"].trigger()
    assert QApplication.focusWidget() is window.panes.audit.list


def test_f6_comes_to_the_facts_before_their_search(opened: Opened, qtbot: QtBot, forum: Path) -> None:
    """The letters that judge facts are not typed into a field."""
    window = opened(forum)
    wait_for(qtbot, has_read(window, 2))
    QTest.qWaitForWindowActive(window)
    window.panes.rail.list.setFocus()
    window.actions_["next-pane"].trigger()
    assert QApplication.focusWidget() is window.panes.facts.list


@pytest.mark.parametrize("language", ["de", "en", "es", "fr", "pl", "pt_BR", "uk", "x-mirrored"])
def test_every_word_changes_with_the_language(opened: Opened, language: str) -> None:
    """No key shows through, and the direction of reading follows, all without a new start."""
    window = opened()
    window.parts.languages.choose(language)
    texts = [action.text() for action in window.menuBar().actions()]
    for widget in window.findChildren(QWidget):
        texts += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        text = getattr(widget, "text", None)
        if callable(text) and isinstance(shown := text(), str):
            texts.append(shown)
    assert [text for text in texts if text.startswith("window.") or "window." in text] == []
    direction = Qt.LayoutDirection.RightToLeft if language == "x-mirrored" else Qt.LayoutDirection.LeftToRight
    assert window.layoutDirection() == direction
    window.parts.languages.choose("en")
    assert window.menuBar().actions()[0].text() == "&File"


def test_everything_that_takes_the_keyboard_has_a_name(opened: Opened, qtbot: QtBot, forum: Path) -> None:
    """A screen reader can tell every control from every other."""
    window = opened(forum)
    wait_for(qtbot, has_read(window, 2))
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_a_printed_brief_opens_again(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    """Its articles and facts are there, in a brief without a name."""
    work = Work(wording=lambda notice: notice.code, stdin=bytes)
    printed = tmp_path / "forum.docx"
    seed = shutil.copy(sorted(app.samples().iterdir())[1], tmp_path)
    app.export([str(seed)], [printed], Choices(locale="en"), work)
    window = opened(printed)
    assert "forum.docx" in said(window)[0]
    assert window.windowTitle().startswith("Untitled")
    wait_for(qtbot, has_read(window, 1))


def test_pages_follow_the_choices(opened: Opened, qtbot: QtBot, forum: Path) -> None:
    """Another size of paper gives other pages."""
    window = opened(forum)
    wait_for(qtbot, has_read(window, 2))
    proofs: list[Proofed] = []
    window.parts.work.proofed.connect(proofs.append)

    def as_wide(points: int) -> bool:
        return bool(proofs) and round(proofs[-1].pages[0][0]) == points

    for paper, width in (("Letter", 612), ("A4", 595)):
        window.topbar.paper.setCurrentIndex(window.topbar.paper.findData(paper))
        window.topbar.paper.activated.emit(window.topbar.paper.currentIndex())
        wait_for(qtbot, partial(as_wide, width))


def test_own_text_is_typed_at_once(opened: Opened, qtbot: QtBot, forum: Path) -> None:
    """Whoever adds a text of their own can type its heading without a click."""
    window = opened(forum)
    wait_for(qtbot, has_read(window, 2))
    QTest.qWaitForWindowActive(window)
    window.panes.rail.add_section()
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "Talking points")

    assert [own.heading for own in window.parts.session.draft.choices.own] == ["Talking points"]
