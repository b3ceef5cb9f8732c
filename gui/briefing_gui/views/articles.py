"""The left pane: the articles of the brief, to add, look through and tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QMimeData, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from briefing.locale.interface import Interface
from briefing_gui.models.articles import ArticleModel, Index
from briefing_gui.presenters.articles import Articles, Order
from briefing_gui.presenters.session import Session
from briefing_gui.views.article_row import ArticleDelegate
from briefing_gui.views.drop_down import DropDown
from briefing_gui.views.empty_state import EmptyState
from briefing_gui.views.flow import FlowLayout
from briefing_gui.views.naming import named
from briefing_gui.views.words_button import WordsButton

_READ = "*.txt *.text *.md *.markdown *.html *.htm *.json *.jsonl *.ndjson *.csv *.xml *.eml"


class ArticlesPane(QWidget):
    """What the brief is made from.

    `add_requested`: files, folders and addresses to read. `text_pasted`: an article's text or page from elsewhere.
    `find_requested`: ids of articles whose facts are to be found anew.
    """

    add_requested = Signal(list)
    text_pasted = Signal(bytes)
    samples_requested = Signal()
    article_selected = Signal(str)
    find_requested = Signal(list)

    def __init__(self, session: Session, says: Interface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._says = session, says
        self._presenter = Articles(session)
        self._model = ArticleModel(self._presenter.row, self)
        self._build()
        self.retranslate(says)
        self.setAcceptDrops(True)
        session.drafted.listen(self._show)
        session.articles_changed.listen(self._on_articles)
        session.filed.listen(self._show)
        self._show()

    # What others may ask

    def retranslate(self, says: Interface) -> None:
        """Puts every word into another language."""
        self._says = says
        self._delegate.says = says
        self.setAccessibleName(says.text("window.articles.title"))
        self._heading.setText(says.text("window.articles.title"))
        self._search.setPlaceholderText(says.text("window.articles.search"))
        self._search.setAccessibleName(says.text("window.articles.search"))
        self._add.setText(says.text("window.articles.add"))
        self._order.setAccessibleName(says.text("window.articles.order"))
        self._order.setToolTip(says.text("window.articles.order"))
        for place, order in enumerate(Order):
            self._order.setItemText(place, says.text(f"window.articles.order.{order}"))
        self.list.setAccessibleName(says.text("window.articles.title"))
        self.list.setAccessibleDescription(says.text("window.articles.list.about"))
        self._empty.say(says.text("window.articles.empty"), says.text("window.articles.empty.about"))
        self._empty_add.say(says.text("window.articles.add"))
        self._empty_paste.say(says.text("window.articles.paste"))
        self._empty_samples.say(says.text("window.articles.samples"))
        self._none.setText(says.text("window.articles.none-found"))
        self._show()
        self.list.viewport().update()

    def add_files(self) -> None:
        """Asks for files with the system's own dialog."""
        filters = (
            f"{self._says.text('window.articles.files')} ({_READ});;{self._says.text('window.articles.all-files')} (*)"
        )
        chosen, _ = QFileDialog.getOpenFileNames(self, self._says.text("window.articles.add"), "", filters)
        if chosen:
            self.add_requested.emit(chosen)

    def add_folder(self) -> None:
        """Asks for a folder with the system's own dialog."""
        chosen = QFileDialog.getExistingDirectory(self, self._says.text("window.articles.add-folder"))
        if chosen:
            self.add_requested.emit([chosen])

    def paste(self) -> None:
        """Takes what is on the clipboard as articles."""
        data = QGuiApplication.clipboard().mimeData()
        if data is not None:
            self._take(data)

    def focus_list(self) -> None:
        """Puts the keyboard where one begins: at the articles, or at what adds some."""
        part = self.list if self._model.rowCount() else self._empty_add
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        """Puts the cursor into the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def select_article(self, article: str) -> None:
        """Selects an article and brings it into view; nothing where it is not shown."""
        index = self._model.place(article)
        if index.isValid() and index != self.list.currentIndex():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().blockSignals(True)
            self.list.selectionModel().setCurrentIndex(index, flag)
            self.list.selectionModel().blockSignals(False)
            self.list.scrollTo(index)
            self.list.viewport().update()

    def selected(self) -> list[str]:
        """The ids of the selected articles, in order."""
        indexes = sorted(self.list.selectionModel().selectedIndexes(), key=QModelIndex.row)
        return [row.id for row in map(self._model.row, indexes) if row is not None]

    def remove_selected(self) -> None:
        """Takes the selected articles off the list."""
        if articles := self.selected():
            self._session.remove_articles(articles)

    # The parts

    def _build(self) -> None:
        self.setObjectName("articles")
        self._heading = named(QLabel(), "pane-heading")
        self._all = named(QCheckBox(), "articles-all")
        self._all.setTristate(True)
        self._all.clicked.connect(self._tick_all)
        self._search = named(QLineEdit(), "articles-search")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._on_search)
        self._order = named(DropDown(), "articles-order")
        self._order.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._order.addItems([order.value for order in Order])
        self._order.currentIndexChanged.connect(self._on_order)
        self._add = named(QPushButton(), "articles-add")
        self._add.clicked.connect(self.add_files)
        self.list = named(_List(), "articles-list")
        self.list.setModel(self._model)
        self._delegate = ArticleDelegate(self._says, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._on_menu)
        self.list.removed.connect(self.remove_selected)
        self.list.toggled.connect(self._toggle_selected)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self._model.tick_asked.connect(lambda article, tick: self._session.tick([article], tick))
        self._none = named(QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True), "quiet")
        self._stack = QStackedWidget()
        self._empty = self._empty_state()
        for page in (self._empty, self.list, self._none):
            self._stack.addWidget(page)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._add)
        search = QHBoxLayout()
        search.addWidget(self._search)
        # In large letters the order has a line of its own.
        tools = FlowLayout()
        tools.addWidget(self._all)
        tools.addWidget(self._order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        rows: tuple[QLayout, ...] = (head, search, tools)
        for row in rows:
            row.setContentsMargins(12, 0, 12, 0)
            column.addLayout(row)
        column.addWidget(self._stack, 1)

    def _empty_state(self) -> EmptyState:
        self._empty_add = named(WordsButton(), "empty-add")
        self._empty_paste = named(WordsButton(), "empty-paste")
        self._empty_samples = named(WordsButton(), "empty-samples")
        self._empty_add.clicked.connect(self.add_files)
        self._empty_paste.clicked.connect(self.paste)
        self._empty_samples.clicked.connect(self.samples_requested.emit)
        return EmptyState("articles-empty", self._empty_add, self._empty_paste, self._empty_samples)

    # What changes

    def _on_articles(self, articles: tuple[str, ...]) -> None:
        self._presenter.forget(articles)
        self._show()

    def _show(self) -> None:
        ids = self._presenter.ids()
        self._model.show(ids, self._presenter.changed())
        count, ticked = self._presenter.counts()
        self._all.setText(self._says.text("window.articles.ticked", ticked=ticked, count=count))
        state = {0: Qt.CheckState.Unchecked, count: Qt.CheckState.Checked}.get(ticked, Qt.CheckState.PartiallyChecked)
        self._all.setCheckState(state)
        key = "window.articles.untick-all" if ticked == count else "window.articles.tick-all"
        self._all.setToolTip(self._says.text(key))
        self._all.setAccessibleName(self._says.text(key))
        self._stack.setCurrentIndex(0 if not count else 1 if ids else 2)
        writable = self._session.is_open and not self._session.read_only
        tools: tuple[QWidget, ...] = (self._all, self._search, self._order)
        for tool in tools:
            tool.setVisible(count > 0)
        editing: tuple[QWidget, ...] = (
            self._all,
            self._add,
            self._empty_add,
            self._empty_paste,
            self._empty_samples,
        )
        for part in editing:
            part.setEnabled(writable)
        self.setAcceptDrops(writable)

    def _on_search(self, words: str) -> None:
        self._presenter.search(words)
        self._show()

    def _on_order(self, place: int) -> None:
        self._presenter.order = list(Order)[place]
        self._show()

    def _on_current(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row is not None:
            self.article_selected.emit(row.id)

    def _tick_all(self) -> None:
        """All that are shown: ticked unless they all are."""
        self._session.tick(self._presenter.ids(), not self._presenter.all_ticked())
        self._show()

    def _toggle_selected(self) -> None:
        articles = self.selected()
        tick = any(article in self._session.draft.unticked for article in articles)
        if articles:
            self._session.tick(articles, tick)

    def _on_menu(self, point: QPoint) -> None:
        articles = self.selected()
        if not articles or self._session.read_only:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        says = self._says
        tick = any(article in self._session.draft.unticked for article in articles)
        menu.addAction(says.text("window.articles.tick" if tick else "window.articles.untick"), self._toggle_selected)
        menu.addAction(says.text("window.articles.find-again"), lambda: self.find_requested.emit(articles))
        menu.addSeparator()
        menu.addAction(says.text("window.articles.remove"), self.remove_selected)
        menu.popup(self.list.viewport().mapToGlobal(point))

    # What is dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Takes files, links and text."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Takes them anywhere on the pane."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Files, folders and links are sources; any other text is an article."""
        self._take(event.mimeData())
        event.acceptProposedAction()

    def _take(self, data: QMimeData) -> None:
        sources = [url.toLocalFile() if url.isLocalFile() else url.toString() for url in data.urls()]
        text = data.text().strip()
        if not sources and text and all(_is_address(line) for line in text.split()):
            sources = text.split()
        if sources:
            self.add_requested.emit(sources)
        elif data.hasHtml() and "<p" in data.html():
            # A piece of a page keeps its paragraphs only in its own markup.
            self.text_pasted.emit(data.html().encode("utf-8", "surrogatepass"))
        elif text:
            self.text_pasted.emit(data.text().encode("utf-8", "surrogatepass"))


class _List(QListView):
    """A list whose Delete removes and whose Space toggles every selected row."""

    removed = Signal()
    toggled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:  # noqa: N802 - Qt's name
        """Paints anew and lays nothing out: all rows are of one height, and there may be thousands."""
        QAbstractItemView.dataChanged(self, first, last, list(roles))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Delete and Space are ours."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.toggled.emit()
        else:
            super().keyPressEvent(event)


def _is_address(word: str) -> bool:
    return word.lower().startswith(("http://", "https://"))
