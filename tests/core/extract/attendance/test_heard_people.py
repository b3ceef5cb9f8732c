"""Whose words a report gives."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.attendance.presence import presence_of
from briefing.extract.reference.cast import Cast

CastOf = Callable[..., Cast]


def _heard(cast: Cast) -> set[str]:
    people = presence_of(cast, frozenset()).people
    return {one.person.name for one in people if "q.heard" in one.signs}


@pytest.mark.parametrize(
    "text",
    [
        "Deputy Ana Souza hopes the law will end the dispute.",
        "Deputy Ana Souza fears that the wells will run dry.",
        "The traders are still there, as pointed out by their leader Ana Souza.",
        "Deputy Ana Souza spoke of the wells.",
    ],
)
def test_views_are_heard(cast_of: CastOf, text: str) -> None:
    """What somebody hopes or fears others will do was told by him."""
    assert "Ana Souza" in _heard(cast_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "Deputy Ana Souza hopes to build a mill.",
        "The traders were criticised by Ana Souza.",
        "The thief was known to Ana Souza.",
    ],
)
def test_wishes_of_ones_own_are_not(cast_of: CastOf, text: str) -> None:
    """What somebody means to do, and what was done by him."""
    assert "Ana Souza" not in _heard(cast_of(text))


def test_who_is_contacted_is_elsewhere(cast_of: CastOf) -> None:
    """A sentence that opens with how somebody was reached leaves the event."""
    text = "Mayor Jose Lima opened the fair on Monday.\nWhen contacted, officer Ana Souza denied the claim."
    (signs,) = (one.signs for one in presence_of(cast_of(text), frozenset()).people if one.person.name == "Ana Souza")
    assert "b.elsewhere" in signs
