"""Which of many things are one: the smallest equivalence that holds given pairs together."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import TypeVar

T = TypeVar("T")


def grouped(things: Sequence[T], same: Callable[[T, T], bool]) -> list[list[T]]:
    """Groups of things linked by `same` directly or through others, in order of each group's first member."""
    leader = list(range(len(things)))

    def find(i: int) -> int:
        while leader[i] != i:
            leader[i] = leader[leader[i]]
            i = leader[i]
        return i

    for i, j in combinations(range(len(things)), 2):
        one, other = find(i), find(j)
        if one != other and same(things[i], things[j]):
            leader[max(one, other)] = min(one, other)
    groups: dict[int, list[T]] = {}
    for i, thing in enumerate(things):
        groups.setdefault(find(i), []).append(thing)
    return list(groups.values())


def content_id(prefix: str, *parts: str) -> str:
    """A short stable id made of content alone."""
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}-{digest[:12]}"


def unique(things: Iterable[T]) -> tuple[T, ...]:
    """The different ones among `things`, in order."""
    return tuple(dict.fromkeys(things))
