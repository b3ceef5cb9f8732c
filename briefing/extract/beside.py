"""Cues beside the marks: before or after them in the same sentence, set off by a comma or colon."""

from __future__ import annotations

from briefing.extract.clauses import Clauses
from briefing.extract.frames import Frame, Frames
from briefing.extract.lexicon import load
from briefing.extract.sayers import Sayers, Saying

_FILLERS = frozenset((",", ":", "that", "how", "as", ";", "—", "–", "-", "--"))
_TURNS = frozenset(
    ("and", "but", "while", "because", "which", "who", "after", "when", "or", "for", "although", "though")
)
_HELPERS = frozenset(("ADV", "PART", "AUX"))
_SHORT_NAME = 6
_LONGEST_NAME = 16  # words from the marks to the verb, appositions included


class CuesBeside:
    """Reads the words right before and after one article's quotations."""

    def __init__(self, frames: Frames, clauses: Clauses, sayers: Sayers, language: str = "en") -> None:
        self._frames = frames
        self._parse = frames.parse
        self._clauses = clauses
        self._sayers = sayers
        self._via = frozenset(load(language, "saying")["sources"]["words"])

    def right_before(self, frame: Frame) -> Saying | None:
        """`X said, "..."`: the cue is the last word before the marks."""
        tokens, before = self._parse.tokens, list(frame.before)
        punctuated = bool(before) and tokens[before[-1]].text in {",", ":"}
        while before and tokens[before[-1]].text.lower() in _FILLERS:
            before.pop()
        if len(before) > 1 and tokens[before[-1]].text.lower() == "it" and tokens[before[-2]].lemma == "put":
            before.pop()  # "as she put it"
        while before and tokens[before[-1]].pos == "ADV" and tokens[before[-1]].dep != "prt":
            before.pop()
        if len(before) > 1 and self._is_particle(before[-1], before[-2]):
            before.pop()  # "shot back", "went on"
        if not before or not self._sayers.is_cue(before[-1], beside=True):
            return None
        lemma = tokens[before[-1]].lemma
        if not punctuated and self._sayers.in_relative(before[-1]) and self._reported_after(frame):
            return None  # `"Nothing the president said "will do," Y said`
        if not punctuated and self._sayers.names(lemma):  # "what she called "...""
            return self._sayers.saying(before[-1], "quote.cue.above", 0.82)
        if not punctuated and self._sayers.only_beside(lemma) and lemma != "read":
            return None
        return self._sayers.saying(before[-1], "quote.cue.before", 0.95, beside=True)

    def _is_particle(self, i: int, verb: int) -> bool:
        """Whether a word is the particle of the verb of saying right before it."""
        clause = self._clauses.get(verb)
        token = self._parse.tokens[i]
        if clause is None or token.pos == "PUNCT":
            return False
        return token.dep == "prt" or self._sayers.phrasal(clause.lemma, token.text.lower())

    def after(self, frame: Frame) -> Saying | None:
        """`"...," said X` and `"...," X said`, also with words between the name and the verb."""
        words = frame.after or self._line_below(frame)
        if not frame.attached or not words:
            return self._lone_report(frame)
        tokens = self._parse.tokens
        after = [i for i in words if tokens[i].pos != "PUNCT"]
        if after and tokens[after[0]].text.lower() == "as" and any(self._sayers.is_cue(i) for i in frame.before):
            return None  # `X said it was "...", as Y put it`
        first = next((i for i in after if tokens[i].pos not in _HELPERS), None)
        if first is None:
            return None
        if self._sayers.is_cue(first, beside=True):
            return self._sayers.saying(first, "quote.cue.after", 0.95, beside=True, inverted=True)
        return self._report(frame, first, after)

    def _report(self, frame: Frame, first: int, after: list[int]) -> Saying | None:
        """The cue after words that lead on to it, where it does not come first."""
        word = self._parse.tokens[first].text.lower()
        if word == "according" or word in self._via or (frame.before and not self._broken_off(frame)):
            return self._phrase_source(frame.after)
        said = self._subject_first(first, after) or self._plain_order(after)
        if said is not None or self._new_sentence(frame):
            return said
        return self._phrase_source(frame.after) or self._odd_verb(frame, after)

    def _reported_after(self, frame: Frame) -> bool:
        """Whether `," X said` follows."""
        if not frame.attached or not frame.after or self._parse.tokens[frame.inside[-1]].text[-1] not in ",?!":
            return False
        words = [i for i in frame.after if self._parse.tokens[i].pos != "PUNCT"]
        return any(self._sayers.says(i) for i in words[:_SHORT_NAME])

    def _lone_report(self, frame: Frame) -> Saying | None:
        """`"... was lost." Maria Keller said.`: a full stop within the marks, then nothing but the cue."""
        tokens = self._parse.tokens
        words = [i for i in frame.after if tokens[i].pos != "PUNCT"]
        if frame.before or not 2 <= len(words) <= _SHORT_NAME or frame.touches_after is not None:
            return None
        if not self._sayers.says(words[-1]) or any(tokens[i].pos in {"VERB", "AUX"} for i in words[:-1]):
            return None
        head = self._sayers.head_of(words[:-1])
        if head is None or not self._sayers.may_speak(head):
            return None
        verb = tokens[words[-1]]
        return Saying(head, (verb.start, verb.end), "quote.cue.order", 0.85, beside=True)

    def _new_sentence(self, frame: Frame) -> bool:
        """Whether a question or exclamation ends with the marks and a new sentence may follow them."""
        tokens, last = self._parse.tokens, frame.inside[-1]
        if tokens[last].text[-1] not in "?!":
            return False
        return tokens[frame.after[0]].text[:1].isupper() if frame.after else False

    def _line_below(self, frame: Frame) -> tuple[int, ...]:
        """The next paragraph's first sentence, where it begins small after words that end with a comma."""
        tokens, last = self._parse.tokens, frame.inside[-1]
        here = self._parse.paragraphs[tokens[last].paragraph]
        if here.i + 1 >= len(self._parse.paragraphs) or not tokens[last].text.endswith(","):
            return ()
        if any(not self._frames.quoted(i) for i in range(last + 1, here.last)):
            return ()
        below = self._parse.paragraphs[here.i + 1]
        if not tokens[below.first].text[:1].islower():
            return ()
        sentence = tokens[below.first].sentence
        return tuple(i for i in range(below.first, below.last) if tokens[i].sentence == sentence)

    def _subject_first(self, first: int, after: list[int]) -> Saying | None:
        """`"...," X, who chaired the meeting, said`: a verb of saying whose subject begins right at the marks."""
        for i in after:
            participle = self._parse.tokens[i].tag == "VBG"
            if participle or not self._sayers.is_cue(i, beside=True) or self._sayers.in_relative(i):
                continue
            if self._joins(first, i, after):
                return self._sayers.saying(i, "quote.cue.after", 0.93, beside=True)
        return None

    def _plain_order(self, after: list[int]) -> Saying | None:
        """`"...," Name, 58, told AFP`: a name, then a word of saying, whatever the parser made of the two."""
        tokens = self._parse.tokens
        if tokens[after[0]].text.lower() in _TURNS:
            return None
        for at, i in enumerate(after[1:_LONGEST_NAME], start=1):
            token = tokens[i]
            if self._sayers.quotes_another(i):
                return self._sayers.saying(i, "quote.cue.order", 0.85, beside=True)
            if self._sayers.says(i):
                head = self._sayers.head_of(after[:at])
                if head is None or not (tokens[head].pos in {"PROPN", "PRON"} or at <= _SHORT_NAME):
                    return None
                return Saying(head, (token.start, token.end), "quote.cue.order", 0.85, beside=True)
            if token.pos in {"VERB", "AUX"}:
                return None
        return None

    def _broken_off(self, frame: Frame) -> bool:
        """Whether a comma or the like stands between the words and what follows them."""
        last = self._parse.tokens[frame.inside[-1]].text[-1]
        return last in ",?!—–…" or self._parse.tokens[frame.after[0]].text in {",", "—", "–", "-", "--"}

    def _joins(self, first: int, verb: int, after: list[int]) -> bool:
        """Whether the words from the marks to the verb are its subject and nothing that starts another thought."""
        tokens = self._parse.tokens
        opener = tokens[after[0]]
        if opener.text.lower() in _TURNS:
            return False
        subject = self._sayers.speaker(verb)
        if subject is None or subject > verb or self._frames.quoted(subject):
            return False
        left = min(i for i in self._parse.subtree(subject)) if subject not in after else subject
        return first <= subject and (left - after[0] <= 12)

    def _odd_verb(self, frame: Frame, after: list[int]) -> Saying | None:
        """`"...," she giggled.`: any finite verb right after its subject, and nothing else."""
        tokens = self._parse.tokens
        last = tokens[frame.inside[-1]].text[-1]
        if last not in ",?!" or len(after) > 6:
            return None
        for i in after:
            clause = self._clauses.get(i)
            if clause is None or tokens[i].tag not in {"VBD", "VBZ", "VBP"} or tokens[i].pos != "VERB":
                continue
            subject = self._sayers.speaker(i)
            if subject is not None and after[0] <= subject < i and self._sayers.may_speak(subject):
                return self._sayers.saying(i, "quote.cue.odd_verb", 0.7, beside=True)
            return None
        return None

    def introduced(self, frame: Frame) -> Saying | None:
        """`X told the meeting in Paris on Friday: "..."`: a cue further back, then a comma or colon."""
        tokens, before = self._parse.tokens, list(frame.before)
        if not before:
            before = self._paragraph_above(frame)
            if not before:
                return None
        colon = tokens[before[-1]].text == ":"
        if not colon and tokens[before[-1]].text not in {",", "that"}:
            return None
        whole = colon or self._is_sentence(frame)
        cues = [i for i in before if self._sayers.is_cue(i, beside=whole)]
        plain = [i for i in cues if not self._sayers.in_relative(i)] or cues
        for i in reversed(plain):
            made = self._sayers.saying(i, "quote.cue.introduced", 0.88 if colon else 0.82, beside=True)
            if made is not None:
                return made
        source = self._phrase_source(tuple(before))
        if source is not None:
            return source
        return (self._colon_subject(before) or self._colon_name(before)) if colon else None

    def _is_sentence(self, frame: Frame) -> bool:
        """Whether the marks hold a sentence: `X called over her shoulder, "They are not helping."`."""
        words = self._parse.article.text[frame.stretch.start : frame.stretch.end]
        return words[:1].isupper() and words[-1:] in set(".?!,") and len(words.split()) > 3

    def _colon_subject(self, before: list[int]) -> Saying | None:
        """`Her answer was short: "..."`, `Wang issued a warning: "..."`: the subject, if it may speak."""
        for i in before:
            clause = self._clauses.get(i)
            if clause is None or clause.subject is None or self._sayers.in_relative(i):
                continue
            owner = (
                self._sayers.possessor(clause.subject)
                if self._sayers.is_noun(self._parse.tokens[clause.subject].lemma)
                else None
            )
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
        if paragraph == 0 or any(
            not self._frames.quoted(i) for i in range(self._parse.paragraphs[paragraph].first, frame.inside[0])
        ):
            return []
        above = self._parse.paragraphs[paragraph - 1]
        if tokens[above.last - 1].text != ":":
            return []
        sentence = tokens[above.last - 1].sentence
        return [
            i for i in range(above.first, above.last) if tokens[i].sentence == sentence and not self._frames.quoted(i)
        ]

    def source(self, frame: Frame) -> Saying | None:
        """`according to X` on either side."""
        return self._phrase_source(frame.before) or (self._phrase_source(frame.after) if frame.attached else None)

    def _phrase_source(self, words: tuple[int, ...]) -> Saying | None:
        """`according to X`, `per X`."""
        tokens = self._parse.tokens
        if words and tokens[words[0]].text == ",":
            words = words[1:]
        if len(words) > 1 and tokens[words[0]].text.lower() in self._via:
            head = next((i for i in self._parse.children[words[0]] if tokens[i].dep == "pobj"), None)
            if head is not None:
                return Saying(head, (tokens[words[0]].start, tokens[words[0]].end), "quote.cue.per", 0.8, beside=True)
        for i in words:
            if tokens[i].lemma in {"accord", "according"} and i + 1 < len(tokens) and tokens[i + 1].lemma == "to":
                named = [w for w in words if w > i + 1]
                below = [w for w in named if tokens[w].dep == "pobj" and tokens[w].head == i + 1]
                head = below[0] if below else self._sayers.head_of(named)
                if head is not None:
                    return Saying(
                        head, (tokens[i].start, tokens[i + 1].end), "quote.cue.according_to", 0.88, beside=True
                    )
        return None
