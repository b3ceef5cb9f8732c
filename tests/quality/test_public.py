"""How much is found in sets of others and in newspapers' reports: measured where the sets lie, else left out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tools.quality.floors import digest_keys, floors, public_name, sunk
from tools.quality.public import counted, digest_rows, public_sets

FOLDER = Path(os.environ.get("BRIEFING_PUBLIC", Path(__file__).resolve().parents[3] / "shared" / "eval"))
SETS = [name for name in floors() if name.startswith(public_name("")) and name != public_name("keys")]


def test_floors_are_of_the_keys_there_are() -> None:
    """A key to a newspaper's report that was changed asks for new floors, wherever the reports lie."""
    assert floors()[public_name("keys")]["digest"] == digest_keys(), "look at the figures, then `make floors`"


@pytest.mark.parametrize("name", SETS)
def test_no_figure_of_a_public_set_sinks(name: str) -> None:
    """Each figure stays at its floor on the sets that it was measured on; a set that is not there says nothing."""
    limits = floors()[name]
    found = {public_name(public.name): (public, rows) for public, rows in public_sets(FOLDER)}
    if name not in found:
        pytest.skip("the set is not here")
    public, rows = found[name]
    if digest_rows(rows) != limits["digest"]:
        pytest.skip("the set is another than the floors were measured on")
    assert list(sunk(limits, counted(public, rows))) == []
