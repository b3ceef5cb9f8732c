"""The rules of a language on who took part and how: read once from `attendance.toml`."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from briefing.extract.lexis.lexicon import alternatives, load
from briefing.model.facts import Mode


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way of taking part: `verbs`, and which argument takes part in which mode.

    `event`: an event's word must be the `object`, stand after a preposition (`prep`), or a `paper` be signed.
    `company`: somebody else must be there ("discussed with"). `audience`: those who listen must be named.
    `place`: a place must be named. `remote`: words of distance must be there. `link`: words for a link to an event.
    `state`: words of which one must complete the verb. `subject`, `object`: heads it must have.
    `negated`: the verb must be. `passive`: whether it must or must not be; `None`: either. `alone`: has no object.
    `told`: only of what has happened, not of what is to come. `without`: a preposition that must not follow.
    `after`: a preposition after which a person must stand.
    """

    id: str
    verbs: frozenset[str]
    who: Mapping[str, Mode]
    event: str = ""
    company: bool = False
    audience: bool = False
    place: bool = False
    remote: bool = False
    link: bool = False
    people: str = ""
    after: str = ""
    told: bool = False
    perfect: bool = False
    progressive: bool = False
    negated: bool = False
    passive: bool | None = None
    alone: bool = False
    without: str = ""
    state: frozenset[str] = field(default_factory=frozenset)
    subject: frozenset[str] = field(default_factory=frozenset)
    object: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class ListWords:
    """Words beside a list of names, in lower case, and the mode they tell; `id`: of which sort they are.

    `long`: it runs to the end of the sentence. `back`: it stands before the words.
    """

    id: str
    pattern: re.Pattern[str]
    mode: Mode
    long: bool
    back: bool


@dataclass(frozen=True, slots=True)
class Bygone:
    """Words by which a meeting is told as past: prepositions `after` which it stands, and what dates it."""

    after: frozenset[str]
    by_itself: frozenset[str]
    units: frozenset[str]
    last: frozenset[str]
    months: frozenset[str]


@dataclass(frozen=True)
class TakingPart:
    """All rules and word lists on attendance."""

    by_verb: Mapping[str, tuple[Rule, ...]]
    events: frozenset[tuple[str, ...]]
    talks: frozenset[str]
    audience: frozenset[str]
    paper: frozenset[str]
    other: frozenset[str]
    preps: frozenset[str]
    afar: re.Pattern[str]
    remote: re.Pattern[str]
    link: re.Pattern[str]
    call: re.Pattern[str]
    virtual: frozenset[str]
    mixed: re.Pattern[str]
    holds: frozenset[str]
    bodies: frozenset[str]
    hearing: frozenset[str]
    deputies: frozenset[str]
    places: frozenset[str]
    played: frozenset[str]
    expected: frozenset[str]
    absent: frozenset[str]
    groups: frozenset[str]
    pleaders: frozenset[str]
    remarks: frozenset[str]
    makes: frozenset[str]
    made: frozenset[str]
    saying: frozenset[str]
    views: frozenset[str]
    speaks_of: frozenset[str]
    speakers: frozenset[str]
    bygone: Bygone
    lists: tuple[ListWords, ...]
    lists_hint: re.Pattern[str]


@functools.cache
def load_taking_part(language: str = "en") -> TakingPart:
    """The rules in the data folder of a language."""
    data = load(language, "attendance")
    by_verb: dict[str, tuple[Rule, ...]] = {}
    for entry in data["rule"]:
        rule = Rule(
            id=entry["id"],
            verbs=_words(entry["verbs"]),
            who={slot: Mode(mode) for slot, mode in entry["who"].items()},
            event=entry.get("event", ""),
            company=entry.get("company", False),
            audience=entry.get("audience", False),
            place=entry.get("place", False),
            remote=entry.get("remote", False),
            link=entry.get("link", False),
            people=entry.get("people", ""),
            after=entry.get("after", ""),
            told=entry.get("told", False),
            perfect=entry.get("perfect", False),
            progressive=entry.get("progressive", False),
            negated=entry.get("negated", False),
            passive=entry.get("passive"),
            alone=entry.get("alone", False),
            without=entry.get("without", ""),
            state=_words(entry.get("state", "")),
            object=_words(entry.get("object", "")),
            subject=_words(entry.get("subject", "")),
        )
        for verb in rule.verbs:
            by_verb[verb] = (*by_verb.get(verb, ()), rule)
    events = data["events"]
    return TakingPart(
        by_verb=by_verb,
        events=frozenset(tuple(phrase.split()) for phrase in _words(events["nouns"])),
        talks=_words(events["talks"]),
        audience=_words(events["audience"]),
        paper=_words(events["paper"]),
        other=_words(events["other"]),
        preps=_words(events["preps"]),
        remote=re.compile(rf"\b{alternatives(_words(data['remote']['words']))}\b", re.IGNORECASE),
        link=re.compile(rf"\b{alternatives(_words(data['remote']['link']))}\b", re.IGNORECASE),
        afar=re.compile(rf"\b{alternatives(_words(data['remote']['written']))}\b", re.IGNORECASE),
        call=re.compile(rf"\b{alternatives(_words(data['remote']['call']['lead']))}\b", re.IGNORECASE),
        virtual=_words(data["remote"]["events"]),
        mixed=re.compile(rf"\b{alternatives(_words(data['remote']['mixed']))}\b", re.IGNORECASE),
        holds=_words(data["remote"]["holds"]),
        bodies=_words(data["groups"]["bodies"]),
        hearing=_words(data["hearing"]["bodies"]),
        deputies=_words(data["represented"]["deputies"]),
        played=_words(data["parts"]["played"]),
        places=_words(data["represented"]["places"]),
        expected=_words(data["expected"]["verbs"]),
        absent=_words(data["absent"]["verbs"]),
        speakers=_words(data["saying"]["speakers"]),
        saying=_words(data["saying"]["verbs"]),
        views=_words(data["saying"]["views"]),
        speaks_of=_words(data["saying"]["speaks_of"]),
        makes=_words(data["saying"]["makes"]),
        made=_words(data["saying"]["made"]),
        remarks=_words(data["saying"]["remarks"]),
        groups=_words(data["groups"]["heads"]),
        pleaders=_words(data["groups"]["pleaders"]),
        bygone=Bygone(**{name: _words(written) for name, written in data["bygone"].items()}),
        lists=tuple(_list(entry) for entry in data["list"]),
        lists_hint=re.compile("|".join(_list(entry).pattern.pattern for entry in data["list"])),
    )


def _list(entry: Mapping[str, Any]) -> ListWords:
    words = entry["pattern"] if "pattern" in entry else alternatives([entry["before"]])
    pattern = re.compile(rf"\b(?:{words})(?!\w)")
    return ListWords(
        entry.get("id", "list"), pattern, Mode(entry["mode"]), entry.get("long", False), entry.get("back", False)
    )


def _words(written: str) -> frozenset[str]:
    return frozenset(phrase for phrase in (" ".join(part.split()) for part in written.split(",")) if phrase)
