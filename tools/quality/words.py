"""When two wordings count as the same: names, roles, amounts."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

_TITLES = frozenset(stem for stem in re.findall(r"\w+", """
    mr mrs ms miss dr prof hon rev sir lord lady king queen prince princess sheikh president chief pope rep sen gen
    maj col lt capt sgt ambassador minister prime vice deputy former secretary governor mayor senator professor judge
    the cllr datuk seri dato tan sri alhaji smt shri engr atty fr sister brother
    """))  # fmt: skip
_GENERATIONS = frozenset(("jr", "jnr", "sr", "snr", "ii", "iii", "iv"))
_EMPTY = frozenset(
    ("the", "a", "an", "of", "for", "and", "to", "in", "at", "on", "by", "s", "his", "her", "its", "their")
)
_STANDS_FOR = re.compile(r"\b(?:U\.S\.(?:A\.)?|USA?\b)")
_POSSESSIVE = re.compile(r"['’]s\b|['’ʼ`]")
_STROKES = str.maketrans("øłıđ", "olid")
_SAME_ENOUGH = 0.6


def folded(words: str | None) -> str:
    """The words without accents, case and apostrophes."""
    plain = _STANDS_FOR.sub("United States", words or "")
    bare = "".join(char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char))
    return _POSSESSIVE.sub("", bare.casefold().translate(_STROKES))


def name_words(name: str | None) -> list[str]:
    """The words of a name without titles before it and the generation after it; at least one if there is any."""
    plain = re.sub(r"“[^”]*”|\"[^\"]*\"|\([^)]*\)", " ", name or "")
    words = re.findall(r"[^\W_]+", re.sub(r"\b(?:al|el)[- ]", "", folded(plain)).replace("-", ""))
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    while len(words) > 1 and words[-1] in _GENERATIONS:
        words = words[:-1]
    return words


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names can be one person's: the same last word, and a given name that agrees or is not there."""
    first, second = name_words(one), name_words(other)
    if not first or not second or first[-1] != second[-1]:
        return False
    if len(first) == 1 or len(second) == 1:
        return True
    return any(_alike(a, b) for a in first[:-1] for b in second[:-1])


def _alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def any_same_name(names: Iterable[str], said: str | None) -> bool:
    """Whether one of several forms of a name is the same person's as the name that was found."""
    return any(same_name(name, said) for name in names)


def stems(words: str | None) -> list[str]:
    """The words that carry meaning, in the singular as far as English spelling tells."""
    bare = re.sub(r"\([A-Z]+\)", " ", words or "")
    return [_stem(word) for word in re.findall(r"[^\W_]+", folded(bare)) if word not in _EMPTY]


def _stem(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] != "s" else word


def likeness(one: str | None, other: str | None) -> float:
    """F1 of the words of two phrases, 0 to 1."""
    first, second = Counter(stems(one)), Counter(stems(other))
    return 2 * (first & second).total() / max(1, first.total() + second.total())


def same_phrase(accepted: Sequence[str], said: Iterable[str]) -> bool:
    """Whether what was found has most of its words in common with an accepted phrase."""
    found = list(said)
    return any(likeness(one, other) >= _SAME_ENOUGH for one in accepted for other in found)


def same_actor(accepted: Iterable[str], said: str | None) -> bool:
    """Whether what was found has the last name, or every capitalised word, of an accepted actor."""
    words = set(stems((said or "").replace("-", "")))
    for actor in accepted:
        capitals = " ".join(word for word in actor.replace("-", "").split() if word[0].isupper())
        last = name_words(actor)[-1:]
        wanted = (stems(" ".join(last)), stems(capitals or actor))
        if any(want and words.issuperset(want) for want in wanted):
            return True
    return False
