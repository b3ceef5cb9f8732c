"""Pull quotes: words that the layout prints a second time, alone in a paragraph, for the eye."""

from __future__ import annotations

import re
from functools import cached_property

from briefing.extract.parsing.parse import Parse, Stretch
from briefing.extract.quotations.frames import Frame

_WORD = re.compile(r"[^\W_]+")
_FEWEST = 4  # words; fewer may well be said twice
_MOST_PLACES = 16  # where the same few words stand


class PullQuotes:
    """Knows which quotations of an article repeat what stands elsewhere in its body."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        self._text = parse.article.text

    def repeats(self, frame: Frame, *, signed: bool = False) -> bool:
        """Whether the words fill their paragraph and stand a second time in the body, there within more.

        `signed`: what follows them in the paragraph is their signature.
        """
        stretch = frame.stretch
        paragraph = self._parse.paragraphs[self._parse.tokens[frame.inside[0]].paragraph]
        words = [found.group().casefold() for found in _WORD.finditer(self._text, stretch.start, stretch.end)]
        end = stretch.end if signed else paragraph.end
        around = _WORD.search(self._text, paragraph.start, stretch.start) or _WORD.search(self._text, stretch.end, end)
        if len(words) < _FEWEST or around is not None:
            return False
        return any(
            self._words[at : at + len(words)] == words and self._is_the_first(at, len(words), paragraph)
            for at in self._places.get(tuple(words[:_FEWEST]), ())
        )

    def _is_the_first(self, at: int, count: int, paragraph: Stretch) -> bool:
        """Whether the same words at another place are those that count: within more words, or further up."""
        if paragraph.start <= self._starts[at] < paragraph.end:
            return False
        alone = self._owners[at] != self._owner(at - 1) and self._owners[at] != self._owner(at + count)
        return not alone or self._starts[at] < paragraph.start

    def _owner(self, at: int) -> int | None:
        return self._owners[at] if 0 <= at < len(self._owners) else None

    @cached_property
    def _found(self) -> list[tuple[int, re.Match[str]]]:
        return [
            (paragraph.i, found)
            for paragraph in self._parse.paragraphs
            for found in _WORD.finditer(self._text, paragraph.start, paragraph.end)
        ]

    @cached_property
    def _words(self) -> list[str]:
        return [found.group().casefold() for _, found in self._found]

    @cached_property
    def _owners(self) -> list[int]:
        """The paragraph of each word."""
        return [paragraph for paragraph, _ in self._found]

    @cached_property
    def _starts(self) -> list[int]:
        return [found.start() for _, found in self._found]

    @cached_property
    def _places(self) -> dict[tuple[str, ...], list[int]]:
        """Where each run of the fewest words begins, counted in words."""
        found: dict[tuple[str, ...], list[int]] = {}
        for at in range(len(self._words) - _FEWEST + 1):
            places = found.setdefault(tuple(self._words[at : at + _FEWEST]), [])
            if len(places) < _MOST_PLACES:
                places.append(at)
        return found
