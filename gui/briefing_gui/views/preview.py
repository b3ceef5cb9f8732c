"""The right pane: the pages as they will print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from briefing.locale.interface import Interface
from briefing_gui.messages import SECTION, Failed, Looked, Pictured, Proofed
from briefing_gui.presenters.preview import Preview
from briefing_gui.presenters.zoom import Fit, Zoom
from briefing_gui.views.empty_state import EmptyState
from briefing_gui.views.naming import named
from briefing_gui.views.pages import PagesView
from briefing_gui.views.preview_bar import PreviewBar
from briefing_gui.views.thumbnails import ThumbnailStrip

if TYPE_CHECKING:
    from briefing_gui.presenters.session import Session
    from briefing_gui.work import Work

# A proof that takes no longer than this needs no sign that it is on its way.
_QUIET = 300
# Words are looked for when the user pauses this long, in milliseconds.
_PAUSE = 120


class PreviewPane(QWidget):
    """Shows the last proof.

    `fact_clicked`: the id of a fact whose line was clicked. `thumbnails_toggled`: whether they are shown.
    """

    fact_clicked = Signal(str)
    thumbnails_toggled = Signal(bool)

    def __init__(self, session: Session, work: Work, says: Interface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._work, self._says = session, work, says
        self.preview = Preview()
        self._busy = False
        self._late = QTimer(self, singleShot=True, interval=_QUIET)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._build()
        self._connect()
        self.retranslate(says)
        self._show_page(0)

    def _build(self) -> None:
        self.setObjectName("preview")
        self.bar = PreviewBar(self._says)
        self.pages = PagesView(self.preview)
        self.thumbnails = ThumbnailStrip(self.preview, self._says)
        self.thumbnails.hide()
        self._updating = named(QLabel(self.pages), "preview-updating")
        self._updating.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._updating.setAutoFillBackground(True)
        self._updating.setContentsMargins(8, 2, 8, 2)
        self._updating.hide()
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.thumbnails)
        row.addWidget(self.pages, 1)
        self._stack = QStackedWidget()
        self._empty = EmptyState("preview-empty")
        self._stack.addWidget(self._empty)
        self._stack.addWidget(sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.pages.fact_clicked.connect(self.fact_clicked)
        self.pages.page_changed.connect(self._show_page)
        self.pages.zoom_changed.connect(lambda: self.bar.show_zoom(self.preview.zoom))
        for view in (self.pages, self.thumbnails):
            view.wanting.connect(self._ask)
        self.thumbnails.page_chosen.connect(self.pages.go_to)
        self.bar.page_asked.connect(self.pages.go_to)
        self.bar.zoom_asked.connect(self._on_zoom)
        self.bar.step_asked.connect(lambda step: self.zoom_in() if step > 0 else self.zoom_out())
        self.bar.thumbnails_asked.connect(self._on_thumbnails)
        self.bar.words_changed.connect(self._on_words)
        self.bar.hit_asked.connect(self._on_hit)
        self.bar.search_left.connect(lambda: self.pages.setFocus(Qt.FocusReason.OtherFocusReason))
        self._pause.timeout.connect(self._look)
        self._late.timeout.connect(self._show_updating)
        self._stop_listening = self._session.drafted.listen(self._await)
        self._work.troubled.connect(self._on_trouble)
        self._work.died.connect(self._on_death)

    # What comes from the press

    def show_proof(self, proof: Proofed) -> None:
        """Shows how the draft prints now; what to do where there is nothing in it."""
        if self._is_bare():
            self.clear()
            return
        self._late.stop()
        self._updating.hide()
        self.preview.take_proof(proof)
        self.pages.renew()
        self.thumbnails.renew()
        self._stack.setCurrentIndex(1)
        self._show_page(self.pages.page)
        self.bar.show_zoom(self.preview.zoom)
        if self.preview.hits.words:
            self._work.look(self.preview.hits.words)

    def show_picture(self, picture: Pictured) -> None:
        """Shows a page's picture that has come."""
        if self.preview.take_picture(picture):
            self.pages.repaint_page(picture.page)
            self.thumbnails.repaint_page(picture.page)
        self._ask()

    def show_hits(self, looked: Looked) -> None:
        """Shows where the words that are looked for stand."""
        known = self.preview.hits.known
        if self.preview.take_hits(looked, self.pages.page):
            self._show_hits(go=not known)

    def mark_fact(self, fact: str | None) -> None:
        """Marks a fact's lines and brings them into view; `None` marks nothing."""
        self.preview.marked = fact
        self.pages.bring(self.preview.places.of(fact))
        self.pages.viewport().update()

    def show_section(self, section: str) -> None:
        """Brings the heading of a section into view; nothing where it is not printed."""
        self.pages.bring(self.preview.places.of(SECTION + section))

    def clear(self) -> None:
        """Shows nothing, as before the first proof: for another brief."""
        self._late.stop()
        self._pause.stop()
        self._updating.hide()
        self.bar.clear_search()
        self._pause.stop()
        self.preview.clear()
        self.pages.renew()
        self.thumbnails.renew()
        self._stack.setCurrentIndex(0)
        self._show_page(0)
        self.bar.show_hits(self.preview.hits)

    def reading(self, busy: bool) -> None:
        """Says, while there are no pages, whether articles are being read that will make some."""
        self._busy = busy
        self._say_empty()

    def add_foot(self, widget: QWidget) -> None:
        """Puts something below the pages."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(widget)

    def let_go(self) -> None:
        """Hears nothing of the brief any more, because the pane is about to go."""
        self._stop_listening()
        self._late.stop()
        self._pause.stop()

    def retranslate(self, says: Interface) -> None:
        """Puts every word into another language."""
        self._says = says
        self.setAccessibleName(says.text("window.preview.title"))
        self.pages.setAccessibleName(says.text("window.preview.title"))
        self._updating.setText(says.text("window.preview.updating"))
        self._say_empty()
        self.bar.retranslate(says)
        self.thumbnails.retranslate(says)
        self._show_page(self.pages.page)

    def _say_empty(self) -> None:
        key = "window.preview.reading" if self._busy else "window.preview.empty"
        self._empty.say(self._says.text(key), self._says.text(f"{key}.about"))

    # What the window's actions do

    def zoom_in(self) -> None:
        """Shows the pages one step larger."""
        self.pages.set_zoom(self.preview.zoom.larger())

    def zoom_out(self) -> None:
        """Shows the pages one step smaller."""
        self.pages.set_zoom(self.preview.zoom.smaller())

    def fit_width(self) -> None:
        """Makes the pages as wide as the pane, from now on."""
        self.pages.set_zoom(Zoom(fit=Fit.WIDTH))

    def fit_page(self) -> None:
        """Shows whole pages, from now on."""
        self.pages.set_zoom(Zoom(fit=Fit.PAGE))

    def toggle_thumbnails(self) -> None:
        """Shows the thumbnails, or hides them."""
        self.bar.thumbnails.toggle()

    def focus_search(self) -> None:
        """Puts the cursor into the search field."""
        self.bar.focus_search()

    def next_hit(self) -> None:
        """Goes to the next place where the words stand."""
        self._on_hit(1)

    def previous_hit(self) -> None:
        """Goes to the one before."""
        self._on_hit(-1)

    def next_page(self) -> None:
        """Turns to the next page."""
        self.pages.go_to(self.pages.page + 1)

    def previous_page(self) -> None:
        """Turns to the page before."""
        self.pages.go_to(self.pages.page - 1)

    # Inside

    def _ask(self) -> None:
        """Asks for missing pictures; while a later proof is on its way they would be pictures of that."""
        if self._work.showing != self.preview.number:
            return
        while (wish := self.preview.pictures.ask()) is not None:
            self._work.picture(*wish)

    def _await(self) -> None:
        """The draft is another: its proof will come."""
        if not self._late.isActive() and not self._updating.isVisible():
            self._late.start()

    def _show_updating(self) -> None:
        if self.preview.number is None:
            return
        self._updating.adjustSize()
        room = self.pages.viewport().geometry()
        left = room.left() + 8 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else None
        self._updating.move(room.right() - self._updating.width() - 8 if left is None else left, room.top() + 8)
        self._updating.show()

    def _is_bare(self) -> bool:
        """Whether there is nothing in the brief but its title."""
        draft = self._session.draft
        return self._session.is_open and not draft.articles and not draft.choices.own

    def _on_trouble(self, failure: Failed) -> None:
        if failure.errand == "Picture":
            self.preview.pictures.fail()
            self._ask()
        elif failure.errand == "Show":
            self._late.stop()
            self._updating.hide()

    def _on_death(self, worker: str) -> None:
        if worker == "printer":
            self._late.stop()
            self._updating.hide()
            self.preview.pictures.restart()

    def _show_page(self, page: int) -> None:
        pages = len(self.preview.pages)
        self.bar.show_page(page, pages)
        self.thumbnails.follow(page)
        if pages:
            number, count = self._says.number(page + 1), self._says.number(pages)
            self.pages.setAccessibleDescription(self._says.text("window.preview.page-of", page=number, pages=count))

    def _on_zoom(self, choice: Fit | float) -> None:
        self.pages.set_zoom(Zoom(fit=choice) if isinstance(choice, Fit) else self.preview.zoom.at(choice))

    def _on_thumbnails(self, shown: bool) -> None:
        self.thumbnails.setVisible(shown)
        self.thumbnails_toggled.emit(shown)

    def _on_words(self, _words: str) -> None:
        self._pause.start()

    def _look(self) -> None:
        if self.preview.look(self.bar.words()):
            self._work.look(self.preview.hits.words)
        self._show_hits(go=False)

    def _on_hit(self, by: int) -> None:
        if self._pause.isActive():
            # Whoever types and presses Enter means these words, not those before.
            self._pause.stop()
            self._look()
            return
        self.preview.hits = self.preview.hits.moved(by)
        self._show_hits(go=True)

    def _show_hits(self, *, go: bool) -> None:
        hits = self.preview.hits
        self.bar.show_hits(hits)
        if go and hits.place is not None:
            self.pages.bring([hits.place])
        self.pages.viewport().update()

    # Ctrl+F is the preview's own while it has the focus

    def event(self, event: QEvent) -> bool:
        """Keeps the keys of the search from the window's menus."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._searches(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The keys of the search."""
        if event.matches(QKeySequence.StandardKey.Find):
            self.focus_search()
        elif event.matches(QKeySequence.StandardKey.FindNext):
            self.next_hit()
        elif event.matches(QKeySequence.StandardKey.FindPrevious):
            self.previous_hit()
        else:
            super().keyPressEvent(event)

    def _searches(self, event: QKeyEvent) -> bool:
        keys = QKeySequence.StandardKey
        return any(event.matches(key) for key in (keys.Find, keys.FindNext, keys.FindPrevious))
