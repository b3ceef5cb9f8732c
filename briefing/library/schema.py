"""The tables of a `.brief`, version by version."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TypeAlias

APPLICATION_ID = 0x42526631
"""What SQLite writes at byte 68 of every brief: "BRf1"."""

Step: TypeAlias = tuple[str, ...]

# One step per version, each the statements that make it of the one before. A step that has been published is never
# changed; a new version is a new step at the end. A new file goes through all of them as an old one does, so that
# both end with the very same tables.
#
# Columns without a type keep what they are given: text with lone surrogates is no UTF-8, and stands there as bytes.
# What the list of articles shows is apart from the texts, so that showing it reads a few pages of a large file.
_FIRST: Step = (
    "CREATE TABLE choices (one INTEGER PRIMARY KEY CHECK (one = 1), body BLOB NOT NULL)",
    """
    CREATE TABLE articles (
        id TEXT PRIMARY KEY, path NOT NULL, title, outlet, published, language, url, words INTEGER NOT NULL,
        facts INTEGER, rules TEXT, failed INTEGER NOT NULL DEFAULT 0, version INTEGER NOT NULL DEFAULT 1
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE texts (
        article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE, body BLOB NOT NULL, notices BLOB NOT NULL
    )
    """,
    """
    CREATE TABLE findings (
        article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE, body BLOB NOT NULL, notices BLOB NOT NULL
    )
    """,
    "CREATE TABLE listing (article TEXT PRIMARY KEY, position INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE unticked (article TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE decisions (number INTEGER PRIMARY KEY, position INTEGER NOT NULL, body BLOB NOT NULL)",
)

STEPS: tuple[Step, ...] = (_FIRST,)


def newest() -> int:
    """The version that this program writes."""
    return len(STEPS)


def migrate(connection: sqlite3.Connection, to: int | None = None) -> None:
    """Brings a file to version `to`, the newest for `None`, in one transaction."""
    steps = STEPS[:to]
    at = version_of(connection)
    if at >= len(steps):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in (one for step in steps[at:] for one in step):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the tables in a file; 0 before there are any."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_ours(connection: sqlite3.Connection) -> bool:
    """Whether a file has exactly the tables of its version: no trigger, view or table that a stranger put there."""
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as model:
        migrate(model, version_of(connection))
        return _tables(connection) == _tables(model)


def _tables(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    return connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name").fetchall()
