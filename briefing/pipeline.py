"""The order of the stages: read, extract, compile, verify, lay out, render."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from briefing.dossier.compiling import compile_dossier
from briefing.dossier.verifying import verified
from briefing.model.article import Article
from briefing.model.dossier import Dossier
from briefing.model.errors import Cancelled
from briefing.model.facts import Findings
from briefing.model.notice import Notice, Outcome, Severity
from briefing.model.ports import Extractor

ExtractorFor = Callable[[str | None], Extractor]
Progress = Callable[[int, int], None]


def find_facts(
    articles: Sequence[Article], extractor_for: ExtractorFor, progress: Progress, cancelled: Callable[[], bool]
) -> Iterator[Outcome[Findings]]:
    """The findings of each article, in the given order.

    `progress` hears how many are done of how many. Raises `Cancelled` between two articles once `cancelled` says so.
    An article over which a rule stumbles has no findings and an error notice; the others are not lost with it.
    """
    for done, article in enumerate(articles, start=1):
        if cancelled():
            raise Cancelled
        yield _facts_of(article, extractor_for)
        progress(done, len(articles))


def _facts_of(article: Article, extractor_for: ExtractorFor) -> Outcome[Findings]:
    try:
        (outcome,) = extractor_for(article.language).extract((article,))
    except Exception as stumble:  # noqa: BLE001 - whatever it is, it concerns this article only
        notice = Notice(
            severity=Severity.ERROR,
            code="extraction-failed",
            parameters={"reason": f"{type(stumble).__name__}: {stumble}"},
            place=article.path,
        )
        return Outcome(value=Findings(article=article.id), notices=(notice,))
    if outcome.value == Findings(article=article.id) and not outcome.notices:
        empty = Notice(severity=Severity.WARNING, code="no-facts", place=article.path)
        return Outcome(value=outcome.value, notices=(empty,))
    return outcome


def compose(articles: Sequence[Article], outcomes: Iterable[Outcome[Findings]], notices: Iterable[Notice]) -> Dossier:
    """One verified dossier; what fails verification is out of it and among its notices.

    `notices`: what there is to say from reading, put before what extraction has to say.
    """
    found = list(outcomes)
    told = (*notices, *(notice for outcome in found for notice in outcome.notices))
    said = {(n.code, n.place, n.span, tuple(sorted(n.parameters.items()))): n for n in told}.values()
    return verified(compile_dossier(articles, [outcome.value for outcome in found], said)).value
