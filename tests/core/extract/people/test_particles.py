"""Names with a nickname in marks, a particle or a generation behind them; every sentence is invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.reference.cast import Cast

CastOf = Callable[..., Cast]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('Mayor Jose "Joey" dela Rama Jr. met them. Dela Rama left.', ['Jose "Joey" dela Rama Jr.']),
        ('Davi Inácio "Lula" da Rocha Filho was there.', ['Davi Inácio "Lula" da Rocha Filho']),
        ("Ma. Teresa dela Rama spoke. Juan dela Rama spoke too.", ["Ma. Teresa dela Rama", "Juan dela Rama"]),
        ("The nurse Ana delos Reyes left.", ["Ana delos Reyes"]),
        ("He called Tom Sallow “Great” and Ann Merrow left.", ["Tom Sallow", "Ann Merrow"]),
    ],
)
def test_a_name_goes_on_behind_nickname_and_particle(cast_of: CastOf, text: str, names: list[str]) -> None:
    """What particles join is one name; praise in marks before another word is no nickname."""
    assert [one.name for one in cast_of(text).people] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Amit Das, a botanist, found the fern. Das said it was rare.", ["Amit Das"]),
        (
            "The dead were Rosa Medina, 28, Olga Medina,12, and Luz Medina, 16.",
            ["Rosa Medina", "Olga Medina", "Luz Medina"],
        ),
        ("They thanked Rosa Medina(LPP) and Ann Lee.", ["Rosa Medina", "Ann Lee"]),
    ],
)
def test_a_name_ends_where_it_ends(cast_of: CastOf, text: str, names: list[str]) -> None:
    """A particle is a surname at the end, and an age or a party glued behind a name is no part of it."""
    assert [one.name for one in cast_of(text).people] == names


def test_a_child_is_not_the_parent_in_its_name(cast_of: CastOf) -> None:
    """Who is named within another's name as the father is somebody else."""
    told = cast_of("Sheikha Rana bint Salem bin Omar Al Haddad spoke. She thanked Sheikh Salem bin Omar Al Haddad.")
    assert [one.name for one in told.people] == ["Rana bint Salem bin Omar Al Haddad", "Salem bin Omar Al Haddad"]
