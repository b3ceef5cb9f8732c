"""Every check of the project, in the order in which a failure is cheapest to learn.

`--update-goldens` writes the golden files anew instead of comparing with them; never in CI.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
UPDATE = "--update-goldens"

QT = [PYTHON, "-m", "tools.qt"]
LINT = [PYTHON, "-m", "ruff", "check", "."]
FORMAT = [PYTHON, "-m", "ruff", "format", "--check", "."]
TYPES = [PYTHON, "-m", "mypy"]
CONTRACTS = [PYTHON, "-c", "from importlinter.cli import lint_imports_command as run; run()"]
PYTEST = [PYTHON, "-m", "coverage", "run", "-m", "pytest", "-q", "-p", "no:cacheprovider"]
# In two processes that take about as long.
_FIRST = ("tests/gui", "tests/quality")
TESTS = ([*PYTEST, *_FIRST], [*PYTEST, "tests", *(f"--ignore={folder}" for folder in _FIRST)])
COMBINE = [PYTHON, "-m", "coverage", "combine", "--quiet"]
COVERAGE = [PYTHON, "-m", "coverage", "report", "--format=total"]


def main(arguments: list[str]) -> int:
    """Runs all checks, stops at the first that fails and returns its exit code."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "gui")]), "PYTHONUTF8": "1"}
    if UPDATE in arguments:
        if os.environ.get("CI"):
            print("Golden files are never written in CI.")
            return 2
        environment["BRIEFING_UPDATE_GOLDENS"] = "1"
    for steps in ([QT], [LINT], [FORMAT], [TYPES], [CONTRACTS], TESTS, [COMBINE], [COVERAGE]):
        code = _run(steps, environment)
        if code:
            return code
    return 0


def _run(steps: Sequence[list[str]], environment: Mapping[str, str]) -> int:
    """Runs steps side by side, tells of each when it has ended, and returns the first exit code that is not 0."""
    alone = len(steps) == 1
    with ThreadPoolExecutor(len(steps)) as threads:
        codes = list(threads.map(lambda step: _step(step, environment, alone=alone), steps))
    return next(filter(None, codes), 0)


def _step(step: list[str], environment: Mapping[str, str], *, alone: bool) -> int:
    """Runs one step; what it says is shown as it comes, or at its end where others run beside it."""
    started = time.perf_counter()
    out, err = (None, None) if alone else (subprocess.PIPE, subprocess.STDOUT)
    done = subprocess.run(step, cwd=ROOT, env=environment, check=False, encoding="utf-8", stdout=out, stderr=err)  # noqa: S603 - our own commands
    name = " ".join(part for part in step[1:] if not part.startswith("-") or part == "-m")
    print(f"{done.stdout or ''}-- {name}: exit {done.returncode}, {time.perf_counter() - started:.1f} s", flush=True)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
