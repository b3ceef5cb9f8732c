"""A name with a slip of the pen is no second person; every sentence is invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.reference.cast import Cast

CastOf = Callable[..., Cast]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jorma Hallberg, a doctor, spoke. Mr. Hallbreg said more.", ["Jorma Hallberg"]),
        ("The head, Dafydd Shearman, left. A plan by Dafydd Shearman won. The envoy Dafydd Sheerman spoke.",
         ["Dafydd Shearman"]),
        ("Jorma Hallberg, a doctor, spoke. Mr. Hallborg said more.", ["Jorma Hallberg", "Hallborg"]),
        ("Jorma Hallberg met his brother Jorma Hallborg.", ["Jorma Hallberg", "Jorma Hallborg"]),
        ("Jorma Hallberg, a doctor, spoke. Maria Hallborg, a nurse, left.", ["Jorma Hallberg", "Maria Hallborg"]),
        ("Ann Reeds, a doctor, spoke. Mr. Reesd left.", ["Ann Reeds", "Reesd"]),
    ],
)  # fmt: skip
def test_a_slip_is_no_second_person(cast_of: CastOf, text: str, names: list[str]) -> None:
    """A letter out of place, or another beside the same given name; not in one sentence, nor in a short name."""
    assert [one.name for one in cast_of(text).people] == names
