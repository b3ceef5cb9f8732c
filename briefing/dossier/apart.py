"""Facts of several articles taken apart again, so that each article has its own and compiling joins them as before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from briefing.dossier.canvas import Canvas
from briefing.dossier.people import WEIGHT
from briefing.model.facts import Attendance, Attendee, Commitment, Event, Evidence, Figure, Mode, Quote
from briefing.model.span import Span, Stated, Written
from briefing.text.names import name_words

Said: TypeAlias = Commitment | Quote | Figure

# A copy is a little less certain than the fact, so that compiling takes the fact for the best of them.
_DOUBT = 0.0001


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """Who and what each article has: `events` (article, id in the record) to its own id, `people` (article, id)."""

    canvases: Mapping[str, Canvas]
    events: Mapping[tuple[str, str], str]
    people: Collection[tuple[str, str]] = ()

    def event(self, article: str, event: str | None) -> str | None:
        """An article's own id of an event; `None` where it does not report it."""
        return None if event is None else self.events.get((article, event))

    def has_event(self, article: str, event: str | None) -> bool:
        """Whether a part in an event can be told of an article: in none, or in one that it reports."""
        return event is None or (article, event) in self.events


def events_apart(
    event: Event, canvases: Mapping[str, Canvas], places: Mapping[tuple[str, str], str]
) -> Iterator[tuple[str, Event]]:
    """The event as each of its articles may have reported it; what was made of all of them stands in the first.

    The others have the name, in their own words where these are known, or else the place: by these compiling joins
    them. Their ids come after the first one's. `places`: by the event's name and article, where sources differ.
    """
    spans = _by_article(event.evidence.spans)
    first = event.name.span.article if event.name and event.name.span.article in spans else next(iter(spans))
    evidence = replace(event.evidence, spans=spans[first])
    yield first, replace(event, aliases=_those_in(first, event.aliases), evidence=evidence)
    for number, (article, there) in enumerate(spans.items()):
        if article == first:
            continue
        canvas, place = canvases[article], event.place
        if event.name is not None:
            other = places.get((event.name.text, article)) if place else None
            place = None if other is None else canvas.find(other, there)
        else:
            place = _repeated(place, canvas, there)
        yield (
            article,
            Event(
                id=f"{event.id}~{number:05}",
                name=_repeated(event.name, canvas, there),
                place=place,
                when=None,
                host=None,
                evidence=_doubted(event.evidence, there),
                aliases=_those_in(article, event.aliases),
            ),
        )


def _those_in(article: str, words: Iterable[Written]) -> tuple[Written, ...]:
    return tuple(written for written in words if written.span.article == article)


def _repeated(words: Written | None, canvas: Canvas, there: Sequence[Span]) -> Written | None:
    """The same words in another article, or standing for its sentence."""
    if words is None:
        return None
    return canvas.find(words.text, there) or Stated(text=words.text, span=there[0])


def attendees_apart(row: Attendee, where: Whereabouts) -> Iterator[tuple[str, Attendee]]:
    """The row as each article that names the person or group may have had it."""
    names, roles = _written_by_article(row.names), _written_by_article(row.roles)
    parts: dict[str, list[Attendance]] = {article: [] for article in names}
    for attendance in row.attendances:
        for article, part in _parts(attendance, tuple(names), where):
            parts[article].append(part)
    # A full name is enough to be known by; a country that another source gave could make one of two who are not.
    country = None if len(name_words(row.name)) > 1 else row.country
    for number, (article, own) in enumerate(names.items()):
        found = parts[article] or [_named_only(row, article, own[0], where)]
        yield (
            article,
            replace(
                row,
                names=own,
                roles=roles.get(article, ()),
                attendances=tuple(found),
                country=country if number else row.country,
            ),
        )


def _parts(attendance: Attendance, articles: Sequence[str], where: Whereabouts) -> Iterator[tuple[str, Attendance]]:
    """An attendance by article; sentences of articles that cannot have it stay with the first that can."""
    spans = _by_article(attendance.evidence.spans)
    able = [article for article in articles if where.has_event(article, attendance.event)] or list(articles[:1])
    first = next((article for article in spans if article in able), able[0])
    left = [span for article, there in spans.items() if article not in able for span in there]
    for article in dict.fromkeys((first, *spans)):
        if article not in able:
            continue
        event = where.event(article, attendance.event) or attendance.event
        there = spans.get(article, ())
        if article == first:
            evidence = replace(attendance.evidence, spans=(*there, *left))
            yield article, replace(attendance, event=event, evidence=evidence)
        else:
            evidence = _doubted(attendance.evidence, there)
            yield article, replace(attendance, event=event, words=None, evidence=evidence)


def _named_only(row: Attendee, article: str, name: Written, where: Whereabouts) -> Attendance:
    """A part that says less than the row does of the same event, so that compiling passes it over."""
    events = [
        part.event
        for part in row.attendances
        if WEIGHT[part.mode] < WEIGHT[Mode.MENTIONED] and where.has_event(article, part.event)
    ]
    first = row.attendances[0].evidence
    event = where.event(article, events[0]) if events else None
    return Attendance(event=event, mode=Mode.MENTIONED, words=None, evidence=_doubted(first, (name.span,)))


def copies_apart(fact: Said, where: Whereabouts) -> Iterator[tuple[str, Said]]:
    """The fact in the article of its words, and in each other one that says it in the same words.

    Sentences of articles that do not stay with the fact.
    """
    home = own_article(fact)
    spans = _by_article(fact.evidence.spans)
    copies: dict[str, Said] = {}
    for article, there in spans.items():
        copy = None if article == home else _copy(fact, article, there, where)
        if copy is not None:
            copies[article] = replace(copy, evidence=_doubted(fact.evidence, there))
    own = tuple(span for span in fact.evidence.spans if span.article not in copies)
    yield home, _at_home(replace(fact, evidence=replace(fact.evidence, spans=own or fact.evidence.spans)), home, where)
    yield from copies.items()


def own_article(fact: Said) -> str:
    """The article whose words make the fact."""
    return fact.parts[0].article if isinstance(fact, Quote) else fact.words.span.article


def _at_home(fact: Said, home: str, where: Whereabouts) -> Said:
    if isinstance(fact, Figure):
        return fact
    return replace(fact, event=where.event(home, fact.event) or fact.event)


def _copy(fact: Said, article: str, there: Sequence[Span], where: Whereabouts) -> Said | None:
    canvas = where.canvases[article]
    match fact:
        case Commitment():
            words = None if isinstance(fact.words, Stated) else canvas.find(fact.words.text, there)
            if words is None:
                return None
            return replace(
                fact,
                words=words,
                kind_words=words,
                actor_words=None,
                condition=None,
                beneficiary=None,
                addressee=None,
                amount=None,
                deadline=None,
                event=where.event(article, fact.event),
            )
        case Quote():
            return _quote(fact, article, there, where)
        case Figure():
            return _figure(fact, canvas, there)


def _quote(quote: Quote, article: str, there: Sequence[Span], where: Whereabouts) -> Quote | None:
    if quote.speaker_id is not None and (article, quote.speaker_id) not in where.people:
        return None
    # Parts stand apart in one source and together in the next: only a quotation in one piece is looked for.
    words = where.canvases[article].find(quote.text, there)
    if words is None:
        return None
    event = where.event(article, quote.event)
    return replace(quote, parts=(words.span,), speaker_words=None, cue=None, event=event)


def _figure(figure: Figure, canvas: Canvas, there: Sequence[Span]) -> Figure | None:
    words = None if isinstance(figure.words, Stated) else canvas.find(figure.words.text, there)
    amount = None if words is None else canvas.find(figure.amount.written.text, (words.span,))
    if words is None or amount is None:
        return None
    return replace(figure, words=words, amount=replace(figure.amount, written=amount))


def _doubted(evidence: Evidence, spans: Sequence[Span]) -> Evidence:
    return Evidence(spans=tuple(spans), rule=evidence.rule, confidence=max(0.0, evidence.confidence - _DOUBT))


def _by_article(spans: Iterable[Span]) -> dict[str, tuple[Span, ...]]:
    found: dict[str, list[Span]] = {}
    for span in spans:
        found.setdefault(span.article, []).append(span)
    return {article: tuple(there) for article, there in found.items()}


def _written_by_article(words: Iterable[Written]) -> dict[str, tuple[Written, ...]]:
    found: dict[str, list[Written]] = {}
    for written in words:
        found.setdefault(written.span.article, []).append(written)
    return {article: tuple(there) for article, there in found.items()}
