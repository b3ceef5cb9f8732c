"""Where the words of the lexicons stand in one article, worked out once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.extract.parse import Token
from briefing.extract.surface.gazetteer import Place
from briefing.extract.surface.lexicons import Head, Lexicons


@dataclass(frozen=True, slots=True)
class Spotted:
    """By first token the longest country words and heads of titles; the tokens that are bodies' nouns."""

    places: Mapping[int, Place]
    heads: Mapping[int, Head]
    bodies: frozenset[int]


def spot(tokens: Sequence[Token], words: Lexicons) -> Spotted:
    """The words of an article that the lexicons have; `tokens`: all of it."""
    heads: dict[int, Head] = {}
    bodies: list[int] = []
    kinds: dict[tuple[str, str], tuple[bool, bool]] = {}
    for token in tokens:
        key = (token.text, token.lemma)
        kind = kinds.get(key)
        if kind is None:
            kind = kinds[key] = (words.opens_head(token) and not _only_body(token, words), words.is_body(token))
        if kind[0]:
            head = words.head_at(tokens, token.i)
            if head is not None:
                heads[token.i] = head
        if kind[1]:
            bodies.append(token.i)
    return Spotted(words.gazetteer.find(tokens), heads, frozenset(bodies))


def _only_body(token: Token, words: Lexicons) -> bool:
    """Whether a word is a body's as it is written, and a title's by its dictionary form alone ("consultora")."""
    lower = token.text.lower()
    return lower in words.bodies and lower not in words.plain_heads and not words.grammar.cases
