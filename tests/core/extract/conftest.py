"""Short articles as the extractor gets them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from briefing.extract.parsing.parse import Parse
from briefing.extract.parsing.spacy_stage import parse
from briefing.extract.people.casting import build_cast
from briefing.extract.reference.cast import Cast
from briefing.model.article import Article, Region, RegionKind

MakeArticle = Callable[..., Article]


def _make_article(text: str, **fields: str | None) -> Article:
    """An article of which every line that is not blank is a paragraph of the body."""
    regions, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            regions.append(Region(start=start, end=start + len(line.strip()), kind=RegionKind.BODY))
        at += len(line) + 1
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    known = {"language": "en", "path": "article.txt"} | fields
    return Article(id=digest, text=text, regions=tuple(regions), **known)  # type: ignore[arg-type]


@pytest.fixture
def make_article() -> MakeArticle:
    """Makes an article of lines."""
    return _make_article


@pytest.fixture
def parsed() -> Callable[..., Parse]:
    """Makes the parse of an article of lines."""

    def make(text: str, **fields: str | None) -> Parse:
        return next(iter(parse((_make_article(text, **fields),))))

    return make


@pytest.fixture
def cast_of(parsed: Callable[..., Parse]) -> Callable[..., Cast]:
    """Makes the cast of an article of lines."""

    def make(text: str, **fields: str | None) -> Cast:
        return build_cast(parsed(text, **fields))

    return make
