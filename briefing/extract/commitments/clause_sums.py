"""What is a clause's own: the sums that it, not a clause below it, gives or asks for, and where its words end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from briefing.extract.commitments.phrasal_verbs import PhrasalVerbs
from briefing.extract.commitments.readings import FUTURE, Undertaking
from briefing.extract.grammar.clauses import Clause, Clauses, Form
from briefing.extract.measures.amounts import AmountFinder
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind

_NEWS = frozenset((Kind.DELIVERED, Kind.PLEDGED, Kind.PLANNED, Kind.ANNOUNCED))
_BESIDE = frozenset(("with", "at", "after", "among", "despite", "like"))
_RELATIVE = frozenset(("WDT", "WP", "WP$", "WRB"))


def within_semicolons(parse: Parse, clauses: Clauses, found: Undertaking, words: tuple[int, int]) -> tuple[int, int]:
    """The words cut at each semicolon beyond which another finite clause with a subject of its own stands."""
    start, end = words
    tokens, text = parse.tokens, parse.article.text
    if ";" not in text[start:end]:
        return words
    own = [found.clause.verb, found.kind_verb, found.focus, None if found.clause.inherited else found.clause.subject]
    places = [tokens[i].start for i in own if i is not None]
    for mark in (token.start for token in tokens if token.text == ";" and start < token.start < end):
        if text.count("(", words[0], mark) > text.count(")", words[0], mark):
            continue
        if mark > max(places) and mark < end and _stands_alone(parse, clauses, mark, end):
            end = mark
        elif mark < min(places) and _stands_alone(parse, clauses, start, mark):
            start = mark + 1
    return start, end


def _stands_alone(parse: Parse, clauses: Clauses, start: int, end: int) -> bool:
    """Whether a finite clause with its own subject, neither led by "that" nor relative, stands between two places."""
    tokens = parse.tokens
    for clause in clauses:
        inside = clause.subject is not None and all(
            start <= tokens[i].start < end for i in (clause.verb, clause.subject)
        )
        if not inside or clause.subject is None or clause.inherited or clause.form is not Form.FINITE:
            continue
        led = tokens[clause.verb].dep == "relcl" or tokens[clause.subject].tag in _RELATIVE
        if not led and not any(tokens[i].dep == "mark" for i in parse.children[clause.verb]):
            return True
    return False


def joined_on(parse: Parse, clauses: Clauses, verb: int, taken: frozenset[int]) -> Iterator[int]:
    """The clauses joined to a verb, and their "and"; not those taken in ("will pack them and send them back")."""
    tokens = parse.tokens
    below = [i for i in parse.children[verb] if tokens[i].dep in {"conj", "cc", "parataxis"}]
    own = [i for i in below if i in taken and tokens[i].dep == "conj"]
    for i in below:
        if i in own:
            yield from joined_on(parse, clauses, i, taken)
        elif tokens[i].dep == "cc":
            if not any(i < each for each in own):
                yield i
        elif clauses.get(i):
            yield i


class ClauseSums:
    """Tells the clauses of one article that are about a sum."""

    def __init__(self, parse: Parse, clauses: Clauses, amounts: AmountFinder, phrasal: PhrasalVerbs) -> None:
        self._parse = parse
        self._clauses = clauses
        self._ends = [token.end for token in parse.tokens]
        self._amounts = amounts
        self._phrasal = phrasal

    def has(self, clause: Clause, made: Undertaking) -> bool:
        """Whether a sum stands in the clause itself, not in another below it; announced must be the sum, not news."""
        if made.kind is Kind.ANNOUNCED and not clause.objects and not clause.passive:
            told = self._clauses.get(clause.complement)
            given = (self._phrasal.entry(told) or [""])[0] if told is not None else ""
            return told is not None and (told.modal in FUTURE | {"would"} or given in _NEWS)
        start, end = self._clauses.span_of(clause)
        return any(self._is_own(clause, each.start) for each in self._amounts.money(start, end))

    def _is_own(self, clause: Clause, place: int) -> bool:
        behind = bisect_right(self._ends, place)
        token = behind if behind < len(self._ends) else None
        if token is not None and self._beside(clause, token):
            return False
        around = None if token is None else self._clauses.around(token)
        while around is not None and around.verb != clause.verb:
            if self._parse.tokens[around.verb].dep in {"relcl", "advcl", "ccomp", "parataxis", "pcomp"}:
                return False
            around = self._clauses.around(self._parse.tokens[around.verb].head)
        return True

    def _beside(self, clause: Clause, token: int) -> bool:
        """Whether a token hangs on the verb by what only says with what, or after what: "returned with $5 million"."""
        tokens = self._parse.tokens
        while tokens[token].head != token and tokens[token].head != clause.verb:
            token = tokens[token].head
        return tokens[token].dep == "prep" and tokens[token].lemma in _BESIDE
