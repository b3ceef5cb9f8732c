"""The print around the facts: which lines of a brief are no longer as they were exported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from briefing.dossier.checking import Standing, Verdict


def check_lines(exported: Sequence[str], text: str, facts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """A verdict on every line that was altered, removed or added since export, in order of print.

    `exported`: paragraphs and cells as exported. `text`: the words of the file now, one line each. `facts`: verdicts
    on the facts; a line that differs because a fact in it does is not told twice.
    """
    now = [line for line in text.split("\n") if line.strip()]
    told = [
        _folded(one)
        for fact in facts
        if fact.standing is not Standing.INTACT
        for one in (fact.words, fact.found)
        if one
    ]
    verdicts = _differences(_as_read(exported, now), now)
    return tuple(
        one
        for one in verdicts
        if not any(words in _folded(line) for words in told for line in (one.words, one.found) if line)
    )


def _as_read(exported: Sequence[str], now: Sequence[str]) -> list[str]:
    """The exported paragraphs, whole or by their line breaks: formats differ in how they give these back."""
    whole = list(exported)
    broken = [line for paragraph in exported for line in paragraph.split("\n") if line.strip()]
    there = set(map(_folded, now))
    return max(
        (whole, broken),
        key=lambda lines: (sum(_folded(line) in there for line in lines), -abs(len(lines) - len(now))),
    )


def _differences(exported: Sequence[str], now: Sequence[str]) -> Iterator[Verdict]:
    matcher = SequenceMatcher(None, list(map(_folded, exported)), list(map(_folded, now)), autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            continue
        for words, found in zip_longest(exported[start:end], now[first:last]):
            if words is None:
                yield Verdict(fact=None, kind="lines", words="", found=found, standing=Standing.ADDED)
            else:
                standing = Standing.GONE if found is None else Standing.ALTERED
                yield Verdict(fact=None, kind="lines", words=words, found=found, standing=standing)


def _folded(line: str) -> str:
    """Without white space and hyphens, which formats set as they must."""
    return "".join(line.split()).replace("\u00ad", "").replace("-", "").replace("\u2010", "")
