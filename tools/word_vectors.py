"""Makes the word vectors that ship from GloVe's own text file: `python -m tools.word_vectors glove.6B.50d.txt`.

Kept are the commonest words of letters and hyphens, each vector brought to length one and to a byte a number.
"""

from __future__ import annotations

import re
import sys
from itertools import islice
from pathlib import Path

import numpy as np

_MOST = 40_000
_SCALE = 127
_FILE = Path(__file__).resolve().parents[1] / "briefing" / "extract" / "en" / "word_vectors.npz"


def make(source: Path) -> None:
    """Writes the vectors of the commonest words of a file with a word and its numbers on each line."""
    words, rows = [], []
    with source.open(encoding="utf-8") as lines:
        wanted = (line for line in lines if re.match(r"[a-z]+(?:-[a-z]+)*\s", line))
        for line in islice(wanted, _MOST):
            word, *numbers = line.split()
            row = np.array(numbers, dtype=np.float64)
            words.append(word)
            rows.append(np.rint(row / np.linalg.norm(row) * _SCALE))
    named = np.frombuffer("\n".join(words).encode(), dtype=np.uint8)
    np.savez_compressed(_FILE, words=named, rows=np.array(rows, dtype=np.int8))


if __name__ == "__main__":
    make(Path(sys.argv[1]))
