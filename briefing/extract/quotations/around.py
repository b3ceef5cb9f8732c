"""Cues around a fragment: the verb or noun of saying under which the parser's tree puts the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.extract.grammar.clauses import Clauses
from briefing.extract.grammar.sayers import Sayers, Saying
from briefing.extract.quotations.frames import Frame, Frames

_LONGEST_NAME = 16
_LONGEST_OBJECT = 7
_OWN = frozenset(("i", "my", "me", "we", "our", "us"))
_ENDS = frozenset(".?!…:;")
_TIMES = frozenset(("after", "before", "by", "without", "since"))
_FOUNDING = frozenset(("found", "establish", "create", "launch", "build", "open", "start", "set"))
_SUBORDINATE = frozenset(("ccomp", "advcl", "pcomp", "csubj"))


class CuesAround:
    """Reads the sentences in which one article's fragments stand."""

    def __init__(self, frames: Frames, clauses: Clauses, sayers: Sayers) -> None:
        self._frames = frames
        self._parse = frames.parse
        self._clauses = clauses
        self._sayers = sayers

    def above(self, frame: Frame) -> Saying | None:
        """A fragment inside a sentence: the first verb or noun of saying above it in the tree, else who acts there."""
        weak: Saying | None = None
        exit_ = self._exit(frame)
        below: int | None = None
        for i in self._upward(exit_):
            if not self._frames.quoted(i):
                led = below if below is not None else self._outmost(frame, i)
                made = self._verb(i, direct=i == exit_, content=self._content(led))
                if made is not None and not self._sayers.impersonal(made.speaker):
                    return made
                weak = weak or made or self._noun(i, below) or self._told_of(i)
            below = i
        return weak

    def _outmost(self, frame: Frame, above: int) -> int | None:
        """The word inside the marks that hangs on a word outside, in "found that they “are ready”"."""
        return next((i for i in frame.inside if self._parse.tokens[i].head == above), None)

    def _content(self, below: int | None) -> bool:
        """Whether the words hang in a clause that a verb has for its object: "found that they are "...""."""
        return below is not None and self._parse.tokens[below].dep == "ccomp"

    def _upward(self, i: int | None) -> Iterator[int]:
        """A token and those above it in the tree."""
        tokens = self._parse.tokens
        while i is not None:
            yield i
            i = tokens[i].head if tokens[i].head != i else None

    def _verb(self, i: int, *, direct: bool, content: bool) -> Saying | None:
        """`X called it "..."`: verbs of naming count where the words hang on them directly."""
        naming = direct and self._sayers.names(self._parse.tokens[i].lemma)
        if not self._sayers.is_cue(i, beside=naming or content):
            return None
        return self._sayers.saying(self._teller(i), "quote.cue.above", 0.82)

    def _teller(self, i: int) -> int:
        """`X said that his agency was requesting data “to confirm it”`: who tells it, where a body only acts."""
        clause = self._clauses.get(i)
        above = None if clause is None else clause.reported_by
        if clause is None or above is None or self._frames.quoted(above) or not self._sayers.is_cue(above):
            return i
        owned = clause.subject is not None and any(
            self._parse.tokens[c].dep == "poss" and self._parse.tokens[c].pos == "PRON"
            for c in self._parse.children[clause.subject]
        )
        return above if owned and not self._frames.quoted(i) else i

    def _noun(self, i: int, below: int | None) -> Saying | None:
        """`her claim that "..."`; not "played down his remarks as "...""."""
        token = self._parse.tokens[i]
        if below is not None and self._parse.tokens[below].lemma == "as":
            return None
        owner = self._sayers.utterer(i) if self._sayers.is_noun(token.lemma) else None
        if owner is None or self._parse.tokens[owner].tag == "WP$":
            return None
        return Saying(owner, (token.start, token.end), "quote.cue.noun", 0.7)

    def _told_of(self, i: int) -> Saying | None:
        """`Her criticism was directed at “...”`, `Her message was “...”`: whose words a sentence is about."""
        clause = self._clauses.get(i)
        told = None if clause is None or clause.inherited else clause.subject
        if told is None or self._frames.quoted(told) or self._parse.tokens[i].dep != "ROOT":
            return None
        return self._noun(told, None) if clause is not None and (clause.passive or clause.lemma == "be") else None

    def parenthesis(self, frame: Frame) -> Saying | None:
        """`The weapons, he added, are "..."`: a clause of saying between commas."""
        tokens, before = self._parse.tokens, frame.before
        for at in range(len(before) - 2, 0, -1):
            verb = before[at]
            if not self._sayers.is_cue(verb) or not (tokens[before[at + 1]].text == "," or self._as_said(verb, before)):
                continue
            made = self._sayers.saying(verb, "quote.cue.parenthesis", 0.88)
            if made is None or not before[0] <= made.speaker < verb:
                continue
            first = min(i for i in self._parse.subtree(made.speaker) if i >= before[0])
            if first == before[0] and frame.touches_before is not None and self._turns(before[at + 1 :]):
                continue  # `"...," she said, but Kevin went on about "..."`
            led = first == before[0] or tokens[first - 1].text == "," or tokens[first - 1].text.lower() == "as"
            if verb - first <= _LONGEST_NAME and led:
                return made
        return None

    def _as_said(self, verb: int, before: Sequence[int]) -> bool:
        """`As the Courier noted in a leader on Friday, they are "..."`."""
        tokens = self._parse.tokens
        led = any(
            tokens[i].text.lower() == "as" and (i == before[0] or tokens[i - 1].text.lower() in {"but", "and", ","})
            for i in self._parse.children[verb]
            if before[0] <= i < verb
        )
        return led and tokens[verb].dep == "advcl" and any(tokens[i].text == "," for i in before if i > verb)

    def _turns(self, words: Sequence[int]) -> bool:
        """Whether somebody else acts in these words."""
        return any(
            clause.subject in words and not clause.inherited and self._sayers.may_speak(clause.subject or 0)
            for i in words
            if (clause := self._clauses.get(i)) is not None
        )

    def acts(self, frame: Frame) -> Saying | None:
        """`he agreed on "..."`: who acts in the main clause, where no word of saying is near.

        Not who acts within what is told of somebody else's; not in "they met “to discuss it”": why is told by another.
        """
        tokens, exit_ = self._parse.tokens, self._exit(frame)
        if self._is_purpose(frame, exit_) or self._is_adjunct(frame) or self._is_headline(frame):
            return None
        for i in self._upward(exit_):
            if (tokens[i].dep == "relcl" or self._is_manner(i)) and not self._frames.quoted(i):
                return None
            aside = self._is_aside(i)
            acting = None if aside or self._frames.quoted(i) else self._actor(i)
            if acting is not None:
                return acting
        return None

    def _is_manner(self, i: int) -> bool:
        """`X left after taking “all they had”`, `X set it up as “a home”`: how it was done, as the writer tells it."""
        token = self._parse.tokens[i]
        above = self._parse.tokens[token.head]
        if token.dep == "pcomp":
            return above.lemma in _TIMES
        return token.lemma == "as" and token.dep == "prep" and above.lemma in _FOUNDING

    def _is_aside(self, i: int) -> bool:
        """Whether a verb with a subject of its own is what somebody tells: not so "while X proposed ..."."""
        tokens, clause = self._parse.tokens, self._clauses.get(i)
        if clause is None or clause.inherited or tokens[i].dep not in _SUBORDINATE:
            return False
        marks = {tokens[child].text.lower() for child in self._parse.children[i] if tokens[child].dep == "mark"}
        return tokens[i].dep != "advcl" or tokens[i].tag == "VB" or not marks.isdisjoint(("if", "though"))

    def _is_purpose(self, frame: Frame, exit_: int | None) -> bool:
        """Whether the words are an infinitive of purpose: `X met “to discuss it”`."""
        tokens = self._parse.tokens
        verb = tokens[frame.inside[0]].head
        led = tokens[frame.inside[0]].tag == "TO" and tokens[verb].head == exit_
        return led and tokens[verb].dep == "advcl"

    def _is_headline(self, frame: Frame) -> bool:
        """Whether the words stand in a line without a full stop: what it tells is its writer's."""
        line = self._parse.paragraphs[self._parse.tokens[frame.inside[0]].paragraph]
        written = self._parse.article.text[line.start : line.end].rstrip()
        return not _ENDS.intersection(written[-3:])

    def _is_adjunct(self, frame: Frame) -> bool:
        """Whether the words tell where, when or how of what is told: `X had arrived, “with nothing at all”`."""
        tokens, first = self._parse.tokens, self._parse.tokens[frame.inside[0]]
        led = first.dep == "prep" and first.text[:1].islower() and first.head not in frame.inside
        apart = bool(frame.before) and tokens[frame.before[-1]].text == ","
        if any(tokens[i].text.lower() in _OWN for i in frame.inside):
            return False  # "would pay, “out of our own pocket”"
        return led and apart and tokens[first.head].pos in {"VERB", "AUX", "ADV"}

    def _actor(self, i: int) -> Saying | None:
        clause = self._clauses.get(i)
        if clause is None or clause.passive or clause.subject is None:
            return None
        subject = clause.subject
        subject = self._sayers.past_dateline(subject, i)
        if self._frames.quoted(subject) or not self._sayers.may_speak(subject) or self._parse.tokens[i].lemma == "be":
            return None
        return Saying(subject, None, "quote.actor", 0.55)

    def _exit(self, frame: Frame) -> int | None:
        """The first word outside the marks that a word inside depends on."""
        tokens = self._parse.tokens
        for i in frame.inside:
            head = tokens[i].head
            if head not in frame.inside and tokens[head].paragraph == tokens[i].paragraph and tokens[i].pos != "PUNCT":
                near = (frame.before[:1] and head >= frame.before[0]) or (frame.after and head <= frame.after[-1])
                return head if near else None
        return None

    def named_object(self, frame: Frame) -> Saying | None:
        """`X called the result "..."`: the verb of naming before its object, wherever the tree hangs the words."""
        tokens = self._parse.tokens
        for i in reversed(frame.before[-_LONGEST_OBJECT:]):
            if tokens[i].pos in {"VERB", "AUX"} or tokens[i].text in {",", ":", ";"}:
                finite = tokens[i].tag in {"VBD", "VBZ", "VBP"} and self._sayers.names(tokens[i].lemma)
                made = self._sayers.saying(i, "quote.cue.above", 0.75) if finite else None
                return made if made is not None and not self._sayers.impersonal(made.speaker) else None
        return None

    def earlier(self, frame: Frame) -> Saying | None:
        """Words that nothing else settles: a cue earlier in the sentence, or the stretch before them in it."""
        for i in reversed(frame.before):
            if self._sayers.is_cue(i) and not self._sayers.in_relative(i):
                made = self._sayers.saying(i, "quote.cue.earlier", 0.65)
                if made is not None and self._sayers.may_speak(made.speaker):
                    return made
        return None
