"""The people of an article: which runs are names, which mentions are one person's, and what they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from briefing.extract.parsing.parse import Parse
from briefing.extract.surface.casting import Casting, Person
from briefing.extract.surface.homes import Home
from briefing.extract.surface.lexicons import Lexicons, lexicons_of
from briefing.extract.surface.runs import Run, Runs
from briefing.extract.surface.spotted import spot
from briefing.extract.surface.titles import Title, Titles

_APPOSITION = 5  # tokens between a name's comma and the head of its title


class Cast:
    """Who is named in one article, and where."""

    def __init__(self, parse: Parse, language: str, verbs: frozenset[str]) -> None:
        self.parse = parse
        self.words: Lexicons = lexicons_of(language)
        self.spotted = spot(parse.tokens, self.words)
        self.places = self.spotted.places
        found = list(Runs(parse, self.words, self.spotted).find())
        self._starts = {run.first: run for run in found}
        self.titles = Titles(parse, self.words, self._starts, self.spotted).find()
        self._appositions = self._apposed(found)
        self.people = Casting(parse, self.words, verbs, self._appositions).people(found, self.titles)
        self._settle()

    @cached_property
    def person_at(self) -> dict[int, Person]:
        """The person whose mention covers a token."""
        return {i: person for person in self.people for run in person.mentions for i in range(run.first, run.last)}

    @cached_property
    def mention_at(self) -> dict[int, Run]:
        """The mention that covers a token."""
        return {i: run for person in self.people for run in person.mentions for i in range(run.first, run.last)}

    @cached_property
    def runs(self) -> dict[int, Run]:
        """The runs that are nobody's name, by their first token."""
        return {first: run for first, run in self._starts.items() if first not in self.mention_at}

    @cached_property
    def apposed(self) -> dict[int, Person]:
        """Whose title stands after the name and a comma, by the title's first token."""
        return {
            self._appositions[run.first].first: person
            for person in self.people
            for run in person.mentions
            if run.first in self._appositions
        }

    @cached_property
    def title_at(self) -> dict[int, Title]:
        """The title that covers a token, its article included."""
        return {i: title for title in self.titles for i in range(title.outer, title.last)}

    # --- what they are

    def _apposed(self, found: Sequence[Run]) -> dict[int, Title]:
        """Titles after a name and a comma or bracket: by the name's first token."""
        tokens, out = self.parse.tokens, dict[int, Title]()
        by_head = {title.first: title for title in self.titles}
        for run in found:
            if run.last >= len(tokens) or tokens[run.last].text not in {",", "("} or run.last - run.first < 2:
                continue
            if self._is_place(run):
                continue
            articled = False
            for i in range(run.last + 1, min(run.last + _APPOSITION, len(tokens))):
                title = by_head.get(i)
                if tokens[i].sentence != tokens[run.first].sentence:
                    break
                if title is not None:
                    alone = title.name is None or not (articled or title.name.first == title.last)
                    if alone and not title.head.plural:
                        out[run.first] = title
                    break
                if tokens[i].text.lower() in self.words.grammar.conjunctions:
                    break
                articled = articled or tokens[i].text.lower() in self.words.grammar.articles
                if not tokens[i].text[0].isalpha():
                    break
        return out

    def _is_place(self, run: Run) -> bool:
        """Whether the words are a place that somebody does something in ("En Campo Real, el alcalde dijo")."""
        tokens, grammar = self.parse.tokens, self.words.grammar
        led = run.first > 0 and tokens[run.first - 1].text.lower() in grammar.within
        return led and self.words.given_gender(tokens[run.first]) is None

    def _settle(self) -> None:
        """Titles, gender and country of each person."""
        titled: dict[int, list[Title]] = defaultdict(list)
        for title in self.titles:
            if title.name is not None:
                titled[title.name.first].append(title)
        for person in self.people:
            for run in person.mentions:
                person.titles.extend(titled.get(run.first, ()))
                if run.first in self._appositions and not titled.get(run.first):
                    person.titles.append(self._appositions[run.first])
            person.gender = person.gender or next((t.head.gender for t in person.titles if t.head.gender), None)
            person.country = next(
                (t.country for t in person.titles if t.country is not None), self._named_after(person)
            )
        Home(self.parse, self.words, self.spotted, self.titles).settle(self.people)

    def _named_after(self, person: Person) -> str | None:
        """The country that a prince's name ends in ("Albert de Monaco")."""
        for run in person.mentions:
            place = self.places.get(run.last - 1)
            if place is not None and place.kind == "names" and self.parse.tokens[run.last - 2].text[0].islower():
                return place.code
        return None

    def role_of(self, person: Person) -> Title | None:
        """The fullest title of a person."""
        return max(person.titles, key=lambda title: (title.last - title.first, -title.first), default=None)
