"""Saved web pages: the readable text of the page, and in it the article that trafilatura finds.

`Article.text` of a page is not its markup but what a reader sees: each block of the page on a line of its own, tags,
scripts and styles gone, entities decoded, white space folded. Spans cut that text.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.model.article import Article, Region, RegionKind
from briefing.model.errors import NothingDone
from briefing.model.notice import Outcome
from briefing.sources.assembly import Imprint, assemble
from briefing.sources.boilerplate import asides
from briefing.sources.headline import outlet_cut
from briefing.sources.looks import look
from briefing.sources.opening import open_text
from briefing.sources.page_text import Block, page_text
from briefing.sources.passages import Passage
from briefing.sources.scrape import scraped
from briefing.text.decode import decode
from briefing.text.sentences import is_prose

if TYPE_CHECKING:
    from lxml.etree import _Element
    from trafilatura.settings import Document

_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?><!--.{0,2000}?-->\s*)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_FRAGMENT = re.compile(r"\s*<(?:p|div|article|section|main|h[1-6]|table|span)\b[^>]*>", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
# Encodings of pages. Python has others besides, of which one takes hours for a megabyte, and one undoes escapes.
_CHARSETS = re.compile("ascii|big5|cp|euc_|gb|hz|iso2022|iso8859|johab|koi8|mac|shift_jis|tis|utf-16")
_FOLDED = re.compile(r"[\s\"'“”‘’]+")
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What no page of a newspaper has; a parser compares each attribute of a tag with all the others.
_CROWDED_TAG = re.compile(
    r"""(<[a-zA-Z][^\s/<>]*+)(?>[\s/]++[^\s=<>/]++(?:\s*+=\s*+(?>"[^"]*+"|'[^']*+'|[^\s<>]*+))?+){400,}+"""
)
# Longer pages are judged by their lines alone: the search in the tree takes half a millisecond for each element.
_MOST_ELEMENTS = 10_000
# And this is somebody's data; as a tree it would fill the memory.
_MOST_TAGS = 400_000
_SUBHEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_CAPTIONS = frozenset({"figcaption", "cite", "footer"})
_LONGEST_CAPTION = 20  # words, of a signature
# As a share of the article's words: what stands below its last button is of the page.
_CLOSING = 0.2


class WebPage:
    """Reads HTML, whatever its file is called."""

    def accepts(self, path: Path, head: bytes) -> bool:
        """Whether the name ends as a page's does, or the content begins as one."""
        if path.suffix.casefold() in _SUFFIXES:
            return True
        text = decode(head).text
        return bool(_PAGE.match(text)) or (bool(_FRAGMENT.match(text)) and "</" in text)

    def read(self, name: str, data: bytes) -> Outcome[tuple[Article, ...]]:
        """The one article of the page."""
        opened = open_text(name, _in_its_charset(data))
        return Outcome(value=(_page(name, opened.value),), notices=opened.notices)


def _in_its_charset(data: bytes) -> bytes:
    """`data` in UTF-8 where a page that is not UTF-8 names the encoding it is in."""
    match = _CHARSET.search(data[:4096])
    if match is None:
        return data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            codec = codecs.lookup(match[1].decode("ascii")).name
            return data.decode(codec).encode("utf-8") if _CHARSETS.match(codec) else data
        except (LookupError, UnicodeError):
            return data
    return data


def _page(name: str, markup: str) -> Article:
    from trafilatura.utils import load_html  # noqa: PLC0415 - half a second, for pages only

    if markup.count("<") > _MOST_TAGS:
        raise NothingDone("not-an-article")
    tree: _Element | None = load_html(_storable(markup))
    if tree is None:
        raise NothingDone("not-an-article")
    text, blocks = page_text(tree)
    if not text.strip():
        raise NothingDone("not-an-article")
    found = _found(tree) if _is_moderate(tree) else None
    imprint = _imprint(found)
    chosen = _chosen(blocks, found.text if found is not None else None)
    if not any(chosen):
        return scraped(name, text, imprint)
    return assemble(name, text, _regions(blocks, chosen, imprint.title), imprint)


def _is_moderate(tree: _Element) -> bool:
    return next(islice(tree.iter(), _MOST_ELEMENTS, None), None) is None


def _found(tree: _Element) -> Document | None:
    """The article that trafilatura finds; `None` where it finds none or founders on the page."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - as above

    try:
        found = bare_extraction(tree, with_metadata=True, include_comments=False, favor_recall=True)
    except Exception:  # noqa: BLE001 - whatever it is, the page's text is there and can be judged without it
        return None
    return None if isinstance(found, dict) else found


def _storable(markup: str) -> str:
    """`markup` without what an XML tree cannot hold, and without tags that keep a parser for minutes."""
    return _CROWDED_TAG.sub(r"\1", _NOT_IN_XML.sub(" ", markup))


def _imprint(found: Document | None) -> Imprint:
    if found is None:
        return Imprint()
    outlet = found.sitename or None
    title = found.title or None
    return Imprint(
        title=title[: outlet_cut(title, outlet)] if title else None,
        published=found.date or None,
        outlet=outlet,
        url=found.url or None,
        byline=found.author or None,
        language=(found.language or None) and found.language[:2].casefold(),
    )


def _chosen(blocks: Sequence[Block], body: str | None) -> list[bool]:
    """Which blocks stand in the body that was found, or between two that do, without what leads away from it."""
    found = [_key(line) for line in (body or "").split("\n")]
    lines = set(found) | {_key(cell) for line in (body or "").split("\n") if "|" in line for cell in line.split("|")}
    whole = "".join(found)
    keys = [_key(block.text) for block in blocks]
    chosen = [bool(key) and (key in lines or (len(key) >= 20 and key in whole)) for key in keys]
    first = next((at for at, kept in enumerate(chosen) if kept), len(blocks))
    for at in range(first + 1, len(blocks) - 1):
        leads = chosen[at + 1] and blocks[at].tag in _SUBHEADINGS
        between = chosen[at - 1] and chosen[at + 1]
        if leads or (between and (is_prose(blocks[at].text) or _signs(blocks[at - 1].text, blocks[at].text))):
            chosen[at] = True
    for first, end in _set_off(blocks):
        if any(chosen[first:end]) or (first > 0 and end < len(blocks) and chosen[first - 1] and chosen[end]):
            chosen[first:end] = [True] * (end - first)
    return _cleared(blocks, chosen)


def _signs(above: str, line: str) -> bool:
    """Whether a short line below words in quotation marks says whose they are."""
    return above[-1] in '”"»’' and line[:1].isupper() and line.count(" ") < _LONGEST_CAPTION and line[-1].isalnum()


def _set_off(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Where block quotations stand, each with its signature, be that below it in the caption of a figure."""
    at = 0
    while at < len(blocks):
        end = at
        while end < len(blocks) and blocks[end].quoted:
            end += 1
        if end > at:
            captioned = end < len(blocks) and blocks[end].tag in _CAPTIONS
            end += captioned and blocks[end].text.count(" ") < _LONGEST_CAPTION
            yield at, end
        at = max(end, at + 1)


def _cleared(blocks: Sequence[Block], chosen: Sequence[bool]) -> list[bool]:
    """What was chosen without buttons, headlines of other articles, and the few lines below the last button."""
    page = [Passage(start=block.start, end=block.end, text=block.text) for block in blocks]
    signs = [look(each.text).signs for each in page]
    buttons = {at for at, own in enumerate(signs) if chosen[at] and "button" in own}
    gone = buttons | asides(page, signs, chosen)
    words = [0, *accumulate(kept * (each.text.count(" ") + 1) for each, kept in zip(page, chosen, strict=True))]
    closing = next((at for at in sorted(buttons) if words[-1] - words[at] < _CLOSING * words[-1]), len(page))
    return [kept and at not in gone and at < closing for at, kept in enumerate(chosen)]


def _key(line: str) -> str:
    return _FOLDED.sub("", line.strip(" -*•|>")).casefold()


def _regions(blocks: Sequence[Block], chosen: Sequence[bool], title: str | None) -> Iterator[Region]:
    last = max(at for at, kept in enumerate(chosen) if kept)
    heading = _heading(blocks, title)
    for at, block in enumerate(blocks):
        kind, reason = RegionKind.BODY, None
        if at == heading:
            kind = RegionKind.TITLE
        elif not chosen[at]:
            kind, reason = RegionKind.JUNK, "after_body" if at > last else "boilerplate"
        yield Region(start=block.start, end=block.end, kind=kind, reason=reason)


def _heading(blocks: Sequence[Block], title: str | None) -> int | None:
    if not title:
        return None
    key = _key(title)
    return next((at for at, block in enumerate(blocks) if _key(block.text) == key), None)
