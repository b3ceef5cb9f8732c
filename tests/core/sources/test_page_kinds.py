"""Saved pages of many kinds: what is marked `data-article` in them is kept, what is marked `data-page` is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from briefing.model.article import RegionKind
from briefing.sources.reading import gather

_PAGES = sorted(Path(__file__).with_name("pages").glob("*.html"))


def _marked(markup: str, mark: str) -> list[str]:
    elements = [element for element in html.fromstring(markup).iter() if mark in element.attrib]
    return [" ".join("".join(map(str, element.itertext())).split()) for element in elements]


@pytest.mark.parametrize("path", _PAGES, ids=lambda path: path.stem)
def test_a_page_of_this_kind_keeps_its_article(path: Path, tmp_path: Path) -> None:
    """Paragraphs, list items, cells and block quotations are body; menus, captions and other stories are not."""
    markup = path.read_text(encoding="utf-8")
    bare = tmp_path / path.name
    bare.write_text(markup.replace(" data-article", "").replace(" data-page", ""), encoding="utf-8")

    outcome = gather([str(bare)], lambda: b"")

    assert outcome.notices == ()
    (article,) = outcome.value
    body = [article.text[region.start : region.end] for region in article.body()]
    junk = [article.text[r.start : r.end] for r in article.regions if r.kind is RegionKind.JUNK]
    assert [line for line in _marked(markup, "data-article") if line not in body] == []
    assert [line for line in _marked(markup, "data-page") if line in body] == []
    assert not set(body) & set(junk)


def test_a_page_of_font_tags_keeps_its_article() -> None:
    """Markup of thirty years ago, paragraphs never closed: the four paragraphs are body, the menu is not."""
    path = next(path for path in _PAGES if path.stem == "font-tags")
    (article,) = gather([str(path)], lambda: b"").value
    body = [article.text[region.start : region.end] for region in article.body()]
    assert [line.split()[:3] for line in body] == [
        ["The", "town", "council"],
        ['"It', "has", "stood"],
        ["Two", "members", "voted"],
        ["The", "council", "wants"],
    ]
