"""What the editor has changed: each line leads to its fact and can be taken back."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from briefing.locale.interface import Interface
from briefing_gui.models.audit import AuditModel
from briefing_gui.presenters.audit import Audit
from briefing_gui.presenters.session import Session
from briefing_gui.views.naming import named


class AuditPane(QWidget):
    """The list of changes. `fact_selected`: the id of the fact that a selected change is about."""

    fact_selected = Signal(str)

    def __init__(self, session: Session, says: Interface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("audit")
        self._session, self._says = session, says
        self._presenter = Audit(session)
        self._model = AuditModel(self)
        self.list = named(_List(), "audit-list")
        self.list.setModel(self._model)
        self.list.removed.connect(self.take_back)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.selectionModel().selectionChanged.connect(self._enable)
        self._button = named(QPushButton(), "audit-take-back")
        self._button.clicked.connect(self.take_back)
        self._empty = named(QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter), "quiet")
        self._empty.setMargin(24)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        tools = QHBoxLayout()
        tools.setContentsMargins(12, 0, 12, 0)
        tools.addStretch(1)
        tools.addWidget(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.addWidget(self._stack, 1)
        column.addLayout(tools)
        for topic in (session.drafted, session.shown, session.filed):
            topic.listen(self._show)
        self.retranslate(says)

    def retranslate(self, says: Interface) -> None:
        """Puts every word into another language."""
        self._says = says
        self.setAccessibleName(says.text("window.audit.title"))
        self.list.setAccessibleName(says.text("window.audit.title"))
        self._button.setText(says.text("window.audit.take-back"))
        self._empty.setText(says.text("window.audit.empty"))
        self._show()

    def take_back(self) -> None:
        """Takes the selected changes back."""
        indexes = self.list.selectionModel().selectedIndexes()
        numbers = {line.number for line in map(self._model.line, indexes) if line is not None}
        if numbers and not self._session.read_only:
            self._presenter.take_back(numbers)

    def _show(self) -> None:
        lines = self._presenter.lines(self._says) if self._session.is_open else []
        self._model.show(lines)
        self._stack.setCurrentIndex(0 if lines else 1)
        self._enable()

    def _enable(self) -> None:
        chosen = self.list.selectionModel().hasSelection()
        self._button.setEnabled(chosen and self._session.is_open and not self._session.read_only)

    def _on_current(self, index: QModelIndex) -> None:
        line = self._model.line(index)
        if line is not None:
            self.fact_selected.emit(line.fact)


class _List(QListView):
    """A list whose Delete takes back."""

    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setWordWrap(True)
        self.setSpacing(4)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Delete is ours."""
        if event.key() in {Qt.Key.Key_Delete.value, Qt.Key.Key_Backspace.value}:
            self.removed.emit()
        else:
            super().keyPressEvent(event)
