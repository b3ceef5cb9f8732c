"""Of whom a verb is said, where the parser errs or hangs it in the wrong place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from briefing.extract.grammar.clauses import Clause, Clauses
from briefing.extract.grammar.parted_verbs import PartedVerbs
from briefing.extract.lexis.datelines import Datelines
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse, Token

NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
BODIES = frozenset(("PERSON", "ORG", "NORP", "GPE"))
DASH = re.compile(r"[-–—―~]")
_HONORIFICS = frozenset(("Mr", "Mr.", "Ms", "Ms.", "Mrs", "Mrs.", "Dr", "Dr."))
_PERSONAL = frozenset(("he", "she", "they", "we", "i", "who"))
_HUMAN_ENDINGS = ("man", "woman", "er", "or", "ist")


class Subjects:
    """Mends the subjects of one article's verbs of saying.

    `quoted` tells whether a token stands in quotation marks, `is_cue` whether it is a verb of saying outside them.
    `parted`: for verbs that hang on something else than who says it.
    """

    def __init__(
        self,
        parse: Parse,
        clauses: Clauses,
        quoted: Callable[[int], bool],
        is_cue: Callable[[int], bool],
        language: str = "en",
    ) -> None:
        self._parse = parse
        self._clauses = clauses
        self._quoted = quoted
        self._is_cue = is_cue
        data = load(language, "saying")
        self._datelines = Datelines(parse)
        self._human = frozenset(data["subjects"]["human"])
        self._carriers = frozenset(data["subjects"]["carriers"])
        self._things = frozenset(data["subjects"]["things"])
        self.parted = PartedVerbs(parse, clauses, quoted, is_cue, self.may_speak, language)

    def host(self, clause: Clause, subject: int) -> int | None:
        """`X denied that a shakeup was coming, explaining`: who can say it, where the subject taken over cannot.

        The nearest above it in the tree, else the nearest to its left in the sentence.
        """
        tokens, verb = self._parse.tokens, clause.verb
        if tokens[verb].dep == "acl":
            return self.parted.judge(clause, subject)
        if self.may_speak(subject) or clause.progressive or tokens[subject].lemma in self._carriers:
            return None
        if not clause.inherited:  # "Holding signs, the protesters chanted": the parser sees two subjects
            own = (i for i in self._parse.children[verb] if tokens[i].dep == "nsubj" and subject < i < verb)
            return next((i for i in own if self.may_speak(i) and not self._quoted(i)), None)
        if tokens[verb].dep not in {"advcl", "conj", "pcomp", "xcomp", "dep", "ccomp"}:
            return None
        for above in (*self._above(verb), *self._left(verb)):
            if above.subject is None or above.passive or above.inherited or above.subject >= verb:
                continue
            if not self._quoted(above.subject) and self.may_speak(above.subject):
                return above.subject
        return None

    def misread_participle(self, clause: Clause) -> bool:
        """`X, the mayor, tweeted in reply: "..."`: a past tense that the parser took for a participle."""
        token = self._parse.tokens[clause.verb]
        if token.tag != "VBN" or token.dep not in {"acl", "relcl"} or clause.agent is not None or clause.verb == 0:
            return False
        helped = any(self._parse.tokens[i].dep in {"aux", "auxpass"} for i in self._parse.children[clause.verb])
        before = self._parse.tokens[clause.verb - 1].text
        return not helped and before in {",", ")"} and self.may_speak(token.head)

    def contracted(self, clause: Clause) -> int | None:
        """`he's said the same thing`: the parser reads "is said"."""
        tokens = self._parse.tokens
        helpers = [i for i in self._parse.children[clause.verb] if tokens[i].dep == "auxpass"]
        active = clause.passive and clause.agent is None and any(tokens[i].dep == "dobj" for i in clause.objects)
        return clause.subject if active and all(tokens[i].text in {"'s", "’s"} for i in helpers) else None

    def before_aside(self, clause: Clause) -> int | None:
        """`X, who has paid, said`: the name before the aside, where the parser gave the verb no subject."""
        tokens, verb = self._parse.tokens, clause.verb
        if clause.subject is not None and tokens[clause.subject].pos in NOMINAL:
            return None
        if tokens[verb].tag not in {"VBD", "VBZ", "VBP"} or verb < 3 or tokens[verb - 1].text != ",":
            return None
        for i in range(self._parse.sentences[tokens[verb].sentence].first, verb - 3):
            named = tokens[i].pos == "PROPN" and not self._quoted(i) and tokens[i + 1].text == ","
            if named and tokens[i + 2].text.lower() in {"who", "whose", "a", "an", "the"}:
                return i
        return None

    def _above(self, verb: int) -> Iterator[Clause]:
        tokens = self._parse.tokens
        while tokens[verb].head != verb:
            verb = tokens[verb].head
            clause = self._clauses.get(verb)
            if clause is not None:
                yield clause

    def _left(self, verb: int) -> Iterator[Clause]:
        tokens = self._parse.tokens
        for i in range(verb - 1, self._parse.sentences[tokens[verb].sentence].first - 1, -1):
            clause = self._clauses.get(i)
            if clause is not None and tokens[i].dep not in {"relcl", "acl"}:
                yield clause

    def past_dateline(self, subject: int, verb: int) -> int:
        """`KYIV -- President X, ..., said`: the name after the dash, where the parser took the town for the subject."""
        tokens = self._parse.tokens
        if self._datelines.covers(subject):
            near = [i for i in self._parse.children[verb] if tokens[i].dep == "nsubj" and subject < i < verb]
            return near[-1] if near else self._behind(subject, verb)
        first = self._parse.paragraphs[tokens[subject].paragraph].first
        if subject - first > 8 or tokens[subject].pos != "PROPN":
            return subject
        dash = next((i for i in range(subject + 1, min(subject + 8, verb)) if self._free_dash(i)), None)
        if dash is None or any(tokens[i].pos == "VERB" for i in range(first, dash)):
            return subject
        own = [i for i in self._parse.children[verb] if tokens[i].dep == "nsubj" and dash < i < verb]
        if own:
            return own[-1]
        named = []
        for i in range(dash + 1, verb):
            if tokens[i].text == "," or tokens[i].pos in {"VERB", "ADP"}:
                break
            named.append(i)
        head = self.head_of(named)
        return subject if head is None else head

    def _behind(self, subject: int, verb: int) -> int:
        """The first noun phrase behind a dateline."""
        tokens = self._parse.tokens
        words: list[int] = []
        for i in range(subject + 1, verb):
            if self._datelines.covers(i) or (not words and tokens[i].pos in {"DET", "PUNCT", "ADV"}):
                continue
            if tokens[i].text == "," or tokens[i].pos in {"VERB", "ADP", "AUX"} or tokens[i].entity == "DATE":
                break
            words.append(i)
        head = self.head_of(words)
        return subject if head is None else head

    def _free_dash(self, i: int) -> bool:
        """Whether a token is a dash with a space before or after it, not one within a word."""
        tokens = self._parse.tokens
        spaced = tokens[i].start > tokens[i - 1].end or (i + 1 < len(tokens) and tokens[i + 1].start > tokens[i].end)
        return spaced and DASH.fullmatch(tokens[i].text[:1]) is not None

    def glued(self, clause: Clause) -> int | None:
        """`footage of her asking`: a participle right after a noun, with no comma, is said of that noun."""
        tokens, verb = self._parse.tokens, clause.verb
        if tokens[verb].tag != "VBG" or not clause.inherited or verb == 0 or self._quoted(verb - 1):
            return None
        before = tokens[verb - 1]
        if before.lemma in self._carriers:
            return before.i  # "held up a poster saying"
        named = before.pos == "PRON" or (before.pos == "PROPN" and before.entity in BODIES | {""})
        if not named or before.paragraph != tokens[verb].paragraph or self.parted.judge(clause, before.i) is not None:
            return None
        return before.i

    def left_neighbour(self, verb: int) -> int | None:
        """The name or pronoun right before a verb whose subject the parser has taken for something else."""
        tokens = self._parse.tokens
        if verb == 0 or self._quoted(verb - 1) or tokens[verb - 1].pos not in NOMINAL:
            return None
        return verb - 1 if tokens[verb - 1].sentence == tokens[verb].sentence else None

    def above_reported(self, clause: Clause) -> int | None:
        """`X said that Y "...", adding "..."`: the verb of saying above the clause on which a participle hangs."""
        tokens = self._parse.tokens
        token = tokens[clause.verb]
        to = token.tag == "VB" and any(tokens[i].text.lower() == "to" for i in self._parse.children[clause.verb])
        if not clause.inherited or clause.progressive or not (to or token.tag == "VBG"):
            return None
        if token.dep not in ({"xcomp"} if to else {"advcl", "conj"}) or self.glued(clause) is not None:
            return None
        host = self._clauses.get(token.head) if not to else self._clauses.around(token.head)
        if host is None or host.progressive or tokens[host.verb].tag == "VBG" or self._is_cue(host.verb):
            return None
        told = host.reported_by if host.reported_by is not None else self._reporter_above(host.verb)
        if told is None or self._quoted(told) or told > host.verb:
            return None
        joined = tokens[told].tag == "VBG" and token.dep == "conj"  # "telling CNN that he lies and questioning how ..."
        return told if joined or tokens[told].tag in {"VBD", "VBZ", "VBP", "VBN"} else None

    def _reporter_above(self, verb: int) -> int | None:
        """The finite verb of saying above a clause that it reports by way of others ("said she must choose")."""
        tokens = self._parse.tokens
        while tokens[verb].head != verb and tokens[verb].dep in {"ccomp", "xcomp", "conj", "pcomp"}:
            verb = tokens[verb].head
            if self._is_cue(verb):
                return verb
        return None

    def last_listed(self, clause: Clause) -> int | None:
        """`A, B and C, who joked`: C, whatever the parser hung the relative clause on."""
        tokens = self._parse.tokens
        if tokens[clause.verb].dep != "relcl" or clause.subject is None:
            return None
        who = next((i for i in range(clause.verb - 1, clause.subject, -1) if tokens[i].text.lower() == "who"), None)
        if who is None or who < 2 or tokens[who - 1].text != ",":
            return None
        last = tokens[who - 2]
        if last.pos != "PROPN" or last.i == clause.subject or last.dep != "conj":
            return None
        return last.i if clause.subject < last.i and self._listed(last.i, clause.subject) else None

    def _listed(self, last: int, first: int) -> bool:
        tokens = self._parse.tokens
        while tokens[last].dep == "conj" and tokens[last].head < last:
            last = tokens[last].head
            if last == first:
                return True
        return False

    def before_bracket(self, subject: int, verb: int) -> int:
        """`Senator X (D-Y) said`: X, where the parser took what stands in the bracket for the subject."""
        tokens = self._parse.tokens
        inside = None
        for i in range(subject, min(subject + 8, verb)):
            if tokens[i].text == ")":
                inside = i
                break
            if tokens[i].text == "(":
                return subject
        if inside is None:
            return subject
        opened = next((i for i in range(inside, max(inside - 10, -1), -1) if tokens[i].text == "("), None)
        if opened is None or opened == 0 or opened > subject or tokens[opened - 1].pos not in NOMINAL:
            return subject
        return opened - 1

    def name_before(self, verb: int, subject: int) -> int:
        """`Analyst Maj Gen (retd) X said`: the name right before the verb, where it is who says it."""
        tokens = self._parse.tokens
        last = verb - 1
        while last > subject and tokens[last].pos in {"ADV", "AUX"}:
            last -= 1
        if last <= subject or tokens[last].pos != "PROPN":
            return subject
        first = last
        while first - 1 > subject and tokens[first - 1].pos == "PROPN":
            first -= 1
        if tokens[last].entity != "PERSON" and tokens[first].text not in _HONORIFICS:
            return subject
        own = self._set_off(subject, first, right_before=last == verb - 1) or self._of_phrase(subject, first, last)
        return last if own else subject

    def _set_off(self, subject: int, first: int, *, right_before: bool) -> bool:
        """`When one shouted, "Go," Keller joked`, `The state had built it, Keller said`: a report of its own."""
        tokens = self._parse.tokens
        if self._quoted(first - 1) and not self._quoted(subject):
            return True
        title = first - 1 if tokens[first - 1].text in _HONORIFICS else first
        acted = any(tokens[i].pos in {"VERB", "AUX"} for i in range(subject + 1, title))
        return right_before and tokens[title - 1].text == "," and acted and title - 1 > subject

    def _of_phrase(self, subject: int, first: int, last: int) -> bool:
        """Whether the name belongs to the subject's phrase: "Leader of Opposition in the assembly Maria Keller"."""
        tokens = self._parse.tokens
        if tokens[subject].pos == "PRON":
            return False
        between = [tokens[i] for i in range(subject + 1, first)]
        plain = all(each.pos in {"ADP", "DET", "NOUN", "PROPN", "ADJ", "PART"} for each in between)
        if between and plain and between[-1].pos == "NOUN":
            return True
        return not any(
            tokens[i].pos in {"ADP", "VERB", "AUX", "CCONJ", "SCONJ", "PRON"} or tokens[i].text == ","
            for i in range(subject + 1, last)
            if not DASH.fullmatch(tokens[i].text)
        )

    def head_of(self, words: list[int]) -> int | None:
        """The word on which the others of a phrase hang: the last noun of its first run."""
        tokens = self._parse.tokens
        head = None
        for i in words:
            if tokens[i].pos in NOMINAL:
                head = i
            elif head is not None and tokens[i].pos != "PART":
                break
        return head

    def may_speak(self, i: int) -> bool:
        """Whether a noun or pronoun can be somebody who speaks, as far as the parser tells."""
        token: Token = self._parse.tokens[i]
        if token.pos == "PRON":
            return token.lemma in _PERSONAL
        if token.pos == "PROPN" or token.entity in BODIES or token.lemma in self._human:
            return True
        return token.lemma.endswith(_HUMAN_ENDINGS) and token.lemma not in self._things
