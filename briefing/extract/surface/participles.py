"""Participles that the dictionary takes for adjectives or does not know, given the infinitive of their verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.extract.parsing.parse import Token
from briefing.extract.surface.grammar import Grammar, Tense
from briefing.extract.surface.lemmas import is_word

# Letters; no word that stands in a dictionary is longer, and a longer one costs the square of its length.
_LONGEST = 60


def with_infinitives(tokens: Sequence[Token], grammar: Grammar) -> tuple[Token, ...]:
    """The tokens, participles after their auxiliary with the infinitive as dictionary form ("a qualifié")."""
    if not grammar.participles:
        return tuple(tokens)
    text = tuple(tokens)
    return tuple(_settled(text, token, grammar) for token in text)


def _settled(tokens: tuple[Token, ...], token: Token, grammar: Grammar) -> Token:
    word = token.text
    if not word[0].islower() or len(word) > _LONGEST or grammar.is_infinitive(token.lemma):
        return token
    for regex, forms in grammar.participles:
        match = regex.fullmatch(word)
        if match is None:
            continue
        found = next((verb for form in forms if is_word(grammar.language, verb := match.expand(form))), None)
        if found is not None and grammar.tense(tokens, token.i) is Tense.PAST:
            return replace(token, lemma=found)
    return token
