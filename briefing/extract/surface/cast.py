"""The people of an article: which runs are names, which mentions are one person's, and what they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from briefing.extract.parse import Parse
from briefing.extract.surface.inflection import is_form_of, nominative
from briefing.extract.surface.lexicons import Lexicons, lexicons_of
from briefing.extract.surface.runs import Run, acronym, runs
from briefing.extract.surface.titles import Title, Titles

_FEWEST = 2  # mentions of a country at which an article can be at home
_DATELINE = 2  # what the place before the first words counts for, beside its being named
_APPOSITION = 5  # tokens between a name's comma and the head of its title


@dataclass(slots=True)
class Person:
    """One person: `name` in the nominative where that is settled; `mentions` in order; `titles` best first."""

    name: str
    mentions: list[Run]
    titles: list[Title] = field(default_factory=list)
    gender: str | None = None
    country: str | None = None

    @property
    def words(self) -> list[str]:
        """The words of the name."""
        return self.name.split()


@dataclass(slots=True)
class _Mention:
    run: Run
    title: Title | None
    score: float
    plain: bool | None
    gender: str | None


class Cast:
    """Who is named in one article, and where."""

    def __init__(self, parse: Parse, language: str, verbs: frozenset[str]) -> None:
        self.parse = parse
        self.words: Lexicons = lexicons_of(language)
        found = list(runs(parse, self.words))
        self._starts = {run.first: run for run in found}
        self.titles = Titles(parse, self.words, self._starts).find()
        self._verbs = verbs
        self._written = frozenset(token.text for token in parse.tokens)
        self._appositions = self._apposed(found)
        self.people = self._people(found)
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

    # --- from runs to people

    def _people(self, found: Sequence[Run]) -> list[Person]:
        titled = {title.name.first: title for title in self.titles if title.name is not None}
        mentions: list[_Mention] = []
        single: list[_Mention] = []
        for run in found:
            inner = next((i for i in range(run.first, run.last) if i in titled), None)
            title = titled.get(inner) if inner is not None else None
            own = title.name if title is not None and title.name is not None else run
            mention = self._mention(own, title)
            (mentions if own.last - own.first > 1 else single).append(mention)
        people = self._full(mentions)
        left = [mention for mention in single if not self._attach(people, mention)]
        people.extend(self._lone(left))
        people.sort(key=lambda person: person.mentions[0].first)
        return people

    def _mention(self, run: Run, title: Title | None) -> _Mention:
        tokens = self.parse.tokens
        first = tokens[run.first]
        score = 0.0
        given = self.words.given_gender(first)
        if given is not None and run.last - run.first > 1:
            score += 2
        if title is not None or run.first in self._appositions:
            score += 2
        honorific = self._honorific(run)
        if honorific is not None:
            score += 2
        if run.last - run.first > 1 and self._speaks(run):
            score += 2
        gender = given if given in {"m", "f"} else None
        if gender is None and title is not None and title.head.gender is not None:
            gender = title.head.gender
        if gender is None and honorific in {"m", "f"}:
            gender = honorific
        return _Mention(run, title, score, self._plain(run, title), gender)

    def _honorific(self, run: Run) -> str | None:
        before = self.parse.tokens[run.first - 1].text.lower() if run.first else ""
        if before == "." and run.first > 1:
            before = self.parse.tokens[run.first - 2].text.lower() + "."
        return self.words.honorifics.get(before)

    def _speaks(self, run: Run) -> bool:
        tokens = self.parse.tokens
        around = [tokens[i] for i in (run.first - 1, run.last) if 0 <= i < len(tokens)]
        return any(token.lemma in self._verbs and token.text[0].islower() for token in around)

    def _plain(self, run: Run, title: Title | None) -> bool | None:
        """Whether the mention is in the nominative, as its given name or title tells; `None` if neither does."""
        if not self.words.grammar.cases:
            return True
        first = self.parse.tokens[run.first]
        given = self.words.given_gender(first) is not None and run.last - run.first > 1
        listed = first.text.lower() in self.words.given
        if given and not (listed and first.text[-1] in self.words.unchanging):
            return listed
        if title is not None:
            return title.head.plain
        return None

    def _full(self, mentions: Sequence[_Mention]) -> list[Person]:
        groups: list[tuple[Person, list[_Mention]]] = []
        for mention in sorted(mentions, key=lambda each: (each.plain is not True, each.run.first)):
            written = mention.run.text(self.parse)
            name = self._nominative(mention)
            home = next((pair for pair in groups if self._same(pair[0], mention, name)), None)
            if home is None:
                groups.append((Person(name, [mention.run], gender=mention.gender), [mention]))
            else:
                home[0].mentions.append(mention.run)
                home[1].append(mention)
                if len(written) > len(home[0].name) and mention.plain:
                    home[0].name = written
                home[0].gender = home[0].gender or mention.gender
        kept = [person for person, own in groups if max(each.score for each in own) >= 2]
        for person in kept:
            person.mentions.sort(key=lambda run: run.first)
        return kept

    def _same(self, person: Person, mention: _Mention, name: str) -> bool:
        if person.name == name:
            return True
        theirs, own = person.words, mention.run.words(self.parse)
        if len(own) == len(theirs):
            gender = person.gender or mention.gender
            return all(is_form_of(self.words, word, plain, gender) for word, plain in zip(own, theirs, strict=True))
        short, full = sorted((own, theirs), key=len)
        return len(short) > 1 and short == full[1:][: len(short)]

    def _nominative(self, mention: _Mention) -> str:
        """The mention in the nominative, as written where it is not settled."""
        written = mention.run.text(self.parse)
        if mention.plain is not False or "." in written:
            return written
        out: list[str] = []
        for i in range(mention.run.first, mention.run.last):
            token = self.parse.tokens[i]
            given = self.words.given_gender(token)
            if given is not None and i == mention.run.first:
                plain = self.words.given_form(token)
                out.append(token.text if plain == token.text.lower() else plain.capitalize())
                continue
            found = nominative(self.words, token.text, mention.gender, self._written)
            if found is None:
                found = token.text
            out.append(found)
        return " ".join(out)

    def _attach(self, people: Sequence[Person], mention: _Mention) -> bool:
        """Give a bare name to its bearer; whether there is exactly one."""
        word = mention.run.words(self.parse)[0]
        bearers = [person for person in people if any(self._bears(person, word, part) for part in person.words[1:])]
        if len(bearers) > 1:
            fitting = [person for person in bearers if mention.gender and person.gender == mention.gender]
            bearers = fitting or bearers
        if len(bearers) != 1:
            return len(bearers) > 1
        bearers[0].mentions.append(mention.run)
        bearers[0].mentions.sort(key=lambda run: run.first)
        return True

    def _bears(self, person: Person, word: str, part: str) -> bool:
        return is_form_of(self.words, word, part, person.gender)

    def _lone(self, left: Sequence[_Mention]) -> list[Person]:
        """People known by one name only: with a title or honorific right before it."""
        groups: dict[str, Person] = {}
        for mention in left:
            if mention.score < 2:
                continue
            name = mention.run.text(self.parse)
            person = groups.setdefault(name, Person(name, [], gender=mention.gender))
            person.mentions.append(mention.run)
        return list(groups.values())

    # --- what they are

    def _apposed(self, found: Sequence[Run]) -> dict[int, Title]:
        """Titles after a name and a comma or bracket: by the name's first token."""
        tokens, out = self.parse.tokens, dict[int, Title]()
        by_head = {title.first: title for title in self.titles}
        for run in found:
            if run.last >= len(tokens) or tokens[run.last].text not in {",", "("} or run.last - run.first < 2:
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
            person.country = next((t.country for t in person.titles if t.country is not None), None)
        self._home()

    def _home(self) -> None:
        """The country of officers of state without one: the only country whose officers the article names so."""
        told = {
            person.country for person in self.people if person.country and any(t.head.national for t in person.titles)
        }
        home = self._own_country()
        if home is None or told - {home}:
            return
        for person in self.people:
            if person.country is None and any(self._of_this_state(title) for title in person.titles):
                person.country = home

    def _own_country(self) -> str | None:
        """The country that outweighs all others in the text."""
        counts: dict[str, int] = defaultdict(int)
        opening = self.words.gazetteer.at(self.parse.tokens, 0) if self.parse.tokens else None
        if opening is not None:
            counts[opening.code] += _DATELINE
        i = 0
        while i < len(self.parse.tokens):
            place = self.words.gazetteer.at(self.parse.tokens, i)
            if place is not None:
                counts[place.code] += 1
            i = place.last if place is not None else i + 1
        ranked = sorted(counts.items(), key=lambda pair: -pair[1])
        if not ranked or ranked[0][1] < _FEWEST or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        return ranked[0][0]

    def _of_this_state(self, title: Title) -> bool:
        """Whether it is an office of a state that the title does not name; not of a town or region unknown."""
        if not title.head.national or title.body is not None or title.country is not None:
            return False
        head = " ".join(token.text.lower() for token in self.parse.tokens[title.head.first : title.head.last])
        local = head in self.words.local or not self.words.local.isdisjoint(
            self.words.forms(self.parse.tokens[title.head.first])
        )
        return not (local and any(i in self._starts for i in range(title.head.last, title.last)))

    def role_of(self, person: Person) -> Title | None:
        """The fullest title of a person."""
        return max(person.titles, key=lambda title: (title.last - title.first, -title.first), default=None)

    def is_body_word(self, i: int) -> bool:
        """Whether a token is a body's name or acronym."""
        return acronym(self.parse.tokens[i]) or self.words.is_body(self.parse.tokens[i])
