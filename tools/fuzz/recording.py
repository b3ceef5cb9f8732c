"""Every regular expression that the program makes, with where it is made and how it is looked for."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Any

SIZES = (1_000, 10_000, 100_000)
_CUT_BEFORE = {
    "briefing.sources.looks": 1_000,
    "briefing.sources.export": 4_000, "briefing.extract.lexis.names:_DATELINE": 120,
    "briefing.extract.quotations.quotes:_is_nickname": 50, "briefing.extract.surface.grammar:participles": 60,
}  # fmt: skip
"""Modules, names and functions that cut a text to so many characters before they look at it."""
_USED = {
    "briefing.extract.attendance.presence_words:_opening": "match", "briefing.sources.looks:_pointers": "match",
    "briefing.extract.surface.grammar:participles": "fullmatch",
}  # fmt: skip
"""How the patterns of functions and names are looked for, where their lines do not tell."""
_ROOMS = ("briefing.text", "briefing.sources", "briefing.extract", "briefing.dossier", "briefing.layout")
_WAYS = ("search", "match", "fullmatch")
_ASSIGNED = re.compile(r"\s*(\w+)(?::[^=]*)?\s*=")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pattern is made: `function` is `<module>` outside all functions."""

    module: str
    line: int
    function: str


@dataclass(frozen=True, slots=True)
class Target:
    """A pattern, where it is made, up to which size it is attacked, and how: search, match, fullmatch."""

    pattern: re.Pattern[str]
    place: Place
    sizes: tuple[int, ...]
    ways: tuple[str, ...]


@contextmanager
def recorded() -> Iterator[dict[re.Pattern[Any], Place]]:
    """The patterns compiled meanwhile from the program's own code, each with the module and line."""
    found: dict[re.Pattern[Any], Place] = {}
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


def _place(frame: FrameType | None) -> Place | None:
    """Who in the program asked; `None` where another library did."""
    while frame is not None and frame.f_globals.get("__name__") in {"re", __name__}:
        frame = frame.f_back
    name = frame.f_globals.get("__name__", "") if frame is not None else ""
    if frame is None or not name.startswith("briefing."):
        return None
    return Place(name, frame.f_lineno, frame.f_code.co_name)


def all_patterns() -> dict[re.Pattern[Any], Place]:
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


def targets_of(patterns: Mapping[re.Pattern[Any], Place]) -> list[Target]:
    """The patterns of text, each with how the program uses it."""
    sources = {name: inspect.getsource(module) for name, module in sys.modules.items() if name.startswith("briefing.")}
    targets = []
    for pattern, place in patterns.items():
        if isinstance(pattern.pattern, str):
            line = sources[place.module].split("\n")[place.line - 1]
            targets.append(Target(pattern, place, _sizes(place, line), _ways(place, line, sources)))
    return targets


def _sizes(place: Place, line: str) -> tuple[int, ...]:
    longest = min(_CUT_BEFORE.get(key, SIZES[-1]) for key in _keys(place, line))
    return (*(size for size in SIZES if size < longest), longest)


def _keys(place: Place, line: str) -> tuple[str, ...]:
    """The module, the function and the name."""
    named = _ASSIGNED.match(line)
    return place.module, f"{place.module}:{place.function}", f"{place.module}:{named[1] if named else ''}"


def _ways(place: Place, line: str, sources: Mapping[str, str]) -> tuple[str, ...]:
    """How the program looks for the pattern, as far as its line tells by which name."""
    told = next((_USED[key] for key in _keys(place, line) if key in _USED), None)
    if told is not None:
        return (told,)
    used = set(re.findall(r"\bre\.(\w+)\(", line)) - {"compile", "escape"}
    named = _ASSIGNED.match(line)
    if not used and named is not None:
        own = named[1].startswith("_") and place.function == "<module>"
        read = [sources[place.module]] if own else sources.values()
        before = r"\b" if own else r"\."
        used = {way for source in read for way in re.findall(rf"{before}{named[1]}\.(\w+)\(", source)}
    used &= {"search", "finditer", "findall", "sub", "split", "match", "fullmatch"}
    if not used:
        return _WAYS
    return tuple(way for way in _WAYS if way in used or (way == "search" and used - set(_WAYS)))
