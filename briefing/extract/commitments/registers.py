"""In what voice an article is written: as a report, or as advice to its reader or a piece by somebody who says "I".

In the latter the writer's own plans, and what a reader is told to do, are no undertakings; what is quoted still may be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property

from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse, Stretch

_LEAST = 3  # words of the person, below which a report may have them by chance
_SHARE = 0.004  # of the words outside quotations
_HEADING = 240  # characters
_WORD = re.compile(r"[a-z&]+")


class Register:
    """The voice of one article; `quoted` tells whether a token stands in a quotation."""

    def __init__(self, parse: Parse, quoted: Callable[[int], bool], language: str = "en") -> None:
        self._parse = parse
        self._quoted = quoted
        data = load(language, "vetoes")["register"]
        self._reader, self._writer = frozenset(data["reader"]), frozenset(data["writer"])
        self._speeches = frozenset(data["speeches"])

    @cached_property
    def advises(self) -> bool:
        """Whether it speaks to its reader: "you", "your"."""
        return not self._spoken and self._frequent(self._reader)

    @cached_property
    def personal(self) -> bool:
        """Whether somebody writes of himself: "I", "my"."""
        return not self._spoken and self._frequent(self._writer)

    def of_writer(self, tokens: Iterable[int | None]) -> bool:
        """Whether one of the tokens is who writes or reads it."""
        words = {self._parse.tokens[i].text.lower() for i in tokens if i is not None}
        return bool(words & (self._reader | self._writer | {"we", "us"}))

    @cached_property
    def _own(self) -> tuple[str, ...]:
        """The words that stand in no quotation; what is asked is asked of somebody else than the reader."""
        tokens, asks = self._parse.tokens, {each.i for each in self._parse.sentences if self._asks(each)}
        own = (each for each in tokens if each.sentence not in asks and not self._quoted(each.i))
        return tuple("" if each.text == "You" else each.text.lower() for each in own)  # a surname as well

    def _asks(self, sentence: Stretch) -> bool:
        return self._parse.tokens[sentence.last - 1].text == "?"

    def _frequent(self, words: frozenset[str]) -> bool:
        hits = sum(word in words for word in self._own)
        return hits >= _LEAST and hits >= _SHARE * len(self._own)

    @property
    def _spoken(self) -> bool:
        """Whether it is a speech or letter printed without quotation marks."""
        return bool(self._speeches & set(_WORD.findall(self._parse.article.text[:_HEADING].lower())))
