"""With ten thousand articles and thousands of facts, what is done is as little as with ten.

Nothing here is timed: `tools/scale.py` measures. What is counted is the work that an action makes.
"""

from __future__ import annotations

import shutil
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from briefing import app
from briefing.app.press import Press
from briefing.locale.interface import Interface
from briefing.model.facts import Fact
from briefing_gui.presenters import wording
from briefing_gui.presenters.articles import Articles
from briefing_gui.presenters.facts import all_facts
from briefing_gui.presenters.session import Session
from briefing_gui.views.articles import ArticlesPane
from briefing_gui.views.facts import FactsPane
from tests.gui.seeded import PlainHistory, part
from tools import large_brief
from tools.stand import Clock

_ARTICLES = 10_000
# No window is so high that it shows more rows.
_IN_SIGHT = 60
_ENGLISH = Interface(locale="en")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A brief of 10,000 articles with 5,000 facts."""
    path = tmp_path_factory.mktemp("large") / "large.brief"
    large_brief.write(path, _ARTICLES)
    return path


@pytest.fixture
def session(large: Path, tmp_path: Path) -> Iterator[Session]:
    """A session over a copy of it, before anybody has compiled it."""
    history = PlainHistory()
    session = history.session = Session(history)
    session.open(app.briefs.open(Path(shutil.copyfile(large, tmp_path / "large.brief"))), untitled=False)
    yield session
    session.close()


@pytest.fixture
def worded(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often rows of articles and of facts were made since it was cleared."""
    made: Counter[str] = Counter()
    article_row, headline = Articles.row, wording.headline

    def row(self: Articles, article: str) -> object:
        made["articles"] += 1
        return article_row(self, article)

    def heading(fact: Fact, says: Interface) -> str:
        made["facts"] += 1
        return headline(fact, says)

    monkeypatch.setattr(Articles, "row", row)
    monkeypatch.setattr(wording, "headline", heading)
    return made


def test_a_tick_among_ten_thousand_makes_the_rows_in_sight(
    qtbot: QtBot, session: Session, worded: Counter[str]
) -> None:
    """To tick, to untick all, to search and to type a title make no more rows than the window shows."""
    pane = ArticlesPane(session, _ENGLISH)
    qtbot.addWidget(pane)
    pane.resize(300, 800)
    pane.show()
    pane.list.setCurrentIndex(pane.list.model().index(5000, 0))
    _live()
    told: list[tuple[int, int]] = []
    pane.list.model().dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))

    worded.clear()
    qtbot.keyClick(pane.list, Qt.Key.Key_Space)
    _live()
    assert session.draft.unticked == {session.draft.articles[5000]}
    assert told == [(5000, 5000)]
    assert 0 < worded["articles"] < 4 * _IN_SIGHT

    told.clear()
    worded.clear()
    session.choose("title", "A")
    _live()
    assert told == []
    assert worded["articles"] < _IN_SIGHT

    worded.clear()
    session.tick(session.draft.articles, tick=False)
    _live()
    assert told == [(0, 9999)]
    assert worded["articles"] < 4 * _IN_SIGHT

    worded.clear()
    qtbot.keyClicks(part(pane, QLineEdit, "articles-search"), "pier 777")
    _live()
    assert pane.list.model().rowCount() == len([n for n in range(_ARTICLES) if "777" in str(n)])
    assert worded["articles"] < 40 * _IN_SIGHT


def test_judging_one_of_thousands_words_the_rows_in_sight(qtbot: QtBot, session: Session, worded: Counter[str]) -> None:
    """A fact is accepted in a queue of thousands, and only what the window shows is put into words."""
    press = Press(session.file)
    session.tick(session.draft.articles[2000:], tick=False)
    session.show(press.show(session.draft), ())
    count = sum(1 for _ in all_facts(session.dossier))
    assert count == 1000
    pane = FactsPane(session, _ENGLISH)
    qtbot.addWidget(pane)
    pane.resize(400, 800)
    pane.show()
    pane.show_place("review")
    _live()
    assert pane.model.rowCount() == count

    worded.clear()
    qtbot.keyClick(pane.list, Qt.Key.Key_A)
    _live()
    assert len(session.draft.decisions) == 1
    assert 0 < worded["facts"] < 4 * _IN_SIGHT


def test_rows_that_come_and_go_all_over_do_so_at_once(qtbot: QtBot, session: Session) -> None:
    """A search among thousands, and its end, take rows out and put them in once each; what is selected stays."""
    session.tick(session.draft.articles[2000:], tick=False)
    session.show(Press(session.file).show(session.draft), ())
    pane = FactsPane(session, _ENGLISH)
    qtbot.addWidget(pane)
    pane.show_place("attendees")
    chosen = pane.model.ids[200]
    pane.select_fact(chosen)
    went: list[int] = []
    came: list[int] = []
    pane.model.rowsRemoved.connect(lambda _, first, last: went.append(last - first + 1))
    pane.model.rowsInserted.connect(lambda _, first, last: came.append(last - first + 1))

    order = list(pane.model.ids)
    pane.search.setText(_name(session, chosen).split()[2])
    assert went == [len(order) - len(pane.model.ids)]
    assert [one for one in order if one in set(pane.model.ids)] == list(pane.model.ids)
    assert pane.selected() == (chosen,)
    pane.search.clear()
    assert came == went
    assert list(pane.model.ids) == order
    assert pane.selected() == (chosen,)


@pytest.mark.usefixtures("qapp")
def test_the_clock_notices_a_window_that_is_held_up() -> None:
    """Time that passes in the window's thread between two ticks is a gap, whether it works or waits."""
    clock = Clock()
    clock.begin()
    _live(0.05)
    time.sleep(0.08)
    _live(0.05)
    slept = clock.end()
    clock.begin()
    until = time.process_time() + 0.08
    while time.process_time() < until:
        pass
    _live(0.05)
    worked = clock.end()

    assert slept.whole >= 80
    assert worked.own >= 80
    assert slept.own < 80


def test_a_step_of_undo_shares_what_it_does_not_change(session: Session) -> None:
    """The draft after a tick has the very articles and decisions of the one before."""
    before = session.draft
    session.tick([before.articles[0]], tick=False)
    assert session.draft.articles is before.articles
    assert session.draft.decisions is before.decisions


def _name(session: Session, fact: str) -> str:
    """The name of an attendee."""
    return next(row.name for row in session.dossier.attendees if row.id == fact)


def _live(seconds: float = 0.0) -> None:
    """Lets the event loop run."""
    until = time.monotonic() + seconds
    while True:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        if time.monotonic() >= until:
            return
