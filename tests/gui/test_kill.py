"""Whatever ends the program, nothing is lost that the user has seen done."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.gui.killing import Heard, Killer, Wrong, content, heard, prepare

_KILLS = 15


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A brief of the sample articles."""
    path = tmp_path_factory.mktemp("prepared") / "prepared.brief"
    prepare(path)
    return path


@pytest.mark.slow
def test_a_killed_program_has_lost_nothing(prepared: Path, tmp_path: Path) -> None:
    """Killed again and again while it is edited, it starts where it was; what it printed is whole; its workers end."""
    killer = Killer(tmp_path, prepared, seed=20)
    for _ in range(_KILLS):
        killer.kill()
    tally = killer.tally
    assert tally.kills == _KILLS
    assert tally.actions > _KILLS
    assert tally.reopened > 0
    assert {"a commit", "adding", "an export"} <= set(tally.fell)
    assert tally.exports > 0


def test_a_lost_action_would_be_noticed(prepared: Path, tmp_path: Path) -> None:
    """A file that lags behind what the program has said is reported."""
    path = tmp_path / "a.brief"
    shutil.copyfile(prepared, path)
    killer = Killer(tmp_path, prepared, seed=1)
    in_it = content(path)
    assert killer.look_into_file(_left(path, "later", in_it)) == (frozenset({str(path)}), in_it)
    with pytest.raises(Wrong, match="expected one of"):
        killer.look_into_file(_left(path, "later"))


def test_half_a_file_would_be_noticed(prepared: Path, tmp_path: Path) -> None:
    """A brief that lost its end is reported, whatever SQLite makes of the rest."""
    path = tmp_path / "half.brief"
    path.write_bytes(prepared.read_bytes()[: prepared.stat().st_size // 2])
    with pytest.raises(Exception, match=r"brief-damaged|malformed|tree|page"):
        content(path)


def test_what_the_program_says_tells_what_may_be_in_the_file() -> None:
    """The last draft whose action was over, and the one that was on its way."""
    told = heard(["opened a /b.brief", "worker 12", "exporting", "will b", "did b", "exported", "adding", "will c"])
    assert told.path == Path("/b.brief")
    assert told.drafts == ("b", "c")
    assert told.fell == {"a commit", "adding"}
    assert told.workers == (12,)
    assert told.actions == 1


def test_a_traceback_is_no_way_to_end() -> None:
    """An exception in a slot, which Qt passes over, fails the run."""
    with pytest.raises(Wrong, match="KeyError"):
        heard(["opened a /b.brief", "wrong KeyError"])


def _left(path: Path, *drafts: str) -> Heard:
    return Heard(path, None, drafts, frozenset(), (), 0)
