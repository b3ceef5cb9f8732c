"""An article put together from a text, its regions and what is known of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from briefing.model.article import Article, Region, RegionKind
from briefing.model.errors import NothingDone
from briefing.text.language import detect_language
from briefing.text.sentences import ends_sentence, function_share, inner_ends, words

_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff]")
_AGENCY = re.compile(r"\W{0,3}[^\W\d_][^()\n]{1,80}\(([^\W\d_][\w .&-]{1,30})\)\s*[-–—]")
# In words; or as a share of a shorter text.
_ENOUGH_PROSE = 40
_LEAST_PROSE = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What a source says of itself; `None` where it says nothing.

    `published`: ISO 8601 as far as given.
    """

    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    byline: str | None = None
    language: str | None = None


def identity(text: str) -> str:
    """The id of an article with this text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def assemble(name: str, text: str, regions: Iterable[Region], imprint: Imprint) -> Article:
    """The article; raises `NothingDone` (`not-an-article`) where its body has no running prose."""
    ordered = tuple(sorted(regions))
    body = [text[region.start : region.end] for region in ordered if region.kind is RegionKind.BODY]
    if not _is_article(body):
        raise NothingDone("not-an-article")
    return Article(
        id=identity(text),
        path=name,
        text=text,
        regions=ordered,
        title=imprint.title,
        language=detect_language("\n".join(body)) or imprint.language,
        published=imprint.published,
        outlet=_agency(body[:3]) or imprint.outlet,
        url=imprint.url,
        byline=imprint.byline,
    )


def _agency(opening: Sequence[str]) -> str | None:
    """The agency named in a dateline: "KYIV, Ukraine (AP) —"."""
    return next((match[1].strip() for line in opening if (match := _AGENCY.match(line[:200]))), None)


def _is_article(body: Sequence[str]) -> bool:
    total = sum(_weight(paragraph) for paragraph in body)
    prose = sum(_weight(paragraph) for paragraph in body if _reads_as_prose(paragraph))
    return prose >= _ENOUGH_PROSE or (prose > 0 and prose >= _LEAST_PROSE * total)


def _weight(paragraph: str) -> int:
    """Its words; in scripts without spaces, one for two characters."""
    return paragraph.count(" ") + 1 + len(_UNSPACED.findall(paragraph)) // 2


def _reads_as_prose(paragraph: str) -> bool:
    glance = paragraph[:1000]
    if not ends_sentence(paragraph) and not inner_ends(glance):
        return False
    tokens = words(glance)
    if len(tokens) >= 6:
        return not glance.isascii() or function_share(tokens) >= 0.1
    return len(_UNSPACED.findall(glance)) >= 15
