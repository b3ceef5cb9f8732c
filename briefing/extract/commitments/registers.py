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
        return not self.spoken and self._frequent(self._reader)

    @cached_property
    def personal(self) -> bool:
        """Whether somebody writes of himself: "I", "my"."""
        return not self.spoken and self._frequent(self._writer)

    def of_writer(self, tokens: Iterable[int | None]) -> bool:
        """Whether one of the tokens is who writes or reads it."""
        words = {self._parse.tokens[i].text.lower() for i in tokens if i is not None}
        return bool(words & (self._reader | self._writer | {"we", "us"}))

    @cached_property
    def _own(self) -> tuple[tuple[str, int], ...]:
        """The words outside quotations, with their paragraphs; what is asked is asked of another than the reader."""
        tokens, asks = self._parse.tokens, {each.i for each in self._parse.sentences if self._asks(each)}
        own = (each for each in tokens if each.sentence not in asks and not self._quoted(each.i))
        # "You" is a surname as well.
        return tuple(("" if each.text == "You" else each.text.lower(), each.paragraph) for each in own)

    def _asks(self, sentence: Stretch) -> bool:
        return self._parse.tokens[sentence.last - 1].text == "?"

    def _frequent(self, words: frozenset[str]) -> bool:
        places = [paragraph for word, paragraph in self._own if word in words]
        if len(places) < _LEAST or len(places) < _SHARE * len(self._own):
            return False
        # A notice that a page has left below or within its article is no voice of the article.
        paragraphs = len(self._parse.paragraphs)
        return len(set(places)) >= min(_LEAST, paragraphs) and min(places) < paragraphs / 2

    @cached_property
    def spoken(self) -> bool:
        """Whether it is a speech or letter printed without quotation marks."""
        article, paragraphs = self._parse.article, self._parse.paragraphs
        start = paragraphs[0].start if paragraphs else 0  # what a page has above its article is no heading of it
        head = f"{article.title or ''} {article.text[start : start + _HEADING]}"
        return bool(self._speeches & set(_WORD.findall(head.lower())))
