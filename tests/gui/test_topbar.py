"""The choices of the brief as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from briefing import app
from briefing.locale.interface import interface
from briefing.model.draft import Choices, Draft
from briefing_gui.models.history import UndoHistory
from briefing_gui.presenters.session import Session
from briefing_gui.presenters.topbar import paper_of
from briefing_gui.views.topbar import TopBar


@pytest.fixture
def session(tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    """A session on a new file, with undo; `qtbot`: undo needs an application."""
    _ = qtbot
    history = UndoHistory(QUndoStack(), interface("en"))
    made = Session(history)
    history.adopt = made.adopt
    made.open(app.briefs.create(tmp_path / "a.brief", Draft(choices=Choices(locale="uk"))), untitled=False)
    made.stack = history.stack  # type: ignore[attr-defined] # for the tests' hands alone
    yield made
    made.close()


@pytest.fixture
def bar(session: Session, qtbot: QtBot) -> TopBar:
    """The bar, shown."""
    made = TopBar(session, interface("en"))
    qtbot.addWidget(made)
    made.show()
    return made


def choose(box: QComboBox, data: object) -> None:
    """Chooses as a user does: by going to the entry."""
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def test_it_offers_what_there_is(bar: TopBar) -> None:
    """Languages in their own words, templates and papers in the interface's."""
    languages = [bar.language.itemText(place) for place in range(bar.language.count())]
    assert languages == list(app.locales().values())
    assert bar.language.currentText() == "українська"
    assert [bar.template.itemText(place) for place in range(bar.template.count())] == [
        "One page",
        "Quotations",
        "Standard",
    ]
    assert [bar.paper.itemText(place) for place in range(bar.paper.count())] == ["Usual", "A4", "US Letter"]


def test_a_choice_is_the_briefs_at_once(bar: TopBar, session: Session) -> None:
    """Each can be undone by itself; the bar follows."""
    choose(bar.language, "pl")
    choose(bar.template, "one-page")
    choose(bar.paper, "Letter")
    choices = session.draft.choices
    assert (choices.locale, choices.template, choices.paper) == ("pl", "one-page", "Letter")
    assert session.file.draft() == session.draft
    stack = session.stack  # type: ignore[attr-defined] # see the fixture
    for _ in range(3):
        stack.undo()
    assert (bar.language.currentData(), bar.template.currentData(), bar.paper.currentData()) == ("uk", "standard", None)


def test_what_is_typed_is_the_briefs_letter_by_letter(bar: TopBar, session: Session) -> None:
    """The cursor stays where it is; emptied, the title is the template's affair again."""
    QTest.keyClicks(bar.title, "Kyv")
    bar.title.setCursorPosition(2)
    QTest.keyClicks(bar.title, "i")
    assert session.draft.choices.title == "Kyiv"
    assert bar.title.cursorPosition() == 3
    bar.title.selectAll()
    QTest.keyClick(bar.title, Qt.Key.Key_Delete)
    assert session.draft.choices.title is None


def test_what_is_chosen_less_often_is_a_click_away(bar: TopBar, session: Session, qtbot: QtBot) -> None:
    """The panel opens with the keyboard in its first field, and closes on Return."""
    bar.more.click()
    qtbot.waitUntil(bar.popover.isVisible)
    QTest.keyClicks(bar.popover.prepared_for, "the Minister")
    QTest.keyClicks(bar.popover.marking, "RESTRICTED")
    QTest.keyClick(bar.popover.marking, Qt.Key.Key_Return)
    assert not bar.popover.isVisible()
    choices = session.draft.choices
    assert (choices.prepared_for, choices.marking) == ("the Minister", "RESTRICTED")


def test_a_template_that_this_machine_lacks_is_kept(bar: TopBar, session: Session) -> None:
    """A colleague's brief is not changed by being looked at."""
    session.choose("template", "ministry")
    assert bar.template.currentText() == "ministry"
    bar.retranslate(interface("uk"))
    assert bar.template.currentText() == "ministry"
    assert session.draft.choices.template == "ministry"


def test_another_interface_leaves_the_brief_alone(bar: TopBar, session: Session) -> None:
    """The words change, the choices do not."""
    choose(bar.paper, "A4")
    before = session.draft
    for language in app.locales():
        bar.retranslate(interface(language))
    assert session.draft is before
    assert bar.paper.currentData() == "A4"


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_papers_that_are_known(paper: str) -> None:
    """They are what they are called."""
    assert paper_of(paper) == paper
    assert paper_of(None) is None
    assert paper_of("A3") is None
