"""What counts as a body that somebody can serve."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.lexis.vocabulary import load_vocabulary
from briefing.extract.people.bodies import is_body
from briefing.extract.reference.cast import Cast

CastOf = Callable[..., Cast]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("National Bank of Kenya", True),
        ("BJP", True),
        ("FAREI", True),
        ("Majesty", False),
        ("HRH", False),
        ("Judge", False),
        ("Popular", False),
        ("Africa", False),
        ("Two Holy Mosques", False),
        ("Planning Minister", False),
        ("Kingdom to the Comoros", False),
        ("Murad Ali", False),
        ("-Orthodox", False),
        ("", False),
    ],
)
def test_titles_addresses_places_and_names_are_no_bodies(written: str, expected: bool) -> None:
    """Only what can have an office is one."""
    assert is_body(load_vocabulary(), written, frozenset({"murad ali"})) is expected


def test_a_nationality_may_end_a_longer_name(cast_of: CastOf) -> None:
    """“Pheu Thai leader”: the party is the body, its second word says nothing of the nation."""
    (person,) = cast_of("Pheu Thai leader Chol Srikaew spoke on Monday.").people
    assert (person.roles[0].text, person.organisation) == ("leader", "Pheu Thai")


def test_a_ministers_matter_is_no_body(cast_of: CastOf) -> None:
    """What stands before "Minister" says of what he is minister."""
    (person,) = cast_of("Food Processing Minister Harsim Dhali spoke on Monday.").people
    assert (person.roles[0].text, person.organisation) == ("Food Processing Minister", None)
