"""Who holds the office that a title without a name speaks of."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.extract.lexicon import load
from briefing.extract.surface.cast import Cast, Person
from briefing.extract.surface.lemmas import lemmatizer
from briefing.extract.surface.titles import Title


class Holders:
    """Matches bare titles of one article with the people introduced by them."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._tokens = cast.parse.tokens
        language = cast.words.grammar.language
        data = load(language, "titles")
        self._lemma = lemmatizer(language)
        self._same: Mapping[str, frozenset[str]] = {
            phrase: frozenset(others) for phrase, others in data["same"].items()
        }

    def of(self, title: Title) -> Person | None:
        """The only person of whom the article says that he holds the office; `None` if nobody or several do."""
        if title.head.plural:
            return None
        wanted = self._words(title)
        heads = self._heads(title)
        gender = title.head.gender
        found = [
            person
            for person in self._cast.people
            if (gender is None or person.gender in {None, gender})
            and person.mentions[0].first <= title.first
            and any(self._fits(own, heads, wanted) for own in person.titles)
        ]
        if len(found) > 1:
            country = title.country
            found = [person for person in found if country is not None and person.country == country]
        return found[0] if len(found) == 1 else None

    def _fits(self, own: Title, heads: frozenset[str], wanted: frozenset[str]) -> bool:
        if not heads & self._heads(own) and self._written(own) not in heads:
            return False
        words = self._words(own)
        return bool(wanted <= words or wanted & words or not wanted or not words)

    def _heads(self, title: Title) -> frozenset[str]:
        """The head in its dictionary form, and what else it can be called."""
        head = " ".join(self._tokens[i].lemma for i in range(title.head.first, title.head.last))
        written = " ".join(self._tokens[i].text.lower() for i in range(title.head.first, title.head.last))
        return frozenset({head, written}) | self._same.get(written, frozenset()) | self._same.get(head, frozenset())

    def _written(self, title: Title) -> str:
        return " ".join(self._tokens[i].text.lower() for i in range(title.head.first, title.head.last))

    def _words(self, title: Title) -> frozenset[str]:
        """The words of an office beside its head that tell it from others; nations left out."""
        tokens, words = self._tokens, self._cast.words
        out: set[str] = set()
        for i in range(title.first, title.last):
            place = words.gazetteer.at(tokens, i)
            if title.head.first <= i < title.head.last or place is not None or not tokens[i].text[0].isalpha():
                continue
            if tokens[i].text.lower() in words.grammar.small:
                continue
            out.add(tokens[i].lemma)
        return frozenset(out)
