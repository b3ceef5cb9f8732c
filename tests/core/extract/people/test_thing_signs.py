"""Names that sound like people's and are given to clubs, islands, districts and companies; all are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.reference.cast import Cast

CastOf = Callable[..., Cast]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Ann Lee spoke after the defeat by bitter rivals Kumba Asanti Tarn on Sunday. Tarn scored twice.",
            ["Ann Lee"],
        ),
        (
            "Ann Lee spoke after the talks with lawyers Rosa Medina and Bob Hale.",
            ["Ann Lee", "Rosa Medina", "Bob Hale"],
        ),
        ("Ann Lee went to the country's largest island, Tavi Leru.", ["Ann Lee"]),
        ("Ann Lee was questioned by Te Waiorongo, which represents the tribe.", ["Ann Lee"]),
        ("Ben Marsh, executive chairman of Jardin Merrow, left. Jardin Merrow is a success.", ["Ben Marsh"]),
        ("Ann Lee, MP West Burama, asked why. Bob Hale left.", ["Ann Lee", "Bob Hale"]),
        ("Officials came to the Mae Som District in Tarn. While in Mae Som, the minister left.", []),
        ("The two Deputy PMs met. The PMs agreed.", []),
        ("Saint Marta hired Ann Lee. She likes Saint Marta.", ["Ann Lee"]),
        ("The talks were attended by Members, Alkaloru, Councillors, and teachers.", []),
        ("Rosa Medina, one of the teachers, left.", ["Rosa Medina"]),
    ],
)
def test_what_is_told_as_a_thing_is_nobody(cast_of: CastOf, text: str, names: list[str]) -> None:
    """What several are, what hangs on the name, and what the article calls so elsewhere."""
    assert [one.name for one in cast_of(text).people] == names


def test_a_town_of_a_saint_is_nobodys_short_name(cast_of: CastOf) -> None:
    """The capital is no second name of a guest who bears its saint's."""
    told = cast_of(
        "Presidents and officials will go to San José on Thursday. Guests include José Andrés Quirola, a judge."
    )
    assert [one.name for one in told.people] == ["José Andrés Quirola"]
    assert [name.text for name in told.people[0].names] == ["José Andrés Quirola"]
