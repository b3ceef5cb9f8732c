"""Every regular expression of the program against texts made to defeat it: `python -m tools.fuzz.patterns`.

A text is what stands before a repeated part of the pattern, that part many times over, and something that fits nothing.
Prints each pattern that takes longer than its text is worth, and ends with 1 where there is one.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import FrameType
from typing import Any

# The parser of patterns has no public door, and no types.
ops: Any = importlib.import_module("re._constants")
parser: Any = importlib.import_module("re._parser")
PER_MEGABYTE = 5.0
"""Seconds that a megabyte may cost, as for whole articles."""
SIZES = (1_000, 10_000, 100_000)
_CUT_BEFORE = {"briefing.sources.looks": 1_000}
"""Rooms that cut a text to so many characters before they look at it."""
_ROOMS = ("briefing.text", "briefing.sources", "briefing.extract", "briefing.dossier", "briefing.layout")
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
_NOISE = 0.05  # seconds that a busy machine may add
_MOST_PUMPS = 80
_MOST_SECONDS = 1.5  # for one pattern
_LINEAR = 20  # a text ten times as long may take that many times as long
_Search = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Slow:
    """A pattern, where it is made, and the text that defeats it."""

    pattern: str
    place: str
    text: str
    seconds: float
    size: int


@contextmanager
def recorded() -> Iterator[dict[re.Pattern[Any], str]]:
    """The patterns compiled meanwhile from the program's own code, each with the module and line."""
    found: dict[re.Pattern[Any], str] = {}
    inner = re._compile  # type: ignore[attr-defined] # noqa: SLF001 - all functions of `re` go through it

    def compiling(pattern: Any, flags: Any) -> Any:  # noqa: ANN401 - as `re` has it
        made = inner(pattern, flags)
        place = _place(sys._getframe(1))  # noqa: SLF001
        if place is not None and isinstance(made, re.Pattern):
            found.setdefault(made, place)
        return made

    re._compile = compiling  # type: ignore[attr-defined] # noqa: SLF001
    try:
        yield found
    finally:
        re._compile = inner  # type: ignore[attr-defined] # noqa: SLF001


def _place(frame: FrameType | None) -> str | None:
    """The module and line of the program that asked; `None` where another library did."""
    while frame is not None and frame.f_globals.get("__name__") in {"re", __name__}:
        frame = frame.f_back
    name = frame.f_globals.get("__name__", "") if frame is not None else ""
    return f"{name}:{frame.f_lineno}" if frame is not None and name.startswith("briefing.") else None


def all_patterns() -> dict[re.Pattern[Any], str]:
    """The patterns of all rooms, those that are made of word lists too."""
    with recorded() as found:
        for room in _ROOMS:
            module = importlib.import_module(room)
            for each in pkgutil.walk_packages(module.__path__, f"{room}."):
                importlib.import_module(each.name)
        _make_use()
    return found


def _make_use() -> None:
    """Read a little of everything, so that patterns made when first needed are made."""
    from tools.fuzz.grammar import LANGUAGES  # noqa: PLC0415 - must not be loaded before the recording
    from tools.fuzz.targets import gathered, parser, rules, surface  # noqa: PLC0415

    for seed in range(8):
        data = bytes((seed + 37 * i * i) % 251 for i in range(900))
        for target in (rules, parser):
            target(data)
    for number in range(len(LANGUAGES) - 1):
        surface(bytes([number]) + bytes((number + 91 * i * i) % 253 for i in range(900)))
    gathered(
        b"# Ports\n\nBy Ann Lee, 3 May 2024\n\nMinisters of nine countries met in Lisbon to agree on a plan.\n" * 3
    )


def slow_ones(patterns: dict[re.Pattern[Any], str]) -> Iterator[Slow]:
    """The patterns that a text defeats, each with the first such text."""
    for pattern, place in patterns.items():
        if isinstance(pattern.pattern, str):
            longest = _CUT_BEFORE.get(place.partition(":")[0], SIZES[-1])
            sizes = [size for size in SIZES if size <= longest]
            worst = next(filter(None, (defeated(pattern, sizes, everywhere=way) for way in _ways(place))), None)
            if worst is not None:
                yield Slow(pattern.pattern, place, *worst)


def _ways(place: str) -> tuple[bool, ...]:
    """Whether the program looks for the pattern everywhere, only where a text begins, or both."""
    module, _, line = place.partition(":")
    source = Path(str(sys.modules[module].__file__)).read_text(encoding="utf-8")
    name = re.match(r"\s*(\w+)(?::[^=]*)?\s*=", source.split("\n")[int(line) - 1])
    used = set(re.findall(rf"\b{name[1]}\.(\w+)\(", source)) if name else set()
    if not used:
        return True, False
    return (True,) if used - {"match", "fullmatch"} else (False,)


def defeated(pattern: re.Pattern[str], sizes: Sequence[int], *, everywhere: bool) -> tuple[str, float, int] | None:
    """The text, seconds and size at which a search costs too much; `None` where no text does."""
    begun = time.process_time()
    for before, unit in islice(dict.fromkeys(_pumps(pattern)), _MOST_PUMPS):
        if time.process_time() - begun > _MOST_SECONDS:
            break
        last = 0.0
        for size in sizes:
            text = before + unit * (size // len(unit)) + "\0"
            seconds = _seconds(pattern, text, everywhere=everywhere)
            if seconds > _NOISE + PER_MEGABYTE * size / 1e6:
                return f"{before!r} + {unit!r} * n", seconds, size
            if last and seconds < _LINEAR * last + _NOISE / 50:
                break
            last = seconds
    return None


def _seconds(pattern: re.Pattern[str], text: str, *, everywhere: bool) -> float:
    begun = time.process_time()
    if everywhere:
        for _ in pattern.finditer(text):
            pass
    else:
        pattern.match(text)
        pattern.fullmatch(text)
    return time.process_time() - begun


def _pumps(pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
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


def main() -> int:
    """Attacks all patterns and returns the exit code."""
    patterns = all_patterns()
    found = 0
    for slow in slow_ones(patterns):
        found += 1
        print(f"{slow.place}: {slow.seconds:.2f} s for {slow.size} characters of {slow.text}", flush=True)
        print(f"    {slow.pattern[:160]}", flush=True)
    print(f"{len(patterns)} patterns, {found} of them slow")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
