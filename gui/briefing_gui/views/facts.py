"""The middle of the window: the facts of a section, or all of them in the queue for review."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from briefing.locale.interface import Interface
from briefing_gui.models.facts import FactModel
from briefing_gui.presenters import facts
from briefing_gui.presenters.hand import Hand, mergeable
from briefing_gui.presenters.listing import Badge, Listing, Row
from briefing_gui.presenters.session import Session
from briefing_gui.presenters.wording import SEPARATOR, prepare
from briefing_gui.views.fact_list import FactList
from briefing_gui.views.fact_row import FactDelegate
from briefing_gui.views.merging import MergeDialog
from briefing_gui.views.naming import named


class FactsPane(QWidget):
    """The facts of one place, with a search.

    `fact_selected`: its id, empty for none. `place_wanted`: a fact was asked for that is shown elsewhere, so the rail
    is to follow. `mergeable_changed`: whether several rows of a kind are selected. `edit_requested`, `trim_requested`,
    `split_requested`, `note_requested`: the card is to do that.
    """

    fact_selected = Signal(str)
    place_wanted = Signal(str)
    mergeable_changed = Signal(bool)
    edit_requested = Signal()
    trim_requested = Signal()
    split_requested = Signal()
    note_requested = Signal()

    def __init__(self, session: Session, says: Interface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._says = session, says
        self._hand = Hand(session)
        self._place = facts.REVIEW
        self._remembered: dict[str, str] = {}
        self._current: str | None = None
        # Asked for before the worker has told of it.
        self._awaited: str | None = None
        self._quiet = False
        self.setObjectName("facts")
        self._title = named(QLabel(self), "facts-title")
        self._count = named(QLabel(self), "facts-count")
        self._hint = named(QLabel(self), "facts-hint")
        self._empty = named(QLabel(self), "facts-empty")
        self.search = named(QLineEdit(self), "facts-search")
        self.list = named(FactList(self), "facts-list")
        self.model = FactModel(self._described, self)
        self._delegate = FactDelegate(says, self.list)
        self._pages = QStackedWidget(self)
        self._assemble()
        self._listing = Listing(self._hand.stock, self._place, says)
        self._listen()
        self.retranslate(says)

    def _assemble(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        font = QFont(self._title.font())
        font.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(font)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._empty.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMargin(24)
        self._hint.setWordWrap(True)
        self._hint.hide()
        self.search.setClearButtonEnabled(True)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._empty)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._count)
        top = QVBoxLayout()
        top.setContentsMargins(8, 8, 8, 0)
        top.setSpacing(8)
        top.addLayout(head)
        top.addWidget(self.search)
        top.addWidget(self._hint)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(top)
        whole.addWidget(self._pages, 1)

    def _listen(self) -> None:
        self.search.textChanged.connect(self._refresh)
        self.search.installEventFilter(self)
        self.list.commanded.connect(self._obey)
        self.list.doubleClicked.connect(lambda _index: self.edit())
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.selectionModel().selectionChanged.connect(self._on_selection)
        stops = (
            self._session.shown.listen(self._refresh),
            self._session.drafted.listen(self._refresh),
            self._session.filed.listen(self._refresh),
        )
        self.destroyed.connect(lambda: [stop() for stop in stops])

    # What the window asks for

    def show_place(self, place: str) -> None:
        """Shows the facts of a section (its id), or the queue (`review`)."""
        self._awaited = None
        if place == facts.REVIEW:
            # Whoever comes to the queue finds it sorted anew.
            self._listing = Listing(self._hand.stock, facts.REVIEW, self._says)
        if place != self._place:
            self._place = place
            self._current = self._remembered.get(place)
            self._quiet = True
            self.search.clear()
            self.model.clear()
            self._quiet = False
        self._refresh()
        if self._current is None and self.model.ids:
            self._go(self.model.ids[0])
        else:
            # Another place may have had its own fact shown since: what is at hand is that of the row selected here.
            self.fact_selected.emit(self._current or "")

    def select_fact(self, fact_id: str) -> None:
        """Selects a fact, in another place or without the search where it is not listed here; one to come, then."""
        self._awaited = None
        if fact_id not in self.model.ids and self.search.text():
            self.search.clear()
        if fact_id not in self.model.ids:
            fact = self._hand.fact(fact_id)
            home = None if fact is None else self._home(facts.family(fact))
            if fact is None:
                self._awaited = fact_id
            if home is None:
                return
            self._remembered[home] = fact_id
            self.show_place(home)
            self.place_wanted.emit(home)
        self._go(fact_id)

    def retranslate(self, says: Interface) -> None:
        """Puts every word into another language."""
        self._says = self._delegate.says = says
        prepare(says)
        self.search.setPlaceholderText(says.text("window.facts.search"))
        self.search.setAccessibleName(says.text("window.facts.search"))
        self.list.setAccessibleName(says.text("window.facts.list"))
        self.list.setAccessibleDescription(says.text("window.facts.list.about"))
        self._refresh()

    @property
    def place(self) -> str:
        """What is shown: a section's id or `review`."""
        return self._place

    def selected(self) -> tuple[str, ...]:
        """The ids of the selected facts, in the order of the list."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return tuple(self.model.ids[row] for row in rows)

    def focus_list(self) -> None:
        """Brings the keyboard back to the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def look(self) -> None:
        """Brings the keyboard to the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # The editor's hand

    def accept(self) -> None:
        """Accepts what is selected; in the queue the next one follows."""
        chosen = self._chosen()
        following = self._following(chosen)
        self._hand.accept(chosen)
        self._go_on(following)

    def leave_out(self) -> None:
        """Leaves out what is selected, and goes on in the queue; takes it back in where all of it is out."""
        chosen = self._chosen()
        if chosen and all(map(self._hand.is_left_out, chosen)):
            self._hand.restore(chosen)
            return
        following = self._following(chosen)
        self._hand.leave_out(chosen)
        self._go_on(following)

    def edit(self) -> None:
        """Asks for the card's first field."""
        if self._chosen():
            self.edit_requested.emit()

    def trim(self) -> None:
        """Asks for the quotation to be trimmed."""
        self.trim_requested.emit()

    def split(self) -> None:
        """Asks for the row to be split."""
        self.split_requested.emit()

    def note(self) -> None:
        """Asks for the note."""
        self.note_requested.emit()

    def merge(self) -> None:
        """Asks which of the selected rows lends its name, then makes them one."""
        chosen = [fact for fact in map(self._hand.fact, self._chosen()) if fact is not None]
        if not mergeable(chosen):
            self._hint.setText(self._says.text("window.facts.not-to-merge"))
            self._hint.show()
            return
        dialog = MergeDialog(chosen, self._session.dossier, self._says, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._merge)
        dialog.open()

    def move_up(self) -> None:
        """Puts the selected facts before the one above them."""
        self._move(-1)

    def move_down(self) -> None:
        """Puts the selected facts behind the one below them."""
        self._move(1)

    def next(self) -> None:
        """Selects the row below."""
        self._step(1)

    def previous(self) -> None:
        """Selects the row above."""
        self._step(-1)

    def can_change(self) -> bool:
        """Whether there is a fact selected that can be decided about."""
        return bool(self._chosen())

    def _chosen(self) -> tuple[str, ...]:
        """The selected facts, as far as they are facts and can be changed."""
        if self._session.read_only:
            return ()
        return tuple(one for one in self.selected() if self._hand.fact(one) is not None)

    def _following(self, chosen: tuple[str, ...]) -> str | None:
        """In the queue: the fact to judge after those that are judged now."""
        if self._place != facts.REVIEW or not chosen:
            return None
        return self._listing.following(chosen)

    def _go_on(self, fact_id: str | None) -> None:
        if fact_id is not None:
            self._go(fact_id)

    def _merge(self, ids: tuple[str, ...]) -> None:
        self._hand.merge(ids)
        self._current = ids[0]
        self._refresh()
        self.focus_list()

    def _move(self, by: int) -> None:
        chosen, ids = self._chosen(), list(self.model.ids)
        if self.model.moved is None or not chosen:
            return
        first, last = ids.index(chosen[0]), ids.index(chosen[-1])
        rest = [one for one in ids if one not in chosen]
        place = (first if by < 0 else last + 1 - len(chosen)) + by
        if 0 <= place <= len(rest):
            self._hand.move(chosen, rest[place - 1] if place else None)

    def _step(self, by: int) -> None:
        row = self.list.currentIndex().row() + by
        if 0 <= row < len(self.model.ids):
            self._go(self.model.ids[row])

    def _obey(self, command: str) -> None:
        getattr(self, command)()

    # What is shown

    def _refresh(self) -> None:
        if self._quiet:
            return
        before = self._listing.queue if self._place == facts.REVIEW else ()
        self._listing = Listing(self._hand.stock, self._place, self._says, self.search.text(), before)
        in_order = self._place != facts.REVIEW and not self.search.text() and not self._session.read_only
        self.model.moved = self._hand.move if in_order and facts.shows(self._place) in _ORDERED else None
        self.list.setDragEnabled(self.model.moved is not None)
        self._delegate.with_kinds = self._place == facts.REVIEW
        self._quiet = True
        self.model.show(self._listing)
        self._quiet = False
        self._restore()
        self._say()
        if self._awaited is not None and self._hand.fact(self._awaited) is not None:
            self.select_fact(self._awaited)

    def _restore(self) -> None:
        """Keeps the selected fact selected, or takes up the row that has come into its place."""
        now_called = None if self._current is None else self._hand.stock.followed(self._current)
        if now_called is not None and now_called != self._current:
            self._current = self._remembered[self._place] = now_called
            self.fact_selected.emit(now_called)
        index = self.model.place(self._current)
        if index.isValid():
            if self.list.currentIndex() != index or not self.list.selectionModel().hasSelection():
                self._go(self.model.ids[index.row()])
            return
        now = self.list.currentIndex()
        self._on_current(now)
        if now.isValid() and not self.list.selectionModel().hasSelection():
            self._go(self.model.ids[now.row()])

    def _say(self) -> None:
        says, listing = self._says, self._listing
        name = says.text(f"window.rail.{self._place}")
        self._title.setText(name)
        self._count.setText(self._counted())
        listed = facts.shows(self._place)
        self.search.setVisible(listed is not None and listed != facts.DISAGREEMENTS and listing.total > 0)
        self._empty.setText(says.text(self._nothing()))
        self._pages.setCurrentWidget(self.list if len(listing) else self._empty)

    def _counted(self) -> str:
        listing = self._listing
        if not listing.total:
            return ""
        if self._place != facts.REVIEW:
            return self._says.count("window.facts.count", len(listing)) if listing.countable else ""
        if not listing.left:
            return self._says.text("window.facts.all-reviewed")
        return self._says.count("window.facts.left", listing.left, of=self._says.number(listing.total))

    def _nothing(self) -> str:
        """The key of what an empty list says."""
        listed = facts.shows(self._place)
        if self.search.text():
            return "window.facts.empty-search"
        if listed is None:
            return "window.facts.empty-made"
        if listed in (facts.REVIEW, facts.DISAGREEMENTS):
            return f"window.facts.empty-{listed}"
        return "window.facts.empty-kind" if self._session.dossier.articles else "window.facts.empty"

    def _described(self, row: Row) -> str:
        """All of a row in one line, for those who hear it."""
        says = self._says
        kind = says.text(f"fact.{row.kind}") if row.certainty else ""
        certainty = says.text(f"window.certainty.{row.certainty}") if row.certainty else ""
        if Badge.ACCEPTED in row.badges:
            certainty = ""
        badges = (says.text(f"window.badge.{badge.value}") for badge in row.badges)
        return SEPARATOR.join(part for part in (row.headline, row.second, kind, certainty, *badges) if part)

    def _home(self, kind: str) -> str | None:
        """The first section in the order of the brief that lists a kind of facts."""
        return next((section for section in self._session.sections() if facts.shows(section) == kind), None)

    def _go(self, fact_id: str) -> None:
        index = self.model.place(fact_id)
        if not index.isValid():
            return
        flag = QItemSelectionModel.SelectionFlag
        self.list.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Current)
        self.list.scrollTo(index)

    def _on_current(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        if self._quiet:
            return
        new = self.model.ids[index.row()] if index.isValid() else None
        if new == self._current:
            return
        self._current = new
        if new is not None:
            self._remembered[self._place] = new
        self.fact_selected.emit(new or "")

    def _on_selection(self) -> None:
        self._hint.hide()
        found = [fact for fact in map(self._hand.fact, self._chosen()) if fact is not None]
        self.mergeable_changed.emit(mergeable(found))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """In the search Escape empties it, and Down and Enter go to the list."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            match event.key():
                case Qt.Key.Key_Escape:
                    self.search.clear()
                    self.focus_list()
                    return True
                case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self.focus_list()
                    return True
        return super().eventFilter(watched, event)

    def _menu(self, at: QPoint) -> None:
        chosen = self._chosen()
        if not chosen:
            return
        says = self._says
        out = all(map(self._hand.is_left_out, chosen))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(says.text("window.action.accept"), self.accept)
        menu.addAction(says.text("window.fact.restore" if out else "window.action.leave-out"), self.leave_out)
        menu.addAction(says.text("window.action.edit"), self.edit)
        menu.addAction(says.text("window.action.note"), self.note)
        found = [fact for fact in map(self._hand.fact, chosen) if fact is not None]
        if mergeable(found):
            menu.addAction(says.text("window.action.merge"), self.merge)
        if len(found) == 1 and facts.family(found[0]) == "quotes":
            menu.addAction(says.text("window.action.trim"), self.trim)
        if len(found) == 1 and facts.family(found[0]) == "attendees":
            menu.addAction(says.text("window.action.split"), self.split)
        if self.model.moved is not None:
            menu.addSeparator()
            menu.addAction(says.text("window.action.move-up"), self.move_up)
            menu.addAction(says.text("window.action.move-down"), self.move_down)
        menu.popup(self.list.viewport().mapToGlobal(at))


_ORDERED: Final = frozenset({"events", "attendees", "commitments", "quotes", "figures"})
