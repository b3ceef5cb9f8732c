"""What a bare machine lacks is known, and installed or named before the tests run."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.qt import NEEDED, packages

ROOT = Path(__file__).resolve().parents[2]

# What every Debian has, because its package manager runs on it.
BASE = {"libc.so.6", "libm.so.6", "libgcc_s.so.1", "libstdc++.so.6", "libz.so.1", "libzstd.so.1"}
PARTS = [
    f"lib/libQt6{name}.so.6" for name in ("Core", "Gui", "DBus", "Widgets", "PrintSupport", "Svg", "Test", "XcbQpa")
]
PARTS += ["plugins/platforms/libqoffscreen.so", "plugins/platforms/libqxcb.so"]

ABSENT = "libnothing.so.7  libnothing7\n"

linux = pytest.mark.skipif(sys.platform != "linux", reason="about Linux")


@linux
def test_the_list_names_each_library_that_qt_needs_and_no_other() -> None:
    """The libraries that Qt's own name as needed are in its wheel, in every system, or in the list."""
    found = importlib.util.find_spec("PySide6")
    if found is None or found.origin is None:
        pytest.skip("PySide6 is not installed")
    qt = Path(found.origin).parent / "Qt"
    needed: set[str] = set()
    for part in PARTS:
        # Names of libraries stand in a file's table of strings, each ended by a zero byte.
        names = re.findall(rb"\0(lib[\w+.-]+?\.so\.\d+)(?=\0)", (qt / part).read_bytes())
        needed |= {name.decode() for name in names}
    own = {path.name for path in (qt / "lib").iterdir()}
    listed = {line.split()[0] for line in NEEDED.read_text(encoding="utf-8").splitlines() if ".so." in line}
    assert listed == needed - own - BASE


@linux
def test_who_starts_the_tests_is_told_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is here is not asked for again; a library that is not here is, by its package."""
    listed = tmp_path / "debian.list"
    listed.write_text("libc.so.6  libc6\nsh  dash\n" + ABSENT, encoding="utf-8")
    monkeypatch.setattr("tools.qt.NEEDED", listed)
    assert packages() == ["libnothing7"]


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A checkout whose machine lacks one package, with an apt-get and a make that write down how they were called."""
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "run", tmp_path / ".ci")
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "debian.list").write_text(
        "# a remark\nlibnothing.so.7  libnothing7\n", encoding="utf-8"
    )
    stubs = tmp_path / "stubs"
    stubs.mkdir()
    for name in ("apt-get", "make", "sudo"):
        run = 'while [ "$1" != env ]; do shift; done; "$@"' if name == "sudo" else f'echo "{name} $* CI=$CI" >>calls'
        stub = stubs / name
        stub.write_text(f"#!/bin/sh\n{run}\nexit ${{{name.replace('-', '_').upper()}_FAILS:-0}}\n", encoding="utf-8")
        stub.chmod(0o755)
    return tmp_path


def _run(checkout: Path, **variables: str) -> tuple[subprocess.CompletedProcess[str], list[str]]:
    path = os.pathsep.join([str(checkout / "stubs"), os.environ["PATH"]])
    environment = {key: value for key, value in os.environ.items() if key != "CI"}
    run = subprocess.run(
        [str(checkout / ".ci" / "run")],
        env={**environment, "PATH": path, **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    calls = checkout / "calls"
    return run, calls.read_text(encoding="utf-8").splitlines() if calls.exists() else []


@linux
def test_ci_installs_what_is_missing_and_then_runs_the_tests(bare: Path) -> None:
    """One package is missing: it is installed without questions, then `make test` runs as in CI, and nothing else."""
    run, calls = _run(bare)
    assert run.returncode == 0, run.stderr
    assert calls[-1] == "make test CI=1"
    assert len(calls) == 3
    assert "libnothing7" in calls[1]
    assert "--yes" in calls[1]
    assert run.stdout.splitlines() == ["-- installing libnothing7"]


@linux
def test_ci_installs_nothing_where_nothing_is_missing(bare: Path) -> None:
    """On a machine that has everything, `make test` is all that runs."""
    (bare / "requirements" / "debian.list").write_text("libc.so.6  libc6\n", encoding="utf-8")
    assert _run(bare, CI="yes")[1] == ["make test CI=yes"]


@linux
def test_ci_says_what_it_could_not_install(bare: Path) -> None:
    """Where a package cannot be installed, one sentence says which, and no test runs."""
    run, calls = _run(bare, APT_GET_FAILS="100")
    assert run.returncode == 1
    assert run.stderr.splitlines()[-1].endswith("as root: apt-get install libnothing7")
    assert not [call for call in calls if call.startswith("make")]


@linux
def test_ci_fails_where_the_tests_fail(bare: Path) -> None:
    """The exit code of `make test` is the one that CI sees."""
    assert _run(bare, MAKE_FAILS="2")[0].returncode == 2
