"""The two sample articles with what the rules find in them, read once."""

from __future__ import annotations

from functools import cache

from briefing.app.finding import find, gather
from briefing.app.work import Work
from briefing.dossier.compiling import compile_dossier
from briefing.dossier.verifying import verified
from briefing.model.article import Article
from briefing.model.dossier import Dossier
from briefing.model.facts import Fact, Findings
from briefing.resources import shipped


@cache
def found() -> tuple[tuple[Article, Findings], ...]:
    """Each sample article with its findings."""
    work = Work(wording=lambda notice: notice.code, stdin=lambda: b"")
    articles = gather([str(shipped("seeds"))], work).value
    return tuple((article, find(article).value) for article in articles)


def compiled(*pairs: tuple[Article, Findings]) -> Dossier:
    """A verified dossier of these articles."""
    return verified(compile_dossier([one for one, _ in pairs], [facts for _, facts in pairs])).value


@cache
def both() -> Dossier:
    """The dossier of both sample articles."""
    return compiled(*found())


def facts_of(dossier: Dossier) -> tuple[Fact, ...]:
    """All facts of a dossier."""
    return (*dossier.events, *dossier.attendees, *dossier.commitments, *dossier.quotes, *dossier.figures)
