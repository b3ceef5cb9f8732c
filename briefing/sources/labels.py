"""The labels by which pages and exports name what they say of themselves."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

# A name on a line of its own: a few capitalised words, perhaps with particles, hyphens or initials.
_NAME = r"[^\W\d_][\w.’'-]*(?:,?\s+(?:&|[^\W\d_][\w.’'-]*)){0,9}"


def _table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("labels.toml").read_text(encoding="utf-8"))


@cache
def keys() -> Mapping[str, str]:
    """What each key of an export stands for: `título` is `title`."""
    return MappingProxyType({word: field for field, row in _table()["keys"].items() for word in row})


@cache
def _byline() -> re.Pattern[str]:
    labels = "|".join(sorted(map(re.escape, _table()["byline"]), key=len, reverse=True))
    return re.compile(rf"(?:{labels})(\s*:\s*|\s+)({_NAME})", re.IGNORECASE)


@cache
def _after_name() -> frozenset[str]:
    return frozenset(_table()["after_name"])


@cache
def updated() -> tuple[str, ...]:
    """Words before the date on which a page was last changed."""
    return tuple(_table()["updated"])


def author_in(line: str) -> str | None:
    """The name in a line such as "By Ann Lee" or "Autor: Jan Kot"; `None` for any other line."""
    match = _byline().match(line[:200])
    if match is None or len(line.split()) > 16:
        return None
    rest = line[match.end() :]
    if rest and not re.match(r"\s*[|·•,;(\d–—-]", rest):
        return None
    tokens = match[2].split()
    end = next((at for at, token in enumerate(tokens) if token.casefold().strip(".,") in _after_name()), len(tokens))
    # A single word after "by" is more often a category than an author.
    if end < 1 or (end == 1 and ":" not in match[1]) or not all(_may_be_named(token) for token in tokens[:end]):
        return None
    return " ".join(tokens[:end]).strip(" ,.") if tokens[0][0].isupper() else None


def _may_be_named(token: str) -> bool:
    """Whether a word can be part of a name: a capital, a particle ("de", "van", "und") or one fused on ("d’Arc")."""
    return token[0].isupper() or len(token) <= 3 or token[1:2] in {"’", "'"}
