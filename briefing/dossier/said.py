"""Quotations, commitments and figures of several articles: wire copies collapse, every source is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from briefing.dossier.grouping import content_id, grouped, unique
from briefing.model.facts import Attendee, Attribution, Commitment, Evidence, Figure, Quote
from briefing.text.likeness import folded, share_alike, shingles

F = TypeVar("F", Quote, Commitment, Figure)


@dataclass(frozen=True)
class Moves:
    """Where each article's own attendees and events went, by article id and own id."""

    attendees: Mapping[tuple[str, str], Attendee]
    events: Mapping[tuple[str, str], str]

    def event(self, article: str, own: str | None) -> str | None:
        """The dossier's id of an article's own event; `None` stays `None`."""
        return None if own is None else self.events.get((article, own))

    def attendee(self, article: str, own: str | None) -> Attendee | None:
        """The dossier's row of an article's own attendee; `None` where there is none."""
        return None if own is None else self.attendees.get((article, own))


def merged_quotes(sighted: Sequence[tuple[str, Quote]], moves: Moves) -> tuple[Quote, ...]:
    """Each quotation once per speaker; copies add their sentence to its evidence."""
    moved = [_moved_quote(article, quote, moves) for article, quote in sighted]
    return tuple(map(_one_quote, grouped(moved, _same_quote)))


def merged_commitments(sighted: Sequence[tuple[str, Commitment]], moves: Moves) -> tuple[Commitment, ...]:
    """Each commitment once; copies of a wording by the same actor add their sentence to its evidence."""
    moved = [_moved_commitment(article, commitment, moves) for article, commitment in sighted]
    return tuple(map(_one_commitment, grouped(moved, _same_commitment)))


def merged_figures(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Each figure once, with all sentences that have it in the same words."""
    groups = grouped(figures, lambda one, other: folded(one.words.text) == folded(other.words.text))
    merged = (_surest(group) for group in groups)
    return tuple(replace(figure, id=content_id("figure", folded(figure.words.text))) for figure in merged)


def _moved_quote(article: str, quote: Quote, moves: Moves) -> Quote:
    speaker = moves.attendee(article, quote.speaker_id)
    return replace(
        quote,
        speaker=speaker.name if speaker else quote.speaker,
        speaker_id=speaker.id if speaker else None,
        event=moves.event(article, quote.event),
    )


def _same_quote(one: Quote, other: Quote) -> bool:
    if folded(one.text) != folded(other.text):
        return False
    unknown = Attribution.UNKNOWN in (one.attribution, other.attribution)
    return unknown or _person(one) == _person(other)


def _person(quote: Quote) -> str:
    return quote.speaker_id or folded(quote.speaker or "")


_CLARITY = {attribution: rank for rank, attribution in enumerate(Attribution)}


def _one_quote(group: Sequence[Quote]) -> Quote:
    best = min(group, key=lambda quote: (_CLARITY[quote.attribution], -quote.evidence.confidence, quote.id))
    return replace(
        best,
        id=content_id("quote", folded(best.text), _person(best)),
        event=best.event or next((quote.event for quote in group if quote.event), None),
        evidence=_joint(best.evidence, group),
    )


def _moved_commitment(article: str, commitment: Commitment, moves: Moves) -> Commitment:
    actor = moves.attendee(article, commitment.actor_id)
    return replace(
        commitment,
        actor=actor.name if actor else commitment.actor,
        actor_id=actor.id if actor else None,
        event=moves.event(article, commitment.event),
    )


def _same_commitment(one: Commitment, other: Commitment) -> bool:
    if one.kind is not other.kind or folded(one.actor or "") != folded(other.actor or ""):
        return False
    if folded(one.words.text) == folded(other.words.text):
        return True
    if one.words.span.article == other.words.span.article:
        return one.words.span.overlaps(other.words.span)
    return share_alike(shingles(one.words.text, 3), shingles(other.words.text, 3)) >= 0.8


def _one_commitment(group: Sequence[Commitment]) -> Commitment:
    best = max(group, key=lambda c: (_slots(c), c.evidence.confidence, len(c.words.text), c.id))
    return replace(
        best,
        id=content_id("commitment", best.kind, folded(best.actor or ""), folded(best.words.text)),
        event=best.event or next((c.event for c in group if c.event), None),
        evidence=_joint(best.evidence, group),
    )


def _slots(commitment: Commitment) -> int:
    slots = (commitment.amount, commitment.deadline, commitment.condition, commitment.beneficiary)
    return sum(slot is not None for slot in slots)


def _surest(group: Sequence[Figure]) -> Figure:
    best = max(group, key=lambda figure: (figure.evidence.confidence, figure.id))
    return replace(best, evidence=_joint(best.evidence, group))


def _joint(best: Evidence, group: Sequence[F]) -> Evidence:
    """The evidence of the best sighting, with the sentences of all others behind its own."""
    return replace(best, spans=unique(span for one in (best, *(f.evidence for f in group)) for span in one.spans))
