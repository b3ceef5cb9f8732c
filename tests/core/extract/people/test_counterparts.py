"""What office a counterpart holds; every sentence is invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.reference.cast import Cast


@pytest.mark.parametrize(
    ("before", "role"),
    [
        ("Prime Minister Ola Berg visited King Harald.", "Danish counterpart"),
        ("Prime Minister Ola Berg visited the harbour.", "Prime Minister"),
        ("King Harald spoke. Prime Minister Ola Berg visited the harbour.", "Prime Minister"),
    ],
)
def test_a_counterpart_has_the_only_office_before(cast_of: Callable[..., Cast], before: str, role: str) -> None:
    """Where a king and a minister stand before, nobody can tell whose counterpart it is."""
    cast = cast_of(f"{before} His Danish counterpart Mette Holm came too.")
    (person,) = (one for one in cast.people if one.name == "Mette Holm")
    assert person.roles[0].text == role
