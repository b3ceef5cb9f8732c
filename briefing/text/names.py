"""When two written names can be one person's: spelling, nicknames, initials, bare surnames."""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_STROKES = str.maketrans("øłıđØŁĐßæœ", "olidOLDsae")
# Romanisations differ in how they write й, и, ї, х, я, ю: each group below is one letter for comparison.
_ROMAN = (
    ("kh", "h"),
    ("ks", "x"),
    ("iy", "i"),
    ("yy", "i"),
    ("ij", "i"),
    ("yi", "i"),
    ("ii", "i"),
    ("y", "i"),
    ("j", "i"),
)
_GENERATIONS = frozenset({"jr", "sr", "jnr", "snr", "ii", "iii", "iv"})
# Particles belong to the surname and are often dropped or re-cased; they settle nothing.
_ARTICLE = re.compile(r"^(?:al|el|as|ash|an|ar|at|az)[-’'](?=\w{3})")
_PARTICLES = frozenset(
    [
        "al",
        "el",
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "du",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "bin",
        "ibn",
        "binti",
        "bint",
        "abu",
        "y",
        "e",
        "af",
        "zu",
        "zum",
    ]
)


@functools.lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, casefolded and without diacritics, generation marks or particles."""
    plain = unicodedata.normalize("NFKD", name.translate(_STROKES))
    plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    words = [re.sub(r"['’ʼ-]", "", _ARTICLE.sub("", word)) for word in _WORD.findall(plain)]
    kept = [word for word in words if word not in _GENERATIONS and word not in _PARTICLES]
    return tuple(kept or words)


def sound(word: str) -> str:
    """A spelling that romanisations of one name share ("zelenskyy", "zelensky", "zelenskiy")."""
    for written, folded in _ROMAN:
        word = word.replace(written, folded)
    return re.sub(r"(.)\1+", r"\1", word)


def person_key(name: str) -> str:
    """What stays of a person's name in every spelling and nickname: given name and surname as sounds."""
    words = name_words(name)
    if len(words) < 2:
        return " ".join(map(sound, words))
    return f"{sound(_formal(words[0]))} {sound(words[-1])}"


def may_be_same(one: str, other: str) -> bool:
    """Whether two names can be one person's; a bare surname can be anybody's of that surname.

    Says nothing of whether they are: the caller weighs role, country and rivals.
    """
    first, second = name_words(one), name_words(other)
    if not first or not second:
        return False
    if len(first) == 1 or len(second) == 1:
        short, full = sorted((first, second), key=len)
        return sound(short[0]) in {sound(full[-1]), *([sound(full[0])] if len(full) == 1 else ())}
    return sound(first[-1]) == sound(second[-1]) and _given_alike(first[:-1], second[:-1])


def _given_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the first given names fit: equal, one an initial of the other, or a nickname of it."""
    left, right = one[0], other[0]
    if len(left) == 1 or len(right) == 1:
        return left[0] == right[0]
    if sound(left) == sound(right):
        return True
    return bool(_formal_names(left) & _formal_names(right))


def _formal(given: str) -> str:
    """The first formal name that a given name can be short for; itself where it is none."""
    return _nicknames().get(given, (given,))[0]


def _formal_names(given: str) -> frozenset[str]:
    return frozenset({given, *_nicknames().get(given, ())})


@functools.cache
def _nicknames() -> dict[str, tuple[str, ...]]:
    """Nickname to formal names; from `nicknames.toml`, which lists them the other way round."""
    data = tomllib.loads(files("briefing.text").joinpath("nicknames.toml").read_text(encoding="utf-8"))
    short: dict[str, tuple[str, ...]] = {}
    for formal, nicks in data["nicknames"].items():
        for nick in nicks:
            short[nick] = (*short.get(nick, ()), formal)
    return short
