"""Words in marks that are no speech: titles, names, words held with tongs."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.lexis.lexicon import load
from briefing.extract.quotations.frames import Frame, Frames

_TITLE_WORDS = 12
_THEMES = frozenset(("theme", "motto", "title"))
_HELD = frozenset(("so-called", "alleged", "supposed"))
_SMALL = frozenset("a an the of and or in on at to for with from by de la le el".split())  # noqa: SIM905


class NamesInMarks:
    """Tells the names and titles among one article's words in marks."""

    def __init__(self, frames: Frames, language: str = "en") -> None:
        self._parse = frames.parse
        self._text = frames.parse.article.text
        self._naming = frozenset(load(language, "saying")["names"]["before"])

    def named(self, frame: Frame) -> bool:
        """`titled "..."`, `a film called "..."`, `known as "..."`, `"..., " by Maria Keller`."""
        tokens, before = self._parse.tokens, frame.before
        after = [i for i in frame.after[:3] if tokens[i].pos != "PUNCT"]
        if len(after) > 1 and tokens[after[0]].text == "by" and tokens[after[1]].text[:1].isupper():
            return frame.attached and self._text[frame.stretch.end - 1] == ","
        if not before:
            return False
        last = tokens[before[-1]]
        noun = tokens[before[-2]] if last.text == ":" and len(before) > 1 else last
        if noun.lemma in _THEMES:
            return True  # "under the theme: ..."
        pair = " ".join(tokens[i].text.lower() for i in before[-2:])
        if pair == "known as" or last.text.lower() == "so-called":
            return True
        participle = last.tag == "VBN" and last.dep in {"acl", "amod", "ROOT", "relcl", "conj", "advcl"}
        return participle and last.text.lower() in self._naming

    def is_title(self, frame: Frame, words: Sequence[str]) -> bool:
        """`the "Guide to Better Living" prize`: capitals throughout, inside a sentence."""
        written = self._text[frame.stretch.start : frame.stretch.end]
        if len(words) > _TITLE_WORDS and written.isupper():
            return False
        big = [word for word in words if word.lower() not in _SMALL]
        if any(mark in written.rstrip(",.;") for mark in ".?!;") and not frame.before:
            return False
        return bool(big) and all(word[0].isupper() or word[0].isdigit() for word in big)

    def is_held(self, word: str) -> bool:
        """Whether a word before the marks says that what is in them is only named, or not meant: "so-called"."""
        return word in self._naming or word in _HELD
