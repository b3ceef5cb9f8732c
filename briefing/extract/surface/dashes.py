"""Speech set off by dashes, and reports within it: `— Words, — said X. — More words.`, or `—Words —said X—.`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_DASH = re.compile(r"(?<!\w)[–—-](?=\s)|(?<=\s)[–—](?=\w)|[—](?=[\s,.;:?!\w])|(?<=\s)[–—](?=\s)")
_OPENING = re.compile(r"[–—-]\s?(?=[^\s\d–—-])")
_ENDED = frozenset(",.?!…:;")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text: speech, or the report of it."""

    start: int
    end: int
    report: bool


@dataclass(frozen=True, slots=True)
class Style:
    """How a language sets off reports. `tight`: dashes cling to them as brackets do ("—dijo—").

    `bare`: no comma stands before the dash ("– Tak – powiedział X").
    """

    tight: bool
    bare: bool = False


def is_dialogue(text: str, start: int, end: int) -> int | None:
    """Where speech begins in a paragraph that a dash opens; `None` if none does."""
    match = _OPENING.match(text, start, end)
    return match.end() if match is not None else None


def split(text: str, start: int, end: int, reports: Callable[[int, int], bool], style: Style) -> list[Part]:
    """Speech and reports in turn; `reports` says whether the words at a place begin with a verb of saying.

    One part of speech if there is no report.
    """
    places = [match.start() for match in _DASH.finditer(text, start, end)]
    parts: list[Part] = []
    begun, report = start, False
    for place in places:
        if place < begun:
            continue
        before = text[begun:place].rstrip()[-1:]
        after = place + 1
        if report:
            if before in _ENDED or (style.tight and not text[place - 1].isspace()):
                parts.append(Part(begun, place, True))
                begun, report = _past(text, after, end), False
            continue
        clings = style.tight and after < end and not text[after].isspace()
        if (before in _ENDED or clings or style.bare) and reports(after, end):
            parts.append(Part(begun, place, False))
            begun, report = after, True
    if begun < end:
        parts.append(Part(begun, end, report))
    return [trimmed for part in parts if (trimmed := _trimmed(text, part)).end > trimmed.start]


def at_comma(text: str, start: int, end: int, reports: Callable[[int, int], bool]) -> list[Part]:
    """Speech and its report after a comma or a mark of asking ("– Oui, a dit X."); nothing if there is none."""
    for match in re.finditer(r"[,?!…](?=\s)", text[start:end]):
        after = start + match.end()
        while after < end and text[after].isspace():
            after += 1
        if after < end and reports(after, end):
            stop = start + match.start() + (match.group() != ",")
            ended = re.compile(r"[.!?…](?=\s+[^\W\d_a-z])").search(text, after, end)
            spoken = [_trimmed(text, Part(start, stop, False)), Part(after, ended.end() if ended else end, True)]
            return [*spoken, _trimmed(text, Part(ended.end(), end, False))] if ended else spoken
    return []


def _past(text: str, at: int, end: int) -> int:
    while at < end and (text[at] in _ENDED or text[at].isspace()):
        at += 1
    return at


def _trimmed(text: str, part: Part) -> Part:
    words = text[part.start : part.end]
    start = part.start + len(words) - len(words.lstrip())
    end = part.start + len(words.rstrip() if part.report else words.rstrip().rstrip(",:; –—"))
    return Part(start, max(start, end), part.report)
