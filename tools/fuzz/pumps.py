"""Texts made to defeat a regular expression: what leads up to a repeated part of it, and what that part repeats."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator, Sequence
from typing import Any

# The parser of patterns has no public door, and no types.
ops: Any = importlib.import_module("re._constants")
parser: Any = importlib.import_module("re._parser")
_UNITS = (
    " ",
    "\n",
    "a",
    "A",
    "1",
    "1,",
    ". ",
    '"',
    "“",
    "(",
    "-",
    "a ",
    "A ",
    "1 ",
    "a.",
    "\u00a0",
    "'",
    ", ",
    "A. ",
    "$1 ",
)


def pumps(pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """What to put before a repeated unit, and the unit."""
    yield from (("", unit) for unit in _UNITS)
    for before, unit in _repeats(parser.parse(pattern.pattern, pattern.flags), ""):
        if unit:
            yield before, unit
            yield "", unit
            yield "", before + unit
    sample = _sample(parser.parse(pattern.pattern, pattern.flags))
    if sample:
        yield "", sample
        yield "", sample[:-1] or sample


def _repeats(tree: Sequence[Any], before: str) -> Iterator[tuple[str, str]]:
    """Each repeated part: a text that leads up to it, and one that it repeats."""
    for op, args in tree:
        inner = _inside(op, args)
        if op in {ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT} and args[1] > 8:
            yield before[-200:], _sample(args[2])
        for part in inner:
            yield from _repeats(part, before)
        before += _sample([(op, args)])


def _inside(op: object, args: Any) -> list[Any]:  # noqa: ANN401 - a tree of the parser
    if op in {ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT}:
        return [args[2]]
    if op is ops.SUBPATTERN:
        return [args[3]]
    if op is ops.ATOMIC_GROUP:
        return [args]
    if op is ops.BRANCH:
        return list(args[1])[:40]
    return [args[1]] if op is ops.ASSERT else []


def _sample(tree: Sequence[Any]) -> str:
    """A text that fits the tree, as far as that is easily said."""
    return "".join(_piece(op, args) for op, args in tree)


def _piece(op: object, args: Any) -> str:  # noqa: ANN401, PLR0911 - a tree of the parser
    if op is ops.LITERAL:
        return chr(args)
    if op is ops.NOT_LITERAL:
        return "a" if args != ord("a") else "b"
    if op is ops.ANY:
        return "a"
    if op is ops.IN:
        return _member(args)
    if op is ops.BRANCH:
        return _sample(args[1][0])
    if op is ops.SUBPATTERN:
        return _sample(args[3])
    if op is ops.ATOMIC_GROUP:
        return _sample(args)
    if op in {ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT}:
        return _sample(args[2]) * max(1, int(args[0]))
    return ""


def _member(items: Sequence[Any]) -> str:
    """A character of a set."""
    negated = items[0][0] is ops.NEGATE
    if not negated:
        kind, value = items[0]
        if kind is ops.LITERAL:
            return chr(value)
        if kind is ops.RANGE:
            return chr(int(value[0]))
        known: dict[object, str] = {ops.CATEGORY_SPACE: " ", ops.CATEGORY_DIGIT: "1", ops.CATEGORY_NOT_WORD: "-"}
        return known.get(value, "a")
    outside = re.compile("[^" + "".join(map(_written, items[1:])) + "]")
    return next((char for char in 'aA1 -.,("“' if outside.match(char)), "a")


def _written(item: Any) -> str:  # noqa: ANN401 - a tree of the parser
    kind, value = item
    if kind is ops.LITERAL:
        return re.escape(chr(value))
    if kind is ops.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    names: dict[object, str] = {ops.CATEGORY_SPACE: r"\s", ops.CATEGORY_NOT_SPACE: r"\S", ops.CATEGORY_DIGIT: r"\d",
             ops.CATEGORY_NOT_DIGIT: r"\D", ops.CATEGORY_WORD: r"\w", ops.CATEGORY_NOT_WORD: r"\W"}  # fmt: skip
    return names[value]
