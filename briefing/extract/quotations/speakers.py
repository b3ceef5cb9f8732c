"""Who says the words in quotation marks: the cue beside them or around them, and what carries on from it.

The nearest name is never taken for the speaker: only what a verb, noun or layout of saying ties to the words.
"""

from __future__ import annotations

import bisect
from dataclasses import replace
from functools import cached_property

from briefing.extract.grammar.clauses import Clauses
from briefing.extract.grammar.sayers import Sayers, Saying
from briefing.extract.lexis.lexicon import load
from briefing.extract.quotations.around import CuesAround
from briefing.extract.quotations.beside import CuesBeside
from briefing.extract.quotations.frames import Frame, Frames
from briefing.extract.quotations.introductions import Introductions
from briefing.extract.quotations.layouts import Layouts
from briefing.extract.quotations.replies import Replies
from briefing.extract.quotations.signatures import SIGNED, Signatures
from briefing.extract.quotations.sources import Sources
from briefing.extract.quotations.word_order import WordOrder

CONTINUED = "quote.continued.paragraph"
_DASHES = frozenset("-–—")
_NEAR = 12  # stretches of a paragraph from which words without a cue of their own may carry on
_BACK = 400  # tokens, likewise
_LINKS = frozenset(
    ("and", "or", "but", "then", "also", "with", "to", "as", "of", "the", "that", ",", "—", "–", "yet", "nor")
)


class Speakers:
    """Finds the speakers of all quoted stretches of one article."""

    def __init__(self, frames: Frames, clauses: Clauses, language: str = "en") -> None:
        self._frames = frames
        self._parse = frames.parse
        self._clauses = clauses
        self._sayers = Sayers(frames.parse, clauses, frames.quoted, language)
        self._beside = CuesBeside(frames, clauses, self._sayers, language)
        self._introductions = Introductions(frames, clauses, self._sayers, language)
        self._sources = Sources(frames, self._sayers, language)
        self._around = CuesAround(frames, clauses, self._sayers)
        self._layouts = Layouts(frames, self._sayers, language)
        self._signatures = Signatures(frames, self._sayers)
        self._order = WordOrder(frames, language)
        self._replies = Replies(frames, clauses, language)
        self._gestures = frozenset(load(language, "saying")["verbs"]["gestures"])
        self._bodily = frozenset(load(language, "saying")["verbs"]["gestures_of"])
        self._naming = frozenset(load(language, "saying")["names"]["before"])
        self._settled: dict[int, Saying | None] = {}
        self._cued: dict[int, Saying | None] = {}

    def of(self, frame: Frame) -> Saying | None:
        """What ties this stretch to a speaker; `None` where nothing does."""
        if frame.number not in self._settled:
            self._settled[frame.number] = None  # a stretch that asks for itself gets no answer
            goes_on = not self._replies.answers(frame)
            self._settled[frame.number] = self.own(frame) or (self._carried(frame) if goes_on else None)
        return self._settled[frame.number]

    def own(self, frame: Frame) -> Saying | None:
        """The cue of this stretch itself, without what carries on from other sentences."""
        if frame.number not in self._cued:
            self._cued[frame.number] = None  # as in `of`
            self._cued[frame.number] = self._cue(frame)
        return self._cued[frame.number]

    def _cue(self, frame: Frame) -> Saying | None:
        if not frame.inside:
            return None
        if not self._parse.syntax:
            return self._order.find(frame)
        if self._beside.put_out(frame):
            return None
        if self._replies.answers(frame):
            return self._replies.find(frame)
        return (
            self._signatures.find(frame)
            or self._layouts.sourced(frame)
            or self._layouts.attributed(frame)
            or self._in_commas(frame)
            or self._beside.right_before(frame)
            or self._beside.after(frame)
            or self._layouts.label(frame)
            or self._introductions.find(frame)
            or self._broken(frame)
            or self._linked(frame)
            or self._around.parenthesis(frame)
            or self._around.above(frame)
            or self._sources.beside(frame)
            or self._around.earlier(frame)
            or self._shared(frame)
            or self._around.acts(frame)
            or self._signatures.name_below(frame)
            or self._around.named_object(frame)
            or self._order.beyond(frame)
        )

    def _in_commas(self, frame: Frame) -> Saying | None:
        """`X, he said, hopes that "..."`: a clause of saying between commas outranks a verb right at bare marks."""
        bare = bool(frame.before) and self._parse.tokens[frame.before[-1]].text not in {",", ":"}
        return self._around.parenthesis(frame) if bare else None

    def _broken(self, frame: Frame) -> Saying | None:
        """`"..." -- an aside -- "...," she said`: words broken off by dashes belong to whoever says the rest."""
        tokens, after = self._parse.tokens, frame.after
        if frame.touches_after is None or len(after) < 3:
            return None
        dashes = all(tokens[i].text[:1] in _DASHES for i in (after[0], after[-1]))
        said = self._beside.after(self._frames.frames[frame.touches_after]) if dashes else None
        if said is None:
            return None
        return replace(said, rule="quote.cue.shared", confidence=round(said.confidence * 0.9, 3), beside=False)

    def _linked(self, frame: Frame) -> Saying | None:
        """`"..." and "..."`: joined to the stretch before it by a conjunction alone."""
        if frame.touches_before is None or not frame.before or frame.before[0] == 0:
            return None
        if any(self._parse.tokens[i].text.lower() not in _LINKS for i in frame.before):
            return None
        said = self.of(self._frames.frames[frame.touches_before])
        if said is None:
            return None
        return replace(
            said, cue=None, rule="quote.cue.shared", confidence=round(said.confidence * 0.95, 3), beside=False
        )

    def _shared(self, frame: Frame) -> Saying | None:
        """Words that nothing else settles, after another stretch in the same sentence: that stretch's speaker."""
        if frame.touches_before is None or not frame.before or self._is_word(self._frames.frames[frame.touches_before]):
            return None
        said = self.of(self._frames.frames[frame.touches_before])
        if said is None:
            return None
        return replace(
            said, cue=None, rule="quote.cue.shared", confidence=round(said.confidence * 0.75, 3), beside=False
        )

    def _is_word(self, frame: Frame) -> bool:
        """Whether the words are only named: `the term "fallen"`."""
        last = self._parse.tokens[frame.before[-1]] if frame.before else None
        return last is not None and last.tag == "NN" and last.text.lower() in self._naming

    def _carried(self, frame: Frame) -> Saying | None:
        """A sentence of quotation without a cue goes on from the one beside it."""
        if not frame.inside or not self._stands_alone(frame):
            return None
        tokens = self._parse.tokens
        paragraph = tokens[frame.inside[0]].paragraph
        row = self._frames.by_paragraph[paragraph]
        at = next(n for n, other in enumerate(row) if other.number == frame.number)
        gesture = self._gesture(frame)
        if gesture is not None:  # whoever smiles right before the words says them, whoever spoke before
            return self._continues(gesture, "quote.continued.sentence", 0.85)
        for other in reversed(row[max(0, at - _NEAR) : at]):
            said = self.of(other)
            if said is not None and said.rule != "quote.actor":
                return self._continues(said, CONTINUED, 0.9)
        stated = self._last_saying(self._parse.paragraphs[paragraph].first, frame.inside[0])
        if stated is not None:
            return self._continues(stated, "quote.continued.sentence", 0.85)
        for other in row[at + 1 : at + 1 + _NEAR]:
            said = self.own(other)
            if said is not None and said.beside and not other.before:
                return self._continues(said, "quote.continued.back", 0.8)
        return self._from_sentence(frame) or self._from_above(frame, paragraph)

    def _from_sentence(self, frame: Frame) -> Saying | None:
        """`X named their anger as a reason to vote. "..."`: who acts in the sentence right before, a person."""
        tokens, first = self._parse.tokens, frame.inside[0]
        before = next((i for i in range(first - 1, -1, -1) if tokens[i].pos != "PUNCT"), None)
        if before is None or tokens[before].paragraph != tokens[first].paragraph or self._frames.quoted(before):
            return None
        sentence = self._parse.sentences[tokens[before].sentence]
        for i in range(sentence.first, sentence.last):
            clause = self._clauses.get(i)
            if clause is not None and tokens[i].dep == "ROOT" and not clause.passive and clause.subject is not None:
                subject = clause.subject
                person = tokens[subject].entity == "PERSON" or tokens[subject].text.lower() in {"he", "she"}
                acts = person and not clause.inherited and not self._frames.quoted(subject) and clause.lemma != "be"
                return Saying(subject, None, "quote.continued.subject", 0.6) if acts else None
        return None

    def _from_above(self, frame: Frame, paragraph: int) -> Saying | None:
        if paragraph == 0 or frame.before:
            return None
        above = self._frames.by_paragraph.get(paragraph - 1, [])
        last = self._parse.paragraphs[paragraph - 1]
        if above and not any(self._clauses.get(i) is not None for i in range(above[-1].inside.stop, last.last)):
            said = self.of(above[-1])
            if said is not None:  # a signed quotation ends with its signature
                return None if said.rule == SIGNED else self._continues(said, "quote.continued.above", 0.75)
        stated = self._last_saying(last.first, last.last)
        if stated is not None:
            return self._continues(stated, "quote.continued.above", 0.75)
        if above:
            said = self.of(above[-1])
            if said is not None:
                return self._continues(said, "quote.continued.above", 0.7)
        return None

    def _last_saying(self, first: int, last: int) -> Saying | None:
        """The last main verb of saying outside marks between two tokens."""
        at = bisect.bisect_left(self.sayings, last, key=_verb) - 1
        if at < 0 or self.sayings[at][0] < max(first, last - _BACK):
            return None
        return self.sayings[at][1]

    @cached_property
    def sayings(self) -> list[tuple[int, Saying]]:
        """All main verbs of saying outside marks, in order, with what they tie."""
        found = []
        for i in range(len(self._parse.tokens)):
            cue = self._sayers.is_cue(i) or self._sayers.goes_on(i)
            if cue and not self._frames.quoted(i) and not self._sayers.in_relative(i) and not self._retold(i):
                made = self._sayers.saying(i, "quote.cue.sentence", 0.85)
                if made is not None and self._sayers.may_speak(made.speaker):
                    found.append((i, made))
            elif self._parse.tokens[i].text.lower() == "according" and not self._frames.quoted(i):
                source = self._sources.person(i)
                found.extend([(i, source)] if source is not None else [])
        return found

    def _gesture(self, frame: Frame) -> Saying | None:
        """`Asked about it, Keller laughed. "..."`: the sentence before ends with who laughs, sighs or shrugs."""
        tokens, first = self._parse.tokens, frame.inside[0]
        before = self._words_before[first]
        if before < 0 or tokens[before].paragraph != tokens[first].paragraph or self._frames.quoted(before):
            return None
        verb = tokens[before].head if tokens[before].lemma in self._bodily else before
        if tokens[verb].lemma not in self._gestures or tokens[verb].tag not in {"VBD", "VBZ"}:
            return None
        return self._sayers.saying(verb, "quote.cue.sentence", 0.8)

    @cached_property
    def _words_before(self) -> list[int]:
        """For each token the last word before it that is no mark; -1 where there is none."""
        found, last = [], -1
        for token in self._parse.tokens:
            found.append(last)
            last = last if token.pos == "PUNCT" else token.i
        return found

    def _retold(self, i: int) -> bool:
        """Whether a verb of saying is only reported: "said they would go on asking", "writes of what X told them"."""
        tokens = self._parse.tokens
        if tokens[i].dep == "pcomp" and any(tokens[c].tag in {"WP", "WRB"} for c in self._parse.children[i]):
            return True
        clause = self._clauses.get(i)
        above = None if clause is None else clause.reported_by
        return above is not None and not self._frames.quoted(above) and self._sayers.is_cue(above)

    def _stands_alone(self, frame: Frame) -> bool:
        """Whether the stretch is a sentence of its own, with no words before it in its sentence."""
        text = self._parse.tokens[frame.inside[0]].text
        return not frame.before and (text[:1].isupper() or not text[:1].isalpha() or frame.touches_before is not None)

    @staticmethod
    def _continues(said: Saying, rule: str, share: float) -> Saying:
        return replace(said, cue=None, rule=rule, confidence=round(said.confidence * share, 3), beside=False)


def _verb(saying: tuple[int, Saying]) -> int:
    return saying[0]
