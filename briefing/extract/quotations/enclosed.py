"""Words alone in their paragraph, with telling on both sides: whoever speaks before them and after them says them."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import replace

from briefing.extract.grammar.sayers import Saying
from briefing.extract.quotations.frames import Frame, Frames
from briefing.extract.reference.cast import Cast

_FAR = 3  # paragraphs
_LEAST = 5  # tokens
_STOPS = frozenset(".?!…,")


class Enclosed:
    """Reads what is said around one article's quotations that have no cue.

    `sayings`: all main verbs of saying outside marks, in order, with what they tie.
    """

    def __init__(self, frames: Frames, cast: Cast, sayings: Sequence[tuple[int, Saying]]) -> None:
        self._frames = frames
        self._parse = frames.parse
        self._cast = cast
        self._sayings = sayings
        self._verbs = [verb for verb, _ in sayings]

    def find(self, group: Sequence[Frame]) -> Saying | None:
        """`“...,” X said. [telling] “...” [telling] X said`: X, where nobody else is named between."""
        if not self._stands_alone(group):
            return None
        first, last = group[0].inside[0], group[-1].inside[-1]
        at = bisect.bisect_left(self._verbs, first)
        if at == 0 or at == len(self._sayings):
            return None
        (before, said), (after, next_said) = self._sayings[at - 1], self._sayings[at]
        tokens = self._parse.tokens
        far = max(tokens[first].paragraph - tokens[before].paragraph, tokens[after].paragraph - tokens[last].paragraph)
        key = self._cast.refer(said.speaker).key
        if far > _FAR or key is None or key != self._cast.refer(next_said.speaker).key:
            return None
        if self._others_named(before, after, key):
            return None
        return replace(said, cue=None, rule="quote.continued.between", confidence=0.7, beside=False)

    def _stands_alone(self, group: Sequence[Frame]) -> bool:
        """Whether the words are sentences that fill their paragraphs."""
        first, last = group[0], group[-1]
        if first.before or last.after or len(first.inside) < _LEAST:
            return False
        tokens, text = self._parse.tokens, self._parse.article.text
        here, end = tokens[first.inside[0]].paragraph, self._parse.paragraphs[tokens[last.inside[-1]].paragraph]
        fills = self._frames.all_quoted(self._parse.paragraphs[here].first, end.last)
        return fills and text[last.stretch.end - 1] in _STOPS and not tokens[first.inside[0]].text[:1].islower()

    def _others_named(self, first: int, last: int, key: str) -> bool:
        tokens = self._parse.tokens
        sentences = range(tokens[first].sentence, tokens[last].sentence + 1)
        return any(
            mention.person != key and mention.first not in self._cast.quoted and first < mention.first < last
            for sentence in sentences
            for mention in self._cast.mentions_in(sentence)
        )
