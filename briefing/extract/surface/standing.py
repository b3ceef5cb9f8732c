"""Whether somebody of whom no verb says that he took part was there: signs of the article weighed together."""

from __future__ import annotations

import functools
import math
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from briefing.extract.surface.actors import Actors
from briefing.extract.surface.casting import Person
from briefing.extract.surface.phrases import Found
from briefing.extract.surface.speakers import Speaker
from briefing.model.facts import Event, Quote

_BUCKETS = 3
_LATE = 5
_LEAD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Words that one article has beside names: where occasions, the press, links from afar, refusals are spoken of."""

    occasions: Found
    press: Found
    remote: Found
    refusing: Found
    other_times: Found


class Standing:
    """Gathers the signs of the people of one article."""

    def __init__(
        self,
        actors: Actors,
        around: Around,
        quotes: Sequence[tuple[Quote, Speaker | None]],
        event: Event | None,
    ) -> None:
        self._actors = actors
        self._around = around
        self._quotes = quotes
        self._tokens = actors.parse.tokens
        self._sentences = actors.parse.sentences
        self._event = event
        self._by_sentence: dict[int, set[str]] = {}
        for person in actors.cast.people:
            for run in person.mentions:
                self._by_sentence.setdefault(self._tokens[run.first].sentence, set()).add(person.name)

    def signs(self, person: Person, present: Mapping[str, int], *, heard: bool) -> list[str]:
        """The signs of a person. `present`: by name the token that says of somebody that he took part.

        `heard`: whether the article quotes him or says what he says.
        """
        plain = sorted(set(self._signs(person, present)))
        return [*plain, *(f"heard.{sign}" for sign in plain)] if heard else plain

    def _signs(self, person: Person, present: Mapping[str, int]) -> Iterator[str]:
        yield "bias"
        first = person.mentions[0].first
        if person.name in present:
            yield "verb"
            yield f"verb.paragraph.{self._late(present[person.name])}"
        others = sum(name != person.name for name in present)
        yield f"present.{min(others, _BUCKETS)}"
        yield "event" if self._event is not None else "no.event"
        if self._event is not None and self._event.evidence.rule.endswith("named"):
            yield "event.named"
        yield f"paragraph.{self._late(first)}"
        yield f"mentions.{min(len(person.mentions), _BUCKETS)}"
        yield from self._company(person, present)
        yield from self._words(person)
        yield from self._office(person)
        actor = self._actors.at(first)
        if actor is not None:
            yield "led" if actor.led else "plain" if actor.plain else "oblique"
        yield from self._said(person)

    def _late(self, i: int) -> int:
        paragraph = self._tokens[i].paragraph
        return paragraph if paragraph < _LEAD else _LEAD if paragraph < _LATE else _LATE

    def _company(self, person: Person, present: Mapping[str, int]) -> Iterator[str]:
        named = self._by_sentence[self._tokens[person.mentions[0].first].sentence]
        yield f"company.{min(len(named) - 1, _BUCKETS)}"
        places = {self._tokens[run.first].sentence for run in person.mentions}
        beside = set[str]().union(*(self._by_sentence[place] for place in places))
        if any(name in present for name in beside - {person.name}):
            yield "beside"

    def _words(self, person: Person) -> Iterator[str]:
        around = self._around
        for at, sentence in enumerate(sorted({self._tokens[run.first].sentence for run in person.mentions})):
            stretch = self._sentences[sentence]
            for name, found in (
                ("occasion", around.occasions),
                ("press", around.press),
                ("remote", around.remote),
                ("refusing", around.refusing),
                ("other.time", around.other_times),
            ):
                if found.within(stretch.first, stretch.last):
                    yield name if at else f"{name}.first"

    def _office(self, person: Person) -> Iterator[str]:
        if not person.titles:
            yield "title.none"
        for title in person.titles[:1]:
            yield "title.national" if title.head.national else "title.other"
            if title.head.plural:
                yield "title.plural"

    def _said(self, person: Person) -> Iterator[str]:
        own = [said for _, said in self._quotes if said is not None and said.person is person]
        yield f"quotes.{min(len(own), _BUCKETS)}"
        for said in own:
            yield f"quote.{said.rule.split('.')[0]}"
            if said.cue is not None and self._around.press.within(*self._actors.bounds.around(said.cue)):
                yield "quote.press"


def likelihood(signs: Sequence[str]) -> float:
    """How likely somebody with these signs took part, 0 to 1."""
    weights = _weights()
    return 1 / (1 + math.exp(-sum(weights.get(sign, 0.0) for sign in signs)))


@functools.cache
def _weights() -> Mapping[str, float]:
    source = files("briefing.extract").joinpath("surface", "standing.toml")
    table: dict[str, float] = tomllib.loads(source.read_text(encoding="utf-8"))["weights"]
    return table
