"""A brief of the two sample articles on a desk: the real file, session, undo and press, without worker processes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QUndoStack

from briefing import app
from briefing.app.press import Press
from briefing.locale.interface import Interface
from briefing.model.draft import Choices, Draft
from briefing.model.facts import Fact
from briefing.resources import shipped
from briefing_gui.models.history import UndoHistory
from briefing_gui.presenters.facts import all_facts
from briefing_gui.presenters.session import Session


def write_brief(path: Path) -> None:
    """Reads the sample articles into a new file and finds their facts; takes seconds."""
    work = app.Work(wording=lambda notice: notice.code, stdin=lambda: b"")
    read = app.finding.gather([str(shipped("seeds"))], work)
    file = app.briefs.create(path, Draft(choices=Choices(locale="en"), articles=tuple(one.id for one in read.value)))
    for article in read.value:
        file.put(article, ())
        file.put_findings(app.finding.find(article), app.finding.rules())
    file.close()


class Desk:
    """A session over a copy of a brief; what the press shows follows each change at once, as it does in the end.

    `slow`: leaves the dossier as it is until `follow` is called, as between a decision and the answer to it.
    """

    def __init__(self, path: Path) -> None:
        self.stack = QUndoStack()
        self.history = UndoHistory(self.stack, Interface(locale="en"))
        self.session = Session(self.history)
        self.history.adopt = self.session.adopt
        self.session.open(app.briefs.open(path), untitled=False)
        self._press = Press(self.session.file)
        self.slow = False
        self.session.drafted.listen(lambda: None if self.slow else self.follow())
        self.follow()

    def follow(self) -> None:
        """Shows what the draft says."""
        draft = self.session.draft
        self.session.show(self._press.show(draft), self._press.dormant(draft))

    def facts(self, kind: type) -> list[Fact]:
        """The facts of a kind as the dossier has them."""
        return [fact for fact in all_facts(self.session.dossier) if isinstance(fact, kind)]

    def close(self) -> None:
        """Lets go of the file."""
        self.session.close()
        self.stack.clear()


@contextmanager
def desk_with(brief: Path, folder: Path) -> Iterator[Desk]:
    """A desk with a copy of a brief in a folder."""
    copy = folder / "facts.brief"
    shutil.copyfile(brief, copy)
    desk = Desk(copy)
    try:
        yield desk
    finally:
        desk.close()
