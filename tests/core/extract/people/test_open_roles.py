"""Roles whose words no list has, and roles that a sentence hands to somebody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.reference.cast import Cast
from tests.core.extract.people.first_role import first_role

CastOf = Callable[..., Cast]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The neurosurgeon Ann Lee said so.", "Ann Lee", "neurosurgeon"),
        ("Peter Marsh, a leading opposition politician, said so.", "Peter Marsh", "leading opposition politician"),
        ("They wrote to a regional politician, Peter Marsh; he did not answer.", "Peter Marsh", "regional politician"),
        ("He said advocate Mary Obi would answer.", "Mary Obi", "advocate"),
        ("Forum user James Lowry said so.", "James Lowry", "user"),
    ],
)
def test_a_noun_for_somebody_is_a_role_at_a_name(cast_of: CastOf, text: str, name: str, role: str) -> None:
    """A noun that means a human being is a role where it stands directly at a name."""
    assert first_role(cast_of(text), name) == role


@pytest.mark.parametrize(
    "text", ["Last week Ann Lee said so.", "In the village Ann Lee said so.", "The boy Peter Marsh said so."]
)
def test_a_noun_for_a_thing_or_for_anybody_is_no_role(cast_of: CastOf, text: str) -> None:
    """Times, places and words that fit everybody are no roles."""
    assert cast_of(text).people[0].roles == ()


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The bank appointed Ann Lee as head of research.", "Ann Lee", "head of research"),
        ("The rector of the academy is Peter Marsh.", "Peter Marsh", "rector of the academy"),
        ("Mary Obi, who had helped her in her role as director of the clinic, left.", "Mary Obi",
         "director of the clinic"),
        ("An assistant manager surnamed Obi was fined.", "Obi", "assistant manager"),
        ("Omar Said, officer-in-charge of Lakeside Police Station, left.", "Omar Said",
         "officer-in-charge of Lakeside Police Station"),
        ("A 34-year-old photographer, Ann Lee, left.", "Ann Lee", "photographer"),
        ("Omar Said, member of the organising committee of the fair, left.", "Omar Said",
         "member of the organising committee of the fair"),
        ("Ann Lee, a professor in political economy at Lakeside University, left.", "Ann Lee",
         "professor in political economy at Lakeside University"),
        ("Peter Marsh, the minister’s press director, left.", "Peter Marsh", "press director"),
        ("The board elected Ann Lee chairwoman on June 3.", "Ann Lee", "chairwoman"),
    ],
)  # fmt: skip
def test_a_sentence_gives_a_role(cast_of: CastOf, text: str, name: str, role: str) -> None:
    """The whole phrase of the role is given to the person of whom the sentence says it."""
    assert first_role(cast_of(text), name) == role


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("It was reported by Ravi Kumar officer-in-charge of Lakeside Police Station.", "Ravi Kumar",
         "officer-in-charge of Lakeside Police Station"),
        ("The bank hired two other young chefs, Ann Lee and Peter Marsh.", "Peter Marsh", "young chef"),
        ("The gold winners were Ann Lee, Omar Said and Peter Marsh.", "Omar Said", "gold winner"),
        ("The president, Ann Lee; former senator and activist, Peter Marsh, and others left.", "Peter Marsh",
         "former senator and activist"),
        ("Omar Said, ambassador to Mali and Burkina Faso, left.", "Omar Said", "ambassador to Mali and Burkina Faso"),
        ("The adviser to the President Omar Said left.", "Omar Said", "adviser to the President"),
        ("Traditional healer Omar Said left.", "Omar Said", "Traditional healer"),
    ],
)  # fmt: skip
def test_a_role_is_neither_cut_nor_lost(cast_of: CastOf, text: str, name: str, role: str) -> None:
    """Neither a missing comma nor an article nor the sentence's first capital parts a role from its holder."""
    assert first_role(cast_of(text), name) == role


def test_a_body_behind_a_matter_is_the_organisation(cast_of: CastOf) -> None:
    """“Director of Research at the Trade Bank” works for the bank, not for research."""
    cast = cast_of("Ann Lee, Director of Research at the Lakeside Trade Bank, left.")
    assert cast.people[0].organisation == "Lakeside Trade Bank"
