"""A commitment in print: who, what in the source's words, how much, until when."""

from __future__ import annotations

from dataclasses import replace

from briefing.layout.clean import folded
from briefing.layout.desk import Desk
from briefing.layout.references import NO_BREAK
from briefing.layout.weave import joined, run, unbroken
from briefing.model.decision import Slot
from briefing.model.facts import Amount, Commitment
from briefing.model.manuscript import Run, Runs, Tone


def actor(desk: Desk, commitment: Commitment, tone: Tone = Tone.PLAIN) -> Run:
    """Who undertakes, asks or refuses; said to be not stated where the source does not say."""
    if not folded(commitment.actor or ""):
        return desk.say("not_stated", Tone.QUIET)
    words = desk.words(commitment.actor or "", commitment.words.span.article, tone)
    return desk.claimed(words, (commitment.id, Slot.ACTOR), (commitment.actor_id, Slot.NAME))


def words(desk: Desk, commitment: Commitment, anchor: str | None = None) -> Run:
    """What is undertaken, verbatim."""
    return replace(desk.written(commitment.words, fact=commitment.id), anchor=anchor)


def amount(desk: Desk, found: Amount) -> Runs:
    """A sum in the reader's form, with the source's where the two differ."""
    original = desk.written(found.written)
    if found.value is None:
        return (original,)
    return desk.beside(run(unbroken(desk.locale.amount(found))), desk.written(found.written, Tone.QUIET))


def headline(desk: Desk, commitment: Commitment, *, anchored: bool = False) -> Runs:
    """A commitment in one running line, with its sum, time, condition and sources.

    `anchored`: whether this is the place that the annex points back to, and where the editor's note stands.
    """
    anchor = desk.references.anchor(commitment.id) if anchored else None
    details: list[Runs] = [(run(desk.locale.kind(commitment.kind)),)]
    if commitment.amount is not None:
        details.append(_resolved(amount(desk, commitment.amount)))
    if commitment.deadline is not None:
        details.append(_resolved(desk.time(commitment.deadline)))
    if commitment.condition is not None:
        details.append((desk.say("label.condition"), run(" "), desk.written(commitment.condition)))
    line = (
        actor(desk, commitment, Tone.STRONG),
        run(" — "),
        words(desk, commitment, anchor),
        run(" ("),
        *joined(details, "; "),
        run(f"){NO_BREAK}"),
        *desk.references.refer(commitment.evidence.spans),
    )
    return joined([line, desk.note(commitment.id) if anchored else ()], " — ")


def _resolved(runs: Runs) -> Runs:
    """The first of a value's forms: in a running line the original would stand twice."""
    return runs[:1]
