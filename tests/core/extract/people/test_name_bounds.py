"""Where a name begins behind titles and bodies, and which names are one person's; every sentence is invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.reference.cast import Cast

CastOf = Callable[..., Cast]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was told by Rosa Medina, aide to Environment Minister Say Vuth Alu.", ["Rosa Medina", "Say Vuth Alu"]),
        ("He met Larkspur Congressmen Ruben Medina and Owen Hale.", ["Ruben Medina", "Owen Hale"]),
        ("Deputy Secretary in the bureau of local Government Baba Kolanga praised it.", ["Baba Kolanga"]),
        ("Vice Premier He Donglu met Ben Hale. He thanked him.", ["He Donglu", "Ben Hale"]),
        ("The guests were Secretary for Youth and Welfare Law Wai-lok and a driver.", ["Law Wai-lok"]),
        ("Vice-President Ruth Okello came. VP Okello left.", ["Ruth Okello"]),
        ("The site was given by Samdech Keo Sarath.", ["Keo Sarath"]),
        ("I thank Aunty Daisy Marrow for her welcome.", ["Daisy Marrow"]),
        ("The party was opened by Queen ‘Matseko Lerato Pheko.", ["Matseko Lerato Pheko"]),
        ("The talks were led by Prime Minister (PM) of Laos Khamsone Vilaykeo and others.", ["Khamsone Vilaykeo"]),
        ("The Regional Director of Water Supply (RDWS) Nomvula Barothi left.", ["Nomvula Barothi"]),
        ("The club president Md Karim Uddin left.", ["Md Karim Uddin"]),
        ("Ann Lee and Sultan Omar bin Haddad, the bank's chairman, came.", ["Ann Lee", "Sultan Omar bin Haddad"]),
        ("Ann Lee and Sultan Omar bin Haddad, ruler of the islands, came.", ["Ann Lee", "Omar bin Haddad"]),
        ("In reply, Minister of Tourism Lusi says that the guests like it.", ["Lusi"]),
        ("The Rina Plaza building fell. Tarno residents told Ann Lee.", ["Ann Lee"]),
    ],
)
def test_a_name_begins_behind_what_stands_before_it(cast_of: CastOf, text: str, names: list[str]) -> None:
    """Titles, several holders, bodies, brackets, honorifics; a family name that is also another word."""
    assert [one.name for one in cast_of(text).people] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ambassador of Japan, Hirano Taku, signed a contract.", ["Hirano Taku"]),
        ("“Prices fell,” said Larkspur’s Devan Ramsook.", ["Devan Ramsook"]),
        ("“We stay at home,” said Tarn Airways’ Allan Mutiso.", ["Allan Mutiso"]),
        ("“We are fine,” said a man surnamed Cheong.", ["Cheong"]),
        (
            "On stage were Gov. Ann Lee, Tebo Uduleng from Palau, and Jack Hale from Tonga.",
            ["Ann Lee", "Tebo Uduleng", "Jack Hale"],
        ),
    ],
)
def test_who_is_told_as_a_person_is_one(cast_of: CastOf, text: str, names: list[str]) -> None:
    """An office with its country before commas, an owner before a speaker, a list with where each is from."""
    assert [one.name for one in cast_of(text).people] == names


def test_a_nickname_in_brackets_is_its_bearers(cast_of: CastOf) -> None:
    """What begins as the name does is a short form of it; a town or a party is none."""
    told = cast_of("President Marko Wilander (Markov) opened it. Markov said so. “Good,” said Markov.")
    assert [one.name for one in told.people] == ["Marko Wilander"]
    assert {mention.words.text for mention in told.people[0].mentions} == {"Marko Wilander", "Markov"}
    town = cast_of("President Marko Wilander (Larkspur) opened it.")
    assert {mention.words.text for one in town.people for mention in one.mentions} == {"Marko Wilander"}
