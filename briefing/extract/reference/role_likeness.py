"""How like the words for somebody ("the former footballer") are to what the article says a person is."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from briefing.extract.lexis.lexicon import load
from briefing.extract.lexis.word_vectors import word_vectors
from briefing.extract.reference.cast import Cast, Person
from briefing.extract.reference.offices import RANKS

if TYPE_CHECKING:
    import numpy as np

_STEPS = (0.3, 0.45, 0.6, 0.75, 0.95)
_CONTENT = frozenset(("NOUN", "PROPN", "ADJ"))
_LIKE = 0.6
_LEAST_LIKE = 0.25
_SURELY_LIKE = 0.75
_NEAR = 12  # tokens of a phrase on either side of its head
_NEARER = 0.1
_NEAR_ENOUGH = -0.05  # for a noun that ends as one for who does something
_DOERS = ("man", "woman", "er", "or", "ist", "ian", "ant", "ee")
_AGED = re.compile(r"\d[- ]year[- ]old", re.IGNORECASE)
_PARTISANS = frozenset(("republican", "democrat", "conservative", "liberal", "socialist"))


class RoleLikeness:
    """Compares the noun phrase that stands for a speaker with the roles of people."""

    def __init__(self, cast: Cast, token: int) -> None:
        self._cast = cast
        self._token = token
        self._head = cast.parse.tokens[token].lemma.lower()

    def signs(self, person: Person, others: Sequence[Person]) -> Iterator[str]:
        """What the words say for a person, and whether they say more for one of the others."""
        own = self.likeness(person)
        shared = self._shared(person)
        yield f"role.shares.{shared}"
        yield f"role.like.{_step(own)}" if person.roles else "role.unknown"
        if person.roles and all(self.likeness(other) < own for other in others if other is not person):
            yield f"role.likest.{_step(own)}"
        if self._names:
            words = frozenset(_words_of(person))
            yield "role.name.shared" if self._names & words else "role.name.unshared"
        if self.has_rival(person, others):
            yield "role.rival"
        title = self._cast.title_at.get(self._token)
        country = title.country if title is not None else None
        if country is not None and person.country is not None:
            yield "role.country.same" if country == person.country else "role.country.other"

    def against(self) -> Iterator[str]:
        """What the words say for somebody whom the article does not name."""
        yield "nobody.office" if self._token in self._cast.title_at else "nobody.no_office"
        yield f"nobody.words.{min(len(self._words), 3)}"

    def has_rival(self, person: Person, others: Sequence[Person]) -> bool:
        """Whether the words are as like to the role of one of the others."""
        own = self.likeness(person)
        return own >= _LIKE and any(self.likeness(other) >= own for other in others if other is not person)

    def another_rank(self, person: Person) -> bool:
        """Whether all that the person is said to be of this office is of another rank: "the former president"."""
        roles = [frozenset(role.text.lower().replace("-", " ").split()) for role in person.roles]
        same = [role for role in roles if self._head in role]
        tokens = self._cast.parse.tokens
        near = range(max(0, self._token - 3), self._token)
        ranks = frozenset(tokens[i].text.lower() for i in near if tokens[i].head == self._token) & RANKS
        return bool(same) and all(role & RANKS != ranks for role in same)

    def is_other(self, person: Person) -> bool:
        """Whether nothing that is told of the person is like the words, or they are of something else.

        "The judge" is no lawyer; "the representative of the firm" no minister.
        """
        own = self.likeness(person)
        return not person.roles or own < _LEAST_LIKE or (own < _SURELY_LIKE and self._of_another(person))

    def _of_another(self, person: Person) -> bool:
        """Whether the words say of what somebody is that, and it is in none of the person's roles."""
        tokens, children = self._cast.parse.tokens, self._cast.parse.children
        preps = (i for i in children[self._token] if tokens[i].text.lower() in {"of", "for", "from"})
        nouns = {tokens[i].lemma.lower() for prep in preps for i in children[prep] if tokens[i].dep == "pobj"}
        return bool(nouns) and nouns.isdisjoint(_words_of(person))

    def likeness(self, person: Person) -> float:
        """How like the head of the words is to the word of the roles that it is likest to, from 0 to 1."""
        return max((self._like(word) for word in _words_of(person)), default=0.0)

    def _like(self, word: str) -> float:
        if word == self._head:
            return 1.0
        vectors = word_vectors("en")
        other = vectors.of(word) if vectors is not None else None
        return float(self._vector @ other) if self._vector is not None and other is not None else 0.0

    @cached_property
    def _vector(self) -> np.ndarray | None:
        vectors = word_vectors("en")
        return vectors.of(self._head) if vectors is not None else None

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words of the phrase that say something."""
        tokens = self._cast.parse.tokens
        span = self._cast.phrase(self._token).span
        inside = (
            each for each in tokens[max(0, self._token - 12) : self._token + 12] if span.start <= each.start < span.end
        )
        return frozenset(each.lemma.lower() for each in inside if each.pos in _CONTENT)

    @cached_property
    def _names(self) -> frozenset[str]:
        """The names within the phrase before its head: "the Harland citizen"."""
        tokens, found, i = self._cast.parse.tokens, set[str](), self._token - 1
        while i >= 0 and tokens[i].tag in {"NNP", "NNPS"} and tokens[i].paragraph == tokens[self._token].paragraph:
            found.add(tokens[i].text.lower())
            i -= 1
        return frozenset(found)

    def _shared(self, person: Person) -> str:
        """How many of the words stand in the person's roles."""
        if not self._words:
            return "none"
        both = self._words & frozenset(_words_of(person))
        return "all" if both == self._words else "some" if both else "none"


def is_human(cast: Cast, token: int) -> bool:
    """Whether the word is one for a human being: an office, a listed word, or one that is used as such words are."""
    word = cast.parse.tokens[token]
    title = cast.title_at.get(token)
    if title is not None:
        return word.tag != "NNP" or title.national or title.last - title.outer > 2
    if _AGED.search(cast.phrase(token).text):
        return True
    if word.tag == "NNP":
        return word.text.lower() in _PARTISANS
    lemma = word.lemma.lower()
    subjects, vectors = load("en", "saying")["subjects"], word_vectors("en")
    vector = vectors.of(lemma) if vectors is not None else None
    if lemma in subjects["people"] or vectors is None or vector is None:
        return word.tag == "NN" and (lemma in subjects["people"] or vectors is not None)
    people, things = _poles("en")
    doer = lemma.endswith(_DOERS) and lemma not in subjects["things"]
    return float(vector @ people) - float(vector @ things) > (_NEAR_ENOUGH if doer else _NEARER)


@functools.cache
def _poles(language: str) -> tuple[np.ndarray, np.ndarray]:
    """The directions of words for human beings and of words for things."""
    vectors, subjects = word_vectors(language), load(language, "saying")["subjects"]
    means = [vectors.mean(subjects[each]) for each in ("people", "things")] if vectors is not None else []
    people, things = (mean / max(float(mean @ mean) ** 0.5, 1e-9) for mean in means)
    return people, things


def _words_of(person: Person) -> list[str]:
    words = [word.strip(",.()'’\"").lower() for role in person.roles for word in role.text.replace("-", " ").split()]
    if person.organisation is not None:
        words += person.organisation.lower().split()
    return [word[:-1] if word.endswith("s") and len(word) > 4 else word for word in words]


def _step(likeness: float) -> str:
    return str(sum(likeness >= step for step in _STEPS))
