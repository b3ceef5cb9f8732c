"""The window's front door."""

from __future__ import annotations

import os
import subprocess
import sys

_HEAVY = ("babel", "spacy", "numpy", "reportlab", "docx", "pypdfium2", "trafilatura", "lxml")


def test_the_window_starts_without_what_only_its_workers_need() -> None:
    """Importing the program loads neither parser nor printer: they would double the time to the first window."""
    code = f"import sys; import briefing_gui.app; print([name for name in {_HEAVY!r} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=_paths())
    assert run.stdout.strip() == "[]"


def _paths() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
