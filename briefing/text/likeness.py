"""How alike two texts are, by their words."""

from __future__ import annotations

import re
import zlib
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
# Words that carry no matter, in the languages we read; too short a list only makes likeness a little stricter.
_STOP = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "the",
        "their",
        "this",
        "to",
        "was",
        "were",
        "with",
        "its",
        "his",
        "her",
        "is",
        "are",
        "be",
        "been",
        "as",
        "that",
        "der",
        "die",
        "das",
        "und",
        "von",
        "zu",
        "im",
        "in",
        "mit",
        "für",
        "den",
        "dem",
        "des",
        "ein",
        "eine",
        "le",
        "la",
        "les",
        "de",
        "des",
        "du",
        "et",
        "en",
        "un",
        "une",
        "dans",
        "pour",
        "au",
        "aux",
        "el",
        "los",
        "las",
        "y",
        "del",
        "por",
        "con",
        "o",
        "os",
        "as",
        "da",
        "do",
        "das",
        "dos",
        "e",
        "em",
        "no",
        "na",
        "para",
        "com",
        "i",
        "w",
        "z",
        "na",
        "do",
        "oraz",
        "та",
        "і",
        "й",
        "в",
        "у",
        "на",
        "до",
        "з",
        "із",
        "від",
    ]
)


@lru_cache(maxsize=65536)
def content_words(text: str) -> frozenset[str]:
    """The different words of `text` that carry matter, casefolded, without possessive endings."""
    words = (re.sub(r"['’]s$", "", word).rstrip(".") for word in _WORD.findall(text.casefold()))
    return frozenset(word for word in words if word not in _STOP)


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """`text` casefolded with every stretch that is not a letter or digit as one space: for comparing names."""
    return " ".join(_WORD.findall(text.casefold()))


_TYPOGRAPHY = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "–": "-", "—": "-"})


@lru_cache(maxsize=65536)
def wording(text: str) -> str:
    """`text` for telling whether two wordings are one: white space, kinds of marks and a last stop or comma apart.

    Everything that can change the meaning stays: capitals, currency signs, question and exclamation marks.
    """
    return " ".join(text.translate(_TYPOGRAPHY).split()).rstrip(",. ")


def shingles(text: str, size: int = 5) -> frozenset[int]:
    """Checksums of all runs of `size` words; stable between processes."""
    words = _WORD.findall(text.casefold())
    runs = (" ".join(words[i : i + size]) for i in range(max(1, len(words) - size + 1)))
    return frozenset(zlib.crc32(run.encode("utf-8", "surrogatepass")) for run in runs if run)


def share_alike(one: frozenset[int], other: frozenset[int]) -> float:
    """What part of the smaller set the larger one holds, 0 to 1; 0 where either is empty."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0
