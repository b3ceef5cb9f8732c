"""People and meetings of a time long past are at no event of today."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.attendance.presence import presence_of
from briefing.extract.attendance.weighing import weigh
from briefing.extract.reference.cast import Cast
from briefing.model.facts import Mode

CastOf = Callable[..., Cast]


def _mode(cast: Cast) -> Mode:
    return next(weigh(one).mode for one in presence_of(cast, frozenset()).people if one.person.name == "Ana Souza")


@pytest.mark.parametrize(
    "text",
    [
        "In the 19th century, Ana Souza met Jose Lima in Rome.",
        "In the late 1960s, Ana Souza attended a meeting with Jose Lima.",
        "As a child, Ana Souza met Jose Lima at the fair.",
        "Ana Souza met Jose Lima when she was a student.",
        "One day in her twenties, Ana Souza received a call from Jose Lima.",
        "Long ago the harbour was built. Ana Souza visited it with Jose Lima.",
        "In 1843 the harbour was built. Ana Souza visited it with Jose Lima.",
        "Queen Ana Souza (1802–1870) visited Lima.",
        "Queen Ana Souza, who died in 1843, visited Lima.",
    ],
)
def test_the_past_is_only_mentioned(cast_of: CastOf, text: str) -> None:
    """Centuries, youth, memories and the years of a life put somebody at no event of today."""
    assert _mode(cast_of(text)) is Mode.MENTIONED


@pytest.mark.parametrize(
    "text",
    [
        "In 1843 the harbour was built. On Monday Minister Ana Souza visited it with Mayor Jose Lima.",
        "Minister Ana Souza visited the school that a priest built 20 years ago.",
        "Minister Ana Souza attended a seminar on schools in the 21st century.",
        "Minister Ana Souza, daughter of Ida Moss, who died in 1990, attended the fair on Monday.",
        "As a student leader, Ana Souza met Mayor Jose Lima at the palace on Monday.",
    ],
)
def test_today_is_told_among_it(cast_of: CastOf, text: str) -> None:
    """What is dated by another clause or for somebody else leaves those of today where they are."""
    assert _mode(cast_of(text)) is Mode.IN_PERSON


def test_the_year_of_the_article_decides_who_is_long_dead(cast_of: CastOf) -> None:
    """Who died in the article's own year may have been at what it reports."""
    text = "Mayor Ana Souza (1950–2025) attended the fair on Monday."
    assert _mode(cast_of(text, published="2026-05-01")) is Mode.MENTIONED
    assert _mode(cast_of(text, published="2025-05-01")) is Mode.IN_PERSON
