"""How far the words go that a title is of: prepositions, portfolios, short names, names in marks."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.extract.parsing.parse import Parse
from briefing.extract.surface.grammar import Tense
from briefing.extract.surface.lemmas import is_word
from briefing.extract.surface.lexicons import Lexicons
from briefing.extract.surface.runs import Run, acronym, capital
from briefing.extract.surface.spotted import Spotted

OPENING = frozenset('«„“"')
_CLOSING = {"«": "»", "„": "”", "“": "”", '"': '"'}
_LISTED = 9  # tokens after a comma in which a portfolio's list ends


class TitleTails:
    """Tells in one article whether a word after a title still belongs to it."""

    def __init__(self, parse: Parse, words: Lexicons, starts: Mapping[int, Run], spotted: Spotted) -> None:
        """`starts`: the runs that may be names, by their first tokens."""
        self._tokens = parse.tokens
        self._words = words
        self._starts = starts
        self._places = spotted.places
        self._heads = spotted.heads
        self._bodies = spotted.bodies

    def past_insertion(self, j: int) -> int | None:
        """The token after a name in marks, a short name in brackets or more of a portfolio's list at `j`."""
        text = self._tokens[j].text
        if text in OPENING:
            return self._quoted(j)
        if text == "(":
            return self._past_short_name(j)
        return self._listed_on(j) if text == "," else None

    def goes_on(self, j: int) -> bool:
        """Whether the word at `j` goes on with what a title before it is of."""
        cases = self._words.grammar.cases
        token, grammar, lower = self._tokens[j], self._words.grammar, self._tokens[j].text.lower()
        if acronym(token) or j in self._bodies:
            return True
        inner = self._heads.get(j)
        if inner is not None and cases and inner.plain and not inner.plural:
            return False
        if lower in grammar.joins:
            return self._joins(j, lower, cases)
        if lower in grammar.conjunctions:
            return self._coordinates(j)
        verb = not grammar.cases and token.lemma != lower and grammar.is_infinitive(token.lemma)
        verb = verb and grammar.forms.get(lower) is not Tense.NONE  # "des Affaires étrangères"
        return (
            lower not in grammar.small | grammar.adverbs
            and not grammar.is_finite(token)
            and not (verb and token.text.islower())
        )

    def _joins(self, j: int, lower: str, cases: bool) -> bool:
        """Whether a preposition or article after a title leads to what it is a title of."""
        if j + 1 >= len(self._tokens):
            return False
        following = self._tokens[j + 1]
        grammar = self._words.grammar
        bare = lower in grammar.articles and lower not in grammar.genitives
        hangs = bare and self._tokens[j - 1].text.lower() not in grammar.joins
        if hangs or self._is_infinitive(j + 1):  # "les négociants d'ouvrir"
            return False
        run = self._starts.get(j + 1)
        if (
            cases
            and run is not None
            and any(self._words.given_gender(self._tokens[k]) is not None for k in range(run.first + 1, run.last - 1))
        ):
            return True
        if lower in self._words.grammar.within:
            place = self._places.get(j + 1)
            return (
                (cases and self._in_a_region(j + 1))
                or (place is not None and place.kind == "names")
                or j + 1 in self._bodies
                or self._of_affairs(j + 1)
            )
        return not cases or lower not in self._words.grammar.prepositions or following.text.lower() in (
            self._words.grammar.topics
        )  # fmt: skip

    def _is_infinitive(self, j: int) -> bool:
        token, grammar = self._tokens[j], self._words.grammar
        plain = token.text.islower() and token.lemma == token.text and not (grammar.cases or grammar.capital_nouns)
        return plain and grammar.is_infinitive(token.text)

    def _in_a_region(self, j: int) -> bool:
        """Whether a continent or its part follows ("у Східній Європі")."""
        near = self._tokens[j : j + 2]
        return near[0].text[0].isupper() and any(token.lemma in self._words.not_people for token in near)

    def _of_affairs(self, j: int) -> bool:
        """Whether a portfolio stands at `j`: a word with a capital letter that names neither a place nor anybody."""
        if self._words.grammar.capital_nouns or self._words.grammar.cases:
            return False
        if self._tokens[j].text.lower() in self._words.grammar.articles and j + 1 < len(self._tokens):
            j += 1
        run, token = self._starts.get(j), self._tokens[j]
        named = run is not None and (run.last > j + 1 or self._words.given_gender(token) is not None)
        known = run is None or is_word(self._words.grammar.language, token.text)
        return capital(token) and known and not named and j not in self._places

    def _coordinates(self, j: int) -> bool:
        """“of Science and Technology”: words of one portfolio on both sides."""
        if j + 1 >= len(self._tokens):
            return False
        left, right = self._tokens[j - 1], self._tokens[j + 1]
        if right.text.lower() in self._words.grammar.small or j + 1 in self._heads:
            return False
        if j + 1 in self._starts and self._words.given_gender(right):
            return False
        if j - 1 in self._places and j + 1 in self._places:
            return True
        if self._words.grammar.cases:
            return not capital(right) and not capital(left) and not self._words.grammar.is_finite(right)
        return capital(left) and capital(right)

    def _quoted(self, j: int) -> int | None:
        """The end of a short name in marks that begins at `j`."""
        closing = _CLOSING[self._tokens[j].text]
        for k in range(j + 2, min(j + 7, len(self._tokens))):
            if self._tokens[k].text in {closing, "»", "”", "“", '"'}:
                return k + 1 if capital(self._tokens[j + 1]) else None
        return None

    def _past_short_name(self, j: int) -> int | None:
        """The token after a body's short name in brackets ("des Deutschen Gewerkschaftsbundes (DGB)")."""
        close = next((k for k in range(j + 2, min(j + 5, len(self._tokens))) if self._tokens[k].text == ")"), None)
        inner = self._tokens[j + 1] if close is not None else None
        return close + 1 if close is not None and inner is not None and inner.text[:2].isupper() else None

    def _listed_on(self, comma: int) -> int | None:
        """The end of what a portfolio names after a comma: "Minister of Minerals, Oil and Gas, X", "... and Gas X"."""
        tokens, grammar = self._tokens, self._words.grammar
        joined, last = False, comma + 1
        for k in range(comma + 1, min(comma + _LISTED, len(tokens))):
            lower = tokens[k].text.lower()
            ends = tokens[k].text == "," or (k in self._starts and self._words.given_gender(tokens[k]) is not None)
            if ends and (tokens[k].text != "," or k + 1 in self._starts):
                return last if joined and k > last - 1 else None
            joined = joined or lower in grammar.conjunctions
            if tokens[k].sentence != tokens[comma].sentence or not (
                tokens[k].text[0].isalpha() or tokens[k].text == ","
            ):
                return None
            if grammar.is_finite(tokens[k]) or k in self._heads or lower in grammar.relatives | grammar.clause_starts:
                return None
            if not grammar.cases and not (capital(tokens[k]) or lower in grammar.conjunctions | grammar.joins):
                return None
            last = k + 1
        return None
