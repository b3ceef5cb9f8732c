"""When two written names can be one person's: spelling, nicknames, initials, generations, bare surnames."""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_STROKES = str.maketrans("øłıđØŁĐßæœ", "olidOLDsae")
# One syllable of a Chinese or Korean given name in Latin letters.
_SYLLABLE = re.compile(r"[^aeiou\W\d]{0,3}[aeiou]{1,3}w?(?:n|ng|m|k|p|l|t|h|r|b)?")
_FAMILY_AND_TWO = 3
_ARTICLE = re.compile(r"^(?:al|el|as|ash|an|ar|at|az)[-’'](?=\w{3})")


@functools.lru_cache(maxsize=16384)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, casefolded and without diacritics, generation marks or particles."""
    lists, words = _lists(), _all_words(name)
    named = tuple(word for word in words if word not in lists.generations)
    kept = tuple(word for word in named[:-1] if word not in lists.particles) + named[-1:]  # "Amit Das", "Sam Al"
    if len(kept) == _FAMILY_AND_TWO and kept[0] in lists.family_first and all(map(_SYLLABLE.fullmatch, kept[1:])):
        return kept[0], "".join(kept[1:])  # "Yoon Suk Yeol" is "Yoon Suk-yeol"
    return kept or words


@functools.lru_cache(maxsize=16384)
def generation(name: str) -> str | None:
    """The generation that a name states ("jr", "iii"), `None` if it states none."""
    words = _all_words(name)
    stated = words[-1] if len(words) > 1 and words[-1] in _lists().generations else None
    return {"jnr": "jr", "snr": "sr"}.get(stated, stated) if stated else None


@functools.lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """A spelling that romanisations of one name share ("zelenskyy", "zelensky", "zelenskiy")."""
    for written, folded in _lists().romanisations:
        word = word.replace(written, folded)
    return re.sub(r"(.)\1+", r"\1", word)


def person_key(name: str) -> str:
    """What stays of a person's name in every spelling and nickname: given name, surname and generation."""
    words = name_words(name)
    if len(words) < 2:
        return " ".join(map(sound, words))
    stated = generation(name)
    return " ".join((sound(_formal(words[0])), sound(words[-1]), *((stated,) if stated else ())))


def may_be_same(one: str, other: str) -> bool:
    """Whether two names can be one person's; a bare surname can be anybody's of that surname.

    Says nothing of whether they are: the caller weighs role, country and rivals.
    """
    first, second = name_words(one), name_words(other)
    if not first or not second:
        return False
    if len(first) == 1 or len(second) == 1:
        bare, whole = sorted((first, second), key=len)
        return sound(bare[0]) in {sound(whole[-1]), *([sound(whole[0])] if family_first(whole) else ())}
    if generation(one) != generation(other):
        return False
    short, full = sorted((first, second), key=len)
    if sound(first[-1]) != sound(second[-1]):
        return _second_surname(short, full)
    if len(full) > len(short) and full[-len(short) :] == short:
        # "Bani Mustafa" of "Wafa Bani Mustafa"; but "Salem Haddad" is the father of "Rana bint Salem Haddad"
        return not _is_parent(*sorted((one, other), key=lambda name: len(name_words(name))))
    given = [sound("".join(words[:-1])) for words in (first, second)]
    return given[0] == given[1] or (_alike(first[0], second[0]) and _middle_alike(first[1:-1], second[1:-1]))


def family_first(words: tuple[str, ...]) -> bool:
    """Whether the words of a name, as `name_words` has them, begin with the family name ("Xi Jinping")."""
    return bool(words) and words[0] in _lists().family_first and len(words) <= 2


def _second_surname(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """“Nicolás Maduro” and "Nicolás Maduro Moros": the longer name goes on where the shorter one ends."""
    return len(full) > len(short) and all(sound(one) == sound(other) for one, other in zip(short, full, strict=False))


def _is_parent(short: str, full: str) -> bool:
    """Whether the longer name says that its bearer is a child of who bears the shorter one, its end."""
    before = _all_words(full)[: -len(_all_words(short))]
    return bool(before) and before[-1] in _CHILD_OF


_CHILD_OF = frozenset({"bin", "ibn", "bint", "binti", "binte", "bte"})


def given_forms(given: str) -> frozenset[str]:
    """What a given name, as `name_words` has it, shares with every other that fits it, initials aside."""
    spelled = _spelled(given)
    return _formal_names(spelled) | {sound(spelled)}


def is_nickname(given: str) -> bool:
    """Whether a given name, as `name_words` has it, is short for another ("joe")."""
    return given in _lists().nicknames


@functools.lru_cache(maxsize=16384)
def _all_words(name: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", name.translate(_STROKES))
    plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    return tuple(re.sub(r"['’ʼ-]", "", _ARTICLE.sub("", word)) for word in _WORD.findall(plain))


def _alike(left: str, right: str) -> bool:
    """Whether two given names fit: equal in sound, one an initial of the other, or a nickname of it."""
    if len(left) == 1 or len(right) == 1:
        return left[0] == right[0]
    left, right = _spelled(left), _spelled(right)
    return sound(left) == sound(right) or bool(_formal_names(left) & _formal_names(right))


def _middle_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether middle names do not clash: one side has none, or some of them fit; of initials, the first."""
    if not one or not other:
        return True
    if len(one[0]) == 1 and len(other[0]) == 1:
        return one[0] == other[0]
    return any(_alike(left, right) for left in one for right in other)


def _spelled(given: str) -> str:
    """The spelling of a given name that stands for all its spellings."""
    return _lists().spellings.get(given, given)


def _formal(given: str) -> str:
    """The first formal name that a given name can be short for; itself where it is none."""
    return _spelled(_lists().nicknames.get(given, (given,))[0])


def _formal_names(given: str) -> frozenset[str]:
    return frozenset(map(_spelled, {given, *_lists().nicknames.get(given, ())}))


@dataclass(frozen=True)
class _Lists:
    """`names.toml`; `nicknames` goes from a nickname to formal names, the other way round than the file."""

    generations: frozenset[str]
    particles: frozenset[str]
    family_first: frozenset[str]
    romanisations: tuple[tuple[str, str], ...]
    nicknames: dict[str, tuple[str, ...]]
    spellings: dict[str, str]


@functools.cache
def _lists() -> _Lists:
    data = tomllib.loads(files("briefing.text").joinpath("names.toml").read_text(encoding="utf-8"))
    short: dict[str, tuple[str, ...]] = {}
    for formal, nicks in data["nicknames"].items():
        for nick in nicks:
            short[nick] = (*short.get(nick, ()), formal)
    return _Lists(
        generations=frozenset(data["generations"].split()),
        particles=frozenset(data["particles"].split()),
        family_first=frozenset(data["family_first"].split()),
        romanisations=tuple((written, folded) for written, folded in data["romanisations"]),
        nicknames=short,
        spellings={variant: kept for kept, variants in data["spellings"].items() for variant in variants},
    )
