"""Non-finite complements: the infinitive or gerund that says what is undertaken."""

from __future__ import annotations

from dataclasses import replace

from briefing.extract.commitments.readings import Readings, Undertaking
from briefing.extract.grammar.clauses import Clause, Clauses, Form, Tense
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind


class NonfiniteComplements:
    """Reads the infinitives and gerunds that complete the verbs of one article."""

    def __init__(self, parse: Parse, clauses: Clauses, read: Readings, language: str = "en") -> None:
        self._parse = parse
        self._clauses = clauses
        self._read = read
        data = load(language, "commitments")
        self._idle = frozenset(data["idle"]["verbs"])
        self._lively = frozenset(data["idle"]["with_agents"])
        self._not_deeds = frozenset(data["not_deeds"]["verbs"])
        self._habits = frozenset(data["wishes"]["habits"])
        self._refusing = frozenset(verb for verb, entry in data["verbs"].items() if entry[0] == Kind.DECLINED)
        self._bodies = frozenset(data["agents"]["bodies"])

    def infinitive(self, clause: Clause, made: Undertaking, frame: str, to: list[int]) -> Undertaking | None:
        """`agreed to build`; `to_own` only of "I" and "we", `to_refusal` only "threatened to abstain"."""
        complement = self._clauses.get(clause.complement)
        if complement is None or complement.verb not in to or clause.passive:
            return None
        unfit = frame == "to_own" and not self._own_wish(clause, complement)
        unfit = unfit or (frame == "to_refusal" and complement.lemma not in self._refusing)
        if unfit or (frame == "to_deeds" and (self._is_talk(complement) or complement.passive)):
            return None
        if clause.lemma in self._habits and clause.tense is Tense.PRESENT and self._anybody(clause):
            return None
        was_not = clause.negated and clause.tense not in {Tense.PRESENT, Tense.FUTURE}
        if self._read.own_subject(complement) is not None or was_not:
            return None
        idle = complement.lemma in self._not_deeds and made.kind in {Kind.DECLINED, Kind.AGREED}
        idle = idle and not self._gives(complement)
        idle = idle or (frame == "to_plan" and clause.lemma == "expect" and self._is_talk(complement))
        if idle:
            return None
        against = complement.negated and made.kind is Kind.PLANNED  # "decided not to sign"
        return replace(made, focus=complement.verb, kind=Kind.DECLINED if against else made.kind)

    def gerund(self, clause: Clause, made: Undertaking, frame: str) -> Undertaking | None:
        """`began building`; `body_ing` only of a government or an organisation."""
        inner = self._clauses.get(clause.complement)
        doing = inner is not None and self._parse.tokens[inner.verb].tag == "VBG" and inner.form is Form.PARTICIPLE
        return made if doing and (frame == "ing" or self._is_body(clause)) else None

    def _gives(self, inner: Clause) -> bool:
        """`agreed to give the islands $5 million`, `agreed to give land`: not words or an example."""
        if inner.lemma != "give":
            return False
        given = self._read.nouns["aid"] | self._read.nouns["owed"]
        counted = (self._parse.tokens[i].pos for noun in inner.objects for i in self._parse.subtree(noun))
        return "NUM" in counted or any(self._read.names(noun, given) for noun in inner.objects)

    def _own_wish(self, clause: Clause, complement: Clause) -> bool:
        """`I want to build`, `we would like to build`; not `I like to cook`."""
        if not self._read.first_person(clause) or clause.negated or self._is_talk(complement):
            return False
        return clause.lemma != "like" or clause.modal is not None

    def _is_talk(self, inner: Clause) -> bool:
        """Whether it is only something said, thought or tried: "I want to assure you"."""
        return inner.lemma in self._not_deeds or (inner.lemma in self._idle and inner.lemma not in self._lively)

    def _anybody(self, clause: Clause) -> bool:
        """Whether the subject is a bare plural: "companies seek to ..." tells of a habit."""
        if clause.subject is None or clause.progressive:
            return False
        bare = self._parse.tokens[clause.subject].tag == "NNS"
        return bare and not any(
            self._parse.tokens[i].dep in {"det", "poss", "nummod"} for i in self._parse.children[clause.subject]
        )

    def _is_body(self, clause: Clause) -> bool:
        """Whether a government or an organisation acts, of whose beginnings the news tell."""
        if clause.doer is None:
            return False
        token = self._parse.tokens[clause.doer]
        named = token.pos == "PROPN" and token.entity in {"ORG", "GPE"}
        return named or token.lemma in self._bodies
