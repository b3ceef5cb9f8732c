"""Every regular expression of the program against texts made to defeat it: `python -m tools.fuzz.patterns`.

A text is what stands before a repeated part of the pattern, that part many times over, and something that fits nothing.
Prints each pattern that takes longer than its text is worth or never comes back, and ends with 1 where there is one.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection, wait

from tools.fuzz.pumps import pumps
from tools.fuzz.recording import Target, all_patterns, targets_of

PER_MEGABYTE = 5.0
"""Seconds that a megabyte may cost, as for whole articles."""
_NOISE = 0.05  # seconds that a busy machine may add
_MOST_PUMPS = 80
_LINEAR = 20  # a text ten times as long may take that many times as long
NEVER = 20.0
"""Seconds of one text after which its pattern is given up; the longest text is worth half a second."""


@dataclass(frozen=True, slots=True)
class Slow:
    """The text that defeats a pattern; `seconds` are `None` where it never came back."""

    text: str
    seconds: float | None
    size: int


def attacked(target: Target, most: float, tell: Callable[[Slow], None]) -> Slow | None:
    """The first text that defeats the target, `None` where no text does within `most` seconds for each way.

    `tell` is given each text before it is tried.
    """
    for way in target.ways:
        begun = time.process_time()
        for before, unit in islice(dict.fromkeys(pumps(target.pattern)), _MOST_PUMPS):
            if time.process_time() - begun > most:
                break
            found = _grown(target, (before, unit), tell, way=way)
            if found is not None:
                return found
    return None


def _grown(target: Target, pump: tuple[str, str], tell: Callable[[Slow], None], *, way: str) -> Slow | None:
    """One text, ten times as long each time, as long as its time grows faster than it does."""
    before, unit = pump
    last = 0.0
    for size in target.sizes:
        slow = Slow(f"{before!r} + {unit!r} * n", None, size)
        tell(slow)
        seconds = _seconds(target.pattern, before + unit * (size // len(unit)) + "\0", way=way)
        if seconds > _NOISE + PER_MEGABYTE * size / 1e6:
            return Slow(slow.text, seconds, size)
        if last and seconds < _LINEAR * last + _NOISE / 50:
            break
        last = seconds
    return None


def _seconds(pattern: re.Pattern[str], text: str, *, way: str) -> float:
    begun = time.process_time()
    if way == "search":
        for _ in pattern.finditer(text):
            pass
    else:
        getattr(pattern, way)(text)
    return time.process_time() - begun


class _Attacker:
    """A process that attacks one target after another; killed where a search never comes back."""

    def __init__(self, targets: Sequence[Target], most: float) -> None:
        # A fork, for it has all patterns already; some take a second to make.
        context = multiprocessing.get_context("fork")
        self.line, its = context.Pipe()
        self._process = context.Process(target=_serve, args=(its, targets, most), daemon=True)
        self._process.start()
        its.close()
        self.number: int | None = None
        self.trying: Slow | None = None
        self.since = 0.0

    def give(self, number: int) -> None:
        """Sets it to the target of this number."""
        self.number, self.trying, self.since = number, None, time.monotonic()
        self.line.send(number)

    def heard(self) -> Slow | None:
        """What it has to tell: the text that it tries next, that it is idle, or what defeated its target."""
        told: Slow | None = self.line.recv()
        if told is not None and told.seconds is None:
            self.trying, self.since = told, time.monotonic()
            return None
        self.number = None
        return told

    def end(self) -> None:
        """Kills it, whatever it is at."""
        self._process.kill()
        self._process.join()
        self.line.close()


def _serve(line: Connection, targets: Sequence[Target], most: float) -> None:
    while True:
        line.send(attacked(targets[line.recv()], most, line.send))


class _Crew:
    """Processes enough for this machine, and the targets that wait for them."""

    def __init__(self, targets: Sequence[Target], most: float, never: float) -> None:
        self._never = never
        self._targets = targets
        self._most = most
        self._waiting = list(range(len(targets)))[::-1]
        self._all = [_Attacker(targets, most) for _ in range(min(len(targets), os.cpu_count() or 1))]

    def __enter__(self) -> _Crew:
        return self

    def __exit__(self, *_: object) -> None:
        for one in self._all:
            one.end()

    def at_work(self) -> list[_Attacker]:
        """Those that attack something, after all that are idle were given the next."""
        for one in self._all:
            if one.number is None and self._waiting:
                one.give(self._waiting.pop())
        return [one for one in self._all if one.number is not None]

    def replace_lost(self) -> Iterator[tuple[Target, Slow]]:
        """The targets over which a process never comes back; another takes its place."""
        for at, one in enumerate(self._all):
            if one.number is not None and time.monotonic() - one.since > self._never:
                yield self._targets[one.number], one.trying or Slow("", None, 0)
                one.end()
                self._all[at] = _Attacker(self._targets, self._most)


def slow_ones(targets: Sequence[Target], seconds: float, never: float = NEVER) -> Iterator[tuple[Target, Slow]]:
    """The targets that a text defeats, each with that text; all of it takes about so many seconds at most.

    A search that takes `never` seconds is given up.
    """
    ways = sum(len(target.ways) for target in targets)
    with _Crew(targets, seconds * (os.cpu_count() or 1) / max(1, ways), never) as crew:
        while busy := crew.at_work():
            ready = wait([one.line for one in busy], timeout=1.0)
            for one in busy:
                number = one.number
                slow = one.heard() if one.line in ready else None
                if slow is not None and number is not None:
                    yield targets[number], slow
            yield from crew.replace_lost()


def main() -> int:
    """Attacks all patterns and returns the exit code."""
    options = argparse.ArgumentParser(prog="patterns")
    options.add_argument("--minutes", type=float, default=8.0, help="for all patterns together")
    chosen = options.parse_args()
    targets = targets_of(all_patterns())
    found = 0
    for target, slow in slow_ones(targets, chosen.minutes * 60):
        found += 1
        took = f"more than {NEVER:.0f} s" if slow.seconds is None else f"{slow.seconds:.2f} s"
        print(
            f"{target.place.module}:{target.place.line}: {took} for {slow.size} characters of {slow.text}", flush=True
        )
        print(f"    {target.pattern.pattern[:160]}", flush=True)
    print(f"{len(targets)} patterns, {found} of them slow")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
