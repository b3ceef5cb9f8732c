"""Who took part, and how: the weightiest sign for each event; else quoted or merely mentioned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from briefing.extract.attending_nouns import NounSigns
from briefing.extract.attending_verbs import VerbSigns
from briefing.extract.cast import Cast, Person
from briefing.extract.identity import fact_id
from briefing.extract.part import Part
from briefing.extract.taking_part import load_taking_part
from briefing.model.facts import Attendance, Attendee, AttendeeKind, Evidence, Mode

_LEAD = 0.4


def find_attendees(
    cast: Cast, quoted: frozenset[str], event_of: Callable[[int], str | None], language: str = "en"
) -> tuple[Attendee, ...]:
    """All people of an article and the groups that took part, in the order of the text.

    `quoted`: keys of the people who are quoted. `event_of`: the event at a place in the text.
    """
    rules = load_taking_part(language)
    verbs = VerbSigns(cast, rules)
    signs: dict[str, list[Part]] = defaultdict(list)
    groups: dict[str, list[Part]] = defaultdict(list)
    for part in (*verbs.parts(), *NounSigns(cast, rules, verbs).parts(), *verbs.speakers()):
        if part.who is not None:
            signs[part.who].append(part)
        elif part.group is not None:
            groups[" ".join(part.group.text.casefold().split())].append(part)
    heard = quoted | verbs.heard()
    people = [_person(cast, person, signs.get(person.key, []), heard, event_of) for person in cast.people]
    bodies = [_group(cast, parts, event_of) for parts in groups.values()]
    return (*people, *bodies)


def _person(
    cast: Cast, person: Person, parts: Sequence[Part], quoted: frozenset[str], event_of: Callable[[int], str | None]
) -> Attendee:
    attendances = _attendances(cast, parts, event_of)
    if not attendances:
        first = cast.parse.tokens[person.mentions[0].first]
        mode = Mode.QUOTED if person.key in quoted else Mode.MENTIONED
        evidence = _evidence(cast, first.sentence, f"attendance.{mode.value}", 0.8 * person.confidence)
        # Who is quoted in the report of an event belongs to that report; who is mentioned may have no part in it.
        event = event_of(first.start) if mode is Mode.QUOTED else None
        attendances = (Attendance(event=event, mode=mode, words=None, evidence=evidence),)
    return Attendee(
        id=cast.attendee_id(person.key) or "",
        kind=AttendeeKind.PERSON,
        name=person.name,
        names=person.names,
        roles=person.roles,
        organisation=person.organisation,
        country=person.country,
        attendances=attendances,
        gender=person.gender,
    )


def _group(cast: Cast, parts: Sequence[Part], event_of: Callable[[int], str | None]) -> Attendee:
    written = next(part.group for part in parts if part.group is not None)
    name = " ".join(written.text.split())
    place = cast.vocabulary.countries.phrases.get(name)
    return Attendee(
        id=fact_id("group", cast.parse.article.id, name.casefold()),
        kind=AttendeeKind.GROUP,
        name=name,
        names=(written,),
        roles=(),
        organisation=None,
        country=place[0] if place is not None else None,
        attendances=_attendances(cast, parts, event_of),
    )


def _attendances(cast: Cast, parts: Sequence[Part], event_of: Callable[[int], str | None]) -> tuple[Attendance, ...]:
    """The best sign of each event, the weightiest event first."""
    best: dict[str | None, Part] = {}
    for part in sorted(parts, key=lambda part: (-part.weight - _LEAD * _in_lead(cast, part), part.start)):
        best.setdefault(event_of(part.start), part)
    return tuple(
        Attendance(
            event=event,
            mode=part.mode,
            words=cast.written(part.start, part.end),
            evidence=_evidence(cast, part.sentence, part.rule, min(0.95, 0.55 + 0.12 * part.weight)),
        )
        for event, part in sorted(best.items(), key=lambda item: (-item[1].weight, item[1].start))
    )


def _in_lead(cast: Cast, part: Part) -> bool:
    """Whether the sign stands in the first two paragraphs, which tell what the report is of."""
    paragraphs = cast.parse.paragraphs
    return part.start < paragraphs[min(2, len(paragraphs)) - 1].end


def _evidence(cast: Cast, sentence: int, rule: str, confidence: float) -> Evidence:
    stretch = cast.parse.sentences[sentence]
    return Evidence(
        spans=(cast.parse.span(stretch.start, stretch.end),),
        rule=rule,
        confidence=round(confidence * (1.0 if cast.parse.syntax else 0.7), 3),
    )
