"""Layouts that name a speaker without a verb: `NAME: "..."` and `"..." - Name`."""

from __future__ import annotations

from briefing.extract.frames import Frame, Frames
from briefing.extract.lexicon import load
from briefing.extract.sayers import Sayers, Saying
from briefing.extract.subjects import DASH, NOMINAL

SIGNED = "quote.layout.dash"
LABEL = "quote.layout.label"
_LONGEST_SIGNATURE = 16


class Layouts:
    """Reads the labels and signatures of one article's quotations."""

    def __init__(self, frames: Frames, sayers: Sayers, language: str = "en") -> None:
        self._frames = frames
        self._parse = frames.parse
        self._sayers = sayers
        self._labels = frozenset(load(language, "saying")["sources"]["colon_labels"])

    def signature(self, frame: Frame) -> Saying | None:
        """`"..." - Commissioner X`: a press release's layout."""
        tokens, text = self._parse.tokens, self._parse.article.text
        after = list(frame.after) or self._line_below(frame)
        if frame.before or not 1 <= len(after) <= _LONGEST_SIGNATURE:
            return None
        lead = text[frame.stretch.end : tokens[after[0]].end]
        rest = [i for i in after if tokens[i].pos != "PUNCT" and any(map(str.isalnum, tokens[i].text))]
        if not rest or not DASH.search(lead) or any(tokens[i].tag.startswith(("VB", "MD")) for i in rest):
            return None
        whole = after[-1] + 1 >= self._parse.paragraphs[tokens[after[-1]].paragraph].last - 1
        head = self._sayers.head_of(rest)
        if (
            head is None
            or not whole
            or tokens[rest[0]].pos not in NOMINAL | {"ADJ", "X"}
            or tokens[head].pos != "PROPN"
        ):
            return None
        return Saying(head, None, SIGNED, 0.85, beside=True)

    def _line_below(self, frame: Frame) -> list[int]:
        """The words of the next paragraph, when this one ends with the marks."""
        tokens, last = self._parse.tokens, frame.inside[-1]
        here = self._parse.paragraphs[tokens[last].paragraph]
        if here.i + 1 >= len(self._parse.paragraphs) or any(
            not self._frames.quoted(i) and tokens[i].pos != "PUNCT" for i in range(last + 1, here.last)
        ):
            return []
        below = self._parse.paragraphs[here.i + 1]
        return list(range(below.first, min(below.last, below.first + _LONGEST_SIGNATURE + 1)))

    def label(self, frame: Frame) -> Saying | None:
        """`PRITZKER: "..."`: a name, a colon, and nothing else."""
        tokens, before = self._parse.tokens, list(frame.before)
        if len(before) < 2 or tokens[before[-1]].text != ":":
            return None
        words = before[:-1]
        if len(words) > (8 if all(tokens[i].text.isupper() for i in words if tokens[i].text.isalpha()) else 3) or any(
            tokens[i].pos in {"VERB", "AUX"} for i in words
        ):
            return None
        if tokens[words[0]].i != self._parse.paragraphs[tokens[words[0]].paragraph].first:
            return None
        head = self._sayers.head_of(words)
        if head is None or tokens[head].lemma.lower() in self._labels or tokens[head].pos != "PROPN":
            return None
        return Saying(head, None, LABEL, 0.85, beside=True)
