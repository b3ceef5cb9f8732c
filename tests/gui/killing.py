"""Kills the program at random moments while it is edited and looks at what it leaves.

`python tests/gui/killing.py 200` does so 200 times and says what it came to.

The chance that picks the actions and the moments comes from a seed (a second argument), so that a run can be repeated
as far as the machine's own timing lets it.
"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue

ROOT = Path(__file__).resolve().parents[2]
# So long may a worker live on when its window is gone, in seconds.
ORPHANS = 5.0
# So often the program is started over what it left, before it begins with another brief.
GENERATIONS = 8
_START = 120.0
# What a moment waits for: an event, how often at most, and how long after it the kill comes at most, in seconds.
_MOMENTS = (
    ("opened", 1, 2.5),
    ("will", 60, 0.01),
    ("will", 60, 0.01),
    ("will", 60, 0.01),
    ("exporting", 2, 0.8),
    ("exported", 2, 0.05),
    ("adding", 1, 4.0),
)
# An event that has not come by then is not waited for any longer.
_PATIENCE = 8.0


class Wrong(AssertionError):
    """What must not be after a kill."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the program has said until it was killed.

    `path`: the brief at hand; `to`: the file in which it was about to go on, if it was. `drafts`: the names of the
    drafts that may be in the file: the last one whose action was over, and those that were on their way. `fell`: what
    the kill fell into. `actions`: how many were over.
    """

    path: Path
    to: Path | None
    drafts: tuple[str, ...]
    fell: frozenset[str]
    workers: tuple[int, ...]
    actions: int


@dataclass(slots=True, kw_only=True)
class Tally:
    """What many kills came to."""

    kills: int = 0
    actions: int = 0
    fell: Counter[str] = field(default_factory=Counter)
    reopened: int = 0
    exports: int = 0
    scraps: int = 0
    slowest_end: float = 0.0

    def __str__(self) -> str:
        fell = ", ".join(f"{count} into {name}" for name, count in sorted(self.fell.items()))
        return (
            f"{self.kills} kills after {self.actions} actions: {fell or 'none into anything'}.\n"
            f"Reopened by the program itself {self.reopened} times. {self.exports} printed files looked at, all whole;"
            f" {self.scraps} scraps beside them. Workers ended {self.slowest_end:.1f} s after the window at the latest."
        )


def heard(lines: Iterable[str]) -> Heard:
    """What the lines of one program come to. Raises `Wrong` where it says that something was wrong, or nothing."""
    path, to = Path(), None
    drafts: tuple[str, ...] = ()
    under_way: set[str] = set()
    workers: list[int] = []
    actions = 0
    for line in lines:
        event, _, rest = line.partition(" ")
        match event:
            case "opened":
                name, _, where = rest.partition(" ")
                path, to, drafts = Path(where), None, (name,)
                under_way -= {_NEW, _MOVING, _COMMIT}
            case "will":
                drafts = (*drafts, rest)
                under_way.add(_COMMIT)
            case "did":
                drafts = (rest,)
                under_way.discard(_COMMIT)
                actions += 1
            case "new":
                under_way.add(_NEW)
            case "moving":
                to = Path(rest)
                under_way.add(_MOVING)
            case "exporting" | "adding":
                under_way.add(_WORK[event])
            case "exported" | "added":
                under_way.discard(_WORK[event])
            case "worker":
                workers.append(int(rest))
            case _:
                raise Wrong(line)
    if not drafts:
        raise Wrong("the program has opened nothing")
    return Heard(path, to, drafts, frozenset(under_way), tuple(workers), actions)


_COMMIT, _NEW, _MOVING = "a commit", "the change to another brief", "saving under another name"
_WORK = {"exporting": "an export", "exported": "an export", "adding": "adding", "added": "adding"}


class Program:
    """The program in a process of its own, in a home of its own."""

    def __init__(self, home: Path, prepared: Path, seed: int) -> None:
        for name in ("texts", "exports"):
            (home / name).mkdir(parents=True, exist_ok=True)
        code = [sys.executable, str(Path(__file__).with_name("killed.py"))]
        self.lines: list[str] = []
        self._news: Queue[str] = Queue()
        with (home / "errors.txt").open("ab") as errors:
            self._process = subprocess.Popen(
                [*code, str(seed), str(prepared), str(home / "texts"), str(home / "exports")],
                env=_surroundings(home),
                stdout=subprocess.PIPE,
                stderr=errors,
                # A group of its own, so that all of it can be killed at once.
                start_new_session=True,
            )
        self._reader = threading.Thread(target=self._read, name="killing-reader")
        self._reader.start()

    def _read(self) -> None:
        if self._process.stdout is not None:
            with self._process.stdout as events:
                for line in events:
                    self.lines.append(line.decode().rstrip("\n"))
                    self._news.put(self.lines[-1])
        self._news.put("")

    def wait_for(self, event: str, seconds: float, times: int = 1) -> bool:
        """Waits until the program has said something of that kind so often; whether it did, in time and alive."""
        deadline = time.monotonic() + seconds
        with contextlib.suppress(Empty):
            while line := self._news.get(timeout=max(deadline - time.monotonic(), 0)):
                times -= line.partition(" ")[0] == event
                if not times:
                    return True
        return False

    def kill(self, *, all_at_once: bool) -> None:
        """Kills it, with its workers or without, and hears what it has said last."""
        if all_at_once and hasattr(os, "killpg"):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        self._process.wait()
        self._reader.join()


def _surroundings(home: Path) -> dict[str, str]:
    found = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "BRIEFING_INTERFACE": "en", "PYTHONUNBUFFERED": "1"}
    found["PYTHONPATH"] = os.pathsep.join((str(ROOT), str(ROOT / "gui")))
    for name in ("CONFIG", "DATA", "STATE"):
        found[f"XDG_{name}_HOME"] = str(home / name.lower())
    for name in ("APPDATA", "LOCAL_APPDATA"):
        found[f"WIN_PD_OVERRIDE_{name}"] = str(home / name.lower())
    return found


class Killer:
    """Kills one program after the other and looks at what each has left."""

    def __init__(self, folder: Path, prepared: Path, seed: int) -> None:
        self._folder, self._prepared = folder, prepared
        self._chance = random.Random(seed)  # noqa: S311 - no secret
        self._left: tuple[frozenset[str], str] | None = None
        self._home = folder
        self.tally = Tally()

    def kill(self) -> None:
        """Starts the program over what the last one left, kills it, and looks. Raises `Wrong`."""
        if self.tally.kills % GENERATIONS == 0:
            self._home, self._left = self._folder / f"home-{self.tally.kills}", None
        program = Program(self._home, self._prepared, self._chance.randrange(10**9))
        event, most, longest = self._chance.choice(_MOMENTS)
        times, delay = self._chance.randint(1, most), self._chance.uniform(0, longest)
        all_at_once = self._chance.random() < 0.25
        try:
            if not program.wait_for("opened", _START):
                raise Wrong("the program does not start: " + (self._home / "errors.txt").read_text("utf-8")[-3000:])
            if event != "opened":
                program.wait_for(event, _PATIENCE, times)
            time.sleep(delay)
        finally:
            program.kill(all_at_once=all_at_once)
        self._look(program.lines, time.monotonic())

    def _look(self, lines: Sequence[str], killed: float) -> None:
        told = heard(lines)
        tally = self.tally
        self._compare_start(lines[0])
        self._left = self.look_into_file(told)
        tally.slowest_end = max(tally.slowest_end, _await_end(told.workers, killed))
        tally.exports += _look_at_exports(self._home / "exports")
        tally.scraps += sum(1 for _ in (self._home / "exports").glob(".*"))
        tally.kills += 1
        tally.actions += told.actions
        tally.fell.update(told.fell)

    def _compare_start(self, line: str) -> None:
        """The program itself must have found what was found in the file before it."""
        if self._left is None:
            return
        paths, name = self._left
        _, found, where = line.split(" ", 2)
        if where not in paths or found != name:
            raise Wrong(f"after {name} in {sorted(paths)} the program starts with {line}")
        self.tally.reopened += 1

    def look_into_file(self, told: Heard) -> tuple[frozenset[str], str] | None:
        """The files in which the draft is, and its name; `None` where the program was about to go on with another."""
        paths = [path for path in (told.path, told.to) if path is not None and path.exists()]
        found = {str(path): content(path) for path in paths}
        good = [(path, name) for path, name in found.items() if name in told.drafts]
        if not good:
            raise Wrong(f"expected one of {told.drafts}, found {found}")
        return None if _NEW in told.fell else (frozenset(path for path, _ in good), good[-1][1])


def content(path: Path) -> str:
    """The name of the draft in a file that was left behind, once all of the file has been looked at. Raises `Wrong`."""
    from briefing import app  # noqa: PLC0415 - not before the paths are set
    from tests.gui.killed import digest  # noqa: PLC0415 - see above

    with app.briefs.open(path) as file:
        if file.read_only:
            raise Wrong(f"{path} is still locked")
        draft = file.draft()
        known = {one.id for one in file.summaries()}
        if not known.issuperset(draft.articles):
            raise Wrong(f"{path} lists articles that it does not have")
        file.articles(draft.articles)
        file.findings(draft.articles)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        said = connection.execute("PRAGMA integrity_check").fetchall()
        said += connection.execute("PRAGMA foreign_key_check").fetchall()
    if said != [("ok",)]:
        raise Wrong(f"{path}: {said}")
    return digest(draft)


def _look_at_exports(folder: Path) -> int:
    """Opens what was printed; how many files there were. Raises `Wrong` for half a file."""
    import docx  # noqa: PLC0415 - see above
    import pypdfium2  # noqa: PLC0415 - see above

    files = sorted(folder.glob("[!.]*"))
    for file in files:
        try:
            if file.suffix == ".docx":
                docx.Document(str(file))
            else:
                with contextlib.closing(pypdfium2.PdfDocument(file)) as document:
                    document[len(document) - 1].get_size()
        except Exception as failure:
            raise Wrong(f"{file} is not whole: {failure}") from failure
    return len(files)


def _await_end(workers: Sequence[int], killed: float) -> float:
    """Waits until all workers have ended; how long they have outlived the window. Raises `Wrong` for too long."""
    while alive := [pid for pid in workers if _runs(pid)]:
        if time.monotonic() > killed + ORPHANS:
            raise Wrong(f"workers {alive} live on without their window")
        time.sleep(0.02)
    return time.monotonic() - killed


def _runs(pid: int) -> bool:
    with contextlib.suppress(OSError):
        # One that has ended may wait for somebody to ask how it ended.
        return Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()[0] not in "ZX"
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return sys.platform != "linux"


def prepare(path: Path) -> None:
    """Makes a brief of the sample articles and their facts; takes seconds."""
    from briefing import app  # noqa: PLC0415 - not before the paths are set
    from briefing.model.draft import Choices, Draft  # noqa: PLC0415 - see above

    work = app.Work(wording=lambda notice: notice.code, stdin=lambda: b"")
    articles = app.finding.gather([str(app.samples())], work).value
    ids = tuple(article.id for article in articles)
    with app.briefs.create(path, Draft(choices=Choices(locale="en"), articles=ids)) as file:
        for article in articles:
            file.put(article, ())
            file.put_findings(app.finding.find(article), app.finding.rules())


def main(kills: int, seed: int) -> int:
    """Kills so many times and says what it came to; 1 where something was wrong."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder / "prepared.brief")
        killer = Killer(folder, folder / "prepared.brief", seed)
        for number in range(kills):
            try:
                killer.kill()
            except Wrong as wrong:
                print(f"Kill {number + 1} (seed {seed}): {wrong}", file=sys.stderr)  # noqa: T201 - run by hand
                return 1
            if (number + 1) % 10 == 0:
                print(killer.tally, flush=True)  # noqa: T201 - run by hand
    print(killer.tally)  # noqa: T201 - run by hand
    return 0


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "gui")]
    arguments = [int(one) for one in sys.argv[1:]]
    sys.exit(main(arguments[0] if arguments else 200, arguments[1] if len(arguments) > 1 else 1))
