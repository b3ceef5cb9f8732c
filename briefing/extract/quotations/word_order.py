"""Speakers by the order of words alone, for when there is no parse: a name or pronoun right beside a word of saying."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.grammar.sayers import Saying
from briefing.extract.lexis.lexicon import load
from briefing.extract.quotations.frames import Frame, Frames

_PRONOUNS = frozenset(("he", "she"))
_LONGEST = 14
_TITLE = 6  # tokens of a title that the parser parts from its name
_ABBREVIATION = 4  # letters
_CONFIDENCE = 0.7


class WordOrder:
    """Reads the words beside one article's quotations without parts of speech or a tree."""

    def __init__(self, frames: Frames, language: str = "en") -> None:
        self._frames = frames
        self._tokens = frames.parse.tokens
        verbs = load(language, "saying")["verbs"]
        endings = (f"{verb}{ending}" for verb in verbs["plain"] for ending in ("s", "d", "ed"))
        self._forms = frozenset(endings) | frozenset(verbs["reports"])

    def find(self, frame: Frame) -> Saying | None:
        """The cue of this stretch; `None` where the order of words does not settle it."""
        return (self._after(frame.after) if frame.attached else None) or self._before(frame.before)

    def beyond(self, frame: Frame) -> Saying | None:
        """`"...," TCA Sec. Gen. Maria Keller said`: behind a full stop that the parser took for the sentence's end."""
        after = list(frame.after)
        if not frame.attached or not after or len(after) > _TITLE or not self._tokens[after[0]].text[:1].isupper():
            return None
        last = self._tokens[after[-1]]
        beyond = self._tokens[last.i + 1 : last.i + 1 + _LONGEST]
        if not beyond or beyond[0].text != "." or len(last.text) > _ABBREVIATION:
            return None
        more = [one.i for one in beyond if one.paragraph == last.paragraph and one.sentence <= last.sentence + 1]
        return self._after([*after, *more])

    def _after(self, after: Sequence[int]) -> Saying | None:
        words = [i for i in after[:_LONGEST] if any(map(str.isalnum, self._tokens[i].text))]
        if not words:
            return None
        if self._says(words[0]):
            return self._made(self._name(words[1:]), words[0])
        verb = next((at for at, i in enumerate(words) if self._says(i)), None)
        return None if verb is None else self._made(self._name(words[:verb]), words[verb])

    def _before(self, before: Sequence[int]) -> Saying | None:
        if not before or self._tokens[before[-1]].text not in {",", ":"}:
            return None
        verb = next((at for at in range(len(before) - 1, -1, -1) if self._says(before[at])), None)
        if verb is None:
            return None
        return self._made(self._name(before[:verb]), before[verb])

    def _name(self, words: Sequence[int]) -> int | None:
        """The last word of the first run of capitals that the words begin with, or the pronoun there."""
        words = [i for i in words if self._tokens[i].text.lower() not in {"the", "also", "then", "has", "had"}]
        if words and self._tokens[words[0]].text.lower() in _PRONOUNS:
            return words[0]
        last: int | None = None
        for i in words:
            if not self._tokens[i].text[:1].isupper() and self._tokens[i].text not in {"of", "for", "'s", "’s", "and"}:
                break
            last = i if self._tokens[i].text[:1].isupper() else last
        return last

    def _says(self, i: int) -> bool:
        return self._tokens[i].text in self._forms and not self._frames.quoted(i)

    def _made(self, speaker: int | None, verb: int) -> Saying | None:
        if speaker is None:
            return None
        token = self._tokens[verb]
        return Saying(speaker, (token.start, token.end), "quote.order", _CONFIDENCE, beside=True)
