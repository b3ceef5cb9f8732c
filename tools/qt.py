"""Whether Qt loads on this machine, and what to install where it does not.

Run by itself, it says so and ends with 1 where it does not.
"""

from __future__ import annotations

import ctypes
import importlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

NEEDED = Path(__file__).resolve().parent.parent / "requirements" / "debian.list"
_MODULES = ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtTest", "PySide6.QtWidgets", "pytestqt")
_START = "from PySide6.QtWidgets import QApplication; QApplication([])"


def obstacle() -> str | None:
    """Why Qt cannot be imported here and what to do about it, in one sentence; None where it can be."""
    for module in _MODULES:
        try:
            importlib.import_module(module)
        except ModuleNotFoundError as error:
            return f"{error.name} is not installed: `make test` installs it, from requirements/dev.txt."
        except ImportError as error:
            return _install(str(error))
    return None


def start_obstacle() -> str | None:
    """Why no window can be made here, tried in a process of its own (Qt aborts where its platform does not load)."""
    found = obstacle()
    if found is not None:
        return found
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", _START], env=offscreen, capture_output=True, text=True, check=False
    )
    return None if run.returncode == 0 else _install(next(iter(run.stderr.splitlines()), f"exit {run.returncode}"))


def _install(reason: str) -> str:
    said = f"Qt cannot load here ({reason})"
    if shutil.which("apt-get") is None:
        return f"{said}: install that library with this system's package manager."
    return f"{said}: install its libraries with `apt-get install {' '.join(packages())}`."


def packages() -> list[str]:
    """The Debian packages that the tests of the window need and that are not here; all where none can be told."""
    lines = [line.split() for line in NEEDED.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    missing = [package for needed, package in lines if not _present(needed)]
    return sorted(set(missing or [package for _, package in lines]))


def _present(needed: str) -> bool:
    if ".so." not in needed:
        return shutil.which(needed) is not None
    try:
        ctypes.CDLL(needed)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    found = start_obstacle()
    if found is not None:
        print(found)
    sys.exit(found is not None)
