"""Finds the clauses of an article: which words head one, and each with all that belongs to it."""

from __future__ import annotations

from types import MappingProxyType

from briefing.extract.grammar.clauses import Clause, Clauses
from briefing.extract.grammar.dependents import SUBJECTS, own_clause
from briefing.extract.grammar.governing_clauses import inherit
from briefing.extract.parsing.parse import Parse, Token

_PREPOSITIONS = frozenset({"according", "including", "following", "regarding", "concerning", "excluding"})


def find_clauses(parse: Parse) -> Clauses:
    """The clauses of an article."""
    if not parse.syntax:
        return Clauses(parse)
    own = {token.i: own_clause(parse, token) for token in parse.tokens if _heads_clause(parse, token)}
    full: dict[int, Clause] = {}
    for verb in sorted(own, key=lambda i: (_depth(parse, i), i)):  # heads before what hangs on them
        full[verb] = inherit(parse, own[verb], full)
    return Clauses(parse, MappingProxyType(dict(sorted(full.items()))))


def _depth(parse: Parse, i: int) -> int:
    depth = 0
    while parse.tokens[i].head != i and depth < len(parse.tokens):
        i = parse.tokens[i].head
        depth += 1
    return depth


def _heads_clause(parse: Parse, token: Token) -> bool:
    if token.dep in {"aux", "auxpass"} or (token.dep == "prep" and token.text.lower() in _PREPOSITIONS):
        return False
    if token.pos == "VERB":
        return token.dep not in {"amod", "compound"} or any(
            parse.tokens[child].dep in SUBJECTS for child in parse.children[token.i]
        )
    if token.pos == "AUX":
        return True
    return any(parse.tokens[child].dep in {"nsubj", "nsubjpass"} for child in parse.children[token.i]) and any(
        parse.tokens[child].dep in {"aux", "cop", "auxpass"} for child in parse.children[token.i]
    )
