"""Quotation marks of the world: which open, which close, and which belong together."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# One opening mark may be closed by several, by country: „…“ in German, „…” in Polish, »…« in Danish, «…» in French.
CLOSING: Mapping[str, str] = MappingProxyType(
    {
        "“": "”",
        "„": "“”",
        "‟": "”",
        "«": "»",
        "»": "«»",
        "‘": "’",
        "‚": "‘’",
        "‹": "›",
        "›": "‹",
        "「": "」",
        "『": "』",
        "《": "》",
        '"': '"',
        "＂": "＂",
    }
)

ALL_MARKS = frozenset(CLOSING) | frozenset("".join(CLOSING.values())) | frozenset("'")
"""Every character that can open or close a quotation."""

SENTENCE_END = frozenset(".!?…。！？؟।।։")
"""Characters that end a sentence, in the scripts news is written in."""
