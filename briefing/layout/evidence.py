"""The sentences behind the facts of a brief: each once, in the order of the sources and of their texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.layout.clean import cut
from briefing.model.article import Article
from briefing.model.dossier import Dossier
from briefing.model.facts import Attendee, Commitment, Figure, Quote
from briefing.model.span import Span

Fact = Attendee | Commitment | Quote | Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One entry of the annex: a sentence, or several that a fact needs together.

    `places`: the facts' own places in it, from the first to the last.
    """

    number: int
    span: Span
    places: tuple[Span, ...]


def facts_of(dossier: Dossier) -> tuple[Fact, ...]:
    """The facts that the annex gives evidence for, in the order of the sections."""
    return (*dossier.attendees, *dossier.commitments, *dossier.quotes, *dossier.figures)


def evidence_of(fact: Fact) -> tuple[Span, ...]:
    """The sentences that say a fact, each once."""
    if not isinstance(fact, Attendee):
        return fact.evidence.spans
    return tuple(dict.fromkeys(span for each in fact.attendances for span in each.evidence.spans))


def passages(facts: Iterable[Fact], articles: Sequence[Article]) -> tuple[Passage, ...]:
    """What the facts rest on, numbered from 1; places that share words are one, those outside a text none."""
    found: dict[str, set[Span]] = {article.id: set() for article in articles}
    for fact in facts:
        for span in evidence_of(fact):
            if span.article in found:
                found[span.article].add(span)
    texts = {article.id: article.text for article in articles}
    runs = [run for article, spans in found.items() for run in _overlapping(spans, texts[article])]
    return tuple(
        Passage(number=number, span=_whole(places), places=places) for number, places in enumerate(runs, start=1)
    )


def entries(found: Iterable[Passage]) -> Mapping[Span, int]:
    """Each place of evidence to the number of its entry."""
    return {place: passage.number for passage in found for place in passage.places}


def _overlapping(spans: Iterable[Span], text: str) -> Iterator[tuple[Span, ...]]:
    places: list[Span] = []
    end = 0
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if not cut(span, text):
            continue
        if places and span.start >= end:
            yield tuple(places)
            places = []
        end = max(end, span.end) if places else span.end
        places.append(span)
    if places:
        yield tuple(places)


def _whole(places: Sequence[Span]) -> Span:
    return Span(article=places[0].article, start=places[0].start, end=max(place.end for place in places))
