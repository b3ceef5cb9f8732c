"""Where words cut from a text may end: not within a word or a bracket, nor at an "and" that joins nothing any more."""

from __future__ import annotations

import re

_JOINING = re.compile(r"[\s,;]+(?:and|or|but|nor)$", re.IGNORECASE)
_STOP = re.compile(r"[,.;:!?”\"\n]")
_HYPHENS = frozenset("-‐‑")
_ASIDE = 60  # characters


def whole_end(text: str, start: int, end: int) -> int:
    """The end of the words from `start`, moved to where a word and a bracket are whole and nothing joins on."""
    joined = _JOINING.search(text, max(start, end - _ASIDE), end)
    if joined is not None and joined.start() > start:
        end = joined.start()
    if text[end : end + 1] in _HYPHENS and text[end - 1 : end].isalnum() and text[end + 1 : end + 2].isalpha():
        stop = _STOP.search(text, end)
        end = len(text) if stop is None else stop.start()
    if text.count("(", start, end) > text.count(")", start, end):
        close = text.find(")", end, end + _ASIDE)
        if close >= 0 and "\n" not in text[end:close]:
            end = close + 1
    return end
