"""Ids made of content: the same text and rules give the same ids on every machine."""

from __future__ import annotations

import hashlib


def fact_id(kind: str, article: str, *places: tuple[int, int] | str) -> str:
    """16 hex digits for a fact of this kind at these places (or under this name) of an article."""
    parts = [kind, article, *(place if isinstance(place, str) else f"{place[0]}:{place[1]}" for place in places)]
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
