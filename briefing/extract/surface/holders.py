"""Who holds the office that a title without a name speaks of."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

from briefing.extract.lexis.lexicon import load
from briefing.extract.surface.cast import Cast
from briefing.extract.surface.casting import Person
from briefing.extract.surface.titles import Title

_FOLLOWING = 4  # words of an office after its head that other words for it may stand for
_SHORTEST = 3  # letters of a head that compounds end in, less one


class Holders:
    """Matches bare titles of one article with the people introduced by them."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._tokens = cast.parse.tokens
        language = cast.words.grammar.language
        data = load(language, "titles")
        self._same: Mapping[str, frozenset[str]] = {
            phrase: frozenset(others) for phrase, others in data["same"].items()
        }

    def of(self, title: Title) -> Person | None:
        """The only person of whom the article says that he holds the office; `None` if nobody or several do."""
        people = self.candidates(title)
        if len(people) > 1:
            people = [person for person in people if title.country is not None and person.country == title.country]
        return people[0] if len(people) == 1 else None

    def candidates(self, title: Title) -> list[Person]:
        """Everybody introduced so far whose office can be called so."""
        if title.head.plural:
            return []
        wanted, gender = self._words(title), title.head.gender
        found: dict[int, Person] = {}
        exact: set[int] = set()
        for number, words in self._offices_under(self._heads(title)):
            person = self._cast.people[number]
            if not (wanted & words or not wanted or not words):
                continue
            if None not in {title.country, person.country} and title.country != person.country:
                continue
            if gender is None or person.gender in {None, gender}:
                found[number] = person
                if wanted & words:
                    exact.add(number)
        # "The minister of energy" is the one who is called so somewhere, not another who is called minister.
        chosen = exact or set(found)
        return [person for number, person in found.items() if number in chosen and not self._ahead(person, title)]

    def _ahead(self, person: Person, title: Title) -> bool:
        """Whether the person is introduced only after the title, and that stands in no headline."""
        return person.mentions[0].first > title.first and self._tokens[title.first].paragraph > 0

    def _offices_under(self, heads: frozenset[str]) -> Iterator[tuple[int, frozenset[str]]]:
        """Who is said to hold an office that can be called so: the person's number, and the words of the office."""
        for head in heads:
            yield from self._offices.get(head, ())

    @cached_property
    def _offices(self) -> Mapping[str, Collection[tuple[int, frozenset[str]]]]:
        """The offices of all people by what they can be called, each once."""
        out: dict[str, dict[tuple[int, frozenset[str]], None]] = {}
        for number, person in enumerate(self._cast.people):
            for title in person.titles:
                words = self._words(title)
                called = self._heads(title) | frozenset(self._ends(title.head.written)) | frozenset(self._whole(title))
                for head in called:
                    out.setdefault(head, {})[number, words] = None
        return out

    def _whole(self, title: Title) -> Iterator[str]:
        """The head with the words that follow it ("ministra das relações exteriores")."""
        words = [title.head.lemma]
        for i in range(title.head.last, min(title.last, title.head.last + _FOLLOWING)):
            words.append(self._tokens[i].text.lower())
            yield " ".join(words)

    def _ends(self, head: str) -> Iterator[str]:
        """The heads that a compound noun ends in ("Wirtschaftsminister" is a "Minister")."""
        if self._cast.words.grammar.capital_nouns:
            yield from (
                head[at:] for at in range(1, len(head) - _SHORTEST) if head[at:] in self._cast.words.plain_heads
            )

    def _heads(self, title: Title) -> frozenset[str]:
        """The head in its dictionary form, and what else it can be called."""
        head, written = title.head.lemma, title.head.written
        return frozenset({head, written}) | self._same.get(written, frozenset()) | self._same.get(head, frozenset())

    def _words(self, title: Title) -> frozenset[str]:
        """The words of an office beside its head that tell it from others; nations left out."""
        tokens, words = self._tokens, self._cast.words
        out: set[str] = set()
        for i in range(title.first, title.last):
            if title.head.first <= i < title.head.last or i in self._cast.places or not tokens[i].text[0].isalpha():
                continue
            if tokens[i].text.lower() in words.grammar.small:
                continue
            out.add(tokens[i].lemma)
        return frozenset(out)
