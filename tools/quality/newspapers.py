"""Keys to event reports of newspapers: ours, to articles of sets that others publish, read where these lie.

Nothing of the articles is in the keys: a name, a role or the words of an undertaking are the place where they stand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

from tools.quality.keyed import Record

_FOLDER = Path(__file__).resolve().parents[2] / "tests" / "quality"
# What a key says in an article's own words.
_WORDS = frozenset(("name", "place", "when_as_written", "role", "roles_also", "aliases", "organisation", "anchor",
                    "also", "actors", "amount", "deadline", "speaker", "speakers_also"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Keys:
    """A file of keys, and the name of the set that has the texts."""

    file: Path
    texts: str


# Reports from all continents, and American politics; the quotations of the latter have keys in their own set.
NEWSPAPERS = Keys(_FOLDER / "newspapers.jsonl", "names_worldwide.jsonl")
POLITICS = Keys(_FOLDER / "political_news.jsonl", "polnear_train.jsonl")
# What newspapers print beside: crime, sport, features, markets; most of it without an event or an undertaking.
ORDINARY = Keys(_FOLDER / "ordinary_news.jsonl", "names_worldwide.jsonl")


def newspapers(folder: Path, part: str, keys: Keys = NEWSPAPERS) -> list[Record]:
    """The keyed articles with their texts, in the form of `facts_dev`; `part`: `dev`, or `held`, which is set aside.

    Empty where the set is not there; an article that it does not have is left out.
    """
    file = folder / keys.texts
    if not file.is_file():
        return []
    lines = file.read_text(encoding="utf-8").split("\n")
    texts = {row["id"]: row["text"] for row in map(json.loads, filter(str.strip, lines))}
    rows = map(json.loads, filter(str.strip, keys.file.read_text(encoding="utf-8").split("\n")))
    return [{**unpacked(row, texts[row["id"]]), "text": texts[row["id"]]}
            for row in rows if row["id"] in texts and row["part"] == part]  # fmt: skip


def packed(key: Record, text: str) -> dict[str, object]:
    """The key with the place of all words that the text has; words that it does not have stay."""
    return _each(key, lambda value: _place(value, text) if isinstance(value, str) else value)


def unpacked(key: Record, text: str) -> dict[str, object]:
    """The key with the words that stand in the text at the places it gives."""
    return _each(key, lambda value: _words(value, text) if _is_place(value) else value)


def _each(key: Mapping[str, object], change: Callable[[object], object]) -> dict[str, object]:
    return {field: _changed(field, value, change) for field, value in key.items()}


def _changed(field: str, value: object, change: Callable[[object], object]) -> object:
    if isinstance(value, Mapping):
        return _each(value, change)
    if isinstance(value, list) and not _is_place(value):
        return [_each(one, change) if isinstance(one, Mapping) else change(one) if field in _WORDS else one
                for one in value]  # fmt: skip
    return change(value) if field in _WORDS else value


def _is_place(value: object) -> TypeGuard[list[int]]:
    return isinstance(value, list) and len(value) == len(("from", "to")) and all(isinstance(end, int) for end in value)


def _words(place: list[int], text: str) -> str:
    return " ".join(text[slice(*place)].split())


def _place(words: str, text: str) -> list[int] | str:
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = re.search(pattern, text) if pattern else None
    return [found.start(), found.end()] if found else words
