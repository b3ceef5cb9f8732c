"""The order of the stages: read, extract, compile, verify, lay out, render."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from briefing.dossier.compiling import compile_dossier
from briefing.dossier.verifying import verified
from briefing.model.article import Article
from briefing.model.dossier import Dossier
from briefing.model.errors import Cancelled
from briefing.model.facts import Findings
from briefing.model.notice import Notice, Outcome
from briefing.model.ports import Extractor

ExtractorFor = Callable[[str | None], Extractor]
Progress = Callable[[int, int], None]


def find_facts(
    articles: Sequence[Article], extractor_for: ExtractorFor, progress: Progress, cancelled: Callable[[], bool]
) -> Iterator[Outcome[Findings]]:
    """The findings of each article, one by one in the given order within each language.

    `progress` hears how many are done of how many. Raises `Cancelled` between two articles once `cancelled` says so.
    """
    done = 0
    by_language = sorted(articles, key=_language)
    for language, group in groupby(by_language, key=_language):
        for outcome in extractor_for(language or None).extract(group):
            done += 1
            progress(done, len(articles))
            yield outcome
            if cancelled():
                raise Cancelled


def compose(articles: Sequence[Article], outcomes: Iterable[Outcome[Findings]], notices: Iterable[Notice]) -> Dossier:
    """One verified dossier; what fails verification is out of it and among its notices.

    `notices`: what there is to say from reading, put before what extraction has to say.
    """
    found = list(outcomes)
    said: list[Notice] = []
    for notice in (*notices, *(notice for outcome in found for notice in outcome.notices)):
        if notice not in said:
            said.append(notice)
    return verified(compile_dossier(articles, [outcome.value for outcome in found], said)).value


def _language(article: Article) -> str:
    return article.language or ""
