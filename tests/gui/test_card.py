"""The card: slots typed over, one step each, and the questions it asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QSplitter, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from briefing.locale.interface import Interface, interface
from briefing.model.decision import Annotate, Correct, LeaveOut, Slot, Split, Trim, slots_of
from briefing.model.errors import NothingDone
from briefing.model.facts import Attendee, Kind, Mode, Quote
from briefing_gui.presenters.card import country_code
from briefing_gui.presenters.facts import all_facts, confidence
from briefing_gui.presenters.wording import certainty
from briefing_gui.views.card import Card
from briefing_gui.views.facts import FactsPane
from briefing_gui.views.fields import FieldRow
from briefing_gui.views.splitting import SplitDialog
from briefing_gui.views.trimming import TrimDialog
from tests.gui.seeded import Desk, desk

__all__ = ["desk"]

ENGLISH = Interface(locale="en")


@pytest.fixture
def card(desk: Desk, qtbot: QtBot) -> Card:
    """The card over the sample articles, shown; the dossier follows each decision at once."""
    desk.session.drafted.listen(desk.show)
    card = Card(desk.session, ENGLISH)
    qtbot.addWidget(card)
    card.resize(420, 700)
    with qtbot.waitExposed(card):
        card.show()
    card.activateWindow()
    return card


def person(desk: Desk, name: str) -> Attendee:
    """The attendee of that name."""
    return next(row for row in desk.session.dossier.attendees if row.name == name)


def row_of(card: Card, slot: Slot, number: int = 0) -> FieldRow:
    """The row of a slot, among several the one of that number."""
    return [row for row in card.rows if row.field.slot is slot][number]


def line_of(card: Card, slot: Slot) -> QLineEdit:
    """Where a slot is typed."""
    editor = row_of(card, slot).editor
    line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
    assert line is not None
    return line


def retype(qtbot: QtBot, line: QWidget, words: str, *keys: Qt.Key) -> None:
    """Types over what stands in a field, then presses keys."""
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    if words:
        qtbot.keyClicks(line, words)
    for key in keys:
        qtbot.keyClick(line, key)


def test_every_fact_has_a_form(card: Card, desk: Desk) -> None:
    """One row for each slot, for each event where somebody was at several; each named and labelled."""
    for fact in all_facts(desk.session.dossier):
        card.show_fact(fact.id)
        slots = [slot for slot in slots_of(fact) if slot is not Slot.MODE]
        assert [row.field.slot for row in card.rows if row.field.slot is not Slot.MODE] == slots
        if isinstance(fact, Attendee):
            assert {row.field.event for row in card.rows if row.field.slot is Slot.MODE} == {
                part.event for part in fact.attendances
            }
        assert all(row.isVisible() and row.label.text() and row.editor.accessibleName() for row in card.rows)
        assert all(row.editor.typed == row.field.shown for row in card.rows)


def test_typing_is_one_step_said_on_enter(card: Card, desk: Desk, qtbot: QtBot) -> None:
    """Not letter by letter; the keyboard goes back to the list, and what was found stands below the field."""
    card.show_fact(person(desk, "Rustem Umerov").id)
    line = line_of(card, Slot.ROLE)
    retype(qtbot, line, "Minister of  Defence")
    assert not desk.history.changes
    with qtbot.waitSignal(card.finished):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    (change,) = desk.history.changes
    assert change.name == "window.undo.correct"
    assert person(desk, "Rustem Umerov").roles[0].text == "Minister of Defence"
    row = row_of(card, Slot.ROLE)
    assert row._found.text() == "✎ as found: Minister of Defense"
    assert row._found.isVisible()
    assert "corrected" in row.editor.accessibleDescription()


def test_leaving_the_field_says_it_too(card: Card, desk: Desk, qtbot: QtBot) -> None:
    """Tab goes to the next field."""
    card.show_fact(person(desk, "Rustem Umerov").id)
    retype(qtbot, line_of(card, Slot.ORGANISATION), "Ministry of Defence", Qt.Key.Key_Tab)
    assert person(desk, "Rustem Umerov").organisation == "Ministry of Defence"
    focus = QApplication.focusWidget()
    country = row_of(card, Slot.COUNTRY).editor
    assert focus is country or (focus is not None and country.isAncestorOf(focus))


def test_escape_puts_back_what_was_there(card: Card, desk: Desk, qtbot: QtBot) -> None:
    """The first Escape the words, the second the keyboard."""
    card.show_fact(person(desk, "Rustem Umerov").id)
    line = line_of(card, Slot.NAME)
    retype(qtbot, line, "Somebody", Qt.Key.Key_Escape)
    assert line.text() == "Rustem Umerov"
    with qtbot.waitSignal(card.finished):
        qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not desk.history.changes


def test_back_to_what_was_found(card: Card, desk: Desk, qtbot: QtBot) -> None:
    """The button below a corrected field takes that decision back and no other."""
    card.show_fact(person(desk, "Rustem Umerov").id)
    retype(qtbot, line_of(card, Slot.ROLE), "Minister", Qt.Key.Key_Return)
    retype(qtbot, line_of(card, Slot.ORGANISATION), "Ministry", Qt.Key.Key_Return)
    row = row_of(card, Slot.ROLE)
    assert row.back.accessibleName() == "Role: back to “Minister of Defense”"
    row.back.click()
    after = person(desk, "Rustem Umerov")
    assert (after.roles[0].text, after.organisation) == ("Minister of Defense", "Ministry")
    assert line_of(card, Slot.ROLE).text() == "Minister of Defense"
    assert not row.back.isVisible()


def test_an_emptied_field_is_not_stated(card: Card, desk: Desk, qtbot: QtBot) -> None:
    """Except a name, which nobody goes without."""
    card.show_fact(person(desk, "Rustem Umerov").id)
    retype(qtbot, line_of(card, Slot.ROLE), "", Qt.Key.Key_Return)
    assert person(desk, "Rustem Umerov").roles == ()
    assert line_of(card, Slot.ROLE).placeholderText() == "not stated"
    steps = len(desk.history.changes)
    name = line_of(card, Slot.NAME)
    retype(qtbot, name, "", Qt.Key.Key_Return)
    assert len(desk.history.changes) == steps
    assert name.text() == "Rustem Umerov"
    assert row_of(card, Slot.NAME)._error.isVisible()


@pytest.mark.parametrize(
    ("locale", "typed", "code"),
    [
        ("en", "united kingdom", "GB"),
        ("uk", "Польща", "PL"),
        ("de", "frankreich", "FR"),
        ("fr", "de", "DE"),
        ("en", "Atlantis", None),
        ("en", "", None),
        ("en", "EU", None),
    ],
)
def test_a_country_is_known_by_its_name(locale: str, typed: str, code: str | None) -> None:
    """In the interface's language, whatever the case, or by its code."""
    assert country_code(typed, Interface(locale=locale)) == code


def test_a_country_is_typed_in_the_users_language(card: Card, desk: Desk, qtbot: QtBot) -> None:
    """What is kept is the code; a country that is none is told of next to the field."""
    card.retranslate(Interface(locale="uk"))
    card.show_fact(person(desk, "Lloyd Austin").id)
    line = line_of(card, Slot.COUNTRY)
    assert line.text() == "Сполучені Штати"
    line.setText("Атлантида")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert not desk.history.changes
    assert "Виберіть зі списку" in row_of(card, Slot.COUNTRY)._error.text()
    line.setText("канада")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert person(desk, "Lloyd Austin").country == "CA"
    assert line.text() == "Канада"
    assert not row_of(card, Slot.COUNTRY)._error.isVisible()


def test_a_mode_is_picked_for_the_event_it_is_about(card: Card, desk: Desk, qtbot: QtBot) -> None:
    """Arrows look through the modes, leaving the field says the one that is shown: one step, of that event alone."""
    card.show_fact(person(desk, "Rustem Umerov").id)
    second = row_of(card, Slot.MODE, 1)
    assert isinstance(second.editor, QComboBox)
    second.editor.setFocus()
    second.editor.setCurrentText("expected")
    qtbot.keyClick(second.editor, Qt.Key.Key_Up)
    qtbot.keyClick(second.editor, Qt.Key.Key_Up)
    assert not desk.history.changes
    qtbot.keyClick(second.editor, Qt.Key.Key_Return)
    (decision,) = desk.session.draft.decisions
    assert isinstance(decision.act, Correct)
    assert (decision.act.value, decision.act.event) == (Mode.REMOTE.value, second.field.event)
    assert row_of(card, Slot.MODE, 0).editor.typed == "in person"


def test_the_wheel_changes_no_fact(card: Card, desk: Desk) -> None:
    """Scrolling the card with the pointer over a list of modes leaves the mode alone."""
    card.show_fact(person(desk, "Rustem Umerov").id)
    editor = row_of(card, Slot.MODE).editor
    before = editor.typed
    at = QPointF(editor.rect().center())
    turn = QWheelEvent(
        at, editor.mapToGlobal(at), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(editor, turn)
    assert editor.typed == before
    assert not desk.history.changes


def test_the_speaker_is_proposed_from_the_people(card: Card, desk: Desk, qtbot: QtBot) -> None:
    """Those of the dossier come first, and a name that nobody has can be typed all the same."""
    quote = desk.session.dossier.quotes[0]
    card.show_fact(quote.id)
    editor = row_of(card, Slot.SPEAKER).editor
    assert isinstance(editor, QComboBox)
    names = [row.name for row in desk.session.dossier.attendees]
    assert [editor.itemText(place) for place in range(editor.count())] == names
    retype(qtbot, line_of(card, Slot.SPEAKER), "Rustem Umerov", Qt.Key.Key_Return)
    after = desk.session.dossier.quotes[0]
    assert (after.speaker, after.speaker_id) == ("Rustem Umerov", person(desk, "Rustem Umerov").id)
    retype(qtbot, line_of(card, Slot.SPEAKER), "A spokesman", Qt.Key.Key_Return)
    assert desk.session.dossier.quotes[0].speaker == "A spokesman"


def test_a_request_can_be_made_a_promise_by_the_editor_alone(card: Card, desk: Desk, qtbot: QtBot) -> None:
    """The kind is picked from the closed list, and the label of the actor follows it."""
    asked = next(one for one in desk.session.dossier.commitments if one.kind is Kind.REQUESTED)
    card.show_fact(asked.id)
    assert row_of(card, Slot.ACTOR).label.text() == "Who asks"
    kind = row_of(card, Slot.KIND).editor
    assert isinstance(kind, QComboBox)
    assert not kind.isEditable()
    kind.setFocus()
    kind.setCurrentText("pledged")
    qtbot.keyClick(kind, Qt.Key.Key_Return)
    assert next(one for one in desk.session.dossier.commitments if one.id == asked.id).kind is Kind.PLEDGED
    assert row_of(card, Slot.ACTOR).label.text() == "Who"


def test_what_is_typed_goes_to_the_fact_it_was_typed_at(card: Card, desk: Desk, qtbot: QtBot) -> None:
    """Another fact is selected while a field is open: the words are the first one's."""
    umerov, austin = person(desk, "Rustem Umerov"), person(desk, "Lloyd Austin")
    card.show_fact(umerov.id)
    retype(qtbot, line_of(card, Slot.ROLE), "Minister of Defence")
    card.show_fact(austin.id)
    assert person(desk, "Rustem Umerov").roles[0].text == "Minister of Defence"
    assert person(desk, "Lloyd Austin").roles == austin.roles
    assert line_of(card, Slot.ROLE).text() == austin.roles[0].text


def test_what_comes_in_meanwhile_does_not_touch_what_is_typed(card: Card, desk: Desk, qtbot: QtBot) -> None:
    """Facts of another article arrive while a field is open."""
    card.show_fact(person(desk, "Rustem Umerov").id)
    line = line_of(card, Slot.ROLE)
    retype(qtbot, line, "Minister of D")
    desk.show()
    assert line.text() == "Minister of D"
    qtbot.keyClicks(line, "efence")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert person(desk, "Rustem Umerov").roles[0].text == "Minister of Defence"


def test_between_a_correction_and_its_answer_the_correction_stands(desk: Desk, qtbot: QtBot) -> None:
    """The field shows what was said, not what the dossier still has."""
    card = Card(desk.session, ENGLISH)
    qtbot.addWidget(card)
    card.show()
    card.show_fact(person(desk, "Rustem Umerov").id)
    retype(qtbot, line_of(card, Slot.ROLE), "Minister of Defence", Qt.Key.Key_Return)
    assert person(desk, "Rustem Umerov").roles[0].text == "Minister of Defense"
    assert line_of(card, Slot.ROLE).text() == "Minister of Defence"
    assert not row_of(card, Slot.ROLE).back.isHidden()
    desk.history.undo()
    assert line_of(card, Slot.ROLE).text() == "Minister of Defense"


def test_undo_shows_at_once(card: Card, desk: Desk, qtbot: QtBot) -> None:
    """The field has what was there before."""
    card.show_fact(person(desk, "Rustem Umerov").id)
    retype(qtbot, line_of(card, Slot.NAME), "R. Umerov", Qt.Key.Key_Return)
    assert card._headline.text() == "R. Umerov"
    desk.history.undo()
    assert line_of(card, Slot.NAME).text() == card._headline.text() == "Rustem Umerov"


def test_each_decision_is_listed_and_can_be_taken_back(card: Card, desk: Desk, qtbot: QtBot) -> None:
    """The latest first; taking one back leaves the others."""
    row = person(desk, "Rustem Umerov")
    card.show_fact(row.id)
    retype(qtbot, line_of(card, Slot.ROLE), "Minister", Qt.Key.Key_Return)
    card._hand.leave_out([row.id])
    QApplication.processEvents()
    backs = [one for one in card._past.findChildren(QToolButton) if one.isVisible()]
    assert [one.accessibleName() for one in backs] == ["Take back: Left out", "Take back: Role: “Minister”"]
    assert card._standing._label.text().endswith("You have left this out; it is not printed.")
    assert card.leave_out_button.text() == "Take back in"
    backs[1].click()
    assert [type(one.act) for one in desk.session.draft.decisions] == [LeaveOut]


def test_certainty_is_said_in_words(card: Card, desk: Desk) -> None:
    """A sentence beside the bars; what the editor has accepted is not the program's guess any more."""
    row = person(desk, "Rustem Umerov")
    card.show_fact(row.id)
    assert card._standing._label.text() == interface("en").text(f"window.card.{certainty(confidence(row))}")
    card._hand.accept([row.id])
    assert card._standing._label.text() == "✓ You have accepted this."
    assert not card.accept_button.isEnabled()


def test_a_note_is_kept_when_it_is_left(card: Card, desk: Desk, qtbot: QtBot) -> None:
    """Several lines; Escape leaves what was there before."""
    quote = desk.session.dossier.quotes[0]
    card.show_fact(quote.id)
    assert not card.note_field.isVisible()
    card.note()
    assert card.note_field.hasFocus()
    qtbot.keyClicks(card.note_field, "Ask the embassy")
    assert not desk.history.changes
    qtbot.keyClick(card.note_field, Qt.Key.Key_Tab)
    (decision,) = desk.session.draft.decisions
    assert isinstance(decision.act, Annotate)
    assert decision.act.note == "Ask the embassy"
    card.note()
    qtbot.keyClicks(card.note_field, "xyz")
    qtbot.keyClick(card.note_field, Qt.Key.Key_Escape)
    assert card.note_field.toPlainText() == "Ask the embassy"
    assert len(desk.history.changes) == 1


def trim_dialog(card: Card, quote: Quote) -> TrimDialog:
    """The question about a quotation, opened."""
    card.show_fact(quote.id)
    card.trim()
    dialog = card.findChild(TrimDialog)
    assert dialog is not None
    return dialog


def press_button(dialog: TrimDialog | SplitDialog, words: str) -> None:
    """Presses the button that says this."""
    (button,) = (one for one in dialog.buttons.buttons() if one.text() == words)
    assert button.isEnabled()
    button.click()


def test_a_quotation_is_trimmed_by_its_ends(card: Card, desk: Desk, qtbot: QtBot) -> None:
    """Word by word with the keyboard; the preview shows the ellipsis, and what prints is cut from the article."""
    quote = desk.session.dossier.quotes[1]
    words = quote.text.split()
    dialog = trim_dialog(card, quote)
    assert not dialog.ends["start-earlier"].isEnabled()
    for _ in range(3):
        qtbot.keyClick(dialog.ends["start-later"], Qt.Key.Key_Space)
    qtbot.keyClick(dialog.ends["end-earlier"], Qt.Key.Key_Space)
    assert dialog.preview.text() == f"“… {' '.join(words[3:-1])} …”"
    press_button(dialog, "Trim")
    after = desk.session.dossier.quotes[1]
    assert after.text == " ".join(words[3:-1])
    text = desk.session.article(after.parts[0].article).text
    assert " ".join(after.parts[0].cut(text).split()) == after.text
    assert isinstance(desk.session.draft.decisions[0].act, Trim)


def test_the_words_that_are_selected_are_kept(card: Card, desk: Desk, qtbot: QtBot) -> None:
    """A selection with the mouse snaps to whole words; keeping all brings the whole quotation back."""
    quote = desk.session.dossier.quotes[1]
    words = quote.text.split()
    dialog = trim_dialog(card, quote)
    start = len(" ".join(words[:4])) + 2
    cursor = QTextCursor(dialog.words.document())
    cursor.setPosition(start)
    cursor.setPosition(start + len(" ".join(words[4:7])) - 2, QTextCursor.MoveMode.KeepAnchor)
    dialog.words.setTextCursor(cursor)
    qtbot.keyRelease(dialog.words, Qt.Key.Key_Shift)
    assert dialog.preview.text() == f"“… {' '.join(words[4:7])} …”"
    dialog.all.click()
    assert dialog.preview.text() == f"“{' '.join(words)}”"
    press_button(dialog, "Trim")
    assert not desk.session.draft.decisions


def test_a_row_is_split_by_its_mentions(card: Card, desk: Desk) -> None:
    """Each with its sentence; neither of the two is left without a mention."""
    row = person(desk, "Andriy Yermak")
    card.show_fact(row.id)
    card.split()
    dialog = card.findChild(SplitDialog)
    assert dialog is not None
    items = [dialog.list.item(number) for number in range(dialog.list.count())]
    assert all("“Andriy Yermak”" in item.text() for item in items)
    assert not dialog._do.isEnabled()
    for item in items:
        item.setCheckState(Qt.CheckState.Checked)
    assert not dialog._do.isEnabled()
    for item in items[1:]:
        item.setCheckState(Qt.CheckState.Unchecked)
    press_button(dialog, "Split")
    (decision,) = desk.session.draft.decisions
    assert isinstance(decision.act, Split)
    assert len([one for one in desk.session.dossier.attendees if one.name == "Andriy Yermak"]) == 2


def test_an_article_that_cannot_be_read_is_told_of(card: Card, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside the button, in words, until another fact is looked at."""

    def fail(_article: str) -> None:
        raise NothingDone("brief-damaged", path="a.brief")

    monkeypatch.setattr(desk.session, "article", fail)
    card.show_fact(desk.session.dossier.quotes[0].id)
    card.trim()
    assert card._trouble.isVisible()
    assert "a.brief" in card._trouble.text()
    card.show_fact(person(desk, "Andriy Yermak").id)
    assert not card._trouble.isVisible()
    card.split()
    assert card._trouble.isVisible()


def test_people_who_come_later_are_proposed_too(card: Card, desk: Desk) -> None:
    """The field of a speaker keeps proposing although it was made when there was nobody."""
    dossier = desk.session.dossier
    desk.session.show(replace(dossier, attendees=()), ())
    card.show_fact(dossier.quotes[0].id)
    desk.session.show(dossier, ())
    editor = row_of(card, Slot.SPEAKER).editor
    assert isinstance(editor, QComboBox)
    assert editor.count() == len(dossier.attendees)


def test_a_word_without_end_does_not_widen_the_card(card: Card, desk: Desk) -> None:
    """All of the form stays in sight."""
    row = replace(person(desk, "Rustem Umerov"), name="a" * 3000)
    desk.session.show(replace(desk.session.dossier, attendees=(row,)), ())
    card.show_fact(row.id)
    QApplication.processEvents()
    assert card._body.width() <= card.viewport().width()


def test_only_what_fits_a_fact_is_offered(card: Card, desk: Desk) -> None:
    """Trimming for quotations, splitting for people with several mentions, merging when several are selected."""
    card.show_fact(desk.session.dossier.quotes[0].id)
    assert (card.trim_button.isVisible(), card.split_button.isVisible()) == (True, False)
    card.show_fact(person(desk, "Andriy Yermak").id)
    assert (card.trim_button.isVisible(), card.split_button.isVisible()) == (False, True)
    card.trim()
    assert card.findChild(TrimDialog) is None
    assert not card.merge_button.isVisible()
    card.offer_merge(True)
    assert card.merge_button.isVisible()
    card.show_fact(None)
    assert not card._whole.isVisible()
    assert "Select a fact" in card._empty.text()
    card.note()
    card.edit()
    card.split()


def test_a_read_only_brief_shows_and_does_not_take(card: Card, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """All fields and buttons are off."""
    monkeypatch.setattr(type(desk.session), "read_only", property(lambda _self: True))
    card.show_fact(desk.session.dossier.quotes[0].id)
    assert not any(row.editor.isEnabled() for row in card.rows)
    assert not any(button.isEnabled() for button in card._all_buttons())
    card.trim()
    card.note()
    assert card.findChild(TrimDialog) is None
    assert not card.note_field.isVisible()


@pytest.mark.parametrize("locale", ["de", "en", "es", "fr", "pl", "pt_BR", "uk"])
def test_the_card_speaks_every_language(locale: str, card: Card, desk: Desk) -> None:
    """Without a restart, and without a key that shows through."""
    card.show_fact(person(desk, "Rustem Umerov").id)
    card._hand.correct(person(desk, "Rustem Umerov").id, Slot.ROLE, "Minister")
    card.retranslate(Interface(locale=locale))
    shown = [row.label.text() for row in card.rows] + [button.text() for button in card._all_buttons()]
    shown += [card._standing._label.text(), row_of(card, Slot.ROLE)._found.text(), card._past_label.text()]
    assert all(shown)
    assert not [words for words in shown if "window." in words or "slot." in words]


def test_list_and_card_work_together_by_keyboard(card: Card, desk: Desk, qtbot: QtBot) -> None:
    """Enter opens the first field, typing and Enter come back to the queue, A goes on to the next fact."""
    pane = FactsPane(desk.session, ENGLISH)
    qtbot.addWidget(pane)
    pane.fact_selected.connect(card.show_fact)
    pane.edit_requested.connect(card.edit)
    card.finished.connect(pane.focus_list)
    pane.show()
    pane.show_place("review")
    people = {row.id for row in desk.session.dossier.attendees}
    pane.select_fact(next(one for one in pane.model.ids if one in people))
    before = card.rows[0].field.shown
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    card.activateWindow()
    line = line_of(card, Slot.NAME)
    assert line.selectedText() == before
    qtbot.keyClicks(line, "Somebody Else")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert person(desk, "Somebody Else").id in pane.model.ids
    shown = card._fact_id
    qtbot.keyClick(pane.list, Qt.Key.Key_A)
    assert card._fact_id != shown


@pytest.fixture
def beside(desk: Desk, qtbot: QtBot) -> Iterator[tuple[FactsPane, Card]]:
    """The list and the card, made and tied as the window does: the list hears of a new dossier first."""
    pane, card = FactsPane(desk.session, ENGLISH), Card(desk.session, ENGLISH)
    whole = QSplitter()
    whole.addWidget(pane)
    whole.addWidget(card)
    qtbot.addWidget(whole)
    pane.fact_selected.connect(card.show_fact)
    card.finished.connect(pane.focus_list)
    with qtbot.waitExposed(whole):
        whole.show()
    whole.activateWindow()
    pane.show_place("attendees")
    yield pane, card
    whole.close()


def test_what_is_typed_stays_with_its_fact_when_its_id_changes(
    desk: Desk, beside: tuple[FactsPane, Card], qtbot: QtBot
) -> None:
    """An article that comes in meanwhile may give a person another id: the card and the list follow the person."""
    pane, card = beside
    dossier, seen = desk.session.dossier, person(desk, "Rustem Umerov")
    pane.select_fact(seen.id)
    line = line_of(card, Slot.ORGANISATION)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Security Cou")
    rows = tuple(replace(row, id="fuller") if row is seen else row for row in dossier.attendees)
    desk.session.show(replace(dossier, attendees=rows), ())
    assert pane.selected() == ("fuller",)
    assert line.text() == "Security Cou"
    qtbot.keyClicks(line, "ncil")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    (decision,) = desk.session.draft.decisions
    assert isinstance(decision.act, Correct)
    assert (decision.act.fact.id, decision.act.value) == ("fuller", "Security Council")


def test_what_is_typed_about_a_fact_that_goes_does_not_become_anothers(
    desk: Desk, beside: tuple[FactsPane, Card], qtbot: QtBot
) -> None:
    """The keyboard goes back to the list: what is typed on into the same field would be said of somebody else."""
    pane, card = beside
    dossier, seen = desk.session.dossier, person(desk, "Rustem Umerov")
    # Rows that take the very same fields.
    rows = tuple(row for row in dossier.attendees if len(row.attendances) == len(seen.attendances))
    desk.session.show(replace(dossier, attendees=rows), ())
    pane.select_fact(seen.id)
    line = line_of(card, Slot.NAME)
    line.setFocus()
    qtbot.keyClicks(line, "Ru")
    assert line.hasFocus()
    desk.session.show(replace(dossier, attendees=tuple(row for row in rows if row is not seen)), ())
    assert pane.selected()
    assert not line.hasFocus()
    assert desk.session.draft.decisions == ()


def test_a_note_is_not_reworded_by_being_looked_at(desk: Desk, card: Card) -> None:
    """A space at which no line may break is one still, and a note that nobody touched is no decision."""
    first, second = desk.session.dossier.attendees[:2]
    desk.session.decide("annotate", Annotate(fact=first, note="10\u00a0000\u00a0€ "))
    before = desk.session.draft
    card.show_fact(first.id)
    card.show_fact(second.id)
    assert desk.session.draft == before
