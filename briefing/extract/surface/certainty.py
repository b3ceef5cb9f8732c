"""How sure a fact found without a parser is: one number for each rule, from a data file."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib.resources import files


def confidence_of(rule: str) -> float:
    """The confidence of a rule, or of the rules above it ("surface.quote" for "surface.quote.alone"); 0 to 1."""
    known = _known()
    while rule not in known and "." in rule:
        rule = rule.rsplit(".", 1)[0]
    return known.get(rule, 0.4)


@functools.cache
def _known() -> Mapping[str, float]:
    source = files("briefing.extract").joinpath("surface", "certainty.toml")
    table: dict[str, float] = tomllib.loads(source.read_text(encoding="utf-8"))["rules"]
    return table
