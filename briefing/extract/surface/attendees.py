"""The records of who took part in one article, with the words that say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from briefing.extract.identity import fact_id
from briefing.extract.surface.actor import Actor
from briefing.extract.surface.cast import Cast
from briefing.extract.surface.casting import Person
from briefing.extract.surface.certainty import confidence_of
from briefing.model.facts import Attendance, Attendee, AttendeeKind, Evidence, Mode
from briefing.model.span import Span, Written

_RANK = (Mode.IN_PERSON, Mode.REMOTE, Mode.REPRESENTED, Mode.ABSENT, Mode.EXPECTED)


@dataclass(frozen=True, slots=True)
class Sign:
    """What the article says of somebody's taking part."""

    actor: Actor
    mode: Mode
    words: tuple[int, int] | None
    """The verb's tokens; `None` where no verb says so."""
    shared: bool = False
    """Whether it is said of all who are named with the verb ("X and Y signed"), not of its subject alone."""


class AttendeeRecords:
    """Makes the records of one article; `event`: the id of its main event."""

    def __init__(self, cast: Cast, event: str | None) -> None:
        self._cast = cast
        self._parse = cast.parse
        self._tokens = cast.parse.tokens
        self._event = event

    def of_person(self, person: Person, signs: Sequence[Sign], identity: str, *, heard: bool) -> Attendee:
        """The record of a person; `heard`: whether the article quotes him or says what he says."""
        role = self._cast.role_of(person)
        titles = sorted(person.titles, key=lambda title: (title is not role, title.first))
        body = next((title.body for title in titles if title.body is not None), None)
        return Attendee(
            id=identity,
            kind=AttendeeKind.PERSON,
            name=person.name,
            names=tuple(self._written((run.first, run.last)) for run in self._best_first(person)),
            roles=self._roles([(title.first, title.last) for title in titles]),
            organisation=self._cut(body) if body is not None else None,
            country=person.country,
            attendances=(self._attendance(person, signs, heard=heard),),
            gender=person.gender if person.gender in {"m", "f"} else None,
        )

    def _best_first(self, person: Person) -> list[Any]:
        return sorted(person.mentions, key=lambda run: (-(run.last - run.first), run.text(self._parse) != person.name))

    def _roles(self, places: Sequence[tuple[int, int]]) -> tuple[Written, ...]:
        seen: dict[str, Written] = {}
        for place in places:
            written = self._written(place)
            seen.setdefault(written.text.lower(), written)
        return tuple(seen.values())

    def _attendance(self, person: Person, signs: Sequence[Sign], *, heard: bool) -> Attendance:
        afar = any(sign.mode is Mode.REMOTE and not sign.shared for sign in signs)
        told = [sign for sign in signs if not (afar and sign.shared and sign.mode is Mode.IN_PERSON)]
        best = min(told, key=lambda sign: (_RANK.index(sign.mode), sign.words or ()), default=None)
        best = self._nearer(told, best) if best is not None else None
        if best is not None:
            return self._taken(best, "surface.person")
        mode = Mode.QUOTED if heard else Mode.MENTIONED
        rule = f"surface.person.{mode.value}"
        spans = (self._sentence(person.mentions[0].first),)
        return Attendance(
            event=None,
            mode=mode,
            words=None,
            evidence=Evidence(spans=spans, rule=rule, confidence=confidence_of(rule)),
        )

    def _nearer(self, signs: Sequence[Sign], best: Sign) -> Sign:
        """What the same sentence says last of somebody in a list: that he was not there."""
        away = [sign for sign in signs if sign.mode in {Mode.ABSENT, Mode.REPRESENTED} and sign.words is not None]
        for sign in away if best.words is not None else ():
            first, last = best.words or (0, 0), sign.words or (0, 0)
            if self._tokens[first[0]].sentence == self._tokens[last[0]].sentence and first < last:
                return sign
        return best

    def _taken(self, sign: Sign, kind: str) -> Attendance:
        rule = f"{kind}.{sign.mode.value}" if sign.words is not None else f"{kind}.{sign.mode.value}.weighed"
        places = dict.fromkeys((sign.words[0] if sign.words is not None else sign.actor.first, sign.actor.first))
        spans = tuple(dict.fromkeys(self._sentence(place) for place in places))
        return Attendance(
            event=self._event,
            mode=sign.mode,
            words=self._written(sign.words) if sign.words is not None else None,
            evidence=Evidence(spans=spans, rule=rule, confidence=confidence_of(rule)),
        )

    def of_group(self, name: str, signs: Sequence[Sign]) -> Attendee:
        """The record of a body."""
        best = min(signs, key=lambda sign: (_RANK.index(sign.mode), sign.words or ()))
        return Attendee(
            id=fact_id("group", self._parse.article.id, name),
            kind=AttendeeKind.GROUP,
            name=name,
            names=(self._written((best.actor.first, best.actor.last)),),
            roles=(),
            organisation=None,
            country=None,
            attendances=(self._taken(best, "surface.group"),),
        )

    def _sentence(self, i: int) -> Span:
        stretch = self._parse.sentences[self._tokens[i].sentence]
        return self._parse.span(stretch.start, stretch.end)

    def _written(self, words: tuple[int, int]) -> Written:
        start, end = self._tokens[words[0]].start, self._tokens[words[1] - 1].end
        return Written(text=self._parse.article.text[start:end], span=self._parse.span(start, end))

    def _cut(self, words: tuple[int, int]) -> str:
        return self._written(words).text
