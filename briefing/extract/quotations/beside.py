"""Cues beside the marks: before or after them in the same sentence, set off by a comma or colon."""

from __future__ import annotations

from briefing.extract.grammar.clauses import Clauses
from briefing.extract.grammar.sayers import Sayers, Saying
from briefing.extract.lexis.lexicon import load
from briefing.extract.quotations.frames import Frame, Frames
from briefing.extract.quotations.sources import Sources

_FILLERS = frozenset((",", ":", "that", "how", "as", ";", "—", "–", "-", "--"))
_TURNS = frozenset(
    ("and", "but", "while", "because", "which", "who", "after", "when", "or", "for", "although", "though")
)
_HELPERS = frozenset(("ADV", "PART", "AUX"))
_CONTENT = frozenset(("that", "whether", "if"))  # what leads a clause that is told
_PUBLISHING = frozenset(("publish", "release", "issue", "circulate", "post", "leak"))
_SHORT_NAME = 6
_LONGEST_NAME = 16  # words from the marks to the verb, appositions included


class CuesBeside:
    """Reads the words right before and after one article's quotations."""

    def __init__(self, frames: Frames, clauses: Clauses, sayers: Sayers, language: str = "en") -> None:
        self._frames = frames
        self._parse = frames.parse
        self._clauses = clauses
        self._sayers = sayers
        self._sources = Sources(frames, sayers, language)
        self._reports = frozenset(load(language, "saying")["verbs"]["reports"])
        self._answers = frozenset(load(language, "saying")["verbs"].get("answering", ()))
        self._media = frozenset(load(language, "saying")["subjects"].get("media", ()))
        self._relaying = frozenset(load(language, "saying")["verbs"].get("relaying", ()))
        self._states = frozenset(load(language, "saying")["verbs"]["also_nouns"])

    def right_before(self, frame: Frame) -> Saying | None:
        """`X said, "..."`: the cue is the last word before the marks."""
        tokens, before = self._parse.tokens, list(frame.before)
        punctuated = bool(before) and tokens[before[-1]].text in {",", ":"}
        while before and tokens[before[-1]].text.lower() in _FILLERS:
            punctuated = punctuated or tokens[before[-1]].text.lower() == "that"  # "ruled that "...""
            before.pop()
        if len(before) > 1 and tokens[before[-1]].text.lower() == "it" and tokens[before[-2]].lemma == "put":
            before.pop()  # "as she put it"
        while before and tokens[before[-1]].pos == "ADV" and tokens[before[-1]].dep != "prt":
            before.pop()
        if len(before) > 1 and self._is_particle(before[-1], before[-2]):
            before.pop()  # "shot back", "went on"
        if not before or not self._sayers.is_cue(before[-1], beside=True):
            return self._plain_before(before) if punctuated else None
        lemma = tokens[before[-1]].lemma
        if not punctuated and self._sayers.in_relative(before[-1]) and self._reported_after(frame):
            return None  # `"Nothing the president said "will do," Y said`
        if not punctuated and self._sayers.names(lemma):  # "what she called "...""
            return self._sayers.saying(before[-1], "quote.cue.above", 0.82)
        weak = self._sayers.only_beside(lemma)
        if weak and ((not punctuated and lemma != "read") or self._adverbial(frame)):
            return None  # "it ended, “after many efforts”"
        said = self._sayers.saying(before[-1], "quote.cue.before", 0.95, beside=True)
        return said if said is not None or not punctuated else self._plain_before(before)

    def _plain_before(self, before: list[int]) -> Saying | None:
        """`Asked about it, the commander of the navy added, "..."`: a word of saying that the parser did not read."""
        tokens = self._parse.tokens
        if not before or not self._sayers.says(before[-1]):
            return None
        comma = next((at for at in range(len(before) - 1, -1, -1) if tokens[before[at]].pos == "PUNCT"), -1)
        words = before[comma + 1 : -1]
        if not words or len(words) > _LONGEST_NAME or any(tokens[i].pos in {"VERB", "AUX", "SCONJ"} for i in words):
            return None
        head = self._sayers.head_of(words)
        if head is None or not self._sayers.may_speak(head):
            return None
        verb = tokens[before[-1]]
        return Saying(head, (verb.start, verb.end), "quote.cue.order", 0.8, beside=True)

    def _is_particle(self, i: int, verb: int) -> bool:
        """Whether a word is the particle of the verb of saying right before it."""
        clause = self._clauses.get(verb)
        token = self._parse.tokens[i]
        if clause is None or token.pos == "PUNCT":
            return False
        return token.dep == "prt" or self._sayers.phrasal(clause.lemma, token.text.lower())

    def _adverbial(self, frame: Frame) -> bool:
        """Whether the words tell where, when or why rather than what: “after many efforts”."""
        first = self._parse.tokens[frame.inside[0]]
        return first.tag == "IN" and first.text[:1].islower() and first.text not in _CONTENT

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
        if first is None or self._asked(frame, after):
            return None
        if self._sayers.is_cue(first, beside=True):
            said = self._sayers.saying(first, "quote.cue.after", 0.95, beside=True, inverted=True)
        else:
            said = self._report(frame, first, after)
        return said if said is None else self._quoted_by(said, after)

    def _quoted_by(self, said: Saying, after: list[int]) -> Saying:
        """`"...," the agency reported, quoting X`: X; a human being who quotes somebody says the words himself."""
        tokens = self._parse.tokens
        if not self._relays(said):
            return said
        for at, i in enumerate(after[:-1]):
            if tokens[i].text.lower() == "quoting" and tokens[after[at - 1]].text != "of":
                below = (child for child in self._parse.children[i] if tokens[child].dep == "dobj")
                head = next(below, None)
                head = self._sayers.head_of(after[at + 1 :]) if head is None else head
                if head is not None and self._sayers.may_speak(head):
                    return Saying(head, said.cue, "quote.cue.after", 0.85, beside=True)
        return said

    def _relays(self, said: Saying) -> bool:
        """Whether who is said to say it is an agency, a paper or another body, whose words are somebody's."""
        tokens = self._parse.tokens
        speaker = tokens[said.speaker]
        if speaker.pos == "PROPN":
            verb = next((i for i in self._clauses.by_verb if said.cue and tokens[i].start == said.cue[0]), None)
            return speaker.entity == "ORG" or (verb is not None and tokens[verb].lemma in self._relaying)
        return speaker.lemma in self._media

    def _asked(self, frame: Frame, after: list[int]) -> bool:
        """Whether `X asked him, "Why?" Y answered` gives a question to who asks it, not to who answers."""
        tokens = self._parse.tokens
        if not frame.before or tokens[frame.inside[-1]].text[-1] != "?":
            return False
        led = tokens[frame.before[-1]].text in {",", ":"} and any(self._sayers.is_cue(i) for i in frame.before)
        verb = next((i for i in after if tokens[i].tag in {"VBD", "VBZ", "VBP"}), None)
        return led and verb is not None and tokens[verb].lemma in self._answers

    def put_out(self, frame: Frame) -> bool:
        """Whether `X published information on "...," Y complained` tells what X put out: whose words stays open."""
        tokens = self._parse.tokens
        if not frame.before or not frame.after or tokens[frame.before[-1]].tag != "IN":
            return False
        noun = tokens[tokens[frame.before[-1]].head]
        put = tokens[noun.head].lemma
        return noun.dep == "dobj" and noun.i in frame.before and put in _PUBLISHING

    def _report(self, frame: Frame, first: int, after: list[int]) -> Saying | None:
        """The cue after words that lead on to it, where it does not come first."""
        word = self._parse.tokens[first].text.lower()
        led = bool(frame.before) and (self._reported_before(frame) or not self._broken_off(frame))
        if word == "according" or self._sources.via(word) or led:
            return self._sources.phrase(frame.after)
        said = self._subject_first(first, after) or self._plain_order(after)
        if said is not None or self._new_sentence(frame):
            return said
        return self._sources.phrase(frame.after) or self._odd_verb(frame, after)

    def _reported_before(self, frame: Frame) -> bool:
        """Whether `X claimed on Tuesday that "..."` leads up to the marks."""
        that = self._parse.tokens[frame.before[-1]].text.lower() == "that"
        return that and any(self._sayers.is_cue(i) for i in frame.before)

    def _reported_after(self, frame: Frame) -> bool:
        """Whether `," X said` follows."""
        if not frame.attached or not frame.after or self._parse.tokens[frame.inside[-1]].text[-1] not in ",?!":
            return False
        words = [i for i in frame.after if self._parse.tokens[i].pos != "PUNCT"]
        said = next((i for i in words[:_SHORT_NAME] if self._sayers.says(i)), None)
        clause = self._clauses.get(said)
        return said is not None and not (clause is not None and clause.passive)  # `"...," was found with it`

    def _lone_report(self, frame: Frame) -> Saying | None:
        """`"... was lost." Maria Keller said.`: a full stop within the marks, then nothing but the cue."""
        tokens = self._parse.tokens
        words = [i for i in frame.after if tokens[i].pos != "PUNCT"]
        if frame.before or not 2 <= len(words) <= _SHORT_NAME or frame.touches_after is not None:
            return None
        if tokens[words[-1]].text.lower() not in self._reports or any(
            tokens[i].pos in {"VERB", "AUX"} for i in words[:-1]
        ):
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
        if not self._frames.all_quoted(last + 1, here.last):
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
            ends = at == len(after) - 1 and token.text.lower() in self._states  # "a voice-over in the ad states."
            if self._sayers.says(i) or ends:
                head = self._sayers.head_of(after[:at])
                if head is None or not (tokens[head].pos in {"PROPN", "PRON"} or at <= _SHORT_NAME):
                    return None
                return Saying(head, (token.start, token.end), "quote.cue.order", 0.85, beside=True)
            if token.pos in {"VERB", "AUX", "CCONJ"}:
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
            fits = subject is not None and after[0] <= subject < i and self._sayers.may_speak(subject)
            if not fits or any(tokens[w].pos in {"CCONJ", "SCONJ", "PUNCT", "ADP"} for w in after if w < i):
                return None
            return self._sayers.saying(i, "quote.cue.odd_verb", 0.7, beside=True)
        return None
