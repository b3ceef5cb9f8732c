"""What a clause takes from the one it hangs on: its subject, its helpers and who reports it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefing.extract.grammar.clauses import Clause
from briefing.extract.grammar.coordination import conjuncts
from briefing.extract.grammar.verb_groups import share_helpers
from briefing.extract.parsing.parse import Parse, Token

_SUBJECTLESS = frozenset({"xcomp", "advcl", "acl", "pcomp", "conj", "dep", "ccomp"})
_OBJECT_CONTROL = frozenset(
    "ask urge tell invite order instruct call encourage help allow enable permit force persuade advise warn press "  # noqa: SIM905
    "request expect want need push commission appoint authorize authorise direct oblige require lead".split()
)


def inherit(parse: Parse, clause: Clause, above: Mapping[int, Clause]) -> Clause:
    """The clause with what it takes from the one it hangs on."""
    token = parse.tokens[clause.verb]
    governor = _governor(parse, clause.verb, above)
    subject, inherited = clause.subject, False
    if subject is not None and parse.tokens[subject].tag in {"WDT", "WP", "WP$"} | {"IN"}:
        relative = _antecedent(parse, clause.verb)
        subject, inherited = (relative, True) if relative is not None else (subject, False)
    elif subject is None and not any(parse.tokens[child].dep == "expl" for child in parse.children[clause.verb]):
        subject = _understood(parse, token, governor, above)
        inherited = subject is not None
    doer = clause.agent if clause.passive else subject
    changed = replace(
        clause,
        subject=subject,
        subjects=conjuncts(parse, subject) if subject is not None else (),
        inherited=inherited,
        doer=doer,
        reported_by=_reporter(parse, clause.verb, above),
    )
    if token.dep == "conj" and governor is not None:
        changed = share_helpers(parse, changed, governor)
    return changed


def _governor(parse: Parse, verb: int, above: Mapping[int, Clause]) -> Clause | None:
    i = verb
    while parse.tokens[i].head != i:
        i = parse.tokens[i].head
        if i in above:
            return above[i]
    return None


def _antecedent(parse: Parse, verb: int) -> int | None:
    """The noun that a relative or participial clause is said of, also through conjoined verbs."""
    token = parse.tokens[verb]
    while token.dep == "conj" and token.head != token.i:
        token = parse.tokens[token.head]
    if token.dep in {"relcl", "acl"} and token.head != token.i:
        return token.head
    return None


def _understood(parse: Parse, token: Token, governor: Clause | None, above: Mapping[int, Clause]) -> int | None:
    """The subject of a verb that has none of its own."""
    if token.dep in {"relcl", "acl"}:
        head = parse.tokens[token.head]
        plain = token.tag in {"VBG", "VBN"} or token.dep == "relcl"
        if plain or governor is None:
            return head.i
        return governor.subject
    if token.dep not in _SUBJECTLESS or governor is None:
        return None
    if token.dep == "xcomp" and governor.objects and governor.lemma in _OBJECT_CONTROL:
        return governor.objects[0]
    if token.dep == "ccomp" and token.tag not in {"VB", "VBG", "VBN"}:
        return None
    bearer = _governor(parse, governor.verb, above) if _leaves_infinitive(parse, token, governor) else governor
    return bearer.subject if bearer is not None else None


def _leaves_infinitive(parse: Parse, token: Token, governor: Clause) -> bool:
    """Whether a finite verb with its own object was hung on an infinitive: "urged them to obey and promised aid"."""
    to = any(parse.tokens[child].tag == "TO" for child in parse.children[governor.verb])
    own = any(parse.tokens[child].dep in {"dobj", "ccomp", "xcomp"} for child in parse.children[token.i])
    return token.dep == "conj" and token.tag in {"VBD", "VBZ"} and to and own


def _reporter(parse: Parse, verb: int, above: Mapping[int, Clause]) -> int | None:
    """The clause that governs this one as its content ("said that ..."), through conjoined verbs."""
    i = verb
    while parse.tokens[i].head != i:
        token = parse.tokens[i]
        if token.dep in {"ccomp", "xcomp"} and token.head in above:
            return token.head
        if token.dep not in {
            "conj",
            "advcl",
            "relcl",
            "acl",
            "pobj",
            "pcomp",
            "prep",
            "dobj",
            "nsubj",
            "appos",
            "attr",
        }:
            return None
        i = token.head
        if i in above and above[i].reported_by is not None:
            return above[i].reported_by
    return None
