"""Finished bytes to files: all of them whole, or none touched."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from briefing.model.errors import NothingDone


def save(files: Mapping[Path, bytes]) -> None:
    """Writes every file or none: each goes to a temporary neighbour first and takes its name at the end.

    Raises `NothingDone` (`folder-missing`, `is-a-folder`, `not-writable`, `disk-full`, `cannot-write`); an earlier
    file of the name is then untouched, and nothing half-written is left.
    """
    with contextlib.ExitStack() as cleanup:
        drafts = {path: cleanup.enter_context(_draft(path, data)) for path, data in files.items()}
        for path, draft in drafts.items():
            with _explained(path):
                draft.replace(path)


def writable(paths: Iterable[Path]) -> None:
    """Raises `NothingDone` as `save` would where a folder is missing or takes no file: before the long work."""
    for path in paths:
        with _draft(path, b""):
            pass


@contextlib.contextmanager
def _draft(path: Path, data: bytes) -> Iterator[Path]:
    """A temporary file beside `path` that holds `data`; removed at the end unless it has been renamed."""
    if path.is_dir():
        raise NothingDone("is-a-folder", path=str(path))
    if not path.parent.is_dir():
        raise NothingDone("folder-missing", path=str(path.parent))
    with _explained(path):
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
    draft = Path(name)
    try:
        with _explained(path), os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        with contextlib.suppress(OSError):
            # A temporary file is private; the finished one gets the rights a new file would have.
            draft.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        yield draft
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


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
