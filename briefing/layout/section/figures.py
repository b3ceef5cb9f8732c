"""Numbers worth knowing, with the words in which they stand."""

from __future__ import annotations

from dataclasses import replace

from briefing.layout.desk import Desk
from briefing.layout.undertaking import amount
from briefing.layout.weave import joined
from briefing.model.facts import Figure
from briefing.model.manuscript import Block, Runs, Table

_COLUMNS = {"figure": 0.26, "words": 0.60, "reference": 0.14}


def figures(desk: Desk) -> tuple[Block, ...]:
    """A table of figures: the sum in the reader's form, the phrase of the source, the references."""
    found = desk.dossier.figures
    if not found:
        return ()
    table = Table(
        header=tuple((desk.say(f"column.{column}"),) for column in _COLUMNS),
        rows=tuple(_row(desk, each) for each in found),
        widths=tuple(_COLUMNS.values()),
    )
    return (desk.heading(1, desk.say("section.figures")), table)


def _row(desk: Desk, figure: Figure) -> tuple[Runs, ...]:
    words = replace(desk.written(figure.words, fact=figure.id), anchor=desk.references.anchor(figure.id))
    # The phrase beside it holds the sum as written already.
    resolved = amount(desk, figure.amount)[:1]
    return (resolved, joined([(words,), desk.note(figure.id)], "\n"), desk.references.refer(figure.evidence.spans))
