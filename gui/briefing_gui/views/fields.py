"""The fields of the card: what a slot says, to be typed over; said when the field is left, not letter by letter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing.locale.interface import Interface
from briefing.model.decision import Slot
from briefing_gui.presenters.card import Choice, Field, country_code
from briefing_gui.views.drop_down import DropDown
from briefing_gui.views.sentence import Sentence
from briefing_gui.views.theme import colours

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


# Slots in which some names are likelier than others.
_PROPOSED = frozenset({Slot.COUNTRY, Slot.SPEAKER, Slot.ACTOR})
# A menu that opens, or another window, takes the focus away and gives it back.
_MOMENTARY = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


def leaves(event: QFocusEvent) -> bool:
    """Whether the user goes elsewhere within the window."""
    return event.type() is QEvent.Type.FocusOut and event.reason() not in _MOMENTARY


class Words(QLineEdit):
    """Free words. `said`: the field was left or Enter was pressed; `left`: the keyboard is to go back to the list."""

    said = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def typed(self) -> str:
        """What stands there, white space folded."""
        return " ".join(self.text().split())

    @property
    def changed(self) -> bool:
        """Whether the user has typed something else."""
        return self.typed != self._shown

    def put(self, shown: str, _choices: tuple[Choice, ...]) -> None:
        """Shows a value."""
        self._shown = " ".join(shown.split())
        if self.text() != self._shown:
            self.setText(self._shown)
            self.setCursorPosition(0)

    def take(self) -> None:
        """What was typed is what the slot says."""
        self._shown = self.typed

    def put_back(self) -> None:
        """Forgets what was typed."""
        self.setText(self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter says it and leaves, Escape puts back what was there, or leaves."""
        if event.key() in _ENTER:
            self.said.emit()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.changed:
                self.put_back()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Leaving says it."""
        super().focusOutEvent(event)
        if leaves(event):
            self.said.emit()


class Pick(DropDown):
    """One of several; with `free` also other words. The signals are those of `Words`."""

    said = Signal()
    left = Signal()

    def __init__(self, free: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._shown = ""
        self.setEditable(free)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(16)
        # The wheel scrolls the card; it must not change a fact in passing.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._names = QStringListModel(self)
        line = self.lineEdit()
        if line is not None:
            completer = QCompleter(self._names, self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            self.setCompleter(completer)
            line.installEventFilter(self)

    @property
    def typed(self) -> str:
        """What stands there, white space folded."""
        return " ".join(self.currentText().split())

    @property
    def changed(self) -> bool:
        """Whether the user has chosen or typed something else."""
        return self.typed != self._shown

    def put(self, shown: str, choices: tuple[Choice, ...]) -> None:
        """Shows a value among those that can be chosen."""
        self._shown = " ".join(shown.split())
        if choices != self._choices:
            self._choices = choices
            names = [" ".join(choice.shown.split()) for choice in choices]
            self.clear()
            self.addItems(names)
            self._names.setStringList(names)
        self.put_back()

    def take(self) -> None:
        """What was chosen or typed is what the slot says."""
        self._shown = self.typed

    def put_back(self) -> None:
        """Forgets what was chosen or typed."""
        self.setCurrentIndex(self.findText(self._shown, Qt.MatchFlag.MatchExactly))
        line = self.lineEdit()
        if line is not None and line.text() != self._shown:
            line.setText(self._shown)
        if line is not None:
            line.setCursorPosition(0)

    def hidePopup(self) -> None:  # noqa: N802 - Qt's name
        """Choosing from the list says it."""
        super().hidePopup()
        if self.changed:
            self.said.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Left to the card."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter and Escape as in `Words`."""
        if not self._heeds(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The same for the line in which words are typed."""
        if watched is self.lineEdit():
            if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
                return self._heeds(event)
            if isinstance(event, QFocusEvent) and leaves(event):
                self.said.emit()
        return super().eventFilter(watched, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Leaving says it."""
        super().focusOutEvent(event)
        if self.lineEdit() is None and leaves(event):
            self.said.emit()

    def _heeds(self, event: QKeyEvent) -> bool:
        if event.key() in _ENTER:
            self.said.emit()
            self.left.emit()
            return True
        if event.key() == Qt.Key.Key_Escape:
            if self.changed:
                self.put_back()
            else:
                self.left.emit()
            return True
        return False


class FieldRow(QWidget):
    """A slot's field with what was found below it, where the editor says something else.

    `corrected`: the slot is to say something, `None` for nothing; `taken_back`: what was found counts again.
    `left`: the keyboard is to go back to the list.
    """

    corrected = Signal(object)
    taken_back = Signal()
    left = Signal()

    def __init__(self, field: Field, says: Interface, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self._says = says
        self.editor = _editor(field, self)
        self.editor.setObjectName(f"slot-{field.slot.value}")
        self.label = QLabel(parent)
        self.label.setBuddy(self.editor)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self._about = _small(Sentence(self, quiet=True))
        self._found = _small(Sentence(self))
        self._error = _small(Sentence(self))
        self.back = QToolButton(self)
        self.back.setAutoRaise(True)
        self._assemble()
        self.editor.said.connect(self.flush)
        self.editor.left.connect(self.left)
        self.back.clicked.connect(self.taken_back)
        self.put(field, says)

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.editor)
        column.addWidget(self._about)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self._found, 1, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        self.back.setFont(self._found.font())
        column.addLayout(below)
        column.addWidget(self._error)

    def put(self, field: Field, says: Interface) -> None:
        """Shows the slot as it stands; what is being typed is left alone."""
        self.field, self._says = field, says
        being_typed = self.editor.changed and self.is_typed_in
        if not being_typed:
            self.editor.put(field.shown, field.choices)
            self._complain("")
        missing = "" if field.needed else says.text("window.not-stated")
        if isinstance(self.editor, Words):
            self.editor.setPlaceholderText(missing)
        elif (line := self.editor.lineEdit()) is not None:
            line.setPlaceholderText(missing)
        self.label.setText(field.name)
        self._about.setText(field.about)
        self._about.setVisible(bool(field.about))
        corrected = field.found is not None
        found = field.found or ""
        self._found.setText(f"✎ {says.text('window.card.found', found=found)}")
        self._found.setVisible(corrected)
        self.back.setText(says.text("window.card.back"))
        self.back.setAccessibleName(says.text("window.card.back.about", slot=field.name, found=found))
        self.back.setVisible(corrected)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if corrected else QFont.Weight.Normal)
        self.editor.setFont(font)
        self.editor.setAccessibleName(" ".join(part for part in (field.name, field.about) if part))
        described = f"{says.text('window.badge.corrected')}, {self._found.text()}" if corrected else ""
        self.editor.setAccessibleDescription(described)

    def flush(self) -> None:
        """Says what was typed, if anything was."""
        if not self.editor.changed:
            self._complain("")
            return
        typed = self.editor.typed
        if not typed and self.field.needed:
            self._complain("window.card.needed")
            self.editor.put_back()
            return
        value = self._value(typed)
        if typed and value is None:
            self._complain("window.card.no-country")
            return
        self._complain("")
        self.editor.take()
        self.corrected.emit(value)

    def _value(self, typed: str) -> str | None:
        if not typed:
            return None
        if self.field.slot is Slot.COUNTRY:
            return country_code(typed, self._says)
        if self.field.closed:
            return next((choice.value for choice in self.field.choices if choice.shown == typed), None)
        return typed

    @property
    def is_typed_in(self) -> bool:
        """Whether the keyboard is in the field."""
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self.editor or self.editor.isAncestorOf(focus))

    def _complain(self, key: str) -> None:
        self._error.setText(self._says.text(key) if key else "")
        palette = self._error.palette()
        palette.setColor(QPalette.ColorRole.WindowText, colours(self.palette()).error)
        self._error.setPalette(palette)
        self._error.setVisible(bool(key))


def _editor(field: Field, parent: QWidget) -> Words | Pick:
    """What suits a slot: words, words with proposals, or a choice; a country is chosen by typing its name."""
    if field.slot in _PROPOSED:
        return Pick(True, parent)
    return Pick(False, parent) if field.closed else Words(parent)


def _small(label: Sentence) -> Sentence:
    font = QFont(label.font())
    font.setPointSizeF(max(6.0, font.pointSizeF() * 0.9))
    label.setFont(font)
    return label
