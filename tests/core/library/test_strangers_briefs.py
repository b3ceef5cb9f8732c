"""Files from a newer version, from an older one, damaged, foreign, or made to do harm."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.library import schema
from briefing.library.brief_file import BriefFile
from briefing.library.codec import dump
from briefing.model.article import Article
from briefing.model.draft import Choices, Draft
from briefing.model.errors import NothingDone
from tests.core.library.making import article, draft, outcome

# The tables of version 1 as they were published. A change of theirs is a new version, never a change of this text.
VERSION_1 = (
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
LATER = ("ALTER TABLE listing ADD COLUMN colour TEXT", "CREATE TABLE shelves (name TEXT PRIMARY KEY)")


@contextlib.contextmanager
def plain(path: Path) -> Iterator[sqlite3.Connection]:
    """The file as anybody can open it."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file of version 1, written without a line of the program's own SQL."""
    path = tmp_path / "old.brief"
    one = article(1)
    with plain(path) as connection:
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        for statement in VERSION_1:
            connection.execute(statement)
        connection.execute("PRAGMA application_id = 0x42526631")
        connection.execute("PRAGMA user_version = 1")
        connection.execute("INSERT INTO choices VALUES (1, ?)", (b'{"locale":"uk","title":"Old"}',))
        connection.execute(
            "INSERT INTO articles (id, path, title, words) VALUES (?, ?, ?, ?)", (one.id, one.path, one.title, 14)
        )
        connection.execute("INSERT INTO texts VALUES (?, ?, ?)", (one.id, dump(one, Article), b"[]"))
        connection.execute("INSERT INTO listing VALUES (?, ?)", (one.id, 1))
        connection.execute("INSERT INTO unticked VALUES (?)", (one.id,))
    return path


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A brief of this program with something of everything in it."""
    path = tmp_path / "sound.brief"
    with BriefFile.create(path, draft(16)) as made:
        for number in range(8):
            made.put(article(number), ())
            made.put_findings(outcome(article(number)), "rules 1")
        made.save(Draft(choices=Choices(locale="en"), articles=tuple(article(number).id for number in range(8))))
    return path


OLD_DRAFT = Draft(
    choices=Choices(locale="uk", title="Old"), articles=(article(1).id,), unticked=frozenset({article(1).id})
)


def read_whole(path: Path, *, write: bool) -> None:
    """Reads everything in a file, without a change to it."""
    with BriefFile.open(path, write=write) as brief:
        brief.draft()
        ids = [summary.id for summary in brief.summaries()]
        brief.articles(ids)
        brief.findings(ids)
        brief.notices(ids)
        brief.versions(ids)


def told(path: Path, *, write: bool = True) -> str:
    """With which code the file is refused; it is read whole before, to see whether a byte of it changes."""
    before = {one.name: hashlib.sha256(one.read_bytes()).digest() for one in path.parent.iterdir()}
    with pytest.raises(NothingDone) as refusal:
        read_whole(path, write=write)
    assert {one.name: hashlib.sha256(one.read_bytes()).digest() for one in path.parent.iterdir()} == before
    return refusal.value.code


def test_a_file_of_version_1_is_read(old: Path) -> None:
    """The first published form stays readable."""
    with BriefFile.open(old) as brief:
        assert brief.draft() == OLD_DRAFT
        assert brief.article(article(1).id) == article(1)
        assert brief.summaries()[0].words == 14


@pytest.mark.parametrize("write", [True, False])
def test_a_file_of_an_older_version_is_brought_up(old: Path, monkeypatch: pytest.MonkeyPatch, write: bool) -> None:
    """By every step since, with everything in it; without the right to write, for the reader's eyes only."""
    bytes_before = old.read_bytes()
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, LATER, ("CREATE INDEX by_place ON listing (position)",)))
    with BriefFile.open(old, write=write) as brief:
        assert brief.draft() == OLD_DRAFT
        assert brief._connection.execute("SELECT colour FROM listing").fetchall() == [(None,)]
        assert brief.read_only is not write
    with plain(old) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == ((3,) if write else (1,))
    assert (old.read_bytes() == bytes_before) is not write
    with BriefFile.open(old) as brief:
        assert brief.draft() == OLD_DRAFT
    assert list(old.parent.iterdir()) == [old]


def test_a_step_that_fails_leaves_the_file_as_it_was(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All steps or none."""
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, LATER, ("CREATE TABLE listing (x)",)))
    with pytest.raises(NothingDone):
        BriefFile.open(old)
    monkeypatch.undo()
    with BriefFile.open(old) as brief:
        assert brief.draft() == OLD_DRAFT


@pytest.mark.parametrize("write", [True, False])
def test_a_file_of_a_newer_version_is_not_touched(sound: Path, write: bool) -> None:
    """Not a byte of it, and nothing is left beside it."""
    with plain(sound) as connection:
        connection.execute("PRAGMA user_version = 2")
    assert told(sound, write=write) == "brief-newer"


def test_a_newer_version_is_seen_in_the_log_too(sound: Path, tmp_path: Path) -> None:
    """A program that was killed right after bringing a file up has left the new version beside it."""
    killed = tmp_path / "killed" / "sound.brief"
    killed.parent.mkdir()
    with plain(sound) as connection:
        connection.execute("PRAGMA user_version = 9")
        shutil.copy(sound, killed)
        shutil.copy(f"{sound}-wal", f"{killed}-wal")
    assert int.from_bytes(killed.read_bytes()[60:64], "big") == 1, "the file itself does not say so yet"
    with pytest.raises(NothingDone) as refusal:
        BriefFile.open(killed)
    assert refusal.value.code == "brief-newer"


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"%PDF-1.7 " * 30, b"PK\x03\x04" * 60, b"\0" * 4096])
def test_what_is_no_brief_is_told(tmp_path: Path, content: bytes) -> None:
    """Whatever its name says."""
    path = tmp_path / "odd.brief"
    path.write_bytes(content)
    assert told(path) == "not-a-brief"


def test_no_file_and_no_folder_are_told(tmp_path: Path) -> None:
    """As what they are."""
    with pytest.raises(NothingDone) as refusal:
        BriefFile.open(tmp_path / "none.brief")
    assert refusal.value.code == "no-such-file"
    with pytest.raises(NothingDone) as refusal:
        BriefFile.open(tmp_path)
    assert refusal.value.code == "cannot-read"


def test_a_database_of_another_program_is_no_brief(tmp_path: Path) -> None:
    """Even one whose tables look alike."""
    path = tmp_path / "other.db"
    with plain(path) as connection:
        for statement in VERSION_1:
            connection.execute(statement)
    assert told(path) == "not-a-brief"


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON listing BEGIN DELETE FROM decisions; END",
        "CREATE VIEW v AS SELECT * FROM articles",
        "CREATE TABLE more (x)",
        "CREATE INDEX i ON articles (lower(title))",
        "ALTER TABLE decisions ADD COLUMN more DEFAULT (randomblob(1000000000))",
        "DROP TABLE unticked",
        "CREATE VIRTUAL TABLE v USING fts5(x)",
    ],
)
def test_tables_that_are_not_ours_are_refused(sound: Path, statement: str) -> None:
    """Nothing that a stranger put into the file is ever run."""
    with plain(sound) as connection:
        connection.execute(statement)
    assert told(sound) == "brief-damaged"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE choices SET body = x'7B7D'",
        "UPDATE choices SET body = 'text'",
        "DELETE FROM choices",
        "UPDATE listing SET position = 'far'",
        "UPDATE listing SET article = x'FF' WHERE position = 1",
        "UPDATE articles SET title = 5 WHERE words > 0",
        "UPDATE articles SET words = 'many'",
        "UPDATE articles SET version = 'new'",
        "UPDATE articles SET path = x'FF'",
        "UPDATE texts SET body = x'00'",
        "UPDATE texts SET body = (SELECT body FROM texts ORDER BY article LIMIT 1)",
        "UPDATE texts SET notices = x'5B355D'",
        "UPDATE findings SET body = (SELECT body FROM findings ORDER BY article LIMIT 1)",
        "UPDATE findings SET notices = x'5B5B5B'",
        "UPDATE findings SET body = replace(CAST(body AS TEXT), '2024-05-03', '3 May')",
        "INSERT INTO decisions VALUES (1, 1, x'7B226E756D626572223A327D')",
        "PRAGMA foreign_keys = OFF; DELETE FROM articles WHERE title = 'Title 3'",
    ],
)
def test_rows_of_another_shape_are_damage(sound: Path, statement: str) -> None:
    """What SQLite accepts, the program may not take for its own."""
    with plain(sound) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.executescript(statement)
        assert connection.total_changes
    assert told(sound) == "brief-damaged"


def test_a_place_in_another_article_is_damage(sound: Path) -> None:
    """A fact is said by the article in which it was found."""
    one, other = article(1).id, article(2).id
    with plain(sound) as connection:
        (body,) = connection.execute("SELECT body FROM findings WHERE article = ?", (one,)).fetchone()
        moved = body.replace(b'"parts":[{"article":"' + one.encode(), b'"parts":[{"article":"' + other.encode())
        assert moved != body
        connection.execute("UPDATE findings SET body = ? WHERE article = ?", (moved, one))
    assert told(sound) == "brief-damaged"


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_a_file_that_is_cut_short_or_overwritten_is_damage_or_read(sound: Path, share: float) -> None:
    """Never a crash, and never a hang."""
    whole = sound.read_bytes()
    sound.write_bytes(whole[: int(len(whole) * share)])
    assert told(sound) in {"brief-damaged", "not-a-brief", "cannot-read"}
    place = int(len(whole) * share)
    sound.write_bytes(whole[:place] + b"\xa5" * 512 + whole[place + 512 :])
    with contextlib.suppress(NothingDone), BriefFile.open(sound, write=False) as brief:
        brief.draft()
        brief.articles([summary.id for summary in brief.summaries()])


def test_text_is_never_sql(tmp_path: Path) -> None:
    """Ids and titles go in as values."""
    nasty = "'); DROP TABLE articles; --"
    with BriefFile.create(tmp_path / "a.brief", Draft(choices=Choices(locale=nasty), articles=(nasty,))) as brief:
        brief.put(article(1, title=nasty), ())
        assert brief.articles((nasty,)) == ()
        assert brief.draft().articles == (nasty,)
        assert brief.summaries()[0].title == nasty


def test_values_and_lists_have_bounds(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file may not fill the memory: neither with one text nor with rows without end."""
    monkeypatch.setattr("briefing.library.opening.LARGEST_VALUE", 500)
    assert told(sound) == "brief-damaged"
    monkeypatch.undo()
    monkeypatch.setattr("briefing.library.draft_rows.MOST_ROWS", 7)
    assert told(sound) == "brief-damaged"
    monkeypatch.undo()
    read_whole(sound, write=True)


def test_a_number_that_no_column_takes_is_refused_in_words(sound: Path) -> None:
    """A stranger's decision with the largest number there is leaves none for the next one: that is no crash."""
    with BriefFile.open(sound) as file:
        before = file.draft()
        last = replace(draft(60).decisions[-1], number=2**63)
        with pytest.raises(NothingDone) as refused:
            file.save(replace(before, decisions=(*before.decisions, last)))
        assert refused.value.code == "cannot-save"
        file.save(before)


@pytest.mark.parametrize("ids", [("quotes",), ("own-x",), ("own-²",), ("own-" + "9" * 5000,), ("own-1", "own-1")])
def test_an_own_section_under_a_strange_name_is_damage(sound: Path, ids: tuple[str, ...]) -> None:
    """It could pass for a section of the program's, or leave no number for the next one."""
    own = ",".join(f'{{"id":"{one}","heading":"H","text":"T"}}' for one in ids)
    with contextlib.closing(sqlite3.connect(sound)) as connection:
        connection.execute("UPDATE choices SET body = ?", (f'{{"locale":"en","own":[{own}]}}'.encode(),))
        connection.commit()
    with BriefFile.open(sound) as file, pytest.raises(NothingDone) as refused:
        file.draft()
    assert refused.value.code == "brief-damaged"
