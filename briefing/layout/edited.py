"""What the editor has done to a fact, in the reader's words, for whoever compares it with its sentence."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.layout.desk import Desk
from briefing.layout.weave import run
from briefing.model.decision import Slot
from briefing.model.facts import Commitment, Fact, Quote
from briefing.model.manuscript import Run, Tone


def edited(desk: Desk, fact: Fact) -> tuple[Run, ...]:
    """One remark each: what was corrected, that it was added, that the sources no longer have it; often none."""
    return tuple(run(words, Tone.QUIET) for words in _remarks(desk, fact))


def _remarks(desk: Desk, fact: Fact) -> Iterator[str]:
    mark = desk.mark(fact.id)
    fields = mark.fields | _followed(desk, fact)
    if fields:
        slots = ", ".join(desk.locale.text(f"slot.{slot.value}") for slot in Slot if slot in fields)
        yield desk.locale.text("edited.corrected", slots=slots)
    if mark.added:
        yield desk.locale.text("edited.added")
    if mark.lost:
        yield desk.locale.text("edited.lost")


def _followed(desk: Desk, fact: Fact) -> frozenset[Slot]:
    """The slot of a fact that says a name which the editor has corrected in another."""
    if isinstance(fact, Commitment) and Slot.NAME in desk.mark(fact.actor_id).fields:
        return frozenset({Slot.ACTOR})
    if isinstance(fact, Quote) and Slot.NAME in desk.mark(fact.speaker_id).fields:
        return frozenset({Slot.SPEAKER})
    return frozenset()
