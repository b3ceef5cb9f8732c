"""The particulars of a commitment, each from its own words: amount, deadline, condition, for whom, who is asked."""

from __future__ import annotations

import re
from bisect import bisect_left

from briefing.extract.commitments.readings import Undertaking
from briefing.extract.commitments.recipients import Recipients
from briefing.extract.grammar.clauses import Clause, Form, Tense
from briefing.extract.lexis.lexicon import load
from briefing.extract.measures.amount_grammar import amount_grammar
from briefing.extract.measures.amounts import AmountFinder, Sum
from briefing.extract.measures.times import Term, TermFinder
from briefing.extract.parsing.parse import Parse
from briefing.extract.reference.cast import Cast
from briefing.model.facts import Amount, Kind, When
from briefing.model.span import Span, Written

_TOLD = frozenset((Tense.PAST, Tense.PERFECT, Tense.PAST_PERFECT))
_RELATIVE = frozenset(("WDT", "WP", "WP$"))
_YEARS = re.compile(r"(?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?")
_LASTING = frozenset(("season", "session", "year", "term", "quarter", "semester"))  # "the 2023 season" is a time
_UNTIL = frozenset(("before", "until", "till"))
_PROVISO = re.compile(
    r"\b(?:provided|providing)(?: that)? (?=\w+ \w)(?!(?:with|by|to|for|in|at|on|from) )|"
    r"\bon (?:the |one )?condition(?: that\b|(?=:))|\b(?:as|so) long as\b"
    r"|\bsubject to\b|\bonly (?:if|when|after)\b",
    re.IGNORECASE,
)


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
        self._recipients = Recipients(parse, cast, self._is_sum)
        self._payments = frozenset(load("en", "amounts")["payments"]["nouns"])
        money = amount_grammar("en").data
        self._currencies = frozenset((*money["codes"]["iso"], *money["signs"]))

    def _written(self, start: int, end: int) -> Written:
        return Written(text=self._text[start:end], span=self._parse.span(start, end))

    def amount(self, span: Span, found: Undertaking) -> Amount | None:
        """The first sum of money in the words, else the share that is itself given, paid, asked for or changed."""
        sums = [
            each for each in self._amounts.money(span.start, span.end) if not self._is_of_another(each.start, found)
        ]
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
            if self._names_a_thing(term) or self._is_of_another(term.start, found):
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

    def _names_a_thing(self, term: Term) -> bool:
        """Whether a bare year tells which election or plan is meant: `the 2016 election`, `its 2014-17 plan`."""
        if not _YEARS.fullmatch(term.when.written.text):
            return False
        last = self._parse.tokens[bisect_left(self._starts, term.when.written.span.end) - 1]
        first = self._parse.tokens[min(bisect_left(self._starts, term.start), last.i)]
        heads = (self._parse.tokens[each.head] for each in (first, last))
        named = (head for head in heads if head.i > last.i and head.pos in {"NOUN", "PROPN"})
        return any(head.lemma not in _LASTING for head in named)

    def _is_of_another(self, start: int, found: Undertaking) -> bool:
        """Whether it stands in a clause that tells when or why, or what else is: `after they had paid 3 million`."""
        token = min(bisect_left(self._starts, start), len(self._parse.tokens) - 1)
        clause = self._clauses.around(token)
        own = {found.clause.verb, found.kind_verb, found.focus}
        if clause is None or clause.verb in own or clause.form is not Form.FINITE or clause.subject is None:
            return False
        tokens = self._parse.tokens
        aside = tokens[clause.verb].dep == "advcl" and clause.tense in _TOLD and clause.verb > found.clause.verb
        beside = (
            tokens[clause.verb].dep == "relcl" and not clause.inherited and tokens[clause.subject].tag not in _RELATIVE
        )
        before = (
            found.clause.inherited
            and clause.verb == tokens[found.clause.verb].head
            and start > tokens[clause.verb].start
        )
        below = clause.verb in set(self._parse.subtree(found.clause.verb))
        return ((aside or beside) and below) or (before and tokens[found.clause.verb].dep == "conj")

    def _looks_ahead(self, found: Undertaking) -> bool:
        """Whether a bare time in the words is one to come, not the time at which it was said or asked."""
        if found.kind is Kind.PLANNED:
            return True
        if found.kind in {Kind.AGREED, Kind.ANNOUNCED} or (found.focus is None and found.clause.tense in _TOLD):
            return found.focus is not None or found.noun is not None
        return found.kind in {Kind.PLEDGED, Kind.DECLINED, Kind.REQUESTED}

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
        found = _PROVISO.finditer(self._text, span.start, span.end)
        match = next((each for each in found if not self._gives_something(each.start())), None)
        if match is None:
            return None
        verbs = (each for each in self._clauses if self._parse.tokens[each.verb].start >= match.end())
        clause = next((each for each in sorted(verbs, key=lambda each: each.verb) if each.form is Form.FINITE), None)
        end = span.end if clause is None else min(span.end, self._clauses.span_of(clause)[1])
        return self._written(match.start(), max(end, match.end()))

    def _gives_something(self, start: int) -> bool:
        """Whether a "provided" is a verb of its own: `the bank provided a loan`, `to continue providing fuel`."""
        at = bisect_left(self._starts, start)
        if at >= len(self._parse.tokens) or self._parse.tokens[at].lemma != "provide":
            return False
        below = (self._parse.tokens[i].dep for i in self._parse.children[at])
        return any(dep in {"nsubj", "nsubjpass", "dobj", "dative", "aux", "auxpass"} for dep in below)

    def beneficiary(self, found: Undertaking) -> Written | None:
        """For whom something is given or done: "to Ukraine", "for the refugees"."""
        return self._recipients.beneficiary(found)

    def asked(self, found: Undertaking) -> Written | None:
        """Who is asked."""
        return self._recipients.asked(found)

    def _is_sum(self, noun: int) -> bool:
        """Whether a noun is a currency's code or sign, or stands within a sum of money: "will give NOK 300 million"."""
        token = self._parse.tokens[noun]
        sentence = self._parse.sentences[token.sentence]
        sums = self._amounts.money(sentence.start, sentence.end)
        return token.text in self._currencies or any(each.start <= token.start < each.end for each in sums)
