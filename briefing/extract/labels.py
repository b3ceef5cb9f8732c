"""Whom the label of a transcript means: `THE PRESIDENT:`, `MODERATOR (Maria Keller):`, `FM OYAMADA:`, `A.`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from briefing.extract.cast import Cast, Person, Referent
from briefing.extract.layouts import LABEL
from briefing.extract.parse import Parse
from briefing.extract.sayers import Saying
from briefing.extract.turns import Turn
from briefing.model.facts import Attribution

_SMALL = frozenset(("the", "of", "for", "and", "a"))


class Labels:
    """The labels of one article's turns."""

    def __init__(self, parse: Parse, cast: Cast, turns: Sequence[Turn]) -> None:
        self._parse = parse
        self._cast = cast
        self._turns = {turn.stretch.start: turn for turn in turns}

    def saying(self, start: int) -> Saying | None:
        """What ties the turn that begins at a character to its speaker; `None` where no label does."""
        turn = self._turns.get(start)
        if turn is None:
            return None
        if turn.label is not None:
            return Saying(self._token_before(turn.label[1]), None, LABEL, 0.85, beside=True)
        if turn.answer and self._interviewed is not None:
            return Saying(self._interviewed.mentions[0].first, None, LABEL, 0.75, beside=True)
        return None

    def referent(self, said: Saying, start: int) -> Referent:
        """Whom the label of the turn that begins at a character means, in full where the article tells."""
        turn, referent = self._turns.get(start), self._cast.refer(said.speaker)
        if turn is not None and turn.answer:
            person = self._interviewed
            return self._named(person, referent) if person is not None else self._nobody(referent)
        person = self._by_aside(turn)
        if person is None and referent.attribution is not Attribution.DESCRIBED:
            return referent
        person = person or self._bearer(said.speaker) or self._holder(turn)
        if person is not None:
            return self._named(person, referent)
        told = self._told.get(self._text(turn)) if turn is not None else None
        return (
            referent
            if told is None
            else Referent(name=told, attribution=Attribution.DESCRIBED, key=None, words=referent.words)
        )

    @cached_property
    def _told(self) -> Mapping[str, str]:
        """By label: the words of the bracket behind it that name an office or a person the article knows no more of."""
        text = self._parse.article.text
        asides = [
            (self._text(turn), text[slice(*turn.aside)].strip(" ()[]")) for turn in self._turns.values() if turn.aside
        ]
        return {label: words for label, words in reversed(asides) if words[:1].isupper() and " " in words}

    @staticmethod
    def _named(person: Person, referent: Referent) -> Referent:
        return Referent(name=person.name, attribution=Attribution.NAMED, key=person.key, words=referent.words)

    @staticmethod
    def _nobody(referent: Referent) -> Referent:
        return Referent(name=None, attribution=Attribution.UNKNOWN, key=None, words=referent.words)

    def _token_before(self, place: int) -> int:
        tokens = self._parse.tokens
        return next((token.i - 1 for token in tokens if token.start >= place), len(tokens) - 1)

    @cached_property
    def _interviewed(self) -> Person | None:
        """The person named most often before the first answer, of several the first."""
        first = min((start for start, turn in self._turns.items() if turn.answer), default=0)
        counts = Counter(
            {
                person.key: sum(mention.words.span.start < first for mention in person.mentions)
                for person in self._cast.people
            }
        )
        named = [person for person in self._cast.people if counts[person.key]]
        return max(named, key=lambda p: (counts[p.key], -p.mentions[0].first), default=None)

    @cached_property
    def _asides(self) -> Mapping[str, Person]:
        """By label: whom the bracket behind it names, wherever the label first stands."""
        found: dict[str, Person] = {}
        for turn in self._turns.values():
            if turn.label is None or turn.aside is None:
                continue
            start, end = turn.aside
            named = [
                person
                for person in self._cast.people
                if any(start <= mention.words.span.start < end for mention in person.mentions)
            ]
            if len(named) == 1:
                found.setdefault(self._text(turn), named[0])
        return found

    def _text(self, turn: Turn) -> str:
        start, end = turn.label or (0, 0)
        return self._parse.article.text[start:end].casefold()

    def _by_aside(self, turn: Turn | None) -> Person | None:
        return None if turn is None or turn.label is None else self._asides.get(self._text(turn))

    def _bearer(self, token: int) -> Person | None:
        """The one person of that surname."""
        surname = self._parse.tokens[token].text.casefold().strip(".*")
        found = [person for person in self._cast.people if person.key.split()[-1:] == [surname]]
        fullest = [person for person in found if not person.name.isupper()] or found
        return fullest[0] if len(fullest) == 1 else None

    def _holder(self, turn: Turn | None) -> Person | None:
        """The one person with that office."""
        wanted = frozenset(self._text(turn).split()) - _SMALL if turn is not None else frozenset[str]()
        if not wanted:
            return None
        offices = {
            person.key: [frozenset(role.text.casefold().split()) - _SMALL for role in person.roles]
            for person in self._cast.people
        }
        exact = [key for key, roles in offices.items() if wanted in roles]
        wide = [key for key, roles in offices.items() if any(wanted <= role for role in roles)]
        found = exact if len(exact) == 1 else wide
        return self._cast.person(found[0]) if len(found) == 1 else None
