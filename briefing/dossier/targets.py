"""Which fact of a dossier is the one that a decision was made about."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from briefing.dossier.people import fullest, may_be_one
from briefing.model.facts import Attendee, AttendeeKind, Commitment, Event, Fact, Figure, Quote
from briefing.model.span import Span, Written
from briefing.text.likeness import content_words, folded, wording
from briefing.text.names import may_be_same, name_words

# The half of a stretch of words, or of the mentions of a name, that must still be there.
_MOST = 0.5
_NEARLY_ALL = 0.8
# How many characters of an article stand in one bucket of the index: a sentence or two.
_BUCKET = 256

_Bucket: TypeAlias = tuple[str, int]


class Places:
    """An index of facts of one kind by place; it names candidates only, `closeness` tells."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._buckets: dict[_Bucket, dict[str, None]] = {}
        self._last: dict[str, int] = {}
        for fact in facts:
            self.add(fact, fact.id)

    def add(self, fact: Fact, row: str) -> None:
        """Files the places of `fact` under the id `row`."""
        for bucket in _buckets_of(_filed(fact)):
            self._buckets.setdefault(bucket, {})[row] = None
            article, number = bucket
            self._last[article] = max(number, self._last.get(article, 0))

    def near(self, fact: Fact) -> tuple[str, ...]:
        """Ids of facts that stand in its places or close to them, in the order in which they were filed."""
        return self._in(_filed(fact))

    def at(self, span: Span) -> tuple[str, ...]:
        """Ids of facts that stand at a place or close to it, in the order in which they were filed."""
        return self._in((span,))

    def _in(self, spans: Iterable[Span]) -> tuple[str, ...]:
        # A stranger's snapshot may claim a place of any length.
        ends = ((span, (self._last.get(span.article, -1) + 1) * _BUCKET) for span in spans)
        within = [replace(span, end=min(span.end, end)) for span, end in ends if span.start < end]
        found: dict[str, None] = {}
        for bucket in _buckets_of(within):
            found.update(self._buckets.get(bucket, {}))
        return tuple(found)


def own_places(fact: Fact) -> tuple[Span, ...]:
    """Where the words stand that make a fact itself; those of an event without a name are its sentences."""
    match fact:
        case Attendee(names=names):
            return tuple(name.span for name in names)
        case Quote(parts=parts):
            return parts
        case Event(name=name, aliases=aliases, evidence=evidence):
            named = tuple(written.span for written in (name, *aliases) if written is not None)
            return named or evidence.spans
        case Commitment(words=words) | Figure(words=words):
            return (words.span,)


def cited(fact: Fact) -> tuple[Span, ...]:
    """The sentences that bear a fact out."""
    if isinstance(fact, Attendee):
        return tuple(span for attendance in fact.attendances for span in attendance.evidence.spans)
    return fact.evidence.spans


def closeness(seen: Fact, fact: Fact, articles: Container[str]) -> float:
    """How much of the own words of `seen` are still those of `fact`; 0 where it is another thing.

    Only articles in `articles` count. Comparable between facts of one kind only.
    """
    match seen, fact:
        case Attendee(), Attendee():
            return _same_mentions(seen, fact, articles)
        case Commitment(), Commitment():
            # Clauses lie within clauses; the verb tells which of them was meant.
            verb = seen.kind_words.span.overlaps(fact.kind_words.span)
            return 2 * _same_stretch(seen, fact, part=True) if verb else _same_stretch(seen, fact)
        case Figure(), Figure():
            number = seen.amount.written.span.overlaps(fact.amount.written.span)
            return _same_stretch(seen, fact, part=True) if number else 0.0
        case Quote(), Quote():
            # A quotation within a quotation is somebody else's.
            same = any(seen.trimmed) or folded(seen.speaker or "") == folded(fact.speaker or "")
            return _same_stretch(seen, fact, part=same)
        case Event(), Event():
            return _same_event(seen, fact)
    return 0.0


def same_words(seen: Fact, fact: Fact) -> bool:
    """Whether two facts of one kind say the same, wherever it stands; two people of one name never do."""
    match seen, fact:
        case Quote(), Quote():
            return wording(seen.text) == wording(fact.text)
        case Commitment(), Commitment():
            return wording(seen.words.text) == wording(fact.words.text)
        case Figure(), Figure():
            return wording(seen.words.text) == wording(fact.words.text)
        case Event(name=Written() as name), Event(name=Written() as other):
            return wording(name.text) == wording(other.text)
    return False


def plausible(seen: Fact, fact: Fact) -> bool:
    """Whether a fact of the same id, whose own words stand elsewhere, can still be the one."""
    if isinstance(seen, Attendee) and isinstance(fact, Attendee):
        # The name that it is looked for by is the one in its sources, not the editor's.
        return may_be_one(replace(seen, name=fullest([name.text for name in seen.names])), fact)
    if isinstance(seen, Quote) and isinstance(fact, Quote) and any(seen.trimmed):
        return wording(seen.text) in wording(fact.text)
    return same_words(seen, fact) or _share_a_place(cited(seen), cited(fact))


def same_copy(seen: Fact, fact: Fact) -> bool:
    """Whether two facts say the same and share a sentence: one thing of which another copy was taken for the best."""
    return same_words(seen, fact) and _share_a_place(cited(seen), cited(fact))


def same_thing(added: Fact, found: Fact) -> bool:
    """Whether what the editor has added is what the rules have found in the same place: one person, the same words."""
    if isinstance(added, Attendee) and isinstance(found, Attendee):
        return added.kind is found.kind and _may_share_a_name(added, found)
    mine, theirs = own_places(added), own_places(found)
    shared = _shared(mine, theirs)
    return shared >= _NEARLY_ALL * (_length(mine) + _length(theirs) - shared)


def joined_by_namesake(seen: Attendee, row: Attendee, name: str, told: str | None) -> bool:
    """Whether the row of a person whom the editor names has, since then, taken in mentions of somebody else.

    `name`: what the editor says. `told`: what she has said of another person in the row, if anything.
    """
    if row.kind is AttendeeKind.GROUP:
        return False
    articles = {written.span.article for written in seen.names}
    joined = [written.text for written in row.names if written.span.article not in articles]
    known = {folded(written.text) for written in seen.names}
    if not joined:
        return False
    other = told or fullest(joined)
    return len(name_words(other)) > 1 and folded(other) not in known and not may_be_same(name, other)


def _same_stretch(seen: Fact, fact: Fact, *, part: bool = False) -> float:
    """How much of two stretches of words they share, 0 where it is too little.

    `part`: whether it is enough that half of the shorter one is in the other.
    """
    mine, theirs = own_places(seen), own_places(fact)
    shared = _shared(mine, theirs)
    both = _length(mine) + _length(theirs) - shared
    enough = _MOST * (min(_length(mine), _length(theirs)) if part else both)
    return shared / both if shared and shared >= enough else 0.0


def _same_mentions(seen: Attendee, fact: Attendee, articles: Container[str]) -> float:
    there = [name.span for name in seen.names if name.span.article in articles]
    mentions = [name.span for name in fact.names]
    kept = sum(any(_mostly(span, other) for other in mentions) for span in there)
    if not kept:
        return 0.0
    lead = any(_mostly(seen.names[0].span, other) for other in mentions)
    # A bare surname that has gone to a namesake takes no decision with it.
    if not (lead or kept > _MOST * len(there) or _may_share_a_name(seen, fact)):
        return 0.0
    return kept + (0.5 if lead else 0.0) + (0.25 if seen.kind is fact.kind else 0.0)


def _may_share_a_name(seen: Attendee, fact: Attendee) -> bool:
    if AttendeeKind.GROUP in (seen.kind, fact.kind):
        return folded(seen.name) == folded(fact.name)
    return may_be_same(seen.name, fact.name)


def _same_event(seen: Event, fact: Event) -> float:
    """Named events are one by their names' places; one without a name by its sentence, if nothing else clashes."""
    if seen.name is not None and fact.name is not None:
        mine, theirs = own_places(seen), own_places(fact)
        return float(sum(any(_mostly(one, other) for other in theirs) for one in mine))
    if _clash(seen.place, fact.place) or _clash(seen.host, fact.host):
        return 0.0
    return 0.5 if _share_a_place(seen.evidence.spans, fact.evidence.spans) else 0.0


def _clash(one: Written | None, other: Written | None) -> bool:
    return one is not None and other is not None and not content_words(one.text) & content_words(other.text)


def _mostly(one: Span, other: Span) -> bool:
    """Whether two places share half of the shorter one."""
    return _shared((one,), (other,)) >= max(1, _MOST * min(one.end - one.start, other.end - other.start))


def _shared(some: Iterable[Span], others: tuple[Span, ...]) -> int:
    """How many characters two sets of places have in common."""
    return sum(
        max(0, min(one.end, other.end) - max(one.start, other.start))
        for one in some
        for other in others
        if one.article == other.article
    )


def _share_a_place(some: Iterable[Span], others: tuple[Span, ...]) -> bool:
    return any(one.overlaps(other) for one in some for other in others)


def _length(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _filed(fact: Fact) -> tuple[Span, ...]:
    """The places under which a fact is filed and looked for."""
    return own_places(fact) if isinstance(fact, Attendee) else (*own_places(fact), *cited(fact))


def _buckets_of(spans: Iterable[Span]) -> Iterator[_Bucket]:
    for span in spans:
        for bucket in range(span.start // _BUCKET, (span.end - 1) // _BUCKET + 1):
            yield span.article, bucket
