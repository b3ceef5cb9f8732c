"""Text that somebody put in by hand: an article as others are, or a few lines that are taken as they stand."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.model.article import Article, Region, RegionKind
from briefing.model.errors import NothingDone
from briefing.model.notice import Outcome
from briefing.sources.assembly import identity
from briefing.sources.inputs import STANDARD_INPUT
from briefing.sources.opening import open_text
from briefing.sources.reading import gather
from briefing.text.language import detect_language

_LINE = re.compile(r"[^\n]*\S")
_MARKUP = re.compile(rb"<[a-zA-Z!]")
# So many words of a text that has no title stand for one.
_TITLE_WORDS = 9


def pasted(data: bytes) -> Outcome[tuple[Article, ...]]:
    """The articles in pasted text; lines that would not pass for an article are one, since they were put in on purpose.

    What has no title goes by its first words, in the list and in print.
    """
    read = gather((STANDARD_INPUT,), lambda: data)
    if {notice.code for notice in read.notices} == {"not-an-article"} and not _MARKUP.search(data):
        read = _as_it_stands(data)
    notices = tuple(replace(notice, place=None) for notice in read.notices)
    return Outcome(value=tuple(_titled(article) for article in read.value), notices=notices)


def _as_it_stands(data: bytes) -> Outcome[tuple[Article, ...]]:
    try:
        opened = open_text(STANDARD_INPUT, data)
    except NothingDone:
        return Outcome(value=())
    text = opened.value
    lines = (Region(start=m.start(), end=m.end(), kind=RegionKind.BODY) for m in _LINE.finditer(text))
    article = Article(
        id=identity(text), path=STANDARD_INPUT, text=text, regions=tuple(lines), language=detect_language(text)
    )
    return Outcome(value=(article,), notices=opened.notices)


def _titled(article: Article) -> Article:
    if article.title is not None:
        return article
    first = next(article.body(), None)
    words = article.text[first.start : first.end].split() if first else []
    opening = " ".join(words[:_TITLE_WORDS])
    return replace(article, title=f"{opening} …" if len(words) > _TITLE_WORDS else opening or None)
