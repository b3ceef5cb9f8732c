"""Whether a person is a "he" or a "she", as the text itself tells: "Keller said her office was closed"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from briefing.extract.parsing.parse import Parse
from briefing.extract.reference.cast import Person

_TOLD = {"he": "m", "his": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_OPENING = frozenset(("He", "She", "His", "Her"))
_AGAINST_NAME = 2  # places that outweigh what the given name says
_MARKS = frozenset('"“”‘«»„')


def with_told_genders(parse: Parse, people: Iterable[Person], settled: frozenset[str]) -> list[Person]:
    """The people, with the gender of those whom the text calls "he" or "she", and never both.

    `settled`: the keys of those of whom a title or honorific tells it.
    """
    everybody = list(people)
    told = _told(parse, everybody)
    return [one if one.key in settled else replace(one, gender=_gender(one, told.get(one.key))) for one in everybody]


def _gender(person: Person, told: Counter[str] | None) -> str | None:
    if not told or len(told) > 1:
        return person.gender
    gender, places = next(iter(told.items()))
    return gender if person.gender is None or places >= _AGAINST_NAME else person.gender


def _told(parse: Parse, people: Sequence[Person]) -> Mapping[str, Counter[str]]:
    """For each person the pronouns behind the name, in sentences that name nobody else."""
    named: dict[int, dict[str, int]] = {}
    for person in people:
        for mention in person.mentions:
            row = named.setdefault(parse.tokens[mention.first].sentence, {})
            row[person.key] = min(row.get(person.key, mention.last), mention.last)
    found: dict[str, Counter[str]] = {}
    for sentence, row in named.items():
        if len(row) == 1:
            ((key, last),) = row.items()
            found.setdefault(key, Counter()).update(_behind(parse, sentence, last, named))
    return found


def _behind(parse: Parse, sentence: int, last: int, named: Mapping[int, object]) -> list[str]:
    """The genders of the pronouns behind a name, and of one that begins the next sentence; once each."""
    tokens, whole = parse.tokens, parse.sentences[sentence]
    words = [tokens[i].text for i in range(last, whole.last)]
    if any(mark in word for word in words for mark in "\"“”'‘«»") or '"' in words:
        words = []
    found = {_TOLD[word.lower()] for word in words if word.lower() in _TOLD}
    following = parse.sentences[sentence + 1] if sentence + 1 < len(parse.sentences) else None
    if following is not None and sentence + 1 not in named:
        first = tokens[following.first]
        if first.text in _OPENING and first.paragraph == tokens[whole.first].paragraph:
            found.add(_TOLD[first.text.lower()])
    return sorted(found)
