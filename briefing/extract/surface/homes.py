"""Whose officers an article names without a country: those of the state where it is at home, if that is certain."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse, Token
from briefing.extract.surface.casting import Person
from briefing.extract.surface.gazetteer import Gazetteer, gazetteer_of
from briefing.extract.surface.lexicons import Lexicons, phrases
from briefing.extract.surface.spotted import Spotted
from briefing.extract.surface.titles import Title

_FEWEST = 2  # mentions at which a country abroad is where an article plays
_OUTWEIGHS = 3  # how much oftener than any country of the language
_DATELINE = 2  # what the place before the first words counts for, beside its being named
_SPELLED = 2  # words in the spelling of one country alone that tell whose paper it is
_HOST = re.compile(r"https?://([^\s/:?#]+)", re.IGNORECASE)


@dataclass(frozen=True)
class Papers:
    """Where a language's newspapers are at home.

    `countries`: all of them. `seats`: cities that stand for what sits there more often than for their country.
    `signs`: words that only the affairs of one country have (regions, offices, parties). `spelling`: words that are
    spelled so in one of them alone.
    """

    countries: frozenset[str]
    seats: Gazetteer
    signs: Gazetteer
    spelling: Mapping[str, re.Pattern[str]]
    federal: re.Pattern[str] | None
    """Offices that only countries of the language have ("Bundesminister")."""
    international: frozenset[str]
    """Words of bodies that are no one country's."""

    def of_address(self, url: str | None) -> str | None:
        """The country in whose domain an address is, if the language is written there."""
        host = _HOST.match(url or "")
        ending = host.group(1).rsplit(".", 1)[-1].upper() if host is not None else ""
        return ending if ending in self.countries else None

    def of_spelling(self, text: str) -> str | None:
        """The country that alone spells so; `None` if none or two do."""
        told = [code for code, regex in self.spelling.items() if len(set(regex.findall(text))) >= _SPELLED]
        return told[0] if len(told) == 1 else None


@functools.cache
def papers_of(language: str) -> Papers:
    """The homes of newspapers in the data folder of a language."""
    home = load(language, "countries")["home"]
    signs = {code: {"signs": written} for code, written in home["signs"].items()}
    spelling = {code: re.compile(regex) for code, regex in home.get("spelling", {}).items()}
    return Papers(
        frozenset(home["countries"].split()),
        gazetteer_of(language, {"": {"cities": home["seats"]}}, ("cities",)),
        gazetteer_of(language, signs, ("signs",)),
        spelling,
        re.compile(home["federal"]) if home.get("federal") else None,
        frozenset(word for phrase in phrases(home.get("international", "")) for word in phrase.split()),
    )


class Home:
    """Gives officers of the home state of one article their country."""

    def __init__(self, parse: Parse, words: Lexicons, spotted: Spotted, titles: Sequence[Title]) -> None:
        self._parse = parse
        self._words = words
        self._papers = papers_of(words.grammar.language)
        self._places = spotted.places
        self._titles = titles
        self._counts: Counter[str] = Counter()
        self._told = frozenset(title.country for title in titles if title.country and self._tells(title))
        self._federals = False  # whether officers are named whose office tells their country
        self._marked = self._told  # those of them whose officers have names

    def settle(self, people: Sequence[Person]) -> None:
        """Give a country to officers of state without one; nobody gets one where the home is not certain."""
        self._counts = self._count(people)
        named = (title for person in people for title in person.titles)
        self._marked = frozenset(title.country for title in named if title.country and self._tells(title))
        signs = self._papers.signs.find(self._parse.tokens)
        for person in people:
            if person.country is None and any(map(self._federal, person.titles)):
                person.country = self._clearly_foremost()
            spans = [range(title.first, title.last) for title in person.titles]
            told = {signs[i].code for span in spans for i in span if i in signs}
            if person.country is None and len(told) == 1:
                person.country = told.pop()
        self._federals = any(self._federal(title) for person in people for title in person.titles)
        home = self._home()
        if home is None:
            return
        alone = not any(code != home for code in self._counts)
        for person in people:
            if person.country is not None or any(map(self._federal, person.titles)):
                continue
            officer = any(self._of_this_state(title, alone=alone) for title in person.titles)
            if officer or (alone and person.titles and all(map(self._at_home, person.titles))):
                person.country = home

    def _federal(self, title: Title) -> bool:
        """Whether it is an office that only countries of the language have."""
        return self._papers.federal is not None and self._papers.federal.fullmatch(title.head.written) is not None

    def _at_home(self, title: Title) -> bool:
        """Whether nothing in a title leads abroad, where an article speaks of no country but its own."""
        tokens = self._parse.tokens[title.first : title.last]
        if title.country is not None or self._is_one_of(
            tokens[title.head.first - title.first :], self._words.envoys | self._words.counterparts
        ):
            return False
        return not any(token.text.lower() in self._papers.international for token in tokens)

    def _home(self) -> str | None:
        """The country whose officers need no country here; `None` where several may be meant."""
        article, papers = self._parse.article, self._papers
        own = papers.of_address(article.url) or papers.of_spelling(self._text())
        if own is None and len(papers.countries) == 1:
            own = next(iter(papers.countries))
        if own is not None and self._speaks_for(own, sure=True):
            return own
        own = self._foremost() if own is None else None
        if own is not None and self._speaks_for(own, sure=False):
            return own if not self._federals or len(self._counts) == 1 else None
        return self._abroad()

    def _foremost(self) -> str | None:
        """The country of the language of which the article speaks most, not by way of visiting officers."""
        ours = {code: count for code, count in self._counts.items() if code in self._papers.countries}
        ranked = Counter({code: count for code, count in ours.items() if code not in self._marked} or ours).most_common(
            2
        )
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0]

    def _clearly_foremost(self) -> str | None:
        """The country of the language that alone, or twice as often as any other, is spoken of."""
        own = self._foremost()
        others = [self._counts[code] for code in self._papers.countries if code != own]
        return own if own is not None and self._counts[own] >= 2 * max(others, default=0) else None

    def _speaks_for(self, own: str, *, sure: bool) -> bool:
        """Whether officers without a country are those of `own`, nobody else's; `sure`: the paper is its own."""
        count, told = self._counts[own], self._told - {own}
        if own in self._marked and told:
            return False  # as others, its officers are named with their country: those without may be anybody's
        neighbours = self._papers.countries
        rivals = [
            other for code, other in self._counts.items() if code != own and (code not in told or code in neighbours)
        ]
        if not count:
            return not rivals and not told
        return count > max(rivals, default=0) or (sure and rivals == [count] and not told)

    def _abroad(self) -> str | None:
        """A country abroad that outweighs all others, and none of whose officers is named with it."""
        ranked = self._counts.most_common(2)
        if not ranked or ranked[0][1] < _FEWEST or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        ours = max((self._counts[code] for code in self._papers.countries if code != ranked[0][0]), default=0)
        return ranked[0][0] if not self._told and ranked[0][1] > _OUTWEIGHS * ours else None

    def _text(self) -> str:
        region = self._parse.tokens
        return self._parse.article.text[region[0].start : region[-1].end] if region else ""

    def _count(self, people: Sequence[Person]) -> Counter[str]:
        """How often the article speaks of each country, names of people left out."""
        counts: Counter[str] = Counter()
        opening = self._places.get(0)
        if opening is not None and 0 not in self._papers.seats.find(self._parse.tokens[:1]):
            counts[opening.code] += _DATELINE
        past, seats = 0, self._papers.seats.find(self._parse.tokens)
        named = {i for person in people for run in person.mentions for i in range(run.first, run.last)}
        named.update(i for title in self._titles if self._sent_by_us(title) for i in range(title.first, title.last))
        for i, place in self._places.items():
            if i >= past and i not in seats and i not in named:
                counts[place.code] += 1
                past = place.last
        for i, sign in self._papers.signs.find(self._parse.tokens).items():
            if i not in named and i not in self._places:
                counts[sign.code] += 1
        return counts

    def _tells(self, title: Title) -> bool:
        """Whether the title names its state as papers do of another state's officers: mayors and envoys always do."""
        tokens = self._parse.tokens[title.head.first : title.head.last]
        if not title.head.national or self._sent_by_us(title) or self._is_one_of(tokens, self._words.local):
            return False
        places = (self._places.get(i) for i in range(title.first, title.last))
        return any(place is not None and place.kind in {"names", "people"} for place in places)

    def _sent_by_us(self, title: Title) -> bool:
        """Whether it is an envoy of a country of the language."""
        tokens = self._parse.tokens[title.head.first : title.head.last]
        return title.country in self._papers.countries and self._is_one_of(tokens, self._words.envoys)

    def _of_this_state(self, title: Title, *, alone: bool) -> bool:
        """Whether it is an office of the home state; of an unknown town or region only where no other is spoken of."""
        if not title.head.national or title.country is not None:
            return False
        if title.head.plural and not alone:
            return False  # as often officers of several countries share it
        if title.body is not None and not title.head.plural:
            return False
        tokens = self._parse.tokens[title.head.first : title.head.last]
        if self._is_one_of(tokens, self._words.counterparts | self._words.envoys):
            return False
        local = self._is_one_of(tokens, self._words.local)
        return alone or not (local and self._of_a_place(title))

    def _is_one_of(self, tokens: Sequence[Token], listed: frozenset[str]) -> bool:
        written = " ".join(token.text.lower() for token in tokens)
        return written in listed or not listed.isdisjoint(self._words.forms(tokens[0]))

    def _of_a_place(self, title: Title) -> bool:
        """Whether a word with a capital letter follows the head: a town or region that nobody knows."""
        following = self._parse.tokens[title.head.last : title.last]
        return any(token.text[0].isupper() for token in following)
