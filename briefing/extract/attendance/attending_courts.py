"""Signs of taking part in court: who rules, and before whom somebody stands, sits there."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extract.attendance.attending_verbs import VerbSigns
from briefing.extract.attendance.part import Part
from briefing.extract.attendance.presence_words import presence_words
from briefing.extract.grammar.clauses import Clause, Form, Tense
from briefing.extract.lexis.lexicon import load
from briefing.extract.reference.cast import Person
from briefing.model.facts import Mode

_LEAD = 3
_TOLD = frozenset({Tense.PAST, Tense.PERFECT, Tense.PRESENT})
_ASIDE, _ON_NOUN = "advcl", frozenset({"relcl", "acl"})
_WHERE = frozenset({"in", "at", "before", "by"})
_WEIGHT = 2.5


@dataclass(frozen=True, slots=True)
class CourtWords:
    """Words of the courts in dictionary form: titles of those who judge, nouns for a court, what courts do.

    `former`: what makes a title one of another time.
    """

    judges: frozenset[str]
    bodies: frozenset[str]
    acts: frozenset[str]
    former: frozenset[str]


@functools.cache
def court_words(language: str = "en") -> CourtWords:
    """The words in the data folder of a language."""
    data = load(language, "attendance")["courts"]
    return CourtWords(**{name: frozenset(word.strip() for word in text.split(",")) for name, text in data.items()})


class CourtSigns:
    """Finds the signs of who sat in court in one article."""

    def __init__(self, verbs: VerbSigns) -> None:
        self._verbs = verbs
        self._cast = verbs.cast
        self._tokens = verbs.tokens
        self._words = court_words()

    def parts(self) -> Iterator[Part]:
        """“Justice X on Friday issued an ultimatum”, "was jailed by Judge Y", "argued before Magistrate Z"."""
        if not self._judges:
            return
        for clause in self._cast.clauses:
            if clause.verb in self._cast.quoted or not self._told(clause) or self._verbs.modes.earlier(clause):
                continue
            for key in dict.fromkeys((*self._ruling(clause), *self._heard_by(clause))):
                yield self._verbs.part(clause, Mode.IN_PERSON, "bench", key=key, weight=_WEIGHT)

    @functools.cached_property
    def _judges(self) -> frozenset[str]:
        """The people who hold an office on the bench."""
        return frozenset(person.key for person in self._cast.people if self._judges_now(person))

    def _judges_now(self, person: Person) -> bool:
        return any(
            title.head_words.split()[-1].removesuffix("s") in self._words.judges
            and not any(token.text.lower() in self._words.former for token in self._tokens[title.outer : title.last])
            for title in person.titles
        )

    @functools.cached_property
    def _sitting(self) -> bool:
        """Whether the first paragraphs tell, as their own matter, what a court did or who stood in it."""
        return any(
            self._tokens[clause.verb].paragraph < _LEAD
            and clause.verb not in self._cast.quoted
            and self._tokens[clause.verb].dep != _ASIDE
            and self._told(clause)
            and (self._acts(clause) or any(map(self._of_court, self._places(clause))))
            and not self._verbs.modes.earlier(clause)
            for clause in self._cast.clauses
        )

    def _acts(self, clause: Clause) -> bool:
        return clause.lemma in self._words.acts and clause.doer is not None and self._of_court(clause.doer)

    def _places(self, clause: Clause) -> Iterator[int]:
        """The nouns of where or before whom it is done, and of those who are told."""
        yield from (noun for name, noun in clause.preps if name in _WHERE)
        yield from (i for i in (*clause.objects, clause.indirect) if i is not None and clause.lemma == "tell")
        for held in clause.objects:
            yield from (i for i in self._cast.parse.subtree(held) if self._by(i))

    def _by(self, noun: int) -> bool:
        return self._tokens[self._tokens[noun].head].text.lower() == "by"

    def _of_court(self, noun: int) -> bool:
        lemma = self._tokens[noun].lemma.lower()
        return lemma in self._words.bodies | self._words.judges or self._verbs.args.key(noun) in self._judges

    def _told(self, clause: Clause) -> bool:
        """Whether it tells of what was done, by itself and not in the words of somebody else."""
        if clause.negated or clause.modal or not self._finite(clause):
            return False
        if self._tokens[clause.verb].dep in _ON_NOUN and not clause.inherited:
            return False  # "a resolution in which Judge X ordered"
        above = self._verbs.modes.teller(clause)
        return above is None or bool(set(above.subjects) & set(clause.subjects))

    def _finite(self, clause: Clause) -> bool:
        """Whether it says when: "judges agreed", where the parser may take the verb for a participle."""
        main = self._tokens[clause.verb].dep == "ROOT" and clause.subject is not None
        return (clause.form is Form.FINITE and clause.tense in _TOLD) or (main and clause.tense is Tense.NONE)

    def _ruling(self, clause: Clause) -> Iterator[str]:
        """Who rules, or speaks where a court sits."""
        words = self._verbs.modes.own_words(clause)
        acts = clause.lemma in self._words.acts
        dated = presence_words().days.search(words.lower()) is not None
        speaks = clause.lemma in self._verbs.rules.saying and self._verbs.rules.afar.search(words) is None
        if (acts and (self._sitting or dated)) or (speaks and self._sitting):
            yield from (key for key in self._verbs.args.slot("subject", clause) if key in self._judges)
            yield from (key for noun in clause.subjects for key in self._named_with(noun))

    def _named_with(self, noun: int) -> Iterator[str]:
        """“Three judges - X, Y and Z - agreed”."""
        if self._tokens[noun].lemma in self._words.judges:
            mentions = (self._cast.by_token.get(i) for i in self._cast.parse.subtree(noun))
            yield from (one.person for one in mentions if one is not None and one.person in self._judges)

    def _heard_by(self, clause: Clause) -> Iterator[str]:
        yield from (key for key in self._verbs.args.slot("before", clause) if key in self._judges)
