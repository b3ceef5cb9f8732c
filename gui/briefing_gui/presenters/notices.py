"""What the window has to say that is not an answer to a click: kept until it is dealt with, worded when it is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefing.locale.interface import Interface
from briefing.model.errors import BriefingError
from briefing.model.notice import Notice, Severity
from briefing_gui.presenters.topic import Topic

_WEIGHT = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A button beside an item: a `ui` catalogue key and what it does. `stays`: the item is still there afterwards."""

    key: str
    act: Callable[[], object]
    stays: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to be said.

    `about`: what it is about; there is one item about one thing. `lines`: more, shown on demand. `details`: what a
    report of a defect needs, `None` where there is no defect. `standing`: true as long as it is there; it cannot be
    waved away.
    """

    about: str
    severity: Severity
    say: Callable[[Interface], str]
    lines: tuple[Callable[[Interface], str], ...] = ()
    offers: tuple[Offer, ...] = ()
    details: str | None = None
    standing: bool = False


class Notices:
    """The items at hand, the latest first; `changed` tells that there are others."""

    def __init__(self) -> None:
        self._items: dict[str, Item] = {}
        self.changed: Topic[[]] = Topic()

    @property
    def items(self) -> tuple[Item, ...]:
        """What there is to say now."""
        return tuple(reversed(self._items.values()))

    def put(self, item: Item) -> None:
        """Says something, in place of what was said about the same before."""
        self._items.pop(item.about, None)
        self._items[item.about] = item
        self.changed.tell()

    def drop(self, about: str) -> None:
        """Says no more about something."""
        if self._items.pop(about, None) is not None:
            self.changed.tell()

    def wave_away(self) -> None:
        """Drops whatever does not stand."""
        kept = {about: item for about, item in self._items.items() if item.standing}
        if len(kept) != len(self._items):
            self._items = kept
            self.changed.tell()

    def clear(self) -> None:
        """Says nothing any more: another brief is at hand."""
        if self._items:
            self._items.clear()
            self.changed.tell()

    # The usual things to say

    def plain(self, about: str, key: str, /, *offers: Offer, standing: bool = False, **parameters: object) -> None:
        """Says something that is no trouble."""
        say = _wording(key, parameters)
        self.put(Item(about=about, severity=Severity.INFO, say=say, offers=offers, standing=standing))

    def trouble(
        self, about: str, error: BriefingError, offers: Sequence[Offer] = (), details: str | None = None
    ) -> None:
        """Says what went wrong and what can be done."""
        self.put(
            Item(
                about=about,
                severity=Severity.ERROR,
                say=lambda says: says.error(error),
                offers=tuple(offers),
                details=details,
                standing=about == "save",
            )
        )

    def many(self, about: str, notices: Sequence[Notice], key: str) -> None:
        """Says what notices say: one as it is, several under the plural words `key`; none takes the item away."""
        ordered = sorted(notices, key=lambda notice: -_WEIGHT[notice.severity])
        if not ordered:
            self.drop(about)
            return
        first, count = ordered[0], len(ordered)
        lines = tuple(_noticed(notice) for notice in ordered)
        if count == 1:
            self.put(Item(about=about, severity=first.severity, say=lines[0]))
        else:
            say: Callable[[Interface], str] = lambda says: says.count(key, count)  # noqa: E731 - as the others are
            self.put(Item(about=about, severity=first.severity, say=say, lines=lines))


def _wording(key: str, parameters: dict[str, object]) -> Callable[[Interface], str]:
    return lambda says: says.text(key, **parameters)


def _noticed(notice: Notice) -> Callable[[Interface], str]:
    return lambda says: says.notice(notice)
