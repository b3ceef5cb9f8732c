"""What the build holds every figure to; `python -m tools.quality.floors --public FOLDER` sets the floors anew.

A floor stands a little under what was measured, so that a change of one fact does not fail the build and a lost rule
does. `digest` is that of the articles and keys it was measured on. Without the folder of the public sets their floors
stay as they are.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from tools.quality.framed import LANGUAGES as FRAMED
from tools.quality.framed import digest_framed, measure_framed
from tools.quality.keyed import CORPUS, PARTS, digest, languages, load
from tools.quality.measuring import measure
from tools.quality.newspapers import NEWSPAPERS, ORDINARY, POLITICS
from tools.quality.public import counted, digest_rows, public_sets
from tools.quality.table import SLIPS
from tools.quality.tally import Tally

FILE = CORPUS.parent / "floors.toml"
# Fewer labels than this say nothing that a floor could stand on.
_LEAST_LABELS = 15
_STEP = 0.005


def floors() -> Mapping[str, Mapping[str, float | str]]:
    """For each set (`en.dev`, `en.framed`) its digest and the floor, or for slips the ceiling, of each figure."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def sunk(limits: Mapping[str, float | str], tally: Tally) -> Iterator[str]:
    """The figures that are worse than they may be, each with what it is and what it may be."""
    for figure, limit in limits.items():
        if figure != "digest":
            value = value_of(tally, figure)
            if value > float(limit) if figure in SLIPS else value < float(limit):
                yield f"{figure}: {value:.3f}, not {limit}"


def value_of(tally: Tally, figure: str) -> float:
    """F1 of a figure; of a slip its share; 0 where nothing was counted."""
    score = tally.score(figure)
    return (score.precision if figure in SLIPS else score.f1) or 0.0


def _lines(name: str, number: str, tally: Tally) -> Iterator[str]:
    yield f'\n["{name}"]'
    yield f'digest = "{number}"'
    for figure in sorted(tally.figures()):
        if tally.score(figure).due >= _LEAST_LABELS:
            value = value_of(tally, figure)
            limit = math.ceil(value / _STEP) * _STEP if figure in SLIPS else math.floor(value / _STEP) * _STEP
            yield f'"{figure}" = {limit:.3f}'


def digest_keys() -> str:
    """One number for our keys to newspapers' reports."""
    files = (NEWSPAPERS.file, POLITICS.file, ORDINARY.file)
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def public_name(name: str) -> str:
    """Under which name the floors of a public set stand."""
    return f"public.{name}"


def _of_public(folder: Path | None) -> Iterator[str]:
    """The floors of the public sets in the folder; `None`: the ones there are."""
    if folder is None:
        for name, limits in floors().items():
            if name.startswith(public_name("")):
                yield f'\n["{name}"]'
                yield from (f"{_key(figure)} = {_value(limit)}" for figure, limit in limits.items())
        return
    yield f'\n["{public_name("keys")}"]\ndigest = "{digest_keys()}"'
    for public, rows in public_sets(folder):
        yield from _lines(public_name(public.name), digest_rows(rows), counted(public, rows))


def _key(figure: str) -> str:
    return figure if figure == "digest" else f'"{figure}"'


def _value(limit: float | str) -> str:
    return f'"{limit}"' if isinstance(limit, str) else f"{limit:.3f}"


def main() -> int:
    """Writes the floors of all languages, parts and public sets; returns 0."""
    parser = argparse.ArgumentParser(prog="python -m tools.quality.floors", description=__doc__)
    parser.add_argument("--public", type=Path, help="folder with the public sets")
    folder = parser.parse_args().public
    lines = ["# Made by `make floors`, and only after looking at what has changed."]
    for language in languages():
        for part in PARTS:
            articles = load(language, part)
            lines += _lines(f"{language}.{part}", digest(articles), measure(articles))
    for language in FRAMED:
        articles = load(language, PARTS[0])
        lines += _lines(f"{language}.framed", digest_framed(articles), measure_framed(articles))
    lines += _of_public(folder if folder is not None and folder.is_dir() else None)
    Path(FILE).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
