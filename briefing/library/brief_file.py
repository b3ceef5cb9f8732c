"""One brief in one file, whole after every save, whatever happens to the program."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.library import articles as rows
from briefing.library import draft_rows
from briefing.library.codec import Misshapen
from briefing.library.copying import copy_database, make, remove, sweep
from briefing.library.lock import Unlockable, give_back, take
from briefing.library.opening import Entrance, connected, enter, explained, identity, prepare, upgraded
from briefing.library.schema import migrate, newest, version_of
from briefing.model.article import Article
from briefing.model.draft import Draft
from briefing.model.errors import NothingDone
from briefing.model.facts import Findings
from briefing.model.notice import Notice, Outcome
from briefing.model.summary import Summary

if TYPE_CHECKING:
    from filelock import BaseFileLock

__all__ = ["BriefFile", "Summary"]


class BriefFile:
    """A `.brief` that is open: what the user decides goes in by `save`, what workers find by `put`.

    `path`: as given. `read_only`: `save` is refused. `held_elsewhere`: because another window has the file.
    Every reading method raises `NothingDone` (`brief-damaged`, `cannot-read`). Threads may share one.
    """

    def __init__(self, path: Path, entrance: Entrance, lock: BaseFileLock | None, *, held_elsewhere: bool) -> None:
        """For `create` and `open` only."""
        self.path = path
        self.held_elsewhere = held_elsewhere
        self.read_only = lock is None
        self._entrance = entrance
        self._connection = entrance.connection
        self._lock = lock
        self._kept: draft_rows.Kept | None = None
        self._turn = threading.RLock()
        self._closed = False

    @staticmethod
    def create(path: Path, draft: Draft) -> BriefFile:
        """Makes a new file, open to be written. Raises `NothingDone` (`brief-exists`, `cannot-save`)."""

        def fill(connection: sqlite3.Connection) -> None:
            migrate(connection)
            connection.execute("BEGIN")
            draft_rows.write(connection, draft, None)
            connection.execute("COMMIT")

        make(path, fill)
        return BriefFile.open(path)

    @staticmethod
    def open(path: Path, *, write: bool = True) -> BriefFile:
        """Opens a file; with `write`, to save drafts in it, and read-only where that cannot be.

        Without `write` nobody is kept from saving, and `put` works nevertheless where the file can be written: for
        workers and commands. Raises `NothingDone` (`no-such-file`, `not-a-brief`, `brief-newer`, `brief-damaged`,
        `cannot-read`).
        """
        there = identity(path)
        entrance = enter(path)
        lock: BaseFileLock | None = None
        held = replaced = False
        try:
            if write and entrance.writable:
                with contextlib.suppress(Unlockable):
                    lock = take(path)
                    held = lock is None
            # Between the two somebody may have removed the file, or put another in its place.
            replaced = lock is not None and identity(path) != there
            if lock is not None and not replaced:
                sweep(path)
                with explained(path):
                    prepare(entrance)
            elif not replaced and version_of(entrance.connection) < newest():
                entrance = upgraded(entrance)
        except BaseException:
            entrance.leave()
            if lock is not None:
                give_back(lock)
            raise
        if lock is not None and replaced:
            entrance.leave()
            give_back(lock)
            return BriefFile.open(path, write=write)
        return BriefFile(path, entrance, lock, held_elsewhere=held)

    # The draft

    def draft(self) -> Draft:
        """What the user has chosen and decided, as saved last."""
        if self._kept is not None:
            # Whoever has the lock is alone in writing it.
            return self._kept.draft
        with self._reading():
            kept = draft_rows.read(self._connection)
            if self._lock is not None:
                self._kept = kept
            return kept.draft

    def save(self, draft: Draft) -> None:
        """Writes what has changed since the last save; it outlives the program once this returns.

        Raises `NothingDone` (`brief-read-only`, `cannot-save`); the file is then as it was, and the draft can be
        saved again.
        """
        if self.read_only:
            raise NothingDone("brief-read-only", path=str(self.path))
        if self._kept is None:
            self.draft()
        with self._writing():
            kept = draft_rows.write(self._connection, draft, self._kept)
        self._kept = kept

    # What was read and found

    def put(self, article: Article, notices: Sequence[Notice]) -> None:
        """Writes an article with what there was to say when it was read; the same again changes nothing.

        Raises `NothingDone` (`cannot-save`).
        """
        with self._writing():
            rows.put(self._connection, article, notices)

    def put_findings(self, outcome: Outcome[Findings], rules: str) -> None:
        """Writes what was found in an article of the file by `rules`. Raises `NothingDone` (`cannot-save`)."""
        with self._writing():
            rows.put_findings(self._connection, outcome, rules)

    def summaries(self, ids: Sequence[str] | None = None) -> tuple[Summary, ...]:
        """Those of `ids` that are in the file, in that order; for `None` all, in the order of the list."""
        with self._reading():
            return rows.summaries(self._connection, ids)

    def article(self, article: str) -> Article:
        """An article of the file; `KeyError` where it is not in it."""
        found = self.articles((article,))
        if not found:
            raise KeyError(article)
        return found[0]

    def articles(self, ids: Sequence[str]) -> tuple[Article, ...]:
        """Those of `ids` that are in the file, in that order."""
        with self._reading():
            return rows.articles(self._connection, ids)

    def findings(self, ids: Sequence[str]) -> dict[str, Outcome[Findings]]:
        """What was found in those of `ids` in which facts have been looked for."""
        with self._reading():
            return rows.findings(self._connection, ids)

    def notices(self, ids: Sequence[str]) -> tuple[Notice, ...]:
        """What there was to say when those of `ids` were read."""
        with self._reading():
            return rows.notices(self._connection, ids)

    def versions(self, ids: Sequence[str]) -> dict[str, int]:
        """For each of `ids` in the file a number that changes with the article and its findings."""
        with self._reading():
            return rows.versions(self._connection, ids)

    # The file as a whole

    def copy_to(self, path: Path) -> None:
        """Writes a whole copy of the file, in the place of what stood there. Raises `NothingDone`.

        `brief-open-elsewhere`: a window has a brief of that name open. `cannot-save`: it cannot be written.
        """
        with self._turn:
            copy_database(self._connection, self.path, path)

    def tidy(self) -> None:
        """Brings the log into the file itself, as far as nobody is reading; to be called when nothing else happens.

        It waits for the disk; a thread of its own may call it, and holds up no save.
        """
        if not self._entrance.writable:
            return
        # What is in the way is not waited for: the next time will do.
        with contextlib.suppress(sqlite3.Error), contextlib.closing(connected(self.path, "mode=rw")) as own:
            own.execute("PRAGMA busy_timeout = 50")
            # First what takes long and hinders nobody, so that there is next to nothing to do while others wait.
            own.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
            own.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    def close(self) -> None:
        """Leaves one file behind, without what is no longer in the list; a second call does nothing."""
        with self._turn:
            if self._closed:
                return
            self._closed = True
            try:
                if self._lock is not None:
                    # What could not be tidied stays until the next time.
                    with contextlib.suppress(NothingDone, sqlite3.Error):
                        self._forget()
                    self.tidy()
            finally:
                self._entrance.leave()
                if self._lock is not None:
                    give_back(self._lock)

    def discard(self) -> None:
        """Closes the file and removes it, before anybody else can have it to write; one that is read-only stays."""
        with self._turn:
            if self._closed:
                return
            self._closed = True
            try:
                self._entrance.leave()
                if self._lock is not None:
                    remove(self.path)
            finally:
                if self._lock is not None:
                    give_back(self._lock)

    def __enter__(self) -> BriefFile:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _forget(self) -> None:
        if self._kept is None:
            # Nobody has seen that the list can be read; what is not in it may be all there is.
            return
        with self._writing():
            gone = rows.forget_unlisted(self._connection)
        if gone:
            # As a script, which runs it to its end; as a query it would stop after the first page.
            self._connection.executescript("PRAGMA incremental_vacuum")

    @contextlib.contextmanager
    def _reading(self) -> Iterator[None]:
        with self._turn, explained(self.path):
            try:
                yield
            except Misshapen as damage:
                raise NothingDone("brief-damaged", path=str(self.path), reason=str(damage)) from damage

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction: all of it or nothing."""
        if not self._entrance.writable:
            raise NothingDone("brief-read-only", path=str(self.path))
        with self._turn:
            try:
                # At once the right to write: a reader that becomes a writer would not be waited for.
                self._connection.execute("BEGIN IMMEDIATE")
                try:
                    yield
                    self._connection.execute("COMMIT")
                except BaseException:
                    with contextlib.suppress(sqlite3.Error):
                        self._connection.execute("ROLLBACK")
                    raise
            # A number that no column takes comes of a stranger's numbers: all it can be is refused.
            except (sqlite3.Error, OverflowError) as failure:
                raise NothingDone("cannot-save", path=str(self.path), reason=str(failure)) from failure
