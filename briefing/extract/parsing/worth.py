"""Which paragraphs of a body are read at all: all but what cannot be prose, before anything is parsed.

A row of marks, a table of digits or one phrase a thousand times over holds no fact, and would cost as much as a book.
The bounds lie far from anything that people write: of 148,000 paragraphs of news and of whole web pages the most
repetitive one, a list of months, shrinks to a quarter.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator

from briefing.model.article import Article, Region

SHORTEST_NOISE = 300
"""Characters; a shorter paragraph is always read."""
MOST_REPEATED = 20
"""So often the same paragraph is read; "Reply" under every comment is no fact at the twenty-first either."""
_SHRINKS = 4.5  # times; prose of any length shrinks to a half or a third
_LETTERS = 0.25  # of the characters; in prose three quarters and more


def readable(article: Article) -> Iterator[Region]:
    """The paragraphs of the body that may be prose, in order."""
    seen: Counter[str] = Counter()
    for region in article.body():
        text = article.text[region.start : region.end]
        seen[text] += 1
        if seen[text] <= MOST_REPEATED and (len(text) < SHORTEST_NOISE or _is_prose(text)):
            yield region


def _is_prose(text: str) -> bool:
    plain = text.encode("utf-8", "surrogatepass")
    if len(plain) > _SHRINKS * len(zlib.compress(plain, 1)):
        return False
    return sum(map(str.isalpha, text)) >= _LETTERS * len(text)
