"""Saved web pages: readable text, the article in it, and what the page says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.model.article import Article, RegionKind
from briefing.sources.reading import gather

_PARAGRAPHS = (
    "Ministers of nine countries met in Lisbon on Tuesday &amp; agreed on a common plan for the overloaded ports.",
    "“We have waited for this day for three years,” said Maria Lopes, the minister. “Now the work <b>begins</b>.”",
    "The plan will cost about 2 billion euros, and each country is to pay its share before the end of next year.",
    "A second meeting is expected in Vigo in March, when the first of the new terminals is to be opened by the king.",
)


def _page(lead: str = "<!DOCTYPE html>", charset: str = "utf-8") -> str:
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in _PARAGRAPHS)
    menu = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(12))
    return f"""{lead}<html lang="en"><head><meta charset="{charset}">
<title>Nine countries agree on ports - The Quay</title>
<meta property="og:site_name" content="The Quay"><meta name="author" content="Ana Reis">
<meta property="article:published_time" content="2024-03-05T10:00:00Z">
<link rel="canonical" href="https://quay.example/ports"><script>var x = "<p>not text</p>";</script>
<style>p {{ color: red }}</style></head>
<body><nav><ul>{menu}</ul></nav><article><h1>Nine countries agree on ports</h1>{body}</article>
<aside><h2>Most read</h2><ul><li><a href="/a">A storm is near</a></li></ul></aside>
<footer><p>© 2024 The Quay. All rights reserved.</p></footer></body></html>"""


def _read(tmp_path: Path, data: bytes, name: str = "page.html") -> Article:
    path = tmp_path / name
    path.write_bytes(data)
    outcome = gather([str(path)], lambda: b"")
    assert outcome.notices == ()
    (article,) = outcome.value
    return article


def _body(article: Article) -> list[str]:
    return [article.text[region.start : region.end] for region in article.body()]


@pytest.mark.parametrize("name", ["page.html", "page.txt"])
def test_a_page_gives_its_paragraphs(tmp_path: Path, name: str) -> None:
    """A page gives its article's paragraphs, entities decoded and tags gone, whatever its file is called."""
    article = _read(tmp_path, _page().encode(), name)
    plain = [p.replace("&amp;", "&").replace("<b>", "").replace("</b>", "") for p in _PARAGRAPHS]
    assert _body(article) == plain
    assert "not text" not in article.text
    assert "color" not in article.text


def test_a_page_says_what_it_is(tmp_path: Path) -> None:
    """Title, outlet, author, date, address and language come from the page's head."""
    article = _read(tmp_path, _page().encode())
    assert (article.title, article.outlet) == ("Nine countries agree on ports", "The Quay")
    assert (article.byline, article.published) == ("Ana Reis", "2024-03-05")
    assert (article.url, article.language) == ("https://quay.example/ports", "en")
    (title,) = [region for region in article.regions if region.kind is RegionKind.TITLE]
    assert article.text[title.start : title.end] == article.title


def test_a_page_in_the_encoding_it_names(tmp_path: Path) -> None:
    """A page that is not UTF-8 is read in the encoding that its own head names."""
    article = _read(tmp_path, _page(charset="windows-1252").encode("cp1252"))
    assert "“We have waited" in article.text


def test_every_block_of_a_page_has_its_place(tmp_path: Path) -> None:
    """Each line of a page's text is in one region, and what stands around the article is junk."""
    article = _read(tmp_path, _page().encode())
    lines = article.text.split("\n")
    assert [article.text[region.start : region.end] for region in article.regions] == lines
    junk = {article.text[r.start : r.end] for r in article.regions if r.kind is RegionKind.JUNK}
    assert {"Section 3", "Most read", "© 2024 The Quay. All rights reserved."} <= junk


@pytest.mark.parametrize(
    "data",
    [
        b"<html>" + b"<div>" * 20_000,
        b"<!DOCTYPE html>" + b"<p>" * 5_000 + b"\xff\xfe",
        b"<html><body>&#0;&#xD800;&#x110000;&nosuch;</body></html>",
        b"<!--" * 10_000,
        b"<html><![CDATA[ x ]]><?php echo 1 ?></html>",
    ],
)
def test_broken_markup_is_a_notice(tmp_path: Path, data: bytes) -> None:
    """Markup that no browser wrote gives a notice and no exception."""
    path = tmp_path / "page.html"
    path.write_bytes(data)
    outcome = gather([str(path)], lambda: b"")
    assert outcome.value == ()
    assert outcome.notices
