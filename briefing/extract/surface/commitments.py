"""Commitments: who undertakes, asks for or refuses what, with sum, date and condition; in doubt nothing is found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any

from briefing.extract.identity import fact_id
from briefing.extract.lexis.lexicon import load
from briefing.extract.measures.amounts import AmountFinder
from briefing.extract.measures.times import Term, TermFinder
from briefing.extract.surface.actor import Actor, Kind
from briefing.extract.surface.actors import Actors
from briefing.extract.surface.certainty import confidence_of
from briefing.extract.surface.grammar import Tense
from briefing.extract.surface.speakers import Speaker, Speakers
from briefing.extract.surface.undertakers import Undertakers
from briefing.extract.surface.undertaking_entries import Verb
from briefing.extract.surface.undertaking_verbs import OVER, UndertakingVerbs
from briefing.model.facts import Amount, Commitment, Evidence, Quote, When
from briefing.model.facts import Kind as CommitmentKind
from briefing.model.span import Written

_AHEAD = OVER | {CommitmentKind.REQUESTED, CommitmentKind.AGREED}
_UNDATED = frozenset({CommitmentKind.DELIVERED, CommitmentKind.DECLINED})


class Undertakings:
    """Finds the commitments of one article."""

    def __init__(
        self, actors: Actors, speakers: Speakers, quotes: Sequence[tuple[Quote, Speaker | None]], language: str
    ) -> None:
        """`quotes`: the quotations of the article with their speakers."""
        self._actors = actors
        self._parse = actors.parse
        self._tokens = actors.parse.tokens
        self._text = actors.parse.article.text
        self._bounds = actors.bounds
        data: Mapping[str, Any] = load(language, "commitments")
        self._conditions = frozenset(data["conditions"]["words"].split())
        self._who = Undertakers(actors, speakers, quotes, frozenset(data["agents"]["words"].split()))
        self._verbs = UndertakingVerbs(actors, self._who, quotes, data)
        self._amounts = AmountFinder(self._parse.article, language)
        self._terms = TermFinder(self._parse.article, language)

    def find(self, ids: Mapping[str, str], event: str | None) -> tuple[Commitment, ...]:
        """The commitments in order; `ids`: attendees by name; `event`: the id of the main event."""
        found: list[Commitment] = []
        for sentence in self._parse.sentences:
            if self._text[sentence.end - 1] == "?":
                continue
            verbs = self._verbs.of(sentence)
            for at, (verb, later) in enumerate(zip_longest(verbs, verbs[1:])):
                if verb is not None:
                    found.append(self._record(verb, later, ids, event, verbs[at - 1] if at else None))
        return tuple(found)

    def _record(
        self, verb: Verb, later: Verb | None, ids: Mapping[str, str], event: str | None, earlier: Verb | None
    ) -> Commitment:
        actor = self._who.of(verb.i, verb.clause, promised=self._verbs.promises(verb.i))
        if verb.kind is CommitmentKind.ANNOUNCED:
            other = self._who.told_of(verb.last, self._bounds.in_quotation(verb.i)[1])
            actor = self._who.named(other, verb.i) if other is not None else actor
        name, mention, person = actor.name, actor.mention, actor.person
        first, last = self._bounds.in_quotation(verb.i)
        start, end = self._tokens[first].start, self._tokens[last - 1].end
        own = end if later is None or later.i >= last else self._tokens[later.i].start
        amount = self._amount(verb, start, own)
        deadline = self._deadline(verb, start, own, amount)
        sentence = self._parse.sentences[self._tokens[verb.i].sentence]
        rule = f"surface.commitment.{verb.kind.value}"
        told = (sentence.start, sentence.end)
        if start >= sentence.start and end <= sentence.end and (earlier is not None or later is not None):
            start, end = told = self._piece(verb, later, earlier, (start, end))
        return Commitment(
            id=fact_id("commitment", self._parse.article.id, (start, end), (self._tokens[verb.i].start, 0)),
            kind=verb.kind,
            words=self._written(start, end),
            kind_words=self._written(self._tokens[verb.i].start, self._tokens[verb.last - 1].end),
            actor=name,
            actor_id=ids.get(person) if person is not None else None,
            actor_words=(
                self._written(self._tokens[mention.first].start, self._tokens[mention.last - 1].end)
                if mention is not None and name is not None
                else None
            ),
            condition=self._condition(verb),
            beneficiary=None,
            addressee=self._addressee(verb, mention) if verb.kind is CommitmentKind.REQUESTED else None,
            amount=amount,
            deadline=deadline,
            event=event,
            evidence=Evidence(spans=(self._parse.span(*told),), rule=rule, confidence=confidence_of(rule)),
        )

    def _piece(self, verb: Verb, later: Verb | None, earlier: Verb | None, whole: tuple[int, int]) -> tuple[int, int]:
        """The part of a sentence that tells of one of several undertakings: clauses of others' verbs left out."""
        start, end = whole
        if earlier is not None and earlier.clause != verb.clause:
            start = max(start, self._tokens[verb.clause[0]].start)
        if later is not None and later.clause != verb.clause and later.clause[0] > verb.i:
            end = min(end, self._tokens[later.clause[0] - 1].end)
        return start, end

    def _amount(self, verb: Verb, start: int, end: int) -> Amount | None:
        """The sum nearest after the verb, in its clause; else the only one before it."""
        place = self._tokens[verb.i].start
        sums = self._amounts.money(start, end)
        after = [each for each in sums if each.start >= place and each.end <= self._tokens[verb.clause[1] - 1].end]
        before = [each for each in sums if self._tokens[verb.clause[0]].start <= each.start < place]
        if self._verbs.close and before:
            return before[-1].amount
        found = after[0] if after else before[0] if len(before) == 1 else None
        return found.amount if found is not None else None

    def _deadline(self, verb: Verb, start: int, end: int, amount: Amount | None) -> When | None:
        if verb.kind in _UNDATED:
            return None
        taken = amount.written.span if amount is not None else None
        terms = [
            term
            for term in self._terms.find(start, end)
            if (taken is None or term.end <= taken.start or term.start >= taken.end)
            and not self._in_a_place(term.start)
        ]
        strong = [term for term in terms if term.strong or term.limit]
        ahead = verb.tense is Tense.FUTURE or verb.kind in _AHEAD
        later = [
            term
            for term in terms
            if ahead and term.start > self._tokens[verb.i].end and not self._dates_the_act(term, verb)
        ]
        best = min(strong or later, key=lambda term: (not term.limit, term.start), default=None)
        return best.when if best is not None else None

    def _dates_the_act(self, term: Term, verb: Verb) -> bool:
        """Whether a time right after a verb in the past says when it was done ("agreed on Wednesday to build")."""
        if verb.tense is not Tense.PAST:
            return False
        gap = self._text[self._tokens[verb.last - 1].end : term.start]
        past = term.when.end is not None and term.when.end <= (self._parse.article.published or "")[:10]
        return past or len(gap.split()) <= 1

    def _in_a_place(self, start: int) -> bool:
        actor = self._actors.at(bisect_left(self._actors.starts, start))
        return actor is not None and actor.kind is Kind.PLACE

    def _condition(self, verb: Verb) -> Written | None:
        """The clause that a word of condition opens, in the sentence of the verb."""
        first, last = self._bounds.in_quotation(verb.i)
        for i in range(first, last):
            if self._tokens[i].text.lower() not in self._conditions or self._text[: self._tokens[i].start].endswith(
                "-"
            ):
                continue  # the pronoun of "comprometeu-se" is no condition
            end = i + 1
            while end < last and self._tokens[end].text not in {",", ";", ".", "–", "—"}:
                end += 1
            return self._written(self._tokens[i].start, self._tokens[end - 1].end)
        return None

    def _addressee(self, verb: Verb, actor: Actor | None) -> Written | None:
        """Who is asked: the first one named after the verb of asking."""
        for other in self._actors.of_sentence(self._tokens[verb.i].sentence):
            if verb.last <= other.first <= verb.last + 3 and other is not actor:
                return self._written(self._tokens[other.first].start, self._tokens[other.last - 1].end)
        return None

    def _written(self, start: int, end: int) -> Written:
        return Written(text=self._text[start:end], span=self._parse.span(start, end))
