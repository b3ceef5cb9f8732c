"""That-clauses: what somebody says, decides or demands in a clause of its own."""

from __future__ import annotations

from dataclasses import replace

from briefing.extract.commitments.readings import DUTY, FUTURE, Readings, Undertaking
from briefing.extract.grammar.clauses import Clause, Clauses, Form, Tense
from briefing.extract.grammar.coordination import conjuncts
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind

_PROPOSING = frozenset(("propose", "recommend", "request", "ask", "demand", "instruct", "order", "direct"))
_SURMISING = frozenset(("suggest",))  # of what may be so, rather than of what ought to be
_MANY = frozenset(("i", "you", "we", "they", "who", "these", "those", "both", "some", "many", "most", "few", "several"))
_MANY |= {
    "all",
    "half",
    "rest",
    "number",
    "majority",
    "minority",
    "couple",
    "police",
    "people",
    "staff",
    "crew",
    "youth",
}
_GIVING = frozenset(("promise", "vow", "swear", "pledge"))
_ASKING = frozenset(("who", "what", "which", "whether", "if", "how", "why"))


class ThatClauses:
    """Reads the that-clauses of one article."""

    def __init__(self, parse: Parse, clauses: Clauses, read: Readings, language: str = "en") -> None:
        self._parse = parse
        self._clauses = clauses
        self._read = read
        data = load(language, "commitments")
        self._idle = frozenset(data["idle"]["verbs"])
        self._wishes = frozenset(data["wishes"]["verbs"])

    def complement(self, clause: Clause) -> Clause | None:
        """The clause that completes the verb, also one that the parser hung on who is told."""
        return self._clauses.get(clause.complement) or self._told(clause)

    def find(self, clause: Clause, made: Undertaking, frame: str, complement: Clause | None) -> Undertaking | None:
        """What the that-clause undertakes or asks; `None` if it is none that the frame takes."""
        if complement is not None and frame == "that_own":
            return self._of_itself(clause, made, complement)
        if complement is None or frame == "that_said":
            return self._asks_that(clause, made) if frame == "that_said" else None
        if complement.form is not Form.FINITE and frame != "that_other_to" and not self._subjunctive(complement, made):
            return None
        ahead = complement.modal in FUTURE | {"would"} or (
            complement.lemma == "be" and self._read.has_to(complement.verb)
        )
        other = self._read.own_subject(complement)
        opening = {self._parse.tokens[i].lemma for i in self._parse.children[complement.verb] if i < complement.verb}
        if opening & _ASKING or (other is not None and self._parse.tokens[other].lemma in _ASKING):
            return None  # "asked who should pay", "asked whether they should"
        fits = {
            "that": (clause.lemma != "agree" or self._binding(clause, complement))
            and not self._merely_says(clause, complement),
            "that_will": ahead and (made.kind is Kind.PLEDGED or self._read.agentive(complement, spoken=True)),
            "that_news": ahead and self._read.agentive(complement, spoken=True),
            "that_should": self._ought(clause, complement) and not self._is_what(complement),
            "that_other": ahead
            and other is not None
            and self._read.is_agent(other)
            and self._parse.tokens[other].lemma != "it"
            and complement.lemma not in self._idle,
            "that_other_to": other is not None
            and self._read.has_to(complement.verb)
            and not clause.passive
            and complement.lemma not in self._idle
            and (complement.passive or self._read.is_agent(other)),
        }.get(frame, False)
        if not fits:
            return None
        asks = other if made.kind is Kind.REQUESTED and not complement.passive else None
        against = complement.negated and made.kind is Kind.PLANNED  # "decided that it will not sign"
        kind = Kind.DECLINED if against else Kind.ANNOUNCED if frame == "that_news" else made.kind
        return replace(made, kind=kind, focus=complement.verb, asks=asks, confidence=0.78)

    def _merely_says(self, clause: Clause, complement: Clause) -> bool:
        """`promised the rule gives them more`: what he says is so, of a thing."""
        other = self._read.own_subject(complement)
        other = next((i for i in clause.objects if i < complement.verb), None) if other is None else other
        so = complement.modal is None and complement.tense in {Tense.PRESENT, Tense.PAST}
        return clause.lemma in _GIVING and so and other is not None and not self._read.is_agent(other)

    def _is_what(self, complement: Clause) -> bool:
        """`that the council must be a party of ideas`: what somebody is, not what he does."""
        return complement.lemma == "be" and any(self._parse.tokens[i].dep == "attr" for i in complement.objects)

    def _told(self, clause: Clause) -> Clause | None:
        """`assured colleagues that it would`: the clause that the parser hung on who is told."""
        tokens = self._parse.tokens
        for whom in (*clause.objects, *([clause.indirect] if clause.indirect is not None else [])):
            for i in self._parse.children[whom]:
                marked = any(tokens[c].dep == "mark" and tokens[c].lemma == "that" for c in self._parse.children[i])
                if tokens[i].dep in {"acl", "relcl"} and marked:
                    return self._clauses.get(i)
        return None

    def _of_itself(self, clause: Clause, made: Undertaking, complement: Clause) -> Undertaking | None:
        """`announced it is now on sale here`, `announced they have opened a shop`: news of somebody's own doing."""
        own = self._read.own_subject(complement)
        if own is None or self._parse.tokens[own].text.lower() not in {"it", "he", "she", "they", "we"}:
            return None
        idle = complement.lemma in self._idle | self._wishes
        if complement.passive or complement.negated or idle or clause.passive:
            return None
        news = complement.progressive or complement.tense is Tense.PERFECT
        return replace(made, focus=complement.verb, confidence=0.7) if news else None

    def _asks_that(self, clause: Clause, made: Undertaking) -> Undertaking | None:
        """`asked that the auditor checks the books`; what somebody asked in so many words has no "that"."""
        inner = self._clauses.get(clause.complement)
        if inner is None or clause.passive:
            return None
        below = (self._parse.tokens[i] for i in self._parse.children[inner.verb] if i < inner.verb)
        marked = any(each.dep == "mark" and each.lemma == "that" for each in below)
        return replace(made, focus=inner.verb, asks=self._read.own_subject(inner), confidence=0.75) if marked else None

    def _subjunctive(self, complement: Clause, made: Undertaking) -> bool:
        """`demanded that Portugal return the archives`."""
        bare = self._bare(complement) and not self._read.has_to(complement.verb)
        subject = complement.subject if complement.subject is not None else self._read.own_subject(complement)
        return made.kind is Kind.REQUESTED and bare and subject is not None

    def _ought(self, clause: Clause, complement: Clause) -> bool:
        """`proposed that they should act`, `proposed that they act`."""
        return complement.modal in DUTY or (complement.modal is None and self._as_bare(clause, complement))

    def _as_bare(self, clause: Clause, complement: Clause) -> bool:
        """`proposed that they keep the road open`: of several, a verb without tense looks like the present."""
        plain = self._parse.tokens[complement.verb].tag == "VBP" and not complement.progressive
        if clause.lemma in _PROPOSING:
            return self._bare(complement) or (plain and complement.lemma != "be")
        return self._bare_be(complement) or self._of_one(clause, complement)

    def _bare_be(self, complement: Clause) -> bool:
        """`insisted that the troops be withdrawn`: what is so would be told with "are"."""
        tokens = self._parse.tokens
        be = any(tokens[i].text.lower() == "be" for i in (complement.verb, *self._parse.children[complement.verb]))
        return be and self._bare(complement)

    def _of_one(self, clause: Clause, complement: Clause) -> bool:
        """`insisted that Norway pay`: of one, what is so would be "pays"; what "doctors prescribe" may be so."""
        tokens, other = self._parse.tokens, self._read.own_subject(complement)
        if other is None or complement.progressive or complement.lemma in self._idle:
            return False
        many = tokens[other].tag in {"NNS", "NNPS"} or tokens[other].lemma in _MANY
        if many or len(conjuncts(self._parse, other)) > 1 or not self._read.is_agent(other):
            return False
        present = clause.tense is Tense.PAST and tokens[complement.verb].tag == "VBP"  # or so the parser takes it
        return self._bare(complement) or (present and clause.lemma not in _SURMISING)

    def _bare(self, complement: Clause) -> bool:
        """`return`, `be adopted`: neither tense nor "to"."""
        tokens = self._parse.tokens
        first = [tokens[i] for i in self._parse.children[complement.verb] if tokens[i].dep in {"aux", "auxpass"}]
        return (first[0] if first else tokens[complement.verb]).tag == "VB"

    def _binding(self, clause: Clause, complement: Clause) -> bool:
        """Whether what is agreed is something to be done, not an opinion shared."""
        if complement.modal in DUTY and clause.tense is Tense.PRESENT:
            return False
        return complement.modal in FUTURE | DUTY | {"would"} and (
            complement.passive or complement.lemma not in self._idle or self._read.has_to(complement.verb)
        )
