"""What words mean, in numbers: words of like meaning have vectors of like direction.

The vectors are GloVe's (Open Data Commons PDDL 1.0), made by `python -m tools.word_vectors`.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

DIMENSIONS = 50
_SCALE = 127.0
_FOLDER = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class WordVectors:
    """The vectors of a language's commonest words, one row each, of length one, in steps of 1/127."""

    places: Mapping[str, int]
    rows: np.ndarray

    def of(self, word: str) -> np.ndarray | None:
        """The vector of a word in small letters; `None`: the word is not among the commonest."""
        place = self.places.get(word)
        return None if place is None else self.rows[place] / _SCALE

    def mean(self, words: Iterable[str]) -> np.ndarray:
        """The mean of the vectors of the words that have one; zeros where none has."""
        import numpy as np  # noqa: PLC0415 - heavy

        known = [self.places[word] for word in words if word in self.places]
        return self.rows[known].mean(axis=0) / _SCALE if known else np.zeros(DIMENSIONS)


@functools.cache
def word_vectors(language: str) -> WordVectors | None:
    """The vectors of a language; `None`: it has none."""
    import numpy as np  # noqa: PLC0415 - heavy

    file = _FOLDER / language / "word_vectors.npz"
    if not file.is_file():
        return None
    with file.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
        words = bytes(stored["words"]).decode("utf-8").split("\n")
        return WordVectors(places={word: i for i, word in enumerate(words)}, rows=stored["rows"])
