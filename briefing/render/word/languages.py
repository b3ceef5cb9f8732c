"""What Word needs to know of a language: its full tag, its direction, the fonts of its script."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

# Word proofs and hyphenates by culture ("uk-UA"), so a bare language gets the region it is most written in.
_REGION = {
    "ar": "SA", "be": "BY", "bg": "BG", "bn": "BD", "ca": "ES", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR",
    "en": "US", "es": "ES", "et": "EE", "fa": "IR", "fi": "FI", "fr": "FR", "he": "IL", "hi": "IN", "hr": "HR",
    "hu": "HU", "hy": "AM", "id": "ID", "it": "IT", "ja": "JP", "ka": "GE", "kk": "KZ", "ko": "KR", "lt": "LT",
    "lv": "LV", "nb": "NO", "nl": "NL", "no": "NO", "pl": "PL", "ps": "AF", "pt": "PT", "ro": "RO", "ru": "RU",
    "sk": "SK", "sl": "SI", "sq": "AL", "sv": "SE", "th": "TH", "tr": "TR", "uk": "UA", "ur": "PK", "vi": "VN",
    "zh": "CN",
}  # fmt: skip
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"arab", "hebr", "nkoo", "syrc", "thaa"})
# Text and heading families, by the language they serve.
_COMPLEX_FONTS = {
    "he": ("Noto Serif Hebrew", "Noto Sans Hebrew"),
    "yi": ("Noto Serif Hebrew", "Noto Sans Hebrew"),
    "hi": ("Noto Serif Devanagari", "Noto Sans Devanagari"),
    "bn": ("Noto Serif Bengali", "Noto Sans Bengali"),
    "th": ("Noto Serif Thai", "Noto Sans Thai"),
}
_ARABIC_FONTS = ("Noto Naskh Arabic", "Noto Sans Arabic")
_EAST_ASIAN_FONTS = {
    "ja": ("Noto Serif CJK JP", "Noto Sans CJK JP"),
    "ko": ("Noto Serif CJK KR", "Noto Sans CJK KR"),
    "zh-TW": ("Noto Serif CJK TC", "Noto Sans CJK TC"),
}
_SIMPLIFIED_FONTS = ("Noto Serif CJK SC", "Noto Sans CJK SC")

_ANY_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


class Slot(Enum):
    """Which of the three families of a Word style the language's letters are set in."""

    LATIN = "val"
    EAST_ASIAN = "eastAsia"
    COMPLEX = "bidi"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A language as Word sees it; `complex_fonts` and `east_asian_fonts` are (text, heading) families."""

    tag: str
    right_to_left: bool
    slot: Slot
    complex_fonts: tuple[str, str]
    east_asian_fonts: tuple[str, str]


@lru_cache(maxsize=256)
def voice(language: str) -> Voice:
    """The voice of a BCP 47 tag; any text is taken, an unknown one reads left to right."""
    parts = [part for part in language.replace("_", "-").split("-") if part.isascii() and part.isalnum()] or ["und"]
    name = parts[0].lower()
    region = next((part.upper() for part in parts[1:] if len(part) == 2), None) or _REGION.get(name)
    scripts = [part.lower() for part in parts[1:] if len(part) == 4 and part.isalpha()]
    traditional = "hant" in scripts or (name == "zh" and region in ("TW", "HK", "MO"))
    right_to_left = scripts[0] in _RIGHT_TO_LEFT_SCRIPTS if scripts else name in _RIGHT_TO_LEFT
    if name in ("zh", "ja", "ko"):
        slot = Slot.EAST_ASIAN
    else:
        slot = Slot.COMPLEX if right_to_left or name in _COMPLEX_FONTS else Slot.LATIN
    return Voice(
        tag=f"{name}-{region}" if region else name,
        right_to_left=right_to_left,
        slot=slot,
        complex_fonts=_COMPLEX_FONTS.get(name, _ARABIC_FONTS),
        east_asian_fonts=_EAST_ASIAN_FONTS.get("zh-TW" if traditional else name, _SIMPLIFIED_FONTS),
    )


def stretches(text: str, *, right_to_left: bool) -> list[tuple[str, bool]]:
    """`text` cut where its direction changes, each stretch with whether it runs right to left.

    `right_to_left` is the direction of the surroundings. Spaces, digits and marks go with the letters on both their
    sides where these agree, else with the surroundings.
    """
    if not right_to_left and not _ANY_RIGHT_TO_LEFT.search(text):
        return [(text, False)] if text else []
    cuts: list[tuple[str, bool]] = []
    start, current, neutral = 0, right_to_left, 0
    for position, character in enumerate(text):
        kind = unicodedata.bidirectional(character)
        if kind not in ("L", "R", "AL", "AN"):
            continue
        direction = kind != "L"
        if direction != current:
            cut = position if direction != right_to_left else neutral
            cuts.append((text[start:cut], current))
            start, current = cut, direction
        neutral = position + 1
    end = neutral if current != right_to_left else len(text)
    cuts += [(text[start:end], current), (text[end:], right_to_left)]
    return [(piece, direction) for piece, direction in cuts if piece]
