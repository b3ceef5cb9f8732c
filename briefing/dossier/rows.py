"""Rows that the editor makes one, and one row that she makes two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, TypeVar

from briefing.dossier.grouping import by_key, content_id, unique
from briefing.dossier.keeping import mentioned
from briefing.dossier.people import WEIGHT, fullest, name_first, weightiest
from briefing.model.decision import Slot
from briefing.model.facts import (
    Attendance,
    Attendee,
    Attribution,
    Commitment,
    Event,
    Evidence,
    Fact,
    Figure,
    Mode,
    Quote,
)
from briefing.model.span import Span, Written

F = TypeVar("F", Event, Attendee, Commitment, Quote, Figure)
V = TypeVar("V")
Row: TypeAlias = tuple[F, frozenset[Slot]]
"""A fact and the slots of it that the editor has settled."""


def merged(facts: Sequence[Fact], fields: Sequence[frozenset[Slot]]) -> Fact:
    """One fact of several of a kind: the first with what it lacks from the others, and the evidence of all.

    `fields`: for each fact the slots that the editor has settled; these go before what was found, the name aside.
    """
    match facts[0]:
        case Event():
            return _one_event(_rows(Event, facts, fields))
        case Attendee():
            return _one_attendee(_rows(Attendee, facts, fields))
        case Commitment():
            return _one_commitment(_rows(Commitment, facts, fields))
        case Quote():
            return _one_quote(_rows(Quote, facts, fields))
        case Figure():
            return _one_figure(_rows(Figure, facts, fields))


def _rows(kind: type[F], facts: Sequence[Fact], fields: Sequence[frozenset[Slot]]) -> list[Row[F]]:
    return [(fact, own) for fact, own in zip(facts, fields, strict=True) if isinstance(fact, kind)]


def united(attendances: Iterable[Attendance]) -> tuple[Attendance, ...]:
    """One attendance per event, the weightiest first."""
    found = [weightiest(group[0].event, group) for group in by_key(attendances, lambda one: one.event)]
    return tuple(sorted(found, key=lambda one: (WEIGHT[one.mode], one.event or "~")))


def _lent(rows: Sequence[Row[F]], slot: Slot, value: Callable[[F], V | None]) -> V | None:
    """The value that the editor gave to any of the rows, else the first that there is; her empty slot stays empty."""
    first, settled = rows[0]
    if slot in settled:
        return value(first)
    values = [value(fact) for fact, own in rows if slot in own] + [value(fact) for fact, own in rows if slot not in own]
    return next((one for one in values if one), None)


def _one_attendee(rows: Sequence[Row[Attendee]]) -> Attendee:
    first = rows[0][0]
    facts = [fact for fact, _ in rows]
    stated = next((fact.roles for fact, own in rows if Slot.ROLE in own and (fact is first or fact.roles)), None)
    return replace(
        first,
        names=unique(name for fact in facts for name in fact.names),
        roles=unique(role for fact in facts for role in fact.roles) if stated is None else stated,
        organisation=_lent(rows, Slot.ORGANISATION, lambda fact: fact.organisation),
        country=_lent(rows, Slot.COUNTRY, lambda fact: fact.country),
        attendances=united(one for fact in facts for one in fact.attendances),
        gender=next((fact.gender for fact in facts if fact.gender), None),
    )


def _one_event(rows: Sequence[Row[Event]]) -> Event:
    first, settled = rows[0]
    facts = [fact for fact, _ in rows]
    name = first.name if Slot.NAME in settled else next((fact.name for fact in facts if fact.name), None)
    others = (written for fact in facts for written in (*((fact.name,) if fact.name else ()), *fact.aliases))
    return replace(
        first,
        name=name,
        place=_lent(rows, Slot.PLACE, lambda fact: fact.place),
        when=_lent(rows, Slot.WHEN, lambda fact: fact.when),
        host=_lent(rows, Slot.HOST, lambda fact: fact.host),
        aliases=tuple(written for written in unique(others) if written != name),
        evidence=_joint(facts),
    )


def _one_commitment(rows: Sequence[Row[Commitment]]) -> Commitment:
    first = rows[0][0]
    facts = [fact for fact, _ in rows]
    by = _lent(rows, Slot.ACTOR, lambda fact: fact if fact.actor else None)
    return replace(
        first,
        kind=_lent(rows, Slot.KIND, lambda fact: fact.kind) or first.kind,
        actor=by.actor if by else None,
        actor_id=by.actor_id if by else None,
        actor_words=by.actor_words if by else None,
        amount=_lent(rows, Slot.AMOUNT, lambda fact: fact.amount),
        deadline=_lent(rows, Slot.DEADLINE, lambda fact: fact.deadline),
        condition=_lent(rows, Slot.CONDITION, lambda fact: fact.condition),
        beneficiary=_lent(rows, Slot.BENEFICIARY, lambda fact: fact.beneficiary),
        addressee=_lent(rows, Slot.ADDRESSEE, lambda fact: fact.addressee),
        event=next((fact.event for fact in facts if fact.event), None),
        evidence=_joint(facts),
    )


def _one_quote(rows: Sequence[Row[Quote]]) -> Quote:
    first = rows[0][0]
    facts = [fact for fact, _ in rows]
    by = _lent(rows, Slot.SPEAKER, lambda fact: fact if fact.speaker else None)
    return replace(
        first,
        speaker=by.speaker if by else None,
        speaker_id=by.speaker_id if by else None,
        speaker_words=by.speaker_words if by else None,
        cue=by.cue if by else first.cue,
        attribution=by.attribution if by else Attribution.UNKNOWN,
        event=next((fact.event for fact in facts if fact.event), None),
        evidence=_joint(facts),
    )


def _one_figure(rows: Sequence[Row[Figure]]) -> Figure:
    facts = [fact for fact, _ in rows]
    stated = _lent(rows, Slot.AMOUNT, lambda fact: fact) or facts[0]
    return replace(facts[0], amount=stated.amount, words=stated.words, evidence=_joint(facts))


def _joint(facts: Sequence[Event | Commitment | Quote | Figure]) -> Evidence:
    return replace(
        facts[0].evidence,
        spans=unique(span for fact in facts for span in fact.evidence.spans),
        confidence=max(fact.evidence.confidence for fact in facts),
    )


@dataclass(frozen=True, slots=True)
class Parting:
    """A row made two: which mentions went and which stayed."""

    stays: Attendee
    goes: Attendee

    def takes(self, words: Written | None) -> bool:
        """Whether words that refer to the row as it was refer to the part that goes: by the mention beside them."""
        return words is not None and _nearest(words.span, self.stays.names, self.goes.names) is self.goes.names


def parted(row: Attendee, names: Sequence[Written], *, keep_name: bool) -> Parting | None:
    """The row without the mentions in `names`, and a row of these; `None` where either would have no mention.

    Roles, attendances and their sentences go with the nearest mention. `keep_name`: the editor has named the row.
    """
    chosen = [written.span for written in names]
    goes = tuple(name for name in row.names if any(name.span.overlaps(span) for span in chosen))
    stays = tuple(name for name in row.names if name not in goes)
    if not goes or not stays:
        return None

    def follow(written: Written) -> bool:
        named = any(written.span.overlaps(span) for span in chosen)
        return named or _nearest(written.span, stays, goes) is goes

    left, taken = _shared_out(row.attendances, stays, goes)
    name = row.name if keep_name or any(row.name == one.text for one in stays) else fullest([n.text for n in stays])
    other = fullest([written.text for written in goes])
    return Parting(
        stays=replace(
            row,
            name=name,
            names=name_first(name, stays),
            roles=tuple(role for role in row.roles if not follow(role)),
            attendances=left,
        ),
        goes=replace(
            row,
            id=content_id("attendee", "split", *sorted(f"{one.span.article}:{one.span.start}" for one in goes)),
            name=other,
            names=name_first(other, goes),
            roles=tuple(role for role in row.roles if follow(role)),
            attendances=taken,
            # What was found of one person must not be told of another.
            organisation=None,
            country=None,
            gender=None,
        ),
    )


def _shared_out(
    attendances: Sequence[Attendance], stays: tuple[Written, ...], goes: tuple[Written, ...]
) -> tuple[tuple[Attendance, ...], tuple[Attendance, ...]]:
    """Each attendance to whom its sentences name; both take one whose sentences name both."""
    left: list[Attendance] = []
    taken: list[Attendance] = []
    for one in attendances:
        about = [(span, *_named_in(span, stays, goes)) for span in one.evidence.spans]
        words_go = one.words is not None and _nearest(one.words.span, stays, goes) is goes
        for side, own, spans in (
            (left, not words_go, tuple(span for span, here, _ in about if here)),
            (taken, words_go, tuple(span for span, _, there in about if there)),
        ):
            if spans:
                settled = own or one.words is None or any(span.covers(one.words.span) for span in spans)
                side.append(_part(one, spans, settled=settled))
    return tuple(left) or (mentioned(stays[0]),), tuple(taken) or (mentioned(goes[0]),)


def _part(one: Attendance, spans: tuple[Span, ...], *, settled: bool) -> Attendance:
    """An attendance with these sentences; where the words that settle its mode are not in them, it is a mention."""
    part = replace(one, evidence=replace(one.evidence, spans=spans))
    return part if settled else replace(part, mode=Mode.MENTIONED, words=None)


def _named_in(sentence: Span, stays: tuple[Written, ...], goes: tuple[Written, ...]) -> tuple[bool, bool]:
    """Whether a sentence is about who stays, and about who goes; one that names neither is about the nearest."""
    here = any(sentence.covers(name.span) for name in stays)
    there = any(sentence.covers(name.span) for name in goes)
    if here or there:
        return here, there
    nearest_goes = _nearest(sentence, stays, goes) is goes
    return not nearest_goes, nearest_goes


def _nearest(place: Span, stays: tuple[Written, ...], goes: tuple[Written, ...]) -> tuple[Written, ...]:
    """The side whose mention is nearest in the same article, one before the place rather than one behind it."""
    distances = [
        (_distance(place, name.span), side is goes, side)
        for side in (stays, goes)
        for name in side
        if name.span.article == place.article
    ]
    return min(distances, key=lambda one: one[:2])[2] if distances else stays


def _distance(place: Span, name: Span) -> tuple[int, bool]:
    if place.overlaps(name):
        return (0, False)
    return (place.start - name.end, False) if name.end <= place.start else (name.start - place.end, True)
