"""The nominative of inflected names: where another form of the text or a safe ending tells it."""

from __future__ import annotations

from collections.abc import Iterator, Set

from briefing.extract.surface.lexicons import Lexicons

_SHORTEST_STEM = 2
UNSETTLED = "?"
"""Stands in the data for the nominative of an ending that does not tell it ("Brzoździa" is of "Brzóźdź")."""


def nominatives(words: Lexicons, word: str, gender: str | None) -> Iterator[str]:
    """Forms of which `word` can be an oblique case, the likeliest first; the parts of a double name each by itself."""
    if "-" in word:
        left, right = word.rsplit("-", 1)
        firsts = (*nominatives(words, left, gender), left)
        for first in sorted(firsts, key=lambda each: each.lower() not in words.given):
            for second in nominatives(words, right, gender):
                yield f"{first}-{second}"
        return
    genders = (gender,) if gender in {"m", "f"} else ("m", "f")
    for each in genders:
        for ending, plain in words.cases.get(each, ()):
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
                if plain == UNSETTLED:
                    break
                yield word[: -len(ending)] + plain if ending else word + plain


def nominative(words: Lexicons, word: str, gender: str | None, written: Set[str]) -> str | None:
    """The nominative of a word that stands in an oblique case; `None` where nothing settles it.

    `written`: the forms that the text has.
    """
    found = list(dict.fromkeys(nominatives(words, word, gender)))
    seen = [form for form in found if form in written]
    if seen:
        return seen[0]
    return found[0] if found and gender in {"m", "f"} else None


def is_unsettled(words: Lexicons, word: str, gender: str | None) -> bool:
    """Whether the ending of a word is an oblique case of which the nominative is not told."""
    for each in (gender,) if gender in {"m", "f"} else ("m", "f"):
        for ending, plain in words.cases.get(each, ()):
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
                if plain == UNSETTLED:
                    return True
                break
    return False


def is_form_of(words: Lexicons, word: str, plain: str, gender: str | None) -> bool:
    """Whether `word` is `plain` or can be an oblique case of it."""
    return word == plain or (words.grammar.cases and plain in nominatives(words, word, gender))
