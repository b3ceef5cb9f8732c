"""The rail, the editor's own sections and the list of changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QToolButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from briefing.locale.interface import Interface
from briefing.model.decision import Accept, Annotate, Correct, LeaveOut, Merge, Move, Slot
from briefing_gui.models.audit import AuditModel
from briefing_gui.models.sections import SectionModel
from briefing_gui.presenters.audit import Audit
from briefing_gui.presenters.sections import Sections
from briefing_gui.views.audit import AuditPane
from briefing_gui.views.own_section import OwnSectionEditor
from briefing_gui.views.rail import Rail
from tests.gui.seeded import Desk, desk, part

__all__ = ["desk"]

ENGLISH = Interface(locale="en")


@pytest.fixture
def rail(qtbot: QtBot, desk: Desk) -> Rail:
    """The rail of the samples' brief."""
    rail = Rail(desk.session, ENGLISH)
    qtbot.addWidget(rail)
    rail.resize(200, 500)
    rail.show()
    return rail


def _entries(desk: Desk) -> dict[str, int | None]:
    return {entry.place: entry.count for entry in Sections(desk.session).entries()}


def test_the_rails_model_keeps_qts_rules(qtmodeltester: ModelTester, desk: Desk) -> None:
    """It says truthfully what changed."""
    model = SectionModel(ENGLISH)
    qtmodeltester.check(model)
    model.show(Sections(desk.session).entries())
    own = desk.session.add_section("Background")
    model.show(Sections(desk.session).entries())
    desk.session.remove_section(own)
    model.show(Sections(desk.session).entries())
    assert model.rowCount() == len(desk.session.sections()) + 2


def test_the_model_of_changes_keeps_qts_rules(qtmodeltester: ModelTester, desk: Desk) -> None:
    """It says truthfully what changed."""
    model = AuditModel()
    qtmodeltester.check(model)
    desk.session.decide("accept", Accept(fact=desk.session.dossier.quotes[0]))
    model.show(Audit(desk.session).lines(ENGLISH))
    assert model.rowCount() == 1


def test_counts_are_of_what_is_printed(desk: Desk) -> None:
    """A fact left out no longer counts in its section, and one judged no longer waits for review."""
    before = _entries(desk)
    quote = desk.session.dossier.quotes[0]
    desk.session.decide("leave-out", LeaveOut(fact=quote))
    desk.show()
    after = _entries(desk)

    assert before["quotes"] is not None
    assert after["quotes"] == before["quotes"] - 1
    assert before["review"] is not None
    assert after["review"] == before["review"] - 1
    assert after["changes"] == 1


def test_space_hides_a_section_and_the_box_shows_it_again(qtbot: QtBot, rail: Rail, desk: Desk) -> None:
    """The keyboard and the mouse do the same."""
    rail.select_place("figures")
    qtbot.keyClick(rail.list, Qt.Key.Key_Space)
    assert "figures" in desk.session.hidden()

    index = rail.list.currentIndex()
    box = rail.list.visualRect(index)
    qtbot.mouseClick(rail.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.left() + 16, box.center().y()))
    assert "figures" not in desk.session.hidden()


def test_alt_and_an_arrow_move_a_section(qtbot: QtBot, rail: Rail, desk: Desk) -> None:
    """A section goes up by one, stays selected, and does not go beyond the first place."""
    rail.select_place("quotes")
    before = desk.session.sections().index("quotes")
    qtbot.keyClick(rail.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert desk.session.sections().index("quotes") == before - 1
    assert rail.place == "quotes"
    for _ in range(20):
        qtbot.keyClick(rail.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert desk.session.sections()[0] == "quotes"


@pytest.mark.parametrize(("row", "place"), [(1, 0), (3, 1), (11, 9)])
def test_a_dropped_section_lies_where_the_line_was(rail: Rail, desk: Desk, row: int, place: int) -> None:
    """Dropped before a row, a section comes to stand there; its own gap is counted."""
    model = rail.list.model()
    cover = model.index(1, 0)
    data = model.mimeData([cover])
    model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, rail.list.rootIndex())

    assert desk.session.sections().index("cover") == place


def test_own_text_is_typed_and_taken_back_like_everything_else(qtbot: QtBot, rail: Rail, desk: Desk) -> None:
    """A new section is selected; what is typed is the brief's at once; undo brings the text of before back."""
    rail.add_section()
    editor = OwnSectionEditor(desk.session, ENGLISH)
    qtbot.addWidget(editor)
    editor.show_section(rail.place)
    editor.show()
    heading = part(editor, QLineEdit, "own-heading")
    text = part(editor, QPlainTextEdit, "own-text")
    heading.selectAll()
    qtbot.keyClicks(heading, "Talking points")
    qtbot.keyClicks(text, "One")
    (own,) = desk.session.draft.choices.own
    assert (own.heading, own.text) == ("Talking points", "One")

    desk.history.undo()
    assert text.toPlainText() == "On"
    text.selectAll()
    qtbot.mouseClick(part(editor, QToolButton, "own-bold"), Qt.MouseButton.LeftButton)
    assert desk.session.draft.choices.own[0].text == "**On**"

    text.setPlainText("10\u00a0000 €")
    assert desk.session.draft.choices.own[0].text == "10\u00a0000 €"

    qtbot.mouseClick(part(editor, QPushButton, "own-remove"), Qt.MouseButton.LeftButton)
    assert desk.session.draft.choices.own == ()
    assert rail.place == "review"


def test_every_decision_is_listed_in_words_and_can_be_taken_back(qtbot: QtBot, desk: Desk) -> None:
    """The latest first; taking one back leaves the others."""
    session = desk.session
    first, second = session.dossier.attendees[:2]
    session.decide("correct", Correct(fact=first, slot=Slot.MODE, value="remote"))
    session.decide("correct", Correct(fact=first, slot=Slot.COUNTRY, value=None))
    session.decide("merge", Merge(facts=(first, second)))
    session.decide("annotate", Annotate(fact=first, note="Check\nthis"))
    session.decide("move", Move(fact=session.dossier.quotes[2], after=None))
    desk.show()
    pane = AuditPane(session, ENGLISH)
    qtbot.addWidget(pane)
    words = [pane.list.model().index(row, 0).data() for row in range(5)]
    assert words[-1].endswith(ENGLISH.text("mode.remote"))
    assert words[-2].endswith(ENGLISH.text("window.not-stated"))
    assert second.name in words[2]
    assert words[1].endswith("Check this")

    pane.list.setCurrentIndex(pane.list.model().index(2, 0))
    qtbot.keyClick(pane.list, Qt.Key.Key_Delete)
    assert [type(one.act) for one in session.draft.decisions] == [Correct, Correct, Annotate, Move]


def test_a_change_that_touches_nothing_now_says_so(desk: Desk) -> None:
    """With its article unticked, a decision waits, and the list says that it does."""
    quote = desk.session.dossier.quotes[0]
    desk.session.decide("accept", Accept(fact=quote))
    desk.session.tick([quote.parts[0].article], False)
    desk.show()

    (line,) = Audit(desk.session).lines(ENGLISH)
    assert line.dormant
    assert line.words != Audit(desk.session).lines(Interface(locale="uk"))[0].words
