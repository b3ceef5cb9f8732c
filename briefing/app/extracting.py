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


def find_all(articles: Iterable[Article], of: int, work: Work) -> Iterator[Outcome[Findings]]:
    """The findings of each article, in order and lazily; `of`: how many articles there are, as far as is known.

    Raises `Cancelled` between two articles once `work` says so.
    """
    from briefing import pipeline
    from briefing.extract.registry import extractor_for

    for done, outcome in enumerate(pipeline.find_facts(articles, extractor_for), start=1):
        yield outcome
        work.progress("extract", done, max(done, of))
        if work.cancelled():
            raise Cancelled
