"""The program run over articles with keys, and everything counted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tools.quality.facts import count
from tools.quality.finding import find
from tools.quality.keyed import Keyed
from tools.quality.public import public_figures
from tools.quality.tally import Tally, Verdict

# Sets that say of every fact whether it is right; the others say it of one sort only.
_LABELLED = frozenset(("facts_dev", "polnear_dev", "newspapers"))


def measure(articles: Sequence[Keyed]) -> Tally:
    """Everything that is counted over some articles."""
    tally = Tally()
    found = find([article.path for article in articles])
    for article in articles:
        count(tally, article, found[article.id])
    return tally


def verdicts_of_public(folder: Path) -> list[Verdict]:
    """Whether each fact is right, on the public sets that tell."""
    return [verdict for _, _, tally in public_figures(folder, _LABELLED) for verdict in tally.verdicts]
