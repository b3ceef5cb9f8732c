"""The rail: what to review, the sections with their ticks and order, what was changed."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from briefing.locale.interface import Interface
from briefing_gui.models.sections import ENTRY, SectionModel
from briefing_gui.presenters.facts import REVIEW
from briefing_gui.presenters.sections import Entry, Sections
from briefing_gui.presenters.session import Session
from briefing_gui.views.naming import named
from briefing_gui.views.tick import draw_tick, side

Index = QModelIndex | QPersistentModelIndex


class Rail(QWidget):
    """The places of the brief. `place_selected`: a section's id, `review` or `changes`.

    `section_added`: the editor wants to write a text of their own, and its section is selected.
    """

    place_selected = Signal(str)
    section_added = Signal()

    def __init__(self, session: Session, says: Interface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._session, self._says = session, says
        self._presenter = Sections(session)
        self._model = SectionModel(says, self)
        self._place = REVIEW
        self.list = named(_List(), "rail-list")
        self.list.setModel(self._model)
        self._delegate = _Delegate(says, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._on_menu)
        self.list.shifted.connect(self.shift)
        self.list.toggled.connect(self._toggle)
        self._add = named(QPushButton(), "rail-add")
        self._add.clicked.connect(self.add_section)
        self._model.tick_asked.connect(self._presenter.show)
        self._model.move_asked.connect(self._presenter.move)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.addWidget(self.list, 1)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignHCenter)
        self.retranslate(says)
        for topic in (session.drafted, session.shown, session.filed):
            topic.listen(self._show)
        self._show()

    # What others may ask

    def retranslate(self, says: Interface) -> None:
        """Puts every word into another language."""
        self._says = says
        self._delegate.says = says
        self._model.retranslate(says)
        self.setAccessibleName(says.text("window.rail.title"))
        self.list.setAccessibleName(says.text("window.rail.title"))
        self.list.setAccessibleDescription(says.text("window.rail.about"))
        self._add.setText(says.text("window.rail.add"))

    @property
    def place(self) -> str:
        """The place that is selected."""
        return self._place

    def select_place(self, place: str) -> None:
        """Goes to a place; nothing where there is none of that name."""
        index = self._model.place(place)
        if index.isValid():
            self.list.setCurrentIndex(index)

    def shift(self, by: int) -> None:
        """Moves the selected section up or down."""
        entry = self._model.entry(self.list.currentIndex())
        if entry is not None and entry.sort in {"section", "own"}:
            self._presenter.shift(entry.place, by)

    def add_section(self) -> None:
        """Adds a section of the editor's own behind the others, and goes there."""
        if self._session.is_open and not self._session.read_only:
            self.select_place(self._session.add_section(self._says.text("window.own.heading")))
            self.section_added.emit()

    # What changes

    def _show(self) -> None:
        writable = self._session.is_open and not self._session.read_only
        self._add.setEnabled(writable)
        self.list.setDragEnabled(writable)
        entries = self._presenter.entries() if self._session.is_open else []
        self._model.show(entries)
        if entries and not any(entry.place == self._place for entry in entries):
            self._place = REVIEW
            self.place_selected.emit(self._place)
        index = self._model.place(self._place)
        if index != self.list.currentIndex():
            self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _on_current(self, index: QModelIndex) -> None:
        entry = self._model.entry(index)
        if entry is not None and entry.place != self._place:
            self._place = entry.place
            self.place_selected.emit(entry.place)

    def _toggle(self) -> None:
        entry = self._model.entry(self.list.currentIndex())
        if entry is not None and entry.sort in {"section", "own"}:
            self._presenter.show(entry.place, not entry.shown)

    def _on_menu(self, point: QPoint) -> None:
        entry = self._model.entry(self.list.indexAt(point))
        if entry is None or entry.sort not in {"section", "own"} or self._session.read_only:
            return
        says = self._says
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(says.text("window.rail.up"), lambda: self._presenter.shift(entry.place, -1))
        menu.addAction(says.text("window.rail.down"), lambda: self._presenter.shift(entry.place, 1))
        if entry.sort == "own":
            menu.addAction(says.text("window.own.remove"), lambda: self._session.remove_section(entry.place))
        menu.addSeparator()
        menu.addAction(says.text("window.rail.reset"), self._presenter.reset)
        menu.popup(self.list.viewport().mapToGlobal(point))


class _List(QListView):
    """A list whose sections are dragged, shifted with Alt and the arrows, and toggled with Space."""

    shifted = Signal(int)
    toggled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Alt with an arrow, and Space, are ours."""
        ways = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in ways:
            self.shifted.emit(ways[event.key()])
        elif event.key() == Qt.Key.Key_Space.value:
            self.toggled.emit()
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    """Paints a place: a tick for sections, the name, the count; the fixed places stand apart by a line."""

    def __init__(self, says: Interface, parent: QWidget) -> None:
        super().__init__(parent)
        self.says = says

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """A comfortable line; the fixed places have some air on the side of the sections."""
        entry = index.data(ENTRY)
        height = round(option.fontMetrics.height() * 1.9)
        apart = _gap(option) if isinstance(entry, Entry) and entry.sort in {"review", "changes"} else 0
        return QSize(1, height + apart)  # as wide as the list, whatever that is

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One place."""
        entry = index.data(ENTRY)
        if not isinstance(entry, Entry):
            return
        painter.save()
        gap = _gap(option)
        whole = QRect(option.rect)
        if entry.sort in {"review", "changes"}:
            self._divide(painter, option, whole, below=entry.sort == "review")
            whole.adjust(0, 0 if entry.sort == "review" else gap, 0, -gap if entry.sort == "review" else 0)
        style = _style(option)
        panel = QStyleOptionViewItem(option)
        panel.rect = whole
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, panel, painter, option.widget)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        group = QPalette.ColorGroup.Normal if entry.shown or selected else QPalette.ColorGroup.Disabled
        ink = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        if entry.sort in {"section", "own"}:
            draw_tick(painter, option, self._box(option, whole), ticked=entry.shown)
        font = QFont(option.font)
        if entry.sort in {"review", "changes"}:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(option.palette.color(group, ink))
        count = "" if entry.count is None else self.says.number(entry.count)
        words = self._words(option, whole)
        wide = QFontMetrics(font).horizontalAdvance(count)
        room = words.width() - wide - gap
        name = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if option.direction is Qt.LayoutDirection.RightToLeft:
            start, end = end, start
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(words, middle | start, name)
        if not selected:
            painter.setPen(option.palette.color(group, QPalette.ColorRole.PlaceholderText))
        painter.drawText(words, middle | end, count)
        painter.restore()

    @staticmethod
    def _divide(painter: QPainter, option: QStyleOptionViewItem, whole: QRect, *, below: bool) -> None:
        painter.setPen(option.palette.color(QPalette.ColorRole.Mid))
        gap = _gap(option)
        y = whole.bottom() - gap // 2 if below else whole.top() + gap // 2
        painter.drawLine(whole.left() + gap, y, whole.right() - gap, y)

    @staticmethod
    def _box(option: QStyleOptionViewItem, whole: QRect) -> QRect:
        style = _style(option)
        width = side(option)
        box = QRect(whole.left() + _gap(option), whole.center().y() - width // 2, width, width)
        return style.visualRect(option.direction, whole, box)

    def _words(self, option: QStyleOptionViewItem, whole: QRect) -> QRect:
        style = _style(option)
        width = side(option)
        gap = _gap(option)
        return style.visualRect(option.direction, whole, whole.adjusted(width + 2 * gap, 0, -gap, 0))

    def editorEvent(  # noqa: N802 - Qt's name
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click on the box."""
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None or event.type() is not QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return False
        gap = _gap(option)
        box = self._box(option, option.rect).adjusted(-gap, -gap, gap // 2, gap)
        if event.button() is not Qt.MouseButton.LeftButton or not box.contains(event.position().toPoint()):
            return False
        ticked = Qt.CheckState(state) is Qt.CheckState.Checked
        return model.setData(
            index, Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole
        )


def _style(option: QStyleOptionViewItem) -> QStyle:
    widget: QWidget = option.widget
    return widget.style()


def _gap(option: QStyleOptionViewItem) -> int:
    return max(6, option.fontMetrics.height() // 3)
