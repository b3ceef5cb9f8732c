"""Roles that are not beside the name: apposed further off, told by a clause, in lists, before a comma."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.reference.cast import Cast
from tests.core.extract.people.first_role import first_role

CastOf = Callable[..., Cast]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Ann Obi, a Lagos-based undergraduate student, said so.", "Ann Obi", "undergraduate student"),
        ("With Peter Marsh as their leader they will lose.", "Peter Marsh", "leader"),
        ("Mary Obi, in her capacity as chair of the union, signed.", "Mary Obi", "chair of the union"),
        ("He met Ivo Lang, who is to become the next Kenyan finance minister.", "Ivo Lang",
         "next Kenyan finance minister"),
        ("We heard the Director of the Office nationale des marchés publics (ONMP), Mr Paul Sissoko.", "Paul Sissoko",
         "Director of the Office nationale des marchés publics"),
        ("At dawn, the North and South Vale Lieutenant Governor, Anil Rao on Monday spoke.", "Anil Rao",
         "Lieutenant Governor"),
        ("The show has award-winning artists such as Marcus Bell, Mpho Dube and Ann Roy.", "Mpho Dube",
         "award-winning artist"),
        ("It sent its co-chairs, Ms. Gretel Holm of Larks Asset Management and Mr. Sid Bose of Mira.", "Sid Bose",
         "co-chair"),
        ("They praised leaders like Kanakasa, Ravi Gowda and Anil Rao.", "Anil Rao", "leader"),
        ("Major General Omar Said, Assistant Inspector for police operations, left.", "Omar Said",
         "Assistant Inspector for police operations"),
        ("She spoke with the attorney general and Delegate Ron Suther.", "Ron Suther", "Delegate"),
        ("I also thank the Forum's founding chair, the late Sir Tom Mara, who should be here.", "Tom Mara",
         "founding chair"),
        ("It rained while ex-Portugal defender Nuno Lopes hailed the ground.", "Nuno Lopes", "ex-Portugal defender"),
        ("Former president Jacob Mbele’s daughter Zola took the floor.", "Zola", "Jacob Mbele’s daughter"),
    ],
)  # fmt: skip
def test_a_role_is_found_where_it_is_told(cast_of: CastOf, text: str, name: str, role: str) -> None:
    """A role further off belongs to the person of whom the sentence says it."""
    assert first_role(cast_of(text), name) == role


def test_an_office_alone_is_that_of_him_of_whom_all_speaks(cast_of: CastOf) -> None:
    """“The spokesman went on” is the only person who speaks in the report."""
    text = "“It is unlawful,” Nadir Karami said. Karami spoke in Tehran.\nThe Foreign Ministry spokesman went on."
    assert first_role(cast_of(text), "Nadir Karami") == "Foreign Ministry spokesman"


def test_an_office_alone_is_nobodys_where_two_act(cast_of: CastOf) -> None:
    """Where two people without a role speak, neither is “the spokesman”."""
    text = "Nadir Karami said no. Karami left. Ann Lee said yes. Lee stayed.\nThe spokesman went on."
    cast = cast_of(text)
    assert (first_role(cast, "Nadir Karami"), first_role(cast, "Ann Lee")) == (None, None)


def test_a_president_is_not_the_first_lady_of_his_name(cast_of: CastOf) -> None:
    """“President Marsh” beside "First Lady Ann Marsh" is another."""
    cast = cast_of("First Lady Ann Marsh thanked all. She praised President Marsh for his help.")
    assert {person.name for person in cast.people} == {"Ann Marsh", "Marsh"}
    assert first_role(cast, "Marsh") == "President"


def test_a_so_called_body_ends_no_role(cast_of: CastOf) -> None:
    """A word with a hyphen in small letters stands within the body's name."""
    cast = cast_of("Ariel Vare, leader of the so-called Free Front, said the mission is small.")
    assert first_role(cast, "Ariel Vare") == "leader of the so-called Free Front"


def test_who_has_an_administration_is_a_person(cast_of: CastOf) -> None:
    """“The Boranic administration” is somebody's; a city's is not."""
    cast = cast_of("The Boranic administration lifted it. The Kabul administration fell.")
    assert [person.name for person in cast.people] == ["Boranic"]


def test_ministers_of_several_states_go_by_their_order(cast_of: CastOf) -> None:
    """“The presidents of Kenya, Ghana and the Gambia, A, B and C”: each with the state at his place."""
    cast = cast_of("The presidents of Kenya, Ghana and the Gambia, Jo Kay, Kofi Osei and Ali Bah, signed.")
    assert {person.name: person.country for person in cast.people} == {
        "Jo Kay": "KE",
        "Kofi Osei": "GH",
        "Ali Bah": "GM",
    }
    assert first_role(cast, "Kofi Osei") == "president"
