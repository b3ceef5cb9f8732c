"""Names with a nickname in marks, a particle or a generation behind them; every sentence is invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.reference.cast import Cast

CastOf = Callable[..., Cast]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('Mayor Jose "Joey" dela Rama Jr. met them. Dela Rama left.', ['Jose "Joey" dela Rama Jr.']),
        ('Davi Inácio "Lula" da Rocha Filho was there.', ['Davi Inácio "Lula" da Rocha Filho']),
        ("Ma. Teresa dela Rama spoke. Juan dela Rama spoke too.", ["Ma. Teresa dela Rama", "Juan dela Rama"]),
        ("The nurse Ana delos Reyes left.", ["Ana delos Reyes"]),
        ("He called Tom Sallow “Great” and Ann Merrow left.", ["Tom Sallow", "Ann Merrow"]),
    ],
)
def test_a_name_goes_on_behind_nickname_and_particle(cast_of: CastOf, text: str, names: list[str]) -> None:
    """What particles join is one name; praise in marks before another word is no nickname."""
    assert [one.name for one in cast_of(text).people] == names
