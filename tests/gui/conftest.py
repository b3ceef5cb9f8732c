"""What holds for every test of the window: no screen, no settings but its own, nothing left behind."""

from __future__ import annotations

import contextlib
import gc
import os
import shutil
import subprocess
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import platformdirs
import pytest

from tools.qt import obstacle

if TYPE_CHECKING:
    from tests.gui.leaks import Watch

OBSTACLE = obstacle()

# Set before anything makes an application; who wants to watch the tests says so: QT_QPA_PLATFORM=xcb.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_WATCH: pytest.StashKey[Watch] = pytest.StashKey()
_QT_VARIABLES = ("QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_FONT_DPI", "QT_LOGGING_RULES", "QT_ENABLE_HIGHDPI_SCALING")
_LANGUAGE_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_CTYPE")
_FOLDERS = ("config", "data", "state", "cache")


class _Unreachable(pytest.File):
    """A file of tests where Qt does not load: left unread, which says why; in CI a failure."""

    def collect(self) -> NoReturn:
        if os.environ.get("CI"):
            raise self.CollectError(OBSTACLE)
        pytest.skip(str(OBSTACLE), allow_module_level=True)


def pytest_configure(config: pytest.Config) -> None:
    """Lets the offscreen platform say that it has no windows to raise, move or grab: that is no defect of a test."""
    if config.pluginmanager.has_plugin("pytestqt.plugin"):
        config.addinivalue_line("qt_log_ignore", "^This plugin does not support ")


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Leaves the files of this folder unread where Qt does not load."""
    return _Unreachable.from_parent(parent, path=module_path) if OBSTACLE else None


def pytest_itemcollected(item: pytest.Item) -> None:
    """Makes a warning from Qt fail the test, unless the test itself says what it awaits."""
    item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, Any, Any]:
    """Begins to watch the test before its first fixture is made."""
    from tests.gui.leaks import Watch  # noqa: PLC0415 - needs Qt

    if _WATCH not in item.session.stash:
        # What the tests of the core have left in memory is looked through once, not before and after every test.
        gc.collect()
        gc.freeze()
    ignored = [pattern for mark in item.iter_markers("qt_log_ignore") for pattern in mark.args]
    item.stash[_WATCH] = item.session.stash[_WATCH] = Watch([*item.config.getini("qt_log_ignore"), *ignored])
    return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, Any, Any]:
    """Fails the test, after its last fixture is gone, for what it leaves behind."""
    try:
        return (yield)
    finally:
        left = item.stash[_WATCH].conclude()
        if left:
            pytest.fail("Left behind: " + "; ".join(left), pytrace=False)


@pytest.fixture(autouse=True)
def _own_surroundings(tmp_path: Path, cached_faces: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home, settings and data of the test's own, and a desktop that says nothing of scale, style and language."""
    from PySide6.QtCore import QSettings  # noqa: PLC0415 - needs Qt

    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name in _FOLDERS:
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(home / name))
    for name in ("APPDATA", "LOCAL_APPDATA"):
        monkeypatch.setenv(f"WIN_PD_OVERRIDE_{name}", str(home / name))
    monkeypatch.setenv("XDG_CACHE_HOME", str(cached_faces))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(home / "etc"))
    for name in (*_QT_VARIABLES, *_LANGUAGE_VARIABLES):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    # Qt asks the environment once only, so it is told as well.
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(home / "config"))
        QSettings.setPath(kind, QSettings.Scope.SystemScope, str(home / "etc"))


@pytest.fixture(scope="session")
def cached_faces(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder that holds the typefaces cut so far: cutting one takes seconds, and they are nobody's data."""
    folder = tmp_path_factory.mktemp("cache")
    kept = platformdirs.user_cache_path("briefing", appauthor=False) / "faces"
    if kept.is_dir():
        shutil.copytree(kept, folder / "briefing" / "faces")
    return folder


@pytest.fixture(autouse=True)
def _same_application() -> Iterator[None]:
    """Gives the application back its language, direction, colours, font and cursor, whatever the test has set."""
    from PySide6.QtCore import QEvent, QLocale, Qt  # noqa: PLC0415 - needs Qt
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - needs Qt

    spoken = QLocale()
    font, palette = (QApplication.font(), QApplication.palette()) if QApplication.instance() else (None, None)
    yield
    QLocale.setDefault(spoken)
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    while application.overrideCursor() is not None:
        application.restoreOverrideCursor()
    # Qt does not hear of the end of widgets that outlive a style sheet, and looks at them again with the next one.
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if application.styleSheet():
        application.setStyleSheet("")
    if font is not None and application.font() != font:
        application.setFont(font)
    if application.layoutDirection() != Qt.LayoutDirection.LeftToRight:
        application.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    application.styleHints().unsetColorScheme()
    if palette is not None and application.palette() != palette:
        application.setPalette(palette)


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a process whose windows open on an X server of the test's own (Xvfb)."""
    server = shutil.which("Xvfb")
    if server is None:
        said = "Xvfb is not installed: `apt-get install xvfb`."
        if os.environ.get("CI"):
            pytest.fail(said)
        pytest.skip(said)
    readable, writable = os.pipe()
    command = [server, "-displayfd", str(writable), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    with (tmp_path / "xvfb.log").open("wb") as log:
        xvfb = subprocess.Popen(command, pass_fds=(writable,), stdout=log, stderr=log)
    os.close(writable)
    try:
        with os.fdopen(readable, "rb") as pipe:
            number = pipe.readline().decode().strip()
        yield {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        xvfb.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            xvfb.wait(10)
        xvfb.kill()
        xvfb.wait()
