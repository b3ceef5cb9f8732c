"""The start of the program where Qt is not there, does not load or finds no screen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

WITHOUT = """
import importlib.abc, sys
class NoQt(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "PySide6":
            raise {error}
sys.meta_path.insert(0, NoQt())
from briefing_gui.start import main
sys.exit(main([]))
"""
ABSENT = "ModuleNotFoundError(name, name=name)"
BROKEN = "ImportError('libEGL.so.1: cannot open shared object file: No such file or directory', name=name)"


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs this interpreter in the checkout."""
    paths = os.pathsep.join([str(ROOT), str(ROOT / "gui")])
    return subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": paths, "PYTHONUTF8": "1", **environment},
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "Das Fenster braucht Qt"),
        ("en", "The window needs Qt"),
        ("es", "La ventana necesita Qt"),
        ("fr", "La fenêtre a besoin de Qt"),
        ("pl", "Okno wymaga biblioteki Qt"),
        ("pt_BR", "A janela precisa do Qt"),
        ("uk", "Для вікна потрібна бібліотека Qt"),
    ],
)
def test_without_qt_one_sentence_says_what_installs_it(language: str, words: str) -> None:
    """In the user's language, with the command to type, and no traceback."""
    ended = run("-c", WITHOUT.format(error=ABSENT), BRIEFING_INTERFACE=language)
    assert (ended.returncode, ended.stdout) == (3, "")
    assert ended.stderr.startswith(words)
    assert ended.stderr.endswith("make window\n")
    assert ended.stderr.count("\n") == 1


def test_a_library_that_qt_lacks_is_named() -> None:
    """It is the library that is to be installed, not Qt."""
    ended = run("-c", WITHOUT.format(error=BROKEN))
    assert (ended.returncode, ended.stdout) == (3, "")
    assert "libEGL.so.1" in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_outside_a_checkout_the_command_is_the_one_of_this_python(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An installed program has no Makefile."""
    from briefing_gui import start  # noqa: PLC0415 - Qt may be missing here

    monkeypatch.setattr(start, "_CHECKOUT", tmp_path)
    assert start._installing().startswith(f'"{sys.executable}" -m pip install "PySide6-Essentials')


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
@pytest.mark.parametrize("way", [("-m", "gui"), ("-m", "briefing", "gui")])
def test_without_a_screen_one_sentence_says_so(way: tuple[str, ...]) -> None:
    """Qt would abort and speak of reinstalling; the command finds the window of a checkout that is not installed."""
    ended = run(*way, QT_QPA_PLATFORM="xcb", DISPLAY=":4711")
    assert (ended.returncode, ended.stdout) == (3, "")
    assert ended.stderr.startswith("The window found no screen to open on (could not connect to display :4711);")
    assert ended.stderr.count("\n") == 1


def test_workers_start_without_qt() -> None:
    """A worker imports anew what the program was started by: the toolkit would cost it a fifth of a second."""
    ended = run("-c", "import briefing_gui.start, briefing_gui.worker, sys; print('PySide6' in sys.modules)")
    assert ended.stdout == "False\n"
