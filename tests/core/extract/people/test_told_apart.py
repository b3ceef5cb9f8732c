"""Two people of names that could be one person's, whom one sentence tells apart; every sentence is invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.reference.cast import Cast

CastOf = Callable[..., Cast]

TWO = [
    ("Robert Sallow met his son Bob Sallow.", ["Robert Sallow", "Bob Sallow"]),
    ("Robert Sallow's son Bob Sallow spoke to Robert Sallow.", ["Robert Sallow", "Bob Sallow"]),
    ("Jack Merrow met John Merrow, a cook.", ["Jack Merrow", "John Merrow"]),
    (
        "Bill Wanyama and the senator William Wanyama Odera attended the meeting.",
        ["Bill Wanyama", "William Wanyama Odera"],
    ),
    (
        "Health Minister Thomas Sallow and Trade Minister Tom Sallow signed. Tom Sallow left.",
        ["Thomas Sallow", "Tom Sallow"],
    ),
]
ONE = [
    ("Robert Sallow, known as Bob Sallow, spoke. Bob Sallow left.", "Robert Sallow"),
    ("Robert Sallow spoke on Monday. Bob Sallow left later.", "Robert Sallow"),
    ("Robert Sallow's office said Bob Sallow would come.", "Robert Sallow"),
    ("Volodymyr Marchenko said that Volodimir Marchenko was well.", "Volodymyr Marchenko"),
]


@pytest.mark.parametrize(("text", "names"), TWO)
def test_named_side_by_side_are_two(cast_of: CastOf, text: str, names: list[str]) -> None:
    """Who meets, signs with or is the son of the other is another, however alike the names are."""
    assert [one.name for one in cast_of(text).people] == names


@pytest.mark.parametrize(("text", "name"), ONE)
def test_another_name_of_one_is_one(cast_of: CastOf, text: str, name: str) -> None:
    """An alias, a spelling, and the short form in another sentence stay one person's."""
    assert [one.name for one in cast_of(text).people] == [name]


def test_who_of_two_speaks_is_open(cast_of: CastOf) -> None:
    """The bare surname of two who were named side by side is neither's."""
    cast = cast_of("Jack Merrow met John Merrow, a cook. Merrow said he was late.")
    at = next(token.i for token in cast.parse.tokens if token.text == "said") - 1
    assert cast.refer(at).key is None


def test_a_title_word_behind_a_title_is_a_given_name(cast_of: CastOf) -> None:
    """`Foreign Minister Amir Karim`: nobody has two titles and one bare name; a sovereign's title stays one."""
    two = cast_of("Foreign Minister Amir Karim met Finance Minister Omar Karim.").people
    assert [(one.name, [role.text for role in one.roles]) for one in two] == [
        ("Amir Karim", ["Foreign Minister"]),
        ("Omar Karim", ["Finance Minister"]),
    ]
    assert [one.name for one in cast_of("Sultan Haitham opened the port.").people] == ["Sultan Haitham"]
