"""A surname that a slip of the pen set apart from its bearer: "Jan Eldridge ... Eldrige said"."""

from __future__ import annotations

from operator import ne
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.extract.reference.cast import Cast, Person

_LEAST = 6  # letters, of which one is wrong


def bearer_of(cast: Cast, person: Person) -> Person:
    """The only one named in full before whose surname is written almost like this lone name, or the person."""
    if " " in person.key or len(person.key) < _LEAST:
        return person
    if person.key not in cast.respelt:
        cast.respelt[person.key] = _bearer_of(cast, person)
    return cast.respelt[person.key]


def _bearer_of(cast: Cast, person: Person) -> Person:
    first = person.mentions[0].first
    like = [
        one for one in cast.people if " " in one.key and one.mentions[0].first < first and _is_misspelt(one, person)
    ]
    fits = len(like) == 1 and (person.gender is None or like[0].gender in {None, person.gender})
    return like[0] if fits else person


def _is_misspelt(one: Person, lone: Person) -> bool:
    """Whether a lone name is the other's, one letter off; another letter only if nobody ever introduced its bearer."""
    surname = one.key.split()[-1]
    if is_slip(surname, lone.key):
        return True
    known = lone.titles or lone.roles or len(lone.mentions) > 1 or len(one.mentions) <= 1
    same_length = len(surname) == len(lone.key) and surname[:1] == lone.key[:1]
    return not known and same_length and sum(map(ne, surname, lone.key)) == 1


def is_slip(one: str, other: str) -> bool:
    """Whether one letter is left out, put in, or two neighbours have changed places; another letter is another name."""
    if one == other or one[:1] != other[:1]:
        return False
    start = next((at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), None)
    start = min(len(one), len(other)) if start is None else start
    rest, rest_of = one[start:], other[start:]
    swapped = rest[:2] == rest_of[1::-1] and rest[2:] == rest_of[2:]
    return (len(rest) > 1 and swapped) or rest[1:] == rest_of or rest == rest_of[1:]
