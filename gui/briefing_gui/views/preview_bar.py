"""The strip above the pages: which page, how large, and what is looked for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLabel, QLineEdit, QSpinBox, QWidget

from briefing.locale.interface import Interface
from briefing_gui.presenters.preview import Hits
from briefing_gui.presenters.zoom import OFFERED, Fit, Zoom
from briefing_gui.views.drop_down import DropDown
from briefing_gui.views.flow import FlowLayout
from briefing_gui.views.naming import named
from briefing_gui.views.sign_button import SignButton


class PreviewBar(QWidget):
    """Shows the page, the size and the hits, and says what the user wants of them.

    `zoom_asked`: a `Fit` or a factor. `step_asked`, `hit_asked`: +1 or -1. `search_left`: back to the pages.
    """

    page_asked = Signal(int)
    zoom_asked = Signal(object)
    step_asked = Signal(int)
    thumbnails_asked = Signal(bool)
    words_changed = Signal(str)
    hit_asked = Signal(int)
    search_left = Signal()

    def __init__(self, says: Interface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._says = says
        self._zoom, self._hits, self._pages = Zoom(), Hits(), 0
        self.setObjectName("preview-bar")
        self.thumbnails = named(SignButton("thumbnails"), "preview-thumbnails")
        self.thumbnails.setCheckable(True)
        self.thumbnails.toggled.connect(self.thumbnails_asked)
        self._page = named(QSpinBox(), "preview-page")
        self._page.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self._page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._page.setKeyboardTracking(False)
        self._page.valueChanged.connect(lambda number: self.page_asked.emit(number - 1))
        self._smaller = named(SignButton("zoom-out"), "preview-zoom-out")
        self._smaller.clicked.connect(lambda: self.step_asked.emit(-1))
        self._larger = named(SignButton("zoom-in"), "preview-zoom-in")
        self._larger.clicked.connect(lambda: self.step_asked.emit(1))
        self._sizes = named(DropDown(), "preview-zoom")
        self._sizes.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._sizes.activated.connect(lambda place: self.zoom_asked.emit(self._sizes.itemData(place)))
        self._search = named(QLineEdit(), "preview-search")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self.words_changed)
        self._search.installEventFilter(self)
        self._count = named(QLabel(), "quiet")
        self._previous = named(SignButton("up"), "preview-previous-hit")
        self._previous.clicked.connect(lambda: self.hit_asked.emit(-1))
        self._next = named(SignButton("down"), "preview-next-hit")
        self._next.clicked.connect(lambda: self.hit_asked.emit(1))
        self._arrange()
        self.retranslate(says)

    def _arrange(self) -> None:
        self._place, zoom, self._find = QWidget(), QWidget(), QWidget()
        for group, parts in (
            (zoom, (self._smaller, self._sizes, self._larger)),
            (self._find, (self._search, self._count, self._previous, self._next)),
        ):
            row = QHBoxLayout(group)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(4)
            for part in parts:
                row.addWidget(part, 1 if part is self._search else 0)
        # In large letters the size goes on in the next line.
        place = FlowLayout(self._place)
        for group in (self.thumbnails, self._page, zoom):
            place.addWidget(group)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(8, 6, 8, 6)
        self._row.setSpacing(8)
        self._row.addWidget(self._place)
        self._row.addWidget(self._find, 1)

    # What is shown

    def retranslate(self, says: Interface) -> None:
        """Puts every word into another language."""
        self._says = says
        self.thumbnails.say(says.text("window.preview.thumbnails"))
        self._page.setAccessibleName(says.text("window.preview.page"))
        self._page.setToolTip(says.text("window.preview.page"))
        self._smaller.say(says.text("window.preview.zoom-out"))
        self._larger.say(says.text("window.preview.zoom-in"))
        self._sizes.setAccessibleName(says.text("window.preview.zoom"))
        self._sizes.setToolTip(says.text("window.preview.zoom"))
        self._search.setPlaceholderText(says.text("window.preview.search"))
        self._search.setAccessibleName(says.text("window.preview.search"))
        self._previous.say(says.text("window.preview.previous-hit"))
        self._next.say(says.text("window.preview.next-hit"))
        self._sizes.clear()
        for fit in Fit:
            self._sizes.addItem(says.text(f"window.preview.{fit.value}"), fit)
        for factor in OFFERED:
            self._sizes.addItem(self._percent(factor), factor)
        self.show_page(self._page.value() - 1, self._pages)
        self.show_zoom(self._zoom)
        self.show_hits(self._hits)

    def show_page(self, page: int, pages: int) -> None:
        """Which page is in view, from 0, of how many."""
        self._pages = pages
        with QSignalBlocker(self._page):
            self._page.setRange(min(pages, 1), pages)
            self._page.setSuffix(" " + self._says.text("window.preview.of", pages=self._says.number(pages)))
            self._page.setValue(page + 1)
        for part in (self._page, self._smaller, self._larger, self._sizes, self._search):
            part.setEnabled(pages > 0)

    def show_zoom(self, zoom: Zoom) -> None:
        """How large the pages are."""
        self._zoom = zoom
        own = len(Fit) + len(OFFERED)
        shown: Fit | float = zoom.fit or zoom.factor
        place = next((n for n in range(own) if _same(self._sizes.itemData(n), shown)), own)
        if self._sizes.count() > own:
            self._sizes.removeItem(own)
        if place == own:
            self._sizes.addItem(self._percent(zoom.factor), zoom.factor)
        self._sizes.setCurrentIndex(place)
        self._sizes.setAccessibleDescription(self._percent(zoom.factor))

    def show_hits(self, hits: Hits) -> None:
        """How many times the words were found, and which of them is shown."""
        self._hits = hits
        if not hits.known:
            words = ""
        elif hits.current is None:
            words = self._says.text("window.preview.no-hits")
        else:
            number, count = self._says.number(hits.current + 1), self._says.number(len(hits.places))
            words = self._says.text("window.preview.hits", hit=number, hits=count)
        self._count.setText(words)
        self._count.setVisible(bool(words))
        self._search.setAccessibleDescription(words)
        for button in (self._previous, self._next):
            button.setEnabled(bool(hits.places))

    def focus_search(self) -> None:
        """Puts the cursor into the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def words(self) -> str:
        """What is looked for."""
        return self._search.text()

    def clear_search(self) -> None:
        """Looks for nothing."""
        self._search.clear()

    def _percent(self, factor: float) -> str:
        return self._says.text("window.preview.percent", n=self._says.number(round(factor * 100)))

    # In a narrow pane the search has a row of its own

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as the wider of the two groups."""
        margins = self._row.contentsMargins()
        widest = max(self._place.minimumSizeHint().width(), self._find.minimumSizeHint().width())
        return QSize(widest + margins.left() + margins.right(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Puts the two groups beside each other where there is room."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Text of another size needs other room."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fold()

    def _fold(self) -> None:
        wanted = self._place.sizeHint().width() + self._find.sizeHint().width() + self._row.spacing() + 16
        beside = QBoxLayout.Direction.LeftToRight
        self._row.setDirection(beside if wanted <= self.width() else QBoxLayout.Direction.TopToBottom)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter goes to the next hit, with Shift to the one before; Escape ends the search."""
        if watched is self._search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.hit_asked.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.clear_search()
                self.search_left.emit()
                return True
        return super().eventFilter(watched, event)


def _same(one: object, other: object) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) < 0.005
    return one is other
