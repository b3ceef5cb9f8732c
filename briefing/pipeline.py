"""The order of the stages: read, extract, compile, verify, lay out, render."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby

from briefing.dossier.compiling import compile_dossier
from briefing.dossier.verifying import verified
from briefing.model.article import Article
from briefing.model.dossier import Dossier
from briefing.model.facts import Findings
from briefing.model.notice import Notice, Outcome, Severity
from briefing.model.ports import Extractor

ExtractorFor = Callable[[str | None], Extractor]


def find_facts(articles: Iterable[Article], extractor_for: ExtractorFor) -> Iterator[Outcome[Findings]]:
    """The findings of each article, in the given order and lazily, though extractors may read some articles ahead.

    An article over which a rule stumbles has no findings and an error notice; the others are not lost with it.
    """
    for language, group in groupby(articles, key=lambda article: article.language):
        yield from _Feed(group).through(partial(extractor_for, language))


class _Feed:
    """Articles on their way through an extractor, which may read ahead, and may stumble."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = iter(articles)
        self._waiting: deque[Article] = deque()
        self._failure: Exception | None = None

    def through(self, extractor: Callable[[], Extractor]) -> Iterator[Outcome[Findings]]:
        """The outcome of each; after a stumble those that were read ahead go through one by one."""
        more = True
        while more:
            try:
                for outcome in extractor().extract(self._noted()):
                    yield _told(self._waiting.popleft(), outcome)
                more = False
            except Exception:  # noqa: BLE001 - whatever it is, it shows again when each goes through by itself
                if not self._waiting:
                    more = next(self._noted(), None) is not None
            while self._waiting:
                yield _alone(self._waiting.popleft(), extractor)
        if self._failure is not None:
            raise self._failure

    def _noted(self) -> Iterator[Article]:
        try:
            for article in self._articles:
                self._waiting.append(article)
                yield article
        except Exception as failure:  # noqa: BLE001 - it is the giver's, and raised when all that it gave are done
            self._failure = failure


def _alone(article: Article, extractor: Callable[[], Extractor]) -> Outcome[Findings]:
    try:
        (outcome,) = extractor().extract((article,))
    except Exception as stumble:  # noqa: BLE001 - whatever it is, it concerns this article only
        return failed(article, f"{type(stumble).__name__}: {stumble}")
    return _told(article, outcome)


def failed(article: Article, reason: str) -> Outcome[Findings]:
    """No findings and an error notice with what went wrong."""
    notice = Notice(
        severity=Severity.ERROR, code="extraction-failed", parameters={"reason": reason}, place=article.path
    )
    return Outcome(value=Findings(article=article.id), notices=(notice,))


def _told(article: Article, outcome: Outcome[Findings]) -> Outcome[Findings]:
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
