"""Genders that the text itself tells by its pronouns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.reference.cast import Cast

CastOf = Callable[..., Cast]


def _gender(cast: Cast, surname: str) -> str | None:
    return next(person.gender for person in cast.people if person.name.endswith(surname))


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Quorvela Tamsin said her office was closed.", "f"),
        ("Quorvela Tamsin spoke in Tarn. He thanked the hall.", "m"),
        ("Quorvela Tamsin met Paul Adeyemi and praised his work.", None),
        ("Quorvela Tamsin said: “She must go.”", None),
        ("Quorvela Tamsin said her office was closed. Quorvela Tamsin said his office was closed.", None),
    ],
)
def test_pronouns_behind_a_name_tell_the_gender(cast_of: CastOf, text: str, gender: str | None) -> None:
    """A pronoun tells it where nobody else is named, outside quotation marks, and where all agree."""
    assert _gender(cast_of(text), "Tamsin") == gender


def test_the_text_outweighs_the_given_name(cast_of: CastOf) -> None:
    """What a given name suggests holds against one pronoun and not against two."""
    once = "Maria Keller said his office was closed."
    assert _gender(cast_of(once), "Keller") == "f"
    assert _gender(cast_of(f"{once} Maria Keller has lost his keys."), "Keller") == "m"


def test_a_title_outweighs_the_text(cast_of: CastOf) -> None:
    """Whom an honorific calls a woman stays one."""
    text = "Mrs Maria Keller said his office was closed. Maria Keller has lost his keys."
    assert _gender(cast_of(text), "Keller") == "f"
