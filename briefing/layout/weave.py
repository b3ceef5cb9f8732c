"""Sentences of the catalogue with runs in their places, so that no article's words pass through a format string."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from briefing.layout.clean import clean, folded
from briefing.model.manuscript import Run, Runs, Tone

# Stand-ins from the private use area: no catalogue holds them, and words of sources are never searched for them.
_FIRST, _LAST = 0xE000, 0xF8FF
_STAND_IN = re.compile(f"([{chr(_FIRST)}-{chr(_LAST)}])")

# Spaces that may break a line, and those that look the same and may not.
_BOUND = {" ": "\N{NO-BREAK SPACE}", "\N{THIN SPACE}": "\N{NARROW NO-BREAK SPACE}"}
# "5 – 6" is one thing, "2023 – 2024" may break.
_DAYS = re.compile(r"(?<=\d)(?<!\d\d\d)([ \u2009])([-–—])([ \u2009])(?=\d\d?(?!\d))")
_AFTER_NUMBER = re.compile(r"(?<=\d)[ \u2009](?=\w)|(?<=\d[.,])[ \u2009](?=\w)")
_BEFORE_DAY = re.compile(r"(?<=\w)[ \u2009](?=\d\d?(?!\d))")


def run(text: str, tone: Tone = Tone.PLAIN, link: str | None = None) -> Run:
    """Words of the brief itself, cleaned."""
    return Run(text=clean(text), tone=tone, link=link)


def weave(sentence: Callable[[Mapping[str, str]], str], places: Mapping[str, Runs], tone: Tone = Tone.PLAIN) -> Runs:
    """A sentence with `places` filled by runs; `sentence` makes it of a stand-in for each name."""
    stand_ins = {name: chr(_FIRST + number) for number, name in enumerate(places)}
    return _filled(sentence(stand_ins), tuple(places.values()), tone)


def listing(join: Callable[[Sequence[str]], str], items: Sequence[Runs]) -> Runs:
    """Items joined as the reader's language joins them ("A, B and C"); `join` does it for plain words.

    `join` sees the words, since languages choose their "and" by the sound that follows it.
    """
    most = _LAST - _FIRST
    if len(items) > most:
        return listing(join, (*items[: most - 1], joined(items[most - 1 :], ", ")))
    words = [_STAND_IN.sub("", plain(item)) for item in items]
    pieces = _STAND_IN.split(join([word + chr(_FIRST + number) for number, word in enumerate(words)]))
    runs: list[Run] = []
    for piece, word, item in zip(pieces[::2], words, items, strict=False):
        separator = piece.removesuffix(word)
        runs.extend((run(separator), *item) if separator else item)
    return (*runs, run(pieces[-1])) if pieces[-1] else tuple(runs)


def unbroken(text: str) -> str:
    """A sum whose number stays on one line with what it counts."""
    return _AFTER_NUMBER.sub(lambda space: _BOUND[space[0]], text)


def unbroken_date(text: str) -> str:
    """A date whose day stays on one line with its month; the year may stand on the next."""
    text = _DAYS.sub(lambda days: _BOUND[days[1]] + days[2] + _BOUND[days[3]], text)
    return _BEFORE_DAY.sub(lambda space: _BOUND[space[0]], unbroken(text))


def joined(items: Iterable[Runs], separator: str) -> Runs:
    """Items one after the other with the separator between; empty items do not count."""
    runs: list[Run] = []
    for item in items:
        if item and runs:
            runs.append(run(separator))
        runs.extend(item)
    return tuple(runs)


def plain(runs: Iterable[Run]) -> str:
    """The words of runs on one line, for labels that hold no runs."""
    return folded("".join(each.text for each in runs))


def _filled(pattern: str, values: Sequence[Runs], tone: Tone) -> Runs:
    runs: list[Run] = []
    for piece in _STAND_IN.split(pattern):
        number = ord(piece) - _FIRST if _STAND_IN.fullmatch(piece) else len(values)
        if number < len(values):
            runs.extend(values[number])
        elif piece:
            runs.append(run(piece, tone))
    return tuple(runs)
