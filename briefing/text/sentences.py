"""How far a line is running prose, whatever its language."""

from __future__ import annotations

import re

from briefing.text.language import function_words
from briefing.text.marks import ALL_MARKS, SENTENCE_END

_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")
_CLOSERS = ALL_MARKS | frozenset(")]»*_")
# A full stop inside a line ends a sentence when a word of two letters stands before it and a capital after.
_INNER_END = re.compile(r"[\w)]{2}[.!?…]+[\"'”’»“)]*\s+[\"'“«„‘(¿¡—–-]*[A-ZÀ-ÞΑ-ΩА-ЯІЇЄҐŁŚŻŹĆ]|[。！？]")


def words(line: str) -> list[str]:
    """The words of `line` that have a letter."""
    return _WORD.findall(line)


def ends_sentence(line: str) -> bool:
    """Whether `line` ends as a sentence does, closing marks and brackets aside."""
    at = len(line)
    while at and (line[at - 1] in _CLOSERS or line[at - 1].isspace()):
        at -= 1
    return at > 0 and line[at - 1] in SENTENCE_END


def inner_ends(line: str) -> int:
    """How many sentences end inside `line`, before its last character."""
    return sum(1 for _ in _INNER_END.finditer(line))


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a paragraph as half-open stretches without white space at their ends.

    Found by letters alone: where it is not plain that one ends, two stay one.
    """
    cuts = [0]
    for match in _INNER_END.finditer(text):
        gap = re.search(r"\s+", match.group())
        cuts.append(match.start() + gap.end() if gap else match.end())
    stretches = zip(cuts, [*cuts[1:], len(text)], strict=True)
    trimmed = (
        (start + len(text[start:end]) - len(text[start:end].lstrip()), start + len(text[start:end].rstrip()))
        for start, end in stretches
    )
    return [(start, end) for start, end in trimmed if start < end]


def function_share(tokens: list[str]) -> float:
    """The share of function words among `tokens`, 0 for none."""
    if not tokens:
        return 0.0
    known = function_words()
    return sum(token.lower() in known for token in tokens) / len(tokens)


def is_prose(line: str) -> bool:
    """Whether `line` is beyond doubt running prose: long enough, ended, and held together by function words."""
    tokens = words(line)
    return len(tokens) >= 8 and (ends_sentence(line) or inner_ends(line) > 0) and function_share(tokens) >= 0.2
