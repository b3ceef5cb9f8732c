"""Words with a capital at the head of a sentence or paragraph that name nobody."""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract.reference.cast import Cast

CastOf = Callable[..., Cast]


def test_what_is_called_so_is_nobody(cast_of: CastOf) -> None:
    """A participle of naming at the beginning is no given name, and what follows may be a rock."""
    assert not cast_of("Dubbed Skookumtom, the asteroid gets its name from a miner.").people
    assert [one.name for one in cast_of("Tom Skookum, a miner, left.").people] == ["Tom Skookum"]


def test_where_a_report_was_filed_is_nobody(cast_of: CastOf) -> None:
    """A town and its state before a dash at the head of a paragraph; a speaker's line has a space before the dash."""
    assert [one.name for one in cast_of("Xilapa, Moro- The mayor, Ann Lee, left.").people] == ["Ann Lee"]
