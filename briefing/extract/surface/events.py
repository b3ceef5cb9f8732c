"""The main event of an article, where its first paragraphs name one; no parser."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from briefing.extract.identity import fact_id
from briefing.extract.lexis.lexicon import load
from briefing.extract.measures.times import TermFinder
from briefing.extract.parsing.parse import Stretch
from briefing.extract.surface.cast import Cast
from briefing.extract.surface.certainty import confidence_of
from briefing.extract.surface.lexicons import phrases
from briefing.extract.surface.phrases import find_phrases
from briefing.extract.surface.runs import capital
from briefing.model.facts import Event, Evidence, When
from briefing.model.span import Written

_LEAD = 3
_YEAR = re.compile(r"\d{4}")
_STEM = 4  # letters that a noun has in all its cases
_OPENING = frozenset('«“„"')
_CLOSING = frozenset('»”“"')


class Events:
    """Reads the main event of one article."""

    def __init__(self, cast: Cast, inside: Mapping[int, int], language: str) -> None:
        self._cast = cast
        self._parse = cast.parse
        self._tokens = cast.parse.tokens
        self._inside = inside
        self._grammar = cast.words.grammar
        data: Mapping[str, Any] = load(language, "events")
        self._named, self._common = find_phrases([data["named"], data["common"]], self._tokens, language)
        nouns = [phrase.split()[0] for name in ("named", "common") for phrase in phrases(data[name])]
        self._stems = tuple({noun.lower()[: max(_STEM, len(noun) - 2)] for noun in nouns})
        self._places = frozenset(data["places"].split())
        self._terms = TermFinder(cast.parse.article, language)

    def find(self) -> tuple[Event, ...]:
        """The main event; none where nothing is named."""
        lead = [sentence for sentence in self._parse.sentences if self._tokens[sentence.first].paragraph < _LEAD]
        found = self._first(lead, named=True) or self._first(lead, named=False)
        if found is None:
            return ()
        first, last, named = found
        sentence = self._parse.sentences[self._tokens[first].sentence]
        name = self._written(first, last)
        rule = "surface.event.named" if named else "surface.event.common"
        return (
            Event(
                id=fact_id("event", self._parse.article.id, " ".join(name.text.casefold().split())),
                name=name,
                place=self._place(sentence, first, last),
                when=self._when(sentence),
                host=None,
                evidence=Evidence(
                    spans=(self._parse.span(sentence.start, sentence.end),), rule=rule, confidence=confidence_of(rule)
                ),
            ),
        )

    def _first(self, lead: Sequence[Stretch], *, named: bool) -> tuple[int, int, bool] | None:
        nouns = self._named if named else self._common
        for sentence in lead:
            for i in range(sentence.first, sentence.last):
                last = nouns.at(i)
                if last is None or (i in self._inside and not named) or i in self._cast.title_at:
                    continue
                if not self._is_noun(i):
                    continue
                first, end = self._reach(i, last, sentence)
                proper = any(capital(self._tokens[j]) for j in range(first, end) if j > sentence.first)
                if named and not (proper and end - first > 1):
                    continue
                return (first, end, True) if named else (i, last, False)
        return None

    def _is_noun(self, i: int) -> bool:
        """Whether the word is the noun that is listed rather than a verb of the same origin ("getroffen")."""
        token = self._tokens[i]
        if self._grammar.capital_nouns and not capital(token):
            return False
        return token.text.lower().startswith(self._stems)

    def _reach(self, i: int, last: int, sentence: Stretch) -> tuple[int, int]:
        """The name around its noun: capitals before it, marks, capitals and what they govern after it."""
        first, end = i, last
        while first > sentence.first and capital(self._tokens[first - 1]) and self._tokens[first - 1].text.isalnum():
            if self._tokens[first - 1].text.lower() in self._grammar.small | self._grammar.articles:
                break
            first -= 1
        lowered = 0
        while end < sentence.last:
            token = self._tokens[end]
            lower = token.text.lower()
            if token.text in _OPENING:
                close = next(
                    (j for j in range(end + 1, min(end + 12, sentence.last)) if self._tokens[j].text in _CLOSING), None
                )
                if close is None:
                    break
                end = close + 1
                break
            if end in self._cast.mention_at or not token.text[0].isalpha():
                break
            led = self._grammar.joins | self._grammar.conjunctions | self._grammar.articles
            if self._grammar.cases:
                led = self._grammar.joins - self._grammar.prepositions
            if capital(token) or lower in led:
                end += 1
            elif (
                self._grammar.cases
                and lower not in self._grammar.small
                and not self._grammar.is_finite(token)
                and lowered < 4
            ):
                lowered += 1
                end += 1
            else:
                break
        while end > last and self._tokens[end - 1].text.lower() in (
            self._grammar.joins | self._grammar.conjunctions | self._grammar.articles
        ):
            end -= 1
        return first, end

    def _place(self, sentence: Stretch, first: int, last: int) -> Written | None:
        """A city after a preposition of place in the sentence; else the dateline's."""
        for i in range(sentence.first, sentence.last - 1):
            if self._tokens[i].text.lower() not in self._places or first <= i < last:
                continue
            place = self._cast.places.get(i + 1)
            if place is not None and place.kind == "cities":
                return self._written(place.first, place.last)
        opening = self._cast.places.get(0)
        if opening is not None and opening.kind == "cities" and self._tokens[opening.last].text in {",", ".", "("}:
            return self._written(opening.first, opening.last)
        return None

    def _when(self, sentence: Stretch) -> When | None:
        terms = self._terms.find(sentence.start, sentence.end)
        return next((term.when for term in terms if not self._is_year(term.when.written.text)), None)

    def _is_year(self, written: str) -> bool:
        """Whether a time is a year alone, which tells since when something is rather than when it takes place."""
        words = written.lower().split()
        others = [word for word in words if not _YEAR.fullmatch(word)]
        return len(others) < len(words) and all(word in self._grammar.small for word in others)

    def _written(self, first: int, last: int) -> Written:
        start, end = self._tokens[first].start, self._tokens[last - 1].end
        return Written(text=self._parse.article.text[start:end], span=self._parse.span(start, end))
