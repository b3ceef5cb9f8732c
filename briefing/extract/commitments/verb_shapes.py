"""Verbs that undertake, ask or refuse, in the shapes in which they do: infinitive, clause, object, sum, preposition."""

from __future__ import annotations

from dataclasses import replace

from briefing.extract.commitments.addressees import Addressees
from briefing.extract.commitments.clause_sums import ClauseSums
from briefing.extract.commitments.direct_objects import DirectObjects
from briefing.extract.commitments.nonfinite_complements import NonfiniteComplements
from briefing.extract.commitments.phrasal_verbs import PhrasalVerbs
from briefing.extract.commitments.prepositional_objects import PrepositionalObjects
from briefing.extract.commitments.readings import DUTY, FUTURE, Readings, Undertaking
from briefing.extract.commitments.stated_verbs import StatedVerbs
from briefing.extract.commitments.that_clauses import ThatClauses
from briefing.extract.grammar.clauses import Clause, Clauses, Tense
from briefing.extract.lexis.lexicon import load
from briefing.extract.measures.amounts import AmountFinder
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind

_DONE_BY_SAYING = frozenset(("money", "ing", "that_should", "toward"))


class VerbShapes:
    """Looks up the verbs of one article's clauses in the data."""

    def __init__(
        self, parse: Parse, clauses: Clauses, amounts: AmountFinder, read: Readings, language: str = "en"
    ) -> None:
        self._parse = parse
        self._read = read
        self._phrasal = PhrasalVerbs(parse, language)
        self._stated = StatedVerbs(parse, clauses, read, language)
        self._nonfinite = NonfiniteComplements(parse, clauses, read, language)
        self._that = ThatClauses(parse, clauses, read, language)
        self._addressees = Addressees(parse, clauses, read, language)
        self._objects = DirectObjects(parse, read, language)
        self._prepositions = PrepositionalObjects(parse, clauses, read, language)
        self._sums = ClauseSums(parse, clauses, amounts, self._phrasal)
        steps = load(language, "commitments")["steps"]
        self._steps, self._commands = frozenset(steps["verbs"]), frozenset(steps["commands"])

    def find(self, clause: Clause) -> Undertaking | None:
        """What the clause's verb undertakes, asks or refuses; `None` if it does not."""
        entry = self._phrasal.entry(clause)
        if entry is None or not self._stated.counts(clause, entry[0]):
            return None
        over = self._stated.is_past_wish(clause)
        kind = Kind(entry[0])
        for shape in entry[1:]:
            own_kind, _, frame = shape.rpartition(":")
            if over and frame not in self._read.nouns and frame not in _DONE_BY_SAYING:
                continue  # "wanted to build"; but "sought approval", "proposed that"
            if clause.lemma == "expect" and frame in {"whom_to", "that_other_to"} and not self._expects(clause):
                continue
            kind = Kind.PLANNED if frame == "to_own" else kind
            made = self._in_frame(clause, Kind(own_kind) if own_kind else kind, frame)
            if made is not None:
                return self._settled(clause, self._stated.by_whom(clause, made))
        return None

    def _in_frame(self, clause: Clause, kind: Kind, frame: str) -> Undertaking | None:
        complement = self._that.complement(clause)
        to = self._read.infinitives(clause)
        made = Undertaking(clause, kind, f"commitment.verb.{clause.lemma}", 0.85, clause.verb)
        made = replace(made, kind=Kind.PLANNED) if frame == "to_plan" else made
        if frame in {"bare", "to_deed", "to_document"}:
            alone = not clause.objects and complement is None
            fits = alone if frame == "bare" else self._prepositions.leads_to(clause, frame)
            return made if fits and not clause.passive else None
        if frame in {"to", "to_own", "to_plan", "to_deeds", "to_refusal"}:
            return self._nonfinite.infinitive(clause, made, frame, to)
        if frame.startswith("that"):
            return self._that.find(clause, made, frame, complement)
        if frame == "whom_to":
            return self._addressees.asked_to(clause, made, to)
        if frame in self._read.nouns:
            return self._objects.named(clause, made, frame)
        return self._loose(clause, made, frame, to)

    def _loose(self, clause: Clause, made: Undertaking, frame: str, to: list[int]) -> Undertaking | None:
        """Frames that ask for a sum, any object, a participle or a preposition."""
        if frame == "money":
            return replace(made, confidence=0.85) if self._sums.has(clause, made) else None
        if frame == "any":
            return self._objects.unnamed(clause, made)
        if frame == "self":
            return self._objects.reflexive(clause, made)
        if frame in {"ing", "body_ing"}:
            return self._nonfinite.gerund(clause, made, frame)
        return self._prepositions.find(clause, made, "to" if frame == "toward" else frame, to)

    def _expects(self, clause: Clause) -> bool:
        """`we expect operators to act` asks; `she expects the Senate to vote` foretells."""
        return clause.doer is not None and self._parse.tokens[clause.doer].text.lower() in {"we", "they"}

    def _settled(self, clause: Clause, made: Undertaking) -> Undertaking | None:
        """The undertaking with its tense and negation read: what will be signed is only planned."""
        ahead = clause.modal in FUTURE or (clause.modal == "would" and clause.reported_by is not None)
        if clause.negated or self._read.no_longer(clause):
            return None if self._never_meant(clause) else self._refused(made, ahead=ahead)
        if clause.modal in DUTY or (clause.modal == "would" and not ahead and made.kind is not Kind.REQUESTED):
            return None
        if made.kind is Kind.DELIVERED and not ahead and not self._done(clause):
            return None
        step = made.kind is Kind.REQUESTED and clause.lemma in self._steps and made.focus is None
        step = step or (made.kind is Kind.REQUESTED and clause.lemma in self._commands)  # "will order them to act"
        if ahead and (step or made.kind not in {Kind.REQUESTED, Kind.DECLINED}):
            return replace(made, kind=Kind.PLANNED, asks=None)
        return made

    def _done(self, clause: Clause) -> bool:
        """Whether it is told as done; "provides" tells of what is usual, "or turn it over" of what might be."""
        token = self._parse.tokens[clause.verb]
        if clause.progressive:
            return clause.tense is Tense.PRESENT  # "is sending aid"; "was building a house" is a scene
        return clause.tense is not Tense.PRESENT and not (token.tag == "VB" and clause.modal is None)

    def _never_meant(self, clause: Clause) -> bool:
        """`never intends to leave`: what others think of him; "will never leave" is his word."""
        below = (self._parse.tokens[i].lemma for i in self._parse.children[clause.verb])
        return clause.modal is None and "never" in below

    @staticmethod
    def _refused(made: Undertaking, *, ahead: bool) -> Undertaking | None:
        """What "not" makes of it: who does not plan it refuses it; who does not rule it out has promised nothing."""
        if made.kind is Kind.DECLINED:
            return None
        if ahead or (made.kind in {Kind.PLANNED, Kind.PLEDGED} and made.focus is not None):
            return replace(made, kind=Kind.DECLINED, confidence=round(made.confidence * 0.85, 3))
        return None
