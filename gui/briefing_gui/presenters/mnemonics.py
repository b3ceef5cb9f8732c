"""Letters by which entries of a menu can be chosen, given out anew in each language."""

from __future__ import annotations

from collections.abc import Sequence

_SIGN = "&"


def with_mnemonics(texts: Sequence[str]) -> list[str]:
    """The texts, each with `&` before a letter that no other has, as far as letters go: initials first.

    A `&` that was there before is a mark of an earlier round; in words it is written `&&`.
    """
    plain = [_unmarked(text) for text in texts]
    taken: set[str] = set()
    return [_marked(text, taken) for text in plain]


def _unmarked(text: str) -> str:
    doubled = "\0"
    return text.replace(_SIGN * 2, doubled).replace(_SIGN, "").replace(doubled, _SIGN * 2)


def _marked(text: str, taken: set[str]) -> str:
    places = [place for place, letter in enumerate(text) if letter.isalnum()]
    initials = [place for place in places if place == 0 or not text[place - 1].isalnum()]
    for place in (*initials, *places):
        letter = text[place].casefold()
        if letter not in taken:
            taken.add(letter)
            return f"{text[:place]}{_SIGN}{text[place:]}"
    return text
