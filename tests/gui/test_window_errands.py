"""What the finder is asked to do, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from briefing import app
from briefing.locale.interface import interface
from briefing.model.draft import Choices, Draft
from briefing.model.notice import Notice, Severity
from briefing.model.summary import Summary
from briefing_gui.messages import Done, Failed, Found, Gathered, Progress
from briefing_gui.presenters.changes import Change
from briefing_gui.presenters.errands import Errands
from briefing_gui.presenters.notices import Notices
from briefing_gui.presenters.session import Session


class Desk:
    """An office that writes down what it is asked, and does nothing."""

    def __init__(self) -> None:
        self.asked: list[tuple[Path, tuple[str, ...]]] = []
        self.stops = 0

    def gather(self, file: Path, sources: Sequence[str], pasted: bytes = b"") -> int:
        """Notes the sources."""
        _ = pasted
        self.asked.append((file, tuple(sources)))
        return len(self.asked)

    def find(self, file: Path, articles: Sequence[str]) -> int:
        """Notes the articles."""
        self.asked.append((file, tuple(articles)))
        return len(self.asked)

    def cancel(self) -> None:
        """Notes that it is to stop."""
        self.stops += 1


class Straight:
    """A history that carries everything out."""

    session: Session

    def push(self, change: Change) -> None:
        """Carries a change out."""
        self.session.adopt(change.after)

    def clear(self) -> None:
        """Has nothing to forget."""


class Scene:
    """A session on a real file, with errands to an office that leaves the answers to the test."""

    def __init__(self, file: Path) -> None:
        history = Straight()
        self.session = history.session = Session(history)
        self.session.open(app.briefs.create(file, Draft(choices=Choices(locale="en"))), untitled=False)
        self.path = file
        self.desk, self.notices = Desk(), Notices()
        self.errands = Errands(self.session, self.desk, self.notices)

    def gathered(self, number: int, *ids: str, notices: tuple[Notice, ...] = ()) -> None:
        """The finder has read articles."""
        articles = tuple(summary(one) for one in ids)
        self.errands.gathered(Gathered(number=number, file=self.path, articles=articles, notices=notices))

    def found(self, number: int, article: str) -> None:
        """The finder has found an article's facts."""
        self.errands.found(Found(number=number, file=self.path, article=summary(article, 3), notices=()))

    def progress(self, number: int, done: int) -> None:
        """The finder is at an article."""
        self.errands.progressed(Progress(number=number, stage="extract", done=done, of=3))

    def said(self) -> list[str]:
        """What is said, in English."""
        return [item.say(interface("en")) for item in self.notices.items]


def summary(article: str, facts: int | None = None) -> Summary:
    """An article in few words."""
    return Summary(
        id=article,
        path=f"{article}.txt",
        title=article.upper(),
        outlet=None,
        published=None,
        language="en",
        url=None,
        facts=facts,
        rules=None,
        failed=False,
        words=10,
    )


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    """Such a scene."""
    made = Scene(tmp_path / "a.brief")
    yield made
    made.session.close()


def test_what_is_read_is_in_the_brief(scene: Scene) -> None:
    """As one errand, busy until it is done."""
    scene.errands.gather(["folder"])
    assert scene.errands.busy
    scene.gathered(1, "a", "b")
    assert scene.session.draft.articles == ("a", "b")
    scene.found(1, "a")
    assert scene.session.summaries["a"].facts == 3
    scene.errands.done(Done(number=1))
    assert not scene.errands.busy


def test_articles_without_facts_are_asked_for_once(scene: Scene) -> None:
    """Not while somebody is at them already."""
    scene.errands.gather(["folder"])
    scene.gathered(1, "a", "b")
    scene.errands.find_missing()
    assert len(scene.desk.asked) == 1
    scene.errands.give_up()
    scene.errands.find_missing()
    assert scene.desk.asked[-1][1] == ("a", "b")


def test_giving_up_stops_what_waits_too(scene: Scene) -> None:
    """The second in the queue is stopped as soon as the finder begins it; a later one is not."""
    scene.errands.gather(["one"])
    scene.errands.gather(["two"])
    scene.errands.give_up()
    assert (scene.errands.busy, scene.desk.stops) == (False, 1)
    scene.errands.done(Done(number=1, cancelled=True))
    scene.progress(2, 0)
    assert scene.desk.stops == 2
    scene.errands.gather(["three"])
    scene.errands.done(Done(number=2, cancelled=True))
    # The stop came when two was over, and three had to suffer: it is asked for again.
    scene.errands.done(Done(number=3, cancelled=True))
    assert scene.errands.busy
    assert [sources for _, sources in scene.desk.asked] == [("one",), ("two",), ("three",), ("three",)]


def test_another_brief_is_not_told_of_this_one(scene: Scene) -> None:
    """What comes late for a brief that was left does not enter the one at hand."""
    scene.errands.gather(["folder"])
    other = Gathered(number=1, file=scene.path.with_name("other.brief"), articles=(summary("x"),), notices=())
    scene.errands.gathered(other)
    assert scene.session.draft.articles == ()


def test_a_dead_finders_work_is_asked_for_again(scene: Scene) -> None:
    """Only what was not done; what it dies of twice is passed over, and it is said which."""
    scene.errands.gather(["folder"])
    scene.gathered(1, "a", "b", "c")
    scene.found(1, "a")
    for number in (1, 2):
        scene.progress(number, 0)
        scene.errands.died()
    assert [articles for _, articles in scene.desk.asked] == [("folder",), ("b", "c"), ("c",)]
    assert scene.said() == [
        "“B” was passed over: the program failed at it twice. Please report it, with the article if you can."
    ]


def test_under_another_name_the_work_goes_on(scene: Scene, tmp_path: Path) -> None:
    """What was being read is read into the new file."""
    scene.errands.gather(["folder"])
    scene.session.file.copy_to(tmp_path / "b.brief")
    scene.session.renamed(app.briefs.open(tmp_path / "b.brief"))
    scene.errands.move()
    assert scene.desk.asked[-1] == (tmp_path / "b.brief", ("folder",))


def test_what_could_not_be_read_is_said_once(scene: Scene) -> None:
    """As one remark for one errand."""
    scene.errands.gather(["folder"])
    odd = Notice(severity=Severity.ERROR, code="empty-file", place="x.txt")
    scene.gathered(1, "a", notices=(odd, odd))
    assert scene.said() == ["2 remarks on what was read"]


def test_adding_the_same_again_says_so(scene: Scene) -> None:
    """Nothing happens, and not silently."""
    scene.errands.gather(["folder"])
    scene.gathered(1, "a")
    scene.errands.gather(["folder"])
    scene.gathered(2, "a")
    assert scene.said() == ["Nothing was added: these articles are in the brief already."]


def test_what_was_given_up_fails_unheard(scene: Scene) -> None:
    """An article that was taken off the list and out of the file while it was searched is nobody's trouble."""
    scene.errands.gather(["folder"])
    scene.gathered(1, "a")
    failure = Failed(number=1, errand="Gather", code="cannot-save", parameters={})
    scene.errands.give_up()
    assert scene.errands.failed(failure)
    scene.errands.find(["a"])
    assert not scene.errands.failed(Failed(number=2, errand="Find", code="cannot-save", parameters={}))


def test_what_is_found_when_no_brief_is_open_is_passed_over(scene: Scene) -> None:
    """The program is ending."""
    scene.errands.gather(["folder"])
    scene.gathered(1, "a")
    scene.session.close()
    scene.found(1, "a")
    assert scene.session.summaries["a"].facts is None
