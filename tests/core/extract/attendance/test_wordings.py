"""The words of an article as signs: what it opens with, what each person does and where, offices, where names stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.attendance.presence import presence_of
from briefing.extract.reference.cast import Cast

CastOf = Callable[..., Cast]


def _signs(cast: Cast) -> frozenset[str]:
    people = presence_of(cast, frozenset()).people
    return next(one.signs for one in people if one.person.name == "Ana Souza")


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("The harbour was dredged. Ana Souza watched.", "l.harbour"),
        ("Ana Souza dredged the harbour in Lima.", "v.dredge"),
        ("Ana Souza spoke from a barge.", "n.from.barge"),
        ("Prime Minister Ana Souza spoke.", "r.minister"),
        ("The harbour belongs to Ana Souza, they said.", "y.before.to"),
        ("The harbour belongs to Ana Souza, they said.", "y.after.,"),
        ("The harbour was dredged.\n\nAna Souza watched.", "k.1"),
        ("Jose Lima spoke. Ana Souza watched.", "o.1"),
    ],
)
def test_words_as_signs(cast_of: CastOf, text: str, sign: str) -> None:
    """The word is kept as a sign of the person."""
    assert sign in _signs(cast_of(text))


def test_what_is_quoted_is_not_what_the_article_tells(cast_of: CastOf) -> None:
    """Words in quotation marks are no words of the opening."""
    assert "l.harbour" not in _signs(cast_of('Ana Souza said: "The harbour was dredged by my father in May."'))


def test_only_the_opening_counts(cast_of: CastOf) -> None:
    """A paragraph further down changes no sign of who is named above it."""
    text = "The lake was dredged.\n\nIt was deep.\n\nIt is now deeper, said Ana Souza"
    assert _signs(cast_of(text)) == _signs(cast_of(f"{text}\n\nThe harbour was dredged in May."))
