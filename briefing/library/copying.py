"""New files and copies: there whole or not at all."""

from __future__ import annotations

import contextlib
import glob
import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from briefing.library.lock import Unlockable, give_back, take
from briefing.library.opening import companion, connected
from briefing.model.errors import NothingDone


def make(path: Path, fill: Callable[[sqlite3.Connection], None]) -> None:
    """Makes a new database of what `fill` writes. Raises `NothingDone` (`brief-exists`, `cannot-save`)."""
    if os.path.lexists(path):
        raise NothingDone("brief-exists", path=str(path))
    _need_folder(path)
    with _draft(path) as draft:
        with contextlib.closing(connected(draft, "mode=rwc")) as connection:
            # So that a file gets smaller when articles are taken out of it; only an empty one can be told.
            connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
            fill(connection)
        try:
            _publish(draft, path)
        except FileExistsError as failure:
            raise NothingDone("brief-exists", path=str(path)) from failure


def copy_database(connection: sqlite3.Connection, source: Path, path: Path) -> None:
    """A whole copy of an open database, in the place of what is at `path`; nothing where that is `source` itself.

    Raises `NothingDone` (`brief-open-elsewhere`, `folder-missing`, `cannot-save`).
    """
    if path.exists() and path.samefile(source):
        return
    # Before the lock, which would make the folder.
    _need_folder(path)
    with _held(path), _draft(path) as draft:
        with contextlib.closing(sqlite3.connect(draft, isolation_level=None)) as copy:
            connection.backup(copy)
        _settle(path)
        draft.replace(path.resolve())


def sweep(path: Path) -> None:
    """Removes what killed programs left of copies that were to be at `path`; for whoever holds its lock."""
    whole = path.resolve()
    for left in whole.parent.glob(f"{glob.escape(_stem(whole))}.{'[0-9a-f]' * 12}.part*"):
        with contextlib.suppress(OSError):
            left.unlink()


def remove(path: Path) -> None:
    """Removes a database and what SQLite keeps beside it, as far as the system lets it."""
    for left in (path, companion(path, "-journal"), companion(path, "-wal"), companion(path, "-shm")):
        with contextlib.suppress(OSError):
            left.unlink(missing_ok=True)


def _stem(whole: Path) -> str:
    return f".{whole.name[:40]}"


def _need_folder(path: Path) -> None:
    if not path.resolve().parent.is_dir():
        raise NothingDone("folder-missing", path=str(path.parent))


@contextlib.contextmanager
def _draft(path: Path) -> Iterator[Path]:
    """A name beside `path` that nobody has; whatever stands there at the end is removed."""
    whole = path.resolve()
    draft = whole.with_name(f"{_stem(whole)}.{secrets.token_hex(6)}.part")
    try:
        yield draft
    except sqlite3.Error as failure:
        raise NothingDone("cannot-save", path=str(path), reason=str(failure)) from failure
    except OSError as failure:
        raise NothingDone("cannot-save", path=str(path), reason=failure.strerror or str(failure)) from failure
    finally:
        remove(draft)


@contextlib.contextmanager
def _held(path: Path) -> Iterator[None]:
    """The right to change what is at `path`, for a while."""
    try:
        lock = take(path)
    except Unlockable:
        # Where no lock can be had, nothing can be written either; the attempt says why.
        yield
        return
    if lock is None:
        raise NothingDone("brief-open-elsewhere", path=str(path))
    try:
        sweep(path)
        yield
    finally:
        give_back(lock)


def _publish(draft: Path, path: Path) -> None:
    """Gives a finished file its name. Raises `FileExistsError` where somebody else took the name meanwhile."""
    if os.name == "nt":
        draft.rename(path)
        return
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:
        # A file system without links: the name is taken first, by an empty file.
        path.open("xb").close()
        draft.replace(path)


def _settle(path: Path) -> None:
    """Sees to it that no log of an earlier file is left beside `path`: SQLite would play it into the new one."""
    log = companion(path, "-wal")
    if not log.exists():
        return
    with contextlib.suppress(sqlite3.Error), contextlib.closing(connected(path, "mode=rw")) as earlier:
        earlier.execute("PRAGMA busy_timeout = 50")
        earlier.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if log.exists():
        # Left open: somebody reads it.
        raise NothingDone("brief-open-elsewhere", path=str(path))
