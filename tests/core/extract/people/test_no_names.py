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


def test_where_something_was_written_is_no_initial(cast_of: CastOf) -> None:
    """The network's letter at the end of a sentence is not the first initial of who is named in the next."""
    network = cast_of("The president wrote on X. M. K. Venkatan, an economist, said so.")
    assert [one.name for one in network.people] == ["M. K. Venkatan"]
    assert [one.name for one in cast_of("The economist X. M. Venkatan said so.").people] == ["X. M. Venkatan"]


def test_a_contest_and_an_island_are_nobody(cast_of: CastOf) -> None:
    """`Miss Universe` and `Saint Lucia` are no people; who is addressed so is."""
    assert not cast_of("Saint Lucia and San Marino sent fish. Saint Lucia said so.").people
    assert not cast_of("Miss Universe was named. Miss Universe spoke.").people
    assert [one.name for one in cast_of("Miss Piggott spoke. Miss Piggott left.").people] == ["Piggott"]
