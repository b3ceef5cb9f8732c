"""Events and deadlines in the order of their dates; what the sources do not date stands apart, as written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.layout.desk import Desk
from briefing.layout.undertaking import actor, words
from briefing.layout.weave import joined, run
from briefing.model.facts import When
from briefing.model.manuscript import Block, Runs, Table, Tone

_COLUMNS = {"date": 0.26, "entry": 0.60, "reference": 0.14}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """One line of the timeline."""

    when: When
    what: Runs
    references: Runs

    @property
    def day(self) -> str | None:
        """An ISO 8601 date to sort by, `None` where the sources settle none.

        A time that has an end only ("by June") stands after every day of that end.
        """
        if self.when.start is None and self.when.end is not None:
            return f"{self.when.end}~"
        return self.when.start


def timeline(desk: Desk) -> tuple[Block, ...]:
    """The dated entries in order, then the undated ones."""
    entries = tuple(_entries(desk))
    dated = sorted((each for each in entries if each.day is not None), key=lambda each: each.day or "")
    undated = [each for each in entries if each.day is None]
    blocks: list[Block] = []
    if dated:
        blocks.append(_table(desk, dated))
    if undated:
        blocks.append(desk.heading(2, desk.say("timeline.unresolved")))
        blocks.append(_table(desk, undated))
    return (desk.heading(1, desk.say("section.timeline")), *blocks) if blocks else ()


def _entries(desk: Desk) -> Iterator[_Entry]:
    for event in desk.dossier.events:
        if event.when is not None:
            name = desk.event_name(event, Tone.STRONG)
            place: Runs = (run(", "), desk.written(event.place)) if event.name and event.place else ()
            references = desk.references.cite(event.evidence.spans)
            note = () if "cover" in desk.sections else desk.note(event.id)
            yield _Entry(when=event.when, what=joined([(*name, *place), note], "\n"), references=references)
    for each in desk.dossier.commitments:
        if each.deadline is not None:
            standing = (desk.say("timeline.deadline", Tone.STRONG), run(" · "), run(desk.locale.kind(each.kind)))
            what = (*standing, run("\n"), actor(desk, each), run(" — "), words(desk, each))
            references = desk.references.refer(each.evidence.spans)
            note = () if "commitments" in desk.sections else desk.note(each.id)
            yield _Entry(when=each.deadline, what=joined([what, note], "\n"), references=references)


def _table(desk: Desk, entries: list[_Entry]) -> Table:
    return Table(
        header=tuple((desk.say(f"column.{column}"),) for column in _COLUMNS),
        rows=tuple((desk.time(each.when), each.what, each.references) for each in entries),
        widths=tuple(_COLUMNS.values()),
    )
