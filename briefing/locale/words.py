"""Lists, quotation marks, names of countries and languages in a reader's form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from briefing.locale import cldr

_NO_BREAK_SPACE = "\u00a0"

# CLDR main data, delimiters/quotationStart and quotationEnd (Babel leaves them out); a locale inherits its parent's.
# French sets its marks off with a space that does not break.
_OUTER_MARKS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "de": ("„", "“"),
        "en": ("“", "”"),
        "es": ("«", "»"),
        "es_419": ("“", "”"),
        "fr": (f"«{_NO_BREAK_SPACE}", f"{_NO_BREAK_SPACE}»"),
        "fr_CH": ("«", "»"),
        "pl": ("„", "”"),
        "pt": ("“", "”"),
        "pt_PT": ("«", "»"),
        "uk": ("«", "»"),
    }
)

# Spanish says "e" for "y" before the sound of an i.
_SOUNDS_LIKE_Y = re.compile(r"(?:i|í|hi(?![aeo])|hí)", re.IGNORECASE)


def listing(items: Sequence[str], identifier: str) -> str:
    """The items as one phrase, with the language's "and"."""
    from babel.lists import format_list  # noqa: PLC0415 (Babel costs 0.1 s)

    if len(items) < 2:
        return "".join(items)
    locale = cldr.data(identifier)
    joined = format_list(list(items), locale=locale)
    last = f" y {items[-1]}"
    if locale.language == "es" and joined.endswith(last) and _SOUNDS_LIKE_Y.match(items[-1]):
        return f"{joined.removesuffix(last)} e {items[-1]}"
    return joined


def quotation(text: str, identifier: str) -> str:
    """The text between the reader's outer quotation marks; not a character of it is changed."""
    opening, closing = next(_OUTER_MARKS[name] for name in cldr.lineage(identifier) if name in _OUTER_MARKS)
    return f"{opening}{text}{closing}"


def country(code: str, identifier: str) -> str | None:
    """The name of a country by its ISO 3166-1 alpha-2 code; `None` where there is no such country."""
    if len(code) != 2 or not code.isalpha():
        return None
    name = cldr.data(identifier).territories.get(code.upper())
    return None if name is None else cldr.apostrophes(str(name))


def language(tag: str, identifier: str) -> str:
    """The name of a language by its BCP 47 tag; a tag without a name is returned as it is."""
    names = cldr.data(identifier).languages
    name = names.get(tag.replace("-", "_")) or names.get(re.split("[-_]", tag, maxsplit=1)[0].lower())
    return tag if name is None else cldr.apostrophes(str(name))
