"""The list of articles: which are shown, in which order, and what each row says."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING

from briefing_gui.presenters.session import Session

if TYPE_CHECKING:
    from briefing.model.summary import Summary


class Order(StrEnum):
    """By what the list is sorted; `added` is the order in which articles came."""

    ADDED = "added"
    DATE = "date"
    OUTLET = "outlet"
    TITLE = "title"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One article of the list.

    `title`: the file's name where the article has none. `facts`: `None` while they are still to be found.
    """

    id: str
    title: str
    outlet: str
    published: str
    language: str
    path: str
    url: str
    facts: int | None
    failed: bool
    ticked: bool


class Articles:
    """What the list shows of a session's articles."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words: tuple[str, ...] = ()
        self._haystacks: dict[str, str] = {}
        self.order = Order.ADDED

    def search(self, words: str) -> None:
        """Shows only articles that have every one of these words in their title, outlet, date or file name."""
        self._words = tuple(words.casefold().split())

    def forget(self, articles: Collection[str]) -> None:
        """Looks at articles anew, whose summaries have changed."""
        for article in articles:
            self._haystacks.pop(article, None)

    @property
    def searching(self) -> bool:
        """Whether some articles may be hidden by a search."""
        return bool(self._words)

    def rows(self) -> list[Row]:
        """The rows to show, in order."""
        draft, summaries = self._session.draft, self._session.summaries
        known = (summaries[article] for article in draft.articles if article in summaries)
        rows = [_row(summary, summary.id not in draft.unticked) for summary in known if self._wanted(summary)]
        return rows if self.order is Order.ADDED else sorted(rows, key=self._key)

    def counts(self) -> tuple[int, int]:
        """How many articles the brief has, and how many of them are ticked."""
        draft = self._session.draft
        return len(draft.articles), len(draft.articles) - len(draft.unticked)

    def _wanted(self, summary: Summary) -> bool:
        if not self._words:
            return True
        if summary.id not in self._haystacks:
            about = (summary.title, summary.outlet, summary.published, summary.path, summary.url, summary.language)
            self._haystacks[summary.id] = "\n".join(part for part in about if part).casefold()
        return all(word in self._haystacks[summary.id] for word in self._words)

    def _key(self, row: Row) -> tuple[bool, str, str]:
        value = {Order.DATE: row.published, Order.OUTLET: row.outlet.casefold(), Order.TITLE: row.title.casefold()}
        # What has no date or outlet comes last.
        return (not value[self.order], value[self.order], row.title.casefold())


def _row(summary: Summary, ticked: bool) -> Row:
    return Row(
        id=summary.id,
        title=" ".join((summary.title or _file_name(summary.path)).split()),
        outlet=" ".join((summary.outlet or "").split()),
        published=(summary.published or "")[:10],
        language=summary.language or "",
        path=summary.path,
        url=summary.url or "",
        facts=summary.facts,
        failed=summary.failed,
        ticked=ticked,
    )


def _file_name(path: str) -> str:
    return PurePath(path).name or path
