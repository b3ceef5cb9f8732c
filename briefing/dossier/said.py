"""Quotations, commitments and figures of several articles: wire copies collapse, every source is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from briefing.dossier.grouping import by_key, distinct_ids, joined, unique
from briefing.model.facts import Attendee, Attribution, Commitment, Evidence, Figure, Quote, Statement
from briefing.text.likeness import folded, share_alike, shingles, wording

F = TypeVar("F", Quote, Commitment, Figure)

_WEIGHTS = re.compile(r"\d[\d.,]*|[$€£¥₴₹%]|\b(?:not|no|never|neither|nor|without|unless|if)\b|n['’]t\b")


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
    groups = [group for alike in by_key(moved, lambda quote: wording(quote.text)) for group in _by_speaker(alike)]
    merged = [_one_quote(group) for group in groups]
    keys = [(wording(quote.text), _speaker(quote)) for quote in merged]
    return _identified("quote", merged, keys)


def merged_commitments(sighted: Sequence[tuple[str, Commitment]], moves: Moves) -> tuple[Commitment, ...]:
    """Each commitment once; copies of a wording by the same actor add their sentence to its evidence."""
    moved = [_moved_commitment(article, commitment, moves) for article, commitment in sighted]
    groups = [group for alike in by_key(moved, _undertaking) for group in joined(alike, _fitting)]
    merged = [_one_commitment(group) for group in groups]
    keys = [(one.kind, folded(one.actor or ""), wording(one.words.text)) for one in merged]
    return _identified("commitment", merged, keys)


def merged_figures(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Each figure once, with all sentences that have it in the same words."""
    merged = [_surest(group) for group in by_key(figures, lambda figure: wording(figure.words.text))]
    return _identified("figure", merged, [(wording(figure.words.text),) for figure in merged])


def merged_statements(sighted: Sequence[tuple[str, Statement]], moves: Moves) -> tuple[Statement, ...]:
    """Each article's indirect statements in its order, a wording of one speaker's once, with all its sentences."""
    groups: dict[tuple[str, str], list[Statement]] = {}
    for article, statement in sighted:
        speaker = moves.attendee(article, statement.speaker_id)
        moved = replace(
            statement,
            speaker=speaker.name if speaker else statement.speaker,
            speaker_id=speaker.id if speaker else None,
        )
        groups.setdefault((wording(moved.words.text), folded(moved.speaker or "")), []).append(moved)
    return tuple(replace(group[0], evidence=_told(group)) for group in groups.values())


def _told(group: Sequence[Statement]) -> Evidence:
    spans = unique(span for each in group for span in each.evidence.spans)
    return replace(group[0].evidence, spans=tuple(spans))


def _identified(prefix: str, facts: Sequence[F], keys: Sequence[tuple[str, ...]]) -> tuple[F, ...]:
    """The facts with ids of their own, made of content."""
    tellers = [fact.id for fact in facts]
    return tuple(replace(fact, id=new) for fact, new in zip(facts, distinct_ids(prefix, keys, tellers), strict=True))


def _moved_quote(article: str, quote: Quote, moves: Moves) -> Quote:
    speaker = moves.attendee(article, quote.speaker_id)
    return replace(
        quote,
        speaker=speaker.name if speaker else quote.speaker,
        speaker_id=speaker.id if speaker else None,
        event=moves.event(article, quote.event),
    )


# A quotation of fewer words ("unacceptable") can be anybody's: without a name it is nobody's copy.
_TELLING = 5


def _by_speaker(alike: Sequence[Quote]) -> list[list[Quote]]:
    """Quotations of the same words, apart by speaker; one without a speaker joins only where there is one to join."""
    named = by_key([quote for quote in alike if quote.attribution is not Attribution.UNKNOWN], _speaker_or_self)
    unknown = [quote for quote in alike if quote.attribution is Attribution.UNKNOWN]
    if not unknown:
        return named
    if len(alike[0].text.split()) < _TELLING:
        return [*named, *([quote] for quote in unknown)]
    if len(named) == 1:
        return [[*named[0], *unknown]]
    return [*named, unknown]


def _speaker_or_self(quote: Quote) -> str:
    """Whom a quotation is by; a description ("an official") is somebody only with words enough to be a copy."""
    if quote.attribution is Attribution.DESCRIBED and len(quote.text.split()) < _TELLING:
        return quote.id
    return _speaker(quote)


def _speaker(quote: Quote) -> str:
    return quote.speaker_id or folded(quote.speaker or "")


_CLARITY = {attribution: rank for rank, attribution in enumerate(Attribution)}


def _one_quote(group: Sequence[Quote]) -> Quote:
    best = min(group, key=lambda quote: (_CLARITY[quote.attribution], -quote.evidence.confidence, quote.id))
    return replace(
        best,
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


def _undertaking(commitment: Commitment) -> tuple[str, ...]:
    """What two commitments must share to be compared: kind, actor and every number, currency and negation."""
    actor = folded(commitment.actor or "")
    # Nobody is not the same nobody twice: without an actor only the same words are the same undertaking.
    words = "" if actor else wording(commitment.words.text)
    return (commitment.kind, actor, words, " ".join(sorted(_weights(commitment.words.text))))


def _fitting(one: Commitment, groups: Sequence[Sequence[Commitment]]) -> Sequence[Sequence[Commitment]]:
    return [group for group in groups if all(_same_commitment(one, other) for other in group)]


def _same_commitment(one: Commitment, other: Commitment) -> bool:
    if wording(one.words.text) == wording(other.words.text):
        return True
    if one.words.span.article == other.words.span.article:
        return one.words.span.covers(other.words.span) or other.words.span.covers(one.words.span)
    return share_alike(_shingles(one.words.text), _shingles(other.words.text)) >= 0.8


@lru_cache(maxsize=65536)
def _shingles(text: str) -> frozenset[int]:
    return shingles(text, 3)


def _weights(text: str) -> list[str]:
    """What turns one undertaking into another though the rest is word for word the same."""
    return _WEIGHTS.findall(text.casefold())


def _one_commitment(group: Sequence[Commitment]) -> Commitment:
    best = max(group, key=lambda c: (_slots(c), c.evidence.confidence, len(c.words.text), c.id))
    return replace(
        best,
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
