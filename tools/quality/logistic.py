"""Logistic curves over many signs of which each example has few, and over numbers of which it has all."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

import numpy as np

_MEMORY, _HALVINGS, _ENOUGH = 8, 20, 1e-4


class Given:
    """Examples: `signs` holds the columns that are 1 in each row, of `count`; `numbers` what the other columns are."""

    def __init__(self, signs: Sequence[np.ndarray], count: int, numbers: np.ndarray) -> None:
        self.signs = signs
        self.count = count
        self.numbers = numbers
        self._rows = np.repeat(np.arange(len(signs)), [len(one) for one in signs])
        self._columns = np.concatenate([*signs, np.zeros(0, dtype=np.int64)]).astype(np.int64)

    @property
    def width(self) -> int:
        """How many columns there are."""
        return self.count + int(self.numbers.shape[1])

    def sums(self, weights: np.ndarray) -> np.ndarray:
        """For each row and each column of weights the weighted sum."""
        held = weights[: self.count][self._columns]
        of_signs = [np.bincount(self._rows, column, len(self.signs)) for column in held.T]
        found: np.ndarray = self.numbers @ weights[self.count :] + np.stack(of_signs, axis=1)
        return found

    def back(self, slopes: np.ndarray) -> np.ndarray:
        """The same the other way: for each weight the sum over the rows."""
        found = np.zeros((self.width, slopes.shape[1]))
        for column in range(slopes.shape[1]):
            each = slopes[:, column][self._rows]
            found[: self.count, column] = np.bincount(self._columns, each, self.count)
        found[self.count :] = self.numbers.T @ slopes
        return found

    def rows(self, which: np.ndarray) -> Given:
        """Only these rows."""
        return Given([self.signs[i] for i in which], self.count, self.numbers[which])


def fit(given: Given, due: np.ndarray, weight: np.ndarray, ridge: float, rounds: int) -> np.ndarray:
    """Weights that make what is due likeliest; `due`: one column of 0 and 1, or one for each of several outcomes."""
    several = due.shape[1] > 1

    def slope(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(given.width, due.shape[1])
        sums = given.sums(weights)
        if several:
            sums -= sums.max(axis=1, keepdims=True)
            logs = sums - np.log(np.exp(sums).sum(axis=1, keepdims=True))
            loss, likely = -(weight[:, None] * due * logs).sum(), np.exp(logs)
        else:
            loss, likely = (weight[:, None] * (np.logaddexp(0, sums) - due * sums)).sum(), 1 / (1 + np.exp(-sums))
        bend = given.back(weight[:, None] * (likely - due)) + ridge * weights
        return float(loss + ridge / 2 * (weights**2).sum()), bend.ravel()

    return _least(slope, np.zeros(given.width * due.shape[1]), rounds).reshape(given.width, due.shape[1])


def _least(slope: Callable[[np.ndarray], tuple[float, np.ndarray]], at: np.ndarray, rounds: int) -> np.ndarray:
    """Where a smooth function is least, by the quasi-Newton method with limited memory."""
    past: deque[tuple[np.ndarray, np.ndarray]] = deque(maxlen=_MEMORY)
    value, down = slope(at)
    for _ in range(rounds):
        way = -_bent(down, past)
        drop, step = float(way @ down), 1.0 if past else 1.0 / max(1.0, float(np.abs(down).sum()))
        for _ in range(_HALVINGS):
            new_value, new_down = slope(at + step * way)
            if new_value <= value + _ENOUGH * step * drop:
                break
            step /= 2
        else:
            return at
        moved, turned = step * way, new_down - down
        if moved @ turned > 0:
            past.append((moved, turned))
        at, value, down = at + moved, new_value, new_down
        if np.abs(down).max() < _ENOUGH:
            break
    return at


def _bent(down: np.ndarray, past: Sequence[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    """The slope, bent by what the last steps told of the curve."""
    way, shares = down.copy(), []
    for moved, turned in reversed(past):
        share = (moved @ way) / (moved @ turned)
        way -= share * turned
        shares.append(share)
    if past:
        moved, turned = past[-1]
        way *= (moved @ turned) / (turned @ turned)
    for (moved, turned), share in zip(past, reversed(shares), strict=True):
        way += moved * (share - (turned @ way) / (moved @ turned))
    return way
