"""What the core needs around it, and what it must not."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

WITHOUT_QT = """
import importlib.abc, pkgutil, sys

class NoWindow(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6", "briefing_gui"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, NoWindow())
"""

IMPORTS = """
import briefing
for module in pkgutil.walk_packages(briefing.__path__, "briefing."):
    if not module.name.endswith("__main__"):
        __import__(module.name)
from briefing.cli import main
sys.exit(main(["sections"]))
"""


def test_the_core_imports_where_no_window_toolkit_is_installed() -> None:
    """Every module of the core loads, and the command runs, when Qt and the window cannot be imported."""
    run = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT + IMPORTS],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert "attendees" in run.stdout


# The quick rooms that the window leans on most; that every module loads is seen above.
REPRESENTATIVE = [f"tests/core/{room}" for room in ("text", "dossier", "library")]


def test_the_cores_tests_pass_where_no_window_toolkit_is_installed() -> None:
    """The core's tests run and pass without Qt, while the window's are skipped and say why in one line."""
    start = WITHOUT_QT + "import pytest; sys.exit(pytest.main(sys.argv[1:]))"
    run = subprocess.run(
        [sys.executable, "-c", start, "-q", "-x", "-p", "no:cacheprovider", *REPRESENTATIVE, "tests/gui"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "CI": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    (skipped,) = [line for line in run.stdout.splitlines() if line.startswith("SKIPPED") and "tests/gui" in line]
    assert "PySide6 is not installed" in skipped
    assert int("".join(re.findall(r"(\d+) passed", run.stdout))) > 100
