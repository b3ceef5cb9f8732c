"""Layouts that name a speaker without a verb: `NAME: "..."` and `"..." - Name`."""

from __future__ import annotations

import re

from briefing.extract.frames import Frame, Frames
from briefing.extract.lexicon import alternatives, load
from briefing.extract.sayers import Sayers, Saying
from briefing.extract.subjects import DASH, NOMINAL

SIGNED = "quote.layout.dash"
LABEL = "quote.layout.label"
_LONGEST_SIGNATURE = 20
_ALNUM = re.compile(r"[^\W_]")


class Layouts:
    """Reads the labels and signatures of one article's quotations."""

    def __init__(self, frames: Frames, sayers: Sayers, language: str = "en") -> None:
        self._frames = frames
        self._parse = frames.parse
        self._sayers = sayers
        data = load(language, "saying")
        self._labels = frozenset(data["sources"]["colon_labels"])
        self._quotes = frozenset(data["layouts"]["quote_labels"])
        self._source = re.compile(rf"{alternatives(data['layouts']['source_labels'])}\s?:\s+", re.IGNORECASE)

    def signature(self, frame: Frame) -> Saying | None:
        """`"..." - Commissioner X`: a press release's layout."""
        tokens, text = self._parse.tokens, self._parse.article.text
        after = list(frame.after) or self._line_below(frame)
        if frame.before or not 1 <= len(after) <= _LONGEST_SIGNATURE:
            return None
        named = self._role_line(frame, after)
        if named is not None:
            return named
        first = next((i for i in after if tokens[i].text[0].isalnum()), after[0])
        lead = text[frame.stretch.end : tokens[first].end]
        rest = [i for i in after if tokens[i].pos != "PUNCT" and any(map(str.isalnum, tokens[i].text))]
        if not rest or not DASH.search(lead) or any(tokens[i].tag.startswith(("VB", "MD")) for i in rest):
            return None
        whole = after[-1] + 1 >= self._parse.paragraphs[tokens[after[-1]].paragraph].last - 1
        head = self._sayers.head_of(rest)
        if (
            head is None
            or not whole
            or tokens[rest[0]].pos not in NOMINAL | {"ADJ", "X", "DET"}
            or not (tokens[head].pos == "PROPN" or (tokens[rest[0]].pos == "DET" and self._sayers.may_speak(head)))
        ):
            return None
        return Saying(head, None, SIGNED, 0.85, beside=True)

    def sourced(self, frame: Frame) -> Saying | None:
        """`Source: X` in the line below the words, or above them."""
        tokens, paragraphs, text = self._parse.tokens, self._parse.paragraphs, self._parse.article.text
        here = tokens[frame.inside[0]].paragraph
        alone = _ALNUM.search(text, frame.stretch.end, paragraphs[here].end) is None
        for beside in (here + 1, here - 1) if alone and not self._prose_before(frame) else ():
            if not 0 <= beside < len(paragraphs):
                continue
            line = paragraphs[beside]
            label = self._source.match(text, line.start, line.end)
            if label is None:
                continue
            words = [i for i in range(line.first, line.last) if tokens[i].start >= label.end()]
            head = self._sayers.head_of(words)
            if head is not None:
                return Saying(head, (line.start, label.end() - 1), LABEL, 0.85, beside=True)
        return None

    def _prose_before(self, frame: Frame) -> bool:
        """Whether more than a label stands before the words in their paragraph."""
        words = [i for i in frame.before if self._parse.tokens[i].pos != "PUNCT"]
        first = self._parse.paragraphs[self._parse.tokens[frame.inside[0]].paragraph].first
        return len(words) > 2 or (not words and frame.inside[0] > first + 3)

    def _role_line(self, frame: Frame, after: list[int]) -> Saying | None:
        """`Name, office` alone in the line below the words."""
        tokens = self._parse.tokens
        if (
            tokens[after[0]].paragraph == tokens[frame.inside[-1]].paragraph
            or not 4 <= len(after) <= _LONGEST_SIGNATURE
        ):
            return None
        if any(tokens[i].pos in {"VERB", "AUX"} for i in after) or tokens[after[-1]].text in {".", "?", "!", ":"}:
            return None
        comma = next((at for at, i in enumerate(after) if tokens[i].text == ","), 0)
        name = after[:comma]
        if not 2 <= len(name) <= 5 or any(not tokens[i].text[:1].isupper() for i in name):
            return None
        if tokens[name[-1]].entity != "PERSON":
            return None
        return Saying(name[-1], None, SIGNED, 0.75, beside=True)

    def _line_below(self, frame: Frame) -> list[int]:
        """The words of the next paragraph, when this one ends with the marks."""
        tokens, last = self._parse.tokens, frame.inside[-1]
        here = self._parse.paragraphs[tokens[last].paragraph]
        rest = range(last + 1, min(here.last, last + 1 + _LONGEST_SIGNATURE))
        if here.i + 1 >= len(self._parse.paragraphs) or not self._frames.all_quoted(rest.stop, here.last):
            return []
        if any(not self._frames.quoted(i) and tokens[i].pos != "PUNCT" for i in rest):
            return []
        below = self._parse.paragraphs[here.i + 1]
        return list(range(below.first, min(below.last, below.first + _LONGEST_SIGNATURE + 1)))

    def label(self, frame: Frame) -> Saying | None:
        """`PRITZKER: "..."`: a name, a colon, and nothing else."""
        tokens, before = self._parse.tokens, list(frame.before)
        if len(before) < 2 or tokens[before[-1]].text != ":":
            return None
        words = self._unbracketed(before[:-1])
        dash = next((at for at in range(len(words) - 1, -1, -1) if DASH.fullmatch(tokens[words[at]].text)), None)
        cut = dash is not None and len(words) - dash <= 5 and tokens[words[dash]].end < tokens[words[dash] + 1].start
        words = words[dash + 1 :] if cut and dash is not None else words
        capitals = all(tokens[i].text.isupper() for i in words if tokens[i].text.isalpha())
        if not 1 <= len(words) <= (8 if capitals else 4) or any(tokens[i].pos in {"VERB", "AUX"} for i in words):
            return None
        if not cut and tokens[words[0]].i != self._parse.paragraphs[tokens[words[0]].paragraph].first:
            return None
        head = self._sayers.head_of(words)
        if head is None or tokens[head].lemma.lower() in self._labels:
            return None
        human = tokens[head].pos == "PROPN" or (tokens[head].pos == "NOUN" and self._sayers.may_speak(head))
        return Saying(head, None, LABEL, 0.85, beside=True) if human else None

    def _unbracketed(self, words: list[int]) -> list[int]:
        """The words without what stands in brackets behind them: `Keller (Harland):`."""
        tokens = self._parse.tokens
        if not words or tokens[words[-1]].text not in {")", "]"}:
            return words
        opened = next((at for at, i in enumerate(words) if tokens[i].text in {"(", "["}), len(words))
        return words[:opened]
