"""The order in which a reader expects names."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

# Alphabets whose order code points do not give; in other languages marked letters sort with their plain ones.
_ALPHABETS: Mapping[str, str] = MappingProxyType(
    {
        "es": "abcdefghijklmnñopqrstuvwxyz",
        "pl": "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
        "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    }
)

# Letters that Unicode does not take apart into a plain one and a mark.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "’": "'", "ʼ": "'"})

Key = tuple[tuple[int, ...], str]


def key(text: str, language: str) -> Key:
    """A sort key by the reader's alphabet: case and marks matter only between names otherwise alike.

    The reader's own letters come before those of other scripts.
    """
    ranks = _ranks(language)
    return tuple(_weights(text.casefold(), ranks)), text


def _weights(text: str, ranks: Mapping[str, int]) -> list[int]:
    weights: list[int] = []
    for letter in unicodedata.normalize("NFC", text):
        plain = letter if letter in ranks else _stripped(letter)
        weights.extend(ranks.get(part, _rank_outside(part, len(ranks))) for part in plain)
    return weights


def _stripped(letter: str) -> str:
    plain = unicodedata.normalize("NFD", letter).translate(_PLAIN)
    return "".join(part for part in plain if not unicodedata.combining(part))


def _rank_outside(letter: str, size: int) -> int:
    # Spaces, punctuation and digits come before all letters, other scripts after the reader's own.
    return ord(letter) + size if letter.isalpha() else ord(letter) - 0x110000


@cache
def _ranks(language: str) -> Mapping[str, int]:
    return MappingProxyType({letter: rank for rank, letter in enumerate(_ALPHABETS.get(language, ""))})
