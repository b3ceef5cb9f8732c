"""Findings of many articles to one dossier."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefing.dossier.days import day
from briefing.dossier.differences import event_differences, mode_differences
from briefing.dossier.events import Sighting, merged_events
from briefing.dossier.ordering import in_order
from briefing.dossier.people import merged_attendees
from briefing.dossier.said import Moves, merged_commitments, merged_figures, merged_quotes, merged_statements
from briefing.dossier.sums import sum_differences
from briefing.model.article import Article
from briefing.model.dossier import Dossier
from briefing.model.facts import Attendee, AttendeeKind, Findings, Mode
from briefing.model.notice import Notice
from briefing.text.likeness import shingles
from briefing.text.names import name_words, person_key


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
        events=in_order(events, place),
        attendees=in_order(attendees, place),
        commitments=in_order(commitments, place),
        quotes=in_order(merged_quotes([(one.article, quote) for one in ordered for quote in one.quotes], moves), place),
        figures=in_order(merged_figures(figures), place),
        statements=merged_statements([(one.article, each) for one in ordered for each in one.statements], moves),
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
