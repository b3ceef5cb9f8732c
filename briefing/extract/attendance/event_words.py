"""The words of a language on events, and an event's place in the text."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, fields

from briefing.extract.lexis.lexicon import alternatives, load


@dataclass(frozen=True, slots=True)
class Found:
    """An event's words in the text: tokens `first` up to not including `last`."""

    first: int
    last: int
    proper: bool


@dataclass(frozen=True, slots=True)
class EventWords:
    """Which words name events, bodies, their holding and their hosts; months by number; the pattern of dates."""

    named: frozenset[str]
    bodies: frozenset[str]
    common: tuple[str, ...]
    holding: frozenset[str]
    host: frozenset[str]
    coming: frozenset[str]
    elsewhere: frozenset[str]
    at_a_distance: frozenset[str]
    not_then: frozenset[str]
    plural: frozenset[str]
    wholes: frozenset[str]
    unreal: frozenset[str]
    sitting: frozenset[str]
    rulings: frozenset[str]
    on_the_way: frozenset[str]
    lasting: frozenset[str]
    weak: frozenset[str]
    lingering: frozenset[str]
    wishes: frozenset[str]
    arranging: frozenset[str]
    unable: frozenset[str]
    venues: frozenset[str]
    journeys: frozenset[str]
    assembling: frozenset[str]
    sharing: frozenset[str]
    shared: frozenset[str]
    others: frozenset[str]
    kinds: tuple[frozenset[str], ...]
    months: dict[str, int]
    date: re.Pattern[str]


@functools.cache
def event_words(language: str) -> EventWords:
    """The words in the data folder of a language."""
    data = load(language, "events")
    split = {key: _listed(text) for key, text in data.items()}
    months = {name: at % 12 + 1 for at, name in enumerate(split["months"][:12])}
    months |= {
        name: next(number for full, number in months.items() if full.startswith(name)) for name in split["months"][12:]
    }
    full, short = alternatives(split["months"][:12]), alternatives(split["months"][12:])
    month, day = rf"(?:{full}|{short}\.?)", r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
    reach = rf"{day}(?:\s*(?:-|–|to|and|through|until)\s*{day})?"
    date = (
        rf"(?:(?:{alternatives(split['days'])})(?:,|\s+\()?\s+)?"
        rf"(?:(?P<m1>{month})\s+(?P<d1>{reach})|(?P<d2>{reach})\s+(?:of\s+)?(?P<m2>{month}))\)?(?!\d)(?:,?\s+(?P<year>20\d\d|19\d\d))?"
        rf"|(?:(?:last|next|this|on)\s+)?(?:{alternatives(split['days'])})(?:\s+(?:morning|afternoon|evening|night))?"
    )
    own = {"common", "months", "date", "kinds"}
    names = {field.name: frozenset(split[field.name]) for field in fields(EventWords) if field.name not in own}
    return EventWords(
        **names,
        common=split["common"],
        kinds=tuple(frozenset(_listed(kind)) for kind in data["kinds"].split(";")),
        months=months,
        date=re.compile(rf"(?<!\w)(?:{date})(?!\w)", re.IGNORECASE),
    )


def _listed(text: str) -> tuple[str, ...]:
    return tuple(" ".join(word.split()) for word in text.split(",") if word.strip())
