"""The bar on top: title, reader's language, template, paper, and where the brief goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing import app
from briefing.locale.interface import Interface
from briefing.model.manuscript import Paper
from briefing_gui.presenters.session import Session
from briefing_gui.presenters.topbar import TopBarWords, paper_of
from briefing_gui.views.drop_down import DropDown
from briefing_gui.views.icons import icon
from briefing_gui.views.naming import named

_PAPERS: tuple[Paper | None, ...] = (None, "A4", "Letter")


class Field(QLineEdit):
    """A line of text that leaves undo to the whole brief; Escape and Return hand the focus on."""

    def event(self, event: QEvent) -> bool:
        """Keeps Ctrl+Z for the window."""
        undo = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and any(event.matches(key) for key in undo)
        ):
            event.ignore()
            return True
        return super().event(event)


class TopBar(QWidget):
    """The choices of the brief as a whole."""

    def __init__(self, session: Session, says: Interface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topbar")
        self._session, self._says = session, says
        self._locales = list(app.locales().items())
        self._templates = list(app.templates())
        self.title = named(Field(), "title")
        self.language = named(DropDown(), "locale")
        self.template = named(DropDown(), "template")
        self.paper = named(DropDown(), "paper")
        self.more = named(QToolButton(), "more")
        self.print_button = named(QPushButton(), "print")
        self.export_button = named(QPushButton(), "export")
        parts: tuple[tuple[str, QWidget], ...] = (
            ("title", self.title),
            ("locale", self.language),
            ("template", self.template),
            ("paper", self.paper),
        )
        self._fields = tuple((name, part, named(QLabel(), "topbar-label")) for name, part in parts)
        self.popover = Popover(self)
        self._build()
        session.drafted.listen(self._show)
        session.filed.listen(self._show)
        session.shown.listen(self._show_placeholder)
        self.retranslate(says)

    def connect_actions(self, print_: QAction, export: QAction) -> None:
        """Makes the buttons do what the menu does."""
        self.print_button.clicked.connect(print_.trigger)
        self.export_button.clicked.connect(export.trigger)

    def retranslate(self, says: Interface) -> None:
        """Puts every word into another language."""
        self._says = says
        self.setAccessibleName(says.text("window.topbar"))
        for name, part, label in self._fields:
            words = says.text(f"window.topbar.{name}")
            label.setText(words)
            part.setAccessibleName(words)
            part.setAccessibleDescription(says.text(f"window.topbar.{name}.about"))
            part.setToolTip(says.text(f"window.topbar.{name}.about"))
        self.more.setText(says.text("window.topbar.more"))
        self.more.setToolTip(says.text("window.topbar.more.about"))
        self.more.setAccessibleName(says.text("window.topbar.more.about"))
        self.print_button.setText(says.text("window.action.print"))
        self.export_button.setText(says.text("window.action.export"))
        self.popover.retranslate(says)
        with self._quietly():
            _refill(self.template, [(name, key) for key, name in TopBarWords(says).templates(self._templates)])
            _refill(self.paper, [(TopBarWords(says).paper(paper), paper) for paper in _PAPERS])
        self._show()

    def show_popover(self) -> None:
        """Opens what is chosen less often."""
        self.popover.open_below(self.more)

    def _build(self) -> None:
        for locale, name in self._locales:
            self.language.addItem(name, locale)
        for box in (self.language, self.template):
            # A long name of a language or of a user's own template does not widen the window.
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(10)
        self.paper.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.title.setClearButtonEnabled(True)
        self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.print_button.setIcon(icon("print"))
        self.export_button.setIcon(icon("export"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        for _, part, label in self._fields:
            label.setBuddy(part)
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(label)
            column.addWidget(part)
            row.addLayout(column, 1 if part is self.title else 0)
        for button in (self.more, self.print_button, self.export_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self.title.textEdited.connect(lambda words: self._session.choose("title", words or None))
        self.language.activated.connect(lambda place: self._session.choose("locale", self.language.itemData(place)))
        self.template.activated.connect(lambda place: self._session.choose("template", self.template.itemData(place)))
        self.paper.activated.connect(lambda place: self._session.choose("paper", self.paper.itemData(place)))
        self.more.clicked.connect(self.show_popover)
        self.popover.prepared_for.textEdited.connect(lambda words: self._session.choose("prepared_for", words or None))
        self.popover.marking.textEdited.connect(lambda words: self._session.choose("marking", words or None))

    def _show(self) -> None:
        choices = self._session.draft.choices
        with self._quietly():
            _say(self.title, choices.title)
            _say(self.popover.prepared_for, choices.prepared_for)
            _say(self.popover.marking, choices.marking)
            self.language.setCurrentIndex(self.language.findData(choices.locale))
            self._choose_template(choices.template)
            self.paper.setCurrentIndex(_PAPERS.index(paper_of(choices.paper)))
        editable = self._session.is_open and not self._session.read_only
        for part in (self.title, self.popover.prepared_for, self.popover.marking):
            part.setReadOnly(not editable)
        for choice in (self.language, self.template, self.paper):
            choice.setEnabled(editable)
        self._show_placeholder()

    def _choose_template(self, name: str) -> None:
        """A template of the brief that this machine lacks is shown by its name."""
        place = self.template.findData(name)
        if place < 0:
            self.template.addItem(name, name)
            place = self.template.count() - 1
        self.template.setCurrentIndex(place)

    def _show_placeholder(self) -> None:
        self.title.setPlaceholderText(TopBarWords(self._says).title(self._session.dossier))

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        boxes = (self.language, self.template, self.paper)
        before = [box.blockSignals(True) for box in boxes]
        try:
            yield
        finally:
            for box, blocked in zip(boxes, before, strict=True):
                box.blockSignals(blocked)


class Popover(QFrame):
    """For whom the brief is, and its marking: a small panel below its button."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.prepared_for = named(Field(), "prepared-for")
        self.marking = named(Field(), "marking")
        self._labels = (QLabel(), QLabel())
        form = QFormLayout(self)
        form.setContentsMargins(16, 16, 16, 16)
        form.setSpacing(8)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for label, field in zip(self._labels, (self.prepared_for, self.marking), strict=True):
            label.setBuddy(field)
            field.returnPressed.connect(self.close)
            form.addRow(label, field)

    def retranslate(self, says: Interface) -> None:
        """Puts every word into another language."""
        self.setAccessibleName(says.text("window.topbar.more.about"))
        fields = ((self.prepared_for, "prepared-for"), (self.marking, "marking"))
        for label, (field, name) in zip(self._labels, fields, strict=True):
            label.setText(says.text(f"window.topbar.{name}"))
            field.setAccessibleName(label.text())
            field.setPlaceholderText(says.text(f"window.topbar.{name}.about"))

    def open_below(self, button: QWidget) -> None:
        """Shows the panel at its button, inside the screen."""
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 48)
        self.adjustSize()
        right = button.layoutDirection() is Qt.LayoutDirection.LeftToRight
        at = button.mapToGlobal(QPoint(button.width() - self.width() if right else 0, button.height() + 4))
        room = button.screen().availableGeometry()
        self.move(
            max(room.left(), min(at.x(), room.right() - self.width())), min(at.y(), room.bottom() - self.height())
        )
        self.show()
        self.prepared_for.setFocus(Qt.FocusReason.PopupFocusReason)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for a name with a title."""
        return super().sizeHint().expandedTo(QSize(self.minimumWidth(), 0))


def _refill(box: QComboBox, items: Iterable[tuple[str, object]]) -> None:
    chosen = box.currentData()
    box.clear()
    for words, data in items:
        box.addItem(words, data)
    box.setCurrentIndex(max(box.findData(chosen), 0))


def _say(field: QLineEdit, words: str | None) -> None:
    """Leaves the cursor alone where the words are there already: the user may be typing them."""
    if field.text() != (words or ""):
        field.setText(words or "")
