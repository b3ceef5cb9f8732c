"""Verbs of saying, and of whom they are said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from briefing.extract.grammar.clauses import Clause, Clauses
from briefing.extract.grammar.read_out import ReadOut
from briefing.extract.grammar.saying_forms import finite_forms, participles
from briefing.extract.grammar.subjects import BODIES, NOMINAL, Subjects
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse

_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_LONGEST_QUOTED = 16  # tokens from "quotes" to "saying"


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
        self._subjects = Subjects(parse, clauses, quoted, self.is_cue, language)
        self._read_out = ReadOut(parse, clauses, self.possessor, self._nouns)
        self._forms = finite_forms(language)
        self._participles = participles(language)

    def head_of(self, words: list[int]) -> int | None:
        """The word on which the others of a phrase hang: the last noun of its first run."""
        return self._subjects.head_of(words)

    def may_speak(self, i: int) -> bool:
        """Whether a noun or pronoun can be somebody who speaks, as far as the parser tells."""
        return self._subjects.may_speak(i)

    def past_dateline(self, subject: int, verb: int) -> int:
        """The subject, or who stands behind the dateline that the parser took for it."""
        return self._subjects.past_dateline(subject, verb)

    def only_beside(self, lemma: str) -> bool:
        """Whether the verb is a cue only right at the marks."""
        return lemma in self._adjacent

    def phrasal(self, lemma: str, particle: str) -> bool:
        """Whether verb and particle together are a verb of saying ("shoot back")."""
        return f"{lemma} {particle}" in self._plain

    def names(self, lemma: str) -> bool:
        """Whether the verb gives somebody or something a name or description."""
        return lemma in self._naming

    def is_noun(self, lemma: str) -> bool:
        """Whether the noun stands for what somebody says."""
        return lemma in self._nouns

    def quotes_another(self, i: int) -> bool:
        """Whether a verb quotes somebody else: "quoted Wang as saying"."""
        clause = self._clauses.get(i)
        return clause is not None and self._quoting_clause(clause) is clause

    def says(self, i: int) -> bool:
        """Whether a word has the form of a finite verb of saying, whatever the parser took it for."""
        token = self._parse.tokens[i]
        if token.lemma in self._plain and token.tag.startswith("VB") and token.tag not in {"VB", "VBG"}:
            return True
        if i == 0:
            return False
        before = self._parse.tokens[i - 1]
        if before.tag in {"NNS", "NNPS"} and token.text in self._plain and token.tag in {"NN", "VBP", "VB"}:
            return True
        return before.pos in {"PROPN", "PRON"} and token.text.lower() in self._forms

    def is_cue(self, i: int, *, beside: bool = False) -> bool:
        """Whether a token is a verb of saying outside marks; `beside` admits those that are cues only at the marks."""
        token = self._parse.tokens[i]
        if self._quoted(i) or not token.tag.startswith("VB"):
            return False
        clause = self._clauses.get(i)
        particle = clause.particle if clause else None
        if particle and self.phrasal(token.lemma, particle):
            return beside or f"{token.lemma} {particle}" not in self._adjacent
        following = self._parse.tokens[i + 1].text if i + 1 < len(self._parse.tokens) else ""
        if self.phrasal(token.lemma, following):
            return beside or f"{token.lemma} {following}" not in self._adjacent
        if token.lemma in self._adjacent:
            return beside and not particle  # not "ended up", "called up"
        return token.lemma in self._plain

    def speaker(self, verb: int, *, inverted: bool = False) -> int | None:
        """The token that heads the phrase of who says it; `inverted` looks behind the verb first."""
        tokens = self._parse.tokens
        clause = self._clauses.get(verb)
        if clause is None:
            return self._neighbour(verb) if inverted else None
        inverted = inverted or (clause.subject is None and tokens[verb].text[:1].isupper())
        quoting = self._quoting_clause(clause)
        if quoting is not None:
            return self._quoted_one(quoting)
        if self._subjects.misread_participle(clause):
            return tokens[verb].head
        above = self._subjects.above_reported(clause)
        above = above if above is not None else self._subjects.parted.joined_to_report(clause)
        if above is not None:
            return self.speaker(above)
        return self._by_subject(clause, inverted=inverted)

    def _by_subject(self, clause: Clause, *, inverted: bool) -> int | None:
        tokens, verb = self._parse.tokens, clause.verb
        subject = self._subjects.glued(clause) or self._subjects.last_listed(clause) or clause.doer
        if subject is None and not inverted:
            subject = self._subjects.contracted(clause) or self._subjects.before_aside(clause)
        if subject is not None and not inverted:
            subject = self._subjects.parted.nearer(clause, subject)
            subject = self._subjects.name_before(verb, self._subjects.before_bracket(subject, verb))
        if inverted and (subject is None or subject < verb or self._quoted(subject)):
            behind = self._neighbour(verb)
            if subject is None or self._quoted(subject):
                return behind
            # "Climate change has “stalled it,” added Mario Keller"
            other = behind is not None and tokens[behind].pos == "PROPN" and not self.may_speak(subject)
            return behind if other else subject
        if subject is not None and tokens[subject].tag == "JJ" and tokens[subject].dep == "nsubj":
            return subject  # "the 46-year-old"
        if subject is None or self._quoted(subject) or tokens[subject].pos not in NOMINAL | {"NUM", "DET"}:
            return self._subjects.left_neighbour(verb) if clause.subject is not None and not clause.inherited else None
        paper = self._paper(clause, subject)
        if paper is not None:
            owner = self.possessor(paper)
            owner = owner if owner is not None else self._issuer(paper)
            if owner is not None:
                return owner
        host = None if inverted else self._subjects.host(clause, subject)
        return self._subjects.past_dateline(subject, verb) if host is None else host

    def _paper(self, clause: Clause, subject: int) -> int | None:
        """The noun that stands for words: the subject itself, or that above it in "a letter to donors saying"."""
        tokens = self._parse.tokens
        if tokens[subject].lemma in self._nouns:
            return subject
        if tokens[clause.verb].tag != "VBG" or tokens[subject].dep != "pobj":
            return None
        above = tokens[tokens[subject].head].head
        return above if tokens[above].lemma in self._nouns else None

    def _issuer(self, noun: int) -> int | None:
        """X in "X issued a statement describing ..."."""
        tokens = self._parse.tokens
        if tokens[noun].dep != "dobj" or tokens[tokens[noun].head].lemma not in self._issuing:
            return None
        clause = self._clauses.get(tokens[noun].head)
        return clause.doer if clause is not None else None

    def _quoted_one(self, quoting: Clause) -> int | None:
        """Wang in "Xinhua quoted Wang as saying" and "Wang was quoted by Xinhua as saying"."""
        if quoting.passive:
            return quoting.subject
        tokens = self._parse.tokens
        following = range(quoting.verb + 1, min(quoting.verb + 14, len(tokens)))
        at = next((i for i in following if tokens[i].text.lower() == "as"), None)
        named = self.head_of([i for i in range(quoting.verb + 1, at) if tokens[i].pos != "DET"]) if at else None
        return next(iter(quoting.objects), named)

    def _quoting_clause(self, clause: Clause) -> Clause | None:
        """`quoted Wang as saying`: the clause of the quoting verb, whether asked for it or for "saying"."""
        tokens = self._parse.tokens
        if clause.lemma in self._quoting:
            return clause if clause.passive or self._as_saying(clause) else None
        head = tokens[tokens[clause.verb].head]
        if head.lemma == "as" and tokens[head.head].lemma in self._quoting:
            return self._clauses.get(head.head)
        return self._quoting_before(clause.verb)

    def _quoting_before(self, verb: int) -> Clause | None:
        """The quoting verb before "as claiming", wherever the parser hangs these words."""
        tokens = self._parse.tokens
        if tokens[verb].tag != "VBG" or verb == 0 or tokens[verb - 1].text.lower() != "as":
            return None
        for i in range(verb - 2, max(-1, verb - _LONGEST_QUOTED), -1):
            if tokens[i].sentence != tokens[verb].sentence:
                return None
            if tokens[i].tag in _FINITE or tokens[i].tag == "VBN":
                return self._clauses.get(i) if tokens[i].lemma in self._quoting else None
        return None

    def _as_saying(self, clause: Clause) -> bool:
        if any(name == "as" for name, _ in clause.preps):
            return True
        tokens = self._parse.tokens
        words = [tokens[i].text.lower() for i in range(clause.verb + 1, min(clause.verb + 16, len(tokens)))]
        return any(one == "as" and other in self._participles for one, other in pairwise(words))

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
        head = self.head_of(words)
        if head is None and words and tokens[words[0]].text[:1].isupper():
            return words[0]  # a name that the parser took for another part of speech
        if head is None and len(words) > 1 and tokens[words[0]].pos == "DET":
            return words[-1]  # "the 46-year-old"
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

    def utterer(self, noun: int) -> int | None:
        """X in "X's claim that", "X gave assurance that"."""
        owner = self.possessor(noun)
        return owner if owner is not None else self._issuer(noun)

    def issuer(self, noun: int) -> int | None:
        """X in "X's statement", "a statement by X", "a statement issued by X"."""
        owner = self.possessor(noun)
        if owner is not None:
            return owner
        agents = (self._clauses.get(i) for i in self._parse.children[noun])
        return next((clause.agent for clause in agents if clause is not None and clause.agent is not None), None)

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

    def says_on(self, i: int) -> bool:
        """Whether a verb joined to what somebody tells is of the teller: "said it was late and thanked them"."""
        clause = self._clauses.get(i)
        return clause is not None and self._subjects.parted.joined_to_report(clause) is not None

    def goes_on(self, i: int) -> bool:
        """Whether a verb puts out words: "continued his remarks", "issued a statement"."""
        clause = self._clauses.get(i)
        if clause is None or clause.passive or self._quoted(i) or clause.lemma not in self._issuing:
            return False
        return any(self._parse.tokens[noun].lemma in self._nouns for noun in clause.objects)

    def saying(
        self, verb: int, rule: str, confidence: float, *, beside: bool = False, inverted: bool = False
    ) -> Saying | None:
        """The cue that this verb is; `None` if nobody says it."""
        speaker = self.speaker(verb, inverted=inverted)
        if speaker is None:
            return None
        token, author = self._parse.tokens[verb], self._read_out.author(verb, speaker)
        speaker = speaker if author is None else author
        return Saying(speaker, (token.start, token.end), rule, confidence, beside)
