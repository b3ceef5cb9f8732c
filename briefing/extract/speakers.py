"""Who says the words in quotation marks: the cue beside them or above them in the tree, and what carries on from it.

The nearest name is never taken for the speaker: only what a verb, noun or layout of saying ties to the words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from briefing.extract.clauses import Clause, Clauses
from briefing.extract.frames import Frame, Frames
from briefing.extract.lexicon import load
from briefing.extract.parse import Token

_NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
_BODIES = frozenset(("PERSON", "ORG", "NORP", "GPE"))
_PERSONAL = frozenset(("he", "she", "they", "we", "i", "who"))
_FILLERS = frozenset((",", ":", "that", "how", "as", ";", "—", "–", "-", "--"))
_LONGEST_SIGNATURE = 16
_DASH = re.compile(r"[-–—―~]")
_LINKS = frozenset(("and", "or", "but", "then", "also", "with", "to", "as", "of", "the", "that", ",", "—", "–", "yet", "nor"))
_TURNS = frozenset(("and", "but", "while", "because", "which", "who", "after", "when", "or", "for", "although", "though"))
_BESIDE = frozenset(("ADV", "PART", "AUX"))


@dataclass(frozen=True, slots=True)
class Saying:
    """What ties a quotation to its speaker.

    `speaker`: token that heads the speaker's phrase, `None` where the text has none. `cue`: characters of the cue.
    `beside`: whether the cue stands right at the marks. `rule`, `confidence`: as in `Evidence`.
    """

    speaker: int | None
    cue: tuple[int, int] | None
    rule: str
    confidence: float
    beside: bool = False


class Speakers:
    """Finds the speakers of all quoted stretches of one article."""

    def __init__(self, frames: Frames, clauses: Clauses, language: str = "en") -> None:
        self._frames = frames
        self._parse = frames.parse
        self._clauses = clauses
        data = load(language, "saying")
        self._plain = frozenset(data["verbs"]["plain"])
        self._forms = frozenset(form for verb in self._plain for form in (f"{verb}s", f"{verb}d", f"{verb}ed"))
        self._adjacent = frozenset(data["verbs"]["adjacent"])
        self._quoting = frozenset(data["verbs"]["quoting"])
        self._nouns = frozenset(data["nouns"]["words"])
        self._labels = frozenset(data["sources"]["colon_labels"])
        self._issuing = frozenset(data["verbs"]["issuing"])
        self._via = frozenset(data["sources"]["words"])
        self._empty = frozenset(data["subjects"]["empty"])
        self._settled: dict[int, Saying | None] = {}

    def of(self, frame: Frame) -> Saying | None:
        """What ties this stretch to a speaker; `None` where nothing does."""
        if frame.number not in self._settled:
            self._settled[frame.number] = None  # a stretch that asks for itself gets no answer
            self._settled[frame.number] = self._own(frame) or self._carried(frame)
        return self._settled[frame.number]

    def own(self, frame: Frame) -> Saying | None:
        """The cue of this stretch itself, without what carries on from other stretches."""
        return self._own(frame)

    # --- the cue of the stretch itself

    def _own(self, frame: Frame) -> Saying | None:
        if not frame.inside:
            return None
        return (
            self._dash(frame)
            or self._right_before(frame)
            or self._after(frame)
            or self._label(frame)
            or self._introduced(frame)
            or self._linked(frame)
            or self._parenthesis(frame)
            or self._above(frame)
            or self._source(frame)
            or self._earlier(frame)
            or self._acts(frame)
        )

    def _right_before(self, frame: Frame) -> Saying | None:
        """`X said, "..."`: the cue is the last word before the marks."""
        tokens, before = self._parse.tokens, list(frame.before)
        punctuated = bool(before) and tokens[before[-1]].text in {",", ":"}
        while before and tokens[before[-1]].text.lower() in _FILLERS:
            before.pop()
        while before and tokens[before[-1]].pos == "ADV":
            before.pop()
        if not before or not self._is_cue(before[-1], beside=True):
            return None
        if not punctuated and tokens[before[-1]].lemma in self._adjacent and tokens[before[-1]].lemma != "read":
            return None
        return self._made(before[-1], "quote.cue.before", 0.95, beside=True)

    def _after(self, frame: Frame) -> Saying | None:
        """`"...," said X` and `"...," X said`, also with words between the name and the verb."""
        if not frame.attached or not frame.after:
            return None
        tokens = self._parse.tokens
        after = [i for i in frame.after if tokens[i].pos != "PUNCT"]
        first = next((i for i in after if tokens[i].pos not in _BESIDE), None)
        if first is None:
            return None
        if self._is_cue(first, beside=True):
            return self._made(first, "quote.cue.after", 0.95, beside=True, inverted=True)
        source = self._phrase_source(frame.after)
        if source is not None:
            return source
        if frame.before and (not self._broken_off(frame) or any(map(self._is_cue, frame.before))):
            return None
        for i in after:
            if not self._is_cue(i, beside=True) or self._in_relative(i) or tokens[i].tag == "VBG":
                continue
            if self._joins(first, i, after):
                return self._made(i, "quote.cue.after", 0.93, beside=True)
        return self._plain_order(after) or self._odd_verb(frame, after)

    def _plain_order(self, after: list[int]) -> Saying | None:
        """`"...," Name, 58, told AFP`: a name, then a word of saying, whatever the parser made of the two."""
        tokens = self._parse.tokens
        if tokens[after[0]].text.lower() in _TURNS:
            return None
        for at, i in enumerate(after[1:_LONGEST_SIGNATURE], start=1):
            token = tokens[i]
            if token.lemma in self._plain and token.tag.startswith("VB") and token.tag not in {"VB", "VBG"}:
                saying = True
            else:
                saying = token.text.lower() in self._forms and tokens[i - 1].pos in {"PROPN", "PRON"}
            if saying:
                head = self._head_of(after[:at])
                clear = head is not None and tokens[head].pos in {"PROPN", "PRON"} | ({"NOUN"} if at <= 6 else set())
                return Saying(head, (token.start, token.end), "quote.cue.order", 0.85, beside=True) if clear else None
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
        subject = self._speaker(verb)
        if subject is None or subject > verb or self._frames.quoted(subject):
            return False
        left = min(i for i in self._parse.subtree(subject)) if subject not in after else subject
        return first <= subject and (left - after[0] <= 12)

    def _dash(self, frame: Frame) -> Saying | None:
        """`"..." - Commissioner X`: a press release's layout."""
        tokens, text = self._parse.tokens, self._parse.article.text
        after = list(frame.after) or self._line_below(frame)
        if frame.before or not 1 <= len(after) <= _LONGEST_SIGNATURE:
            return None
        lead = text[frame.stretch.end : tokens[after[0]].end]
        rest = [i for i in after if tokens[i].pos != "PUNCT" and any(map(str.isalnum, tokens[i].text))]
        if not rest or not _DASH.search(lead) or any(tokens[i].tag.startswith(("VB", "MD")) for i in rest):
            return None
        whole = after[-1] + 1 >= self._parse.paragraphs[tokens[after[-1]].paragraph].last - 1
        head = self._head_of(rest)
        if head is None or not whole or tokens[rest[0]].pos not in _NOMINAL | {"ADJ", "X"} or tokens[head].pos != "PROPN":
            return None
        return Saying(head, None, "quote.layout.dash", 0.85, beside=True)

    def _line_below(self, frame: Frame) -> list[int]:
        """The words of the next paragraph, when this one ends with the marks."""
        tokens, last = self._parse.tokens, frame.inside[-1]
        here = self._parse.paragraphs[tokens[last].paragraph]
        if here.i + 1 >= len(self._parse.paragraphs) or any(
            not self._frames.quoted(i) and tokens[i].pos != "PUNCT" for i in range(last + 1, here.last)
        ):
            return []
        below = self._parse.paragraphs[here.i + 1]
        return list(range(below.first, min(below.last, below.first + _LONGEST_SIGNATURE + 1)))

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
            subject = self._speaker(i)
            if subject is not None and after[0] <= subject < i and self._may_speak(subject):
                return self._made(i, "quote.cue.odd_verb", 0.7, beside=True)
            return None
        return None

    def _label(self, frame: Frame) -> Saying | None:
        """`PRITZKER: "..."`: a name, a colon, and nothing else."""
        tokens, before = self._parse.tokens, list(frame.before)
        if len(before) < 2 or tokens[before[-1]].text != ":":
            return None
        words = before[:-1]
        if len(words) > (8 if all(tokens[i].text.isupper() for i in words if tokens[i].text.isalpha()) else 3) or any(tokens[i].pos in {"VERB", "AUX"} for i in words):
            return None
        if tokens[words[0]].i != self._parse.paragraphs[tokens[words[0]].paragraph].first:
            return None
        head = self._head_of(words)
        if head is None or tokens[head].lemma.lower() in self._labels or tokens[head].pos != "PROPN":
            return None
        return Saying(head, None, "quote.layout.label", 0.85, beside=True)

    def _introduced(self, frame: Frame) -> Saying | None:
        """`X told the meeting in Paris on Friday: "..."`: a cue further back, then a comma or colon."""
        tokens, before = self._parse.tokens, list(frame.before)
        if not before:
            before = self._paragraph_above(frame)
            if not before:
                return None
        colon = tokens[before[-1]].text == ":"
        if not colon and tokens[before[-1]].text not in {",", "that"}:
            return None
        cues = [i for i in before if self._is_cue(i, beside=colon)]
        plain = [i for i in cues if not self._in_relative(i)] or cues
        for i in reversed(plain):
            made = self._made(i, "quote.cue.introduced", 0.88 if colon else 0.82, beside=True)
            if made is not None and made.speaker is not None:
                return made
        source = self._phrase_source(tuple(before))
        if source is not None:
            return source
        return (self._colon_subject(before) or self._colon_name(before)) if colon else None

    def _colon_name(self, before: list[int]) -> Saying | None:
        """`It did not surprise pollster X: "..."`: the person named right before the colon, where no subject speaks."""
        tokens = self._parse.tokens
        if len(before) < 2 or tokens[before[-2]].entity != "PERSON" or tokens[before[-2]].pos != "PROPN":
            return None
        if any((clause := self._clauses.get(i)) and clause.subject and self._may_speak(clause.subject) for i in before):
            return None
        return Saying(before[-2], None, "quote.cue.colon_name", 0.65, beside=True)

    def _colon_subject(self, before: list[int]) -> Saying | None:
        """`Her answer was short: "..."`, `Wang issued a warning: "..."`: the subject, if it may speak."""
        for i in before:
            clause = self._clauses.get(i)
            if clause is None or clause.subject is None or self._in_relative(i):
                continue
            owner = self._possessor(clause.subject) if self._parse.tokens[clause.subject].lemma in self._nouns else None
            subject = owner if owner is not None else clause.subject
            if self._may_speak(subject) and not self._frames.quoted(subject):
                return Saying(subject, None, "quote.cue.colon", 0.65, beside=True)
            return None
        return None

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

    def _above(self, frame: Frame) -> Saying | None:
        """A fragment inside a sentence: the first verb or noun of saying above it in the tree, else who acts there."""
        tokens = self._parse.tokens
        weak: Saying | None = None
        i = self._exit(frame)
        for _ in range(len(tokens)):
            if i is None:
                break
            if not self._frames.quoted(i):
                if self._is_cue(i):
                    made = self._made(i, "quote.cue.above", 0.82)
                    if made is not None and made.speaker is not None:
                        if not self._impersonal(made.speaker):
                            return made
                        weak = weak or made
                weak = weak or self._noun(i)
            i = tokens[i].head if tokens[i].head != i else None
        return weak

    def _noun(self, i: int) -> Saying | None:
        """`her claim that "..."`."""
        token = self._parse.tokens[i]
        owner = self._possessor(i) if token.lemma in self._nouns else None
        if owner is None or self._parse.tokens[owner].tag == "WP$":
            return None
        return Saying(owner, (token.start, token.end), "quote.cue.noun", 0.7)

    def _linked(self, frame: Frame) -> Saying | None:
        """`"..." and "..."`: joined to the stretch before it by a conjunction alone."""
        if frame.touches_before is None or not frame.before or frame.before[0] == 0:
            return None
        if any(self._parse.tokens[i].text.lower() not in _LINKS for i in frame.before):
            return None
        said = self.of(self._frames.frames[frame.touches_before])
        if said is None or said.speaker is None:
            return None
        return replace(said, cue=None, rule="quote.cue.shared", confidence=round(said.confidence * 0.95, 3), beside=False)

    def _parenthesis(self, frame: Frame) -> Saying | None:
        """`The weapons, he added, are "..."`: a clause of saying between commas."""
        tokens, before = self._parse.tokens, frame.before
        for at in range(len(before) - 2, 0, -1):
            verb = before[at]
            if not self._is_cue(verb) or tokens[before[at + 1]].text != ",":
                continue
            made = self._made(verb, "quote.cue.parenthesis", 0.88)
            if made is None or made.speaker is None or not before[0] <= made.speaker < verb:
                continue
            first = min(i for i in self._parse.subtree(made.speaker) if i >= before[0])
            if verb - first <= _LONGEST_SIGNATURE and (first == before[0] or tokens[first - 1].text == ","):
                return made
        return None

    def _earlier(self, frame: Frame) -> Saying | None:
        """Words that nothing else settles: a cue earlier in the sentence, or the stretch before them in it."""
        for i in reversed(frame.before):
            if self._is_cue(i) and not self._in_relative(i):
                made = self._made(i, "quote.cue.earlier", 0.65)
                if made is not None and made.speaker is not None and self._may_speak(made.speaker):
                    return made
        if frame.touches_before is None or not frame.before:
            return None
        said = self.of(self._frames.frames[frame.touches_before])
        if said is None or said.speaker is None:
            return None
        return replace(said, cue=None, rule="quote.cue.shared", confidence=round(said.confidence * 0.75, 3), beside=False)

    def _exit(self, frame: Frame) -> int | None:
        """The first word outside the marks that a word inside depends on."""
        tokens = self._parse.tokens
        for i in frame.inside:
            head = tokens[i].head
            if head not in frame.inside and tokens[head].paragraph == tokens[i].paragraph and tokens[i].pos != "PUNCT":
                near = (frame.before[:1] and head >= frame.before[0]) or (frame.after and head <= frame.after[-1])
                return head if near else None
        return None

    def _acts(self, frame: Frame) -> Saying | None:
        """`he agreed on "..."`: who acts in the clause, where no word of saying is near."""
        tokens, i = self._parse.tokens, self._exit(frame)
        for _ in range(len(tokens)):
            if i is None:
                return None
            acting = None if self._frames.quoted(i) else self._actor(i)
            if acting is not None:
                return acting
            i = tokens[i].head if tokens[i].head != i else None
        return None

    def _actor(self, i: int) -> Saying | None:
        clause = self._clauses.get(i)
        if clause is None or clause.passive or clause.subject is None:
            return None
        subject = clause.subject
        if self._frames.quoted(subject) or not self._may_speak(subject) or self._parse.tokens[i].lemma == "be":
            return None
        return Saying(subject, None, "quote.actor", 0.55)

    def _source(self, frame: Frame) -> Saying | None:
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
                head = below[0] if below else self._head_of(named)
                if head is not None:
                    return Saying(head, (tokens[i].start, tokens[i + 1].end), "quote.cue.according_to", 0.88, beside=True)
        return None

    # --- what carries on from other stretches and sentences

    def _carried(self, frame: Frame) -> Saying | None:
        """A sentence of quotation without a cue goes on from the one beside it."""
        if not frame.inside or not self._stands_alone(frame):
            return None
        tokens = self._parse.tokens
        paragraph = tokens[frame.inside[0]].paragraph
        row = self._frames.by_paragraph[paragraph]
        at = next(n for n, other in enumerate(row) if other.number == frame.number)
        for other in reversed(row[:at]):
            said = self.of(other)
            if said is not None and said.speaker is not None and said.rule != "quote.actor":
                return self._continues(said, "quote.continued.paragraph", 0.9)
        stated = self._last_saying(self._parse.paragraphs[paragraph].first, frame.inside[0])
        if stated is not None:
            return self._continues(stated, "quote.continued.sentence", 0.85)
        for other in row[at + 1 :]:
            said = self._own(other)
            if said is not None and said.beside and not other.before:
                return self._continues(said, "quote.continued.back", 0.8)
        return self._from_above(frame, paragraph)

    def _from_above(self, frame: Frame, paragraph: int) -> Saying | None:
        if paragraph == 0 or frame.before:
            return None
        above = self._frames.by_paragraph.get(paragraph - 1, [])
        last = self._parse.paragraphs[paragraph - 1]
        if above and not any(
            self._clauses.get(i) is not None for i in range(above[-1].inside.stop, last.last)
        ):
            said = self.of(above[-1])
            if said is not None and said.speaker is not None:
                return self._continues(said, "quote.continued.above", 0.75)
        stated = self._last_saying(last.first, last.last)
        if stated is not None:
            return self._continues(stated, "quote.continued.above", 0.75)
        if above:
            said = self.of(above[-1])
            if said is not None and said.speaker is not None:
                return self._continues(said, "quote.continued.above", 0.7)
        return None

    def _last_saying(self, first: int, last: int) -> Saying | None:
        """The last main verb of saying outside marks between two tokens."""
        for i in range(last - 1, first - 1, -1):
            if not self._frames.quoted(i) and self._is_cue(i) and not self._in_relative(i):
                made = self._made(i, "quote.cue.sentence", 0.85)
                if made is not None and made.speaker is not None and self._may_speak(made.speaker):
                    return made
        return None

    def _stands_alone(self, frame: Frame) -> bool:
        """Whether the stretch is a sentence of its own, with no words before it in its sentence."""
        text = self._parse.tokens[frame.inside[0]].text
        return not frame.before and (text[:1].isupper() or not text[:1].isalpha() or frame.touches_before is not None)

    @staticmethod
    def _continues(said: Saying, rule: str, share: float) -> Saying:
        return replace(said, cue=None, rule=rule, confidence=round(said.confidence * share, 3), beside=False)

    # --- verbs and who they are said of

    def _is_cue(self, i: int, *, beside: bool = False) -> bool:
        token = self._parse.tokens[i]
        if self._frames.quoted(i) or not token.tag.startswith("VB"):
            return False
        clause = self._clauses.get(i)
        particle = clause.particle if clause else None
        if particle and f"{token.lemma} {particle}" in self._plain:
            return True
        return token.lemma in self._plain and (beside or token.lemma not in self._adjacent)

    def _made(
        self, verb: int, rule: str, confidence: float, *, beside: bool = False, inverted: bool = False
    ) -> Saying | None:
        token = self._parse.tokens[verb]
        speaker = self._speaker(verb, inverted=inverted)
        if speaker is None:
            return None
        return Saying(speaker, (token.start, token.end), rule, confidence, beside)

    def _speaker(self, verb: int, *, inverted: bool = False) -> int | None:
        tokens = self._parse.tokens
        clause = self._clauses.get(verb)
        if clause is None:
            return self._neighbour(verb) if inverted else None
        inverted = inverted or (clause.subject is None and tokens[verb].text[:1].isupper())
        quoting = self._quoting_clause(clause)
        if quoting is not None:
            return quoting.subject if quoting.passive else next(iter(quoting.objects), None)
        subject = self._glued(clause) or clause.doer
        if inverted and (subject is None or subject < verb or self._frames.quoted(subject)):
            return self._neighbour(verb) if subject is None or self._frames.quoted(subject) else subject
        if subject is None or self._frames.quoted(subject) or tokens[subject].pos not in _NOMINAL | {"NUM", "DET"}:
            return self._left_neighbour(verb) if clause.subject is not None and not clause.inherited else None
        if tokens[subject].lemma in self._nouns:
            owner = self._possessor(subject)
            owner = owner if owner is not None else self._issuer(subject)
            if owner is not None:
                return owner
        return self._past_dateline(subject, verb)

    def _issuer(self, noun: int) -> int | None:
        """X in "X issued a statement describing ..."."""
        tokens = self._parse.tokens
        if tokens[noun].dep != "dobj" or tokens[tokens[noun].head].lemma not in self._issuing:
            return None
        clause = self._clauses.get(tokens[noun].head)
        return clause.doer if clause is not None else None

    def _past_dateline(self, subject: int, verb: int) -> int:
        """`KYIV -- President X, ..., said`: the name after the dash, where the parser took the town for the subject."""
        tokens = self._parse.tokens
        first = self._parse.paragraphs[tokens[subject].paragraph].first
        if subject - first > 8 or tokens[subject].pos != "PROPN":
            return subject
        dash = next((i for i in range(subject + 1, min(subject + 8, verb)) if _DASH.fullmatch(tokens[i].text[:1])), None)
        if dash is None or any(tokens[i].pos == "VERB" for i in range(first, dash)):
            return subject
        named = []
        for i in range(dash + 1, verb):
            if tokens[i].text == "," or tokens[i].pos in {"VERB", "ADP"}:
                break
            named.append(i)
        head = self._head_of(named)
        return subject if head is None else head

    def _glued(self, clause: Clause) -> int | None:
        """`footage of her asking`: a participle right after a noun, with no comma, is said of that noun."""
        tokens, verb = self._parse.tokens, clause.verb
        if tokens[verb].tag != "VBG" or not clause.inherited or verb == 0 or self._frames.quoted(verb - 1):
            return None
        before = tokens[verb - 1]
        named = before.pos == "PRON" or (before.pos == "PROPN" and before.entity in _BODIES | {""})
        return before.i if named and before.paragraph == tokens[verb].paragraph else None

    def _left_neighbour(self, verb: int) -> int | None:
        """The name or pronoun right before a verb whose subject the parser has taken for something else."""
        tokens = self._parse.tokens
        if verb == 0 or self._frames.quoted(verb - 1) or tokens[verb - 1].pos not in _NOMINAL:
            return None
        return verb - 1 if tokens[verb - 1].sentence == tokens[verb].sentence else None

    def _quoting_clause(self, clause: Clause) -> Clause | None:
        """`quoted Wang as saying`: the clause of the quoting verb, whether asked for it or for "saying"."""
        tokens = self._parse.tokens
        if clause.lemma in self._quoting:
            says = any(name == "as" for name, _ in clause.preps) or clause.passive
            return clause if says else None
        head = tokens[tokens[clause.verb].head]
        if head.lemma == "as" and tokens[head.head].lemma in self._quoting:
            return self._clauses.get(head.head)
        return None

    def _neighbour(self, verb: int) -> int | None:
        """The noun phrase right after an inverted verb whose subject the parser did not see."""
        tokens = self._parse.tokens
        words = []
        for i in range(verb + 1, min(verb + 9, len(tokens))):
            if tokens[i].sentence != tokens[verb].sentence or tokens[i].pos in {"PUNCT", "ADP", "VERB", "AUX", "SCONJ"}:
                break
            words.append(i)
        return self._head_of(words)

    def _head_of(self, words: list[int]) -> int | None:
        """The word on which the others of a phrase hang: the last noun of its first run."""
        tokens = self._parse.tokens
        head = None
        for i in words:
            if tokens[i].pos in _NOMINAL:
                head = i
            elif head is not None and tokens[i].pos != "PART":
                break
        return head

    def _possessor(self, noun: int) -> int | None:
        """X in "X's statement" and "a statement of X", "by X"."""
        tokens = self._parse.tokens
        for child in self._parse.children[noun]:
            if tokens[child].dep == "poss":
                return child
            if tokens[child].dep == "prep" and tokens[child].lemma in {"of", "by", "from"}:
                for below in self._parse.children[child]:
                    if tokens[below].dep == "pobj" and tokens[below].entity in _BODIES:
                        return below
        return None

    def _in_relative(self, verb: int) -> bool:
        tokens = self._parse.tokens
        while tokens[verb].dep == "conj" and tokens[verb].head != verb:
            verb = tokens[verb].head
        return tokens[verb].dep in {"relcl", "acl"}

    def _impersonal(self, i: int) -> bool:
        token = self._parse.tokens[i]
        return token.pos in {"PRON", "DET"} and token.lemma in self._empty

    def _may_speak(self, i: int) -> bool:
        """Whether a noun or pronoun can be somebody who speaks, as far as the parser tells."""
        token: Token = self._parse.tokens[i]
        if token.pos == "PRON":
            return token.lemma in _PERSONAL
        return token.pos == "PROPN" or token.entity in _BODIES or token.lemma.endswith(("man", "woman", "er", "or", "ist"))


def vocabulary(language: str = "en") -> Mapping[str, Any]:
    """The words of saying of a language."""
    return load(language, "saying")
