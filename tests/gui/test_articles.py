"""The list of articles: what it shows, what can be done to it, what it takes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from briefing import app
from briefing.locale.interface import Interface
from briefing.model.summary import Summary
from briefing_gui.models.articles import ArticleModel
from briefing_gui.presenters.articles import Articles, Order, Row
from briefing_gui.views.articles import ArticlesPane
from tests.gui.seeded import Desk, desk, empty_desk, part

__all__ = ["desk", "empty_desk"]

ENGLISH = Interface(locale="en")


def _row(number: int, *, ticked: bool = True) -> Row:
    return Row(
        id=f"a{number}",
        title=f"Title {number}",
        outlet="AP",
        published="2025-04-11",
        language="en",
        path=f"{number}.txt",
        url="",
        facts=number,
        failed=False,
        ticked=ticked,
    )


def _summary(number: int, title: str, outlet: str | None = None, published: str | None = None) -> Summary:
    return Summary(
        id=f"s{number}",
        path=f"{number}.txt",
        title=title,
        outlet=outlet,
        published=published,
        language="en",
        url=None,
        facts=1,
        rules="1",
        failed=False,
        words=100,
    )


@pytest.fixture
def pane(qtbot: QtBot, desk: Desk) -> ArticlesPane:
    """The pane over the sample articles."""
    pane = ArticlesPane(desk.session, ENGLISH)
    qtbot.addWidget(pane)
    pane.resize(300, 500)
    pane.show()
    return pane


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    """Whatever is shown after whatever, the model says truthfully what changed."""
    model = ArticleModel(lambda one: _row(int(one)))
    qtmodeltester.check(model)
    for rows in ([1, 2, 3], [1, 2, 3, 4, 5], [1, 3, 5], [5, 1], [], [2]):
        model.show([str(number) for number in rows], ())
        assert [model.data(model.index(place)) for place in range(model.rowCount())] == [f"Title {n}" for n in rows]


def test_a_changed_row_is_the_only_one_told(qtbot: QtBot) -> None:
    """A tick in a long list redraws one row, and the selection stays."""
    model = ArticleModel(lambda one: _row(int(one)))
    ids = [str(number) for number in range(1000)]
    model.show(ids, ())
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.show(ids, {"500", "gone"})

    assert told == [(500, 500)]
    assert qtbot is not None


def test_search_looks_everywhere_a_reader_would(empty_desk: Desk) -> None:
    """Every word must be found, in title, outlet, date or file name, in any case; sorted, what has none comes last."""
    session = empty_desk.session
    session.know(
        [
            _summary(1, "Ministers meet in Riga", "AP", "2025-01-02"),
            _summary(2, "Talks in Oslo", "BBC", "2024-12-31"),
            _summary(3, "A fair in Riga"),
        ]
    )
    session.add_articles(["s1", "s2", "s3"], 1)
    articles = Articles(session)

    def shown() -> list[str]:
        return articles.ids()

    articles.search("riga")
    assert shown() == ["s1", "s3"]
    articles.search("RIGA 2025")
    assert shown() == ["s1"]
    articles.search("3.txt")
    assert shown() == ["s3"]
    articles.search("")
    for order, ids in (
        (Order.DATE, ["s2", "s1", "s3"]),
        (Order.OUTLET, ["s1", "s2", "s3"]),
        (Order.TITLE, ["s3", "s1", "s2"]),
    ):
        articles.order = order
        assert shown() == ids


def test_a_click_on_the_box_unticks(qtbot: QtBot, pane: ArticlesPane, desk: Desk) -> None:
    """The box of the first row, clicked, takes its article out of the brief; Space puts it back."""
    first = pane.list.visualRect(pane.list.model().index(0, 0))
    qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=first.topLeft() + QPoint(16, 16))
    assert desk.session.draft.unticked == {desk.session.draft.articles[0]}

    qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=first.center())
    qtbot.keyClick(pane.list, Qt.Key.Key_Space)
    assert desk.session.draft.unticked == frozenset()


def test_delete_removes_what_is_selected(qtbot: QtBot, pane: ArticlesPane, desk: Desk) -> None:
    """Both articles selected and deleted leave the empty state, and undo brings them back."""
    pane.list.selectAll()
    qtbot.keyClick(pane.list, Qt.Key.Key_Delete)
    assert desk.session.draft.articles == ()
    assert part(pane, QPushButton, "empty-samples").isVisible()

    desk.history.undo()
    assert pane.list.model().rowCount() == 2
    assert pane.list.isVisible()


def test_typing_into_the_search_narrows_the_list(qtbot: QtBot, pane: ArticlesPane) -> None:
    """Letters typed hide what does not fit; a word that nothing has says so."""
    pane.focus_search()
    qtbot.keyClicks(pane.focusWidget(), "delegation")
    assert pane.list.model().rowCount() == 1
    qtbot.keyClicks(pane.focusWidget(), "zzz")
    assert pane.list.model().rowCount() == 0
    assert not pane.list.isVisible()


def _drop(pane: ArticlesPane, data: QMimeData) -> None:
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    pane.dropEvent(event)


def test_files_folders_and_links_are_dropped(qtbot: QtBot, pane: ArticlesPane, tmp_path: Path) -> None:
    """Whatever has an address is asked for by it, local files by their path."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path)), QUrl("https://example.org/a?b=1")])
    with qtbot.waitSignal(pane.add_requested) as asked:
        _drop(pane, data)
    assert asked.args == [[str(tmp_path), "https://example.org/a?b=1"]]


def test_text_is_an_article_unless_it_is_an_address(qtbot: QtBot, pane: ArticlesPane) -> None:
    """Running text is taken as it is; a link as text is asked for by its address; a piece of a page keeps its marks."""
    data = QMimeData()
    data.setText("Ministers met in Riga.\nThey talked.")
    with qtbot.waitSignal(pane.text_pasted) as pasted:
        _drop(pane, data)
    assert pasted.args == [b"Ministers met in Riga.\nThey talked."]

    data = QMimeData()
    data.setText(" https://example.org/a \n")
    with qtbot.waitSignal(pane.add_requested) as asked:
        _drop(pane, data)
    assert asked.args == [["https://example.org/a"]]

    data = QMimeData()
    data.setText("One. Two.")
    data.setHtml("<p>One.</p><p>Two.</p>")
    QGuiApplication.clipboard().setMimeData(data)
    with qtbot.waitSignal(pane.text_pasted) as pasted:
        pane.paste()
    assert pasted.args is not None
    assert b"<p>One.</p>" in pasted.args[0]


def test_nothing_on_the_clipboard_is_nothing(qtbot: QtBot, pane: ArticlesPane) -> None:
    """An empty clipboard adds no article."""
    QGuiApplication.clipboard().clear()
    with qtbot.assertNotEmitted(pane.text_pasted), qtbot.assertNotEmitted(pane.add_requested):
        pane.paste()


def test_the_empty_state_says_what_to_do(qtbot: QtBot, empty_desk: Desk) -> None:
    """A new brief offers files, the clipboard and the samples."""
    pane = ArticlesPane(empty_desk.session, ENGLISH)
    qtbot.addWidget(pane)
    pane.show()
    button = part(pane, QPushButton, "empty-samples")
    with qtbot.waitSignal(pane.samples_requested):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_another_language_reaches_every_word(pane: ArticlesPane) -> None:
    """Switched to Ukrainian, the pane says nothing in English any more."""
    pane.retranslate(Interface(locale="uk"))

    assert pane.accessibleName() == Interface(locale="uk").text("window.articles.title")
    texts = [widget.property("text") for widget in pane.findChildren(QWidget) if widget.property("text")]
    assert not any(text in {"Articles", "Add…", "Paste"} for text in texts)


def test_a_read_only_brief_takes_nothing(qtbot: QtBot, desk: Desk) -> None:
    """A second window on the file neither adds nor ticks."""
    other = Desk(desk.file.path.with_name("b.brief"), articles=False)
    other.session.close()
    other.session.open(app.briefs.open(desk.file.path), untitled=False)
    pane = ArticlesPane(other.session, ENGLISH)
    qtbot.addWidget(pane)

    assert not pane.acceptDrops()
    assert not part(pane, QPushButton, "articles-add").isEnabled()
    pane.list.selectAll()
    pane.remove_selected()
    assert other.session.draft.articles == desk.session.draft.articles
    other.session.close()
