"""Sources to a dossier, and to JSON."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.app.extracting import find_all
from briefing.app.work import Work
from briefing.model.notice import Outcome

if TYPE_CHECKING:
    from briefing.dossier.record import Json
    from briefing.model.article import Article
    from briefing.model.dossier import Dossier
    from briefing.model.notice import Notice


def read(sources: Sequence[str], work: Work, skip: Sequence[Path] = ()) -> Outcome[tuple[Article, ...]]:
    """The articles of all sources; `skip` are files that are not read though they lie in a source folder."""
    from briefing.sources.reading import gather

    return gather(sources, work.stdin, partial(work.progress, "read"), skip=skip)


def compose(sources: Sequence[str], work: Work, skip: Sequence[Path] = ()) -> Dossier:
    """The verified dossier of all `sources`; without articles where none could be read.

    `skip`: files that are passed over though they lie in a source folder.
    """
    from briefing import pipeline

    found = read(sources, work, skip)
    outcomes = find_all(found.value, len(found.value), work)
    return pipeline.compose(found.value, outcomes, found.notices)


def records(sources: Sequence[str], each: bool, work: Work) -> Iterator[Outcome[Json | None]]:
    """JSON records in the published form: one of everything, or with `each` one per article as soon as it is done.

    The notices of a record are inside it too; a value of `None` has those that belong to no article.
    """
    from briefing.dossier.record import to_record

    for dossier in _dossiers(sources, work) if each else (compose(sources, work),):
        record = to_record(dossier, work.wording) if dossier.articles else None
        yield Outcome(value=record, notices=dossier.notices)


def _dossiers(sources: Sequence[str], work: Work) -> Iterator[Dossier]:
    """A dossier of each article by itself, read when its turn comes; one without articles for what is not read."""
    from briefing import pipeline
    from briefing.model.dossier import Dossier
    from briefing.sources.reading import count, gather_each

    waiting: deque[tuple[Article, tuple[Notice, ...]]] = deque()
    loose: list[Notice] = []

    def articles() -> Iterator[Article]:
        for read_ in gather_each(sources, work.stdin):
            own = {article.path: tuple(one for one in read_.notices if one.place == article.path)
                   for article in read_.value}  # fmt: skip
            loose.extend(notice for notice in read_.notices if notice.place not in own)
            for article in read_.value:
                waiting.append((article, own[article.path]))
                yield article

    for outcome in find_all(articles(), count(sources), work):
        article, notices = waiting.popleft()
        yield pipeline.compose((article,), (outcome,), notices)
        if loose:
            yield Dossier(articles=(), notices=tuple(loose))
            loose.clear()
    yield Dossier(articles=(), notices=tuple(loose))
