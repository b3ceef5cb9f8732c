"""Verbs of saying, and of whom they are said."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from briefing.extract.clauses import Clause, Clauses
from briefing.extract.lexicon import load
from briefing.extract.parse import Parse, Token

NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
BODIES = frozenset(("PERSON", "ORG", "NORP", "GPE"))
DASH = re.compile(r"[-–—―~]")
_PERSONAL = frozenset(("he", "she", "they", "we", "i", "who"))
_HUMAN_ENDINGS = ("man", "woman", "er", "or", "ist")


@dataclass(frozen=True, slots=True)
class Saying:
    """What ties a quotation to its speaker.

    `speaker`: token that heads the speaker's phrase. `cue`: characters of the cue, `None` where there is none.
    `beside`: whether the cue stands right at the marks. `rule`, `confidence`: as in `Evidence`.
    """

    speaker: int
    cue: tuple[int, int] | None
    rule: str
    confidence: float
    beside: bool = False


class Sayers:
    """Reads one article's verbs of saying; `quoted` tells whether a token stands in quotation marks."""

    def __init__(self, parse: Parse, clauses: Clauses, quoted: Callable[[int], bool], language: str = "en") -> None:
        self._parse = parse
        self._clauses = clauses
        self._quoted = quoted
        data = load(language, "saying")
        self._plain = frozenset(data["verbs"]["plain"])
        self._adjacent = frozenset(data["verbs"]["adjacent"])
        self._naming = frozenset(data["verbs"]["naming"])
        self._quoting = frozenset(data["verbs"]["quoting"])
        self._issuing = frozenset(data["verbs"]["issuing"])
        self._nouns = frozenset(data["nouns"]["words"])
        self._empty = frozenset(data["subjects"]["empty"])
        self._forms = frozenset(form for verb in self._plain for form in (f"{verb}s", f"{verb}d", f"{verb}ed"))

    def only_beside(self, lemma: str) -> bool:
        """Whether the verb is a cue only right at the marks."""
        return lemma in self._adjacent

    def names(self, lemma: str) -> bool:
        """Whether the verb gives somebody or something a name or description."""
        return lemma in self._naming

    def is_noun(self, lemma: str) -> bool:
        """Whether the noun stands for what somebody says."""
        return lemma in self._nouns

    def says(self, i: int) -> bool:
        """Whether a word has the form of a finite verb of saying, whatever the parser took it for."""
        token = self._parse.tokens[i]
        if token.lemma in self._plain and token.tag.startswith("VB") and token.tag not in {"VB", "VBG"}:
            return True
        named = i > 0 and self._parse.tokens[i - 1].pos in {"PROPN", "PRON"}
        return named and token.text.lower() in self._forms

    def is_cue(self, i: int, *, beside: bool = False) -> bool:
        """Whether a token is a verb of saying outside marks; `beside` admits those that are cues only at the marks."""
        token = self._parse.tokens[i]
        if self._quoted(i) or not token.tag.startswith("VB"):
            return False
        clause = self._clauses.get(i)
        particle = clause.particle if clause else None
        if particle and f"{token.lemma} {particle}" in self._plain:
            return True
        return token.lemma in self._plain and (beside or token.lemma not in self._adjacent)

    def speaker(self, verb: int, *, inverted: bool = False) -> int | None:
        """The token that heads the phrase of who says it; `inverted` looks behind the verb first."""
        tokens = self._parse.tokens
        clause = self._clauses.get(verb)
        if clause is None:
            return self._neighbour(verb) if inverted else None
        inverted = inverted or (clause.subject is None and tokens[verb].text[:1].isupper())
        quoting = self._quoting_clause(clause)
        if quoting is not None:
            return quoting.subject if quoting.passive else next(iter(quoting.objects), None)
        subject = self._glued(clause) or clause.doer
        if inverted and (subject is None or subject < verb or self._quoted(subject)):
            return self._neighbour(verb) if subject is None or self._quoted(subject) else subject
        if subject is None or self._quoted(subject) or tokens[subject].pos not in NOMINAL | {"NUM", "DET"}:
            return self._left_neighbour(verb) if clause.subject is not None and not clause.inherited else None
        if tokens[subject].lemma in self._nouns:
            owner = self.possessor(subject)
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
        dash = next((i for i in range(subject + 1, min(subject + 8, verb)) if DASH.fullmatch(tokens[i].text[:1])), None)
        if dash is None or any(tokens[i].pos == "VERB" for i in range(first, dash)):
            return subject
        named = []
        for i in range(dash + 1, verb):
            if tokens[i].text == "," or tokens[i].pos in {"VERB", "ADP"}:
                break
            named.append(i)
        head = self.head_of(named)
        return subject if head is None else head

    def _glued(self, clause: Clause) -> int | None:
        """`footage of her asking`: a participle right after a noun, with no comma, is said of that noun."""
        tokens, verb = self._parse.tokens, clause.verb
        if tokens[verb].tag != "VBG" or not clause.inherited or verb == 0 or self._quoted(verb - 1):
            return None
        before = tokens[verb - 1]
        named = before.pos == "PRON" or (before.pos == "PROPN" and before.entity in BODIES | {""})
        return before.i if named and before.paragraph == tokens[verb].paragraph else None

    def _left_neighbour(self, verb: int) -> int | None:
        """The name or pronoun right before a verb whose subject the parser has taken for something else."""
        tokens = self._parse.tokens
        if verb == 0 or self._quoted(verb - 1) or tokens[verb - 1].pos not in NOMINAL:
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
            office = i == verb + 1 and tokens[i].text[:1].isupper()  # "said Under Secretary X"
            ends = tokens[i].pos in {"PUNCT", "ADP", "VERB", "AUX", "SCONJ"} and not office
            if ends or tokens[i].sentence != tokens[verb].sentence:
                break
            words.append(i)
        return self.head_of(words)

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

    def possessor(self, noun: int) -> int | None:
        """X in "X's statement" and "a statement of X", "by X"."""
        tokens = self._parse.tokens
        for child in self._parse.children[noun]:
            if tokens[child].dep == "poss":
                return child
            if tokens[child].dep == "prep" and tokens[child].lemma in {"of", "by", "from"}:
                for below in self._parse.children[child]:
                    if tokens[below].dep == "pobj" and tokens[below].entity in BODIES:
                        return below
        return None

    def in_relative(self, verb: int) -> bool:
        """Whether a verb stands in a relative clause."""
        tokens = self._parse.tokens
        while tokens[verb].dep == "conj" and tokens[verb].head != verb:
            verb = tokens[verb].head
        return tokens[verb].dep in {"relcl", "acl"}

    def impersonal(self, i: int) -> bool:
        """Whether a subject is a pronoun for no person."""
        token = self._parse.tokens[i]
        return token.pos in {"PRON", "DET"} and token.lemma in self._empty

    def may_speak(self, i: int) -> bool:
        """Whether a noun or pronoun can be somebody who speaks, as far as the parser tells."""
        token: Token = self._parse.tokens[i]
        if token.pos == "PRON":
            return token.lemma in _PERSONAL
        return token.pos == "PROPN" or token.entity in BODIES or token.lemma.endswith(_HUMAN_ENDINGS)

    def saying(
        self, verb: int, rule: str, confidence: float, *, beside: bool = False, inverted: bool = False
    ) -> Saying | None:
        """The cue that this verb is; `None` if nobody says it."""
        speaker = self.speaker(verb, inverted=inverted)
        if speaker is None:
            return None
        token = self._parse.tokens[verb]
        return Saying(speaker, (token.start, token.end), rule, confidence, beside)
