"""A section of the editor's own: its heading and its text in Markdown; the pages beside show how it prints."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing.locale.interface import Interface
from briefing.model.draft import OwnSection
from briefing_gui.presenters.session import Session
from briefing_gui.views.naming import named

# What each button puts around or before the marked words.
_MARKUP = {
    "bold": ("**", "**"),
    "italic": ("*", "*"),
    "heading": ("## ", ""),
    "bullets": ("- ", ""),
    "numbers": ("1. ", ""),
}
_SIGNS = {"bold": "B", "italic": "I", "heading": "H", "bullets": "•", "numbers": "1."}


class OwnSectionEditor(QWidget):
    """Edits one of the editor's own sections; every letter is the brief's at once, and undo is the window's."""

    def __init__(self, session: Session, says: Interface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("own-section")
        self._session, self._says = session, says
        self._section: str | None = None
        self._heading = named(QLineEdit(), "own-heading")
        self._text = named(QPlainTextEdit(), "own-text")
        # One history for all: what is typed here is undone where everything else is.
        self._text.setUndoRedoEnabled(False)
        self._text.setTabChangesFocus(True)
        self._hint = named(QLabel(wordWrap=True), "quiet")
        self._remove = named(QPushButton(), "own-remove")
        self._marks = {key: named(QToolButton(), f"own-{key}") for key in _MARKUP}
        tools = QHBoxLayout()
        for key, button in self._marks.items():
            button.setText(_SIGNS[key])
            button.clicked.connect(lambda _=False, key=key: self._mark_up(key))
            tools.addWidget(button)
        for key in ("bold", "italic"):
            font = self._marks[key].font()
            font.setBold(key == "bold")
            font.setItalic(key == "italic")
            self._marks[key].setFont(font)
        tools.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addLayout(tools)
        column.addWidget(self._text, 1)
        column.addWidget(self._hint)
        column.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignRight)
        self._heading.textEdited.connect(self._on_edit)
        self._text.textChanged.connect(self._on_edit)
        self._remove.clicked.connect(self._on_remove)
        session.drafted.listen(self._show)
        session.filed.listen(self._show)
        self.retranslate(says)

    def show_section(self, section: str) -> None:
        """Shows one of the editor's own sections."""
        self._section = section
        self._show()

    def focus_heading(self) -> None:
        """Puts the keyboard into the heading, all of it selected, to be typed over."""
        self._heading.setFocus(Qt.FocusReason.OtherFocusReason)
        self._heading.selectAll()

    def retranslate(self, says: Interface) -> None:
        """Puts every word into another language."""
        self._says = says
        self._heading.setPlaceholderText(says.text("window.own.heading"))
        self._heading.setAccessibleName(says.text("window.own.heading"))
        self._text.setPlaceholderText(says.text("window.own.placeholder"))
        self._text.setAccessibleName(says.text("window.own.text"))
        self._hint.setText(says.text("window.own.hint"))
        self._remove.setText(says.text("window.own.remove"))
        for key, button in self._marks.items():
            button.setToolTip(says.text(f"window.own.{key}"))
            button.setAccessibleName(says.text(f"window.own.{key}"))

    def _found(self) -> OwnSection | None:
        return next((one for one in self._session.draft.choices.own if one.id == self._section), None)

    def _show(self) -> None:
        section = self._found()
        writable = section is not None and not self._session.read_only
        for part in (self._remove, *self._marks.values()):
            part.setEnabled(writable)
        self._heading.setReadOnly(not writable)
        self._text.setReadOnly(not writable)
        if section is None:
            return
        # What stands here already was typed here: setting it again would move the cursor.
        if self._heading.text() != section.heading:
            self._heading.setText(section.heading)
        if self._typed() != section.text:
            self._text.blockSignals(True)
            self._text.setPlainText(section.text)
            self._text.moveCursor(QTextCursor.MoveOperation.End)
            self._text.blockSignals(False)

    def _on_edit(self) -> None:
        if self._section is not None and self._found() is not None:
            self._session.reword_section(self._section, self._heading.text(), self._typed())

    def _typed(self) -> str:
        """The text letter by letter: the plain one has spaces where no line may break."""
        return self._text.document().toRawText().replace("\u2029", "\n")

    def _on_remove(self) -> None:
        if self._section is not None:
            self._session.remove_section(self._section)

    def _mark_up(self, key: str) -> None:
        """Puts Markdown around the marked words, or at the start of each marked line."""
        before, after = _MARKUP[key]
        cursor = self._text.textCursor()
        if after:
            words = cursor.selectedText()
            cursor.insertText(f"{before}{words}{after}")
            if not words:
                cursor.movePosition(QTextCursor.MoveOperation.Left, n=len(after))
                self._text.setTextCursor(cursor)
        else:
            start, end = cursor.selectionStart(), cursor.selectionEnd()
            document = self._text.document()
            first, last = document.findBlock(start), document.findBlock(end)
            cursor.beginEditBlock()
            for number in range(first.blockNumber(), last.blockNumber() + 1):
                at = QTextCursor(document.findBlockByNumber(number))
                at.insertText(before)
            cursor.endEditBlock()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
