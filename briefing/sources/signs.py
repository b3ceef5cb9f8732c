"""The signs of each passage of a page: how it looks, its neighbours, its repetitions, and the landmarks around it.

Each sign is a number between 0 and 1 with a name; `signs.toml` weighs them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from math import log1p

from briefing.sources.landmarks import landmarks
from briefing.sources.looks import GLANCE, Look, look
from briefing.sources.passages import Passage
from briefing.text.sentences import words


def signs_of(page: Sequence[Passage], title: str | None = None) -> list[dict[str, float]]:
    """The signs of each passage of a page, its neighbours and its repetitions considered."""
    seen = {text: look(text) for text in {passage.text for passage in page}}
    looks = [seen[passage.text] for passage in page]
    keys = [passage.text.casefold() for passage in page]
    repeated = _repetitions(keys, looks, title)
    marked = landmarks(looks, [signs.get("title_like", 0.0) for signs in repeated])
    return [
        {**own.signs, **around, **again, **mark}
        for own, around, again, mark in zip(looks, _neighbours(looks), repeated, marked, strict=True)
    ]


def _neighbours(looks: Sequence[Look]) -> list[dict[str, float]]:
    total = len(looks)
    sums = [0.0, *accumulate(each.prose for each in looks)]
    announced = _since_heading(looks)
    runs = _short_runs(looks)
    dates = _counted(looks, "date")
    buttons = _counted(looks, "action_word")
    ends = _counted(looks, "ended_long")
    result = []
    before_3, after_3 = _windows(sums, -3, 0), _windows(sums, 1, 4)
    before_12, after_12 = _windows(sums, -12, 0), _windows(sums, 1, 13)
    around_8 = _windows(sums, -8, 9)
    dates_5, buttons_5, ends_5 = _windows(dates, -5, 6), _windows(buttons, -5, 6), _windows(ends, -5, 6)
    ends_15 = _windows(ends, -15, 16)
    for at, own in enumerate(looks):
        near, far = min(before_3[at], after_3[at]), min(before_12[at], after_12[at])
        short = own.words < 10
        signs = {
            "between_3": near,
            "between_12": far,
            "short_between_3": near * short,
            "short_between_12": far * short,
            "leads_prose": float(short and at + 1 < total and looks[at + 1].prose > 0.5),
            "long_alone": max(0.0, own.prose - 2 * max(before_3[at], after_3[at])),
            "dates_around": min(1.0, 2 * dates_5[at]),
            "buttons_around": min(1.0, 2 * buttons_5[at]),
            "ends_around": ends_5[at],
            "ends_far": ends_15[at],
            "before_1": looks[at - 1].prose if at else 0.0,
            "after_1": looks[at + 1].prose if at + 1 < total else 0.0,
            "before_3": before_3[at],
            "after_3": after_3[at],
            "around_8": around_8[at],
            "before_12": before_12[at],
            "after_12": after_12[at],
            "prose_above": sums[at] / sums[-1] if sums[-1] else 0.0,
            "no_prose_above": float(sums[at] < 0.4),
            "no_prose_below": float(sums[-1] - sums[at + 1] < 0.4),
            "prose_none_below_3": float(own.prose < 0.3 and after_3[at] < 0.1),
            "place": at / total,
            "short_run": runs[at],
            **announced[at],
        }
        result.append({name: value for name, value in signs.items() if value})
    return result


def _counted(looks: Sequence[Look], sign: str) -> list[float]:
    return [0.0, *accumulate(each.signs.get(sign, 0.0) for each in looks)]


def _windows(sums: Sequence[float], first: int, last: int) -> list[float]:
    """For each place, the mean of what stands from `first` to before `last` places from it; `sums` run up to each."""
    total = len(sums) - 1
    bounds = ((max(at + first, 0), min(at + last, total)) for at in range(total))
    return [(sums[end] - sums[start]) / (end - start) if end > start else 0.0 for start, end in bounds]


def _since_heading(looks: Sequence[Look]) -> list[dict[str, float]]:
    """What stands below a heading of page furniture: near it, in the list it opens, or anywhere after it."""
    result: list[dict[str, float]] = []
    since, seen, open_list, closing, sentences, mass = 99, False, False, False, 0, 0.0
    all_below, prose_below = _words_below(looks)
    for at, own in enumerate(looks):
        ended = "ended_long" in own.signs
        sentences = sentences + 1 if ended else 0
        open_list = open_list and sentences < 2
        result.append(
            {
                "announced": max(0.0, 1 - since / 12),
                "announced_once": float(seen),
                "closing": float(closing),
                "listed": float(open_list and not ended),
                "listed_sentence": float(open_list and ended),
            }
        )
        mass += own.prose
        since += 1
        if own.signs.get("heading_word"):
            since, open_list, seen = 0, True, seen or mass > 1.5
            closing = closing or (mass > 1.5 and prose_below[at] < 0.2 * all_below[at])
    return result


def _words_below(looks: Sequence[Look]) -> tuple[list[int], list[int]]:
    """How many words stand below each passage, and how many of these in sentences (long passages count in part)."""
    every = [min(own.words, 60) for own in looks]
    prose = [
        count if "ended_long" in own.signs and own.words >= 15 else 0 for count, own in zip(every, looks, strict=True)
    ]
    return _sums_below(every), _sums_below(prose)


def _sums_below(counts: Sequence[int]) -> list[int]:
    return [total - count for total, count in zip(accumulate(reversed(counts)), reversed(counts), strict=True)][::-1]


def _short_runs(looks: Sequence[Look]) -> list[float]:
    """The length of the run of short or endless lines that each passage stands in, on a logarithmic scale to 1."""
    result = [0.0] * len(looks)
    start = 0
    for at in range(len(looks) + 1):
        if at < len(looks) and not looks[at].signs.get("ended_long"):
            continue
        for inside in range(start, at):
            result[inside] = min(1.0, log1p(at - start) / 4)
        start = at + 1
    return result


def _repetitions(keys: Sequence[str], looks: Sequence[Look], title: str | None) -> list[dict[str, float]]:
    counts = Counter(keys)
    named = set(words(title.casefold())) if title else set()
    result = []
    for key, own in zip(keys, looks, strict=True):
        again = counts[key] > 1
        tokens = set(words(key[:GLANCE])) if named and own.words < 40 else set()
        overlap = len(tokens & named) / max(len(tokens | named), 1) if tokens else 0.0
        signs = {
            "repeated_short": float(again and own.words < 12),
            "repeated_long": float(again and own.words >= 12),
            "title_like": overlap,
            "title_same": float(overlap > 0.8),
        }
        result.append({name: value for name, value in signs.items() if value})
    return result
