"""Which of many things are one."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")


def by_key(things: Iterable[T], key: Callable[[T], Hashable]) -> list[list[T]]:
    """Things of equal key together, in order of each group's first member."""
    groups: dict[Hashable, list[T]] = {}
    for thing in things:
        groups.setdefault(key(thing), []).append(thing)
    return list(groups.values())


def joined(things: Iterable[T], fitting: Callable[[T, Sequence[list[T]]], Sequence[Sequence[T]]]) -> list[list[T]]:
    """Each thing in the one earlier group that fits it; in a group of its own where none or several do.

    `fitting`: those of the groups so far that a thing can belong to. What could belong to two joins neither: that is
    how a bare initial never makes two people one.
    """
    groups: list[list[T]] = []
    for thing in things:
        found = fitting(thing, groups)
        home = next((group for group in groups if len(found) == 1 and group is found[0]), None)
        if home is None:
            groups.append([thing])
        else:
            home.append(thing)
    return groups


def content_id(prefix: str, *parts: str) -> str:
    """A short stable id made of content alone."""
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}-{digest[:12]}"


def distinct_ids(prefix: str, keys: Sequence[tuple[str, ...]], tellers: Sequence[str]) -> list[str]:
    """An id for each key; where keys coincide, what tells the things apart goes into theirs.

    `tellers`: for each key something that no other thing of the same key has, such as the article it is first in.
    """
    often = Counter(keys)
    return [
        content_id(prefix, *key) if often[key] == 1 else content_id(prefix, *key, teller)
        for key, teller in zip(keys, tellers, strict=True)
    ]


def unique(things: Iterable[T]) -> tuple[T, ...]:
    """The different ones among `things`, in order."""
    return tuple(dict.fromkeys(things))
