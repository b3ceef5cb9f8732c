"""Man, woman or open: the text tells, a sure given name may, nothing else does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.reference.cast import Cast


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("Kim Yo-jong spoke on Monday. She warned the South.", "Kim Yo-jong", "f"),
        ("Kim Yo-jong spoke on Monday in Seoul.", "Kim Yo-jong", None),
        ("Andrea Rossi came to Rome. He left at noon.", "Andrea Rossi", "m"),
        ("Andrea Rossi came to Rome.", "Andrea Rossi", None),
        ("Taylor Marsh thanked Ann Lee. She left.", "Taylor Marsh", None),
        ("Ruth Obi spoke in Lagos.", "Ruth Obi", "f"),
        ("Chairwoman Alex Brown left.", "Alex Brown", "f"),
        ("Mr Robin Roy stayed at home.", "Robin Roy", "m"),
    ],
)
def test_a_gender_is_told_or_open(cast_of: Callable[..., Cast], text: str, name: str, gender: str | None) -> None:
    """A name that men and women bear, or a family name in front, tells nothing."""
    assert next(person.gender for person in cast_of(text).people if person.name == name) == gender
