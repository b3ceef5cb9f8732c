"""What was counted, as a table to read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

from tools.quality.certainty import SORTS, curve, error
from tools.quality.tally import Score, Tally, Verdict

SLIPS = frozenset(
    (
        "wrong name as speaker",
        "promise and request confused",
        "a paragraph of the body dropped",
        "a person of the frame",
    )
)
_PEERS = tomllib.loads(Path(__file__).with_name("peers.toml").read_text(encoding="utf-8"))


def print_figures(name: str, articles: int, tally: Tally) -> None:
    """One line a figure: F1, precision, recall and counts; of slips, their share."""
    print(f"\n{name}: {articles} articles")
    for figure in tally.figures():
        score = tally.score(figure)
        print(f"  {figure:<36}{_slip(score) if figure in SLIPS else _found(score)}{_others(name, figure)}")


def print_public(sets: Iterable[tuple[str, int, Tally]]) -> None:
    """The same for each public set."""
    for name, articles, tally in sets:
        print_figures(name, articles, tally)


def print_certainties(verdicts: Sequence[Verdict]) -> None:
    """For each sort of fact: of those said to be so certain, how many are right."""
    for sort in SORTS:
        own = [verdict for verdict in verdicts if verdict.sort == sort]
        if own:
            steps = "  ".join(f"{said:.2f}:{right:.2f} ({n})" for said, right, n in curve(own))
            print(f"  certainty of a {sort:<12} said:right (of)  {steps}   mean error {error(own):.3f}")


def _found(score: Score) -> str:
    shares = "".join(f"{name} {_share(value)}  " for name, value in (("F1", score.f1), ("P", score.precision),
                                                                    ("R", score.recall)))  # fmt: skip
    return f"{shares}{score.due:6} due {score.said:6} found"


def _slip(score: Score) -> str:
    return f"{'':4}{_share(score.precision)}{score.right:22} of {score.said}"


def _share(value: float | None) -> str:
    return "  -  " if value is None else f"{value:.3f}"


def _others(name: str, figure: str) -> str:
    told = _PEERS.get(name, {}).get(figure)
    return f"   {told}" if told else ""
