"""Where words may be divided, by language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol

_CORE = re.compile(r"[^\W\d_]{6,40}")
_BEFORE, _AFTER = 3, 3
"""The fewest letters left on the line and taken to the next."""

_CAPITALISING = frozenset({"de", "lb"})
"""Languages that capitalise common nouns; elsewhere a capital inside a sentence marks a name, which stays whole."""


class _Dictionary(Protocol):
    def positions(self, word: str) -> Iterable[int]: ...


@lru_cache(maxsize=32)
def _dictionary(language: str) -> _Dictionary | None:
    import pyphen  # noqa: PLC0415 - lists its dictionaries on import

    parts = language.replace("_", "-").split("-")
    found = pyphen.language_fallback("_".join(parts)) or next(
        (name for name in sorted(pyphen.LANGUAGES) if name.split("_")[0] == parts[0]), None
    )
    dictionary: _Dictionary | None = pyphen.Pyphen(lang=found, left=_BEFORE, right=_AFTER) if found else None
    return dictionary


@lru_cache(maxsize=20_000)
def hyphen_places(word: str, language: str) -> tuple[int, ...]:
    """The offsets in `word` at which it may be divided; none in names, addresses and unknown languages."""
    core = _CORE.search(word)
    if core is None or any(mark in word for mark in "@/\\_"):
        return ()
    letters = core[0]
    if letters[0].isupper() and language.partition("-")[0] not in _CAPITALISING:
        return ()
    dictionary = _dictionary(language)
    if dictionary is None:
        return ()
    return tuple(core.start() + int(place) for place in dictionary.positions(letters))
