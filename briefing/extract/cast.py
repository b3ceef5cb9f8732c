"""The people and groups of one article, and whom a mention, title or pronoun means."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extract.parse import Parse
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
    people: tuple[Person, ...]

    def person(self, key: str | None) -> Person | None:
        """The person with this key."""
        raise NotImplementedError

    def refer(self, token: int, at: int | None = None) -> Referent:
        """Whom the phrase headed by this token means; `at` is the token from which it is looked back (default: itself).

        `named`: a mention of the name. `resolved`: a pronoun or title which the text settles. `described`: the text's
        own words for somebody unnamed, a body or a country. `unknown`: a pronoun which the text does not settle.
        """
        raise NotImplementedError

    def mention_at(self, start: int, end: int) -> Mention | None:
        """The mention of a person that overlaps these characters, the longest first."""
        raise NotImplementedError

    def phrase(self, token: int) -> Written:
        """The words of the noun phrase headed by this token, without relative clauses and appositions."""
        raise NotImplementedError

    def we_speaks_for(self, key: str | None) -> str | None:
        """The country or organisation for which a person says "we"; `None` where the text does not tell."""
        raise NotImplementedError


def build_cast(parse: Parse, lexicon: object = None) -> Cast:
    """The cast of one article."""
    raise NotImplementedError
