"""Whom the label of a transcript means: `THE PRESIDENT:`, `MODERATOR (Maria Keller):`, `FM OYAMADA:`, `A.`."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from functools import cached_property

from briefing.extract.grammar.sayers import Saying
from briefing.extract.parsing.parse import Parse, Token
from briefing.extract.quotations.interviewed import interviewed
from briefing.extract.quotations.layouts import LABEL
from briefing.extract.reference.cast import Cast, Mention, Person, Referent
from briefing.extract.speech.turns import Turn
from briefing.model.facts import Attribution

_SMALL = frozenset(("the", "of", "for", "and", "a"))
_MOST_INITIALS = 4
_MOST_NAMES = 4
_MOST_PLACES = 8


def _start(token: Token) -> int:
    return token.start


def _holds(titles: Sequence[str], person: Person) -> bool:
    """Whether a person's office begins with the label's title: SEN. for a senator."""
    roles = [word for role in person.roles for word in role.text.casefold().split()]
    return any(len(title) > 1 and role.startswith(title) for title in titles for role in roles)


def _fits(given: Sequence[str], names: Sequence[str]) -> bool:
    """Whether no given name or initial of a label speaks against a person's; titles say nothing."""
    written = [word for word in given if word and (len(word) == 1 or word in names)]
    if not written:
        return True
    return any(name[:1] == word[:1] for word in written for name in names)


class Labels:
    """The labels of one article's turns."""

    def __init__(self, parse: Parse, cast: Cast, turns: Sequence[Turn], language: str = "en") -> None:
        self._language = language
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
        bearers = self._bearers(turn, said.speaker)
        person = self._by_aside(turn) or self._bearer(turn, bearers) or self._by_initials(turn)
        if person is None and len(bearers) > 1:
            return self._as_labelled(turn, referent)
        if person is None and referent.attribution is not Attribution.DESCRIBED:
            return referent
        person = person or self._holder(turn)
        if person is not None:
            return self._named(person, referent)
        told = self._told.get(self._text(turn)) if turn is not None else None
        name = self._introduced(said.speaker) or self._fuller(turn) or told
        if name is None:
            return referent
        return Referent(name=name, attribution=Attribution.DESCRIBED, key=None, words=referent.words)

    def _introduced(self, token: int) -> str | None:
        """The full name that ends with the label's last word where the text first has it, though no person was seen."""
        tokens = self._parse.tokens
        for last in self._running.get(tokens[token].text.casefold(), ())[:_MOST_PLACES]:
            first = last.i
            while last.i - first < _MOST_NAMES and first > 0 and self._is_given(tokens[first - 1], last):
                first -= 1
            if 0 < last.i - first < _MOST_NAMES:
                return " ".join(self._parse.article.text[tokens[first].start : last.end].split())
        return None

    @cached_property
    def _running(self) -> Mapping[str, Sequence[Token]]:
        """By word, in small letters: where it stands with a capital outside all labels."""
        found: dict[str, list[Token]] = {}
        for token in self._parse.tokens:
            if self._is_running(token):
                found.setdefault(token.text.casefold(), []).append(token)
        return found

    def _is_running(self, token: Token) -> bool:
        return token.text.istitle() and self._is_outside(token.start)

    @staticmethod
    def _is_given(token: Token, last: Token) -> bool:
        named = token.pos == "PROPN" and token.text[:1].isupper() and token.paragraph == last.paragraph
        return named and token.entity == last.entity and token.text.isalpha()

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
        return bisect.bisect_left(self._parse.tokens, place, key=_start) - 1

    @cached_property
    def _interviewed(self) -> Person | None:
        """Who is interviewed: whom the opening says to talk or to be asked, else who is named in it most; no guess."""
        first = min((start for start, turn in self._turns.items() if turn.answer), default=0)
        return interviewed(self._cast, first, self._language)

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

    def _bearers(self, turn: Turn | None, token: int) -> Sequence[Person]:
        """The people of that surname, those first of whom the article tells outside the labels."""
        written = self._text(turn) if turn is not None and turn.label is not None else self._parse.tokens[token].text
        last = written.casefold().split()[-1].strip(".*'’")
        found = [person for person in self._cast.people if person.key.split()[-1:] == [last]]
        told = [person for person in found if any(map(self._is_told, person.mentions))]
        fullest = [person for person in told if not person.name.isupper()] or told
        return [person for person in fullest if len(person.name.split()) > 1] or fullest

    def _bearer(self, turn: Turn | None, bearers: Sequence[Person]) -> Person | None:
        """The one of them whom nothing in the label speaks against: no given name, no initial, no title."""
        words = [word.strip(".*'’") for word in self._text(turn).split()] if turn is not None else []
        fitting = [person for person in bearers if _fits(words[:-1], person.name.casefold().split()[:-1])]
        if len(fitting) > 1:
            fitting = [person for person in fitting if _holds(words[:-1], person)]
        return fitting[0] if len(fitting) == 1 else None

    def _as_labelled(self, turn: Turn | None, referent: Referent) -> Referent:
        """The label's own words, where it does not tell which of several people it means."""
        name = self._parse.article.text[slice(*turn.label)] if turn is not None and turn.label is not None else None
        attribution = Attribution.UNKNOWN if name is None else Attribution.DESCRIBED
        return Referent(name=name, attribution=attribution, key=None, words=referent.words)

    def _fuller(self, turn: Turn | None) -> str | None:
        """The one label in full that ends as this one does: `JANE HOLT` for `HOLT`."""
        label = self._text(turn) if turn is not None else ""
        found = self._in_full.get(label, []) if " " not in label else []
        return found[0] if len(found) == 1 else None

    @cached_property
    def _in_full(self) -> Mapping[str, Sequence[str]]:
        """By last word: the different labels of several words, as written."""
        found: dict[str, list[str]] = {}
        for turn in self._turns.values():
            label = self._parse.article.text[slice(*turn.label)] if turn.label is not None else ""
            others = found.setdefault(label.casefold().split()[-1], []) if " " in label else [label]
            if label not in others:
                others.append(label)
        return found

    def _is_told(self, mention: Mention) -> bool:
        return self._is_outside(mention.words.span.start)

    def _is_outside(self, place: int) -> bool:
        """Whether a character stands in no label."""
        at = bisect.bisect_right(self._label_starts, place) - 1
        return at < 0 or place >= self._label_ends[at]

    @cached_property
    def _label_starts(self) -> list[int]:
        return sorted(turn.label[0] for turn in self._turns.values() if turn.label is not None)

    @cached_property
    def _label_ends(self) -> list[int]:
        return sorted(turn.label[1] for turn in self._turns.values() if turn.label is not None)

    def _by_initials(self, turn: Turn | None) -> Person | None:
        """The one person with these initials: `AK:` for Anna Kvale."""
        label = self._parse.article.text[slice(*turn.label)].replace(".", "") if turn and turn.label else ""
        if not 2 <= len(label) <= _MOST_INITIALS or not label.isupper():
            return None
        found = [
            person
            for person in self._cast.people
            if "".join(word[0] for word in person.name.split() if word[0].isupper()) == label
        ]
        return found[0] if len(found) == 1 else None

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
