"""The source of a fact, with its very words marked; marked words can be made into facts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QResizeEvent, QShowEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing.locale.interface import Interface
from briefing.model.article import Article, RegionKind
from briefing.model.errors import BriefingError
from briefing.model.facts import Fact
from briefing_gui.presenters.facts import find
from briefing_gui.presenters.reader import SENTENCE, Page, Tint, Utf16, page, sources, tints
from briefing_gui.presenters.session import Session
from briefing_gui.views.adding import ask_attendee, ask_commitment, ask_quote
from briefing_gui.views.flow import FlowLayout
from briefing_gui.views.legend import Legend
from briefing_gui.views.naming import named
from briefing_gui.views.one_line import OneLine
from briefing_gui.views.tints import tint


class Reader(QWidget):
    """Shows an article. `fact_added`: the id of a fact that the editor made of marked words."""

    fact_added = Signal(str)

    def __init__(self, session: Session, says: Interface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._says = session, says
        self._article: Article | None = None
        self._fact: str | None = None
        self._page = Page(article="", text="", pieces=())
        self._utf16 = Utf16("")
        self._build()
        self.retranslate(says)
        session.shown.listen(self._on_shown)
        session.filed.listen(self._on_filed)

    # What others may ask

    def show_fact(self, fact_id: str | None) -> None:
        """Shows the source of a fact with its words marked; `None` shows the article without marks."""
        self._fact = fact_id
        fact = self._found()
        if fact is None:
            self._mark(())
            return
        among = self._among(fact)
        if among and (self._article is None or self._article.id not in among):
            self._open(among[0])
        self._show_marks(scroll=True)

    def show_article(self, article_id: str) -> None:
        """Shows an article from its beginning."""
        self._fact = None
        self._open(article_id)
        self._mark(())

    def retranslate(self, says: Interface) -> None:
        """Puts every word into another language."""
        self._says = says
        self.setAccessibleName(says.text("window.reader.title"))
        self.text.setAccessibleName(says.text("window.reader.title"))
        self.text.setPlaceholderText(says.text("window.reader.empty"))
        self._junk.setText(says.text("window.reader.junk"))
        self._junk.setToolTip(says.text("window.reader.junk.about"))
        self._previous.setAccessibleName(says.text("window.reader.previous"))
        self._previous.setToolTip(says.text("window.reader.previous"))
        self._next.setAccessibleName(says.text("window.reader.next"))
        self._next.setToolTip(says.text("window.reader.next"))
        for key, button in self._makers.items():
            button.setText(says.text(f"window.reader.{key}"))
        self._legend.retranslate(says)
        self._head()

    def quote_selection(self) -> None:
        """Makes the marked words a quotation, once the editor has said whose."""
        self._make(ask_quote)

    def commitment_selection(self) -> None:
        """Makes the marked words a commitment, once the editor has said of which kind."""
        self._make(ask_commitment)

    def attendee_selection(self) -> None:
        """Makes the marked name an attendee."""
        self._make(ask_attendee)

    # The parts

    def _build(self) -> None:
        self.setObjectName("reader")
        self._title = named(QLabel(wordWrap=True), "reader-title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._about = named(OneLine(), "quiet")
        self._junk = named(QToolButton(), "reader-junk")
        self._junk.setCheckable(True)
        self._junk.toggled.connect(self._on_junk)
        self._previous = named(QToolButton(arrowType=Qt.ArrowType.LeftArrow), "reader-previous")
        self._next = named(QToolButton(arrowType=Qt.ArrowType.RightArrow), "reader-next")
        self._previous.clicked.connect(lambda: self._turn(-1))
        self._next.clicked.connect(lambda: self._turn(1))
        self.text = named(QTextEdit(readOnly=True), "reader-text")
        self.text.setFrameShape(QTextEdit.Shape.NoFrame)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.text.customContextMenuRequested.connect(self._on_menu)
        self.text.selectionChanged.connect(self._on_selection)
        self._legend = Legend(self._says)
        self._makers = {key: named(QPushButton(), f"reader-{key}") for key in ("quote", "commitment", "attendee")}
        slots: dict[str, Callable[[], None]] = {
            "quote": self.quote_selection,
            "commitment": self.commitment_selection,
            "attendee": self.attendee_selection,
        }
        tools = FlowLayout()
        for key, button in self._makers.items():
            button.clicked.connect(slots[key])
            button.setEnabled(False)
            tools.addWidget(button)
        about = QHBoxLayout()
        about.addWidget(self._about, 1)
        for widget in (self._junk, self._previous, self._next):
            about.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addLayout(about)
        column.addWidget(self.text, 1)
        column.addWidget(self._legend)
        column.addLayout(tools)
        self._legend.show_slots(())

    # The article

    def _open(self, article: str) -> None:
        try:
            self._article = self._session.article(article)
        except BriefingError:
            self._article = None
        self._set_text()
        self._head()

    def _set_text(self) -> None:
        article = self._article
        self._page = page(article, junk=self._junk.isChecked()) if article else Page(article="", text="", pieces=())
        self._utf16 = Utf16(self._page.text)
        self.text.setPlainText(self._page.text)
        document = self.text.document()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(4)
        foreign = article.language if article else None
        reads = QLocale(foreign).textDirection() if foreign else Qt.LayoutDirection.LayoutDirectionAuto
        option = QTextOption(document.defaultTextOption())
        option.setTextDirection(reads)
        document.setDefaultTextOption(option)
        self._dress()

    def _dress(self) -> None:
        """Space between paragraphs, the title strong, what is not the article quiet."""
        cursor = QTextCursor(self.text.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        blocks = QTextBlockFormat()
        blocks.setBottomMargin(self.text.fontMetrics().height() * 0.55)
        blocks.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(blocks)
        for piece in self._page.pieces:
            look = QTextCharFormat()
            if piece.kind is RegionKind.TITLE:
                look.setFontWeight(QFont.Weight.DemiBold)
            elif piece.kind is not RegionKind.BODY:
                look.setForeground(self.palette().placeholderText())
                look.setFontItalic(True)
            else:
                continue
            self._select(cursor, piece.shown, piece.shown + piece.end - piece.start)
            cursor.mergeCharFormat(look)
        cursor.endEditBlock()

    def _select(self, cursor: QTextCursor, start: int, end: int) -> None:
        cursor.setPosition(self._utf16.of(start))
        cursor.setPosition(self._utf16.of(end), QTextCursor.MoveMode.KeepAnchor)

    def _head(self) -> None:
        article = self._article
        # A title that stands in the text itself is read there.
        inside = any(piece.kind is RegionKind.TITLE for piece in self._page.pieces)
        title = " ".join((article.title or "").split()) if article and not inside else ""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        among = self._among(fact) if (fact := self._found()) else ()
        several = len(among) > 1 and article is not None and article.id in among
        if article is None:
            self._about.setText("")
        else:
            day = QDate.fromString((article.published or "")[:10], Qt.DateFormat.ISODate)
            date = QLocale(self._says.locale).toString(day, QLocale.FormatType.LongFormat) if day.isValid() else ""
            place = ""
            if several:
                place = self._says.text("window.reader.source", number=among.index(article.id) + 1, count=len(among))
            self._about.setText(" · ".join(part for part in (article.outlet or "", date, place) if part))
        for button in (self._previous, self._next):
            button.setVisible(several)
        self._junk.setVisible(article is not None)

    def _among(self, fact: Fact) -> tuple[str, ...]:
        """The articles of the brief that say a fact."""
        return tuple(one for one in sources(fact) if one in self._session.summaries)

    def _turn(self, by: int) -> None:
        fact = self._found()
        if fact is None or self._article is None:
            return
        among = self._among(fact)
        if self._article.id in among:
            self._open(among[(among.index(self._article.id) + by) % len(among)])
            self._show_marks(scroll=True)

    # The marks

    def _found(self) -> Fact | None:
        return find(self._session.dossier, self._fact) if self._fact else None

    def _show_marks(self, *, scroll: bool) -> None:
        fact = self._found()
        article = self._article
        marks = tints(fact, article.id) if fact is not None and article is not None else ()
        if any(not any(self._page.shown(mark.start, mark.end)) for mark in marks) and not self._junk.isChecked():
            # The words stand in what was not taken for the article; they must be seen all the same.
            self._junk.setChecked(True)
        self._mark(marks)
        self._head()
        if scroll and marks:
            self._reveal(marks)

    def _mark(self, marks: tuple[Tint, ...]) -> None:
        selections = []
        for mark in marks:
            for start, end in self._page.shown(mark.start, mark.end):
                selection = QTextEdit.ExtraSelection()
                cursor = QTextCursor(self.text.document())
                self._select(cursor, start, end)
                selection.cursor = cursor
                selection.format = tint(mark.slot, self.palette())
                selections.append(selection)
        self.text.setExtraSelections(selections)
        self._legend.show_slots([mark.slot for mark in marks if mark.slot != SENTENCE])

    def _reveal(self, marks: tuple[Tint, ...]) -> None:
        places = [place for mark in marks for place in self._page.shown(mark.start, mark.end)]
        if not places:
            return
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(self._utf16.of(min(places)[0]))
        top = self.text.cursorRect(cursor).top()
        bar = self.text.verticalScrollBar()
        room = self.text.viewport().height()
        if not 0 <= top <= room * 0.7:
            bar.setValue(bar.value() + top - room // 4)

    def _on_shown(self) -> None:
        if self._fact is not None:
            self._show_marks(scroll=False)

    def _on_filed(self) -> None:
        if not self._session.is_open or (self._article and self._article.id not in self._session.summaries):
            self._article, self._fact = None, None
            self._set_text()
            self._mark(())
            self._head()
        self._on_selection()

    def _on_junk(self) -> None:
        self._set_text()
        self._show_marks(scroll=True)

    # What is made of marked words

    def _on_selection(self) -> None:
        marked = self.text.textCursor().hasSelection() and self._session.is_open and not self._session.read_only
        for button in self._makers.values():
            button.setEnabled(marked)

    def _on_menu(self, point: QPoint) -> None:
        menu = self.text.createStandardContextMenu(point)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if any(button.isEnabled() for button in self._makers.values()):
            menu.addSeparator()
            for button in self._makers.values():
                menu.addAction(button.text(), button.click)
        menu.popup(self.text.viewport().mapToGlobal(point))

    def _make(self, ask: Callable[..., None]) -> None:
        cursor = self.text.textCursor()
        if self._article is None or not cursor.hasSelection():
            return
        start, end = self._utf16.back(cursor.selectionStart()), self._utf16.back(cursor.selectionEnd())
        marked = self._page.of_article(start, end)
        if marked is not None:
            ask(self, self._session, self._says, (self._article, *marked), self.fact_added.emit)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """What was marked before there was room to show it is brought into view."""
        super().showEvent(event)
        if self._fact is not None:
            QTimer.singleShot(0, self, lambda: self._show_marks(scroll=True))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width breaks the lines anew; what is marked stays in view."""
        super().resizeEvent(event)
        if self._fact is not None and self.isVisible():
            QTimer.singleShot(0, self, lambda: self._show_marks(scroll=True))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Light and dark have tints of their own."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._article is not None:
            self._dress()
            self._show_marks(scroll=False)
