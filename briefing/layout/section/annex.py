"""The sentences behind the facts, numbered, each linked with the place where its fact is printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.layout.clean import folded
from briefing.layout.desk import Desk
from briefing.layout.person import name
from briefing.layout.references import HOMES, Fact, evidence_of, facts_of
from briefing.layout.undertaking import actor
from briefing.layout.weave import joined, run
from briefing.model.facts import Attendee, Commitment, Quote
from briefing.model.manuscript import Block, Runs, Table, Tone

_COLUMNS = {"number": 0.09, "fact": 0.25, "sentence": 0.66}


def annex(desk: Desk) -> tuple[Block, ...]:
    """One table per kind of fact: its number, what it is, the sentences that say it."""
    blocks: list[Block] = []
    for section, kind in HOMES.items():
        found = [each for each in facts_of(desk.dossier) if isinstance(each, kind)]
        if found:
            blocks.append(desk.heading(2, desk.say(f"section.{section}")))
            blocks.append(_table(desk, found, linked=section in desk.sections))
    return (desk.heading(1, desk.say("section.annex")), *blocks) if blocks else ()


def _table(desk: Desk, facts: Sequence[Fact], *, linked: bool) -> Table:
    return Table(
        header=tuple((desk.say(f"column.{column}"),) for column in _COLUMNS),
        rows=tuple(_row(desk, each, linked=linked) for each in facts),
        widths=tuple(_COLUMNS.values()),
    )


def _row(desk: Desk, fact: Fact, *, linked: bool) -> tuple[Runs, ...]:
    number = desk.references.facts[fact.id]
    label = run(desk.references.labels[number], Tone.REFERENCE, link=f"#fact-{number}" if linked else None)
    found = [(span, desk.sentence(span)) for span in evidence_of(fact)]
    sentences = [joined([words, desk.references.cite([span])], " ") for span, words in found if words]
    return ((replace(label, anchor=f"ev-{number}"),), _label(desk, fact), joined(sentences, "\n"))


def _label(desk: Desk, fact: Fact) -> Runs:
    """What the fact is, in a word or two."""
    match fact:
        case Attendee():
            return (replace(name(desk, fact), fact=None),)
        case Commitment():
            return (actor(desk, fact), run(" — "), run(desk.locale.kind(fact.kind)))
        case Quote():
            if not folded(fact.speaker or ""):
                return (desk.say("quotes.unknown", Tone.QUIET),)
            return (desk.words(fact.speaker or "", fact.parts[0].article),)
        case _:
            return (desk.written(fact.amount.written),)
