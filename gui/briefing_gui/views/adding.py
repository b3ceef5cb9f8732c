"""What must be asked before marked words become a fact."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from briefing.app import adding
from briefing.app.adding import Selection
from briefing.locale.interface import Interface
from briefing.model.article import Article
from briefing.model.decision import Add
from briefing.model.errors import UsageError
from briefing.model.facts import AttendeeKind, Fact, Kind, Mode
from briefing_gui.presenters.session import Session
from briefing_gui.views.naming import named

Marked = tuple[Article, int, int]
Then = Callable[[str], object]

_WIDTH = 52


class _Question(QDialog):
    """A small form over the words it is about; what it makes of them is the business of `make`."""

    def __init__(self, parent: QWidget, says: Interface, key: str, words: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName(f"ask-{key}")
        self.setWindowTitle(says.text(f"window.reader.{key}"))
        self.says = says
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        quoted = named(QLabel(words, wordWrap=True), "ask-words")
        quoted.setTextFormat(Qt.TextFormat.PlainText)
        quoted.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.trouble = named(QLabel(wordWrap=True), "ask-trouble")
        self.trouble.hide()
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self.buttons.button(standard.Ok).setText(says.text("window.reader.make"))
        self.buttons.button(standard.Cancel).setText(says.text("window.cancel"))
        self.buttons.rejected.connect(self.reject)
        self.buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(quoted)
        column.addLayout(self.form)
        column.addWidget(self.trouble)
        column.addWidget(self.buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH)

    def add(self, key: str, field: QWidget) -> None:
        """One more question."""
        label = self.says.text(key)
        field.setAccessibleName(label)
        self.form.addRow(label, field)

    def person(self, key: str, people: tuple[str, ...], proposed: str | None) -> QComboBox:
        """A question after somebody, whom the list has or not; empty for not stated."""
        field = named(QComboBox(editable=True), "ask-person")
        field.addItems(["", *people])
        field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        field.setEditText(proposed or "")
        line = field.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.says.text("window.not-stated"))
        self.add(key, field)
        return field

    def choice(self, key: str, words: str, values: tuple[str, ...], *, must: bool) -> QComboBox:
        """A question with a few answers; where one `must` be given, nothing can be made before it is."""
        field = named(QComboBox(), f"ask-{words}")
        for value in values:
            field.addItem(self.says.text(f"{words}.{value}"), value)
        if must:
            field.setPlaceholderText(self.says.text("window.choose"))
            field.setCurrentIndex(-1)
            ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
            ok.setEnabled(False)
            field.currentIndexChanged.connect(lambda place: ok.setEnabled(place >= 0))
        self.add(key, field)
        return field


def ask_quote(parent: QWidget, session: Session, says: Interface, marked: Marked, then: Then) -> None:
    """Asks whose the marked words are; the likeliest speaker is proposed."""
    selection = _selected(marked, marks=True)
    if selection is None:
        return
    question = _Question(parent, says, "quote", says.text("window.quoted", words=_words(selection)))
    proposed = adding.proposed_speaker(selection.article, selection, session.dossier)
    speaker = question.person("slot.speaker", _people(session), proposed)

    def made() -> Fact:
        return adding.quote(selection, speaker.currentText().strip() or None, session.dossier)

    _ask(question, session, "add-quote", made, then)


def ask_commitment(parent: QWidget, session: Session, says: Interface, marked: Marked, then: Then) -> None:
    """Asks what sort of commitment the marked words are: no kind is proposed, lest a request become a promise."""
    selection = _selected(marked)
    if selection is None:
        return
    question = _Question(parent, says, "commitment", _words(selection))
    kind = question.choice("slot.kind", "kind", tuple(Kind), must=True)
    actor = question.person("slot.actor", _people(session), None)

    def made() -> Fact:
        whose = actor.currentText().strip() or None
        return adding.commitment(selection, Kind(kind.currentData()), whose, session.dossier)

    _ask(question, session, "add-commitment", made, then)


def ask_attendee(parent: QWidget, session: Session, says: Interface, marked: Marked, then: Then) -> None:
    """Asks who the marked name is and how they took part."""
    selection = _selected(marked)
    if selection is None:
        return
    question = _Question(parent, says, "attendee", _words(selection))
    sort = question.choice("window.reader.sort", "window.reader.sort", tuple(AttendeeKind), must=False)
    mode = question.choice("slot.mode", "mode", tuple(Mode), must=True)
    role = named(QLineEdit(), "ask-role")
    role.setPlaceholderText(says.text("window.not-stated"))
    question.add("slot.role", role)

    def made() -> Fact:
        chosen = AttendeeKind(sort.currentData()), Mode(mode.currentData())
        return adding.attendee(selection, *chosen, role.text().strip() or None, session.dossier)

    _ask(question, session, "add-attendee", made, then)


def _ask(question: _Question, session: Session, name: str, make: Callable[[], Fact], then: Then) -> None:
    def add() -> None:
        try:
            fact = make()
        except UsageError as error:
            question.trouble.setText(question.says.error(error))
            question.trouble.show()
            return
        session.decide(name, Add(fact=fact))
        question.close()
        then(fact.id)

    # Only what could be made closes the question.
    question.buttons.accepted.disconnect(question.accept)
    question.buttons.accepted.connect(add)
    question.open()


def _selected(marked: Marked, *, marks: bool = False) -> Selection | None:
    try:
        return adding.select(*marked, marks=marks)
    except UsageError:
        return None


def _words(selection: Selection) -> str:
    return " ".join(" ".join(part.cut(selection.article.text) for part in selection.parts).split())


def _people(session: Session) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.name for row in session.dossier.attendees))
