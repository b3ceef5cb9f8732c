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
        self._keys: dict[Order, dict[str, tuple[bool, str, str]]] = {order: {} for order in Order}
        self.order = Order.ADDED
        self._unticked: frozenset[str] = frozenset()
        self._stale: set[str] = set()

    def search(self, words: str) -> None:
        """Shows only articles that have every one of these words in their title, outlet, date or file name."""
        self._words = tuple(words.casefold().split())

    def forget(self, articles: Collection[str]) -> None:
        """Looks at articles anew, whose summaries have changed."""
        self._stale.update(articles)
        for article in articles:
            self._haystacks.pop(article, None)
            for keys in self._keys.values():
                keys.pop(article, None)

    @property
    def searching(self) -> bool:
        """Whether some articles may be hidden by a search."""
        return bool(self._words)

    def ids(self) -> list[str]:
        """The articles to show, in order."""
        summaries = self._session.summaries
        shown = [article for article in self._session.draft.articles if article in summaries]
        if self._words:
            shown = [article for article in shown if self._matches(article)]
        return shown if self.order is Order.ADDED else sorted(shown, key=self._key)

    def row(self, article: str) -> Row | None:
        """What the list says of an article; `None` where it is not known."""
        summary = self._session.summaries.get(article)
        return None if summary is None else _row(summary, article not in self._session.draft.unticked)

    def changed(self) -> Collection[str]:
        """The articles of which the list says something else than when this was asked last."""
        now = self._session.draft.unticked
        changed = self._stale | (now ^ self._unticked)
        self._unticked, self._stale = now, set()
        return changed

    def all_ticked(self) -> bool:
        """Whether every article that is shown is ticked."""
        return self._session.draft.unticked.isdisjoint(self.ids())

    def counts(self) -> tuple[int, int]:
        """How many articles the brief has, and how many of them are ticked."""
        draft = self._session.draft
        return len(draft.articles), len(draft.articles) - len(draft.unticked)

    def _matches(self, article: str) -> bool:
        text = self._haystacks.get(article)
        if text is None:
            one = self._session.summaries[article]
            about = (one.title, one.outlet, one.published, one.path, one.url, one.language)
            text = self._haystacks[article] = "\n".join(part for part in about if part).casefold()
        return all([word in text for word in self._words])  # noqa: C419 - twice as fast, and run for each letter typed

    def _key(self, article: str) -> tuple[bool, str, str]:
        keys = self._keys[self.order]
        key = keys.get(article)
        if key is None:
            key = keys[article] = _key(self._session.summaries[article], self.order)
        return key


def _key(summary: Summary, order: Order) -> tuple[bool, str, str]:
    title = _title(summary).casefold()
    match order:
        case Order.DATE:
            value = _date(summary)
        case Order.OUTLET:
            value = _outlet(summary).casefold()
        case _:
            value = title
    # What has no date or outlet comes last.
    return not value, value, title


def _row(summary: Summary, ticked: bool) -> Row:
    return Row(
        id=summary.id,
        title=_title(summary),
        outlet=_outlet(summary),
        published=_date(summary),
        language=summary.language or "",
        path=summary.path,
        url=summary.url or "",
        facts=summary.facts,
        failed=summary.failed,
        ticked=ticked,
    )


def _title(summary: Summary) -> str:
    return " ".join((summary.title or _file_name(summary.path)).split())


def _outlet(summary: Summary) -> str:
    return " ".join((summary.outlet or "").split())


def _date(summary: Summary) -> str:
    return (summary.published or "")[:10]


def _file_name(path: str) -> str:
    return PurePath(path).name or path
