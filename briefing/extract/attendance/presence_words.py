"""The classes of words by which one tells who was there: read once from `presence.toml`."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.extract.lexis.lexicon import alternatives, load

_AFAR = ("papers", "platforms", "words")


@dataclass(frozen=True, slots=True)
class PresenceWords:
    """Classes by dictionary form of a word, and patterns by name of their class."""

    verbs: Mapping[str, tuple[str, ...]]
    news: frozenset[str]
    listeners: Mapping[str, str]
    means: Mapping[str, re.Pattern[str]]
    kinds: Mapping[str, re.Pattern[str]]
    days: re.Pattern[str]
    before_names: frozenset[str]
    other_time: re.Pattern[str]
    elsewhere: re.Pattern[str]
    aside: re.Pattern[str]
    in_turn: re.Pattern[str]
    contact: re.Pattern[str]
    offices: Mapping[str, tuple[str, ...]]
    opens: frozenset[str]


@functools.cache
def presence_words(language: str = "en") -> PresenceWords:
    """The classes in the data folder of a language."""
    data = load(language, "presence")
    return PresenceWords(
        verbs=_classes(data["verbs"]),
        news=frozenset(_split(data["news"]["verbs"])),
        listeners={word: name for name, written in data["listeners"].items() for word in _split(written)},
        means={name: _anywhere(written) for name, written in data["means"].items()} | {"afar": _afar(data["afar"])},
        kinds={name: _anywhere(written) for name, written in data["kinds"].items()},
        days=_anywhere(data["other_time"]["days"]),
        before_names=frozenset(_split(data["other_time"]["before_names"])),
        other_time=_anywhere(data["other_time"]["words"]),
        elsewhere=re.compile(rf"\W*{alternatives(_split(data['elsewhere']['openings']))}\b"),
        aside=re.compile(rf"\W*{alternatives(_split(data['elsewhere']['aside']))}\b"),
        in_turn=_anywhere(data["in_turn"]["words"]),
        contact=_opening(data["lines"]["contact"]),
        offices=_classes(data["offices"]),
        opens=frozenset(_split(data["kinds_of_lead"]["verbs"])),
    )


def _classes(table: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """For each word the names of the classes in which it is."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, written in table.items():
        for word in _split(written):
            found[word].append(name)
    return {word: tuple(names) for word, names in found.items()}


def _split(written: str) -> list[str]:
    return [phrase for part in written.split(",") if (phrase := " ".join(part.split()))]


def _opening(written: str) -> re.Pattern[str]:
    """The words at the beginning of a line, before a colon or a name."""
    return re.compile(rf"\W*(?i:{alternatives(_split(written))})(?:\s*:|\s+(?=[A-Z(]))")


def _afar(written: Mapping[str, str]) -> re.Pattern[str]:
    """“in a short statement”, "in an interview with", "on X", "tweeted": said neither at an event nor to its people."""
    papers, platforms, words = (
        alternatives(_split(written[name].lower())) for name in ("papers", "platforms", "words")
    )
    before = r"(?:an?|his|her|their|its|another|one|separate) (?:[\w'’-]+ ){0,4}?"
    return re.compile(rf"(?<![\w-])(?:in {before}{papers}(?! to\b)|(?:on|via) {platforms}|{words})(?![\w-])")


def _anywhere(written: str) -> re.Pattern[str]:
    """The words anywhere in a text in lower case."""
    return re.compile(rf"(?<![\w-]){alternatives(_split(written.lower()))}(?![\w-])")
