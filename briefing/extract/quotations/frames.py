"""Where each quotation stands: the words of its sentence before and after it, outside all quotation marks."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from briefing.extract.lexis.datelines import Datelines
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse, Token
from briefing.extract.speech.marks import Quoted

_STOPS = frozenset((".", "?", "!", "…", "...", "?!", "!!"))
_ATTACHING = frozenset(",?!—–-…;")
_LONGEST = 120  # tokens looked at on either side: a cue further off belongs to something else


@dataclass(frozen=True, slots=True)
class Frame:
    """One quoted stretch among the tokens.

    `inside`: its tokens, from the first up to not including the last. `before`, `after`: tokens of the same sentence
    outside the marks, nearest last and nearest first. `attached`: whether its last words lead on to what comes after
    ("...," he said). `touches_before`, `touches_after`: the stretch (by number) that ends the words on that side.
    """

    number: int
    stretch: Quoted
    inside: range
    before: tuple[int, ...]
    after: tuple[int, ...]
    attached: bool
    touches_before: int | None
    touches_after: int | None


class Frames:
    """All quoted stretches of one article with their surroundings."""

    def __init__(self, parse: Parse, stretches: tuple[Quoted, ...], language: str = "en") -> None:
        self.parse = parse
        self._datelines = Datelines(parse)
        self._titles = frozenset(load(language, "saying")["abbreviations"]["titles"])
        self._starts = [token.start for token in parse.tokens]
        self._stretches = stretches
        self._owner: dict[int, int] = {}
        self._marks: set[int] = set()
        ranges = [self._tokens(stretch) for stretch in stretches]
        for number, tokens in enumerate(ranges):
            self._owner.update(dict.fromkeys(tokens, number))
        self._note_marks(ranges)
        self.frames = tuple(self._frame(number, tokens) for number, tokens in enumerate(ranges))

    def quoted(self, token: int) -> bool:
        """Whether a token stands inside quotation marks or is one."""
        return token in self._owner or token in self._marks

    def all_quoted(self, first: int, last: int) -> bool:
        """Whether every token from `first` up to but not including `last` stands inside quotation marks or is one."""
        return first >= last or self._outside[first] == self._outside[last]

    @cached_property
    def _outside(self) -> list[int]:
        """For each token how many of those before it stand outside quotation marks."""
        return [0, *accumulate(not self.quoted(i) for i in range(len(self.parse.tokens)))]

    def owner(self, token: int) -> int | None:
        """The number of the stretch in which a token stands."""
        return self._owner.get(token)

    @cached_property
    def by_paragraph(self) -> dict[int, list[Frame]]:
        """The stretches of each of the parse's paragraphs."""
        found: dict[int, list[Frame]] = {}
        for frame in self.frames:
            if frame.inside:
                found.setdefault(self.parse.tokens[frame.inside[0]].paragraph, []).append(frame)
        return found

    def _tokens(self, stretch: Quoted) -> range:
        first = bisect.bisect_left(self._starts, stretch.start)
        if first and self.parse.tokens[first - 1].end > stretch.start:
            first -= 1  # a word glued to the mark
        return range(first, bisect.bisect_left(self._starts, stretch.end))

    def _note_marks(self, ranges: list[range]) -> None:
        tokens = self.parse.tokens
        for tokens_inside in ranges:
            for i in (tokens_inside.start - 1, tokens_inside.stop):
                if not 0 <= i < len(tokens) or i in self._owner:
                    continue
                if tokens[i].text not in _STOPS | {",", ":", ";"} and not any(map(str.isalnum, tokens[i].text)):
                    self._marks.add(i)

    def _frame(self, number: int, inside: range) -> Frame:
        stretch = self._stretches[number]
        before, left = self._walk_back(inside)
        after, right = self._walk_on(inside)
        return Frame(number, stretch, inside, before, after, self._attached(inside), left, right)

    def _attached(self, inside: range) -> bool:
        tokens = self.parse.tokens
        if not inside:
            return False
        outside = next((tokens[i] for i in range(inside.stop, len(tokens)) if i not in self._marks), None)
        if outside is not None and outside.paragraph != tokens[inside[-1]].paragraph:
            outside = None
        last = tokens[inside[-1]].text
        if last[-1] in _ATTACHING:
            return True
        if outside is not None and outside.text[0] in ",—–-;":
            return True
        return last not in _STOPS or (outside is not None and outside.text[:1].islower())

    def _walk_back(self, inside: range) -> tuple[tuple[int, ...], int | None]:
        tokens = self.parse.tokens
        found: list[int] = []
        if not inside:
            return (), None
        paragraph = tokens[inside.start].paragraph
        for i in range(inside.start - 1, max(-1, inside.start - 1 - _LONGEST), -1):
            if tokens[i].paragraph != paragraph:
                break
            if i in self._owner:
                new = tokens[i].text[-1] == "." and bool(found) and tokens[found[-1]].text[:1].isupper()
                return tuple(reversed(found)), None if new else self._owner[i]
            if i in self._marks:
                continue
            if self._ends_sentence(tokens[i], i) or self._datelines.parts(i):
                break
            found.append(i)
        return tuple(reversed(found)), None

    def _walk_on(self, inside: range) -> tuple[tuple[int, ...], int | None]:
        tokens = self.parse.tokens
        found: list[int] = []
        if not inside:
            return (), None
        paragraph = tokens[inside.start].paragraph
        for i in range(inside.stop, min(len(tokens), inside.stop + _LONGEST)):
            if tokens[i].paragraph != paragraph:
                break
            if i in self._owner:
                return tuple(found), self._owner[i]
            if i in self._marks:
                continue
            if self._ends_sentence(tokens[i], i):
                break
            found.append(i)
        return tuple(found), None

    def _ends_sentence(self, token: Token, i: int) -> bool:
        if token.text in _STOPS:
            return token.text != "." or not self._abbreviates(i)
        if token.text.lower() in self._titles or (len(token.text) == 2 and token.text[0].isupper()):
            return False
        tokens = self.parse.tokens
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        # An abbreviation may end a sentence too; there the parser's word is taken.
        return token.text.endswith(".") and following is not None and following.sentence != token.sentence

    def _abbreviates(self, stop: int) -> bool:
        """Whether a full stop that is a token of its own belongs to a title: "Col" "."."""
        before = self.parse.tokens[stop - 1] if stop else None
        glued = before is not None and before.end == self.parse.tokens[stop].start
        return glued and before is not None and before.text[:1].isupper() and f"{before.text.lower()}." in self._titles
