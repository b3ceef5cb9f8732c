"""News as people paste them from a browser: what is the article's is kept, however short, and what is the page's goes.

Each page in `pastes` is named in a line `### name`; of its lines the first character tells what they are: `+` the
article's body, `-` the page's, `=` the title, `~` what may be kept or dropped (bylines, captions, subheadings).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.model.article import Article, RegionKind
from briefing.sources.scrape import scraped

_FOLDER = Path(__file__).with_name("pastes")


def _pages() -> dict[str, list[str]]:
    pages: dict[str, list[str]] = {}
    for path in sorted(_FOLDER.glob("*.txt")):
        name = path.stem
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("### "):
                name = line[4:]
            else:
                pages.setdefault(name, []).append(line)
    return pages


_PAGES = _pages()


def _read(lines: list[str]) -> tuple[Article, dict[str, list[str]]]:
    """The page as it is read, and its lines with a letter or digit that are body, by what they should be."""
    text = "\n".join(line[1:] for line in lines) + "\n"
    article = scraped("page", text)
    body = [(region.start, region.end) for region in article.regions if region.kind is RegionKind.BODY]
    kept: dict[str, list[str]] = {}
    at = 0
    for line in lines:
        end = at + len(line[1:])
        if any(at < stop and start < end for start, stop in body):
            kept.setdefault(line[0], []).append(line[1:])
        at = end + 1
    return article, kept


@pytest.mark.parametrize("name", _PAGES)
def test_no_line_of_an_article_is_lost(name: str) -> None:
    """Every paragraph, quotation and list item is body, and no line of the page around them is."""
    lines = _PAGES[name]
    _, kept = _read(lines)
    assert kept.get("+", []) == [line[1:] for line in lines if line.startswith("+")]
    assert kept.get("-", []) == []


@pytest.mark.parametrize("name", _PAGES)
def test_the_title_is_no_item_of_the_menu(name: str) -> None:
    """The line that is marked as the title is the title, whatever stands above it; without one there is none."""
    lines = _PAGES[name]
    article, _ = _read(lines)
    assert article.title == next((line[1:] for line in lines if line.startswith("=")), None)
