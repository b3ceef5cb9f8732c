"""Other processes, media that cannot be written, a disk that is full."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.library import brief_file
from briefing.library.brief_file import BriefFile
from briefing.library.lock import take
from briefing.model.draft import Choices, Draft
from briefing.model.errors import NothingDone
from tests.core.library.making import article, draft, outcome

ROOT = Path(__file__).resolve().parents[3]
CHILD = Path(__file__).with_name("child.py")


def started(role: str, path: Path, number: int) -> subprocess.Popen[str]:
    """Another process at work on a file."""
    return subprocess.Popen(
        [sys.executable, str(CHILD), role, str(path), str(number)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def said(child: subprocess.Popen[str]) -> str:
    """What another process says in the end."""
    with child:
        out, err = child.communicate(timeout=120)
    assert child.returncode == 0, err
    return out.strip()


@pytest.fixture
def shelf() -> Iterator[Path]:
    """A folder that every user can look into, and that can be made unwritable."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def filled(path: Path) -> BriefFile:
    """A brief, open, with changes that are in its log only."""
    brief = BriefFile.create(path, draft(2))
    brief.put(article(1), ())
    brief.save(draft(16))
    return brief


@pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")
@pytest.mark.parametrize("log", [False, True], ids=["closed", "killed"])
def test_a_file_on_a_medium_that_cannot_be_written_is_read(tmp_path: Path, shelf: Path, log: bool) -> None:
    """Also with the log of a killed program beside it; nothing is left behind there."""
    source, path = tmp_path / "a.brief", shelf / "a.brief"
    brief = filled(source)
    if not log:
        brief.close()
    for one in tmp_path.iterdir():
        if one.suffix in {".brief", ".brief-wal"}:
            shutil.copy(one, shelf / one.name)
    brief.close()
    assert len(list(shelf.iterdir())) == 1 + log
    for one in shelf.iterdir():
        one.chmod(0o444)
    shelf.chmod(0o555)
    before = sorted(one.name for one in shelf.iterdir())
    assert said(started("read", path, 16)) == "True True True False brief-read-only"
    assert sorted(one.name for one in shelf.iterdir()) == before


@pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")
def test_a_file_that_may_be_written_in_a_folder_that_may_not_is_read(shelf: Path) -> None:
    """There is no room for its log."""
    path = shelf / "a.brief"
    filled(path).close()
    path.chmod(0o666)
    shelf.chmod(0o555)
    assert said(started("read", path, 16)) == "True True True False brief-read-only"


@contextlib.contextmanager
def full_disk(room: int) -> Iterator[None]:
    """Files cannot grow beyond `room` bytes, as on a full disk."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_costs_nothing_but_the_save(tmp_path: Path) -> None:
    """The file keeps what it had, and the draft can be saved when there is room again, here or elsewhere."""
    path, other = tmp_path / "a.brief", tmp_path / "b.brief"
    with BriefFile.create(path, draft(2)) as brief:
        brief.save(draft(3))
        with full_disk(Path(f"{path}-wal").stat().st_size):
            with pytest.raises(NothingDone) as refusal:
                brief.save(draft(16))
            assert refusal.value.code == "cannot-save"
            assert refusal.value.parameters["reason"]
            with pytest.raises(NothingDone):
                brief.put(article(1), ())
            with pytest.raises(NothingDone), full_disk(4096):
                brief.copy_to(other)
            assert not other.exists()
            assert brief.draft() == draft(3)
        brief.copy_to(other)
        with BriefFile.open(other) as elsewhere:
            elsewhere.save(draft(16))
            assert elsewhere.draft() == draft(16)
        brief.save(draft(16))
    with BriefFile.open(path) as brief:
        assert brief.draft() == draft(16)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.brief", "b.brief"]


def test_no_room_for_a_new_file(tmp_path: Path) -> None:
    """Nothing half-made is left."""
    with full_disk(1000), pytest.raises(NothingDone) as refusal:
        BriefFile.create(tmp_path / "a.brief", draft(16))
    assert refusal.value.code == "cannot-save"
    assert list(tmp_path.iterdir()) == []


def test_window_and_workers_write_at_the_same_time(tmp_path: Path) -> None:
    """Two processes put what they find while the window saves and tidies; none hears that the file is locked."""
    path = tmp_path / "a.brief"
    with BriefFile.create(path, draft(0)) as brief:
        workers = [started("put", path, 60), started("put", path, 60)]
        number = 0
        while any(worker.poll() is None for worker in workers) or number < 300:
            number += 1
            brief.save(draft(number))
            if number % 20 == 0:
                brief.tidy()
        assert [said(worker) for worker in workers] == ["60", "60"]
        assert brief.draft() == draft(number)
        ids = [article(one).id for one in range(60)]
        assert brief.findings(ids) == {article(one).id: outcome(article(one)) for one in range(60)}
    assert list(tmp_path.iterdir()) == [path]


def test_threads_share_an_open_file(tmp_path: Path) -> None:
    """A save and a look at the list may come from two threads."""
    with BriefFile.create(tmp_path / "a.brief", draft(0)) as brief:
        for one in range(20):
            brief.put(article(one), ())
        troubles: list[BaseException] = []

        def look() -> None:
            try:
                for _ in range(100):
                    assert len(brief.summaries()) == 20
            except BaseException as trouble:  # noqa: BLE001 - told to the test
                troubles.append(trouble)

        reader = threading.Thread(target=look)
        reader.start()
        for one in range(100):
            brief.save(draft(one))
        reader.join()
        assert troubles == []


def test_many_windows_for_one_file(tmp_path: Path) -> None:
    """However they come and go, one at most may write."""
    path = tmp_path / "a.brief"
    BriefFile.create(path, draft(0)).close()
    writers: list[int] = []
    most: list[int] = []
    troubles: list[BaseException] = []
    guard = threading.Lock()

    def come_and_go() -> None:
        try:
            for turn in range(30):
                with BriefFile.open(path) as brief:
                    if brief.read_only:
                        continue
                    with guard:
                        writers.append(turn)
                        most.append(len(writers))
                    brief.save(draft(turn))
                    with guard:
                        writers.pop()
        except BaseException as trouble:  # noqa: BLE001 - told to the test
            troubles.append(trouble)

    windows = [threading.Thread(target=come_and_go) for _ in range(4)]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    assert troubles == []
    assert set(most) == {1}
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed there")
def test_a_file_that_goes_while_it_is_opened_is_not_worked_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever gets the lock only when the file is gone, or another, would lose everything with it."""
    path = tmp_path / "a.brief"
    first = BriefFile.create(path, Draft(choices=Choices(locale="en", title="First")))

    def late(where: Path) -> object:
        monkeypatch.undo()
        first.discard()
        BriefFile.create(path, Draft(choices=Choices(locale="en", title="Second"))).close()
        return take(where)

    monkeypatch.setattr(brief_file, "take", late)
    with BriefFile.open(path) as file:
        assert file.draft().choices.title == "Second"
        file.save(Draft(choices=Choices(locale="en", title="Third")))
    with BriefFile.open(path, write=False) as file:
        assert file.draft().choices.title == "Third"


def test_what_is_discarded_leaves_nothing(tmp_path: Path) -> None:
    """Neither the file nor its log nor its lock; one that another window has stays."""
    path = tmp_path / "a.brief"
    first = BriefFile.create(path, Draft(choices=Choices(locale="en")))
    second = BriefFile.open(path)
    second.discard()
    assert path.exists()
    first.discard()
    first.close()
    assert list(tmp_path.iterdir()) == []
