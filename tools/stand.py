"""The real window on a test stand: in surroundings of its own, with a clock that notices whenever it is held up."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

from briefing.app import deciding
from briefing_gui import app
from briefing_gui.views.settings import Settings
from briefing_gui.views.sweeping import Sweeper
from briefing_gui.views.window import MainWindow

# The clock ticks this often, in milliseconds.
TICK = 5
# After an action the window is watched for this long after all answers have come, in seconds.
CALM = 0.15
LONGEST = 300.0


@dataclass(frozen=True, slots=True)
class Gap:
    """The time between two ticks, in milliseconds; `own`: what of it this process was at work, in all its threads.

    The rest was spent on waiting: for the disk, or for a machine that others keep busy.
    """

    whole: float
    own: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What several runs of an action cost: of each the longest gap, and the most work in one."""

    name: str
    gaps: Sequence[Gap]


class Clock(QObject):
    """Ticks in the window's event loop and keeps the longest gap since `begin`, and the most work in one."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer, interval=TICK)
        self._timer.timeout.connect(self._tick)
        self._last = self._now()
        self.longest = Gap(0.0, 0.0)

    def begin(self) -> None:
        """Starts over."""
        self._last, self.longest = self._now(), Gap(0.0, 0.0)
        self._timer.start()

    def end(self) -> Gap:
        """Stops; the longest gap, that which is open counted too."""
        self._tick()
        self._timer.stop()
        return self.longest

    @staticmethod
    def _now() -> Gap:
        return Gap(time.perf_counter() * 1000, time.process_time() * 1000)

    def _tick(self) -> None:
        now = self._now()
        gap = Gap(now.whole - self._last.whole, now.own - self._last.own)
        self._last = now
        self.longest = Gap(max(gap.whole, self.longest.whole), max(gap.own, self.longest.own))


class Stand:
    """The window, shown, with everything behind it."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.clock = Clock()
        # Whether an action is over only when its pages have come.
        self.awaits_pages = True

    def measure(
        self,
        name: str,
        action: Callable[[], object],
        *,
        runs: int = 5,
        edits: bool = False,
        enough: Callable[[], bool] = lambda: True,
    ) -> Measured:
        """Carries an action out `runs` times and watches until all is settled.

        `edits`: it must change the draft, or `LookupError` is raised. `enough`: what else must be so before it is
        settled.
        """
        gaps = []
        for _ in range(runs):
            self.settle()
            before = self.window.parts.session.draft
            self.clock.begin()
            self.carry_out(action, enough)
            gaps.append(self.clock.end())
            if edits and self.window.parts.session.draft == before:
                raise LookupError(f"{name}: nothing has changed")
        return Measured(name=name, gaps=gaps)

    def settle(self, enough: Callable[[], bool] = lambda: True) -> None:
        """Lets the window live until nothing is on its way any more, and a moment longer."""
        self.carry_out(lambda: None, enough)

    def carry_out(self, action: Callable[[], object], enough: Callable[[], bool] = lambda: True) -> None:
        """Does something in the window's event loop and lets it run until nothing is on its way any more."""
        loop = QEventLoop()
        failures: list[BaseException] = []
        deadline = time.monotonic() + LONGEST
        since = time.monotonic()

        def begin() -> None:
            # What is raised in a slot goes no further in Qt.
            try:
                action()
            except BaseException as failure:  # noqa: BLE001 - raised again below
                failures.append(failure)
                loop.quit()

        def look() -> None:
            nonlocal since
            now = time.monotonic()
            if not (self._settled() and enough()):
                since = now
            if now - since > CALM or now > deadline:
                loop.quit()

        watch = QTimer(interval=TICK)
        watch.timeout.connect(look)
        watch.start()
        QTimer.singleShot(0, begin)
        loop.exec()
        watch.stop()
        if failures:
            raise failures[0]
        if time.monotonic() > deadline:
            raise TimeoutError("the window does not come to rest")

    def _settled(self) -> bool:
        work, preview = self.window.parts.work, self.window.panes.preview.preview
        if not self.window.parts.session.is_open or not self.awaits_pages:
            return True
        proofed = work.proof == work.showing and not preview.pictures.waiting
        return proofed and not work.awaits_showing and not self.window.wiring.errands.busy


@contextmanager
def stand(folder: Path, begin: Callable[[MainWindow], None]) -> Iterator[Stand]:
    """The window in surroundings of its own in a folder; `begin` opens its first brief."""
    settle_in(folder)
    application = app.Application(["briefing"])
    window = app.make(application, Settings(folder / "settings.ini"))
    try:
        begin(window)
        window.show()
        window.parts.work.start()
        deciding.warm_up()
        sweeper = Sweeper(application, window.parts.work)
        yield Stand(window)
        sweeper.end()
    finally:
        window.close()


def settle_in(folder: Path) -> None:
    """Makes this process live in a folder: no screen, no settings and no briefs but its own; typefaces are shared."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["BRIEFING_INTERFACE"] = "en"
    for name in ("CONFIG", "DATA", "STATE"):
        os.environ[f"XDG_{name}_HOME"] = str(folder / name.lower())
    for name in ("APPDATA", "LOCAL_APPDATA"):
        os.environ[f"WIN_PD_OVERRIDE_{name}"] = str(folder / name.lower())


def heading() -> str:
    """What stands above the lines."""
    return f"{'ms':<44}{'gap: worst':>12}{'median':>8}{'own: worst':>12}{'median':>8}"


def line(one: Measured) -> str:
    """What was measured of one action."""
    whole, own = [gap.whole for gap in one.gaps], [gap.own for gap in one.gaps]
    figures = (max(whole), statistics.median(whole), max(own), statistics.median(own))
    return f"{one.name:<44}" + "".join(f"{figure:>{wide}.0f}" for figure, wide in zip(figures, _WIDE, strict=True))


_WIDE = (12, 8, 12, 8)
