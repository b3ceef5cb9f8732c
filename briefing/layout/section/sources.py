"""The articles behind the brief, numbered."""

from __future__ import annotations

from dataclasses import replace

from briefing.layout.clean import clean, folded, shortened
from briefing.layout.desk import LONGEST_LABEL, Desk
from briefing.layout.references import describe, host, title_of
from briefing.layout.weave import joined, run
from briefing.model.article import Article
from briefing.model.manuscript import Block, Paragraph, ParagraphStyle, Runs, Table, Tone

_COLUMNS = {"number": 0.08, "source": 0.92}


def sources(desk: Desk) -> tuple[Block, ...]:
    """Number, title, outlet, date, language and address of each article."""
    if desk.options("sources").compact:
        return _compact(desk)
    found = [each for each in desk.dossier.articles if each.id in desk.references.listed]
    if not found:
        return ()
    table = Table(
        header=tuple((desk.say(f"column.{column}"),) for column in _COLUMNS),
        rows=tuple((_number(desk, each), _entry(desk, each)) for each in found),
        widths=tuple(_COLUMNS.values()),
    )
    return (desk.heading(1, desk.say("section.sources")), table)


def _compact(desk: Desk) -> tuple[Block, ...]:
    """One small line per article: number, title, outlet, date."""
    items = [_line(desk, each) for each in desk.dossier.articles if each.id in desk.references.listed]
    if not items:
        return ()
    lines = [Paragraph(runs=item, style=ParagraphStyle.SMALL) for item in items]
    return (desk.heading(1, desk.say("section.sources")), *lines)


def _line(desk: Desk, article: Article) -> Runs:
    title: Runs = (desk.words(shortened(title_of(article), LONGEST_LABEL), article.id),)
    outlet: Runs = (run(describe(article), Tone.QUIET),) if describe(article) else ()
    published: Runs = (desk.date(article.published),) if article.published else ()
    return joined([_number(desk, article), joined([title, outlet, published], " · ")], " ")


def _number(desk: Desk, article: Article) -> Runs:
    number = desk.references.sources[article.id]
    return (replace(run(f"[{number}]", Tone.STRONG), anchor=f"src-{number}"),)


def _entry(desk: Desk, article: Article) -> Runs:
    title: Runs = (desk.words(title_of(article), article.id, Tone.STRONG),)
    about: list[Runs] = []
    if folded(article.outlet or ""):
        about.append((desk.words(article.outlet or "", article.id),))
    if folded(article.byline or ""):
        about.append((desk.words(article.byline or "", article.id),))
    if article.published:
        about.append((desk.date(article.published),))
    if article.language:
        about.append((run(desk.locale.language(article.language)),))
    return joined([title, joined(about, " · "), _address(article)], "\n")


def _address(article: Article) -> Runs:
    """The address, linked where it is one of the web's."""
    url = clean(article.url or "").strip()
    if not url:
        return ()
    safe = bool(host(url)) and not any(character.isspace() or character in '<>"' for character in url)
    return (run(url, Tone.QUIET, link=url if safe else None),)
