"""How long the window is ever held up on the sample articles, and how soon it and its pages are there.

A clock ticks every 5 ms in the real window, offscreen, while everything a user does is done several times. A gap is
the time between two ticks; `own` is how much the window's process was at work in one: where gaps are much longer,
others keep the machine busy. Of each run the longest counts.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import Qt

from briefing.resources import shipped
from briefing_gui.presenters.facts import REVIEW
from briefing_gui.presenters.sections import CHANGES
from tools.stand import Measured, Stand, heading, line, stand
from tools.user import User

_STARTS = 5
_LATENCIES = 15


def main() -> int:
    """Prints the tables; returns 0."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print("From the start of the process to the first paint, ms")
        whole, own = zip(*[first_paint(folder) for _ in range(_STARTS + 1)][1:], strict=True)
        print(f"  median {statistics.median(whole):.0f}, worst {max(whole):.0f}; own {statistics.median(own):.0f}\n")
        with stand(folder, lambda window: window.begin([], [])) as at:
            # How long the language model takes depends on nothing that the user does.
            at.settle(lambda: at.window.wiring.is_ready)
            print(heading())
            for one in story(at, folder):
                print(line(one), flush=True)
            print("\nFrom an action to its pages, ms")
            for edit, action in edits(User(at.window)):
                taken = [latency(at, action) for _ in range(_LATENCIES)]
                print(f"  {edit:<42} median {statistics.median(taken):.0f}, worst {max(taken):.0f}", flush=True)
    return 0


def first_paint(folder: Path) -> tuple[float, float]:
    """Milliseconds from the start of a process to the first paint of its window, and what of it was its own work."""
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(folder / "first")}
    surroundings["XDG_CONFIG_HOME"] = str(folder / "first")
    # Compiled once, as an installed program is, and not into the checkout.
    surroundings["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.monotonic()
    run = subprocess.run(
        [sys.executable, "-m", "tools.first_paint"], env=surroundings, capture_output=True, text=True, check=True
    )
    painted, worked = map(float, run.stdout.split()[-2:])
    return (painted - started) * 1000, worked * 1000


def latency(at: Stand, action: Callable[[], object]) -> float:
    """Milliseconds from an action to the proof that follows it."""
    at.settle()
    arrived: list[float] = []
    link = at.window.parts.work.proofed.connect(lambda _proof: arrived.append(time.perf_counter()))
    started = time.perf_counter()
    at.carry_out(action, lambda: bool(arrived))
    at.window.parts.work.proofed.disconnect(link)
    return (arrived[-1] - started) * 1000


def edits(user: User) -> Iterator[tuple[str, Callable[[], object]]]:
    """What the pages are to follow soon, each to be done again and again."""
    names = cycle(("A. Somebody", "B. Somebody Else"))
    user.go_to_article(0)
    user.go_to("attendees")
    yield "tick an article", user.tick
    yield "correct a name", lambda: user.correct(next(names))
    yield "leave a fact out, take it back in", partial(user.menu, "leave-out")


def story(at: Stand, folder: Path) -> Iterator[Measured]:
    """Everything a user does, measured."""
    user, window = User(at.window), at.window
    seeds = [str(shipped("seeds"))]
    documents = window.parts.documents
    yield at.measure("add the sample articles", lambda: window.wiring.errands.gather(seeds), runs=1)
    user.go_to_article(0)
    yield at.measure("tick an article", user.tick, edits=True)
    yield at.measure("search articles, a letter", partial(user.write, "articles-search", "u"), runs=3)
    user.empty("articles-search")
    yield from _facts(at, user)
    yield at.measure("undo", partial(user.menu, "undo"), runs=6, edits=True)
    yield at.measure("redo", partial(user.menu, "redo"), runs=6, edits=True)
    yield from _pages(at, user)
    user.menu("add-section")
    yield at.measure("type into an own section, a letter", partial(user.write, "own-text", "a"), runs=12, edits=True)
    yield at.measure("type the title, a letter", partial(user.write, "title", "a"), runs=12, edits=True)
    yield at.measure("export DOCX and PDF", partial(user.export, folder), runs=3, enough=(folder / "brief.pdf").exists)
    languages = cycle(("uk", "fr", "en"))
    yield at.measure("switch the interface's language", lambda: user.speak(next(languages)), runs=6)
    looks = cycle(("appearance-dark", "appearance-light"))
    yield at.measure("dark and light", lambda: user.menu(next(looks)), runs=4)
    sizes = cycle(("text-larger", "text-normal"))
    yield at.measure("larger text, and back", lambda: user.menu(next(sizes)), runs=4)
    path = folder / "story.brief"
    yield at.measure("save under a name", lambda: documents.save_as(path), runs=1)
    yield at.measure("new brief", documents.new, runs=1)
    yield at.measure("open a brief", lambda: documents.open(path), runs=1)


def _facts(at: Stand, user: User) -> Iterator[Measured]:
    places = cycle(("quotes", "attendees", REVIEW, CHANGES, "commitments", "timeline"))
    yield at.measure("go to another section", lambda: user.go_to(next(places)), runs=12)
    user.go_to(REVIEW)
    yield at.measure("select the next fact", partial(user.press, Qt.Key.Key_Down), runs=20)
    yield at.measure("accept, on to the next in the queue", partial(user.press, Qt.Key.Key_A), runs=6, edits=True)
    yield at.measure("leave out, on to the next", partial(user.press, Qt.Key.Key_X), runs=4, edits=True)
    yield at.measure("search facts, a letter", partial(user.write, "facts-search", "e"), runs=3)
    user.empty("facts-search")
    user.go_to("attendees")
    at.settle()
    names = cycle(("A. Somebody", "B. Somebody Else"))
    yield at.measure("correct a name", lambda: user.correct(next(names)), runs=6, edits=True)
    yield at.measure("ask to merge two rows, and agree", partial(_and_agree, user, user.merge), runs=2, edits=True)
    user.go_to("quotes")
    user.press(Qt.Key.Key_End)
    at.settle()
    yield at.measure("ask to cut a quotation, and agree", partial(_and_agree, user, user.trim), runs=3, edits=True)
    yield at.measure("move a fact up", partial(user.menu, "move-up"), runs=3, edits=True)


def _and_agree(user: User, ask: Callable[[], object]) -> None:
    ask()
    user.agree()


def _pages(at: Stand, user: User) -> Iterator[Measured]:
    locales = cycle(("uk", "de", "en"))
    yield at.measure("switch the brief's language", lambda: user.choose("locale", next(locales)), runs=6, edits=True)
    templates = cycle(("one-page", "standard"))
    yield at.measure("switch the template", lambda: user.choose("template", next(templates)), runs=4, edits=True)
    yield at.measure("scroll the pages", user.turn_pages, runs=8)
    yield at.measure("zoom in", partial(user.menu, "zoom-in"), runs=4)
    yield at.measure("zoom to width", partial(user.menu, "fit-width"), runs=1)
    yield at.measure("thumbnails", partial(user.menu, "thumbnails"), runs=4)


if __name__ == "__main__":
    sys.exit(main())
