"""How much each sign and each word says for an undertaking of each kind; fitted by `tools.quality.undertakings`."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.extract.commitments.clause_signs import PARTS
from briefing.extract.lexis.word_vectors import DIMENSIONS, word_vectors
from briefing.model.facts import Kind

if TYPE_CHECKING:
    import numpy as np

KINDS = tuple(Kind)
FILE = "undertaking_weights.npz"
_FOLDER = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Likelihood:
    """How likely a clause undertakes, asks or refuses something, and, if it does, each kind; 0 to 1."""

    any: float
    kinds: Mapping[Kind, float]


@dataclass(frozen=True)
class UndertakingWeights:
    """Weights of one language.

    `signs`: for each sign one number for an undertaking of any kind, then one for each kind. `words`: by part, by
    dimension of the word vectors, the same numbers. `least_added`, `least_kept`: how likely a clause must be to count
    where no rule found it, and where one did.
    """

    places: Mapping[str, int]
    signs: np.ndarray
    words: np.ndarray
    least_added: float
    least_kept: float
    language: str = "en"

    def likely(
        self, clauses: Sequence[tuple[Iterable[str], Mapping[str, list[str]]]], lead: list[str]
    ) -> list[Likelihood]:
        """How likely each clause is, from its signs and words; `lead`: the words with which the article begins."""
        import numpy as np  # noqa: PLC0415 - heavy

        if not clauses:
            return []
        sums = self._of_words([words for _, words in clauses], lead)
        for row, (signs, _) in enumerate(clauses):
            sums[row] += self.signs[[self.places[sign] for sign in signs if sign in self.places]].sum(axis=0)
        some = 1 / (1 + np.exp(-sums[:, 0]))
        each = np.exp(sums[:, 1:] - sums[:, 1:].max(axis=1, keepdims=True, initial=-np.inf))
        each /= each.sum(axis=1, keepdims=True)
        return [
            Likelihood(float(any_), dict(zip(KINDS, map(float, row), strict=True)))
            for any_, row in zip(some, each, strict=True)
        ]

    def _of_words(self, clauses: Sequence[Mapping[str, list[str]]], lead: list[str]) -> np.ndarray:
        """What the words of each clause say: for each part the mean over its words."""
        import numpy as np  # noqa: PLC0415 - heavy

        vectors = word_vectors(self.language)
        sums = np.zeros((len(clauses), self.signs.shape[1]), dtype=np.float32)
        if vectors is None:
            return sums
        said = {word for words in clauses for one in words.values() for word in one if word in vectors.places}
        order = {word: i for i, word in enumerate(sorted(said))}
        rows = vectors.rows[[vectors.places[word] for word in order]].astype(np.float32) / 127
        flat = rows.reshape(-1, DIMENSIONS) @ self.words.transpose(1, 0, 2).reshape(DIMENSIONS, -1)
        spoken: list[int] = []
        at: list[int] = []
        shares: list[float] = []
        begins: list[int] = []
        for row, words in enumerate(clauses):
            begin = len(at)
            for part, one in words.items():
                place = PARTS.index(part)
                known = [order[word] * len(PARTS) + place for word in one if word in order]
                at += known
                shares += [1 / len(known)] * len(known) if known else []
            if len(at) > begin:
                spoken.append(row)
                begins.append(begin)
        if at:
            shared = flat.reshape(-1, self.signs.shape[1])[at] * np.array(shares, dtype=np.float32)[:, None]
            sums[spoken] += np.add.reduceat(shared, begins, axis=0)
        sums += vectors.mean(lead).astype(np.float32) @ self.words[PARTS.index("lead")]
        return sums


@functools.cache
def undertaking_weights(language: str) -> UndertakingWeights | None:
    """The weights of a language; `None`: it has none."""
    import numpy as np  # noqa: PLC0415 - heavy

    file = _FOLDER / language / FILE
    if not file.is_file():
        return None
    with file.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
        names = bytes(stored["names"]).decode("utf-8").split("\n")
        least = [float(share) for share in stored["least"]]
        return UndertakingWeights(
            places={name: i for i, name in enumerate(names)},
            signs=stored["signs"].astype(np.float32),
            words=stored["words"].astype(np.float32),
            least_added=least[0],
            least_kept=least[1],
            language=language,
        )
