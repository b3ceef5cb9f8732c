"""Sessions on real files that hold the sample articles and what was found in them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget

from briefing import app
from briefing.app.press import Press
from briefing.model.article import Article
from briefing.model.draft import Choices, Draft
from briefing.model.facts import Findings
from briefing.model.notice import Outcome
from briefing_gui.presenters.changes import Change
from briefing_gui.presenters.session import Session

W = TypeVar("W", bound=QWidget)

SEEDS = Path(__file__).parents[2] / "seeds"


@cache
def found() -> tuple[tuple[Article, Outcome[Findings]], ...]:
    """The sample articles with their facts, found once for all tests."""
    work = app.Work(wording=lambda notice: notice.code, stdin=lambda: b"")
    articles = app.finding.gather([str(SEEDS)], work).value
    return tuple((article, app.finding.find(article)) for article in articles)


def part(widget: QWidget, sort: type[W], name: str) -> W:
    """The part of a widget that goes by a name; it must be there."""
    found_ = widget.findChild(sort, name)
    assert found_ is not None, name
    return found_


class PlainHistory:
    """A history without Qt: what is pushed is done, and can be undone in order."""

    def __init__(self) -> None:
        self.changes: list[Change] = []
        self.session: Session | None = None

    def push(self, change: Change) -> None:
        """Does it."""
        assert self.session is not None
        self.changes.append(change)
        self.session.adopt(change.after)

    def clear(self) -> None:
        """Forgets all."""
        self.changes.clear()

    def undo(self) -> None:
        """Takes the last change back."""
        assert self.session is not None
        self.session.adopt(self.changes.pop().before)


class Desk:
    """A session with its press, in one process: `show` does what the window has a worker do."""

    def __init__(self, path: Path, *, articles: bool = True) -> None:
        ids = tuple(article.id for article, _ in found()) if articles else ()
        self.file = app.briefs.create(path, Draft(choices=Choices(locale="en"), articles=ids))
        if articles:
            for article, outcome in found():
                self.file.put(article, ())
                self.file.put_findings(outcome, app.finding.rules())
        self.history = PlainHistory()
        self.session = Session(self.history)
        self.history.session = self.session
        self.session.open(self.file, untitled=False)
        self.press = Press(self.file)
        self.show()

    def show(self) -> None:
        """Brings the dossier up to date with the draft."""
        self.session.show(self.press.show(self.session.draft), self.press.dormant(self.session.draft))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A brief of the sample articles."""
    desk = Desk(tmp_path / "seeds.brief")
    yield desk
    desk.session.close()


@pytest.fixture
def empty_desk(tmp_path: Path) -> Iterator[Desk]:
    """A brief of nothing yet."""
    desk = Desk(tmp_path / "empty.brief", articles=False)
    yield desk
    desk.session.close()
