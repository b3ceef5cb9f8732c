"""Articles for tests and attacks: every line that is not blank is a paragraph of the body."""

from __future__ import annotations

import random
import re
from hashlib import sha256

from briefing.model.article import Article, Region, RegionKind

LINE = re.compile(r"[^\n]+")


def article_of(text: str, language: str | None = "en", published: str | None = "2026-05-04") -> Article:
    """The article that these lines are."""
    regions = []
    for match in LINE.finditer(text):
        core = match.group().strip()
        if core:
            start = match.start() + match.group().index(core)
            regions.append(Region(start=start, end=start + len(core), kind=RegionKind.BODY))
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Article(id=digest, path="a.txt", text=text, regions=tuple(regions), language=language, published=published)


def ramble(length: int, within: str = "") -> str:
    """So many characters of words that mean nothing, each sentence another, some with `within` after their first word.

    What is longer than prose must not be one thing over and over, which is not read.
    """
    chance = random.Random(length)  # noqa: S311 - nothing secret
    words = ["".join(chance.choices("aeilmnorst", k=chance.randint(2, 8))) for _ in range(400)]
    sentences: list[str] = []
    while sum(map(len, sentences)) < length:
        first, *others = chance.choices(words, k=chance.randint(4, 12))
        sentences.append(f"{first.title()}{within} {' '.join(others)}. ")
    return "".join(sentences)[:length]
