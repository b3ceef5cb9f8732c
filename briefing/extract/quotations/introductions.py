"""Cues further back that lead on to the marks with a comma or colon, in the same sentence or the line above."""

from __future__ import annotations

from briefing.extract.grammar.clauses import Clauses
from briefing.extract.grammar.sayers import Sayers, Saying
from briefing.extract.quotations.frames import Frame, Frames
from briefing.extract.quotations.sources import Sources

_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_OPENERS = frozenset(("and", "also", "but", "here", "is", "'s", "’s", "more", "this"))


class Introductions:
    """Reads what introduces one article's quotations."""

    def __init__(self, frames: Frames, clauses: Clauses, sayers: Sayers, language: str = "en") -> None:
        self._frames = frames
        self._parse = frames.parse
        self._clauses = clauses
        self._sayers = sayers
        self._sources = Sources(frames, sayers, language)

    def find(self, frame: Frame) -> Saying | None:
        """`X told the meeting in Paris on Friday: "..."`: a cue further back, then a comma or colon."""
        tokens, before = self._parse.tokens, list(frame.before)
        if not before:
            before = self._paragraph_above(frame)
            if not before:
                return None
        colon = tokens[before[-1]].text == ":"
        if not colon and tokens[before[-1]].text not in {",", "that"}:
            return None
        said = self._cue(before, colon=colon, whole=colon or self._is_sentence(frame))
        said = said or self._sources.phrase(tuple(before))
        if said is not None or not colon:
            return said
        named = None if frame.touches_before is not None else self._colon_name(before)
        return self._from(before) or self._colon_subject(before) or named

    def _cue(self, before: list[int], *, colon: bool, whole: bool) -> Saying | None:
        """The nearest verb of saying, those outside relative clauses first."""
        cues = [i for i in before if self._sayers.is_cue(i, beside=whole and self._strong(i)) or self._utters(i)]
        plain = [i for i in cues if not self._sayers.in_relative(i)] or cues
        for i in reversed(plain):
            if self._only_told(i, before):
                continue
            made = self._sayers.saying(i, "quote.cue.introduced", 0.88 if colon else 0.82, beside=True)
            if made is not None:
                return made
        return None

    def _only_told(self, i: int, before: list[int]) -> bool:
        """`X said that they are claiming the land, "..."`: a cue in the progressive that another one reports."""
        clause = self._clauses.get(i)
        above = None if clause is None or not clause.progressive else clause.reported_by
        return above is not None and above in before and self._sayers.is_cue(above)

    def _utters(self, i: int) -> bool:
        return self._sayers.goes_on(i) and self._parse.tokens[i].tag in _FINITE

    def _strong(self, i: int) -> bool:
        """Whether a verb that is a cue only at the marks may be one further off: finite, or beside a main verb."""
        tokens, tag = self._parse.tokens, self._parse.tokens[i].tag
        while tokens[i].dep == "conj" and tokens[i].head != i:
            i = tokens[i].head
        return tag in _FINITE or (tag in {"VBG", "VBN"} and tokens[i].dep in {"advcl", "ROOT"})

    def _is_sentence(self, frame: Frame) -> bool:
        """Whether the marks hold a sentence: `X called over her shoulder, "They are not helping."`."""
        words = self._parse.article.text[frame.stretch.start : frame.stretch.end]
        return words[:1].isupper() and words[-1:] in set(".?!,") and len(words.split()) > 3

    def _from(self, before: list[int]) -> Saying | None:
        """`And from Chairwoman X: "..."`, `From X's letter: "..."`."""
        tokens = self._parse.tokens
        words = [i for i in before if tokens[i].pos != "PUNCT"]
        while words and tokens[words[0]].text.lower() in _OPENERS:
            words.pop(0)
        if len(words) < 2 or tokens[words[0]].text.lower() != "from":
            return None
        if any(tokens[i].pos in {"VERB", "AUX"} for i in words):
            return None
        head = next((i for i in self._parse.children[words[0]] if tokens[i].dep == "pobj" and i in words), None)
        head = head if head is not None else self._sayers.head_of(words[1:])
        if head is None:
            return None
        owner = next((i for i in self._parse.children[head] if tokens[i].dep == "poss"), None)
        cue = (tokens[words[0]].start, tokens[words[0]].end)
        return Saying(head if owner is None else owner, cue, "quote.cue.from", 0.8, beside=True)

    def _colon_subject(self, before: list[int]) -> Saying | None:
        """`Her answer was short: "..."`, `Wang issued a warning: "..."`: the subject, if it may speak."""
        for i in before:
            clause = self._clauses.get(i)
            if clause is None or clause.subject is None or self._sayers.in_relative(i):
                continue
            noun = self._sayers.is_noun(self._parse.tokens[clause.subject].lemma)
            owner = self._sayers.possessor(clause.subject) if noun else None
            subject = owner if owner is not None else clause.subject
            if self._sayers.may_speak(subject) and not self._frames.quoted(subject):
                return Saying(subject, None, "quote.cue.colon", 0.65, beside=True)
            return None
        return None

    def _colon_name(self, before: list[int]) -> Saying | None:
        """`It did not surprise pollster X: "..."`: the person named right before the colon, where no subject speaks."""
        tokens = self._parse.tokens
        if len(before) < 2 or tokens[before[-2]].entity != "PERSON" or tokens[before[-2]].pos != "PROPN":
            return None
        if any(
            (clause := self._clauses.get(i)) and clause.subject and self._sayers.may_speak(clause.subject)
            for i in before
        ):
            return None
        return Saying(before[-2], None, "quote.cue.colon_name", 0.65, beside=True)

    def _paragraph_above(self, frame: Frame) -> list[int]:
        """The last sentence of the paragraph above, when it ends with a colon and this one begins with the marks."""
        tokens = self._parse.tokens
        paragraph = tokens[frame.inside[0]].paragraph
        begun = self._parse.paragraphs[paragraph].first
        if paragraph == 0 or not self._frames.all_quoted(begun, frame.inside[0]):
            return []
        above = self._parse.paragraphs[paragraph - 1]
        if tokens[above.last - 1].text != ":":
            return []
        sentence = tokens[above.last - 1].sentence
        return [
            i for i in range(above.first, above.last) if tokens[i].sentence == sentence and not self._frames.quoted(i)
        ]
