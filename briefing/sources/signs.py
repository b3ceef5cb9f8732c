"""What can be seen of a passage that tells the article from the furniture of the page around it.

Each sign is a number between 0 and 1 with a name; `signs.toml` weighs them. They look at shape, repetition and
neighbours; the few words among them (`furniture.toml`) are those by which page furniture announces itself.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import log1p
from pathlib import Path

from briefing.sources.passages import Passage
from briefing.text.sentences import ends_sentence, function_share, inner_ends, words

# Enough of a long paragraph to know it by.
_GLANCE = 500
_URL = re.compile(r"https?://|www\.\w", re.IGNORECASE)
_EMAIL = re.compile(r"\w@\w+\.\w")
_BREADCRUMB = re.compile(r"\S\s*[>»›→|]\s*\S.*[>»›→|]\s*\S|\S\s+/\s+\S.*\s/\s|^[^.!?]{2,40}:\s*[^.!?>]{2,30}\s*>")
_SEPARATORS = re.compile(r"\s[|•·»›/]\s|[>»›→]|\|")
_COUNTER = re.compile(r"^\W*\d[\d.,]*\s*[kKmM]?\W*$|\(\s*\d[\d.,]*[kK]?\s*\)\s*$|^\d+\s+\w+$")
_DIGIT = re.compile(r"\d")
_DATE = re.compile(
    r"\b(?:19|20)\d\d\b.*\b\d{1,2}\b|\b\d{1,2}\b.*\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{1,2}:\d\d\b"
)
_QUOTE = re.compile(r"[“”„«»\"]")
_WIDTHS = ((2, "1-2"), (5, "3-5"), (9, "6-9"), (14, "10-14"), (24, "15-24"), (44, "25-44"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A passage by itself: its signs, how much prose it is (0 to 1), and how many words it has."""

    signs: dict[str, float]
    prose: float
    words: int


@cache
def _phrases(group: str) -> tuple[str, ...]:
    table = tomllib.loads(Path(__file__).with_name("furniture.toml").read_text(encoding="utf-8"))
    return tuple(table[group])


@cache
def _furniture(group: str) -> re.Pattern[str]:
    phrases = sorted(_phrases(group), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(phrase) for phrase in phrases) + r")(?!\w)")


@cache
def _first_words(group: str) -> frozenset[str]:
    return frozenset(words(phrase)[0] for phrase in _phrases(group) if words(phrase))


def _has(folded: str, tokens: frozenset[str], group: str) -> bool:
    """Whether a phrase of the group stands in a line; the long search is made only where it can succeed."""
    if "©" not in folded and _first_words(group).isdisjoint(tokens):
        return False
    return bool(_furniture(group).search(folded))


def announces_list(text: str) -> bool:
    """Whether a short line is a heading of page furniture, such as "Related" or "Most read"."""
    if len(text) > 60:
        return False
    core = text.casefold().replace("’", "'").strip(" \t:#*-–—.!…>»|")
    match = _furniture("headings").match(core)
    return match is not None and len(core) - match.end() <= max(4, match.end())


def look(text: str) -> Look:
    """The signs of one passage by itself."""
    glance = text[:_GLANCE]
    tokens = words(glance)
    count = len(tokens) if len(text) <= _GLANCE else max(len(tokens), len(text) // 7)
    ended, inner = ends_sentence(text), min(inner_ends(glance), 3) / 3
    share = min(function_share(tokens), 0.5) * 2
    length = min(count, 40) / 40
    signs = {
        _width(count): 1.0,
        "ended": float(ended),
        "ended_long": float(ended and count >= 8),
        "inner_ends": inner,
        "function_words": share if count >= 3 else 0.0,
        "length": length,
        **_letters(glance, tokens),
        **_shape(glance, count),
        **_wording(glance, count, tokens),
    }
    prose = length * (0.35 + 0.25 * (ended or inner > 0) + 0.4 * share)
    return Look(signs={name: value for name, value in signs.items() if value}, prose=prose, words=count)


def _width(count: int) -> str:
    if count == 0:
        return "words_0"
    return "words_" + next((name for most, name in _WIDTHS if count <= most), "45+")


def _letters(text: str, tokens: list[str]) -> dict[str, float]:
    if not tokens:
        return {}
    capitals = sum(token[0].isupper() for token in tokens) / len(tokens)
    return {
        "title_case": float(capitals > 0.6) * (len(tokens) >= 3),
        "all_capitals": float(text.isupper() and len(tokens) >= 2),
        "small_start": float(tokens[0][0].islower()),
        "capitals": capitals if len(tokens) >= 3 else 0.0,
    }


def _shape(text: str, count: int) -> dict[str, float]:
    short = count < 15
    return {
        "digits": min(1.0, 3 * len(_DIGIT.findall(text)) / len(text)),
        "url": float(("://" in text or "www." in text) and bool(_URL.search(text))),
        "email": float("@" in text and bool(_EMAIL.search(text))),
        "breadcrumb": float(count < 30 and bool(_BREADCRUMB.search(text))),
        "separators": min(1.0, len(_SEPARATORS.findall(text)) / 3),
        "counter": float(short and bool(_COUNTER.search(text))),
        "date": float(short and bool(_DATE.search(text))),
        "colon": float(text.endswith(":")),
        "question": float(text.endswith("?")),
        "cut_off": float(text.endswith(("...", "…", "[…]", "[...]"))),
        "quotation": float(bool(_QUOTE.search(text))),
        "comma": float("," in text),
        "no_letters": float(count == 0),
    }


def _wording(text: str, count: int, tokens: list[str]) -> dict[str, float]:
    folded = text.casefold().replace("’", "'")
    single = frozenset(token.casefold().replace("’", "'") for token in tokens)
    action = count < 20 and _has(folded, single, "actions")
    return {
        "heading_word": float(announces_list(text)),
        "button": float(action and bool(_furniture("actions").fullmatch(folded.strip(" \t:*#-–—.!…>»|+")))),
        "action_word": float(action and count < 6),
        "action_word_long": float(action and count >= 6),
        "legal_word": float(count < 60 and _has(folded, single, "legal")),
    }


def signs_of(page: Sequence[Passage], title: str | None = None) -> list[dict[str, float]]:
    """The signs of each passage of a page, its neighbours and its repetitions considered."""
    seen = {text: look(text) for text in {passage.text for passage in page}}
    looks = [seen[passage.text] for passage in page]
    keys = [passage.text.casefold() for passage in page]
    return [
        {**own.signs, **around, **again}
        for own, around, again in zip(looks, _neighbours(looks), _repetitions(keys, looks, title), strict=True)
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
        tokens = set(words(key[:_GLANCE])) if named and own.words < 40 else set()
        overlap = len(tokens & named) / max(len(tokens | named), 1) if tokens else 0.0
        signs = {
            "repeated_short": float(again and own.words < 12),
            "repeated_long": float(again and own.words >= 12),
            "title_like": overlap,
            "title_same": float(overlap > 0.8),
        }
        result.append({name: value for name, value in signs.items() if value})
    return result
