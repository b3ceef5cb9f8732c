"""The data of a language: word lists in the files of its folder."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any


@functools.cache
def load(language: str, name: str) -> Mapping[str, Any]:
    """The file `<name>.toml` of a language's folder, read once."""
    source = files("briefing.extract").joinpath(language, f"{name}.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first; white space in them is any white space.

    Words that begin alike share their beginning, so that at each place few letters are compared.
    """
    return _any_of(tuple(sorted(set(words), key=lambda word: (-len(word), word))))


@functools.lru_cache(maxsize=512)
def _any_of(words: tuple[str, ...]) -> str:
    return f"(?:{_either([_elements(word) for word in words])})"


def _elements(word: str) -> tuple[str, ...]:
    """Each character of the word as a pattern."""
    return tuple(each for part in word.split() for each in (r"\s+", *map(re.escape, part)))[1:]


def _either(words: list[tuple[str, ...]]) -> str:
    """Any of the words, which are the longest first, so that one that begins another comes behind it."""
    groups: dict[str, list[tuple[str, ...]]] = {}
    for word in words:
        groups.setdefault(word[0].lower() if word else "", []).append(word)
    return "|".join(map(_alike, groups.values()))


def _alike(words: list[tuple[str, ...]]) -> str:
    """Any of several words that begin with the same letter, if perhaps in another case."""
    if len(words) == 1 or len({word[0] for word in words}) > 1:  # where case is ignored, either may fit
        return "|".join(map("".join, words))
    longer = [word[1:] for word in words if word[1:]]
    return f"{words[0][0]}(?:{_either(longer)})" + ("?" if len(longer) < len(words) else "")
