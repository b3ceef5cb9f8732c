"""Questions and answers under letters: `P: ...`, `R: ...`; the answers are speech without marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_FEWEST = 2  # questions, and answers
_LABEL = r"[*_]{{0,3}}(?:{})[*_]{{0,3}}\s?(?:[:.][*_]{{0,3}}\s?[-–—]?|[-–—])\s*(?=\S)"


@dataclass(frozen=True, slots=True)
class Interview:
    """Questions and answers by turns: where the first question begins, and the paragraphs of each answer."""

    begin: int
    answers: tuple[tuple[tuple[int, int], ...], ...]


def interview_in(text: str, paragraphs: Sequence[tuple[int, int]], layout: Mapping[str, Any]) -> Interview | None:
    """The interview that an article has; its answers are without their labels."""
    if "questions" not in layout:
        return None
    asks, answers = (_pattern(layout[kind]) for kind in ("questions", "answers"))
    asked = [n for n, (start, end) in enumerate(paragraphs) if asks.match(text, start, end)]
    told = {n: match.end() for n, (start, end) in enumerate(paragraphs) if (match := answers.match(text, start, end))}
    if len(asked) < _FEWEST or len(told) < _FEWEST or min(told) < asked[0]:
        return None
    return Interview(paragraphs[asked[0]][0], tuple(_answers(paragraphs, asked, told)))


def _answers(
    paragraphs: Sequence[tuple[int, int]], asked: Sequence[int], told: Mapping[int, int]
) -> Iterator[tuple[tuple[int, int], ...]]:
    """The paragraphs of each answer, up to the next label; the last one has but one."""
    ends = sorted((*asked, *told))
    for number, begin in told.items():
        following = next((n for n in ends if n > number), number + 1)
        yield ((begin, paragraphs[number][1]), *paragraphs[number + 1 : following])


def _pattern(labels: str) -> re.Pattern[str]:
    return re.compile(_LABEL.format("|".join(map(re.escape, labels.split()))))
