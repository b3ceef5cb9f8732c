"""`python -m tools.quality`: the table of every figure; `--misses FIGURE` lists what is behind one.

The articles that are set aside are counted with `--held` only: whoever builds does not look at them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.quality.framed import LANGUAGES as FRAMED
from tools.quality.framed import measure_framed
from tools.quality.keyed import flaws, languages, load
from tools.quality.measuring import measure
from tools.quality.public import SET_ASIDE, public_figures
from tools.quality.table import print_certainties, print_figures, print_public


def main() -> int:
    """Prints the table; returns 1 where a key cites what its text does not have."""
    asked = _arguments()
    wrong = 0
    for language in asked.language or languages():
        parts = ("dev", "held") if asked.held else ("dev",)
        for part in parts:
            articles = load(language, part)
            for flaw in (flaw for article in articles for flaw in flaws(article)):
                print(flaw, file=sys.stderr)
                wrong += 1
            tally = measure(articles)
            print_figures(f"{language}, {part}", len(articles), tally)
            print_certainties(tally.verdicts)
            for miss in tally.misses if part == "dev" else ():
                if miss.figure in asked.misses:
                    print(f"{miss.article}\t{miss.figure}\tdue: {miss.due}\tsaid: {miss.said}")
        if language in FRAMED:
            _framed(language, asked.misses)
    if asked.public is not None and asked.public.is_dir():
        print_public(public_figures(asked.public))
        if asked.held:
            print_public(public_figures(asked.public, SET_ASIDE))
    return 1 if wrong else 0


def _framed(language: str, figures: Sequence[str]) -> None:
    """Prints what the same articles give inside pages."""
    articles = load(language, "dev")
    tally = measure_framed(articles)
    print_figures(f"{language}, framed", len(articles), tally)
    for miss in tally.misses:
        if miss.figure in figures:
            print(f"{miss.article}\tframed: {miss.figure}\tdue: {miss.due}\tsaid: {miss.said}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.quality", description=__doc__)
    parser.add_argument("language", nargs="*", help="languages to measure; all by default")
    parser.add_argument("--held", action="store_true", help="also measure the articles that are set aside")
    parser.add_argument("--misses", action="append", default=[], help="list what is behind a figure")
    parser.add_argument("--public", type=Path, help="folder with the public sets")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
