"""Ranks as they are written for short, and bodies that are called by an office; every sentence is invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.reference.cast import Cast

CastOf = Callable[..., Cast]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Lt. Gen. Samuel Kiprotich came.", "Lt. Gen."),
        ("Maj. Gen. Ann Lowe left.", "Maj. Gen."),
        ("Col. (ret.) Peter Oduyo came.", "Col."),
        ("Gen. Ann Lowe left.", "Gen."),
        ("General Ann Lowe left.", "General"),
    ],
)
def test_a_short_rank_is_whole(cast_of: CastOf, text: str, role: str) -> None:
    """All parts of a rank and the stop of its short form."""
    assert [each.text for each in cast_of(text).people[0].roles] == [role]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Prime Minister's Office spokesman Alfred Nkhomo came.", "Prime Minister's Office"),
        ("The prime minister's spokesman Alfred Nkhomo came.", None),
        ("Liv Dahlen (CEO, Sundex) came.", "Sundex"),
        ("Klaus Richter, CEO, Lakeside Turbines, spoke.", "Lakeside Turbines"),
        ("Tim Rossiter, mayor, Oslo, spoke.", None),
        ("Ann Lowe, a nurse, Tim Rossiter, and others spoke.", None),
    ],
)
def test_a_body_called_by_an_office(cast_of: CastOf, text: str, body: str | None) -> None:
    """The office of an office is a body; who speaks for the holder speaks for a person.

    Behind a comma after the role, in brackets or between commas, stands a body too; no town, and nobody else.
    """
    assert cast_of(text).people[0].organisation == body
