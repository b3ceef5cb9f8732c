"""Who undertakes, asks for or refuses what, from the clauses of an article."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefing.extract.amounts import AmountFinder
from briefing.extract.cast import Cast
from briefing.extract.clauses import Clause, Clauses, Tense, conjuncts
from briefing.extract.datelines import Datelines
from briefing.extract.identity import fact_id
from briefing.extract.lexicon import load
from briefing.extract.parse import Parse
from briefing.extract.readings import Undertaking
from briefing.extract.times import Term, TermFinder
from briefing.extract.undertakings import Undertakings
from briefing.model.facts import Amount, Attribution, Commitment, Evidence, Kind, Quote, When
from briefing.model.span import Span, Written

_LEAD = frozenset(
    ("that", "where", "and", "but", "while", "as", "because", "when", "who", "which", "so", "or", "whereas", "since")
)
_EDGES = frozenset(" \t\n\u00a0“”\"«»„‟’‘',;:([—–-")
_CLOSING_MARKS = frozenset("”\"»“‘’'›")
_OWN = frozenset(("i", "we", "us", "me"))
_OWN_OR_OURS = _OWN | {"our", "my"}
_TOLD = frozenset((Tense.PAST, Tense.PERFECT, Tense.PAST_PERFECT))
_DONE = frozenset((Kind.SIGNED, Kind.AGREED, Kind.DELIVERED))
_CARRIED = frozenset(("he", "she", "it", "they"))
_RECIPIENTS = frozenset(("PERSON", "ORG", "GPE", "NORP"))


def find_commitments(
    parse: Parse, clauses: Clauses, cast: Cast, quotes: Sequence[Quote], event_of: Callable[[int], str | None]
) -> tuple[Commitment, ...]:
    """The undertakings, requests and refusals of an article, in order; `event_of` tells the event at a place."""
    return _Finder(parse, clauses, cast, quotes).find(event_of)


@dataclass(frozen=True, slots=True)
class _Actor:
    name: str | None
    key: str | None
    words: Written | None


class _Finder:
    def __init__(self, parse: Parse, clauses: Clauses, cast: Cast, quotes: Sequence[Quote]) -> None:
        self._parse = parse
        self._text = parse.article.text
        self._clauses = clauses
        self._cast = cast
        self._amounts = AmountFinder(parse.article)
        self._terms = TermFinder(parse.article)
        self._datelines = Datelines(parse)
        self._undertakings = Undertakings(parse, clauses, self._amounts)
        self._who = {kind: frozenset(load("en", "commitments")["agents"][kind]) for kind in ("persons", "bodies")}
        self._parts = sorted((part.start, part.end, quote) for quote in quotes for part in quote.parts)

    def find(self, event_of: Callable[[int], str | None]) -> tuple[Commitment, ...]:
        found = self._undertakings.find(
            spoken=lambda i: (quote := self._quote_at(i)) is not None and quote.speaker is not None
        )
        made = [self._commitment(each, event_of) for each in found]
        return tuple(self._distinct([each for each in made if each is not None]))

    @staticmethod
    def _distinct(found: list[Commitment]) -> list[Commitment]:
        """Each stretch of words once: of two over the same words the surer, then the longer."""
        kept: list[Commitment] = []
        for each in sorted(found, key=lambda c: (-c.evidence.confidence, -len(c.words.text), c.words.span.start)):
            inside = any(
                (other.words.span.covers(each.words.span) and other.kind is each.kind)
                or other.words.span == each.words.span
                for other in kept
            )
            if not inside:
                kept.append(each)
        return sorted(kept, key=lambda c: (c.words.span.start, c.words.span.end))

    def _quote_at(self, token: int) -> Quote | None:
        place = self._parse.tokens[token].start
        return next((quote for start, end, quote in self._parts if start <= place < end), None)

    def _commitment(self, found: Undertaking, event_of: Callable[[int], str | None]) -> Commitment | None:
        words = self._words(found)
        actor = self._actor(found)
        if words is None or self._is_history(words, found.kind):
            return None
        verb = self._parse.tokens[found.kind_verb]
        sentence = self._parse.sentences[verb.sentence]
        start, end = min(words.span.start, sentence.start), max(words.span.end, sentence.end)
        confidence = found.confidence * (1.0 if actor.name else 0.7)
        return Commitment(
            id=fact_id("commitment", self._parse.article.id, (words.span.start, words.span.end), found.kind),
            kind=found.kind,
            words=words,
            kind_words=self._written(verb.start, verb.end),
            actor=actor.name,
            actor_id=self._cast.attendee_id(actor.key),
            actor_words=actor.words,
            condition=self._condition(found.clause),
            beneficiary=self._beneficiary(found),
            addressee=self._asked(found),
            amount=self._amount(words.span),
            deadline=self._deadline(words.span, found),
            event=event_of(words.span.start),
            evidence=Evidence(spans=(self._parse.span(start, end),), rule=found.rule, confidence=round(confidence, 3)),
        )

    def _asked(self, found: Undertaking) -> Written | None:
        """Who is asked; a bare pronoun tells a reader of the brief nothing."""
        if found.asks is None or self._parse.tokens[found.asks].pos == "PRON":
            return None
        heads = [i for i in conjuncts(self._parse, found.asks) if self._parse.tokens[i].pos in {"NOUN", "PROPN"}]
        spans = [self._cast.phrase(i).span for i in heads or [found.asks]]
        return self._written(min(span.start for span in spans), max(span.end for span in spans))

    def _written(self, start: int, end: int) -> Written:
        return Written(text=self._text[start:end], span=self._parse.span(start, end))

    # --- the words

    def _words(self, found: Undertaking) -> Written | None:
        """The clause, without clauses joined to it and without what only leads it in; nor past a quotation's end."""
        clause, tokens = found.clause, self._parse.tokens
        if found.noun is not None:
            below = [tokens[i] for i in self._parse.subtree(found.noun)]
            return self._trimmed(min(token.start for token in below), max(token.end for token in below))
        others = [
            child
            for child in self._parse.children[clause.verb]
            if tokens[child].dep in {"conj", "cc", "parataxis"}
            and (self._clauses.get(child) or tokens[child].dep == "cc")
        ]
        others += [i for i in self._parse.children[clause.verb] if self._governs_report(clause, i)]
        start, end = self._clauses.span_of(clause, without=others)
        start, end = self._within_quote(clause.verb, start, end)
        start = max(start, self._datelines.end(clause.verb))
        for i in range(len(tokens)):
            first = self._first_token(start)
            if first is None or i > 4 or tokens[first].text.lower() not in _LEAD or first >= clause.verb:
                break
            start = tokens[first + 1].start
        return self._trimmed(start, end)

    def _trimmed(self, start: int, end: int) -> Written | None:
        while start < end and self._text[start] in _EDGES:
            start += 1
        while start < end and self._text[end - 1] in _EDGES:
            end -= 1
        return self._written(start, self._closed(start, end)) if end > start else None

    def _closed(self, start: int, end: int) -> int:
        """The end moved past the closing mark of a quotation that begins within the words and ends with them."""
        for first, last, _ in self._parts:
            if start < first < end and last - 2 <= end <= last and self._text[last : last + 1] in _CLOSING_MARKS:
                return last + 1
        return end

    def _governs_report(self, clause: Clause, child: int) -> bool:
        """`Ukraine plans ..., Zelenskyy said`: the reporting clause that the parser hung below the plan."""
        inner = self._clauses.get(child)
        return (
            inner is not None
            and self._parse.tokens[child].dep in {"parataxis", "ccomp"}
            and child > clause.verb
            and (clause.complement != child)
        )

    def _first_token(self, start: int) -> int | None:
        return next((token.i for token in self._parse.tokens if token.start >= start), None)

    def _within_quote(self, verb: int, start: int, end: int) -> tuple[int, int]:
        place = self._parse.tokens[verb].start
        for first, last, _ in self._parts:
            if first <= place < last:
                return max(start, first), min(end, last)
            if start < first < end < last:
                end = last  # the sentence runs into the quotation
        return start, end

    def _is_history(self, words: Written, kind: Kind) -> bool:
        """Something done in a year well before the newest year that the article names."""
        if kind not in _DONE:
            return False
        years = [int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", words.text)]
        newest = max([int(y) for y in re.findall(r"\b(?:19|20)\d\d\b", self._text)], default=0)
        return bool(years) and max(years) < newest - 1

    # --- who

    def _actor(self, found: Undertaking) -> _Actor:
        quote = self._quote_at(found.clause.verb)
        if found.noun is not None or found.actor is not None:
            return self._stated(found, quote)
        if found.by_reporter:
            return self._reporter(found.clause, quote)
        clause = found.clause
        doer = clause.doer if clause.doer is None else self._datelines.actor(clause.verb, clause.doer)
        if doer is None:
            return self._reporter(clause, quote) if clause.passive else _Actor(None, None, None)
        if self._parse.tokens[doer].text.lower() in _OWN and quote is not None and self._quote_at(doer) is quote:
            return self._speaker(quote, self._cast.phrase(doer))
        own = not clause.passive and len(clause.subjects) > 1 and doer == clause.doer
        heads = clause.subjects if own else conjuncts(self._parse, doer)
        return self._refer_reported(doer, clause) if len(heads) == 1 else self._join([self._refer(i) for i in heads])

    def _refer_reported(self, token: int, clause: Clause) -> _Actor:
        """Who is meant; "she", "it" and "they" of a report whose only subject fits are who reports."""
        actor, word = self._refer(token), self._parse.tokens[token].text.lower()
        said = self._undertakings.reporter(clause)
        if actor.name is not None or word not in _CARRIED or said is None or said.doer is None or said.doer > token:
            return actor
        if not self._fits(word, said.doer) or said.objects:
            return actor
        return self._join([self._refer(i) for i in (said.subjects if len(said.subjects) > 1 else (said.doer,))])

    def _fits(self, word: str, subject: int) -> bool:
        """Whether a subject that is no pronoun can be what "he", "it" or "they" carries on."""
        token = self._parse.tokens[subject]
        if token.pos not in {"NOUN", "PROPN"} or subject in self._cast.by_token:
            return False
        many = token.tag in {"NNS", "NNPS"} or len(conjuncts(self._parse, subject)) > 1
        if word == "they":
            return many and (token.pos == "PROPN" or self._undertakings.is_agent(subject))
        body = token.entity in {"ORG", "GPE"} or token.lemma in self._who["bodies"]
        return not many and (body if word == "it" else token.lemma in self._who["persons"])

    def _stated(self, found: Undertaking, quote: Quote | None) -> _Actor:
        if found.actor is None:
            return _Actor(None, None, None)
        if quote is not None and self._parse.tokens[found.actor].text.lower() in _OWN_OR_OURS:
            return self._speaker(quote, quote.speaker_words)
        return self._join([self._refer(i) for i in conjuncts(self._parse, found.actor)])

    def _join(self, actors: list[_Actor]) -> _Actor:
        if len(actors) == 1:
            return actors[0]
        names = [actor.name for actor in actors if actor.name]
        first = actors[0]
        spans = [actor.words.span for actor in actors if actor.words is not None]
        words = self._written(min(s.start for s in spans), max(s.end for s in spans)) if spans else None
        if len(names) != len(actors):
            return _Actor(words.text if words is not None else None, first.key, words)
        return _Actor(" and ".join([", ".join(names[:-1]), names[-1]]), first.key, words)

    def _refer(self, token: int) -> _Actor:
        referent = self._cast.refer(token)
        settled = referent.attribution is not Attribution.UNKNOWN
        return _Actor(referent.name if settled else None, referent.key if settled else None, referent.words)

    def _speaker(self, quote: Quote, words: Written | None) -> _Actor:
        key = next(
            (person.key for person in self._cast.people if self._cast.attendee_id(person.key) == quote.speaker_id), None
        )
        return _Actor(quote.speaker, key, words or quote.speaker_words)

    def _reporter(self, clause: Clause, quote: Quote | None) -> _Actor:
        """Who says it: the speaker of the quotation, else the subject of the verb of saying."""
        if quote is not None:
            return self._speaker(quote, quote.speaker_words)
        said = self._undertakings.reporter(clause)
        if said is None:
            return _Actor(None, None, None)
        if said.doer is None:
            named = self._named_before(said.verb)
            return self._refer(named) if named is not None else _Actor(None, None, None)
        return self._join([self._refer(i) for i in (said.subjects if len(said.subjects) > 1 else (said.doer,))])

    def _named_before(self, verb: int) -> int | None:
        """`..., Name, said`: the name before the comma, where the parser gave the verb no subject."""
        tokens = self._parse.tokens
        at = verb - 2 if verb >= 2 and tokens[verb - 1].text == "," else verb - 1
        return at if at >= 0 and tokens[at].pos == "PROPN" and tokens[at].sentence == tokens[verb].sentence else None

    # --- the other slots

    def _amount(self, span: Span) -> Amount | None:
        sums = self._amounts.money(span.start, span.end)
        return sums[0].amount if sums else None

    def _deadline(self, span: Span, found: Undertaking) -> When | None:
        """The first time to come in the words; beside an act that is done only one that looks ahead by itself."""
        focus = self._parse.tokens[found.focus].start if found.focus is not None else span.start
        for term in self._terms.find(span.start, span.end):
            ahead = self._looks_ahead(found)
            if self._is_over(term):
                continue
            if term.strong or (ahead and term.start >= focus):
                return term.when
        return None

    def _looks_ahead(self, found: Undertaking) -> bool:
        """Whether a bare time in the words is one to come, not the time at which it was said or asked."""
        if found.kind is Kind.PLANNED:
            return True
        if found.kind is Kind.AGREED or (found.focus is None and found.clause.tense in _TOLD):
            return found.focus is not None
        return found.kind in {Kind.PLEDGED, Kind.DECLINED, Kind.REQUESTED, Kind.ANNOUNCED}

    def _is_over(self, term: Term) -> bool:
        """Whether a time lies before a year that the article names: history, or how long something has lasted."""
        end = term.when.end or term.when.start
        return end is not None and not term.limit and int(end[:4]) < self._newest()

    def _newest(self) -> int:
        published = re.match(r"\d{4}", self._parse.article.published or "")
        named = [int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", self._text)]
        return int(published.group()) if published else min(max(named, default=0), 2000)

    def _condition(self, clause: Clause) -> Written | None:
        for each in (clause, self._clauses.get(clause.complement)):
            inner = self._clauses.get(each.condition) if each is not None else None
            if inner is not None:
                return self._written(*self._clauses.span_of(inner))
        return None

    def _beneficiary(self, found: Undertaking) -> Written | None:
        """For whom something is given or done: "to Ukraine", "for the refugees"."""
        if found.kind is Kind.REQUESTED:
            return None
        for each in (found.clause, self._clauses.get(found.focus)):
            if each is None:
                continue
            noun = each.indirect if each.indirect is not None else each.prep("to", "for")
            if noun is not None and self._parse.tokens[noun].entity in _RECIPIENTS:
                return self._cast.phrase(noun)
        return None
