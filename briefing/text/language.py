"""Which language a text is in, told by its commonest words."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 40_000
# Fewer words than this settle nothing: a heading in Portuguese is half Spanish.
_FEWEST_WORDS = 12
_LEAST_SHARE = 0.12
_LEAST_LEAD = 1.15
# Letters that one of two close neighbours has and the other has not.
_UKRAINIAN = frozenset("іїєґІЇЄҐ")
_RUSSIAN = frozenset("ыэъёЫЭЪЁ")


@cache
def words_by_language() -> Mapping[str, frozenset[str]]:
    """Function words of each known language, lower case, by BCP 47 primary tag."""
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return MappingProxyType({tag: frozenset(words.split()) for tag, words in table.items()})


@cache
def function_words() -> frozenset[str]:
    """Function words of all known languages together."""
    return frozenset().union(*words_by_language().values())


def detect_language(text: str) -> str | None:
    """The BCP 47 primary tag of the language `text` is in; `None` where it is too short or of no known language."""
    words = Counter(word.lower() for word in _WORD.findall(text[:_SAMPLE]))
    total = words.total()
    if total < _FEWEST_WORDS:
        return None
    shares = sorted(
        ((_share(words, known, tag), tag) for tag, known in words_by_language().items()),
        reverse=True,
    )
    (best, tag), (second, _) = shares[0], shares[1]
    if best < _LEAST_SHARE * total or best < _LEAST_LEAD * second:
        return None
    return tag


def _share(words: Counter[str], known: frozenset[str], tag: str) -> float:
    hits = float(sum(count for word, count in words.items() if word in known))
    if tag in {"uk", "ru"}:
        own, other = (_UKRAINIAN, _RUSSIAN) if tag == "uk" else (_RUSSIAN, _UKRAINIAN)
        hits += sum(count for word, count in words.items() if not own.isdisjoint(word)) * 0.5
        hits -= sum(count for word, count in words.items() if not other.isdisjoint(word)) * 0.5
    return hits
