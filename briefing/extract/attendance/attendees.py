"""Who took part, and how: of each person the mode that all signs together speak for; of groups what is said of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from briefing.extract.attendance.bearings import Bearing
from briefing.extract.attendance.part import Part
from briefing.extract.attendance.presence import OF_ALL_HEARD, Standing, presence_of
from briefing.extract.attendance.weighing import Verdict, weigh
from briefing.extract.identity import fact_id
from briefing.extract.reference.cast import Cast
from briefing.model.facts import Attendance, Attendee, AttendeeKind, Evidence, Mode

_LEAD = 0.4
_UNSAID = frozenset({Mode.QUOTED, Mode.MENTIONED})
EventOf = Callable[[int], str | None]


def find_attendees(cast: Cast, quoted: frozenset[str], event_of: EventOf, language: str = "en") -> tuple[Attendee, ...]:
    """All people of an article and the groups that took part, in the order of the text.

    `quoted`: keys of the people who are quoted. `event_of`: the event at a place in the text.
    """
    presence = presence_of(cast, quoted, language)
    groups: dict[str, list[Part]] = defaultdict(list)
    for part in presence.groups:
        if part.group is not None:
            groups[" ".join(part.group.text.casefold().split())].append(part)
    people = [_person(cast, standing, weigh(standing, language), event_of) for standing in presence.people]
    return (*people, *(_group(cast, parts, event_of) for parts in groups.values()))


def _person(cast: Cast, standing: Standing, verdict: Verdict, event_of: EventOf) -> Attendee:
    person = standing.person
    return Attendee(
        id=cast.attendee_id(person.key) or "",
        kind=AttendeeKind.PERSON,
        name=person.name,
        names=person.names,
        roles=person.roles,
        organisation=person.organisation,
        country=person.country,
        attendances=_of_person(cast, standing, verdict, event_of),
        gender=person.gender,
    )


def _of_person(cast: Cast, standing: Standing, verdict: Verdict, event_of: EventOf) -> tuple[Attendance, ...]:
    """What was settled first; then what is told of other events, and of this one by words of its own."""
    first = _settled(cast, standing, verdict, event_of)
    if verdict.mode in _UNSAID:
        return (first,)
    others = [part for part in standing.parts if event_of(part.start) not in {first.event, None}]
    return (first, *_of_events(cast, others, event_of))


def _settled(cast: Cast, standing: Standing, verdict: Verdict, event_of: EventOf) -> Attendance:
    person, mode, sign = standing.person, verdict.mode, verdict.sign
    token = cast.parse.tokens[person.mentions[0].first]
    # Who is quoted in the report of an event belongs to that report; who is mentioned may have no part in it.
    place = token.start if sign is None else sign.start
    event = None if mode is Mode.MENTIONED else event_of(place)
    if isinstance(sign, Part) and sign.rule in OF_ALL_HEARD and event_of(token.start) != event:
        event = None  # what is told of all who are heard does not bring here who is told of elsewhere
    sure = verdict.likely * person.confidence
    if sign is None or mode in _UNSAID:
        sentence = token.sentence if sign is None else sign.sentence
        evidence = _evidence(cast, sentence, f"attendance.{mode.value}", sure)
        return Attendance(event=event, mode=mode, words=None, evidence=evidence)
    return Attendance(
        event=event,
        mode=mode,
        words=cast.written(sign.start, sign.end),
        evidence=_evidence(cast, sign.sentence, f"attendance.{mode.value}.{_rule(sign)}", sure),
    )


def _rule(sign: Part | Bearing) -> str:
    """What is said of somebody, in one word: `list`, `receive`; of hints their class: `body`, `to`."""
    return sign.rule.removeprefix("attendance.") if isinstance(sign, Part) else f"hint.{sign.sign.split('.')[0]}"


def _group(cast: Cast, parts: Sequence[Part], event_of: EventOf) -> Attendee:
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
        attendances=_of_events(cast, parts, event_of),
    )


def _of_events(cast: Cast, parts: Sequence[Part], event_of: EventOf) -> tuple[Attendance, ...]:
    """The best sign of each event, the weightiest event first."""
    best: dict[str | None, Part] = {}
    for part in sorted(parts, key=lambda part: (-part.weight - _LEAD * _in_lead(cast, part), part.start)):
        best.setdefault(event_of(part.start), part)
    return tuple(
        Attendance(
            event=event,
            mode=part.mode,
            words=cast.written(part.start, part.end),
            evidence=_evidence(
                cast, part.sentence, f"attendance.{part.mode.value}.{_rule(part)}", min(0.95, 0.55 + 0.12 * part.weight)
            ),
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
