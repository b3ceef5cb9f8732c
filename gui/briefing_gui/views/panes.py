"""The panes of the window: made, put beside each other, and told of each other, in one place."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from briefing.locale.interface import Interface
from briefing_gui.messages import SECTION, Proofed
from briefing_gui.presenters.sections import CHANGES
from briefing_gui.presenters.session import Session
from briefing_gui.views.articles import ArticlesPane
from briefing_gui.views.audit import AuditPane
from briefing_gui.views.card import Card
from briefing_gui.views.facts import FactsPane
from briefing_gui.views.own_section import OwnSectionEditor
from briefing_gui.views.preview import PreviewPane
from briefing_gui.views.rail import Rail
from briefing_gui.views.reader import Reader
from briefing_gui.views.settings import Settings
from briefing_gui.views.splitter import Splitter
from briefing_gui.work import Work

# How wide and high the parts are at first, in pixels at normal text.
_ACROSS = (280, 640, 520)
_MIDDLE = (190, 450)
_DOWN = (330, 220, 230)
# How wide the parts are at least, in characters. What they show now and then must not push the others aside.
_ARTICLES, _RAIL, _PLACES, _PREVIEW = 21, 15, 34, 23


class Panes(QObject):
    """Articles, brief and pages side by side; what is chosen in one is shown in the others.

    `fact_changed`: another fact is at hand, or none.
    """

    fact_changed = Signal()

    def __init__(self, session: Session, work: Work, says: Interface, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._fact: str | None = None
        self.articles = ArticlesPane(session, says)
        self.rail = Rail(session, says)
        self.facts = FactsPane(session, says)
        self.card = Card(session, says)
        self.reader = Reader(session, says)
        self.own = OwnSectionEditor(session, says)
        self.audit = AuditPane(session, says)
        self.preview = PreviewPane(session, work, says)
        self.splitters: dict[str, QSplitter] = {}
        self.brief = self._brief()
        self.whole = self._split("across", Qt.Orientation.Horizontal, self.articles, self.brief, self.preview)
        self._arrange("across", _ACROSS, grows=2)
        self._hold()
        self._tie(work)

    @property
    def all(self) -> tuple[QWidget, ...]:
        """The panes in the order in which the keyboard goes through them."""
        return (self.articles, self.rail, self.facts, self.card, self.reader, self.own, self.audit, self.preview)

    def retranslate(self, says: Interface) -> None:
        """Puts every pane into another language."""
        for pane in (self.articles, self.rail, self.facts, self.card, self.reader, self.own, self.audit, self.preview):
            pane.retranslate(says)

    def resize(self) -> None:
        """Makes room for text of another size."""
        self._hold()

    def restore(self, settings: Settings) -> None:
        """Arranges the panes as they were."""
        for name, splitter in self.splitters.items():
            state = settings.state(f"splitter-{name}")
            if state is not None:
                splitter.restoreState(state)

    def remember(self, settings: Settings) -> None:
        """Remembers how the panes are arranged."""
        for name, splitter in self.splitters.items():
            settings.set_state(f"splitter-{name}", splitter.saveState())

    def go_to(self, place: str) -> None:
        """Shows a place of the rail; one that is shown already as if the user came to it anew."""
        if place == self.rail.place:
            self._show_place(place)
        else:
            self.rail.select_place(place)

    def select_fact(self, fact: str) -> None:
        """Shows a fact wherever it stands."""
        self.facts.select_fact(fact)

    def flush(self) -> None:
        """Takes in what is being typed into a field and is not the brief's yet."""
        self.card.flush()

    # How they stand

    def _brief(self) -> QWidget:
        facts = self._split("facts", Qt.Orientation.Vertical, self.facts, self.card, self.reader)
        self._arrange("facts", _DOWN, grows=2)
        self._places = QStackedWidget()
        for page in (facts, self.own, self.audit):
            self._places.addWidget(page)
        brief = self._split("brief", Qt.Orientation.Horizontal, self.rail, self._places)
        self._arrange("brief", _MIDDLE, grows=1)
        return brief

    def _split(self, name: str, orientation: Qt.Orientation, *parts: QWidget) -> QSplitter:
        splitter = Splitter(orientation)
        splitter.setObjectName(f"splitter-{name}")
        splitter.setChildrenCollapsible(False)
        for part in parts:
            splitter.addWidget(part)
        self.splitters[name] = splitter
        return splitter

    def _hold(self) -> None:
        """Keeps each part as wide as it must be, whatever it shows."""
        widths = (
            (self.articles, _ARTICLES),
            (self.rail, _RAIL),
            (self._places, _PLACES),
            (self.preview, _PREVIEW),
        )
        for part, characters in widths:
            part.setMinimumWidth(part.fontMetrics().averageCharWidth() * characters)

    def _arrange(self, name: str, sizes: tuple[int, ...], grows: int) -> None:
        splitter = self.splitters[name]
        splitter.setSizes(list(sizes))
        for part in range(len(sizes)):
            splitter.setStretchFactor(part, 1 if part == grows else 0)

    # What is chosen in one is shown in the others

    def _tie(self, work: Work) -> None:
        facts, card = self.facts, self.card
        self.rail.place_selected.connect(self._show_place)
        self.rail.section_added.connect(self.own.focus_heading)
        facts.place_wanted.connect(self.rail.select_place)
        facts.fact_selected.connect(self._show_fact)
        facts.edit_requested.connect(card.edit)
        facts.trim_requested.connect(card.trim)
        facts.split_requested.connect(card.split)
        facts.note_requested.connect(card.note)
        facts.mergeable_changed.connect(card.offer_merge)
        card.accept_requested.connect(facts.accept)
        card.leave_out_requested.connect(facts.leave_out)
        card.merge_requested.connect(facts.merge)
        card.move_requested.connect(lambda by: facts.move_up() if by < 0 else facts.move_down())
        card.finished.connect(facts.focus_list)
        self.audit.fact_selected.connect(self._show_fact)
        self.reader.fact_added.connect(self.select_fact)
        self.preview.fact_clicked.connect(self._on_clicked)
        self.articles.article_selected.connect(self.reader.show_article)
        work.pictured.connect(self.preview.show_picture)
        work.looked.connect(self.preview.show_hits)

    def show_proof(self, proof: Proofed) -> None:
        """Shows how the brief prints now."""
        self.preview.show_proof(proof)

    def clear(self) -> None:
        """Shows nothing of the brief before."""
        self._fact = None
        self.card.show_fact(None)
        self.reader.show_fact(None)
        self.preview.clear()

    def _show_place(self, place: str) -> None:
        if place == CHANGES:
            self._places.setCurrentWidget(self.audit)
        elif any(own.id == place for own in self._session.draft.choices.own):
            self.own.show_section(place)
            self._places.setCurrentWidget(self.own)
        else:
            self.facts.show_place(place)
            self._places.setCurrentWidget(self.splitters["facts"])
        self.preview.show_section(place)

    def _show_fact(self, fact: str) -> None:
        self._fact = fact or None
        self.card.show_fact(self._fact)
        self.reader.show_fact(self._fact)
        self.preview.mark_fact(self._fact)
        self.fact_changed.emit()

    def _on_clicked(self, fact: str) -> None:
        if fact.startswith(SECTION):
            self.rail.select_place(fact.removeprefix(SECTION))
            return
        self._places.setCurrentWidget(self.splitters["facts"])
        self.select_fact(fact)
