"""Our own articles inside the pages of invented sites: the article is found, and little of the page besides."""

from __future__ import annotations

import pytest

from briefing.model.article import RegionKind
from briefing.sources.scrape import scraped
from tools.quality.floors import floors, sunk
from tools.quality.framed import (
    DROPPED,
    LANGUAGES,
    Frame,
    count_body,
    digest_framed,
    frames,
    in_frames,
    measure_framed,
    page_of,
)
from tools.quality.keyed import load
from tools.quality.tally import Tally

LEAST_F1, MOST_DROPPED = 0.88, 0.15


def test_a_page_has_its_article_and_its_breaks_in_order() -> None:
    """Every paragraph and every break stands once, in order, between what is above and what is below."""
    frame = Frame(name="x", above="A\n", breaks=("B\n", "C\n"), below="D\n")
    assert page_of("1\n\n2\n3\n", frame) == "A\n1\n\nB\n2\nC\n3\nD\n"
    assert page_of("1", Frame(name="x", above="A\n", breaks=(), below="D\n")) == "A\n1\nD\n"


@pytest.mark.parametrize("frame", frames(), ids=lambda frame: frame.name)
def test_the_article_is_found_in_every_frame(frame: Frame) -> None:
    """Of all articles in one frame, most of what is kept is theirs, and few lose a paragraph."""
    tally = Tally()
    articles = load("en", "dev")[::5]
    for article in articles:
        page = page_of(article.text, frame)
        regions = scraped(article.id, page).regions
        kept = "\n".join(page[each.start : each.end] for each in regions if each.kind is RegionKind.BODY)
        count_body(tally, article.text, kept)
    assert (tally.score("body").f1 or 0.0) >= LEAST_F1
    assert (tally.score(DROPPED).precision or 0.0) <= MOST_DROPPED


def test_every_frame_is_used() -> None:
    """The ids of the articles lead to all frames."""
    assert {frame.name for _, frame in in_frames(load("en", "dev"))} == {frame.name for frame in frames()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_figure_sinks_in_a_frame(language: str) -> None:
    """Each figure stays at its floor on the articles and frames that it was measured on."""
    limits, articles = floors()[f"{language}.framed"], load(language, "dev")
    assert limits["digest"] == digest_framed(articles), "articles or frames are others: look, then `make floors`"
    assert list(sunk(limits, measure_framed(articles))) == []
