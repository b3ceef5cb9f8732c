"""What the window costs with 10,000 articles and 5,000 facts: for each action, how long it is held up.

The figures are those of `responsiveness`. The pages of such a brief take their time; they are not waited for, but what
comes from the workers meanwhile counts where it comes.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import Qt

from briefing_gui.presenters.facts import REVIEW
from tools import large_brief
from tools.stand import Measured, Stand, heading, line, stand
from tools.user import User


def main(kept: Path | None = None) -> int:
    """Prints the table; returns 0. `kept`: a large brief made before, or where to keep it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        brief = kept or folder / "large.brief"
        if not brief.exists():
            started = time.perf_counter()
            large_brief.write(brief)
            print(f"made the brief in {time.perf_counter() - started:.0f} s")
        print(heading())
        with stand(folder, lambda window: window.begin([], [])) as at:
            at.settle(lambda: at.window.wiring.is_ready)
            for one in story(at, brief):
                print(line(one), flush=True)
            print(f"memory of the window: {_memory()} MB")
    return 0


def story(at: Stand, brief: Path) -> Iterator[Measured]:
    """Everything that goes over many rows, measured."""
    user, window = User(at.window), at.window
    session = window.parts.session
    at.awaits_pages = False
    started = time.perf_counter()
    times: dict[str, float] = {}
    window.parts.work.shown.connect(lambda _: times.setdefault("facts", time.perf_counter() - started))
    yield at.measure("open the brief", lambda: window.open(brief), runs=1)
    yield at.measure("its facts come", lambda: None, runs=1, enough=lambda: "facts" in times)
    print(f"  {len(session.draft.articles)} articles, {_count(at)} facts, after {times['facts']:.1f} s")
    yield from _articles(at, user)
    yield from _facts(at, user)


def _articles(at: Stand, user: User) -> Iterator[Measured]:
    user.go_to_article(0)
    yield at.measure("scroll the articles", user.turn_articles, runs=10)
    letters = cycle("pier 77")
    yield at.measure("search articles, a letter", lambda: user.write("articles-search", next(letters)), runs=7)
    yield at.measure("no search any more", partial(user.empty, "articles-search"), runs=1)
    user.go_to_article(5)
    yield at.measure("tick an article", user.tick, runs=4, edits=True)
    yield at.measure("untick all, tick all", user.tick_all, runs=4, edits=True)
    orders = cycle((3, 0))
    yield at.measure("another order", lambda: user.order(next(orders)), runs=4)


def _facts(at: Stand, user: User) -> Iterator[Measured]:
    places = cycle(("quotes", REVIEW, "attendees", "commitments"))
    yield at.measure("go to another section", lambda: user.go_to(next(places)), runs=8)
    user.go_to(REVIEW)
    yield at.measure("select the next fact", partial(user.press, Qt.Key.Key_Down), runs=10)
    yield at.measure("scroll the facts", partial(user.press, Qt.Key.Key_PageDown), runs=10)
    yield at.measure("accept, on to the next in the queue", partial(user.press, Qt.Key.Key_A), runs=4, edits=True)
    yield at.measure("leave out, on to the next", partial(user.press, Qt.Key.Key_X), runs=4, edits=True)
    letters = cycle("nowak")
    yield at.measure("search facts, a letter", lambda: user.write("facts-search", next(letters)), runs=5)
    yield at.measure("no search any more", partial(user.empty, "facts-search"), runs=1)
    user.go_to("attendees")
    user.press(Qt.Key.Key_End)
    at.settle()
    names = cycle(("A. Somebody", "B. Somebody Else"))
    yield at.measure("correct a name", lambda: user.correct(next(names)), runs=4, edits=True)
    yield at.measure("undo", partial(user.menu, "undo"), runs=4, edits=True)
    yield at.measure("redo", partial(user.menu, "redo"), runs=4, edits=True)
    yield at.measure("scroll the pages", user.turn_pages, runs=8)
    titles = cycle("Harbour")
    yield at.measure("type the title, a letter", lambda: user.write("title", next(titles)), runs=5, edits=True)


def _count(at: Stand) -> int:
    dossier = at.window.parts.session.dossier
    return sum(map(len, (dossier.events, dossier.attendees, dossier.commitments, dossier.quotes, dossier.figures)))


def _memory() -> int:
    """What this process holds, in megabytes, where the system says so."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0
    return pages * 4096 >> 20


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
