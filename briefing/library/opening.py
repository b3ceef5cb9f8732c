"""Ways into a file that may be in use, on a medium that cannot be written, damaged, or a stranger's."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from briefing.library.schema import APPLICATION_ID, is_ours, migrate, newest, version_of
from briefing.model.errors import NothingDone

PATIENCE = 20.0
"""Seconds that one process waits for another's short transaction before it gives up."""

LARGEST_VALUE = 256 * 2**20
"""Bytes of the largest text that is read from a brief; articles have at most 20 MB."""

_SIGNATURE = b"SQLite format 3\x00"
_HEADER = 100
_ATTEMPTS = 8
# Others may be opening, closing or recovering the same file right now.
_PASSING = frozenset({"SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL", "SQLITE_CANTOPEN", "SQLITE_READONLY_RECOVERY"})


@dataclass(frozen=True)
class Entrance:
    """A connection to a brief's file that has been found sound; `writable`: whether anything can be written there."""

    connection: sqlite3.Connection
    writable: bool
    leave: Callable[[], None]


def enter(path: Path) -> Entrance:
    """A connection to the file at `path`; nothing is written to it, whatever it is.

    Raises `NothingDone` (`no-such-file`, `not-a-brief`, `brief-newer`, `brief-damaged`, `cannot-read`).
    """
    _look_at_header(path)
    with explained(path):
        entrance = _first(path)
        try:
            _examine(entrance.connection, path)
        except BaseException:
            entrance.leave()
            raise
    return entrance


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """What goes wrong while reading a file, in the user's terms."""
    try:
        yield
    except sqlite3.OperationalError as failure:
        # Without a number it is not SQLite that complains: text in the file is no UTF-8.
        code = "cannot-read" if getattr(failure, "sqlite_errorname", None) else "brief-damaged"
        raise NothingDone(code, path=str(path), reason=str(failure)) from failure
    except (sqlite3.Error, OverflowError) as damage:
        raise NothingDone("brief-damaged", path=str(path), reason=str(damage)) from damage
    except OSError as failure:
        raise NothingDone("cannot-read", path=str(path), reason=failure.strerror or str(failure)) from failure


def prepare(entrance: Entrance) -> None:
    """Makes a file ready for the one window that changes it: of the newest version, with a log beside it."""
    connection = entrance.connection
    connection.execute("PRAGMA journal_mode = WAL").fetchone()
    # Bringing the log into the file flushes the disk, which takes its time: `BriefFile.tidy` does it, no save.
    connection.execute("PRAGMA wal_autocheckpoint = 0").fetchone()
    if version_of(connection) < newest():
        migrate(connection)
        # At once into the file, where an older program looks first.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def upgraded(entrance: Entrance) -> Entrance:
    """A file of an older version that may not be changed, in memory, as the newest."""
    copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    entrance.connection.backup(copy)
    entrance.leave()
    migrate(copy)
    return Entrance(copy, writable=False, leave=copy.close)


def connected(path: Path, query: str) -> sqlite3.Connection:
    """A bare connection with all that guards against a hostile file; it commits by itself."""
    connection = sqlite3.connect(
        f"{_address(path)}?{query}",
        uri=True,
        timeout=PATIENCE,
        isolation_level=None,
        # Guarded by whoever holds it: SQLite itself takes one call at a time.
        check_same_thread=False,
        cached_statements=64,
    )
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
        for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")
        # After a kill, the pages that the system has taken are still there: WAL needs no flush for that. A flush only
        # guards against a power cut, and even then NORMAL costs the last transactions at most, never the file.
        connection.execute("PRAGMA synchronous = NORMAL")
        # What was removed is no longer in a file that is mailed to others.
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
    except BaseException:
        connection.close()
        raise
    return connection


def _address(path: Path) -> str:
    """A path as SQLite takes it; the address of a Windows share, too, has no host."""
    whole = path.resolve().as_posix()
    return f"file:{'//' if whole.startswith('/') else '///'}{quote(os.fsencode(whole))}"


def identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from every other one that there is now; `None` where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def companion(path: Path, ending: str) -> Path:
    """A file that SQLite keeps beside a database: `-wal`, `-shm` or `-journal`."""
    whole = path.resolve()
    return whole.with_name(whole.name + ending)


def _look_at_header(path: Path) -> None:
    """Refuses what is no brief, or one of a newer version, without opening it as a database."""
    try:
        with path.open("rb") as stream:
            header = stream.read(_HEADER)
    except FileNotFoundError as failure:
        raise NothingDone("no-such-file", path=str(path)) from failure
    except OSError as failure:
        raise NothingDone("cannot-read", path=str(path), reason=failure.strerror or str(failure)) from failure
    if len(header) < _HEADER or not header.startswith(_SIGNATURE):
        raise NothingDone("not-a-brief", path=str(path))
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise NothingDone("not-a-brief", path=str(path))
    _refuse_newer(int.from_bytes(header[60:64], "big", signed=True), path)


def _refuse_newer(version: int, path: Path) -> None:
    if version > newest():
        raise NothingDone("brief-newer", path=str(path))


def _examine(connection: sqlite3.Connection, path: Path) -> None:
    # Once more, through SQLite: a killed program may have left its last changes in the log beside the file.
    version = version_of(connection)
    _refuse_newer(version, path)
    if version < 1 or not is_ours(connection):
        raise NothingDone("brief-damaged", path=str(path), reason="schema")
    problem = connection.execute("PRAGMA quick_check(1)").fetchone()
    if problem != ("ok",):
        raise NothingDone("brief-damaged", path=str(path), reason=str(problem[0]) if problem else "quick_check")
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise NothingDone("brief-damaged", path=str(path), reason="foreign_key_check")


def _first(path: Path) -> Entrance:
    """The best way in: to read and write, else to read beside a writer, else to read what cannot change."""
    if os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK):
        with contextlib.suppress(sqlite3.OperationalError):
            return _entrance(path, "mode=rw", writable=True)
    # A log that cannot be read in place: its index may be missing, and cannot be made there.
    log = companion(path, "-wal")
    if log.exists() and log.stat().st_size > 0:
        with contextlib.suppress(sqlite3.OperationalError):
            return _entrance(path, "mode=ro", writable=False)
        return _copied(path, log)
    return _entrance(path, "immutable=1", writable=False)


def _entrance(path: Path, query: str, *, writable: bool) -> Entrance:
    connection = _patiently(lambda: _tried(path, query))
    return Entrance(connection, writable, connection.close)


def _tried(path: Path, query: str) -> sqlite3.Connection:
    """A connection that has read something: SQLite opens nothing before."""
    connection = connected(path, query)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _patiently(attempt: Callable[[], sqlite3.Connection]) -> sqlite3.Connection:
    for turn in range(_ATTEMPTS):
        try:
            return attempt()
        except sqlite3.OperationalError as failure:
            if failure.sqlite_errorname not in _PASSING or turn == _ATTEMPTS - 1:
                raise
            time.sleep(0.005 * 2**turn)
    raise AssertionError("the last attempt returns or raises")


def _copied(path: Path, log: Path) -> Entrance:
    """A copy of file and log elsewhere, which SQLite can put together; gone when it is left."""
    folder = tempfile.TemporaryDirectory(prefix="brief-")
    try:
        copy = Path(folder.name) / "copy.brief"
        shutil.copyfile(path, copy)
        shutil.copyfile(log, companion(copy, "-wal"))
        entrance = _entrance(copy, "mode=rw", writable=False)
    except BaseException:
        folder.cleanup()
        raise

    def leave() -> None:
        entrance.connection.close()
        folder.cleanup()

    return Entrance(entrance.connection, writable=False, leave=leave)
