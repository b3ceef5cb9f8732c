"""Sources named without a verb: `according to X`, `per X`, `in the words of X`, `in X's view`."""

from __future__ import annotations

from briefing.extract.grammar.sayers import Sayers, Saying
from briefing.extract.lexis.lexicon import load
from briefing.extract.quotations.frames import Frame, Frames

_IT_IS = (["it", "is"], ["this", "is"], ["it", "was"], ["that", "is"], ["this", "was"])


class Sources:
    """Reads the phrases around one article's quotations that name a source."""

    def __init__(self, frames: Frames, sayers: Sayers, language: str = "en") -> None:
        self._parse = frames.parse
        self._sayers = sayers
        data = load(language, "saying")["sources"]
        self._via = frozenset(data["words"])
        self._views = frozenset(data["views"])

    def via(self, word: str) -> bool:
        """Whether the word names a source by itself: "per", "via"."""
        return word in self._via

    def beside(self, frame: Frame) -> Saying | None:
        """A source on either side of the marks."""
        return self.phrase(frame.before) or (self.phrase(frame.after) if frame.attached else None)

    def phrase(self, words: tuple[int, ...]) -> Saying | None:
        """The source that these words name."""
        tokens = self._parse.tokens
        if words and tokens[words[0]].text == ",":
            words = words[1:]
        if len(words) > 1 and self.via(tokens[words[0]].text.lower()):
            head = next((i for i in self._parse.children[words[0]] if tokens[i].dep == "pobj"), None)
            if head is not None:
                return Saying(head, (tokens[words[0]].start, tokens[words[0]].end), "quote.cue.per", 0.8, beside=True)
        if words and self._is_first(words[0]):
            made = self._held_by(words)
            if made is not None:
                return made
        for i in words:
            made = self._according(i, words) or self._in_words(i)
            if made is not None:
                return made
        return None

    def _is_first(self, i: int) -> bool:
        return i == self._parse.sentences[self._parse.tokens[i].sentence].first

    def _held_by(self, words: tuple[int, ...]) -> Saying | None:
        """`For the chamber, it is "...`: whose view a sentence tells."""
        tokens = self._parse.tokens
        if tokens[words[0]].text.lower() != "for" or tokens[words[0]].tag != "IN":
            return None
        comma = next((at for at, i in enumerate(words) if tokens[i].text == ","), len(words))
        following = [tokens[i].text.lower() for i in words[comma + 1 : comma + 3]]
        head = self._sayers.head_of(list(words[1:comma])) if following in _IT_IS else None
        named = head is not None and tokens[head].tag in {"NNP", "NNPS"} and self._sayers.may_speak(head)
        return Saying(head, None, "quote.cue.words", 0.7) if head is not None and named else None

    def person(self, i: int) -> Saying | None:
        """The person in "according to X", who may go on in the next sentence."""
        tokens = self._parse.tokens
        following = tuple(range(i, min(i + 24, len(tokens))))
        made = self._according(i, tuple(w for w in following if tokens[w].sentence == tokens[i].sentence))
        return made if made is not None and tokens[made.speaker].entity == "PERSON" else None

    def _according(self, i: int, words: tuple[int, ...]) -> Saying | None:
        tokens = self._parse.tokens
        if tokens[i].lemma not in {"accord", "according"} or i + 1 >= len(tokens) or tokens[i + 1].lemma != "to":
            return None
        named = [w for w in words if w > i + 1]
        below = [w for w in named if tokens[w].dep == "pobj" and tokens[w].head == i + 1]
        head = below[0] if below else self._sayers.head_of(named)
        if head is None:
            return None
        owner = self._sayers.issuer(head) if self._sayers.is_noun(tokens[head].lemma) else None
        head = head if owner is None else owner
        return Saying(head, (tokens[i].start, tokens[i + 1].end), "quote.cue.according_to", 0.88, beside=True)

    def _in_words(self, i: int) -> Saying | None:
        """`in the words of X`, `in X's view`, `these were the words of X`."""
        tokens = self._parse.tokens
        if tokens[i].text.lower() not in self._views:
            return None
        leads = tokens[i].dep == "pobj" and tokens[tokens[i].head].text.lower() == "in"
        owner = (self._sayers.possessor(i) or self._whose(i)) if leads or tokens[i].dep == "attr" else None
        if owner is None:
            return None
        return Saying(owner, (tokens[i].start, tokens[i].end), "quote.cue.words", 0.85, beside=True)

    def _whose(self, noun: int) -> int | None:
        """X in "the words of X", whoever it is."""
        tokens = self._parse.tokens
        for of in self._parse.children[noun]:
            if tokens[of].lemma == "of":
                return next((i for i in self._parse.children[of] if tokens[i].dep == "pobj"), None)
        return None
