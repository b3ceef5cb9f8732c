"""The draft as rows, of which a save writes those that have changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from briefing.library.cells import record, text, text_in, whole
from briefing.library.codec import Misshapen, dump, load
from briefing.model.decision import Decision
from briefing.model.draft import Choices, Draft
from briefing.model.errors import InvalidRecord

K = TypeVar("K", bound=Hashable)

MOST_ROWS = 1_000_000
"""More articles or decisions than this are not read from a file."""


@dataclass(frozen=True)
class Kept:
    """The draft as it stands in the file; `listed`, `numbered`: where each article and decision stands in its order."""

    draft: Draft
    listed: Mapping[str, int] = field(default_factory=dict)
    numbered: Mapping[int, int] = field(default_factory=dict)


def read(connection: sqlite3.Connection) -> Kept:
    """The draft in a file. Raises `Misshapen`."""
    row = connection.execute("SELECT body FROM choices").fetchone()
    if row is None:
        raise Misshapen("no choices")
    listed = {
        text(article): whole(position)
        for article, position in _all(connection, "SELECT article, position FROM listing ORDER BY position, article")
    }
    decisions, numbered = [], {}
    for number, position, body in _all(
        connection, "SELECT number, position, body FROM decisions ORDER BY position, number"
    ):
        decision = load(record(body), Decision)
        if decision.number != number:
            raise Misshapen("a decision under another's number")
        decisions.append(decision)
        numbered[decision.number] = whole(position)
    draft = Draft(
        choices=load(record(row[0]), Choices),
        articles=tuple(listed),
        unticked=frozenset([text(row[0]) for row in _all(connection, "SELECT article FROM unticked")]),
        decisions=tuple(decisions),
    )
    return Kept(draft, listed, numbered)


def write(connection: sqlite3.Connection, draft: Draft, kept: Kept | None) -> Kept:
    """Writes what of `draft` differs from what is kept; what is kept afterwards. For the inside of a transaction."""
    before = kept.draft if kept else None
    if before is None or draft.choices != before.choices:
        connection.execute("INSERT OR REPLACE INTO choices VALUES (1, ?)", (dump(draft.choices, Choices),))
    listed: Mapping[str, int] = kept.listed if kept else {}
    if before is None or draft.articles is not before.articles:
        listed = _write_listing(connection, draft.articles, listed)
    _write_unticked(connection, draft.unticked, before.unticked if before else frozenset())
    numbered: Mapping[int, int] = kept.numbered if kept else {}
    if before is None or draft.decisions is not before.decisions:
        numbered = _write_decisions(connection, draft.decisions, before.decisions if before else (), numbered)
    return Kept(draft, listed, numbered)


def _write_listing(
    connection: sqlite3.Connection, articles: tuple[str, ...], listed: Mapping[str, int]
) -> Mapping[str, int]:
    change = _reordered(articles, listed)
    connection.executemany("DELETE FROM listing WHERE article = ?", [(text_in(one),) for one in change.gone])
    connection.executemany(
        "INSERT OR REPLACE INTO listing VALUES (?, ?)",
        [(text_in(one), position) for one, position in change.moved.items()],
    )
    return change.positions


def _write_unticked(connection: sqlite3.Connection, now: frozenset[str], before: frozenset[str]) -> None:
    if now is before:
        return
    connection.executemany("DELETE FROM unticked WHERE article = ?", [(text_in(one),) for one in before - now])
    connection.executemany("INSERT OR IGNORE INTO unticked VALUES (?)", [(text_in(one),) for one in now - before])


def _write_decisions(
    connection: sqlite3.Connection,
    now: tuple[Decision, ...],
    before: tuple[Decision, ...],
    numbered: Mapping[int, int],
) -> Mapping[int, int]:
    written = {decision.number: decision for decision in before}
    change = _reordered([decision.number for decision in now], numbered)
    if len(change.positions) != len(now):
        raise InvalidRecord("two decisions of one number")
    connection.executemany("DELETE FROM decisions WHERE number = ?", [(number,) for number in change.gone])
    rows = [
        (decision.number, change.positions[decision.number], dump(decision, Decision))
        for decision in now
        # By identity first: equality of two records looks at every word in them.
        if decision.number in change.moved or ((old := written[decision.number]) is not decision and old != decision)
    ]
    connection.executemany("INSERT OR REPLACE INTO decisions VALUES (?, ?, ?)", rows)
    return change.positions


@dataclass(frozen=True)
class _Change(Generic[K]):
    """What a new order does: `gone` and `moved` rows, and where every row stands now."""

    gone: tuple[K, ...]
    moved: Mapping[K, int]
    positions: Mapping[K, int]


def _reordered(order: Iterable[K], before: Mapping[K, int]) -> _Change[K]:
    """Positions that rise along `order`, of which as many as is easily seen are those from before.

    A row that goes leaves a gap, so that the others stay, and finds its place free when it comes back.
    """
    positions: dict[K, int] = {}
    moved: dict[K, int] = {}
    last = 0
    for one in dict.fromkeys(order):
        place = before.get(one)
        if place is None or place <= last:
            place = last + 1
            moved[one] = place
        positions[one] = last = place
    return _Change(tuple([one for one in before if one not in positions]), moved, positions)


def _all(connection: sqlite3.Connection, select: str) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = connection.execute(f"{select} LIMIT {MOST_ROWS + 1}").fetchall()
    if len(rows) > MOST_ROWS:
        raise Misshapen("more rows than anybody makes")
    return rows
