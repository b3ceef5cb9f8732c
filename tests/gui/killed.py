"""The real program, edited as fast as it can be, that says of each step what it is about to do and what it has done.

Started by `killing.py`, which kills it. Each line on standard output is one event:

    opened DIGEST PATH      a brief is at hand
    will DIGEST             this draft is about to be saved
    did DIGEST              the action that led to this draft is over, and the user has seen that it is
    new                     another brief is about to be at hand
    moving PATH             the brief is about to go on in that file
    exporting / exported    files are being printed, the files are there
    adding / added          articles are being read and searched, that is over
    worker PID              a worker process was started
    wrong ...               something that must not happen; the rest is a traceback
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import random
import shutil
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model.draft import Draft
    from briefing_gui.messages import Exported, Failed
    from briefing_gui.views.window import MainWindow

# An article whose words nobody has read before; it says one thing that is found.
_ARTICLE = (
    "Harbour {number} gets a new pier\n\n"
    "GDANSK, 4 May 2025 - The port of Gdansk will build pier {number}, its director said on Monday.\n\n"
    '"We will open pier {number} to all ships before the winter comes," said Anna Nowak, director of the port.\n\n'
    "The port pledged 40 million zloty for the work, which will take two years.\n"
)
_WORDS = ("Security", "Minister of Defence", "Rustem Umerov", "A. Nowak", "talks", "«Спільно»", "§ 4", "ünïcødé")


def main(seed: int, prepared: Path, texts: Path, exports: Path) -> int:
    """Runs the program until it is killed."""
    from briefing import app as core  # noqa: PLC0415 - the workers load this module too, and need none of it
    from briefing_gui import app  # noqa: PLC0415 - see above
    from briefing_gui.views.settings import Settings  # noqa: PLC0415 - see above

    sys.excepthook = _wrong
    unsaved = core.briefs.unsaved_folder()
    if not unsaved.exists():
        unsaved.mkdir(parents=True)
        shutil.copyfile(prepared, unsaved / "1.brief")
    application = app.Application(["briefing"])
    window = app.make(application, Settings())
    window.begin([], [])
    editor = Editor(window, random.Random(seed), texts, exports)  # noqa: S311 - no secret
    window.show()
    window.parts.work.start()
    editor.begin()
    return application.exec()


def digest(draft: Draft) -> str:
    """A short name for everything that is in a draft."""
    from briefing.library.codec import dump  # noqa: PLC0415 - see `main`
    from briefing.model.draft import Draft  # noqa: PLC0415 - see `main`

    return hashlib.sha256(dump(draft, Draft)).hexdigest()[:20]


def say(*words: str) -> None:
    """One event, at once."""
    os.write(_EVENTS, (" ".join(words) + "\n").encode())


class Editor:
    """Somebody with very quick fingers."""

    def __init__(self, window: MainWindow, chance: random.Random, texts: Path, exports: Path) -> None:
        from PySide6.QtCore import QTimer  # noqa: PLC0415 - see `main`

        from tools.user import User  # noqa: PLC0415 - needs Qt

        self._window, self._chance, self._texts, self._exports = window, chance, texts, exports
        self._parts, self._session = window.parts, window.parts.session
        self._user = User(window)
        self._exporting = self._adding = False
        self._workers: set[int] = set()
        self._next = QTimer(window, interval=0)
        self._next.timeout.connect(self._act)

    def begin(self) -> None:
        """Edits from now on."""
        # Whatever changes the draft goes through here.
        self._parts.history.adopt = self._adopt
        self._parts.documents.arrived.listen(self._opened)
        self._parts.documents.moved.listen(self._opened)
        self._parts.work.exported.connect(self._on_exported)
        self._parts.work.troubled.connect(self._on_trouble)
        self._opened()
        self._next.start()

    def _adopt(self, draft: Draft) -> None:
        say("will", digest(draft))
        self._session.adopt(draft)
        if self._session.trouble is not None:
            say("wrong", f"it could not be saved: {self._session.trouble}")
        say("did", digest(self._session.draft))

    def _opened(self) -> None:
        say("opened", digest(self._session.draft), str(self._session.file.path))

    def _on_exported(self, message: Exported) -> None:
        self._exporting = False
        say("exported" if message.paths else "wrong nothing was exported")

    def _on_trouble(self, message: Failed) -> None:
        # What was asked of the file before is asked for again.
        before = message.parameters.get("path") not in {None, str(self._session.file.path)}
        if not before and (message.errand == "Export" or message.code == "defect"):
            say("wrong", message.errand, message.code, str(message.parameters), message.details or "")

    # What is done

    def _act(self) -> None:
        self._look_after()
        acts: tuple[tuple[int, Callable[[], None]], ...] = (
            (6, self._tick),
            (6, self._judge),
            (6, self._correct),
            (3, self._merge),
            (3, self._trim),
            (3, self._move),
            (6, self._type),
            (3, self._choose),
            (2, self._write),
            (6, lambda: self._user.menu("undo")),
            (3, lambda: self._user.menu("redo")),
            (3, self._export),
            (2, self._add),
            (0 if self._session.draft.decisions else 1, self._save_as),
        )
        (act,) = self._chance.choices([act for _, act in acts], [weight for weight, _ in acts])
        if len(self._session.draft.decisions) > 120:
            act = self._start_over
        act()

    def _look_after(self) -> None:
        for child in multiprocessing.active_children():
            if child.pid is not None and child.pid not in self._workers:
                self._workers.add(child.pid)
                say("worker", str(child.pid))
        if self._adding and not self._window.wiring.errands.busy:
            self._adding = False
            say("added")

    def _tick(self) -> None:
        if self._session.draft.articles:
            self._user.go_to_article(self._chance.randrange(len(self._session.draft.articles)))
            self._user.tick()

    def _fact(self, *places: str) -> bool:
        """Selects a fact of some places; whether there was one."""
        self._user.go_to(self._chance.choice(places))
        facts = self._window.panes.facts
        if not facts.model.ids:
            return False
        facts.select_fact(self._chance.choice(facts.model.ids))
        return True

    def _judge(self) -> None:
        if self._fact("review", "quotes", "attendees", "commitments"):
            self._user.menu(self._chance.choice(("accept", "leave-out")))

    def _correct(self) -> None:
        if self._fact("attendees", "commitments", "quotes") and self._window.panes.card.rows:
            self._user.correct(self._chance.choice(_WORDS))

    def _merge(self) -> None:
        if self._fact("attendees", "quotes") and self._user.merge():
            self._user.agree()

    def _trim(self) -> None:
        if self._fact("quotes") and self._user.trim():
            self._user.agree()

    def _move(self) -> None:
        if self._fact("attendees", "quotes"):
            self._user.menu(self._chance.choice(("move-up", "move-down")))

    def _type(self) -> None:
        self._user.write("title", self._chance.choice(_WORDS))

    def _choose(self) -> None:
        name, values = self._chance.choice(
            (("locale", ("en", "uk", "de", "fr")), ("template", ("standard", "one-page", "quotes")), ("paper", ("A4",)))
        )
        self._user.choose(name, self._chance.choice(values))

    def _write(self) -> None:
        own = self._session.draft.choices.own
        if len(own) < 3:
            self._user.menu("add-section")
        else:
            self._user.go_to(self._chance.choice(own).id)
        self._user.write("own-text", self._chance.choice(_WORDS))

    def _export(self) -> None:
        draft = self._session.draft
        if self._exporting or not (draft.ticked() or draft.choices.own):
            return
        self._exporting = True
        say("exporting")
        number = self._chance.randrange(4)
        # Old files are printed over, and new ones made.
        self._window.wiring.export((self._exports / f"{number}.docx", self._exports / f"{number}.pdf"))

    def _add(self) -> None:
        if self._adding:
            return
        self._adding = True
        say("adding")
        files = []
        for _ in range(self._chance.randint(1, 12)):
            number = self._chance.randrange(10**9)
            files.append(self._texts / f"{number}.txt")
            files[-1].write_text(_ARTICLE.format(number=number), encoding="utf-8")
        self._window.wiring.errands.gather([str(file) for file in files])

    def _save_as(self) -> None:
        path = self._texts / f"{self._chance.randrange(10**9)}.brief"
        say("moving", str(path))
        self._parts.documents.save_as(path)

    def _start_over(self) -> None:
        say("new")
        self._parts.documents.new()


def _wrong(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """An exception in a slot ends nothing in Qt; here it must not go unnoticed."""
    told = "".join(traceback.format_exception(kind, error, trace))
    say("wrong", told.replace("\n", " | "))


# The workers get a copy of standard output, and would hold the pipe open: they are given standard error instead.
_EVENTS = os.dup(1) if __name__ == "__main__" else 1

if __name__ == "__main__":
    os.dup2(2, 1)
    sys.exit(main(int(sys.argv[1]), *map(Path, sys.argv[2:5])))
