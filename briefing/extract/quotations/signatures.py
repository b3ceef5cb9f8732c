"""Signatures: the words behind or below a quotation that say whose it is: `— Maria Keller, mayor`, `(Maria Keller)`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from briefing.extract.grammar.sayers import Sayers, Saying
from briefing.extract.grammar.subjects import DASH, NOMINAL
from briefing.extract.parsing.parse import Token
from briefing.extract.quotations.frames import Frame, Frames

SIGNED = "quote.layout.dash"
_LONGEST = 20  # tokens
_LONGEST_ROW = 12  # paragraphs
_LONGEST_NAME = 6
_PARTING = frozenset((",", "|", "/", ";", "–", "—", "-", "--", "•"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "VB", "MD"))
_PLACES = frozenset(("GPE", "LOC", "FAC"))
_SIDES = frozenset(("left", "right", "centre", "center", "pictured", "above", "below"))
_LONGEST_PLACE = 3
_STOPS = frozenset(".?!:…")
# Small words within names, which a parser of English may take for verbs.
_WITHIN_NAMES = frozenset("de del della der des di do dos du da das den el la las los le van von".split())  # noqa: SIM905


class Signatures:
    """Reads the signatures of one article's quotations."""

    def __init__(self, frames: Frames, sayers: Sayers) -> None:
        self._frames = frames
        self._parse = frames.parse
        self._sayers = sayers

    def find(self, frame: Frame) -> Saying | None:
        """Who signs the words: behind a dash or in brackets at their end, or with an office in the line below."""
        if frame.before:
            return None
        if frame.after:
            return self._behind(frame, list(frame.after))
        below = self._line_below(frame)
        signed = self._behind(frame, below) if below else None
        if signed is not None:
            return signed
        return self._heading(frame) if self._headed(frame) else self._bare(below)

    def name_below(self, frame: Frame) -> Saying | None:
        """A name and nothing else in the line below words that nothing else gives to anybody."""
        above = self._frames.frames[frame.number - 1] if frame.number else None
        alone = not frame.before and not frame.after and not (above is not None and above.stretch.runs_on)
        return self._bare(self._line_below(frame), alone=True) if alone else None

    def _behind(self, frame: Frame, after: list[int]) -> Saying | None:
        """`"..." - Commissioner X`, `"..." (X, mayor)`: a dash or bracket, and nothing else in the paragraph."""
        tokens, text = self._parse.tokens, self._parse.article.text
        words = self._words(after)
        if not words or len(after) > _LONGEST or self._tells(words):
            return None
        lead = text[frame.stretch.end : tokens[words[0]].start]
        bracketed = lead.rstrip()[-1:] in {"(", "["} and text[tokens[words[-1]].end :][:1] in {")", "]"}
        glued = tokens[words[0]].text[:1] in "-–—"
        if not (DASH.search(lead) or glued or bracketed) or not self._whole(after):
            return None
        name = self._name(words)
        if any(tokens[i].text.isdigit() for i in name) or (bracketed and len(name) < 2):
            return None  # a verse of the Bible; a newspaper
        head = self._sayers.head_of(name)
        if head is None or tokens[name[0]].pos not in NOMINAL | {"ADJ", "X", "DET"}:
            return None
        named = tokens[head].pos == "PROPN" or self._capital(name)
        indefinite = tokens[name[0]].pos == "DET" and self._sayers.may_speak(head)
        if not (named or indefinite) or (bracketed and not named) or self._is_place(head, words, after):
            return None
        return Saying(head, None, SIGNED, 0.85, beside=True)

    def _is_place(self, head: int, words: Sequence[int], after: Sequence[int]) -> bool:
        """Whether a heading names a place: `- North Bridge (Lagos)`; a person's name in brackets is left alone."""
        tokens = self._parse.tokens
        told = any(tokens[i].text == "," for i in after)  # an office or a work behind a name
        if told or tokens[head].entity == "PERSON" or tokens[head].text in self._surnames:
            return False
        noted = any(tokens[i].text in {"(", "["} for i in after if words[0] < i <= words[-1])
        return noted or (tokens[head].entity in _PLACES and len(words) <= _LONGEST_PLACE)

    def _headed(self, frame: Frame) -> bool:
        """Whether in a row of names and quotations, each a line, the names stand above the words."""
        paragraphs = self._parse.paragraphs
        at = self._parse.tokens[frame.inside[0]].paragraph
        if not self._lone(at):
            return False
        named = False
        for above in range(at - 1, max(-1, at - _LONGEST_ROW), -1):
            line = range(paragraphs[above].first, paragraphs[above].last)
            if (at - above) % 2 == 0:
                if not self._lone(above):
                    return True
            elif self._bare(list(line), alone=True) is None:
                return False
            named = not named
        return named

    def _lone(self, paragraph: int) -> bool:
        """Whether a paragraph is nothing but quotation."""
        here = self._parse.paragraphs[paragraph]
        return self._frames.all_quoted(here.first, here.last)

    def _heading(self, frame: Frame) -> Saying | None:
        above = self._parse.paragraphs[self._parse.tokens[frame.inside[0]].paragraph - 1]
        return self._bare(list(range(above.first, above.last)), alone=True)

    def _bare(self, below: list[int], *, alone: bool = False) -> Saying | None:
        """`Maria Keller, mayor` in the line below the words, or above them; `alone`: so is `Maria Keller`."""
        tokens = self._parse.tokens
        words = self._words(below)
        if not 0 < len(below) <= _LONGEST or not words or words[0] != below[0] or self._tells(words):
            return None
        last = self._parse.paragraphs[tokens[below[-1]].paragraph].end
        if (
            self._is_caption(words)
            or not self._whole(below)
            or _STOPS & set(self._parse.article.text[tokens[words[-1]].end : last])
        ):
            return None
        name = self._name(words)
        if not 2 <= len(name) <= _LONGEST_NAME or not self._capital(name) or (len(name) == len(words) and not alone):
            return None
        known = any(tokens[i].entity == "PERSON" for i in name) or tokens[name[-1]].text in self._surnames
        return Saying(name[-1], None, SIGNED, 0.65 if alone else 0.75, beside=True) if known else None

    def _is_caption(self, words: Sequence[int]) -> bool:
        """`Maria Keller (left) leaving the hall Credit: NP`: a line that tells of a picture."""
        tokens = self._parse.tokens
        return any(
            tokens[i].text == ":" or (tokens[i].text.lower() in _SIDES and tokens[i - 1].text == "(") for i in words[1:]
        )

    @cached_property
    def _surnames(self) -> frozenset[str]:
        return frozenset(token.text for token in self._parse.tokens if token.entity == "PERSON")

    def _words(self, after: Sequence[int]) -> list[int]:
        """The tokens from the first to the last that has a letter."""
        tokens = self._parse.tokens
        lettered = [at for at, i in enumerate(after) if any(map(str.isalnum, tokens[i].text))]
        return list(after[lettered[0] : lettered[-1] + 1]) if lettered else []

    def _tells(self, words: Sequence[int]) -> bool:
        """Whether the words are a sentence: they have a finite verb."""
        return any(self._finite(self._parse.tokens[i]) for i in words)

    @staticmethod
    def _finite(token: Token) -> bool:
        return token.tag in _FINITE and token.text[:1].islower() and token.text not in _WITHIN_NAMES

    def _whole(self, after: Sequence[int]) -> bool:
        return after[-1] + 1 >= self._parse.paragraphs[self._parse.tokens[after[-1]].paragraph].last - 1

    def _name(self, words: Sequence[int]) -> list[int]:
        """Of the parts between commas and dashes the one that names a person, else the first."""
        tokens = self._parse.tokens
        parts: list[list[int]] = [[]]
        bracket = False
        for i in words:
            bracket = (bracket or tokens[i].text in {"(", "["}) and tokens[i].text not in {")", "]"}
            if tokens[i].text in _PARTING or (tokens[i].text in {")", "]"} and len(parts[-1]) > 1):
                parts.append([])
            elif not bracket and tokens[i].text not in {")", "]"}:
                parts[-1].append(i)
        parts = [part for part in parts if part]
        person = (part for part in parts if any(tokens[i].entity == "PERSON" for i in part) and self._capital(part))
        return parts[0] if self._capital(parts[0][:1]) and len(parts[0]) > 1 else next(person, parts[0])

    def _capital(self, words: Sequence[int]) -> bool:
        """Whether every word begins with a capital, particles of names apart."""
        tokens = self._parse.tokens
        written = [tokens[i].text.lstrip("-–—") for i in words]
        small = [word for word in written if word[:1].islower()]
        return bool(written) and written[-1][:1].isupper() and all(len(word) <= 3 for word in small)

    def _line_below(self, frame: Frame) -> list[int]:
        """The words of the next paragraph, when this one is nothing but quotation."""
        tokens, last = self._parse.tokens, frame.inside[-1]
        here = self._parse.paragraphs[tokens[last].paragraph]
        if not self._lone(here.i):
            return []
        rest = range(last + 1, min(here.last, last + 1 + _LONGEST))
        if here.i + 1 >= len(self._parse.paragraphs) or not self._frames.all_quoted(rest.stop, here.last):
            return []
        if any(not self._frames.quoted(i) and tokens[i].pos != "PUNCT" for i in rest):
            return []
        below = self._parse.paragraphs[here.i + 1]
        return list(range(below.first, min(below.last, below.first + _LONGEST + 1)))
