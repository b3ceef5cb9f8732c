"""The reader: words marked where they stand, and facts made of marked words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

from briefing.locale.interface import Interface
from briefing.model.article import Article, Region, RegionKind
from briefing.model.decision import Correct, Slot
from briefing.model.facts import Kind, Mode
from briefing_gui.presenters.reader import SENTENCE, Utf16, page, sources, tints
from briefing_gui.views.reader import Reader
from tests.gui.seeded import Desk, desk, part

__all__ = ["desk"]

ENGLISH = Interface(locale="en")


def _article(text: str, *regions: tuple[int, int, RegionKind]) -> Article:
    made = tuple(
        Region(start=start, end=end, kind=kind, reason="counter" if kind is RegionKind.JUNK else None)
        for start, end, kind in regions
    )
    return Article(id="a", path="a.txt", text=text, regions=made)


@given(st.text(alphabet="a🙂é\u0301\n", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_what_is_shown_leads_back_to_the_article(text: str, one: int, other: int) -> None:
    """Any stretch of the article found on the page, in Qt's own count, leads back to exactly that stretch."""
    article = _article(text, *([(0, len(text), RegionKind.BODY)] if text else []))
    shown = page(article, junk=False)
    utf16 = Utf16(shown.text)
    start, end = sorted((min(one, len(text)), min(other, len(text))))

    for first, last in shown.shown(start, end):
        assert (utf16.of(first), utf16.of(last)) == tuple(
            len(shown.text[:place].encode("utf-16-le")) // 2 for place in (first, last)
        )
        back = utf16.back(utf16.of(first)), utf16.back(utf16.of(last))
        assert shown.of_article(*back) == (start, end)


def test_junk_is_shown_only_when_asked_for() -> None:
    """What is not the article stays away, and what is keeps its place in the text."""
    text = "Home > News\nMinisters met.\n12 shares"
    article = _article(text, (0, 11, RegionKind.JUNK), (12, 26, RegionKind.BODY), (27, 36, RegionKind.JUNK))

    assert page(article, junk=False).text == "Ministers met.\n"
    assert page(article, junk=True).text == "Home > News\nMinisters met.\n12 shares\n"
    assert list(page(article, junk=False).shown(12, 21)) == [(0, 9)]
    assert list(page(article, junk=False).shown(0, 5)) == []


def test_letters_that_cannot_be_drawn_keep_their_place() -> None:
    """A lone surrogate and a control character are one mark each, so that all behind them stays where it is."""
    text = "a\ud800b\x07c"
    shown = page(_article(text, (0, 5, RegionKind.BODY)), junk=False)

    assert shown.text == "a\ufffdb c\n"
    assert shown.of_article(4, 5) == (4, 5)


def test_every_slot_of_a_fact_is_marked_in_its_own_words(desk: Desk) -> None:
    """The marks of every fact of the samples cut the very words of the fact out of the article."""
    articles = {article: desk.session.article(article) for article in desk.session.draft.articles}
    for quote in desk.session.dossier.quotes:
        (article, *_) = sources(quote)
        marks = tints(quote, article)
        assert marks[0].slot == SENTENCE
        words = " ".join(articles[article].text[m.start : m.end] for m in marks if m.slot == "words")
        assert words.split() == quote.text.split()
    for commitment in desk.session.dossier.commitments:
        slots = {mark.slot for mark in tints(commitment, sources(commitment)[0])}
        assert {"words", "kind"} & slots


def test_the_editors_words_are_not_looked_for_in_the_source(desk: Desk) -> None:
    """A role that the editor wrote is in no article, so nothing is marked for it."""
    row = next(row for row in desk.session.dossier.attendees if "Umerov" in row.name)
    desk.session.decide("correct", Correct(fact=row, slot=Slot.ROLE, value="Secretary"))
    desk.show()
    changed = next(row for row in desk.session.dossier.attendees if "Umerov" in row.name)

    assert changed.roles[0].text == "Secretary"
    cut = {
        desk.session.article(one).text[mark.start : mark.end]
        for one in sources(changed)
        for mark in tints(changed, one)
        if mark.slot == "role"
    }
    assert "Secretary" not in cut


def _reader(qtbot: QtBot, desk: Desk) -> Reader:
    reader = Reader(desk.session, ENGLISH)
    qtbot.addWidget(reader)
    reader.resize(460, 300)
    reader.show()
    qtbot.waitExposed(reader)
    return reader


def test_selecting_a_fact_brings_its_words_into_view(qtbot: QtBot, desk: Desk) -> None:
    """The marked words are on screen, and the legend names their slots."""
    reader = _reader(qtbot, desk)
    fact = desk.session.dossier.commitments[-1]
    reader.show_fact(fact.id)

    selections = reader.text.extraSelections()
    marked = {selection.cursor.selectedText() for selection in selections}
    assert any(fact.words.text.split()[0] in words for words in marked)
    qtbot.waitUntil(
        lambda: any(
            0 <= reader.text.cursorRect(selection.cursor).top() <= reader.text.viewport().height()
            for selection in selections
        )
    )
    assert reader._legend.isVisible()
    assert reader._legend.accessibleDescription()


def _mark(reader: Reader, words: str) -> None:
    cursor = reader.text.document().find(words)
    assert not cursor.isNull()
    reader.text.setTextCursor(cursor)


def _question(reader: Reader) -> QDialog:
    return next(one for one in reader.findChildren(QDialog) if one.isVisible())


def _press(qtbot: QtBot, question: QDialog, which: QDialogButtonBox.StandardButton) -> None:
    buttons = question.findChild(QDialogButtonBox)
    assert buttons is not None
    qtbot.mouseClick(buttons.button(which), Qt.MouseButton.LeftButton)


def test_marked_words_become_a_quotation_of_whom_the_editor_says(qtbot: QtBot, desk: Desk) -> None:
    """Quote this, with another speaker than proposed: the quotation is there, verbatim, and the editor's."""
    reader = _reader(qtbot, desk)
    article = desk.session.draft.articles[0]
    reader.show_article(article)
    _mark(reader, "around 250 defense companies")
    added: list[str] = []
    reader.fact_added.connect(added.append)
    qtbot.mouseClick(part(reader, QPushButton, "reader-quote"), Qt.MouseButton.LeftButton)
    question = _question(reader)
    person = part(question, QComboBox, "ask-person")
    person.setEditText("Rustem Umerov")
    _press(qtbot, question, QDialogButtonBox.StandardButton.Ok)
    desk.show()

    quote = next(quote for quote in desk.session.dossier.quotes if quote.id in added)
    assert quote.text == "around 250 defense companies"
    assert quote.speaker == "Rustem Umerov"
    assert quote.speaker_id is not None
    assert desk.session.dossier.marks[quote.id].added


def test_a_commitment_needs_a_kind(qtbot: QtBot, desk: Desk) -> None:
    """No kind is proposed, so nothing can be added before one is chosen: a request must not become a promise."""
    reader = _reader(qtbot, desk)
    reader.show_article(desk.session.draft.articles[0])
    _mark(reader, "around 250 defense companies")
    reader.commitment_selection()
    question = _question(reader)
    buttons = question.findChild(QDialogButtonBox)
    kind = part(question, QComboBox, "ask-kind")
    assert buttons is not None
    assert not buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    kind.setCurrentIndex(kind.findData(Kind.REQUESTED))
    _press(qtbot, question, QDialogButtonBox.StandardButton.Ok)
    desk.show()

    assert [one.kind for one in desk.session.dossier.commitments if desk.session.dossier.marks.get(one.id)] == [
        Kind.REQUESTED
    ]


def test_a_marked_name_becomes_an_attendee(qtbot: QtBot, desk: Desk) -> None:
    """With its mode and role; cancelled, nothing happens."""
    reader = _reader(qtbot, desk)
    reader.show_article(desk.session.draft.articles[0])
    _mark(reader, "Defense ministers")
    reader.attendee_selection()
    _press(qtbot, _question(reader), QDialogButtonBox.StandardButton.Cancel)
    assert desk.session.draft.decisions == ()

    reader.attendee_selection()
    question = _question(reader)
    mode = part(question, QComboBox, "ask-mode")
    mode.setCurrentIndex(mode.findData(Mode.IN_PERSON))
    _press(qtbot, question, QDialogButtonBox.StandardButton.Ok)
    desk.show()

    added = [row for row in desk.session.dossier.attendees if desk.session.dossier.marks.get(row.id)]
    assert [(row.name, row.attendances[0].mode) for row in added] == [("Defense ministers", Mode.IN_PERSON)]


def test_without_marked_words_there_is_nothing_to_make(qtbot: QtBot, desk: Desk) -> None:
    """The buttons wait for a selection."""
    reader = _reader(qtbot, desk)
    reader.show_article(desk.session.draft.articles[0])
    button = part(reader, QPushButton, "reader-quote")
    assert not button.isEnabled()
    reader.text.moveCursor(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor)
    assert button.isEnabled()
