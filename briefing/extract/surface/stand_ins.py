"""Who is named only because somebody stands in for him, or because something came from him: he was not there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from briefing.extract.surface.actor import Actor, Kind
from briefing.extract.surface.actors import Actors

_DATELINE = 10  # tokens
_PEOPLE = frozenset({Kind.PERSON, Kind.TITLE})


class StandIns:
    """Reads in one article for whom others stand, and what is received rather than who."""

    def __init__(self, actors: Actors, words: Mapping[str, Any]) -> None:
        """`words`: of the file of attendance."""
        self._actors = actors
        self._tokens = actors.parse.tokens
        self._grammar = actors.cast.words.grammar
        self._phrases = tuple(
            tuple(phrase.split()) for phrase in words.get("for", "").lower().split(", ") if phrase.strip()
        )
        self._receiving = frozenset(words.get("receiving", "").split())
        self._visits = frozenset(words.get("visits", "").split())
        self.absent: dict[int, tuple[Actor, tuple[int, int]]] = {
            actor.first: (actor, place) for actor, place in self._found()
        }
        """By first token who is stood in for, with the words that say so."""

    def _found(self) -> Iterator[tuple[Actor, tuple[int, int]]]:
        for token in self._tokens:
            for phrase in self._phrases:
                end = token.i + len(phrase)
                if tuple(each.text.lower() for each in self._tokens[token.i : end]) != phrase:
                    continue
                at = self._past_small(end)
                actor = self._actors.at(at)
                if actor is not None and actor.kind in _PEOPLE and token.i not in self._actors.inside:
                    yield actor, (token.i, end)

    def _past_small(self, i: int) -> int:
        small = self._grammar.articles | self._grammar.determiners | {"."}
        while i < len(self._tokens) - 1 and (
            self._tokens[i].text.lower() in small or self._tokens[i].text.lower() in self._actors.cast.words.honorifics
        ):
            i += 1
        return i

    def receives_thing(self, verb: int, last: int, end: int) -> bool:
        """Whether a verb of receiving has a thing as its object: a letter, a prize; `end`: of its clause."""
        if self._tokens[verb].lemma not in self._receiving:
            return False
        small = self._grammar.articles | self._grammar.prepositions | self._grammar.adverbs | self._grammar.determiners
        for i in range(last, end):
            lower = self._tokens[i].text.lower()
            if self._actors.at(i) is not None or lower in self._visits:
                return False
            if not self._tokens[i].text[0].isalpha() or self._tokens[i].text[0].isupper():
                return False
            if lower not in small | self._actors.cast.words.honorifics.keys():
                return True
        return False

    def is_attribute(self, actor: Actor, first: int) -> bool:
        """Whether an actor is of the noun that opens a clause ("By decision of X, ..."), where names have cases."""
        return self._grammar.cases and not actor.plain and not actor.led and actor.first == first + 1

    def in_dateline(self, actor: Actor) -> bool:
        """Whether a dash ends a place, with date or agency, that a paragraph opens with ("ROMA, 3 may -")."""
        tokens, first = self._tokens, actor.first
        if first > 0 and tokens[first - 1].paragraph == tokens[first].paragraph:
            return False
        for i in range(actor.last, min(actor.last + _DATELINE, len(tokens))):
            if tokens[i].paragraph != tokens[first].paragraph or self._grammar.is_finite(tokens[i]):
                return False
            if tokens[i].text in {"-", "–", "—"}:
                return any(tokens[j].text == "(" or tokens[j].text[0].isdigit() for j in range(actor.last, i))
        return False
