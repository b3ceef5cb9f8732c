"""The list of facts: its model, its rows, and the queue by keyboard alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from briefing.locale.interface import Interface
from briefing.model.decision import Accept, LeaveOut, Merge, Move
from briefing.model.facts import Attendee
from briefing_gui.models.facts import FACTS, FactModel
from briefing_gui.presenters.listing import Listing, Row
from briefing_gui.presenters.stock import Stock
from briefing_gui.views.facts import FactsPane
from briefing_gui.views.merging import MergeDialog
from tests.gui.seeded import Desk, desk, empty_desk

__all__ = ["desk", "empty_desk"]

ENGLISH = Interface(locale="en")
NOWHERE = QModelIndex()


class Some:
    """A listing of rows by number."""

    def __init__(self, ids: Sequence[str], word: str = "row") -> None:
        self.ids = tuple(ids)
        self._word = word
        self.seen: dict[str, Row] = {}

    def row(self, row_id: str) -> Row:
        """The row of that id."""
        return self.seen.setdefault(row_id, Row(id=row_id, kind="quotes", headline=f"{self._word} {row_id}", second=""))


def model_of(*ids: str) -> FactModel:
    """A model that shows these rows."""
    model = FactModel(lambda row: row.headline)
    model.show(Some(ids))  # type: ignore[arg-type]  # rows are all it asks for
    return model


@pytest.fixture
def pane(desk: Desk, qtbot: QtBot) -> FactsPane:
    """The pane over the sample articles, shown; the dossier follows each decision at once."""
    desk.session.drafted.listen(desk.show)
    pane = FactsPane(desk.session, ENGLISH)
    qtbot.addWidget(pane)
    pane.resize(420, 600)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.focus_list()
    return pane


def headlines(pane: FactsPane) -> list[str]:
    """What the rows are called."""
    return [pane.model.index(row).data() for row in range(pane.model.rowCount())]


def current(pane: FactsPane) -> str:
    """The id of the row that has the keyboard."""
    return pane.model.ids[pane.list.currentIndex().row()]


def press(qtbot: QtBot, pane: FactsPane, *keys: Qt.Key) -> None:
    """Presses keys in the list."""
    for key in keys:
        qtbot.keyClick(pane.list, key)


# The model


def test_the_model_keeps_qts_rules(desk: Desk, qtmodeltester: ModelTester) -> None:
    """While rows come, go and change places."""
    model = FactModel(lambda row: row.headline)
    qtmodeltester.check(model)
    stock = Stock(desk.session)
    for place, search in (("quotes", ""), ("quotes", "ukraine"), ("review", ""), ("review", "umerov"), ("review", "")):
        model.show(Listing(stock, place, ENGLISH, search))
    model.clear()


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), unique=True), min_size=2, max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_rows_follow_any_change_and_so_does_whoever_points_at_them(qapp: QApplication, steps: list[list[str]]) -> None:
    """After each change the rows are those asked for, and a pointer stays with its row until that goes."""
    del qapp
    model = model_of(*steps[0])
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    for before, after in pairwise(steps):
        pointers = {one: QPersistentModelIndex(model.place(one)) for one in before}
        model.show(Some(after))  # type: ignore[arg-type]  # rows are all it asks for
        assert list(model.ids) == after
        assert [model.index(row).data() for row in range(model.rowCount())] == [f"row {one}" for one in after]
        for one, pointer in pointers.items():
            assert pointer.isValid() == (one in after)
            assert not pointer.isValid() or model.ids[pointer.row()] == one
    assert not resets


def test_only_rows_that_changed_are_told_of(qtbot: QtBot) -> None:
    """What is not looked at is not even worded."""
    model = model_of("a", "b", "c")
    assert model.index(1).data() == "row b"
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last, _roles: told.append((first.row(), last.row())))
    same = Some(("a", "b", "c"))
    model.show(same)  # type: ignore[arg-type]  # rows are all it asks for
    assert told == []
    assert set(same.seen) == {"b"}
    with qtbot.waitSignal(model.dataChanged):
        model.show(Some(("a", "b", "c"), word="other"))  # type: ignore[arg-type]  # rows are all it asks for
    assert told == [(1, 1)]


@pytest.mark.parametrize(
    ("dragged", "row", "expected"),
    [
        (("d",), 1, (["d"], "a")),
        (("d",), 0, (["d"], None)),
        (("a", "c"), 4, (["a", "c"], "d")),
        (("a", "c"), -1, (["a", "c"], "d")),
        (("b",), 1, None),
        (("b",), 2, None),
        (("gone",), 0, None),
    ],
)
def test_rows_are_dropped_between_others(
    dragged: Sequence[str], row: int, expected: tuple[list[str], str | None] | None, qapp: QApplication
) -> None:
    """What is dropped comes behind the row above; onto its own place it is no move."""
    del qapp
    model = model_of("a", "b", "c", "d")
    moves: list[tuple[list[str], str | None]] = []
    model.moved = lambda ids, after: moves.append((list(ids), after))
    data = QMimeData()
    data.setData(FACTS, "\n".join(dragged).encode())
    assert model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, NOWHERE) == (expected is not None)
    assert moves == ([] if expected is None else [expected])


def test_nothing_is_dragged_where_the_order_is_not_the_users(qapp: QApplication) -> None:
    """Without a hand to move them rows are not dragged, and foreign data are never taken."""
    del qapp
    model = model_of("a", "b")
    data = model.mimeData([model.index(1), model.index(0)])
    assert bytes(data.data(FACTS).data()) == b"a\nb"
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, NOWHERE)
    model.moved = lambda _ids, _after: None
    assert model.flags(model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert not model.dropMimeData(QMimeData(), Qt.DropAction.MoveAction, 0, 0, NOWHERE)


# The queue by keyboard


def test_the_queue_is_worked_through_by_keyboard_alone(pane: FactsPane, desk: Desk, qtbot: QtBot) -> None:
    """A accepts and X leaves out, each goes on to the next, and the count falls."""
    pane.show_place("review")
    first, second, third = pane.model.ids[:3]
    total = len(pane.model.ids)
    assert current(pane) == first
    press(qtbot, pane, Qt.Key.Key_A, Qt.Key.Key_X)
    assert current(pane) == third
    assert pane.selected() == (third,)
    assert [type(one.act) for one in desk.session.draft.decisions] == [Accept, LeaveOut]
    assert desk.session.dossier.marks[first].accepted
    assert desk.session.dossier.marks[second].left_out
    assert pane._count.text() == f"{total - 2} of {total} left to review"
    assert tuple(pane.model.ids[:3]) == (first, second, third)


def test_the_queue_ends_when_everything_is_judged(pane: FactsPane, qtbot: QtBot) -> None:
    """The last fact stays at hand, and the heading says that nothing is left."""
    pane.show_place("review")
    press(qtbot, pane, *([Qt.Key.Key_A] * len(pane.model.ids)))
    assert pane._count.text() == "Everything has been reviewed"
    assert len(pane.selected()) == 1


def test_in_a_section_accepting_stays_where_it_is(pane: FactsPane, qtbot: QtBot) -> None:
    """Only the queue goes on by itself; X on what is left out takes it back in."""
    pane.show_place("quotes")
    first = current(pane)
    press(qtbot, pane, Qt.Key.Key_X)
    assert current(pane) == first
    assert pane._hand.is_left_out(first)
    press(qtbot, pane, Qt.Key.Key_Delete)
    assert not pane._hand.is_left_out(first)


def test_keys_of_a_cyrillic_keyboard_do_the_same(pane: FactsPane, desk: Desk) -> None:
    """The letter that is on the same key; other letters do nothing."""
    pane.show_place("review")
    for letter in "ФЧЖ":
        event = QKeyEvent(QEvent.Type.KeyPress, ord(letter), Qt.KeyboardModifier.NoModifier, letter.lower())
        QApplication.sendEvent(pane.list, event)
    assert [type(one.act) for one in desk.session.draft.decisions] == [Accept, LeaveOut]


def test_enter_asks_for_the_card(pane: FactsPane, qtbot: QtBot) -> None:
    """So do the other questions that the card answers."""
    pane.show_place("attendees")
    with qtbot.waitSignal(pane.edit_requested):
        press(qtbot, pane, Qt.Key.Key_Return)
    for signal, ask in (
        (pane.trim_requested, pane.trim),
        (pane.split_requested, pane.split),
        (pane.note_requested, pane.note),
    ):
        with qtbot.waitSignal(signal):
            ask()


def test_next_and_previous_stop_at_the_ends(pane: FactsPane) -> None:
    """They walk row by row."""
    pane.show_place("figures")
    ids = pane.model.ids
    pane.previous()
    assert current(pane) == ids[0]
    for _ in range(len(ids) + 2):
        pane.next()
    assert current(pane) == ids[-1]


# What is selected


def test_selection_and_place_survive_a_change(pane: FactsPane, desk: Desk) -> None:
    """A fact that the worker finds anew, with all rows told again, stays selected where it was on the screen."""
    pane.show_place("review")
    pane._go(pane.model.ids[30])
    bar = pane.list.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before, chosen = bar.value(), current(pane)
    said: list[str] = []
    pane.fact_selected.connect(said.append)
    desk.session.show(replace(desk.session.dossier), ())
    assert (bar.value(), current(pane), pane.selected(), said) == (before, chosen, (chosen,), [])


def test_each_place_remembers_its_fact(pane: FactsPane) -> None:
    """Whoever comes back finds selected what was selected."""
    pane.show_place("attendees")
    pane.next()
    chosen = current(pane)
    pane.show_place("quotes")
    assert current(pane) != chosen
    pane.show_place("attendees")
    assert current(pane) == chosen


def test_a_place_without_facts_selects_none(pane: FactsPane, qtbot: QtBot) -> None:
    """It says where its words come from instead."""
    pane.show_place("quotes")
    with qtbot.waitSignal(pane.fact_selected) as told:
        pane.show_place("sources")
    assert told.args == [""]
    assert pane._empty.isVisible()
    assert "made from the others" in pane._empty.text()
    assert not pane.search.isVisible()


def test_a_fact_asked_for_elsewhere_is_shown_at_home(pane: FactsPane, desk: Desk, qtbot: QtBot) -> None:
    """A click in the pages goes to the section that prints the fact, and tells the rail; a search gives way."""
    pane.show_place("attendees")
    pane.search.setText("nobody")
    quote = desk.session.dossier.quotes[4].id
    with qtbot.waitSignal(pane.place_wanted) as told:
        pane.select_fact(quote)
    assert told.args == ["quotes"]
    assert (pane.place, current(pane), pane.search.text()) == ("quotes", quote, "")
    pane.select_fact("gone")
    assert current(pane) == quote


def test_a_fact_that_goes_gives_its_place_to_another(pane: FactsPane, desk: Desk) -> None:
    """Unticking its article leaves no card of a fact that is not there."""
    pane.show_place("attendees")
    article = desk.session.dossier.attendees[0].names[0].span.article
    pane.select_fact(desk.session.dossier.attendees[0].id)
    desk.session.tick([article], False)
    desk.session.tick([one.id for one in desk.session.dossier.articles], False)
    assert pane.model.rowCount() == 0 or current(pane) in pane.model.ids


# Searching


def test_the_search_narrows_as_one_types(pane: FactsPane, qtbot: QtBot) -> None:
    """Down goes to the list, Escape brings all rows back."""
    pane.show_place("attendees")
    total = len(pane.model.ids)
    pane.look()
    qtbot.keyClicks(pane.search, "umerov")
    assert headlines(pane) == ["Rustem Umerov"]
    qtbot.keyClick(pane.search, Qt.Key.Key_Down)
    assert pane.list.hasFocus()
    assert pane.selected() == tuple(pane.model.ids)
    pane.look()
    qtbot.keyClick(pane.search, Qt.Key.Key_Escape)
    assert len(pane.model.ids) == total
    pane.look()
    qtbot.keyClicks(pane.search, "zzz")
    assert "Escape" in pane._empty.text()
    assert pane._empty.isVisible()


# Moving and merging


def test_rows_are_moved_by_keyboard(pane: FactsPane, desk: Desk) -> None:
    """Up and down by one; the row stays selected, and at the end nothing happens."""
    pane.show_place("quotes")
    ids = list(pane.model.ids)
    pane.move_up()
    assert not desk.session.draft.decisions
    pane.move_down()
    assert list(pane.model.ids)[:2] == [ids[1], ids[0]]
    assert current(pane) == ids[0]
    pane.move_up()
    assert list(pane.model.ids) == ids
    assert [type(one.act) for one in desk.session.draft.decisions] == [Move]


def test_several_rows_are_moved_as_one(pane: FactsPane) -> None:
    """Those selected keep together."""
    pane.show_place("quotes")
    ids = list(pane.model.ids)
    selection = pane.list.selectionModel()
    for row in (2, 4):
        selection.select(pane.model.index(row), QItemSelectionModel.SelectionFlag.Select)
    selection.select(pane.model.index(0), QItemSelectionModel.SelectionFlag.Deselect)
    pane.move_up()
    assert list(pane.model.ids)[:6] == [ids[0], ids[2], ids[4], ids[1], ids[3], ids[5]]
    assert set(pane.selected()) == {ids[2], ids[4]}


def test_nothing_moves_in_the_queue_or_under_a_search(pane: FactsPane, desk: Desk) -> None:
    """There the order is not that of print."""
    pane.show_place("review")
    pane.move_down()
    pane.show_place("quotes")
    pane.search.setText("ukraine")
    pane.move_down()
    assert not desk.session.draft.decisions


def test_merging_asks_which_row_lends_its_name(pane: FactsPane, desk: Desk, qtbot: QtBot) -> None:
    """The fullest is proposed, and the one that is chosen comes first; one row alone cannot be merged."""
    pane.show_place("attendees")
    press(qtbot, pane, Qt.Key.Key_M)
    assert pane._hint.isVisible()
    names = headlines(pane)
    austin, umerov = names.index("Lloyd Austin"), names.index("Rustem Umerov")
    selection = pane.list.selectionModel()
    with qtbot.waitSignal(pane.mergeable_changed, check_params_cb=bool):
        for row in (austin, umerov):
            selection.select(pane.model.index(row), QItemSelectionModel.SelectionFlag.Select)
        selection.select(pane.model.index(0), QItemSelectionModel.SelectionFlag.Deselect)
    press(qtbot, pane, Qt.Key.Key_M)
    dialog = pane.findChild(MergeDialog)
    assert dialog is not None
    assert [option.text() for option in dialog.options] == ["Rustem Umerov", "Lloyd Austin"]
    assert dialog.options[0].isChecked()
    dialog.options[1].setChecked(True)
    (button,) = (one for one in dialog.buttons.buttons() if one.text() == "Merge")
    button.click()
    (decision,) = desk.session.draft.decisions
    assert isinstance(decision.act, Merge)
    assert [row.name for row in decision.act.facts if isinstance(row, Attendee)] == ["Lloyd Austin", "Rustem Umerov"]
    assert headlines(pane).count("Lloyd Austin") == 1
    assert "Rustem Umerov" not in headlines(pane)
    assert pane.model.index(pane.list.currentIndex().row()).data() == "Lloyd Austin"


def test_a_merge_that_is_thought_better_of_changes_nothing(pane: FactsPane, desk: Desk, qtbot: QtBot) -> None:
    """Escape closes the question."""
    pane.show_place("attendees")
    pane.list.selectAll()
    pane.merge()
    dialog = pane.findChild(MergeDialog)
    assert dialog is not None
    assert dialog.buttons.button(QDialogButtonBox.StandardButton.Ok) is None
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not desk.session.draft.decisions


# What it looks like


def test_a_brief_without_articles_says_what_to_do(empty_desk: Desk, qtbot: QtBot) -> None:
    """Each place has its own words for emptiness."""
    pane = FactsPane(empty_desk.session, ENGLISH)
    qtbot.addWidget(pane)
    said = []
    for place in ("review", "attendees", "glance", "disagreements"):
        pane.show_place(place)
        said.append(pane._empty.text())
    assert len(set(said)) == 4
    assert "Add articles" in said[1]
    pane.accept()
    pane.merge()
    pane.next()
    assert not empty_desk.session.draft.decisions


@pytest.mark.parametrize("locale", ["de", "en", "es", "fr", "pl", "pt_BR", "uk"])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_rows_are_painted_in_every_language_and_direction(
    locale: str, direction: Qt.LayoutDirection, pane: FactsPane, qtbot: QtBot
) -> None:
    """Not one blank row, and what is left out, accepted, corrected or annotated looks different."""
    QApplication.setLayoutDirection(direction)
    pane.retranslate(Interface(locale=locale))
    pane.show_place("review")
    plain = pane.list.grab().toImage()
    first = pane.model.ids[0]
    pane._hand.annotate(first, "note")
    noted = pane.list.grab().toImage()
    assert noted != plain
    press(qtbot, pane, Qt.Key.Key_X)
    pane._go(first)
    assert pane.list.grab().toImage() != noted
    assert pane._title.text() == Interface(locale=locale).text("window.rail.review")


def test_those_who_hear_the_list_hear_everything(pane: FactsPane, qtbot: QtBot) -> None:
    """Headline, details, kind, certainty and what the editor did, in one line."""
    pane.show_place("review")
    index = pane.list.currentIndex()
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith(index.data())
    assert said.endswith("doubtful")
    press(qtbot, pane, Qt.Key.Key_X)
    assert pane.model.index(index.row()).data(Qt.ItemDataRole.AccessibleTextRole).endswith("left out")
    assert pane.list.accessibleName()
    assert "A accepts" in pane.list.accessibleDescription()


def test_hostile_words_are_painted(pane: FactsPane, desk: Desk) -> None:
    """Control characters, turned directions, half characters and endless words in a name do no harm."""
    dossier = desk.session.dossier
    names = ("\u202eevil\u202c", "a" * 100_000, "\ud83d", "\x00\x1b[31m", "🙂 " * 500, "עברית and Latin", "<b>&amp;")
    rows = tuple(
        replace(row, id=f"x{number}", name=name)
        for number, (row, name) in enumerate(zip(dossier.attendees, names, strict=False))
    )
    pane.show_place("attendees")
    desk.session.show(replace(dossier, attendees=rows), ())
    assert len(pane.model.ids) == len(names)
    assert not pane.list.grab().isNull()


def test_the_menu_offers_what_fits(pane: FactsPane, qtbot: QtBot) -> None:
    """Trimming for a quotation, splitting for a row of people, moving only where there is an order."""
    offered = {}
    for place in ("quotes", "attendees", "review"):
        pane.show_place(place)
        pane._menu(pane.list.visualRect(pane.list.currentIndex()).center())
        menu = pane.findChild(QMenu)
        assert menu is not None
        offered[place] = {action.text() for action in menu.actions() if action.text()}
        menu.close()
        qtbot.waitUntil(lambda: pane.findChild(QMenu) is None)
    up = ENGLISH.text("window.action.move-up")
    assert up in offered["quotes"] & offered["attendees"]
    assert up not in offered["review"]
    assert ENGLISH.text("window.action.trim") in offered["quotes"] - offered["attendees"]
    assert ENGLISH.text("window.action.split") in offered["attendees"] - offered["quotes"]


def test_a_read_only_brief_can_be_looked_at_only(
    pane: FactsPane, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows are selected and searched; nothing can be decided or dragged."""
    monkeypatch.setattr(type(desk.session), "read_only", property(lambda _self: True))
    desk.session.filed.tell()
    pane.show_place("quotes")
    press(qtbot, pane, Qt.Key.Key_Down, Qt.Key.Key_A, Qt.Key.Key_X, Qt.Key.Key_M)
    pane.move_down()
    assert not desk.session.draft.decisions
    assert not pane.can_change()
    assert current(pane) == pane.model.ids[1]
    assert not pane.model.flags(pane.model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
