"""Where on a page its article is titled, where comments on it begin, and which lines a colon leads to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from briefing.sources.looks import Look

# In words: what there must be of prose, long paragraphs counted in part.
_MOST_OF_ONE = 80
_LEAST_PROSE = 12
_ENOUGH_COMMENTS, _ENOUGH_ARTICLE = 60, 80
# In passages.
_NEXT_COMMENT = 14
_LEAST_COMMENTS = 4
_NEAR_PROSE = 8
_LONGEST_LIST = 12
# As a share of all prose on the page.
_BELOW_TITLE, _MOST_ABOVE = 0.15, 0.7


def landmarks(looks: Sequence[Look], likeness: Sequence[float]) -> list[dict[str, float]]:
    """For each passage where it stands to the landmarks of its page; `likeness`: of each to the page's first line."""
    prose = [own.words >= _LEAST_PROSE and ("ended" in own.signs or "inner_ends" in own.signs) for own in looks]
    mass = [0, *accumulate(min(own.words, _MOST_OF_ONE) * here for own, here in zip(looks, prose, strict=True))]
    signs: list[dict[str, float]] = [{} for _ in looks]
    _title(signs, looks, prose, mass, likeness)
    for first, last, count in _threads(looks):
        if count >= _LEAST_COMMENTS and mass[last + 1] - mass[first] > _ENOUGH_COMMENTS:
            _thread(signs, prose, (max(0, first - 2), min(len(looks), last + 6)), mass[first] > _ENOUGH_ARTICLE, count)
    _lists(signs, looks, prose)
    _legal(signs, looks)
    _tail(signs, looks)
    return signs


def _title(
    signs: list[dict[str, float]],
    looks: Sequence[Look],
    prose: Sequence[bool],
    mass: Sequence[int],
    likeness: Sequence[float],
) -> None:
    """What stands above and below the line that repeats the page's first line, if the article's prose follows it."""
    title = None
    for at in range(1, len(looks)):
        if likeness[at] >= 0.5 and looks[at].words <= 40 and any(prose[at + 1 : at + 1 + _NEAR_PROSE]):
            title = at
            if mass[-1] - mass[at] > _BELOW_TITLE * mass[-1]:
                break
    if title is None or mass[title] >= _MOST_ABOVE * mass[-1]:
        return
    signs[title]["the_title"] = 1.0
    for at in range(title):
        signs[at]["prose_above_title" if prose[at] else "above_title"] = 1.0
    for at in range(title + 1, min(title + 7, len(looks))):
        if looks[at].words < 12:
            signs[at]["short_below_title"] = 1.0
        elif at <= title + 4:
            signs[at]["long_below_title"] = 1.0


def _threads(looks: Sequence[Look]) -> Iterator[tuple[int, int, int]]:
    """Runs of lines as each comment has one (a full date, "Reply"): first, last, how many."""
    first = last = count = 0
    for at, own in enumerate(looks):
        if "comment_line" not in own.signs:
            continue
        if count and at - last > _NEXT_COMMENT:
            yield first, last, count
            count = 0
        first = first if count else at
        last, count = at, count + 1
    if count:
        yield first, last, count


def _thread(
    signs: list[dict[str, float]], prose: Sequence[bool], bounds: tuple[int, int], late: bool, count: int
) -> None:
    strength = min(1.0, (count - _LEAST_COMMENTS + 1) / 6)
    for at in range(*bounds):
        signs[at]["thread"] = strength
        if late:
            signs[at]["thread_prose" if prose[at] else "thread_late"] = strength


def _lists(signs: list[dict[str, float]], looks: Sequence[Look], prose: Sequence[bool]) -> None:
    left = 0
    for at, own in enumerate(looks):
        if own.words >= 5 and "colon" in own.signs:
            left = _LONGEST_LIST
        elif left and "heading_word" not in own.signs:
            left = 0 if prose[at] and own.words >= 25 else left - 1
            if own.words < 25:
                signs[at]["in_list"] = 1.0
        else:
            left = 0


def _legal(signs: list[dict[str, float]], looks: Sequence[Look]) -> None:
    """Dialogues about cookies and notices of rights are several such lines together."""
    counts = [0.0, *accumulate(own.signs.get("legal_word", 0.0) for own in looks)]
    for at in range(len(looks)):
        near = counts[min(at + 5, len(looks))] - counts[max(at - 4, 0)]
        if near:
            signs[at]["legal_around"] = min(1.0, near / 4)


def _tail(signs: list[dict[str, float]], looks: Sequence[Look]) -> None:
    """Lines below the last sentence of the page, and lines beside a clock time or a date that stands by itself."""
    for at in range(len(looks) - 1, -1, -1):
        if "ended_long" in looks[at].signs:
            break
        signs[at]["below_sentences"] = 1.0
    for at, own in enumerate(looks):
        if "clock" not in own.signs and "ended_long" not in own.signs:
            beside = looks[max(at - 1, 0)], looks[min(at + 1, len(looks) - 1)]
            if clocks := sum("clock" in other.signs for other in beside):
                signs[at]["beside_clock"] = clocks / 2
