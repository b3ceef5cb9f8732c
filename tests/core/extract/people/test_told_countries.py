"""The country that the text tells goes before the one where it plays; every sentence is invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.reference.cast import Cast

CastOf = Callable[..., Cast]

FROM_OSLO = "OSLO, 3 May 2025 (NTB) — The harbour was opened on Monday. "
TOLD = [
    (FROM_OSLO + "Guests from Sweden included Lars Ekholm, a banker, and Mona Viklund, a nurse.", ["SE", "SE"]),
    (FROM_OSLO + "Guests from Sweden and Finland included Lars Ekholm, a banker.", [None]),
    (FROM_OSLO + "Mayor Lars Ekholm welcomed guests from Sweden.", ["NO"]),
    (
        (
            "GENEVA, 7 May 2025 (AFP) - Deputy Minister Lena Fischer, who stood in for German Health Minister Karl "
            "Weber, signed it. Swiss lawmaker Urs Keller left."
        ),
        ["DE", "DE", "CH"],
    ),
    ("The Chair (Ms. Ruth Okello, Kenya): I give the floor to India.\nIndia came. India left.", ["KE"]),
    (
        (
            "NAIROBI, 14 October 2025 - Kenya's road was opened on Monday.\n"
            "Ministers Amina Odhiambo and Peter Onyango cut the ribbon."
        ),
        ["KE", "KE"],
    ),
    (
        (
            "NAIROBI, 14 May 2025 - The summit opened in Kenya. Spain, Qatar, Peru and Vietnam came; Brazil did not.\n"
            "Ministers Amina Odhiambo and Pieter van der Berg signed the charter."
        ),
        [None, None],
    ),
]


@pytest.mark.parametrize(("text", "countries"), TOLD)
def test_told_before_where_it_plays(cast_of: CastOf, text: str, countries: list[str | None]) -> None:
    """Where guests come from, for whom one stands in, what follows in brackets; among many states it stays open."""
    assert [one.country for one in cast_of(text).people] == countries


def test_a_lake_is_no_state(cast_of: CastOf) -> None:
    """`Lake Victoria` belongs to its body's name and tells no country; the state of Victoria does."""
    lake = cast_of("Lake Victoria Fisheries Organization secretary Ann Lowe spoke.").people[0]
    assert (lake.organisation, lake.country) == ("Lake Victoria Fisheries Organization", None)
