"""The selected fact as a form: what it says slot by slot, and the editor's hand on it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing.locale.interface import Interface
from briefing.model.decision import Slot
from briefing.model.errors import BriefingError
from briefing.model.facts import Attendee, Fact, Quote
from briefing.model.span import Span, Written
from briefing_gui.presenters.card import Form, form_of
from briefing_gui.presenters.hand import Hand
from briefing_gui.presenters.session import Session
from briefing_gui.presenters.splitting import mentions_of
from briefing_gui.presenters.trimming import Trimming
from briefing_gui.views.fields import FieldRow, leaves
from briefing_gui.views.flow import FlowLayout
from briefing_gui.views.naming import named
from briefing_gui.views.sentence import Sentence
from briefing_gui.views.splitting import SplitDialog
from briefing_gui.views.standing import Standing
from briefing_gui.views.switch import Switch
from briefing_gui.views.trimming import TrimDialog


class Card(QScrollArea):
    """The form of one fact.

    `finished`: the keyboard is to go back to the list. `accept_requested`, `leave_out_requested`, `merge_requested`,
    `move_requested` (-1 up, 1 down): the list is to do it, which goes on to the next fact where that is the custom.
    """

    finished = Signal()
    accept_requested = Signal()
    leave_out_requested = Signal()
    merge_requested = Signal()
    move_requested = Signal(int)

    def __init__(self, session: Session, says: Interface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._says = session, says
        self._hand = Hand(session)
        self._fact_id: str | None = None
        self._form: Form | None = None
        self.rows: list[FieldRow] = []
        self.setObjectName("card")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QWidget(self)
        self._empty = Sentence(self._body, quiet=True)
        self._whole = QWidget(self._body)
        self._headline = named(Sentence(self._whole), "card-headline")
        self._standing = Standing(self._whole)
        self._buttons = QWidget(self._whole)
        self._trouble = Sentence(self._whole)
        self._fields = Switch(self._whole)
        self._forms: dict[tuple[Slot, ...], _Page] = {}
        self._note_label = Sentence(self._whole)
        self.note_field = named(QPlainTextEdit(self._whole), "card-note")
        self._noting = False
        self._past_label = Sentence(self._whole, quiet=True)
        self._past = QWidget(self._whole)
        self._make_buttons()
        self._assemble()
        stops = (
            session.shown.listen(self._refresh),
            session.drafted.listen(self._refresh),
            session.filed.listen(self._refresh),
        )
        self.destroyed.connect(lambda: [stop() for stop in stops])
        self.offer_merge(False)
        self.retranslate(says)

    def _make_buttons(self) -> None:
        line = FlowLayout(self._buttons)
        self.accept_button = named(QPushButton(self._buttons), "card-accept")
        self.leave_out_button = named(QPushButton(self._buttons), "card-leave-out")
        self.trim_button = named(QPushButton(self._buttons), "card-trim")
        self.split_button = named(QPushButton(self._buttons), "card-split")
        self.merge_button = named(QPushButton(self._buttons), "card-merge")
        self.note_button = named(QPushButton(self._buttons), "card-add-note")
        self.accept_button.clicked.connect(self.accept_requested)
        self.leave_out_button.clicked.connect(self.leave_out_requested)
        self.merge_button.clicked.connect(self.merge_requested)
        self.trim_button.clicked.connect(self.trim)
        self.split_button.clicked.connect(self.split)
        self.note_button.clicked.connect(self.note)
        for button in self._all_buttons():
            button.setAutoDefault(False)
            line.addWidget(button)

    def _all_buttons(self) -> tuple[QPushButton, ...]:
        return (
            self.accept_button,
            self.leave_out_button,
            self.trim_button,
            self.split_button,
            self.merge_button,
            self.note_button,
        )

    def _assemble(self) -> None:
        self._headline.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.note_field.setTabChangesFocus(True)
        self.note_field.setFixedHeight(self.fontMetrics().height() * 4)
        self.note_field.installEventFilter(self)
        self._note_label.setBuddy(self.note_field)
        past = QVBoxLayout(self._past)
        past.setContentsMargins(0, 0, 0, 0)
        past.setSpacing(2)
        inner = QVBoxLayout(self._whole)
        inner.setContentsMargins(8, 8, 8, 8)
        inner.setSpacing(8)
        self._trouble.hide()
        parts = (
            self._headline,
            self._standing,
            self._buttons,
            self._trouble,
            self._fields,
            self._note_label,
            self.note_field,
        )
        for part in (*parts, _rule(self._whole), self._past_label, self._past):
            inner.addWidget(part)
        inner.addStretch(1)
        outer = QVBoxLayout(self._body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._empty)
        outer.addWidget(self._whole)
        self.setWidget(self._body)

    # What the window asks for

    def show_fact(self, fact_id: str | None) -> None:
        """Shows a fact; none for `None` or an id that the dossier has not."""
        self._follow()
        if fact_id != self._fact_id:
            if self._at_hand() is None and any(row.is_typed_in for row in self.rows):
                # What is typed on must not become another fact's.
                self.finished.emit()
            self.flush()
            self._noting = False
            self._trouble.hide()
            self.verticalScrollBar().setValue(0)
        self._fact_id = fact_id or None
        self._refresh()

    def retranslate(self, says: Interface) -> None:
        """Puts every word into another language."""
        self._says = says
        self.setAccessibleName(says.text("window.card.title"))
        self._empty.setText(says.text("window.card.empty"))
        self.accept_button.setText(says.text("window.action.accept"))
        self.trim_button.setText(says.text("window.action.trim"))
        self.split_button.setText(says.text("window.action.split"))
        self.merge_button.setText(says.text("window.action.merge"))
        self.note_button.setText(says.text("window.action.note"))
        self._note_label.setText(says.text("window.card.note"))
        self._past_label.setText(says.text("window.card.past"))
        self._refresh()

    def offer_merge(self, can: bool) -> None:
        """Offers to merge, where several rows of a kind are selected."""
        self.merge_button.setVisible(can)

    def edit(self) -> None:
        """Brings the keyboard to the first field."""
        if self.rows and self._fields.isEnabled():
            editor = self.rows[0].editor
            editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
            line = editor if hasattr(editor, "selectAll") else editor.lineEdit()
            if line is not None:
                line.selectAll()
            self.ensureWidgetVisible(editor)

    def note(self) -> None:
        """Brings the keyboard to the note."""
        if self._form is None or self._session.read_only:
            return
        self._noting = True
        self._show_note()
        self.note_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(self.note_field)

    def trim(self) -> None:
        """Asks which words of the quotation are kept."""
        now = self._at_hand()
        whole = None if now is None else self._hand.uncut(now.id)
        if whole is None or not isinstance(now, Quote):
            return
        try:
            text = self._session.article(whole.parts[0].article).text
        except BriefingError as error:
            self._complain(error)
            return
        dialog = TrimDialog(Trimming(whole, now, text), self._says, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.kept.connect(partial(self._trim, now.id))
        dialog.open()

    def split(self) -> None:
        """Asks which mentions are somebody else's."""
        row = self._at_hand()
        if not isinstance(row, Attendee) or self._form is None or not self._form.can_split:
            return
        try:
            mentions = mentions_of(row, self._session.article)
        except BriefingError as error:
            self._complain(error)
            return
        dialog = SplitDialog(mentions, self._says, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(partial(self._split, row.id))
        dialog.open()

    def flush(self) -> None:
        """Says what is being typed before it is lost from sight."""
        if self._fact_id is None or self._session.read_only:
            return
        for row in self.rows:
            row.flush()
        self._keep_note()

    def _at_hand(self) -> Fact | None:
        """The fact, where it can be decided about."""
        return None if self._fact_id is None or self._session.read_only else self._hand.fact(self._fact_id)

    def _complain(self, error: BriefingError) -> None:
        self._trouble.setText(self._says.error(error))
        self._trouble.show()

    def _trim(self, fact_id: str, parts: tuple[Span, ...]) -> None:
        self._hand.trim(fact_id, parts)

    def _split(self, fact_id: str, names: tuple[Written, ...]) -> None:
        self._hand.split(fact_id, names)

    # What is shown

    def _follow(self) -> None:
        """Keeps to the fact, whatever its id is now, and to what is being typed about it."""
        now_called = None if self._fact_id is None else self._hand.stock.followed(self._fact_id)
        if now_called is None or now_called == self._fact_id:
            return
        for page in self._forms.values():
            page.fact = now_called if page.fact == self._fact_id else page.fact
        self._fact_id = now_called

    def _refresh(self) -> None:
        self._follow()
        fact = None if self._fact_id is None else self._hand.fact(self._fact_id)
        self._empty.setVisible(fact is None)
        self._whole.setVisible(fact is not None)
        if fact is None:
            self._form = None
            return
        form = form_of(fact, self._session.dossier, self._hand, self._says)
        says, editable = self._says, not self._session.read_only
        self._headline.setText(form.headline)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if form.named else QFont.Weight.Normal)
        self._headline.setFont(font)
        self._standing.show_standing(form.level, form.standing)
        self._show_fields(form)
        self.leave_out_button.setText(says.text("window.fact.restore" if form.left_out else "window.action.leave-out"))
        self.accept_button.setEnabled(editable and not form.accepted)
        self.trim_button.setVisible(form.can_trim)
        self.split_button.setVisible(form.can_split)
        for button in self._all_buttons()[1:]:
            button.setEnabled(editable)
        self._fields.setEnabled(editable)
        self.note_field.setReadOnly(not editable)
        before, self._form = self._form, form
        if not self.note_field.hasFocus() and (before is None or self._noted() != form.note):
            self.note_field.setPlainText(form.note)
        self._show_note()
        self._show_past(form, before, editable)

    def _show_fields(self, form: Form) -> None:
        """The rows of the form; those made for a fact serve every fact with the same slots."""
        slots = tuple(field.slot for field in form.fields)
        page = self._forms.get(slots)
        if page is None:
            page = self._forms[slots] = self._made(form)
            self._fields.addWidget(page.widget)
        fresh = page.fact != form.id
        page.fact, self.rows = form.id, page.rows
        for row, field in zip(page.rows, form.fields, strict=True):
            if fresh:
                row.editor.take()
            row.put(field, self._says)
        self._fields.show_only(page.widget)

    def _made(self, form: Form) -> _Page:
        page = QWidget(self._fields)
        layout = QFormLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows = [FieldRow(field, self._says, page) for field in form.fields]
        for row in rows:
            row.corrected.connect(partial(self._correct, row))
            row.taken_back.connect(partial(self._take_back_correction, row))
            row.left.connect(self.finished)
            layout.addRow(row.label, row)
        return _Page(widget=page, rows=rows)

    def _correct(self, row: FieldRow, value: str | None) -> None:
        if self._fact_id is not None:
            self._hand.correct(self._fact_id, row.field.slot, value, row.field.event)

    def _take_back_correction(self, row: FieldRow) -> None:
        if self._fact_id is None:
            return
        decision = self._hand.correction(self._fact_id, row.field.slot, row.field.event)
        if decision is not None:
            row.editor.take()
            self._session.take_back((decision.number,))
            row.editor.setFocus()

    def _show_note(self) -> None:
        shown = self._noting or bool(self._form and self._form.note) or self.note_field.hasFocus()
        self._note_label.setVisible(shown)
        self.note_field.setVisible(shown)

    def _keep_note(self) -> None:
        # Only what was typed: a note from elsewhere is not reworded by being looked at.
        if self._fact_id is not None and self._form is not None and self.note_field.document().isModified():
            self._hand.annotate(self._fact_id, self._noted().strip())
            self.note_field.document().setModified(False)

    def _noted(self) -> str:
        """The note letter by letter: the plain text has spaces where no line may break."""
        return self.note_field.document().toRawText().replace("\u2029", "\n")

    def _show_past(self, form: Form, before: Form | None, editable: bool) -> None:
        self._past_label.setVisible(bool(form.past))
        self._past.setVisible(bool(form.past))
        if before is not None and before.past == form.past and self._past.isEnabled() == editable:
            return
        self._past.setEnabled(editable)
        layout = self._past.layout()
        while layout is not None and (item := layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for past in form.past:
            line = QWidget(self._past)
            across = QHBoxLayout(line)
            across.setContentsMargins(0, 0, 0, 0)
            said = Sentence(line)
            said.setText(past.said)
            back = QToolButton(line)
            back.setAutoRaise(True)
            back.setText(self._says.text("window.card.take-back"))
            back.setAccessibleName(self._says.text("window.card.take-back.about", decision=past.said))
            back.clicked.connect(partial(self._session.take_back, (past.number,)))
            across.addWidget(said, 1)
            across.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
            if layout is not None:
                layout.addWidget(line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The note is kept when it is left; Escape leaves it as it was."""
        if watched is self.note_field:
            if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
                if event.key() == Qt.Key.Key_Escape:
                    self.note_field.setPlainText(self._form.note if self._form else "")
                    self._noting = False
                    self.finished.emit()
                    return True
            elif isinstance(event, QFocusEvent) and leaves(event):
                self._noting = False
                self._keep_note()
        return super().eventFilter(watched, event)


@dataclass(slots=True, kw_only=True)
class _Page:
    """The rows for some slots; `fact`: the one that they show."""

    widget: QWidget
    rows: list[FieldRow]
    fact: str = ""


def _rule(parent: QWidget) -> QFrame:
    rule = QFrame(parent)
    rule.setFrameShape(QFrame.Shape.NoFrame)
    rule.setFixedHeight(1)
    rule.setAutoFillBackground(True)
    rule.setBackgroundRole(QPalette.ColorRole.Mid)
    return rule
