"""Surnames of two parts of which the first is also a title's word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.reference.cast import Cast

CastOf = Callable[..., Cast]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Transport Minister Chris Bishop-Hale opened the pier.", "Chris Bishop-Hale"),
        ("“It is done,” Ray Deacon-Moss said.", "Ray Deacon-Moss"),
        ("Dean Kim King-Lowe spoke.", "Kim King-Lowe"),
        ("Attorney-General Ann Lowe spoke.", "Ann Lowe"),
        ("Mayor Ann Lowe met Governor-elect Kim Hale.", "Kim Hale"),
    ],
)
def test_a_title_in_a_surname_is_none(cast_of: CastOf, text: str, name: str) -> None:
    """Behind a given name a title's word with a hyphen is half a surname; elsewhere it is a title."""
    assert name in {person.name for person in cast_of(text).people}
