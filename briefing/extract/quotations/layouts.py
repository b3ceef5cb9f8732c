"""Layouts that name a speaker without a verb: `NAME: "..."`, and `Source: NAME` beside the words."""

from __future__ import annotations

import re

from briefing.extract.grammar.sayers import Sayers, Saying
from briefing.extract.grammar.subjects import DASH
from briefing.extract.lexis.lexicon import alternatives, load
from briefing.extract.quotations.frames import Frame, Frames

LABEL = "quote.layout.label"
_LONGEST_ROLE = 20  # tokens, name included
_LONGEST_LEAD = 40  # tokens
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
        nouns, ties = (alternatives(data["layouts"][key]) for key in ("attributed", "attributions"))
        self._attributions = re.compile(rf"\b(?:{nouns})s?\s(?:\w+\s){{0,4}}?(?P<cue>{ties})\s", re.IGNORECASE)
        self._source = re.compile(rf"{alternatives(data['layouts']['source_labels'])}\s?:\s+", re.IGNORECASE)

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

    def attributed(self, frame: Frame) -> Saying | None:
        """`Quote attributable to X, role:`, `Statement from X:`, before the words or in the line above them."""
        tokens, before = self._parse.tokens, list(frame.before) or self._line_above(frame)
        if not 3 <= len(before) <= _LONGEST_LEAD or tokens[before[-1]].text != ":":
            return None
        text = self._parse.article.text
        found = self._attributions.search(text, tokens[before[0]].start, tokens[before[-1]].start)
        if found is None:
            return None
        words = [i for i in before if tokens[i].start >= found.end()]
        if any(tokens[i].pos in {"VERB", "AUX"} for i in words):
            return None
        parted = next((at for at, i in enumerate(words) if tokens[i].text in {",", ":", "("}), len(words))
        head = self._sayers.head_of(words[:parted])
        return None if head is None else Saying(head, found.span("cue"), LABEL, 0.8, beside=True)

    def _line_above(self, frame: Frame) -> list[int]:
        tokens, paragraphs = self._parse.tokens, self._parse.paragraphs
        here = paragraphs[tokens[frame.inside[0]].paragraph]
        if here.i == 0 or not self._frames.all_quoted(here.first, frame.inside[0]):
            return []
        above = paragraphs[here.i - 1]
        return list(range(above.first, above.last)) if above.last - above.first <= _LONGEST_LEAD else []

    def _prose_before(self, frame: Frame) -> bool:
        """Whether more than a label stands before the words in their paragraph."""
        words = [i for i in frame.before if self._parse.tokens[i].pos != "PUNCT"]
        first = self._parse.paragraphs[self._parse.tokens[frame.inside[0]].paragraph].first
        return len(words) > 2 or (not words and frame.inside[0] > first + 3)

    def label(self, frame: Frame) -> Saying | None:
        """`PRITZKER: "..."`, `Maria Keller, mayor — "..."`: a name, perhaps an office, a colon or dash, no more."""
        tokens, before = self._parse.tokens, list(frame.before) or self._line_above(frame)
        dashed = bool(before) and DASH.fullmatch(tokens[before[-1]].text) is not None
        if len(before) < 2 or not (dashed or tokens[before[-1]].text in {":", "):"}):
            return None
        words = self._unbracketed(before if tokens[before[-1]].text == "):" else before[:-1])
        dash = next((at for at in range(len(words) - 1, -1, -1) if DASH.fullmatch(tokens[words[at]].text)), None)
        cut = dash is not None and len(words) - dash <= 5 and tokens[words[dash]].end < tokens[words[dash] + 1].start
        words = words[dash + 1 :] if cut and dash is not None else words
        if not words or any(tokens[i].pos in {"VERB", "AUX"} for i in words):
            return None
        words = self._before_role(words)
        if dashed and (tokens[words[-1]].entity != "PERSON" or not self._ends_paragraph(frame)):
            return None
        begins = cut or tokens[words[0]].i == self._parse.paragraphs[tokens[words[0]].paragraph].first
        return self._named(words) if begins else None

    def _named(self, words: list[int]) -> Saying | None:
        """Who is named by the words of a label."""
        tokens = self._parse.tokens
        capitals = all(tokens[i].text.isupper() for i in words if tokens[i].text.isalpha())
        if not 1 <= len(words) <= (8 if capitals else 4):
            return None
        head = self._sayers.head_of(words)
        if head is None or tokens[head].lemma.lower() in self._labels:
            return None
        human = tokens[head].pos == "PROPN" or (tokens[head].pos == "NOUN" and self._sayers.may_speak(head))
        return Saying(head, None, LABEL, 0.85, beside=True) if human else None

    def _ends_paragraph(self, frame: Frame) -> bool:
        paragraph = self._parse.paragraphs[self._parse.tokens[frame.inside[0]].paragraph]
        return _ALNUM.search(self._parse.article.text, frame.stretch.end, paragraph.end) is None

    def _before_role(self, words: list[int]) -> list[int]:
        """Of `Maria Keller, 45, founder of Keller & Sons` the name; all the words where no name and comma lead them."""
        tokens = self._parse.tokens
        comma = next((at for at, i in enumerate(words) if tokens[i].text == ","), len(words))
        name = words[:comma]
        led = 2 <= len(name) <= 4 and len(words) <= _LONGEST_ROLE and tokens[name[-1]].entity == "PERSON"
        return name if led and all(tokens[i].text[:1].isupper() for i in name) else words

    def _unbracketed(self, words: list[int]) -> list[int]:
        """The words without what stands in brackets behind them: `Keller (Harland):`."""
        tokens = self._parse.tokens
        if not words or tokens[words[-1]].text not in {")", "]", "):"}:
            return words
        opened = next((at for at, i in enumerate(words) if tokens[i].text in {"(", "["}), len(words))
        return words[:opened]
