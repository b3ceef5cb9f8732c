"""A brief in a file: what goes in comes out, and the file is whole."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.library.brief_file import BriefFile
from briefing.model.draft import Choices, Draft
from briefing.model.errors import InvalidRecord, NothingDone
from briefing.model.facts import Findings
from briefing.model.notice import Outcome, Severity
from tests.core.library.making import SURROGATE, article, draft, every_act, findings, notice, outcome

EMPTY = Draft(choices=Choices(locale="en"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A name for a brief, with what names may have."""
    return tmp_path / "a 100% brief? #1 ü.brief"


@pytest.fixture
def brief(path: Path) -> Iterator[BriefFile]:
    """A new file."""
    with BriefFile.create(path, EMPTY) as made:
        yield made


@contextlib.contextmanager
def refused(code: str) -> Iterator[None]:
    """What is in it raises `NothingDone` with this code."""
    with pytest.raises(NothingDone) as told:
        yield
    assert told.value.code == code


def reopened(path: Path) -> Draft:
    """What the file at `path` has now, through eyes that see no memory of this process."""
    with BriefFile.open(path, write=False) as other:
        return other.draft()


def test_a_new_file_holds_its_draft_and_stands_alone(path: Path) -> None:
    """After closing there is one file, which can be mailed."""
    with BriefFile.create(path, draft(12)) as made:
        assert (made.path, made.read_only, made.held_elsewhere) == (path, False, False)
        assert made.draft() == draft(12)
    assert list(path.parent.iterdir()) == [path]
    assert reopened(path) == draft(12)
    assert list(path.parent.iterdir()) == [path]


def test_a_new_file_takes_nobody_elses_place(path: Path) -> None:
    """Neither a brief nor anything else of that name is touched."""
    path.write_text("mine", encoding="utf-8")
    with refused("brief-exists"):
        BriefFile.create(path, EMPTY)
    assert path.read_text(encoding="utf-8") == "mine"
    with refused("folder-missing"):
        BriefFile.create(path.parent / "none" / "a.brief", EMPTY)
    assert list(path.parent.iterdir()) == [path]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 40), min_size=1, max_size=8))
def test_any_row_of_saves_leaves_the_last_draft(tmp_path: Path, numbers: list[int]) -> None:
    """Only what differs is written, and nothing of what was before is left over."""
    path = tmp_path / "row.brief"
    path.unlink(missing_ok=True)
    with BriefFile.create(path, draft(7)) as made:
        for number in numbers:
            made.save(draft(number))
            assert reopened(path) == draft(number)
    with BriefFile.open(path) as again:
        assert again.draft() == draft(numbers[-1])
        again.save(draft(3))
    assert reopened(path) == draft(3)


def test_a_file_can_be_saved_into_without_having_been_read(path: Path) -> None:
    """What differs is seen against the file itself, not against nothing."""
    BriefFile.create(path, draft(20)).close()
    with BriefFile.open(path) as again:
        again.save(draft(9))
    assert reopened(path) == draft(9)


def test_two_decisions_of_one_number_are_a_defect(brief: BriefFile, path: Path) -> None:
    """One of them would be lost; nothing of such a draft is written."""
    twice = draft(16).decisions[:1] * 2
    with pytest.raises(InvalidRecord):
        brief.save(replace(draft(5), decisions=twice))
    assert reopened(path) == EMPTY
    brief.save(draft(5))
    assert reopened(path) == draft(5)


def test_articles_and_findings_come_back(brief: BriefFile) -> None:
    """In the order asked for; what is not there is left out."""
    one, two = article(1), article(2, text=f"Odd\n{SURROGATE} and some more words that follow it.")
    for each in (one, two):
        brief.put(each, (notice(),))
    brief.put_findings(outcome(two, notice("no-facts")), "rules 1")
    assert brief.articles((two.id, "none", one.id)) == (two, one)
    assert brief.article(one.id) == one
    with pytest.raises(KeyError):
        brief.article("none")
    assert brief.findings((one.id, two.id, SURROGATE)) == {two.id: outcome(two, notice("no-facts"))}
    assert brief.notices((two.id, one.id)) == (notice(), notice())


def test_summaries_tell_of_articles_without_reading_them(brief: BriefFile) -> None:
    """Facts are counted once they have been looked for; odd letters in a title survive."""
    sources = [article(number) for number in range(3)]
    sources.append(replace(article(4), title=SURROGATE, path=f"{SURROGATE}.txt", url=None, language=None))
    for source in sources:
        brief.put(source, ())
    brief.put_findings(outcome(sources[0]), "rules 1")
    brief.put_findings(Outcome(value=Findings(article=sources[1].id)), "rules 1")
    failed = Outcome(value=Findings(article=sources[2].id), notices=(notice("extraction-failed", Severity.ERROR),))
    brief.put_findings(failed, "rules 2")
    brief.save(replace(EMPTY, articles=(sources[2].id, sources[0].id)))
    first, second, third, fourth = brief.summaries([source.id for source in sources])
    assert (first.facts, first.rules, first.failed) == (5, "rules 1", False)
    assert (second.facts, second.rules, second.failed) == (0, "rules 1", False)
    assert (third.facts, third.rules, third.failed) == (0, "rules 2", True)
    assert (fourth.facts, fourth.rules, fourth.failed) == (None, None, False)
    assert (fourth.title, fourth.path) == (SURROGATE, f"{SURROGATE}.txt")
    assert (first.words, first.outlet, first.published) == (14, "Gazette", "2024-05-01")
    listed = [summary.id for summary in brief.summaries()]
    assert listed[:2] == [sources[2].id, sources[0].id]
    assert set(listed) == {source.id for source in sources}


def test_putting_the_same_again_changes_nothing(brief: BriefFile) -> None:
    """Neither the findings nor the version; another reading of the same text makes both anew."""
    source = article(1)
    brief.put(source, ())
    brief.put_findings(outcome(source), "rules 1")
    version = brief.versions((source.id,))
    brief.put(source, ())
    assert brief.versions((source.id,)) == version
    assert brief.summaries((source.id,))[0].facts == 5
    brief.put(replace(source, regions=source.regions[1:]), ())
    assert brief.versions((source.id,)) != version
    assert brief.summaries((source.id,))[0].facts is None
    assert brief.findings((source.id,)) == {}


def test_findings_without_their_article_are_refused(brief: BriefFile) -> None:
    """They would be about nothing."""
    with refused("cannot-save"):
        brief.put_findings(outcome(article(1)), "rules 1")


def test_what_left_the_list_is_gone_from_the_file(brief: BriefFile, path: Path) -> None:
    """A brief is mailed to others: not a word of an article that was taken out is left in it, nor its room."""
    kept = article(1)
    secret = [article(n, text=f"Secret {n}\n" + "The cormorant flies at midnight. " * 300) for n in range(20)]
    for source in (kept, *secret):
        brief.put(source, ())
    brief.save(replace(EMPTY, articles=tuple(source.id for source in (kept, *secret))))
    brief.tidy()
    large = path.stat().st_size
    assert b"cormorant" in path.read_bytes()
    brief.save(replace(EMPTY, articles=(kept.id,)))
    assert brief.article(secret[0].id) == secret[0], "undo can still bring it back"
    brief.close()
    assert b"cormorant" not in path.read_bytes()
    assert path.stat().st_size < large / 2
    with BriefFile.open(path) as again:
        assert again.articles([source.id for source in secret]) == ()
        assert again.article(kept.id) == kept


def test_a_second_window_reads(brief: BriefFile, path: Path) -> None:
    """It is told why, is refused when it saves, and gets the right to write once the first has gone."""
    with BriefFile.open(path) as second:
        assert (second.read_only, second.held_elsewhere) == (True, True)
        brief.save(draft(4))
        assert second.draft() == draft(4)
        with refused("brief-read-only"):
            second.save(EMPTY)
        brief.close()
    with BriefFile.open(path) as third:
        assert (third.read_only, third.held_elsewhere) == (False, False)
        third.save(draft(5))
    assert list(path.parent.iterdir()) == [path]


def test_a_worker_fills_the_file_beside_the_window(brief: BriefFile, path: Path) -> None:
    """Without the right to save drafts, but with that to put articles and findings."""
    with BriefFile.open(path, write=False) as worker:
        assert (worker.read_only, worker.held_elsewhere) == (True, False)
        worker.put(article(1), ())
        worker.put_findings(outcome(article(1)), "rules 1")
        assert brief.findings((article(1).id,)) == {article(1).id: outcome(article(1))}
        with refused("brief-read-only"):
            worker.save(EMPTY)


def test_closing_twice_is_closing(path: Path) -> None:
    """Whoever cleans up need not know whether it has been done."""
    made = BriefFile.create(path, EMPTY)
    made.close()
    made.close()
    assert list(path.parent.iterdir()) == [path]


def test_a_copy_is_a_whole_file(brief: BriefFile, path: Path, tmp_path: Path) -> None:
    """Of everything up to the last save, over whatever stood there, while the file stays open."""
    brief.put(article(1), ())
    brief.save(draft(8))
    copy = tmp_path / "copy.brief"
    copy.write_bytes(b"something else")
    brief.copy_to(copy)
    assert reopened(copy) == draft(8)
    brief.save(draft(9))
    assert reopened(copy) == draft(8)
    brief.copy_to(path)
    assert reopened(path) == draft(9), "a copy onto itself is nothing"
    with refused("folder-missing"):
        brief.copy_to(tmp_path / "none" / "copy.brief")
    with refused("cannot-save"):
        brief.copy_to(tmp_path)


def test_a_copy_takes_no_place_that_is_in_use(brief: BriefFile, tmp_path: Path) -> None:
    """Neither that of a brief in another window nor that of one which somebody reads."""
    other = tmp_path / "other.brief"
    with BriefFile.create(other, draft(2)), refused("brief-open-elsewhere"):
        brief.copy_to(other)
    with BriefFile.open(other, write=False) as reader:
        with refused("brief-open-elsewhere"):
            brief.copy_to(other)
        assert reader.draft() == draft(2)
    brief.copy_to(other)
    assert reopened(other) == EMPTY
    assert {one.name for one in tmp_path.iterdir() if one.name.startswith("other")} == {"other.brief"}


def test_a_copy_is_not_mixed_with_the_log_of_a_killed_program(brief: BriefFile, tmp_path: Path) -> None:
    """SQLite would play what it finds beside a file into it."""
    other = tmp_path / "other.brief"
    with BriefFile.create(other, draft(2)) as killed:
        killed.save(draft(6))
        left = tmp_path / "left.brief"
        left.write_bytes(other.read_bytes())
        Path(f"{left}-wal").write_bytes(Path(f"{other}-wal").read_bytes())
    brief.save(draft(11))
    brief.copy_to(left)
    assert reopened(left) == draft(11)


def test_the_file_is_what_it_says_it_is(brief: BriefFile, path: Path) -> None:
    """A log while it is open, our own number for others to know it by, references that hold."""
    brief.put(article(1), ())
    with contextlib.closing(sqlite3.connect(path)) as plain:
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert plain.execute("PRAGMA application_id").fetchone() == (0x42526631,)
        assert plain.execute("PRAGMA user_version").fetchone() == (1,)
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert brief._connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_every_act_is_kept(brief: BriefFile, path: Path) -> None:
    """Also the one whose fact is the editor's own."""
    assert len(every_act(article(0))) == 11
    brief.save(draft(16))
    assert len({type(decision.act) for decision in reopened(path).decisions}) == 9
    assert findings(article(1)).events[0].host is not None
