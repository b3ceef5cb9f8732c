"""Which way words run: the order on paper of a line that holds right-to-left letters.

The rules of Unicode's bidirectional algorithm (UAX 9) for text without explicit directions, which `printable` has
taken out; resolved line by line, with the manuscript's direction at both ends of a line.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from briefing.render.pdf.atoms import Line, Piece
from briefing.render.pdf.characters import clusters

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]")
_PAIRS = "()[]{}<>«»‹›≤≥⟨⟩"
_MIRRORED = str.maketrans(_PAIRS, "".join(_PAIRS[place ^ 1] for place in range(len(_PAIRS))))
_NUMBERS = frozenset({"EN", "AN"})
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
"""How each kind of character counts for the neutral ones beside it."""

_LEVELS = ({"L": 0, "R": 1, "EN": 2, "AN": 2}, {"L": 2, "R": 1, "EN": 2, "AN": 2})
"""Rules I1 and I2: the level of each kind of character in a line that runs to the right, and to the left."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a piece that runs one way; `x` from the line's left end. `text` is as read, `drawn` as painted.

    `backwards`: it runs from right to left.
    """

    piece: Piece
    text: str
    drawn: str
    x: float
    width: float
    backwards: bool = False


def runs_right_to_left(text: str) -> bool:
    """Whether any letter of `text` runs right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def segments(line: Line, *, right_to_left: bool) -> list[Segment]:
    """The line's stretches in reading order, each with its place."""
    text = "".join(piece.text for piece in line.pieces)
    if not right_to_left and not runs_right_to_left(text):
        return _in_order(line)
    return _placed(_stretches(line, _levels(text, int(right_to_left))))


def _in_order(line: Line) -> list[Segment]:
    found = []
    x = 0.0
    for piece in line.pieces:
        found.append(Segment(piece, piece.text, piece.text, x, piece.width))
        x += piece.width
    return found


def _stretches(line: Line, levels: list[int]) -> list[tuple[Piece, str, int]]:
    found: list[tuple[Piece, str, int]] = []
    start = 0
    for piece in line.pieces:
        first = start
        for place in range(start + 1, start + len(piece.text) + 1):
            if place == start + len(piece.text) or levels[place] != levels[first]:
                found.append((piece, piece.text[first - start : place - start], levels[first]))
                first = place
        start += len(piece.text)
    return found


def _placed(stretches: list[tuple[Piece, str, int]]) -> list[Segment]:
    order = list(range(len(stretches)))
    levels = [level for _, _, level in stretches]
    for height in range(max(levels, default=0), 0, -1):
        first = 0
        while first < len(order):
            last = first
            while last < len(order) and levels[order[last]] >= height:
                last += 1
            order[first:last] = reversed(order[first:last])
            first = max(last, first + 1)
    places = [0.0] * len(stretches)
    widths = [piece.face.width(text, piece.look.size) for piece, text, _ in stretches]
    x = 0.0
    for number in order:
        places[number] = x
        x += widths[number]
    return [
        Segment(piece, text, _backwards(text) if level % 2 else text, x, width, level % 2 == 1)
        for (piece, text, level), x, width in zip(stretches, places, widths, strict=True)
    ]


def _backwards(text: str) -> str:
    return "".join(reversed(clusters(text))).translate(_MIRRORED)


def _levels(text: str, base: int) -> list[int]:
    embedding = "R" if base else "L"
    kinds = _neutral(_weak([unicodedata.bidirectional(character) or "L" for character in text], embedding), embedding)
    levels = [_LEVELS[base][kind] for kind in kinds]
    for place in range(len(text) - 1, -1, -1):
        if not text[place].isspace():
            break
        levels[place] = base
    return levels


def _weak(kinds: list[str], embedding: str) -> list[str]:
    """Rules W1 to W7: marks, and numbers with what belongs to them."""
    strong = previous = embedding
    for place, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[place] = previous
        elif kind == "EN" and strong == "AL":
            kinds[place] = "AN"
        if kind in ("L", "R", "AL"):
            strong = kind
        previous = kinds[place]
    return _numbers(["R" if kind == "AL" else kind for kind in kinds], embedding)


def _numbers(kinds: list[str], embedding: str) -> list[str]:
    """Rules W4, W5 and W7."""
    for place in range(1, len(kinds) - 1):
        before, kind, after = kinds[place - 1 : place + 2]
        if before == after and ((kind == "ES" and before == "EN") or (kind == "CS" and before in _NUMBERS)):
            kinds[place] = before
    for direction in (range(len(kinds)), range(len(kinds) - 1, -1, -1)):
        beside = ""
        for place in direction:
            if kinds[place] == "ET" and beside == "EN":
                kinds[place] = "EN"
            beside = kinds[place]
    strong = embedding
    for place, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[place] = "L"
    return kinds


def _neutral(kinds: list[str], embedding: str) -> list[str]:
    """Rules N1 and N2: what has no direction takes that of both its neighbours, or else the line's."""
    place = 0
    before = embedding
    while place < len(kinds):
        if kinds[place] in _STRONG:
            before = _STRONG[kinds[place]]
            place += 1
            continue
        end = place
        while end < len(kinds) and kinds[end] not in _STRONG:
            end += 1
        after = _STRONG[kinds[end]] if end < len(kinds) else embedding
        kinds[place:end] = [before if before == after else embedding] * (end - place)
        place = end
    return kinds
