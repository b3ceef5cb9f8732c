"""What the finder was asked to do and has not done: asked again where it died, given up where the user says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from briefing.model.notice import Notice, Severity
from briefing_gui.messages import Done, Failed, Found, Gathered, Progress
from briefing_gui.presenters.notices import Item, Notices
from briefing_gui.presenters.session import Session
from briefing_gui.presenters.topic import Topic

# So often may a worker die over one errand before it is left alone.
_PATIENCE = 2


class Office(Protocol):
    """Whoever takes errands to the finder."""

    def gather(self, file: Path, sources: Sequence[str], pasted: bytes = b"") -> int:
        """Reads sources into a brief's file and finds their facts; the errand's number."""
        ...

    def find(self, file: Path, articles: Sequence[str]) -> int:
        """Finds the facts of articles; the errand's number."""
        ...

    def cancel(self) -> None:
        """Stops the errand at hand."""
        ...


@dataclass(slots=True, kw_only=True)
class _Errand:
    """One errand under way: sources to read, then articles whose facts are to be found."""

    sources: tuple[str, ...] = ()
    pasted: bytes = b""
    articles: tuple[str, ...] = ()
    deaths: int = 0
    notices: list[Notice] = field(default_factory=list)


class Errands:
    """Errands of one session; `changed` tells that there are more or fewer, or that one has come further.

    `progress`: how far the errand at hand is, `None` while there is none.
    """

    def __init__(self, session: Session, office: Office, notices: Notices) -> None:
        self._session = session
        self._office = office
        self._notices = notices
        self._pending: dict[int, _Errand] = {}
        # Given up, but perhaps still in the finder's queue.
        self._given_up: set[int] = set()
        self.progress: Progress | None = None
        self.changed: Topic[[]] = Topic()

    @property
    def busy(self) -> bool:
        """Whether something is still to be done."""
        return bool(self._pending)

    @property
    def waiting(self) -> int:
        """How many errands are still to be done."""
        return len(self._pending)

    # What is asked for

    def gather(self, sources: Sequence[str], pasted: bytes = b"") -> None:
        """Has sources read into the brief."""
        if sources and not self._session.read_only:
            self._start(_Errand(sources=tuple(sources), pasted=pasted))

    def find(self, articles: Sequence[str]) -> None:
        """Has the facts of articles found, anew where they have been found before."""
        if articles and not self._session.read_only:
            self._start(_Errand(articles=tuple(articles)))

    def find_missing(self) -> None:
        """Has the facts found of articles in the list that have none yet and of which nobody was asked."""
        asked = {article for errand in self._pending.values() for article in errand.articles}
        known = self._session.summaries
        missing = [
            one
            for one in self._session.draft.articles
            if one in known and known[one].facts is None and one not in asked
        ]
        self.find([one for one in missing if not known[one].failed])

    def give_up(self) -> None:
        """Lets go of everything; what is done stays done."""
        if not self._pending:
            return
        self._given_up.update(self._pending)
        self._pending.clear()
        self._office.cancel()
        self._advance(None)

    def move(self) -> None:
        """Asks for everything anew, for the file that the brief is in now."""
        errands = list(self._pending.values())
        self.give_up()
        for errand in errands:
            if errand.sources:
                self._start(errand)
        self.find_missing()

    # What is heard

    def gathered(self, message: Gathered) -> None:
        """Takes in articles that are in the file now."""
        errand = self._pending.get(message.number)
        if errand is None or message.file != self._session.file.path:
            return
        errand.sources, errand.pasted = (), b""
        ids = [summary.id for summary in message.articles]
        errand.articles = tuple(summary.id for summary in message.articles if summary.facts is None)
        known = set(self._session.draft.articles)
        self._session.know(message.articles)
        self._session.add_articles(ids, message.number)
        errand.notices.extend(message.notices)
        self._say(errand, message.number)
        if ids and known.issuperset(ids) and not message.notices:
            self._notices.plain(f"errand-{message.number}", "window.notice.nothing-new")

    def found(self, message: Found) -> None:
        """Takes in an article's facts."""
        if not self._session.is_open or message.file != self._session.file.path:
            return
        self._session.know([message.article])
        errand = self._pending.get(message.number)
        if errand is not None:
            errand.deaths = 0
            errand.articles = tuple(one for one in errand.articles if one != message.article.id)
            errand.notices.extend(message.notices)
            self._say(errand, message.number)

    def progressed(self, message: Progress) -> None:
        """Takes in how far an errand is."""
        if message.number in self._given_up:
            self._office.cancel()
        elif message.number in self._pending:
            self._advance(message)

    def done(self, message: Done) -> None:
        """Takes in that an errand is over."""
        self._given_up.discard(message.number)
        errand = self._pending.pop(message.number, None)
        if errand is not None and message.cancelled:
            # The stop was meant for another one, which was over already.
            self._start(errand)
        self._advance(None)

    def failed(self, message: Failed) -> bool:
        """Takes in that an errand failed; whether it was one that had been given up, so that nobody need know."""
        given_up = message.number in self._given_up
        self._pending.pop(message.number, None)
        self._given_up.discard(message.number)
        self._advance(None)
        return given_up

    def died(self) -> None:
        """Asks again for what the finder had to do when it died, without what it may have died of, time and again."""
        errands, at = list(self._pending.items()), self.progress
        self._pending.clear()
        self._given_up.clear()
        for number, errand in errands:
            if at is not None and at.number == number:
                errand.deaths += 1
            if errand.deaths >= _PATIENCE:
                self._drop_culprit(errand)
            if errand.sources or errand.articles:
                self._start(errand)
        self._advance(None)

    def _drop_culprit(self, errand: _Errand) -> None:
        """Leaves out what the finder has died of twice: the article at hand, or all sources."""
        errand.deaths = 0
        if errand.sources:
            name, errand.sources = ", ".join(errand.sources), ()
        else:
            culprit, *rest = errand.articles
            summary = self._session.summaries.get(culprit)
            name, errand.articles = (summary.title or summary.path) if summary else culprit, tuple(rest)
        self._notices.put(
            Item(
                about=f"died-{name}",
                severity=Severity.ERROR,
                say=lambda says: says.text("window.notice.passed-over", name=name),
            )
        )

    def _start(self, errand: _Errand) -> None:
        path = self._session.file.path
        if errand.sources:
            number = self._office.gather(path, errand.sources, errand.pasted)
        else:
            number = self._office.find(path, errand.articles)
        self._pending[number] = errand
        self.changed.tell()

    def _say(self, errand: _Errand, number: int) -> None:
        self._notices.many(f"errand-{number}", errand.notices, "window.notice.about-articles")

    def _advance(self, progress: Progress | None) -> None:
        self.progress = progress
        self.changed.tell()
