"""What is remembered, and that it is never much."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.render.pdf.recent import Recent


def test_what_was_put_in_is_there() -> None:
    """The value, or none."""
    recent: Recent[str, int] = Recent(10)
    assert recent.get("a") is None
    assert recent.put("a", 1) == 1
    assert recent.get("a") == 1
    assert recent.put("a", 2) == 2
    assert recent.get("a") == 2


def test_what_is_asked_for_outlives_what_is_not() -> None:
    """A key in use survives any number of others."""
    recent: Recent[int, int] = Recent(10)
    recent.put(-1, -1)
    for number in range(200):
        recent.put(number, number)
        assert recent.get(-1) == -1
    assert recent.get(0) is None


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=200))
def test_never_more_than_twice_the_most(puts: list[tuple[int, int]]) -> None:
    """In weight, whatever is put in and however often; the last one is always there."""
    recent: Recent[int, int] = Recent(12)
    weights: dict[int, int] = {}
    for key, weight in puts:
        recent.put(key, weight, weight)
        weights[key] = weight
        assert recent.get(key) == weight
        assert sum(weights[kept] for kept in weights if recent.get(kept) is not None) <= 24
