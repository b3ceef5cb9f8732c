"""One window for a file: the others read."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from filelock import BaseFileLock


class Unlockable(OSError):
    """A folder takes no lock: it cannot be written, or its file system has no locks."""


def side_file(path: Path) -> Path:
    """The file beside a brief that whoever changes the brief holds locked."""
    whole = path.resolve()
    return whole.with_name(f".{whole.name}.lock")


def take(path: Path) -> BaseFileLock | None:
    """The right to change the brief at `path`; `None` where another window has it. Raises `Unlockable`.

    The system takes it back when the process ends, however it ends.
    """
    import filelock  # noqa: PLC0415 - a command that only reads takes no lock

    lock = filelock.FileLock(side_file(path), timeout=0)
    try:
        lock.acquire()
    except filelock.Timeout:
        return None
    except (OSError, NotImplementedError) as failure:
        raise Unlockable(str(failure)) from failure
    return lock


def give_back(lock: BaseFileLock) -> None:
    """Ends the right and takes the side file away."""
    # Before the release where open files can be removed: whoever has opened the same file and locks it afterwards sees
    # that its name is gone and tries again; afterwards, it might be the next holder's file that is removed.
    if os.name == "nt":
        lock.release()
    with contextlib.suppress(OSError):
        Path(lock.lock_file).unlink()
    lock.release()
