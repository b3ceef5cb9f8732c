"""What all that is fitted begins with: rows of files, articles as the program reads them, who of a key was found."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from briefing.model.article import Article
from briefing.sources.readers import reader_for
from tools.quality.keyed import Keyed, Record
from tools.quality.tally import paired
from tools.quality.words import any_same_name, likeness

_FILE = Path("article.txt")


def rows_of(file: Path) -> list[Record]:
    """The records of a file, one a line; where labels lie beside it (`.gold`), those that have some, with them."""
    labels = file.with_name(f"{file.stem}.gold.jsonl")
    rows = _lines(file)
    if not labels.is_file():
        return rows
    gold = {row["id"]: row for row in _lines(labels)}
    return [{**row, **gold[row["id"]]} for row in rows if row["id"] in gold]


def article_of(name: str, text: str) -> Article:
    """An English article with this id, as the program reads its text from a file."""
    data = text.encode()
    return replace(reader_for(_FILE, data).read(_FILE.name, data).value[0], id=name, language="en")


def keyed_people(article: Keyed, found: Sequence[str]) -> Mapping[int, Record]:
    """For each person found, by place in `found`, the row of the key; nobody who is in none."""
    due = [row for row in article.key["attendees"] if row["kind"] == "person"]

    def partners(at: int) -> list[int]:
        names = [due[at]["name"], *due[at].get("aliases", [])]
        like = {i: max(likeness(one, name) for one in names) for i, name in enumerate(found)
                if any_same_name(names, name)}  # fmt: skip
        return sorted(like, key=lambda i: -like[i])

    return {i: due[at] for at, i in paired([row["name"] for row in due], partners).items()}


def _lines(file: Path) -> list[Record]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line.strip()]
