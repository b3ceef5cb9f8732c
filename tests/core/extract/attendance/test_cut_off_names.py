"""Who is received, where the name stands far behind the verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.reference.cast import Cast
from tests.core.extract.attendance.in_person import there

CastOf = Callable[..., Cast]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ali Al Kuwari received in his office on Sunday Ambassador Jan Smit of the Netherlands.",
        "Minister Ali Al Kuwari received in his office at Bayt Garrison today Lt. Gen Jan Smit, commander of the army.",
        "Minister Ali Al Kuwari received at the palace here yesterday Ambassador Jan Smit.",
    ],
)
def test_who_is_named_behind_a_day_is_received(cast_of: CastOf, text: str) -> None:
    """Where and when stand before the guest, as in reports of the Gulf's agencies."""
    assert {"Ali Al Kuwari", "Jan Smit"} <= there(cast_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ali Al Kuwari received in 2019 from Ambassador Jan Smit a letter.",
        "Minister Ali Al Kuwari received on Sunday in the hall of Governor Jan Smit, who is ill.",
    ],
)
def test_a_name_behind_a_preposition_is_not(cast_of: CastOf, text: str) -> None:
    """Whose hall it is, and from whom a letter came."""
    assert "Jan Smit" not in there(cast_of(text))
