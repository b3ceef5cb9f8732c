"""Who committed to what; what is asked for and what is refused stand in tables of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.layout.clean import folded
from briefing.layout.desk import Desk
from briefing.layout.standing import by_undertaking
from briefing.layout.undertaking import actor, amount, headline, words
from briefing.layout.weave import joined, plain, run
from briefing.model.facts import Commitment
from briefing.model.manuscript import Block, Listing, Runs, Table, Tone

_WIDTHS = {"who": 0.16, "asked": 0.13, "what": 0.40, "terms": 0.21, "kind": 0.155, "reference": 0.095}
_WHO = {"requests": "column.asks", "declined": "column.declines"}


def commitments(desk: Desk) -> tuple[Block, ...]:
    """One heading and table each for promises and decisions, what is done, requests, refusals."""
    blocks: list[Block] = []
    for standing, found in by_undertaking(desk.dossier.commitments).items():
        blocks.append(desk.heading(2, desk.say(f"commitments.{standing}")))
        if desk.options("commitments").compact:
            blocks.append(Listing(items=tuple(headline(desk, each, anchored=True) for each in found)))
        else:
            blocks.append(_table(desk, standing, found))
    return (desk.heading(1, desk.say("section.commitments")), *blocks) if blocks else ()


def _table(desk: Desk, standing: str, found: Sequence[Commitment]) -> Table:
    columns = tuple(_columns(standing, found))
    return Table(
        header=tuple(_head(desk, standing, found, column) for column in columns),
        rows=tuple(tuple(_cell(desk, each, column) for column in columns) for each in found),
        widths=tuple(_width(column, found) for column in columns),
    )


def _width(column: str, found: Sequence[Commitment]) -> float:
    """A column of such words as "soon" needs less room than one of sums or dates."""
    if column == "terms" and not any(each.amount or (each.deadline and each.deadline.start) for each in found):
        return _WIDTHS["terms"] * 0.7
    return _WIDTHS[column]


def _columns(standing: str, found: Sequence[Commitment]) -> Iterator[str]:
    """A column that would be empty is left out; the kind says nothing where the table holds one kind only."""
    yield "who"
    if standing == "requests" and any(each.addressee for each in found):
        yield "asked"
    yield "what"
    if any(each.amount or each.deadline for each in found):
        yield "terms"
    if standing == "promises":
        yield "kind"
    yield "reference"


def _head(desk: Desk, standing: str, found: Sequence[Commitment], column: str) -> Runs:
    if column == "who":
        return (desk.say(_WHO.get(standing, "column.who")),)
    if column != "terms":
        return (desk.say(f"column.{column}"),)
    amounts: Runs = (desk.say("column.amount"),) if any(each.amount for each in found) else ()
    deadlines: Runs = (desk.say("column.deadline"),) if any(each.deadline for each in found) else ()
    return joined([amounts, deadlines], " / ")


def _cell(desk: Desk, each: Commitment, column: str) -> Runs:
    runs: Runs = ()
    match column:
        case "who":
            runs = (actor(desk, each, Tone.STRONG),)
        case "asked" if each.addressee:
            runs = (desk.written(each.addressee),)
        case "what":
            runs = _what(desk, each)
        case "terms":
            sum_ = amount(desk, each.amount) if each.amount else ()
            runs = joined([sum_, desk.time(each.deadline) if each.deadline else ()], "\n")
        case "kind":
            runs = (run(desk.locale.kind(each.kind)),)
        case "reference":
            runs = desk.references.refer(each.evidence.spans)
    return runs


def _what(desk: Desk, each: Commitment) -> Runs:
    lines: list[Runs] = [(words(desk, each, desk.references.anchor(each.id)),)]
    if each.condition is not None:
        # A condition is said even where the words hold it: a promise must never look firmer than it is.
        lines.append((desk.say("label.condition", Tone.STRONG), run(" "), desk.written(each.condition)))
    if each.beneficiary is not None and folded(each.beneficiary.text) not in folded(each.words.text):
        lines.append((desk.say("label.beneficiary", Tone.QUIET), run(" "), desk.written(each.beneficiary)))
    if desk.options("commitments").show_evidence:
        lines.extend(_evidence(desk, each))
    lines.append(desk.note(each.id))
    return joined(lines, "\n")


def _evidence(desk: Desk, each: Commitment) -> Iterator[Runs]:
    for span in each.evidence.spans:
        sentence = desk.sentence(span)
        if sentence and plain(sentence) != folded(each.words.text):
            yield (desk.say("label.evidence", Tone.QUIET), run(" "), *sentence)
