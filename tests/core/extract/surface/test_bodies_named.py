"""Bodies that are named beside those who meet, in the languages that no parser reads."""

from __future__ import annotations

import pytest

from tests.core.extract.surface.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "ORURO, 3 may (ABI).- El ministro Juan Soto participó en la reunión con mineros.",
        "El ministro Juan Soto (MAS) participó en la reunión en Oruro.",
    ],
)
def test_datelines_short_names_and_places_attend_nothing(text: str) -> None:
    """An agency in a dateline, a name in brackets and a town are nobody who was there."""
    assert [attendee.name for attendee in read("es", text).attendees] == ["Juan Soto"]


def test_a_body_that_is_met_was_there() -> None:
    """Whom somebody meets took part."""
    names = [attendee.name for attendee in read("es", "El ministro Juan Soto se reunió con la CEPAL.").attendees]
    assert names == ["Juan Soto", "CEPAL"]
