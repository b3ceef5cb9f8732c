"""Files on disk: all whole, or none touched."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from briefing.model.errors import NothingDone
from briefing.render.saving import save, writable


def test_files_are_written_and_nothing_stays_beside_them(tmp_path: Path) -> None:
    """New and earlier files alike end up whole, without temporary neighbours."""
    (tmp_path / "a").write_bytes(b"earlier")
    save({tmp_path / "a": b"one", tmp_path / "b": b"two"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"one", "b": b"two"}


@pytest.mark.parametrize("failing", ["a", "b"])
def test_if_one_cannot_take_its_name_all_are_as_they_were(
    failing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file held open by another program (simulated) undoes the others: earlier ones are back, new ones gone."""
    (tmp_path / "a").write_bytes(b"earlier")
    whole = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target.name == failing and self.suffix == ".part":
            raise PermissionError(13, "in use")
        return whole(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(NothingDone, match="not-writable"):
        save({tmp_path / "a": b"one", tmp_path / "b": b"two"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"earlier"}


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """The file that a link names is written."""
    (tmp_path / "real").write_bytes(b"earlier")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    save({tmp_path / "link": b"new"})
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="rights are POSIX")
def test_an_earlier_files_rights_stay(tmp_path: Path) -> None:
    """A brief that only its owner may read stays so; a new one has the usual rights."""
    (tmp_path / "a").write_bytes(b"")
    (tmp_path / "a").chmod(0o600)
    save({tmp_path / "a": b"x", tmp_path / "b": b"y"})
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600
    (tmp_path / "c").touch()
    assert (tmp_path / "b").stat().st_mode == (tmp_path / "c").stat().st_mode


def test_what_cannot_be_written_is_told_before_the_work(tmp_path: Path) -> None:
    """A missing folder and a folder in the place of the file."""
    with pytest.raises(NothingDone, match="folder-missing"):
        writable([tmp_path / "no" / "a"])
    with pytest.raises(NothingDone, match="is-a-folder"):
        writable([tmp_path])
    writable([tmp_path / "a"])
    assert not list(tmp_path.iterdir())
