"""Where sources differ: each statement in its own words, with its source."""

from __future__ import annotations

from briefing.layout.clean import shortened
from briefing.layout.desk import LONGEST_LABEL, Desk
from briefing.layout.references import NO_BREAK
from briefing.layout.weave import joined, run
from briefing.model.dossier import Disagreement, Variant
from briefing.model.manuscript import Block, Listing, Run, Runs, Table, Tone

_COLUMNS = {"statement": 0.86, "reference": 0.14}


def disagreements(desk: Desk) -> tuple[Block, ...]:
    """A table with one group of rows for each point on which the sources differ."""
    found = desk.dossier.disagreements
    if not found:
        return ()
    if desk.options("disagreements").compact:
        items = tuple(_line(desk, each) for each in found)
        return (desk.heading(1, desk.say("section.disagreements")), Listing(items=items))
    rows: list[tuple[Runs, ...]] = []
    for each in found:
        rows.append((subject(desk, each),))
        rows.extend(_row(desk, value) for value in each.values)
    table = Table(
        header=tuple((desk.say(f"column.{column}"),) for column in _COLUMNS),
        rows=tuple(rows),
        widths=tuple(_COLUMNS.values()),
    )
    return (desk.heading(1, desk.say("section.disagreements")), table)


def subject(desk: Desk, disagreement: Disagreement) -> Runs:
    """What it is about: the kind of statement in the reader's words, the thing in the source's."""
    article = next((span.article for value in disagreement.values for span in value.evidence), "")
    return desk.phrase(
        "disagreements.about",
        subject=(desk.say(f"subject.{disagreement.subject.value}", Tone.STRONG),),
        about=(desk.words(shortened(disagreement.about, LONGEST_LABEL), article, Tone.STRONG),),
    )


def _line(desk: Desk, disagreement: Disagreement) -> Runs:
    statements = [joined(_row(desk, value), NO_BREAK) for value in disagreement.values]
    return joined([subject(desk, disagreement), joined(statements, " / ")], " — ")


def _row(desk: Desk, value: Variant) -> tuple[Runs, Runs]:
    article = value.evidence[0].article if value.evidence else ""
    statement: Run = desk.words(value.written, article) if value.written.strip() else run("—")
    return (statement,), desk.references.cite(value.evidence)
