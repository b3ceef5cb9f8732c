"""The articles written for this project, each with its key."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Record = Mapping[str, Any]

CORPUS = Path(__file__).resolve().parents[2] / "tests" / "quality" / "corpus"
PARTS = ("dev", "held")


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyed:
    """An article's text, the key to it, and its id, which is the name of both files."""

    id: str
    text: str
    key: Record
    path: Path


def languages(corpus: Path = CORPUS) -> tuple[str, ...]:
    """The languages that there are articles in."""
    return tuple(sorted(folder.name for folder in corpus.iterdir() if (folder / PARTS[0]).is_dir()))


def load(language: str, part: str, corpus: Path = CORPUS) -> tuple[Keyed, ...]:
    """The articles of a language; `part`: `dev` to build with, or `held`, which nobody reads who builds."""
    return tuple(_load(path) for path in sorted((corpus / language / part).glob("*.txt")))


def digest(articles: Sequence[Keyed]) -> str:
    """One number for texts and keys: a changed key is a changed measure."""
    whole = hashlib.sha256()
    for article in articles:
        key = json.dumps(article.key, sort_keys=True, ensure_ascii=False)
        whole.update(f"{article.id}\0{article.text}\0{key}\0".encode())
    return whole.hexdigest()


def flaws(article: Keyed) -> Iterator[str]:
    """What is wrong with a key: words that its text does not have."""
    for row in article.key["attendees"]:
        # Where names are inflected, the form that a list shows may stand nowhere in the text.
        if not any(form in article.text for form in (row["name"], *row.get("aliases", ()))):
            yield f"{article.id}: {row['name']!r} is not in the text in any form"
    for what, words in _cited(article.key):
        if words not in article.text:
            yield f"{article.id}: {what} {words!r} is not in the text"


def _cited(key: Record) -> Iterator[tuple[str, str]]:
    for row in key["commitments"]:
        yield "anchor", row["anchor"]
        for slot in ("amount", "deadline"):
            if row.get(slot):
                yield slot, row[slot]["written"]
    for row in key["quotes"]:
        yield from (("words", part) for part in row["parts"])


def _load(path: Path) -> Keyed:
    key = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return Keyed(id=path.stem, text=path.read_text(encoding="utf-8"), key=key, path=path)
