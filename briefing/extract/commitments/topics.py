"""What an article is about, where that decides how its words are to be read."""

from __future__ import annotations

from collections import Counter

from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse

_DISTINCT = 4
_SHARE = 0.02  # of the words


def is_sport(parse: Parse, language: str = "en") -> bool:
    """Whether the article reports on sport: several different words of it, and many of them."""
    words = frozenset(load(language, "vetoes")["topics"]["sport"])
    hits = Counter(token.lemma for token in parse.tokens if token.lemma in words)
    return len(hits) >= _DISTINCT and hits.total() >= _SHARE * len(parse.tokens)
