"""Where a name begins behind titles and bodies, and which names are one person's; every sentence is invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.reference.cast import Cast

CastOf = Callable[..., Cast]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was told by Rosa Medina, aide to Environment Minister Say Sam Alu.", ["Rosa Medina", "Say Sam Alu"]),
        ("He met Larkspur Congressmen Ernix Medina and Irwin Hale.", ["Ernix Medina", "Irwin Hale"]),
        ("Permanent Secretary at the ministry of local Government Baba Sanyaro hailed it.", ["Baba Sanyaro"]),
        ("Vice Premier He Lishen met Ben Hale. He thanked him.", ["He Lishen", "Ben Hale"]),
        ("They were the Secretary for Labour and Welfare Law Chi-kwan and a driver.", ["Law Chi-kwan"]),
        ("Vice-President Ruth Okello came. VP Okello left.", ["Ruth Okello"]),
        ("The site was given by Samdech Hun Seng.", ["Hun Seng"]),
        ("I thank Aunty Violet Sherrin for her welcome.", ["Violet Sherrin"]),
        ("The party was opened by Queen ‘Masenya Mohato Seelo.", ["Masenya Mohato Seelo"]),
        ("The talks were led by Prime Minister (PM) of Laos Sonexan Siphandar and others.", ["Sonexan Siphandar"]),
        ("The National Director of Public Prosecutions (NDPP) Shamila Barothi left.", ["Shamila Barothi"]),
    ],
)
def test_a_name_begins_behind_what_stands_before_it(cast_of: CastOf, text: str, names: list[str]) -> None:
    """Titles, several holders, bodies, brackets, honorifics; a family name that is also another word."""
    assert [one.name for one in cast_of(text).people] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ambassador of Japan, Maedo Torun, signed a contract.", ["Maedo Torun"]),
        ("“Some profits are back,” said Cortrex’s Lavan Gopaur.", ["Lavan Gopaur"]),
        ("“We do not fly,” said Kenya Airways’ Allan Kilavurka.", ["Allan Kilavurka"]),
        ("“We are fine,” said a man surnamed Cheong.", ["Cheong"]),
        (
            "The panel consisted of Gov. Ann Lee, Kaleb Udirui from Palau, and Jack Hale from Tonga.",
            ["Ann Lee", "Kaleb Udirui", "Jack Hale"],
        ),
    ],
)
def test_who_is_told_as_a_person_is_one(cast_of: CastOf, text: str, names: list[str]) -> None:
    """An office with its country before commas, an owner before a speaker, a list with where each is from."""
    assert [one.name for one in cast_of(text).people] == names


def test_a_nickname_in_brackets_is_its_bearers(cast_of: CastOf) -> None:
    """What begins as the name does is a short form of it; a town or a party is none."""
    told = cast_of("President Joko Widado (Jokowa) opened it. Jokowa said so. “Good,” said Jokowa.")
    assert [one.name for one in told.people] == ["Joko Widado"]
    assert {mention.words.text for mention in told.people[0].mentions} == {"Joko Widado", "Jokowa"}
    town = cast_of("President Joko Widado (Larkspur) opened it.")
    assert {mention.words.text for one in town.people for mention in one.mentions} == {"Joko Widado"}
