"""Where the words of the lexicons stand in one article, worked out once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.extract.parsing.parse import Token
from briefing.extract.surface.gazetteer import Place
from briefing.extract.surface.lexicons import Head, Lexicons
from briefing.extract.surface.open_roles import OpenRoles


@dataclass(frozen=True, slots=True)
class Spotted:
    """By first token the longest country words and heads of titles; the tokens that are bodies' nouns."""

    places: Mapping[int, Place]
    heads: Mapping[int, Head]
    bodies: frozenset[int]


def spot(tokens: Sequence[Token], words: Lexicons) -> Spotted:
    """The words of an article that the lexicons have; `tokens`: all of it."""
    places = words.gazetteer.find(tokens)
    nations = {i for i, place in places.items() if place.kind == "people" and place.last == i + 1}
    heads: dict[int, Head] = {}
    unlisted = OpenRoles(tokens, words)
    bodies: list[int] = []
    kinds: dict[tuple[str, str], tuple[bool, bool]] = {}
    for token in tokens:
        key = (token.text, token.lemma)
        kind = kinds.get(key)
        if kind is None:
            kind = kinds[key] = (words.opens_head(token) and not _only_body(token, words), words.is_body(token))
        if kind[0]:
            head = words.head_at(tokens, token.i, nations)
            if head is not None and not _is_surname(tokens, head, words):
                heads[token.i] = head
        elif words.endings and token.i not in places:
            head = unlisted.at(token.i)
            if head is not None:
                heads[token.i] = head
        if kind[1]:
            bodies.append(token.i)
    return Spotted(places, heads, frozenset(bodies))


def _is_surname(tokens: Sequence[Token], head: Head, words: Lexicons) -> bool:
    """Whether a title's word is a name's: with a capital letter right after a given name ("Pedro Reis")."""
    i = head.first
    if i == 0 or head.last - i > 1 or not tokens[i].text[0].isupper() or not tokens[i - 1].text[0].isupper():
        return False
    return tokens[i - 1].sentence == tokens[i].sentence and words.given_gender(tokens[i - 1]) is not None


def _only_body(token: Token, words: Lexicons) -> bool:
    """Whether a word is a body's as it is written, and a title's by its dictionary form alone ("consultora")."""
    lower = token.text.lower()
    return lower in words.bodies and lower not in words.plain_heads and not words.grammar.cases
