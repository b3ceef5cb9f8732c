"""Findings of many articles to one dossier."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefing.dossier.days import day
from briefing.dossier.differences import event_differences, mode_differences
from briefing.dossier.events import Sighting, merged_events
from briefing.dossier.people import WEIGHT, merged_attendees
from briefing.dossier.said import Moves, merged_commitments, merged_figures, merged_quotes
from briefing.dossier.sums import sum_differences
from briefing.model.article import Article
from briefing.model.dossier import Dossier
from briefing.model.facts import Attendee, AttendeeKind, Commitment, Event, Findings, Kind, Mode
from briefing.model.notice import Notice
from briefing.model.span import Span
from briefing.text.likeness import shingles
from briefing.text.names import name_words, person_key

# What binds most is read first; what others should do comes after everything that somebody will do.
_KINDS = {kind: rank for rank, kind in enumerate(Kind)}


def compile_dossier(
    articles: Sequence[Article], findings: Iterable[Findings], notices: Iterable[Notice] = ()
) -> Dossier:
    """One dossier of several articles: events apart, people together, copies collapsed, differences listed.

    `findings`: at most one per article. The order in which articles come changes nothing.
    """
    shelf = {article.id: article for article in sorted(articles, key=_by_date)}
    found = {one.article: one for one in findings}
    ordered = [found[article] for article in shelf if article in found]
    events, event_moves, groups = merged_events(_sightings(ordered, shelf), shelf)
    sighted = [(one.article, attendee) for one in ordered for attendee in one.attendees]
    attendees, people = merged_attendees(sighted, event_moves)
    moves = Moves(attendees=people, events=event_moves)
    figures = [figure for one in ordered for figure in one.figures]
    commitments = merged_commitments([(one.article, c) for one in ordered for c in one.commitments], moves)
    place = {article: rank for rank, article in enumerate(shelf)}
    texts = {article.id: article.text for article in shelf.values()}
    differences = (
        *event_differences(groups),
        *mode_differences(sighted, event_moves, people),
        *sum_differences(figures, commitments, _events_of(ordered, event_moves), texts),
    )
    return Dossier(
        articles=tuple(shelf.values()),
        events=tuple(sorted(events, key=lambda event: _event_order(event, place))),
        attendees=tuple(sorted(attendees, key=lambda attendee: _attendee_order(attendee, place))),
        commitments=tuple(sorted(commitments, key=lambda one: _commitment_order(one, place))),
        quotes=tuple(
            sorted(
                merged_quotes([(one.article, quote) for one in ordered for quote in one.quotes], moves),
                key=lambda quote: _position(quote.parts[0], place),
            )
        ),
        figures=tuple(sorted(merged_figures(figures), key=lambda figure: _position(figure.words.span, place))),
        disagreements=differences,
        notices=tuple(notices),
    )


def _by_date(article: Article) -> tuple[bool, str, str]:
    return (article.published is None, article.published or "", article.id)


def _sightings(findings: Iterable[Findings], shelf: Mapping[str, Article]) -> list[Sighting]:
    sightings = []
    for one in findings:
        article = shelf[one.article]
        copied = shingles(" ".join(article.text[region.start : region.end] for region in article.body()))
        sightings += [
            Sighting(
                article=one.article,
                event=event,
                company=_company(one.attendees, event.id),
                day=day(article.published),
                shingles=copied if len(one.events) == 1 else frozenset(),
            )
            for event in one.events
        ]
    return sightings


def _company(attendees: Iterable[Attendee], event: str) -> frozenset[str]:
    """Keys of the people of whom the article says that they took part in the event."""
    passive = {Mode.QUOTED, Mode.MENTIONED}
    return frozenset(
        person_key(attendee.name)
        for attendee in attendees
        if attendee.kind is AttendeeKind.PERSON
        and len(name_words(attendee.name)) > 1
        and any(a.event == event and a.mode not in passive for a in attendee.attendances)
    )


def _events_of(findings: Iterable[Findings], moves: Mapping[tuple[str, str], str]) -> dict[str, str | None]:
    """For each article the one event that it reports; `None` where there are several or none."""
    return {one.article: moves[one.article, one.events[0].id] if len(one.events) == 1 else None for one in findings}


def _position(span: Span, place: Mapping[str, int]) -> tuple[int, int]:
    return (place[span.article], span.start)


def _event_order(event: Event, place: Mapping[str, int]) -> tuple[object, ...]:
    start = event.when.start if event.when and event.when.start else None
    first = min(_position(span, place) for span in event.evidence.spans)
    return (start is None, start or "", first)


def _attendee_order(attendee: Attendee, place: Mapping[str, int]) -> tuple[object, ...]:
    best = attendee.attendances[0]
    first = min(_position(written.span, place) for written in attendee.names)
    return (attendee.kind is AttendeeKind.GROUP, WEIGHT[best.mode] >= WEIGHT[Mode.QUOTED], first)


def _commitment_order(commitment: Commitment, place: Mapping[str, int]) -> tuple[object, ...]:
    return (_KINDS[commitment.kind], _position(commitment.words.span, place))
