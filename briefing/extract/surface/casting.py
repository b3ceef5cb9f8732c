"""Which words with a capital letter are people's names, and which of them are one person's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field

from briefing.extract.parsing.parse import Parse
from briefing.extract.surface.grammar import Tense
from briefing.extract.surface.inflection import is_form_of, is_unsettled, nominative, nominatives
from briefing.extract.surface.lexicons import Lexicons
from briefing.extract.surface.runs import Run
from briefing.extract.surface.titles import Title

_SHORT = 2  # words of a given name and a surname


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


class Casting:
    """Makes people of the runs of one article."""

    def __init__(self, parse: Parse, words: Lexicons, verbs: frozenset[str], apposed: Container[int]) -> None:
        """`verbs`: of saying; `apposed`: the first tokens of names that a title follows."""
        self._parse = parse
        self._words = words
        self._verbs = verbs
        self._apposed = apposed
        self._written = frozenset(token.text for token in parse.tokens)

    def people(self, found: Sequence[Run], titles: Sequence[Title]) -> list[Person]:
        """Who is named, in order of the first mention."""
        titled = {title.name.first: title for title in titles if title.name is not None}
        mentions: list[_Mention] = []
        single: list[_Mention] = []
        for run in found:
            inner = next((i for i in range(run.first, run.last) if i in titled), None)
            title = titled.get(inner) if inner is not None else None
            own = title.name if title is not None and title.name is not None else run
            mention = self._mention(own, title)
            (mentions if own.last - own.first > 1 else single).append(mention)
        people = self._full(mentions)
        bearers = _Bearers(people, self._words)
        left = [mention for mention in single if not self._attach(bearers, mention)]
        people.extend(self._lone(left))
        people.sort(key=lambda person: person.mentions[0].first)
        return people

    # --- one mention

    def _mention(self, run: Run, title: Title | None) -> _Mention:
        tokens = self._parse.tokens
        first = tokens[run.first]
        score = 0.0
        given = self._words.given_gender(first)
        if given is not None and run.last - run.first > 1:
            score += 2
        if title is not None or run.first in self._apposed:
            score += 2
        honorific = self._honorific(run)
        if honorific is not None:
            score += 2
        if run.last - run.first > 1 and self._speaks(run):
            score += 2
        gender = given if given in {"m", "f"} else None
        if gender is not None and self._turned(run, title):
            gender = self._words.given.get(self._words.given_form(first, oblique=True), gender)
        if gender is None and title is not None and title.head.gender is not None:
            gender = title.head.gender
        if gender is None and honorific in {"m", "f"}:
            gender = honorific
        return _Mention(run, title, score, self._plain(run, title), gender)

    def _honorific(self, run: Run) -> str | None:
        before = self._parse.tokens[run.first - 1].text.lower() if run.first else ""
        if before == "." and run.first > 1:
            before = self._parse.tokens[run.first - 2].text.lower() + "."
        return self._words.honorifics.get(before)

    def _speaks(self, run: Run) -> bool:
        tokens = self._parse.tokens
        around = [tokens[i] for i in (run.first - 1, run.last) if 0 <= i < len(tokens)]
        grammar = self._words.grammar
        return any(
            token.lemma in self._verbs
            and token.text[0].islower()
            and grammar.tense(tokens, token.i) in {Tense.PAST, Tense.PRESENT}
            for token in around
        )

    def _plain(self, run: Run, title: Title | None) -> bool | None:
        """Whether the mention is in the nominative, as its given name or title tells; `None` if neither does."""
        if not self._words.grammar.cases:
            return True
        first = self._parse.tokens[run.first]
        given = self._words.given_gender(first) is not None and run.last - run.first > 1
        listed = first.text.lower() in self._words.given
        if self._turned(run, title):
            return False
        if given and not (listed and first.text[-1] in self._words.unchanging):
            return listed
        if title is not None:
            return title.head.plain
        return None

    def _turned(self, run: Run, title: Title | None) -> bool:
        """Whether the title before a name tells that it is in an oblique case, though it looks plain ("posła Jana")."""
        if title is None or title.head.plain or title.name is None or title.last > run.first:
            return False
        first = self._parse.tokens[run.first]
        return first.text.lower() in self._words.given and (
            self._words.given_form(first, oblique=True) != first.text.lower()
        )

    # --- full names

    def _full(self, mentions: Sequence[_Mention]) -> list[Person]:
        groups = _Groups(self._words)
        for mention in sorted(mentions, key=lambda each: (each.plain is not True, each.run.first)):
            own = mention.run.words(self._parse)
            name = self._nominative(mention)
            home = next(
                (n for n in groups.candidates(own, name) if self._same(groups.people[n], mention, own, name)), None
            )
            if home is None:
                groups.open(Person(name, [mention.run], gender=mention.gender), mention.score)
                continue
            person = groups.people[home]
            person.mentions.append(mention.run)
            groups.scores[home] = max(groups.scores[home], mention.score)
            written = mention.run.text(self._parse)
            if len(written) > len(person.name) and mention.plain:
                person.name = written
                groups.name(home)
            person.gender = person.gender or mention.gender
        kept = [person for person, score in zip(groups.people, groups.scores, strict=True) if score >= 2]
        for person in kept:
            person.mentions.sort(key=lambda run: run.first)
        return kept

    def _same(self, person: Person, mention: _Mention, own: Sequence[str], name: str) -> bool:
        if person.name == name:
            return True
        theirs = person.words
        if len(own) == len(theirs):
            gender = person.gender or mention.gender
            return all(is_form_of(self._words, word, plain, gender) for word, plain in zip(own, theirs, strict=True))
        short, full = sorted((own, theirs), key=len)
        inner = len(short) == _SHORT and short[0] == full[0] and short[1] in full[2:]  # "Ana Reis" of "Ana Lúcia Reis"
        return len(short) > 1 and (inner or short == full[1:][: len(short)])

    def _nominative(self, mention: _Mention) -> str:
        """The mention in the nominative, as written where it is not settled."""
        written = mention.run.text(self._parse)
        if mention.plain is not False or "." in written:
            return written
        surname = self._parse.tokens[mention.run.last - 1].text
        if is_unsettled(self._words, surname, mention.gender):
            return written
        turned = self._turned(mention.run, mention.title)
        out: list[str] = []
        for i in range(mention.run.first, mention.run.last):
            token = self._parse.tokens[i]
            given = self._words.given_gender(token)
            if given is not None and i == mention.run.first:
                plain = self._words.given_form(token, oblique=turned)
                out.append(token.text if plain == token.text.lower() else plain.capitalize())
                continue
            found = nominative(self._words, token.text, mention.gender, self._written)
            out.append(found if found is not None else token.text)
        return " ".join(out)

    # --- bare names

    def _attach(self, bearers: _Bearers, mention: _Mention) -> bool:
        """Give a bare name to its bearer; whether anybody bears it."""
        found = bearers.of(mention.run.words(self._parse)[0])
        if not found and self._words.grammar.given_alone:
            found = bearers.called(mention.run, self._parse)
        if len(found) > 1:
            fitting = [person for person in found if mention.gender and person.gender == mention.gender]
            found = fitting or found
        if len(found) == 1:
            found[0].mentions.append(mention.run)
            found[0].mentions.sort(key=lambda run: run.first)
        return bool(found)

    def _lone(self, left: Sequence[_Mention]) -> list[Person]:
        """People known by one name only: with a title or honorific right before it."""
        groups: dict[str, Person] = {}
        for mention in left:
            if mention.score < 2:
                continue
            name = mention.run.text(self._parse)
            person = groups.setdefault(name, Person(name, [], gender=mention.gender))
            person.mentions.append(mention.run)
        return list(groups.values())


class _Groups:
    """The people found so far, and quickly whose name a mention can be a form of."""

    def __init__(self, words: Lexicons) -> None:
        self.people: list[Person] = []
        self.scores: list[float] = []
        self._words = words
        self._by_name: dict[str, list[int]] = defaultdict(list)
        self._by_word: dict[tuple[int, str], list[int]] = defaultdict(list)

    def open(self, person: Person, score: float) -> None:
        """Begin a group."""
        self.people.append(person)
        self.scores.append(score)
        self.name(len(self.people) - 1)

    def name(self, number: int) -> None:
        """Take note of what the person of a group is called now."""
        person = self.people[number]
        self._by_name[person.name].append(number)
        for place in (0, 1, -1):
            for word in person.words[place:][:1]:
                self._by_word[place, word].append(number)

    def candidates(self, own: Sequence[str], name: str) -> list[int]:
        """The groups in order that may be of the same name: by its last word, or by where a longer one goes on."""
        found = set(self._by_name.get(name, ()))
        found.update(self._by_word.get((0, own[0]), ()) if len(own) == _SHORT else ())
        found.update(self._by_word.get((1, own[0]), ()), *(self._by_word.get((0, word), ()) for word in own[1:2]))
        for plain in _forms(self._words, own[-1]):
            found.update(self._by_word.get((-1, plain), ()))
        return sorted(found)


class _Bearers:
    """Who bears a name that stands by itself."""

    def __init__(self, people: Sequence[Person], words: Lexicons) -> None:
        self._people = people
        self._words = words
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for number, person in enumerate(people):
            for word in dict.fromkeys(person.words[1:]):
                self._by_word[word].append(number)

    def of(self, word: str) -> list[Person]:
        """The people of whose name `word` is or can be a form, in order."""
        near = sorted({number for plain in _forms(self._words, word) for number in self._by_word.get(plain, ())})
        found = [self._people[number] for number in near]
        return [
            person
            for person in found
            if any(is_form_of(self._words, word, part, person.gender) for part in person.words[1:])
        ]

    def called(self, run: Run, parse: Parse) -> list[Person]:
        """Who of those named before has the given name that stands by itself, where that is how people are called."""
        word = run.words(parse)[0]
        found = [person for person in self._people if person.words[0] == word and len(person.words) > 1]
        return [person for person in found if person.mentions[0].first < run.first] if len(found) == 1 else []


def _forms(words: Lexicons, word: str) -> Iterator[str]:
    """The word and all of which it can be an oblique case."""
    yield word
    if words.grammar.cases:
        yield from nominatives(words, word, None)
