"""Facts of many articles: in this process, or in several where that is quicker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from briefing.app.work import Work
from briefing.model.errors import Cancelled
from briefing.model.notice import Outcome

if TYPE_CHECKING:
    from briefing.model.article import Article
    from briefing.model.facts import Findings

# With fewer articles several processes are not even ready when one is done.
_WORTH_SEVERAL = 200


def find_all(articles: Iterable[Article], of: int, work: Work) -> Iterator[Outcome[Findings]]:
    """The findings of each article, in order and lazily; `of`: how many articles there are, as far as is known.

    Raises `Cancelled` between two articles once `work` says so.
    """
    if work.cancelled():
        raise Cancelled
    jobs = _jobs(of, work.jobs)
    for done, outcome in enumerate(_outcomes(articles, jobs, work), start=1):
        yield outcome
        work.progress("extract", done, max(done, of))
        if work.cancelled():
            raise Cancelled


def _jobs(of: int, asked: int | None) -> int:
    if asked is not None:
        return asked
    if of < _WORTH_SEVERAL:
        return 1
    from briefing.app.processes import processors

    return processors()


def _outcomes(articles: Iterable[Article], jobs: int, work: Work) -> Iterator[Outcome[Findings]]:
    if jobs > 1:
        from briefing.app.processes import find_in_several

        return find_in_several(articles, jobs, work.cancelled)
    from briefing import pipeline
    from briefing.extract.registry import extractor_for

    return pipeline.find_facts(articles, extractor_for)
