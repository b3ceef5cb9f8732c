"""What is told only as background: long ago, decided once, or said by the way to tell who or what is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from briefing.extract.commitments.deeds import RULE as DONE
from briefing.extract.commitments.readings import FUTURE, Readings, Undertaking
from briefing.extract.grammar.clauses import Clause, Clauses, Form, Tense
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind

_YEAR = re.compile(r"\b(1[0-9]\d\d|20\d\d)s?\b")
_NOW = re.compile(r"\b20\d\d\b")
_LONG = 10  # years after which what was done is history
_SOME_YEARS = 3
_TO_COME = frozenset(("by", "until", "till", "before", "to"))
_LATEST = 2015  # where no year is named at all
_OVER = frozenset((Tense.PAST, Tense.PAST_PERFECT))
_DATING = frozenset(("in", "on", "during", "since", "from", "between", "around", "by"))
_HISTORY = 4  # sentences about former times, from which an article tells of them
_OPENING = 5  # tokens
_SHARE = 0.2  # of its sentences, likewise
_NEWS = frozenset((Kind.ANNOUNCED, Kind.AGREED, Kind.DELIVERED))
_WORD = frozenset((Kind.PLEDGED, Kind.REQUESTED))
_RELATIVE = frozenset(("WDT", "WP", "WP$", "WRB"))


class Background:
    """The vetoes on what one article tells of former times and by the way."""

    def __init__(self, parse: Parse, clauses: Clauses, read: Readings, language: str = "en") -> None:
        self._parse = parse
        self._clauses = clauses
        self._read = read
        data = load(language, "vetoes")["background"]
        self._own = frozenset(data["own"])
        self._then = tuple(data["then"])
        self._choosing, self._planning = frozenset(data["choosing"]), frozenset(data["planning"])

    def bars(self, made: Undertaking, *, public: bool, spoken: bool) -> bool:
        """Whether it is no news; `public`: a body or an office-holder acts; `spoken`: as in a quotation."""
        if made.noun is not None:
            return False
        clause = made.clause
        if (
            self._long_ago(clause, made_done=made.kind is Kind.DELIVERED)
            or self._by_the_way(made, public=public)
            or self._defines(clause)
        ):
            return True
        if self._dates_another(made) or self._own_affair(made) or (made.rule.startswith(DONE) and not public):
            return True
        return made.kind is Kind.PLANNED and self._once_planned(made, public=public, spoken=spoken)

    # --- former times

    @cached_property
    def _newest(self) -> int:
        """The newest year that the article's page or text names."""
        published = int((self._parse.article.published or "0")[:4])
        return max([published, _LATEST, *map(int, _NOW.findall(self._parse.article.text))])

    def _old_year(self, start: int, end: int) -> bool:
        years = [int(match.group(1)) for match in _YEAR.finditer(self._parse.article.text, start, end)]
        return bool(years) and max(years) <= min(self._newest, _LATEST + _LONG) - _LONG

    @cached_property
    def _latest(self) -> int:
        """The newest year that the article names but for those to come."""
        text = self._parse.article.text
        led = (
            (each, set(text[max(0, each.start() - 12) : each.start()].lower().split()[-1:]))
            for each in _NOW.finditer(text)
        )
        years = [int(match.group()) for match, before in led if not before & _TO_COME]
        return max([int((self._parse.article.published or "0")[:4]), *years])

    def _years_past(self, start: int, end: int) -> bool:
        """Whether a time is some years before the newest that the article tells of."""
        years = [int(match.group()) for match in _NOW.finditer(self._parse.article.text, start, end)]
        return bool(years) and max(years) <= self._latest - _SOME_YEARS

    def _long_ago(self, clause: Clause, *, made_done: bool) -> bool:
        """`In 1818 the country declared`, and in an article that tells of such times whatever is told as past."""
        if clause.tense not in _OVER and clause.form is Form.FINITE:
            return False
        if any(self._old_year(start, end) for start, end in self._dates(clause)):
            return True
        if made_done and any(self._years_past(start, end) for start, end in self._dates(clause)):
            return True
        return (self._is_history and clause.form is Form.FINITE) or self._in_the_past(clause.verb)

    def _in_the_past(self, verb: int) -> bool:
        """`in the past, importers raised their prices`, `At the time, ...`; not `in the past two weeks`."""
        tokens = self._parse.tokens
        sentence = self._parse.sentences[tokens[verb].sentence]
        opening = " ".join(token.text.lower() for token in tokens[sentence.first : sentence.first + _OPENING])
        if opening.startswith(self._then):
            return True
        led = (i for i in self._parse.children[verb] if tokens[i].lemma == "in")
        return any(tokens[i].text.lower() == "past" for each in led for i in self._parse.children[each])

    def _dates(self, clause: Clause) -> Iterator[tuple[int, int]]:
        """Where the times stand at which a clause, or the clause that it goes on with, is said to be."""
        tokens, verb = self._parse.tokens, clause.verb
        for _ in range(3):
            for i in self._parse.children[verb]:
                dated = tokens[i].dep == "npadvmod" or (tokens[i].dep == "prep" and tokens[i].lemma in _DATING)
                if dated:
                    below = [tokens[each] for each in self._parse.subtree(i)]
                    yield min(each.start for each in below), max(each.end for each in below)
            if tokens[verb].dep not in {"conj", "advcl", "xcomp"} or tokens[verb].head == verb:
                return
            verb = tokens[verb].head

    @cached_property
    def _is_history(self) -> bool:
        old = sum(self._old_year(each.start, each.end) for each in self._parse.sentences)
        return old >= _HISTORY and old >= _SHARE * len(self._parse.sentences)

    # --- by the way

    def _by_the_way(self, made: Undertaking, *, public: bool) -> bool:
        """`the lender, which opposed the bill`: what somebody did, told to say who he is."""
        clause = made.clause
        if self._parse.tokens[clause.verb].dep != "relcl" or not clause.inherited:
            return False
        if made.kind is Kind.REQUESTED and clause.passive and clause.agent is None:
            return True  # "firms that are required to insure their staff"
        if clause.modal == "would" and clause.passive and clause.agent is None:
            return True  # "the service that would be offered"
        if clause.tense not in _OVER:
            return False
        settled = (
            made.kind is Kind.AGREED and made.focus is not None
        )  # "the railway, which had agreed to move the line"
        return not (public and (made.kind in _WORD or settled))

    def _dates_another(self, made: Undertaking) -> bool:
        """`After the mayor announced her resignation, crowds gathered`: known already, and told for the time."""
        verb, token = made.clause.verb, self._parse.tokens[made.clause.verb]
        if made.kind not in _NEWS or token.dep != "advcl" or token.head < verb or made.clause.tense not in _OVER:
            return False
        led = (self._parse.tokens[i] for i in self._parse.children[verb] if i < verb)
        return any(each.dep in {"mark", "advmod"} and each.text.lower() in {"after", "when", "since"} for each in led)

    def _own_affair(self, made: Undertaking) -> bool:
        """`completed his studies`, `doubled her fortune`."""
        clause, tokens = made.clause, self._parse.tokens
        if clause.lemma not in self._own or clause.passive or made.kind not in _NEWS:
            return False
        if clause.lemma == "open" and clause.prep("to", "for") is not None:
            return False  # "has opened his farm to school classes"
        below = (tokens[i] for noun in clause.objects for i in self._parse.children[noun])
        return any(each.dep == "poss" and each.text.lower() in {"his", "her"} for each in below)

    def _defines(self, clause: Clause) -> bool:
        """`the songs he will perform`: which songs are meant."""
        subject = clause.subject
        if self._parse.tokens[clause.verb].dep != "relcl" or clause.modal not in FUTURE or subject is None:
            return False
        led = any(self._parse.tokens[i].tag in _RELATIVE for i in self._parse.subtree(clause.verb) if i < subject)
        own = not clause.inherited and self._parse.tokens[subject].tag == "PRP"
        return own and not led and not clause.objects and clause.complement is None

    def _once_planned(self, made: Undertaking, *, public: bool, spoken: bool) -> bool:
        """`he decided to leave`; not `she said she planned to leave`, nor what a body decided the other day."""
        clause = made.clause
        if not (clause.tense in _OVER or self._told_as_past(clause)):
            return False
        if not made.rule.startswith("commitment.verb.") and clause.lemma not in self._planning | self._choosing:
            return False
        aside = self._parse.tokens[clause.verb].dep in {"advcl", "relcl"}
        if clause.lemma in self._planning and self._read.reporter(clause) is not None and not (spoken or aside):
            return False
        stated = self._parse.tokens[clause.verb].dep in {"ROOT", "conj", "ccomp"}
        return not (public and stated and not spoken and clause.lemma in self._choosing)

    def _told_as_past(self, clause: Clause) -> bool:
        """`The country planned to issue a bond`, of whose verb the parser makes a participle."""
        own = clause.subject is not None and not clause.inherited and clause.subject < clause.verb
        aids = any(self._parse.tokens[i].dep in {"aux", "auxpass"} for i in self._parse.children[clause.verb])
        return self._parse.tokens[clause.verb].tag == "VBN" and own and not clause.passive and not aids
