"""Finished bytes to files: all of them whole, or none touched."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from briefing.model.errors import NothingDone


def save(files: Mapping[Path, bytes]) -> None:
    """Writes every file or none: each goes to a temporary neighbour first, and all take their names at the end.

    Raises `NothingDone` (`folder-missing`, `is-a-folder`, `not-writable`, `disk-full`, `cannot-write`); earlier files
    of these names are then as they were, and nothing half-written is left.
    """
    with contextlib.ExitStack() as cleanup:
        drafts = {path: cleanup.enter_context(_draft(path, data)) for path, data in files.items()}
        _put_in_place(drafts)


def writable(paths: Iterable[Path]) -> None:
    """Raises `NothingDone` as `save` would where a folder is missing or takes no file: before the long work."""
    for path in paths:
        with _draft(path, b""):
            pass


def _put_in_place(drafts: Mapping[Path, Path]) -> None:
    """Gives the drafts their names; where one cannot have its name, those before it give theirs back."""
    kept: dict[Path, Path | None] = {}
    try:
        for path, draft in drafts.items():
            target = _target(path)
            earlier = _neighbour(target, "old") if target.exists() else None
            with _explained(path):
                if earlier is not None:
                    # A copy, so that the name never stands for nothing, whatever happens in between.
                    shutil.copy2(target, earlier)
                kept[target] = earlier
                draft.replace(target)
    except BaseException:
        for target, earlier in kept.items():
            with contextlib.suppress(OSError):
                if earlier is None:
                    target.unlink(missing_ok=True)
                else:
                    earlier.replace(target)
        raise
    for earlier in kept.values():
        if earlier is not None:
            with contextlib.suppress(OSError):
                earlier.unlink()


@contextlib.contextmanager
def _draft(path: Path, data: bytes) -> Iterator[Path]:
    """A temporary file beside `path` that holds `data`; removed at the end unless it has been renamed."""
    target = _target(path)
    if target.is_dir():
        raise NothingDone("is-a-folder", path=str(path))
    if not target.parent.is_dir():
        raise NothingDone("folder-missing", path=str(path.parent))
    draft = _neighbour(target, "part")
    try:
        with _explained(path), draft.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            with contextlib.suppress(OSError):
                draft.chmod(target.stat().st_mode & 0o777)
        yield draft
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def _target(path: Path) -> Path:
    """Where the bytes go: a link stays a link, and the file it names is written."""
    return path.resolve() if path.is_symlink() else path


def _neighbour(path: Path, ending: str) -> Path:
    """A name in the same folder that nobody has."""
    return path.with_name(f".{path.name[:40]}.{secrets.token_hex(6)}.{ending}")


@contextlib.contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as failure:
        raise NothingDone(_code(failure), path=str(path), reason=failure.strerror or str(failure)) from failure


def _code(failure: OSError) -> str:
    full = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
    if failure.errno in full:
        return "disk-full"
    if isinstance(failure, PermissionError) or failure.errno == errno.EROFS:
        return "not-writable"
    return "cannot-write"
