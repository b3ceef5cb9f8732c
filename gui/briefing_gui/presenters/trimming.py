"""A quotation cut at its ends, word by word, so that it stays verbatim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model.facts import Quote
from briefing.model.span import Span

# A word is what stands between spaces; in scripts that write without spaces, a character.
_WIDE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_WIDE}]|[^\s{_WIDE}]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word of a quotation: its characters, their place in the article, the part of the quotation it is in.

    `spaced`: whether it stands apart from the word before it.
    """

    text: str
    span: Span
    part: int
    spaced: bool


def words_of(quote: Quote, text: str) -> tuple[Word, ...]:
    """The words of a quotation in order; `text`: of the article in which it stands."""
    return tuple(
        Word(
            text=match.group(),
            span=Span(article=part.article, start=part.start + match.start(), end=part.start + match.end()),
            part=number,
            spaced=match.start() == 0 or part.cut(text)[match.start() - 1].isspace(),
        )
        for number, part in enumerate(quote.parts)
        for match in _WORD.finditer(part.cut(text))
    )


def kept_of(words: Sequence[Word], quote: Quote) -> tuple[int, int]:
    """The first and the last of `words` that a quotation, as it stands now, still has."""
    kept = [number for number, word in enumerate(words) if any(part.overlaps(word.span) for part in quote.parts)]
    return (kept[0], kept[-1]) if kept else (0, len(words) - 1)


def parts_of(whole: Quote, words: Sequence[Word], first: int, last: int) -> tuple[Span, ...]:
    """The parts of a quotation cut down to the words from `first` to `last`, both in."""
    parts = []
    for number, part in enumerate(whole.parts):
        mine = [place for place, word in enumerate(words) if word.part == number]
        kept = [place for place in mine if first <= place <= last]
        if not kept:
            continue
        # Where nothing is cut off an end, it stays as it was found.
        start = part.start if kept[0] == mine[0] else words[kept[0]].span.start
        end = part.end if kept[-1] == mine[-1] else words[kept[-1]].span.end
        parts.append(Span(article=part.article, start=start, end=end))
    return tuple(parts)


def spelled(words: Sequence[Word]) -> str:
    """Words in a row, apart where they stand apart."""
    return "".join(f"{' ' if word.spaced and number else ''}{word.text}" for number, word in enumerate(words))


class Trimming:
    """Two ends that move over the words of a quotation, never past each other.

    `first`, `last`: the words kept, both in.
    """

    def __init__(self, whole: Quote, now: Quote, text: str) -> None:
        self._whole = whole
        self.words = words_of(whole, text)
        self.first, self.last = kept_of(self.words, now)

    def move_start(self, by: int) -> None:
        """Moves the start by so many words."""
        self.first = max(0, min(self.last, self.first + by))

    def move_end(self, by: int) -> None:
        """Moves the end by so many words."""
        self.last = min(len(self.words) - 1, max(self.first, self.last + by))

    def keep(self, one: int, other: int) -> None:
        """Keeps the words between two, both in, whichever comes first."""
        self.first, self.last = max(0, min(one, other)), min(len(self.words) - 1, max(one, other))

    def keep_all(self) -> None:
        """Cuts nothing off."""
        self.keep(0, len(self.words) - 1)

    def parts(self) -> tuple[Span, ...]:
        """What is kept, as places in the article."""
        return parts_of(self._whole, self.words, self.first, self.last)

    def preview(self) -> str:
        """The quotation as it will print, with an ellipsis where words are cut off."""
        kept = spelled(self.words[self.first : self.last + 1])
        cut = self.first > 0, self.last < len(self.words) - 1
        return f"{'… ' if cut[0] else ''}{kept}{' …' if cut[1] else ''}"
