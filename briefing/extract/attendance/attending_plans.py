"""Signs of who is still to come, and of who was to come and did not: "is expected on Sunday", "but cancelled"."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.attendance.attending_verbs import VerbSigns
from briefing.extract.attendance.part import Part
from briefing.extract.grammar.clauses import Clause, Tense
from briefing.model.facts import Mode

_FORESEEN = frozenset({"expect", "schedule", "slate", "bill", "tip", "invite", "plan"})
_CALLED_OFF = frozenset({"cancel", "withdraw"})
_COMES = frozenset({"arrive", "come", "join", "attend", "speak", "appear", "travel", "fly"})
_SENDS = frozenset({"extend", "issue", "send", "convey", "renew", "reiterate"})
_AT = frozenset({"on", "at", "in", "to"})
_DAYS = frozenset({"DATE", "TIME"})
_WEIGHT = 2.0


class PlanSigns:
    """Finds what is planned of people in one article, and what of it was called off."""

    def __init__(self, verbs: VerbSigns) -> None:
        self.cast = verbs.cast
        self.tokens = verbs.tokens
        self._verbs = verbs

    def parts(self) -> Iterator[Part]:
        """The signs of all clauses outside quotation marks."""
        for clause in self.cast.clauses:
            if clause.verb in self.cast.quoted or clause.negated or clause.condition is not None:
                continue
            if self._called_off(clause):
                for key in self._verbs.args.subject_people(clause):
                    yield self._verbs.part(clause, Mode.ABSENT, "called_off", key=key, weight=_WEIGHT + 0.5)
            elif self._to_come(clause):
                for key in self._verbs.args.subject_people(clause):
                    yield self._verbs.part(clause, Mode.EXPECTED, "to_come", key=key, weight=_WEIGHT)

    def invited(self) -> frozenset[str]:
        """Those to whom an invitation goes out, which does not say that they came."""
        sent = (
            one for one in self.cast.clauses
            if one.lemma in _SENDS and any(self.tokens[i].lemma == "invitation" for i in one.objects)
        )  # fmt: skip
        return frozenset(key for clause in sent for key in self._verbs.args.slot("to", clause))

    def _foreseen(self, verb: int | None) -> bool:
        above = self.cast.clauses.get(verb)
        return above is not None and above.passive and above.lemma in _FORESEEN and not above.negated

    def _called_off(self, clause: Clause) -> bool:
        """“had been expected but cancelled”: joined to what was foreseen, of the same people, itself no passive."""
        token = self.tokens[clause.verb]
        return clause.lemma in _CALLED_OFF and token.dep == "conj" and clause.inherited and self._foreseen(token.head)

    def _to_come(self, clause: Clause) -> bool:
        """“is expected on Sunday”, "will arrive on Wednesday", "is expected to join on Thursday"."""
        if not self._dated(clause):
            return False
        if clause.passive:
            foretold = clause.lemma == "expect" and clause.reported_by is None
            return foretold and clause.tense is Tense.PRESENT and clause.complement is None
        if clause.lemma not in _COMES:
            return False
        above = self.cast.clauses.get(clause.reported_by)
        planned = above is not None and above.tense is Tense.PRESENT and self._foreseen(clause.reported_by)
        return planned or (clause.modal == "will" and above is None)

    def _dated(self, clause: Clause) -> bool:
        return any(name in _AT and self.tokens[noun].entity in _DAYS for name, noun in clause.preps)
