"""Lines made to defeat a pattern: each cost seconds or hours once."""

from __future__ import annotations

import time

import pytest

from briefing.sources.headline import is_trail
from briefing.sources.reading import gather

PROSE = "Ministers of nine countries met in Lisbon on Tuesday to agree on a common plan for the ports of the region.\n"


@pytest.mark.parametrize(
    "line",
    [
        "Home > News > World" * 24 + "Rain is expected on the coast, with winds of up to 40 km/h.",
        "Home" + " > World" * 60 + " > 40 km/h.",
        "Home" + "   >   World" * 60 + "!",
    ],
)
def test_a_long_breadcrumb_takes_no_time(line: str) -> None:
    """What is not quite a breadcrumb is told at once: the spaces around its marks are not tried in every way."""
    begun = time.process_time()
    assert not is_trail(line)
    assert time.process_time() - begun < 0.5


@pytest.mark.parametrize("line", ["Home > World", "Home  >  World » Africa", "A & B→Sport"])
def test_a_breadcrumb_is_still_one(line: str) -> None:
    """Spaces or none around its marks."""
    assert is_trail(line)


@pytest.mark.parametrize("unit", ["1,", "a > ", "a | ", "a: ", "A" + " " * 300, "aa:" + " " * 300, "19 ", "x - ", "(1"])
def test_a_line_of_one_thing_over_and_over_takes_no_time(unit: str) -> None:
    """A fifth of a megabyte in one line, above ordinary prose."""
    line = unit * (200_000 // len(unit))
    page = f"{line}\n{PROSE * 4}".encode()
    begun = time.process_time()
    gather(("-",), lambda: page)
    assert time.process_time() - begun < 3
