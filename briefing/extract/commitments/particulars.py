"""The particulars of a commitment, each from its own words: amount, deadline, condition, for whom, who is asked."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from briefing.extract.attendance.event_words import event_words
from briefing.extract.commitments.readings import Undertaking
from briefing.extract.grammar.clauses import Clause, Form, Tense
from briefing.extract.grammar.coordination import conjuncts
from briefing.extract.lexis.lexicon import load
from briefing.extract.measures.amount_grammar import amount_grammar
from briefing.extract.measures.amounts import AmountFinder, Sum
from briefing.extract.measures.times import Term, TermFinder
from briefing.extract.parsing.parse import Parse
from briefing.extract.reference.cast import Cast
from briefing.model.facts import Amount, Kind, When
from briefing.model.span import Span, Written

_TOLD = frozenset((Tense.PAST, Tense.PERFECT, Tense.PAST_PERFECT))
_UNTIL = frozenset(("before", "until", "till"))
_PROVISO = re.compile(
    r"\b(?:provided|providing)(?: that)? (?=\w+ \w)|\bon (?:the |one )?condition(?: that\b|(?=:))|\b(?:as|so) long as\b"
    r"|\bsubject to\b|\bonly (?:if|when|after)\b",
    re.IGNORECASE,
)
_PROVIDING = frozenset(("provide", "supply", "present", "furnish", "equip"))
_RECIPIENTS = frozenset(("PERSON", "ORG", "GPE", "NORP"))


class Particulars:
    """Reads the slots of one article's undertakings."""

    def __init__(self, parse: Parse, cast: Cast, amounts: AmountFinder) -> None:
        self._parse = parse
        self._text = parse.article.text
        self._starts = [token.start for token in parse.tokens]
        self._cast = cast
        self._clauses = cast.clauses
        self._amounts = amounts
        self._terms = TermFinder(parse.article)
        self._occasions = frozenset(load("en", "times")["occasions"]["nouns"])
        self._events = event_words("en").named - event_words("en").bodies
        self._recipients = frozenset(load("en", "commitments")["agents"]["recipients"])
        self._payments = frozenset(load("en", "amounts")["payments"]["nouns"])
        money = amount_grammar("en").data
        self._currencies = frozenset((*money["codes"]["iso"], *money["signs"]))

    def _written(self, start: int, end: int) -> Written:
        return Written(text=self._text[start:end], span=self._parse.span(start, end))

    def amount(self, span: Span, found: Undertaking) -> Amount | None:
        """The first sum of money in the words, else the share that is itself given, paid, asked for or changed."""
        sums = self._amounts.money(span.start, span.end)
        if not sums:
            sums = [each for each in self._amounts.shares(span.start, span.end) if self._is_object(each, found)]
        return sums[0].amount if sums else None

    def _is_object(self, share: Sum, found: Undertaking) -> bool:
        """Whether a share of money stands in the object of the verb, or of the verb of what is undertaken."""
        tokens, verbs = self._parse.tokens, {found.clause.verb, found.focus}
        at = min(bisect_left(self._starts, share.number), len(tokens) - 1)
        while tokens[at].head not in verbs and tokens[at].head != at:
            at = tokens[at].head
        if tokens[at].dep not in {"dobj", "nsubjpass"}:
            return False
        return bool({tokens[i].lemma for i in self._parse.subtree(at)} & self._payments)

    def deadline(self, span: Span, found: Undertaking) -> When | None:
        """The first time to come in the words; beside an act that is done only one that looks ahead by itself."""
        focus = self._parse.tokens[found.focus].start if found.focus is not None else span.start
        ahead = self._looks_ahead(found)
        for term in self._terms.find(span.start, span.end):
            if self._is_over(term) or self._is_today(term) or self._dates_another(term, found):
                continue
            if term.strong or (ahead and term.start >= focus):
                return term.when
        return self._occasion(found)

    def _is_today(self, term: Term) -> bool:
        """Whether it is the article's own date, as a dateline has it."""
        today = self._terms.today
        return today is not None and term.when.start == today.isoformat() and str(today.year) in term.when.written.text

    def _occasion(self, found: Undertaking) -> When | None:
        """`before the harvest`, `until the road is open`: what it is to be done before, without a date."""
        tokens = self._parse.tokens
        if found.kind in {Kind.DELIVERED, Kind.SIGNED} or not (self._looks_ahead(found) or found.focus is not None):
            return None
        for verb in dict.fromkeys((found.focus if found.focus is not None else found.clause.verb, found.clause.verb)):
            for i in (child for child in self._parse.children[verb] if child > verb):
                if any(token.text == ";" for token in tokens[verb:i]):
                    break
                below = self._parse.children[i]
                mark = next((c for c in below if tokens[c].dep == "mark" and tokens[c].lemma in _UNTIL), None)
                if tokens[i].dep == "advcl" and mark is not None and mark < i:
                    return self._unsettled(mark, i)
                if tokens[i].lemma in _UNTIL and any(tokens[c].lemma in self._occasions for c in below):
                    return self._unsettled(i, i)
        return None

    def _unsettled(self, first: int, head: int) -> When:
        last = max(self._parse.subtree(head))
        return When(written=self._written(self._parse.tokens[first].start, self._parse.tokens[last].end))

    def _dates_another(self, term: Term, found: Undertaking) -> bool:
        """Whether a time belongs to something else that is past: "a treaty that took effect in 2019"."""
        token = bisect_left(self._starts, term.start)
        clause = self._clauses.around(token) if token < len(self._starts) else None
        if clause is None or clause.verb in {found.clause.verb, found.kind_verb, found.focus}:
            return False
        past = clause.tense in _TOLD and clause.form is Form.FINITE
        return past and clause.verb > found.clause.verb and clause.verb in set(self._parse.subtree(found.clause.verb))

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

    def condition(self, clause: Clause) -> Written | None:
        """The "if" or "unless" clause."""
        for each in (clause, self._clauses.get(clause.complement)):
            inner = self._clauses.get(each.condition) if each is not None else None
            if inner is not None:
                return self._written(*self._clauses.span_of(inner))
        return None

    def proviso(self, span: Span) -> Written | None:
        """`provided that the council agrees`, `on condition that`, `as long as`: within the words of an undertaking."""
        match = _PROVISO.search(self._text, span.start, span.end)
        if match is None:
            return None
        verbs = (each for each in self._clauses if self._parse.tokens[each.verb].start >= match.end())
        clause = next((each for each in sorted(verbs, key=lambda each: each.verb) if each.form is Form.FINITE), None)
        end = span.end if clause is None else min(span.end, self._clauses.span_of(clause)[1])
        return self._written(match.start(), max(end, match.end()))

    def beneficiary(self, found: Undertaking) -> Written | None:
        """For whom something is given or done: "to Ukraine", "for the refugees"."""
        if found.kind is Kind.REQUESTED:
            return None
        for each in (found.clause, self._clauses.get(found.focus)):
            if each is None:
                continue
            given = self._given(each)
            if given is not None:
                return self._cast.phrase(given)
            noun = next((i for i in self._toward(each) if self._receives(i)), None)
            if noun is not None:
                return self._cast.phrase(noun)
        return None

    def _toward(self, clause: Clause) -> Iterator[int]:
        """Nouns after "for", and after "to" where something is given: not `will travel to Norway`, `a road to Oslo`."""
        tokens = self._parse.tokens
        yield from (noun for name, noun in clause.preps if name == "for" or (name == "to" and clause.objects))
        for thing in clause.objects:
            given = {"for", "to"} if self._is_sum(thing) else {"for"}
            led = (i for i in self._parse.children[thing] if tokens[i].dep in {"prep", "dative"})
            for i in (i for i in led if tokens[i].lemma in given):
                yield from (below for below in self._parse.children[i] if tokens[below].dep == "pobj")

    def _receives(self, noun: int) -> bool:
        token = self._parse.tokens[noun]
        if token.entity not in _RECIPIENTS and token.lemma not in self._recipients:
            return False
        return not self._is_sum(noun) and token.text not in self._events

    def _given(self, clause: Clause) -> int | None:
        """Who stands before what is given: `gave the families $40`, `provide the islands with fuel`."""
        noun = clause.indirect
        if noun is None and clause.lemma in _PROVIDING and clause.objects and clause.prep("with") is not None:
            noun = clause.objects[0]
        if noun is None or self._parse.tokens[noun].pos == "PRON" or self._is_sum(noun):
            return None
        return noun

    def _is_sum(self, noun: int) -> bool:
        """Whether a noun is a currency's code or sign, or stands within a sum of money: "will give NOK 300 million"."""
        token = self._parse.tokens[noun]
        sentence = self._parse.sentences[token.sentence]
        sums = self._amounts.money(sentence.start, sentence.end)
        return token.text in self._currencies or any(each.start <= token.start < each.end for each in sums)

    def asked(self, found: Undertaking) -> Written | None:
        """Who is asked; a bare pronoun tells a reader of the brief nothing."""
        if found.asks is None or self._parse.tokens[found.asks].pos == "PRON":
            return None
        heads = [i for i in conjuncts(self._parse, found.asks) if self._parse.tokens[i].pos in {"NOUN", "PROPN"}]
        spans = [self._cast.phrase(i).span for i in heads or [found.asks]]
        return self._written(min(span.start for span in spans), max(span.end for span in spans))
