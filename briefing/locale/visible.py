"""Values made fit to stand in a line on a terminal or in a message box."""

from __future__ import annotations

import unicodedata

# Enough for any path; more would bury the sentence it stands in.
_LONGEST = 1000

# Control characters, lone surrogates, unassigned and private characters, line and paragraph separators.
_HIDDEN = frozenset({"Cc", "Cs", "Cn", "Co", "Zl", "Zp"})

# Format characters that turn the direction of the text around them; others, such as joiners, spell words.
_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def visible(value: object) -> str:
    """A parameter as text in which nothing can steer a terminal; several values become one list."""
    if isinstance(value, (tuple, list, set, frozenset)):
        return ", ".join(visible(item) for item in value)
    text = str(value)
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST - 1]}…"
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character in _DIRECTIONS or unicodedata.category(character) in _HIDDEN:
        return character.encode("unicode_escape").decode("ascii")
    return character
