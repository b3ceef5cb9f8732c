"""The command line beside the window."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def exported(brief: Path, folder: Path) -> tuple[bytes, bytes]:
    """The DOCX and the PDF that the command prints of a brief's file, in a process of its own."""
    files = [folder / "command.docx", folder / "command.pdf"]
    outputs = [argument for file in files for argument in ("-o", str(file))]
    command = [sys.executable, "-m", "briefing", "export", "--brief", str(brief), *outputs]
    run = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONUTF8": "1"})
    assert run.returncode == 0, run.stderr
    return files[0].read_bytes(), files[1].read_bytes()
