"""One brief being worked on: its draft, its file, what the draft says, and everything the user can do to it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

from briefing import app
from briefing.model.article import Article
from briefing.model.decision import Act
from briefing.model.dossier import Dossier
from briefing.model.draft import Choices, Draft
from briefing.model.errors import BriefingError
from briefing_gui.presenters import changes
from briefing_gui.presenters.changes import Change, History
from briefing_gui.presenters.topic import Topic

if TYPE_CHECKING:
    from briefing.app.briefs import BriefFile
    from briefing.model.summary import Summary

NOTHING = Dossier(articles=())
# Choices that are typed letter by letter.
_TYPED = ("title", "prepared_for", "marking")


class Session:
    """The one place where the brief at hand is kept.

    Topics: `drafted` (the draft is another one), `articles_changed` (summaries have come or changed), `shown` (the
    dossier is another one), `filed` (another file, or its standing: saved, read-only, in trouble).
    `trouble`: why the last save failed, `None` while all is saved. `dormant`: decisions that touch nothing now.
    """

    def __init__(self, history: History) -> None:
        self._history = history
        self._file: BriefFile | None = None
        self.draft = Draft(choices=Choices(locale="en"))
        self.dossier = NOTHING
        self.dormant: tuple[int, ...] = ()
        self.summaries: dict[str, Summary] = {}
        self.trouble: BriefingError | None = None
        self.untitled = True
        self.drafted: Topic[[]] = Topic()
        self.articles_changed: Topic[[tuple[str, ...]]] = Topic()
        self.shown: Topic[[]] = Topic()
        self.filed: Topic[[]] = Topic()

    # The file

    @property
    def file(self) -> BriefFile:
        """The brief's file; there is one from `open` to `close`."""
        if self._file is None:
            raise RuntimeError("no brief is open")
        return self._file

    @property
    def is_open(self) -> bool:
        """Whether there is a brief at hand."""
        return self._file is not None

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed, because another window has the file or it cannot be written."""
        return self._file is not None and self._file.read_only

    @property
    def saved(self) -> bool:
        """Whether the file has everything, under a name of the user's choice."""
        return self.trouble is None and (not self.untitled or not self.draft.articles)

    def open(self, file: BriefFile, *, untitled: bool) -> None:
        """Takes up the brief in a file; the one before must have been closed. `untitled`: the user never named it."""
        self._file, self.untitled, self.trouble = file, untitled, None
        self.draft, self.dossier, self.dormant = file.draft(), NOTHING, ()
        self.summaries = {summary.id: summary for summary in file.summaries()}
        self._history.clear()
        self.filed.tell()
        self.articles_changed.tell(tuple(self.summaries))
        self.drafted.tell()
        self.shown.tell()

    def close(self, *, remove: bool = False) -> None:
        """Lets go of the file, saving once more what could not be saved before, or with `remove` removing it."""
        if self._file is None:
            return
        if remove:
            self._file.discard()
        else:
            if self.trouble is not None:
                self._save()
            self._file.close()
        self._file = None

    def renamed(self, file: BriefFile) -> None:
        """Goes on in another file that has the same contents, the user's own."""
        if self._file is not None:
            self._file.close()
        self._file, self.untitled, self.trouble = file, False, None
        self._save()
        self.filed.tell()

    def save_again(self) -> None:
        """Tries once more to save what could not be saved."""
        self._save()

    def _save(self) -> None:
        if self.read_only:
            return
        before = self.trouble
        try:
            self.file.save(self.draft)
        except BriefingError as trouble:
            self.trouble = trouble
        else:
            self.trouble = None
        if before is not self.trouble:
            self.filed.tell()

    # What comes from the workers

    def know(self, summaries: Iterable[Summary]) -> None:
        """Takes in summaries of articles that are in the file now."""
        new = {summary.id: summary for summary in summaries}
        self.summaries.update(new)
        self.articles_changed.tell(tuple(new))

    def show(self, dossier: Dossier, dormant: tuple[int, ...]) -> None:
        """Takes in what the draft says."""
        self.dossier, self.dormant = dossier, dormant
        self.shown.tell()

    def article(self, article: str) -> Article:
        """An article with its text, from the file."""
        return self.file.article(article)

    # What the user does

    def do(self, name: str, after: Draft, joins: str | None = None, **parameters: str | int) -> None:
        """Carries out one action under a name for the menu; one that changes nothing is none."""
        if after == self.draft or self.read_only:
            return
        self._history.push(
            Change(name=f"window.undo.{name}", before=self.draft, after=after, joins=joins, parameters=parameters)
        )

    def adopt(self, draft: Draft) -> None:
        """Makes `draft` the brief's; for the history alone, which calls it to do, undo and redo."""
        titles = self.saved
        self.draft = draft
        self._save()
        self.drafted.tell()
        if self.saved != titles:
            self.filed.tell()

    def add_articles(self, articles: Iterable[str], errand: int) -> None:
        """Puts articles into the list; those of one errand are one step of undo."""
        after = changes.with_articles(self.draft, tuple(articles))
        count = len(after.articles) - len(self.draft.articles)
        self.do("add-articles", after, joins=f"add-{errand}", count=count)

    def remove_articles(self, articles: Collection[str]) -> None:
        """Takes articles off the list."""
        self.do("remove-articles", changes.without_articles(self.draft, articles), count=len(articles))

    def tick(self, articles: Collection[str], tick: bool) -> None:
        """Ticks or unticks articles."""
        name = "tick" if tick else "untick"
        self.do(name, changes.ticked(self.draft, articles, tick), count=len(articles))

    def choose(self, choice: str, value: Any) -> None:  # noqa: ANN401 - each field of `Choices` has its own type
        """Makes one choice anew: a field of `Choices`."""
        joins = choice if choice in _TYPED else None
        self.do(f"choose-{choice.replace('_', '-')}", changes.chosen(self.draft, **{choice: value}), joins=joins)

    def decide(self, name: str, *acts: Act, **parameters: str | int) -> None:
        """Takes the editor's decisions on facts, as one step named `name` (`accept`, `correct`, `merge`, ...)."""
        self.do(name, changes.decided(self.draft, *acts), None, **parameters)

    def take_back(self, numbers: Collection[int]) -> None:
        """Takes decisions back."""
        self.do("take-back", changes.taken_back(self.draft, numbers), count=len(numbers))

    # The sections

    def sections(self) -> tuple[str, ...]:
        """Every section in the order of print, those hidden too: the template's, then the others, unless chosen."""
        choices = self.draft.choices
        arranged = choices.sections or ()
        return (*arranged, *(one for one in app.all_sections(choices.template) if one not in arranged))

    def hidden(self) -> frozenset[str]:
        """The sections that are not printed."""
        choices = self.draft.choices
        if choices.sections is None:
            return frozenset(self.sections()) - frozenset(app.template_sections(choices.template))
        # What nobody has put in its place is not printed: a brief read back from print knows of no other sections.
        return choices.hidden | (frozenset(self.sections()) - frozenset(choices.sections))

    def arrange(self, sections: tuple[str, ...], hidden: frozenset[str], name: str = "arrange") -> None:
        """Puts sections into an order and hides some."""
        self.do(name, changes.chosen(self.draft, sections=sections, hidden=hidden))

    def reset_sections(self) -> None:
        """Goes back to the template's sections; the editor's own stay, before the sources."""
        choices = self.draft.choices
        own = tuple(one.id for one in choices.own)
        standard = app.all_sections(choices.template)
        if own:
            self.arrange(
                app.with_own(standard, own), frozenset(standard) - frozenset(app.template_sections(choices.template))
            )
        else:
            self.do("arrange", changes.chosen(self.draft, sections=None, hidden=frozenset()))

    def add_section(self, heading: str) -> str:
        """Adds an empty section of the editor's own; its id."""
        hidden = self.hidden()
        after, new = changes.with_own(self.draft, heading, self.sections())
        self.do("add-section", changes.chosen(after, hidden=hidden))
        return new

    def reword_section(self, section: str, heading: str, text: str) -> None:
        """Rewords one of the editor's own sections; what is typed in one line without a break is one step."""
        after = changes.with_own_text(self.draft, section, heading, text)
        self.do("reword-section", after, joins=f"reword-{section}-{text.count(chr(10))}")

    def remove_section(self, section: str) -> None:
        """Takes one of the editor's own sections away."""
        self.do("remove-section", changes.without_own(self.draft, section))
