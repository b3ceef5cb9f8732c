"""Every check of the project, in the order in which a failure is cheapest to learn.

`--update-goldens` writes the golden files anew instead of comparing with them; never in CI.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
UPDATE = "--update-goldens"

QT = [PYTHON, "-m", "tools.qt"]
LINT = [PYTHON, "-m", "ruff", "check", "."]
FORMAT = [PYTHON, "-m", "ruff", "format", "--check", "."]
TYPES = [PYTHON, "-m", "mypy"]
CONTRACTS = [PYTHON, "-c", "from importlinter.cli import lint_imports_command as run; run()"]
TESTS = [PYTHON, "-m", "coverage", "run", "-m", "pytest", "-q", "-p", "no:cacheprovider"]
COVERAGE = [PYTHON, "-m", "coverage", "report", "--format=total"]


def main(arguments: list[str]) -> int:
    """Runs all checks, stops at the first that fails and returns its exit code."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "gui")]), "PYTHONUTF8": "1"}
    if UPDATE in arguments:
        if os.environ.get("CI"):
            print("Golden files are never written in CI.")
            return 2
        environment["BRIEFING_UPDATE_GOLDENS"] = "1"
    for step in (QT, LINT, FORMAT, TYPES, CONTRACTS, TESTS, COVERAGE):
        started = time.perf_counter()
        code = subprocess.run(step, cwd=ROOT, env=environment, check=False).returncode  # noqa: S603 - our own commands
        print(f"-- {' '.join(step[1:4])}: exit {code}, {time.perf_counter() - started:.1f} s", flush=True)
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
