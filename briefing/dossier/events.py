"""Events of several articles: which are one, and what each source says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.dossier.days import day_range
from briefing.dossier.grouping import distinct_ids, joined, unique
from briefing.model.article import Article
from briefing.model.facts import Event, Evidence
from briefing.text.likeness import content_words, share_alike

# An event is reported in the days around it; beyond this gap two reports without dates are of two events.
_DAYS_APART = 10
_SLIP = 2


@dataclass(frozen=True)
class Sighting:
    """An event as one article reports it, with what helps to recognise it elsewhere.

    `company`: keys of the people who took part. `day`: ordinal of publication, `None` if not known.
    """

    article: str
    event: Event
    company: frozenset[str]
    day: int | None
    shingles: frozenset[int]


def merged_events(
    sightings: Sequence[Sighting], articles: Mapping[str, Article]
) -> tuple[tuple[Event, ...], dict[tuple[str, str], str], list[list[Sighting]]]:
    """The different events, where each article's own event went, and the sightings of each."""
    groups = joined(sightings, _fitting)
    events = [_one_of(group) for group in groups]
    keys = [_key(event, group, articles) for event, group in zip(events, groups, strict=True)]
    tellers = [min(f"{sighting.article} {sighting.event.id}" for sighting in group) for group in groups]
    named = [replace(event, id=new) for event, new in zip(events, distinct_ids("event", keys, tellers), strict=True)]
    moved = {
        (sighting.article, sighting.event.id): event.id
        for event, group in zip(named, groups, strict=True)
        for sighting in group
    }
    return tuple(named), moved, groups


def _fitting(one: Sighting, groups: Sequence[Sequence[Sighting]]) -> Sequence[Sequence[Sighting]]:
    """The groups with a report that is plainly of the same event and none that cannot be."""
    return [
        group
        for group in groups
        if not any(_clash(one, other) for other in group) and any(same_event(one, other) for other in group)
    ]


def _clash(one: Sighting, other: Sighting) -> bool:
    """Whether two reports cannot be of one event: an article that tells two events apart does so with reason."""
    return one.article == other.article or _dates_clash(one, other)


def same_event(one: Sighting, other: Sighting) -> bool:
    """Whether two reports are plainly of one event: by wire copy, by name, or by place, time and company."""
    if _clash(one, other):
        return False
    if share_alike(one.shingles, other.shingles) >= 0.6:
        return True
    named = _name_likeness(one.event, other.event)
    if named is not None:
        if named >= 0.75:
            return not _places_clash(one.event, other.event) or named >= 0.99
        if named < 0.34:
            return False
    company = len(one.company & other.company)
    return _same_place(one.event, other.event) and company >= 2


def _name_likeness(one: Event, other: Event) -> float | None:
    """How much of the shorter name the longer one holds, 0 to 1; `None` where either has no name."""
    if one.name is None or other.name is None:
        return None
    best = 0.0
    for left in (one.name, *one.aliases):
        for right in (other.name, *other.aliases):
            words, others = content_words(left.text), content_words(right.text)
            if min(len(words), len(others)) >= 2:
                best = max(best, len(words & others) / min(len(words), len(others)))
    return best


def _same_place(one: Event, other: Event) -> bool:
    return one.place is not None and other.place is not None and not _places_clash(one, other)


def _places_clash(one: Event, other: Event) -> bool:
    if one.place is None or other.place is None:
        return False
    return not content_words(one.place.text) & content_words(other.place.text)


def _dates_clash(one: Sighting, other: Sighting) -> bool:
    """Whether the two are too far apart to be one; a slip of a day or two is a difference to report, not two events."""
    first, second = day_range(one.event.when), day_range(other.event.when)
    if first is not None and second is not None:
        return max(first[0], second[0]) - min(first[1], second[1]) > _SLIP
    return one.day is not None and other.day is not None and abs(one.day - other.day) > _DAYS_APART


def _one_of(group: Sequence[Sighting]) -> Event:
    """The sighting that says most, filled up with what the others add; its id is still to be given."""
    events = [sighting.event for sighting in group]
    events.sort(key=lambda event: (-_said(event), -len(event.name.text) if event.name else 0, event.id))
    best = events[0]
    when = next((e.when for e in events if e.when and e.when.start), next((e.when for e in events if e.when), None))
    names = unique(written for event in events for written in (*((event.name,) if event.name else ()), *event.aliases))
    evidence = Evidence(
        spans=unique(span for event in events for span in event.evidence.spans),
        rule=best.evidence.rule,
        confidence=max(event.evidence.confidence for event in events),
    )
    return replace(
        best,
        place=next((event.place for event in events if event.place), None),
        host=next((event.host for event in events if event.host), None),
        when=when,
        aliases=tuple(written for written in names if written != best.name),
        evidence=evidence,
    )


def _key(event: Event, group: Sequence[Sighting], articles: Mapping[str, Article]) -> tuple[str, ...]:
    """What makes an event itself: its name (or the title of its first report), place and date."""
    title = articles[min(sighting.article for sighting in group)].title or ""
    name = " ".join(sorted(content_words(event.name.text if event.name else title)))
    return name, event.place.text if event.place else "", (event.when.start or "") if event.when else ""


def _said(event: Event) -> int:
    slots = (event.name, event.place, event.when, event.host)
    return sum(slot is not None for slot in slots) + bool(event.when and event.when.start)
