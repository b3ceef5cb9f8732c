"""One person's name written twice, once with a slip of the pen: "Jan Eldridge ... Mr Eldrigde"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.beside_names import roles_differ
from briefing.extract.people.candidates import Candidate, Draft, text_of
from briefing.extract.reference.cast import Person
from briefing.extract.reference.respelt import is_slip
from briefing.text.names import generation, name_words, sound

_LEAST = 6  # letters of a surname of which one is wrong
_VOWELS = frozenset("aeiouy")


@dataclass(frozen=True, slots=True)
class _Named:
    """A draft with the words of its fullest name."""

    words: tuple[str, ...]
    draft: Draft

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.words[-1] if self.words else ""


def without_slips(parse: Parse, vocabulary: Vocabulary, drafts: Sequence[Draft]) -> list[Draft]:
    """The people, those joined whose names are one letter off; who comes first in full gets the places of the other."""
    everybody = [_Named(_words(parse, draft), draft) for draft in drafts]
    everybody.sort(key=lambda one: (len(one.words) == 1, -len(one.draft.places), one.draft.places[0].first))
    written = Counter(token.text.casefold() for token in parse.tokens)
    like: dict[str, list[_Named]] = defaultdict(list)
    kept: list[Draft] = []
    for one in everybody:
        bearers = []
        if len(one.surname) >= _LEAST and not _is_meant(parse, vocabulary, one, written):
            near = {id(other): other for key in _blurred(one.surname) for other in like[key]}
            bearers = [other for other in near.values() if _is_bearer(parse, vocabulary, one, other)]
        if len(bearers) == 1:
            bearers[0].draft.places.extend(one.draft.places)
            continue
        kept.append(one.draft)
        if len(one.words) > 1:
            for key in _blurred(one.surname):
                like[key].append(one)
    return kept


def meant_as_written(parse: Parse, vocabulary: Vocabulary, people: Iterable[Person]) -> dict[str, Person]:
    """By key those of a lone name almost like another's surname who are somebody else: no slip is to be seen in it."""
    people = tuple(people)
    written = Counter(token.text.casefold() for token in parse.tokens)
    like: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        if " " in person.key:
            for key in _blurred(person.key.split()[-1]):
                like[key].append(person)
    found = {}
    for person in people:
        if " " in person.key or len(person.key) < _LEAST:
            continue
        near = [one for key in _blurred(person.key) for one in like.get(key, ())]
        last = person.mentions[0].last - 1
        meant = len(person.mentions) > 1 or written[parse.tokens[last].text.casefold()] > 1
        if near and (
            meant
            or person.key in vocabulary.surnames
            or any(_another_ending(one.key.split()[-1], person.key) for one in near)
            or any(roles_differ(parse, vocabulary, one.mentions, person.mentions) for one in near)
        ):
            found[person.key] = person
    return found


def _words(parse: Parse, draft: Draft) -> tuple[str, ...]:
    return max((name_words(text_of(parse, place)) for place in draft.places), key=len)


def _blurred(surname: str) -> frozenset[str]:
    """The surname and all that is left of it without one letter: names one letter apart share one of these."""
    return frozenset((surname, *(surname[:at] + surname[at + 1 :] for at in range(len(surname)))))


def _is_meant(parse: Parse, vocabulary: Vocabulary, one: _Named, written: Counter[str]) -> bool:
    """Whether a surname is surely as its bearer's: written so more than once, known as one, or with a "Jr"."""
    places = one.draft.places
    again = any(written[parse.tokens[place.last - 1].text.casefold()] > 1 for place in places)
    known = one.surname in vocabulary.surnames
    return len(places) > 1 or again or known or any(generation(text_of(parse, place)) for place in places)


def _is_bearer(parse: Parse, vocabulary: Vocabulary, one: _Named, other: _Named) -> bool:
    """Whether it may be who was named in full before: for a lone name anybody, else who has its given names."""
    alone, places, others = len(one.words) == 1, one.draft.places, other.draft.places
    given = alone or sound("".join(one.words[:-1])) == sound("".join(other.words[:-1]))
    before = min(place.first for place in others) < min(place.first for place in places)
    if not (given and before and _misspelt(other.surname, one.surname, alone)):
        return False
    honoured = {place.honorific for place in (*places, *others)} >= {"m", "f"}
    return not (honoured or _beside(parse, others, places) or roles_differ(parse, vocabulary, places, others))


def _misspelt(one: str, other: str, alone: bool) -> bool:
    """Whether a letter is missing, too many or out of place; beside the same given names another letter will do too."""
    if _another_ending(one, other):
        return False
    if is_slip(one, other):
        return True
    if alone or len(one) != len(other) or one[:2] != other[:2]:
        return False
    changed = [{left, right} for left, right in zip(one, other, strict=True) if left != right]
    return len(changed) == 1 and not changed[0] <= _VOWELS  # "Hussain" and "Hussein" are two names


def _another_ending(one: str, other: str) -> bool:
    """Whether only the last letter is added or another: "Karim" and "Karimi", "Fernandez" and "Fernandes"."""
    return one != other and (one[:-1] in {other, other[:-1]} or other[:-1] == one)


def _beside(parse: Parse, places: Sequence[Candidate], others: Sequence[Candidate]) -> bool:
    """Whether one sentence names both."""
    sentences = {parse.tokens[place.first].sentence for place in places}
    return any(parse.tokens[place.first].sentence in sentences for place in others)
