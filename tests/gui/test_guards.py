"""The guards of the window's tests: each offence fails the test that commits it, and no other."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QStandardPaths

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]

OFFENCES = """
import multiprocessing, subprocess, sys, threading, time, warnings
import pytest
from PySide6.QtCore import QObject, QThread, QThreadPool, QTimer, Slot, qCritical, qWarning
from PySide6.QtWidgets import QApplication, QLabel, QWidget

END = threading.Event()
KEPT = []


@pytest.fixture
def says_in_teardown():
    yield
    qWarning("from a fixture's end")


@pytest.fixture
def says_in_setup():
    qWarning("from a fixture's beginning")


class Waiting(QThread):
    def run(self):
        END.wait(30)


class Leaves(QObject):
    @Slot()
    def breaks(self):
        raise ValueError("in a slot")


def test_bad_warning(qapp):
    qWarning("from the test")

def test_bad_critical(qapp):
    qCritical("from the test")

def test_bad_warning_of_qt_itself(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setGeometry(0, 0, -5, -5)
    QObject().startTimer(-1)

def test_bad_setup(qapp, says_in_setup):
    pass

def test_bad_teardown(qapp, says_in_teardown):
    pass

def test_bad_slot(qtbot):
    leaves = Leaves()
    QTimer.singleShot(0, leaves.breaks)
    qtbot.wait(20)

def test_bad_python_warning():
    warnings.warn("old")

def test_bad_thread():
    threading.Thread(target=END.wait, args=(30,), daemon=True, name="sleeper").start()

def test_bad_thread_of_qt(qapp):
    KEPT.append(Waiting())
    KEPT[-1].start()

def test_bad_pool(qapp):
    QThreadPool.globalInstance().start(lambda: END.wait(30))

def test_bad_timer(qapp):
    KEPT.append(QTimer(interval=50000))
    KEPT[-1].start()

def test_bad_timer_that_the_application_owns(qapp):
    QTimer(qapp).start(50000)

def test_bad_single_shot(qapp):
    QTimer.singleShot(50000, END.set)

def test_bad_process():
    KEPT.append(subprocess.Popen([sys.executable, "-c", "import time; time.sleep(30)"]))

def test_bad_process_of_multiprocessing():
    multiprocessing.get_context("spawn").Process(target=time.sleep, args=(30,)).start()

def test_bad_window(qapp):
    KEPT.append(QLabel("still here"))
    KEPT[-1].setWindowTitle("Forgotten")
    KEPT[-1].show()


def test_good_closes_its_window(qtbot):
    widget = QLabel("gone soon")
    qtbot.addWidget(widget)
    widget.show()

def test_good_raises_its_window_where_there_is_no_screen(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.setMinimumSize(200, 200)
    window.show()
    window.raise_()
    window.activateWindow()

def test_good_drops_its_timer(qapp):
    owner = QWidget()
    owner.timer = QTimer(owner)
    owner.cycle = [owner]
    owner.timer.start(1000)

def test_good_waits_for_its_thread(qapp):
    thread = QThread()
    thread.start()
    thread.quit()
    assert thread.wait(5000)

def test_good_waits_for_its_processes():
    subprocess.run([sys.executable, "-c", ""], check=True)
    child = multiprocessing.get_context("spawn").Process(target=time.sleep, args=(0,))
    child.start()
    child.join()

@pytest.mark.qt_log_ignore("awaited")
def test_good_awaits_its_warning(qapp):
    qWarning("awaited")

def test_good_cleans_up_after_the_others(qapp):
    END.set()
    for thing in KEPT:
        if isinstance(thing, QThread):
            thing.wait()
        elif isinstance(thing, subprocess.Popen):
            thing.kill()
            thing.wait()
        elif isinstance(thing, QTimer):
            thing.stop()
        else:
            thing.close()
    KEPT.clear()
    QThreadPool.globalInstance().waitForDone()
"""


WITHOUT_QT = """
import sys
class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, NoQt())
"""


def _run(pytester: pytest.Pytester, *arguments: str, qt: bool = True, ci: str = "") -> subprocess.CompletedProcess[str]:
    """Runs the offences under this folder's conftest in a pytest of their own, with Qt or as if it were missing."""
    shutil.copy(HERE / "conftest.py", pytester.path)
    pytester.makepyfile(test_inside=OFFENCES)
    start = "import sys, pytest; sys.exit(pytest.main(sys.argv[1:]))"
    command = [
        sys.executable,
        "-c",
        start if qt else WITHOUT_QT + start,
        "-p",
        "no:pytest-qt",
        "-p",
        "no:cacheprovider",
    ]
    if qt:
        command += ["-p", "pytestqt.plugin"]
    return subprocess.run(
        [*command, "-p", "no:cacheprovider", "-W", "error", "-rA", *arguments, "test_inside.py"],
        cwd=pytester.path,
        env={**os.environ, "CI": ci, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "gui")])},
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_offence_fails_the_test_that_commits_it_and_no_other(pytester: pytest.Pytester) -> None:
    """Messages, exceptions, threads, timers, processes, windows: blamed on the offender; clean tests pass."""
    said = _run(pytester).stdout
    blamed = set(re.findall(r"^(?:FAILED|ERROR) \S+::(\w+)", said, re.MULTILINE))
    passed = set(re.findall(r"^PASSED \S+::(\w+)", said, re.MULTILINE)) - blamed
    tests = set(re.findall(r"^def (test_\w+)", OFFENCES, re.MULTILINE))
    assert blamed == {name for name in tests if name.startswith("test_bad_")}, said
    assert passed == {name for name in tests if name.startswith("test_good_")}, said
    for words in (
        "thread sleeper still runs",
        "a Waiting still runs",
        "1 tasks of the thread pool",
        "a QTimer is still",
    ):
        assert words in said
    assert "'Forgotten' is still open" in said
    assert "Qt said: from a fixture's end" in said


def test_messages_are_heard_where_pytest_qt_does_not_listen(pytester: pytest.Pytester) -> None:
    """With output let through (`-s`), pytest-qt hears nothing; the warning fails its test all the same."""
    said = _run(pytester, "-s", "-k", "warning_of_qt or bad_critical").stdout
    assert re.findall(r"^ERROR \S+::(\w+)", said, re.MULTILINE) == [
        "test_bad_critical",
        "test_bad_warning_of_qt_itself",
    ]


@pytest.mark.parametrize(("ci", "code", "word"), [("", 5, "SKIPPED"), ("true", 2, "ERROR")])
def test_where_qt_is_missing_the_tests_are_skipped_and_in_ci_fail(
    pytester: pytest.Pytester, ci: str, code: int, word: str
) -> None:
    """One line says what is not installed and how it comes; no traceback; in CI it is a failure."""
    run = _run(pytester, qt=False, ci=ci)
    assert run.returncode == code, run.stdout + run.stderr
    assert re.search(rf"^{word} .*", run.stdout, re.MULTILINE), run.stdout
    assert "PySide6 is not installed: `make test` installs it" in run.stdout
    assert "Traceback" not in run.stdout + run.stderr


def test_settings_and_data_are_the_tests_own(tmp_path: Path) -> None:
    """Qt and the core are told of folders under the test's own, whoever runs the tests."""
    import platformdirs  # noqa: PLC0415 - reads the environment when asked

    places = [
        QSettings("briefing", "briefing").fileName(),
        QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "briefing").fileName(),
        QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation),
        QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation),
        str(platformdirs.user_data_path("briefing")),
        str(platformdirs.user_config_path("briefing")),
        str(Path.home()),
    ]
    assert [place for place in places if not Path(place).is_relative_to(tmp_path)] == []


ON_SCREEN = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
window = QLabel("on screen")
window.show()
application.processEvents()
print(application.platformName(), window.windowHandle().isExposed() or window.isVisible())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no X server")
def test_a_window_opens_on_an_x_server_of_the_tests_own(screen: dict[str, str]) -> None:
    """Xvfb and all that Qt needs of X are here, and the server is gone when the test ends."""
    run = subprocess.run([sys.executable, "-c", ON_SCREEN], env=screen, capture_output=True, text=True, check=False)
    assert run.stdout.split() == ["xcb", "True"], run.stderr
