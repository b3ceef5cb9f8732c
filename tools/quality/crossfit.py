"""Facts that the program finds by weights fitted on other articles than those they stand in.

Weights do better on the articles they were fitted on than on any others, so how sure they may be is told by these.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.quality.keyed import load
from tools.quality.measuring import LABELLED, measure
from tools.quality.public import counted, public_sets
from tools.quality.tally import Verdict

FOLDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """Weights: their file, how it is made without some articles, and how the program is made to read it again."""

    file: Path
    made: Callable[[Callable[[str], bool]], bytes]
    forget: Callable[[], None]


def fold_of(article: str) -> int:
    """In which part of the articles one stands."""
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % FOLDS


def verdicts(learned: Sequence[Learned], folder: Path | None) -> Iterator[Verdict]:
    """Whether each fact is right, each found by weights that have not seen its article."""
    own = load("en", "dev")
    sets = list(public_sets(folder)) if folder is not None and folder.is_dir() else []
    for fold in range(FOLDS):
        with _without(learned, fold):
            yield from measure([one for one in own if fold_of(one.id) == fold]).verdicts
            for public, rows in sets:
                if public.name in LABELLED:
                    yield from counted(public, [row for row in rows if fold_of(row["id"]) == fold]).verdicts


@contextmanager
def _without(learned: Sequence[Learned], fold: int) -> Iterator[None]:
    """The program with weights that were fitted without the articles of a part."""
    before = [one.file.read_bytes() for one in learned]
    try:
        for one in learned:
            made = one.made(lambda article: fold_of(article) != fold)
            one.file.write_bytes(made)
            one.forget()
        yield
    finally:
        for one, content in zip(learned, before, strict=True):
            one.file.write_bytes(content)
            one.forget()
