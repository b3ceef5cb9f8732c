"""Which country an article is at home in and a person is of."""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract.cast import Cast, Person

CastOf = Callable[..., Cast]


def _person(cast: Cast, name: str) -> Person:
    return next(person for person in cast.people if person.name == name)


def test_smaller_cities_tell_the_country(cast_of: CastOf) -> None:
    """Cities beyond the capitals count for the country that the article is at home in."""
    text = "Traders met in Nnewi on Monday. Roads to Umuahia and Gboko will follow, said Finance Minister Ada Obi."
    assert _person(cast_of(text), "Ada Obi").country == "NG"
