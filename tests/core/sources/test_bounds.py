"""What a hostile or monstrous source may cost: seconds, never minutes."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from briefing.sources.reading import gather

_PROSE = (
    "Ministers of nine countries met in Lisbon on Tuesday to agree on a common plan for the ports of the region, which "
    "have been overloaded since the spring."
)
_PARAGRAPHS = f"<p>{_PROSE}</p>" * 30
_PAGES = {
    "deep": "<div>" * 60_000 + _PARAGRAPHS,
    "chains": ("<div>" * 200 + f"<p>{_PROSE}</p>" + "</div>" * 200) * 200,
    "attributes": "<div " + " ".join(f"a{number}='x'" for number in range(60_000)) + ">" + _PARAGRAPHS,
    "breaks": "<p>" + "word<br>" * 60_000 + "</p>" + _PARAGRAPHS,
    "menus": "<ul><li><a href='/a'>Home</a></li></ul>" * 15_000 + _PARAGRAPHS,
    "tags": "<b>" * 500_000 + _PARAGRAPHS,
}
_TEXTS = {
    "lines": ".txt", "items": ".md", "rules": ".md", "keys": ".md", "spaces": ".txt", "dashes": ".md", "links": ".md",
    "comments": ".txt",
}  # fmt: skip

# What costs the square of its length takes minutes; a machine with other things to do takes several times as long.
BOUND = 30


def _monstrous(kind: str) -> str:
    filling = {
        "lines": "a\n" * 400_000,
        "items": "- x\n" * 200_000,
        "rules": "-\t " * 200_000 + "x",
        "keys": ">Data: 2023-12-06\n" * 40_000,
        "spaces": " " * 800_000,
        "links": "# T\n" + f">URL: {'![a](a' * 650}\n>Fonte: {'![a](a' * 650}\n\n",
        "comments": "<!--a--> " * 4_000,  # whether it is a page is asked of its beginning
        "dashes": "# T\n>Data: 2023-12-06\n>URL: x\n" + "---\n" * 200_000,
    }[kind]
    return f"{filling}\n{_PROSE}\n{_PROSE}\n"


def _seconds(path: Path) -> float:
    began = time.process_time()
    outcome = gather([str(path)], lambda: b"")
    assert outcome.value or [notice.code for notice in outcome.notices] == ["not-an-article"]
    return time.process_time() - began


@pytest.mark.parametrize("kind", sorted(_PAGES))
def test_a_monstrous_page_costs_seconds(tmp_path: Path, kind: str) -> None:
    """Of a size under a megabyte each; five seconds are ten times what a slow machine needs for a real page."""
    path = tmp_path / "page.html"
    path.write_text(f"<html><body>{_PAGES[kind]}", encoding="utf-8")

    assert _seconds(path) < BOUND


@pytest.mark.parametrize("kind", sorted(_TEXTS))
def test_a_monstrous_text_costs_seconds(tmp_path: Path, kind: str) -> None:
    """Whatever a line, a list or a head is made of."""
    path = tmp_path / f"text{_TEXTS[kind]}"
    path.write_text(_monstrous(kind), encoding="utf-8")

    assert _seconds(path) < BOUND


def test_a_tag_with_too_many_attributes_keeps_its_words(tmp_path: Path) -> None:
    """Only the attributes go, and none of them becomes text."""
    path = tmp_path / "page.html"
    path.write_text(f"<html><body>{_PAGES['attributes']}", encoding="utf-8")

    (article,) = gather([str(path)], lambda: b"").value

    assert article.text == "\n".join([_PROSE] * 30)


@pytest.mark.parametrize("charset", ["punycode", "unicode_escape", "idna", "zlib", "aliases"])
def test_an_encoding_that_no_page_is_in_is_not_tried(tmp_path: Path, charset: str) -> None:
    """The words are read as if the page had named none."""
    path = tmp_path / "page.html"
    markup = f"<html><head><meta charset={charset}></head><body>{_PARAGRAPHS}<p>{chr(92)}x41 caf\u00e9-" + "a" * 300_000
    path.write_bytes(markup.encode("cp1252"))
    began = time.process_time()

    (article,) = gather([str(path)], lambda: b"").value

    assert "\\x41 caf\u00e9-a" in article.text
    assert time.process_time() - began < BOUND
