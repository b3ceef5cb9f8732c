"""Signs of taking part in what the first paragraphs tell of a group: those whose words follow were in it."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.attendance.attending_verbs import VerbSigns
from briefing.extract.attendance.part import Part
from briefing.extract.grammar.clauses import Clause, Form, Tense
from briefing.model.facts import Mode

_LEAD = 3
_TOLD = frozenset({Tense.PAST, Tense.PERFECT})
# What several people do only where they are together.
_TOGETHER = frozenset({"meet", "gather", "convene", "debate", "clash", "assemble", "deliberate", "confer"})
_WEIGHT = 0.8


class SceneSigns:
    """Finds what holds for all who are heard in one article."""

    def __init__(self, verbs: VerbSigns) -> None:
        self.cast = verbs.cast
        self.tokens = verbs.tokens
        self._verbs = verbs

    def parts(self) -> Iterator[Part]:
        """“Party leaders clashed in a debate”, "a webinar on wells was held": all who are heard were there or in it."""
        scene = next((clause for clause in self._lead() if self._of_several(clause)), None)
        afar = next((clause for clause in self._lead() if self._afar(clause)), None)
        for key in sorted(self._verbs.heard):
            if afar is not None:
                yield self._verbs.part(afar, Mode.REMOTE, "virtual", key=key, weight=_WEIGHT)
            elif scene is not None:
                yield self._verbs.part(scene, Mode.IN_PERSON, "scene", key=key, weight=_WEIGHT)
        yield from self._also()

    def _also(self) -> Iterator[Part]:
        """“X said at the launch ... Y also called for wells”: who speaks on is where the one before spoke."""
        opened = any(map(self._speaks_there, self._lead()))
        for clause in self.cast.clauses if opened else ():
            if clause.verb in self.cast.quoted or not self._says(clause) or self._verbs.modes.earlier(clause):
                continue
            adverbs = {self.tokens[i].text.lower() for i in self.cast.parse.children[clause.verb]}
            if "also" in adverbs and clause.reported_by is None:
                for key in self._verbs.args.subject_people(clause):
                    yield self._verbs.part(clause, Mode.IN_PERSON, "also", key=key, weight=_WEIGHT)

    def _says(self, clause: Clause) -> bool:
        rules = self._verbs.rules
        told = clause.tense in {*_TOLD, Tense.PRESENT} and not clause.negated and not clause.modal
        return told and not clause.passive and clause.lemma in rules.saying | rules.speaks_of

    def _speaks_there(self, clause: Clause) -> bool:
        """Whether somebody named is told to have spoken at an event."""
        modes = self._verbs.modes
        return (
            self._says(clause)
            and self._verbs.args.event_in("prep", clause)
            and modes.mode_of(clause) is Mode.IN_PERSON
            and not modes.earlier(clause)
            and bool(self._verbs.args.subject_people(clause))
        )

    def _lead(self) -> Iterator[Clause]:
        for clause in self.cast.clauses:
            if self.tokens[clause.verb].paragraph < _LEAD and clause.verb not in self.cast.quoted:
                yield clause

    def _afar(self, clause: Clause) -> bool:
        words = self._verbs.modes.own_words(clause)
        told = clause.tense in _TOLD and not clause.negated and not clause.modal
        return told and self._verbs.lead.is_virtual(words) and not self._verbs.modes.earlier(clause)

    def _of_several(self, clause: Clause) -> bool:
        """Whether a group without names is told to have met, debated, listened or spoken at an event."""
        subject = clause.subject
        if subject is None or clause.inherited or clause.form is not Form.FINITE:
            return False
        if clause.tense not in _TOLD or clause.negated or clause.modal or self._verbs.modes.earlier(clause):
            return False
        if self._listens(clause):
            return True
        rules = self._verbs.rules
        if clause.passive or self.tokens[subject].tag != "NNS":
            return False
        if self.tokens[subject].lemma not in rules.groups | rules.speakers:
            return False
        return clause.lemma in _TOGETHER or self._verbs.args.event_in("prep", clause)

    def _listens(self, clause: Clause) -> bool:
        """“The inquest heard that", "councillors were told how": what follows was said there."""
        listens = clause.lemma == "tell" if clause.passive else clause.lemma == "hear"
        below = clause.complement is not None or bool(clause.objects) or clause.prep("from") is not None
        if not listens or not below or clause.subject is None:
            return False
        return self.tokens[clause.subject].lemma.lower() in self._verbs.rules.hearing
