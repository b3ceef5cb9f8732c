"""The people and groups of one article, and whom a mention, title or pronoun means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from briefing.extract.grammar.clauses import Clause, Clauses
from briefing.extract.identity import fact_id
from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse
from briefing.extract.speech.marks import pair_marks
from briefing.extract.titles.titles import Title
from briefing.model.facts import Attribution
from briefing.model.span import Written


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place where a person is named, in full or by a part of the name; tokens `first` up to not including `last`."""

    person: str
    words: Written
    first: int
    last: int
    full: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One human being of the article.

    `key`: stable within the article. `name`: the fullest form. `roles`: best first. `country`: ISO 3166-1 alpha-2.
    `gender`: `m`, `f`, or `None` where the text does not tell. `confidence`: that this is a person at all.
    """

    key: str
    name: str
    names: tuple[Written, ...]
    mentions: tuple[Mention, ...]
    roles: tuple[Written, ...] = ()
    titles: tuple[Title, ...] = ()
    organisation: str | None = None
    country: str | None = None
    gender: str | None = None
    confidence: float = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent:
    """Whom a noun phrase means: `name` is the full name, or the text's own words; `key` is a person's, if it is one."""

    name: str | None
    attribution: Attribution
    key: str | None
    words: Written


@dataclass(frozen=True)
class Cast:
    """The people of an article and how to find out who is meant."""

    parse: Parse
    clauses: Clauses
    vocabulary: Vocabulary
    people: tuple[Person, ...]
    titles: tuple[Title, ...]
    beside: Mapping[int, str] = field(default_factory=dict)
    home: str | None = None
    _by_key: Mapping[str, Person] = field(default_factory=dict)
    # What has been worked out of titles: the words of each, and who holds an office.
    office_words: dict[tuple[int, int], frozenset[str]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    holders: dict[tuple[object, ...], tuple[Person, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def person(self, key: str | None) -> Person | None:
        """The person with this key."""
        return self._by_key.get(key) if key is not None else None

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of all names, in small letters."""
        return frozenset(person.key.split()[-1] for person in self.people if person.key.split())

    @cached_property
    def first_named(self) -> Mapping[str, int]:
        """The token at which each person is first named, by key."""
        return {person.key: min(mention.first for mention in person.mentions) for person in self.people}

    @cached_property
    def by_token(self) -> Mapping[int, Mention]:
        """The mention in which a token stands."""
        return {i: mention for person in self.people for mention in person.mentions
                for i in range(mention.first, mention.last)}  # fmt: skip

    @cached_property
    def title_at(self) -> Mapping[int, Title]:
        """The title phrase of which a token is the role's own part; of several the first."""
        found: dict[int, Title] = {}
        for title in self.titles:
            for i in range(title.first, title.last):
                found.setdefault(i, title)
        return found

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The tokens that stand within quotation marks."""
        paragraphs = [(paragraph.start, paragraph.end) for paragraph in self.parse.paragraphs]
        stretches = pair_marks(self.parse.article.text, paragraphs).stretches
        starts = [token.start for token in self.parse.tokens]
        found: set[int] = set()
        for stretch in stretches:
            found.update(range(bisect_left(starts, stretch.start), bisect_left(starts, stretch.end)))
        return frozenset(found)

    def paragraphs_between(self, first: int, last: int) -> int:
        """How many paragraphs lie from one token on to another, without those that hold nothing but a quotation."""
        telling = self._telling
        return telling[self.parse.tokens[last].paragraph] - telling[self.parse.tokens[first].paragraph]

    @cached_property
    def _telling(self) -> tuple[int, ...]:
        """For each paragraph how many up to it have words outside quotation marks."""
        tokens, found, count = self.parse.tokens, [], 0
        for paragraph in self.parse.paragraphs:
            words = (i for i in range(paragraph.first, paragraph.last) if tokens[i].text[:1].isalnum())
            count += any(i not in self.quoted for i in words)
            found.append(count)
        return tuple(found)

    @cached_property
    def _clauses_by_sentence(self) -> Mapping[int, tuple[Clause, ...]]:
        found: dict[int, list[Clause]] = {}
        for clause in self.clauses:
            found.setdefault(self.parse.tokens[clause.verb].sentence, []).append(clause)
        return {sentence: tuple(clauses) for sentence, clauses in found.items()}

    def clauses_in(self, sentence: int) -> tuple[Clause, ...]:
        """The clauses of a sentence."""
        return self._clauses_by_sentence.get(sentence, ())

    def main_subjects(self, sentence: int) -> tuple[int, ...]:
        """The subjects of a sentence's main verbs, outside quotation marks, in order."""
        return self._main_subjects.get(sentence, ())

    @cached_property
    def _main_subjects(self) -> Mapping[int, tuple[int, ...]]:
        return {
            sentence: tuple(
                clause.subject
                for clause in clauses
                if clause.subject is not None
                and not clause.inherited
                and clause.subject not in self.quoted
                and clause.reported_by is None
                and self.parse.tokens[clause.verb].dep == "ROOT"
            )
            for sentence, clauses in self._clauses_by_sentence.items()
        }

    def mentions_in(self, sentence: int) -> tuple[Mention, ...]:
        """The mentions of people in a sentence, in order."""
        return self._mentions_by_sentence.get(sentence, ())

    @cached_property
    def _mentions_by_sentence(self) -> Mapping[int, tuple[Mention, ...]]:
        found: dict[int, dict[int, Mention]] = {}
        for i, mention in self.by_token.items():
            found.setdefault(self.parse.tokens[i].sentence, {})[mention.first] = mention
        return {sentence: tuple(hits[first] for first in sorted(hits)) for sentence, hits in found.items()}

    @cached_property
    def subjects(self) -> dict[int, tuple[tuple[int, int, tuple[bool, bool]], ...]]:
        """What `antecedents` has read of the subjects of each sentence so far."""
        return {}

    @cached_property
    def told(self) -> dict[tuple[int, bool], tuple[list[tuple[str, int]], ...]]:
        """What `earlier_subjects` has read of whole sentences so far, by whether it was asked from a quotation."""
        return {}

    @cached_property
    def respelt(self) -> dict[str, Person]:
        """Whom `respelt` has found lone names to mean so far, by key."""
        return {}

    @cached_property
    def carried(self) -> dict[int, Person | None]:
        """Whom `antecedents` has found the pronouns to mean so far, by token."""
        return {}

    @cached_property
    def barred(self) -> dict[int, str]:
        """Whom `antecedents` has found the pronouns not to mean, since others stand nearer, by token."""
        return {}

    def refer(self, token: int, at: int | None = None) -> Referent:
        """Whom the phrase headed by this token means; `at` is the token from which it is looked back (default: itself).

        `named`: a mention of the name. `resolved`: a pronoun or title which the text settles. `described`: the text's
        own words for somebody unnamed, a body or a country. `unknown`: a pronoun which the text does not settle.
        """
        from briefing.extract.reference.coreference import refer  # noqa: PLC0415 - coreference needs the types of this module

        key = token, token if at is None else at
        known = self._referents.get(key)
        if known is None:
            known = self._referents[key] = refer(self, *key)
        return known

    @cached_property
    def _referents(self) -> dict[tuple[int, int], Referent]:
        """Those that have been asked for: every detector asks for the same."""
        return {}

    def phrase(self, token: int) -> Written:
        """The words of the noun phrase headed by this token, without relative clauses and appositions."""
        from briefing.extract.reference.coreference import phrase  # noqa: PLC0415 - coreference needs the types of this module

        return phrase(self.parse, token)

    def written(self, start: int, end: int) -> Written:
        """The words between two places of the text."""
        return Written(text=self.parse.article.text[start:end], span=self.parse.span(start, end))

    def we_speaks_for(self, key: str | None) -> str | None:
        """The country or organisation for which a person says "we"; `None` where the text does not tell."""
        person = self.person(key)
        if person is None:
            return None
        if person.organisation is not None and not any(title.national and title.country for title in person.titles):
            return person.organisation
        return self.vocabulary.countries.names.get(person.country) if person.country and person.roles else None

    def attendee_id(self, key: str | None) -> str | None:
        """The id of the attendee that this person will be."""
        return None if key is None else fact_id("attendee", self.parse.article.id, key)

    def attendee(self, attendee_id: str | None) -> Person | None:
        """The person who will be the attendee of this id."""
        return None if attendee_id is None else self._by_attendee.get(attendee_id)

    @cached_property
    def _by_attendee(self) -> Mapping[str, Person]:
        return {fact_id("attendee", self.parse.article.id, person.key): person for person in self.people}
