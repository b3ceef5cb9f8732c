"""The program run over articles with keys, and everything counted."""

from __future__ import annotations

from collections.abc import Sequence

from tools.quality.facts import count
from tools.quality.finding import find
from tools.quality.keyed import Keyed
from tools.quality.tally import Tally

# Sets that say of every fact whether it is right; the others say it of one sort only.
LABELLED = frozenset(("facts_dev", "polnear_dev", "newspapers", "political news", "ordinary news"))


def measure(articles: Sequence[Keyed]) -> Tally:
    """Everything that is counted over some articles."""
    tally = Tally()
    found = find([article.path for article in articles])
    for article in articles:
        count(tally, article, found[article.id])
    return tally
