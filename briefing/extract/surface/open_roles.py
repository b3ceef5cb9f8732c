"""Nouns for persons that no list has, told by their ending and the name beside them ("bergère Solange Mermillod")."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.parsing.parse import Token
from briefing.extract.surface.lemmas import is_word
from briefing.extract.surface.lexicons import Head, Lexicons

_SHORTEST = 4  # letters
_NAME = 4  # words of a name before the comma of an apposition


class OpenRoles:
    """Tells nouns for persons beside names in one article."""

    def __init__(self, tokens: Sequence[Token], words: Lexicons) -> None:
        self._tokens = tokens
        self._words = words
        self._grammar = words.grammar

    def at(self, i: int) -> Head | None:
        """The noun at `i` as the head of a title, if it stands right before a full name or after one and a comma."""
        token, tokens = self._tokens[i], self._tokens
        beside = i + 1 < len(tokens) and (tokens[i + 1].text[0].isupper() or (i > 0 and tokens[i - 1].text == ","))
        if not beside or not self._is_noun(token):
            return None
        gender = next((gender for gender, regex in self._words.endings if regex.search(token.text.lower())), None)
        if gender is None or not (self._before_name(i) or self._after_name(i)):
            return None
        lower = token.text.lower()
        own = None if gender == "n" else gender
        return Head(i, i + 1, False, not self._grammar.cases or lower == token.lemma, False, own, lower, token.lemma)

    def _is_noun(self, token: Token) -> bool:
        """Whether a word can be a common noun by its letters and its place."""
        lower = token.text.lower()
        if len(lower) < _SHORTEST or not token.text.replace("-", "").isalpha() or token.text.isupper():
            return False
        known = self._grammar.small | self._grammar.adverbs | self._words.not_people | self._words.modifiers
        if (
            lower in known
            or lower in self._words.given
            or (self._words.is_body(token) and not self._grammar.capital_nouns)
        ):
            return False
        if self._grammar.is_finite(token) or (self._grammar.is_infinitive(token.lemma) and token.lemma != lower):
            return False
        if self._grammar.capital_nouns:
            sure = lower.endswith(self._words.sure) if self._words.sure else False
            return token.text[0].isupper() and (sure or not is_word(self._grammar.language, lower))
        if token.text[0].isupper():
            opens = token.i == 0 or self._tokens[token.i - 1].sentence != token.sentence
            opens = opens or not self._tokens[token.i - 1].text[0].isalnum()
            return opens and is_word(self._grammar.language, lower)
        return True

    def _before_name(self, i: int) -> bool:
        following = self._tokens[i + 1 : i + 3]
        return (
            len(following) > 1
            and following[1].sentence == self._tokens[i].sentence
            and following[1].text[0].isupper()
            and self._given(following[0])
            and self._in_one_case(self._tokens[i], following[0])
        )

    def _after_name(self, i: int) -> bool:
        """Whether the word opens an apposition ("Joaquim Caeiro, reformado de 71 anos")."""
        tokens = self._tokens
        if i < _NAME - 1 or tokens[i - 1].text != "," or not tokens[i - 2].text[0].isupper():
            return False
        return any(
            tokens[j].sentence == tokens[i].sentence and self._given(tokens[j])
            for j in range(i - _NAME, i - 2)
            if j >= 0
        )

    def _in_one_case(self, noun: Token, name: Token) -> bool:
        """Whether noun and name are both in the nominative or both in another case, where there are cases."""
        if not self._grammar.cases:
            return True
        return (noun.text.lower() == noun.lemma) == (name.text.lower() in self._words.given)

    def _given(self, token: Token) -> bool:
        return token.text[0].isupper() and self._words.given_gender(token) is not None
