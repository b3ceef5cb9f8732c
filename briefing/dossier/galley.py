"""A dossier under the editor's hand: facts by id, what was done to each, and what refers to what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.dossier.grouping import content_id
from briefing.dossier.keeping import by_editor, remaining
from briefing.dossier.references import readdressed, references
from briefing.dossier.rows import merged
from briefing.dossier.targets import Places, closeness, plausible, same_copy
from briefing.dossier.verifying import holds
from briefing.model.decision import Slot
from briefing.model.dossier import Dossier, Mark
from briefing.model.facts import Attendee, Fact
from briefing.model.notice import Notice
from briefing.model.span import Span


class Galley:
    """The working state of one run of `edit`; made, filled and read within that call.

    `facts`: by id, as they stand now. `found`: the same as they stood before the editor touched them. `placed`: ids
    of facts that compiling did not give. `renamed`: ids of rows whose name others may not know yet.
    """

    def __init__(self, dossier: Dossier) -> None:
        every = (dossier.events, dossier.attendees, dossier.commitments, dossier.quotes, dossier.figures)
        self.shelf = {article.id: article for article in dossier.articles}
        self.found: dict[str, Fact] = {fact.id: fact for facts in every for fact in facts}
        self.facts: dict[str, Fact] = dict(self.found)
        self.marks: dict[str, Mark] = dict(dossier.marks)
        self.notices: list[Notice] = []
        self.placed: dict[str, None] = {}
        self.renamed: dict[str, None] = {}
        self._gone: dict[str, str] = {}
        self._places: dict[type, Places] = {}
        self._referring: dict[str, dict[str, None]] | None = None
        self._bearers: dict[str, dict[str, None]] | None = None

    def now(self, row: str) -> str:
        """The id under which a fact goes since rows were merged."""
        while row in self._gone:
            row = self._gone[row]
        return row

    def find(self, seen: Fact) -> str | None:
        """The id of the fact that a snapshot was taken of; `None` where it is not there."""
        same_id = self.now(seen.id)
        fact = self.facts.get(same_id)
        if type(fact) is not type(seen):
            fact = None
        if fact is not None and closeness(seen, fact, self.shelf):
            return same_id
        near = self._near(seen)
        close = {row: closeness(seen, self.facts[row], self.shelf) for row in near}
        best = max(near, key=lambda row: close[row], default=None)
        if best is not None and close[best]:
            return best
        if fact is not None and plausible(seen, fact):
            return same_id
        return next((row for row in near if same_copy(seen, self.facts[row])), None)

    def twins(self, fact: Fact) -> tuple[str, ...]:
        """Ids of the facts of a kind that stand where `fact` does, the closest first."""
        close = {row: closeness(fact, self.facts[row], self.shelf) for row in self._near(fact)}
        return tuple(sorted((row for row in close if close[row]), key=lambda row: -close[row]))

    def _near(self, seen: Fact) -> tuple[str, ...]:
        return self._standing(type(seen), self._index(type(seen)).near(seen))

    def row_at(self, span: Span) -> Attendee | None:
        """The attendee whose name is mentioned at a place; `None` where nobody's is."""
        rows = (self.facts[row] for row in self._standing(Attendee, self._index(Attendee).at(span)))
        found = (row for row in rows if isinstance(row, Attendee))
        return next((row for row in found if any(name.span.overlaps(span) for name in row.names)), None)

    def _standing(self, kind: type, rows: Iterable[str]) -> tuple[str, ...]:
        """The facts of a kind that are still there, of all that an index names."""
        return tuple(row for row in dict.fromkeys(map(self.now, rows)) if type(self.facts.get(row)) is kind)

    def _index(self, kind: type) -> Places:
        if kind not in self._places:
            self._places[kind] = Places(fact for fact in self.facts.values() if type(fact) is kind)
        return self._places[kind]

    def _file_place(self, fact: Fact) -> None:
        places = self._places.get(type(fact))
        if places is not None:
            places.add(fact, fact.id)

    def fetch(self, seen: Fact) -> str | None:
        """The id of the fact that a snapshot was taken of, put back where only the snapshot is left of it.

        `None` where its articles are not there, or do not say it, or where the editor added it and took that back.
        """
        row = self.find(seen)
        if row is not None or by_editor(seen):
            return row
        left = remaining(seen, self.shelf, stated=False)
        if left is None or not holds(left, self.shelf):
            return None
        row = self.place(left)
        self.mark(row, lost=True)
        return row

    def place(self, fact: Fact) -> str:
        """Puts in a fact that compiling did not give, under an id that no other fact has; returns that id."""
        row = fact.id
        while not row or row in self.facts or row in self._gone:
            row = content_id(type(fact).__name__.lower(), row, "placed")
        for reference in references(fact):
            fact = readdressed(fact, reference, self.now(reference))
        self.found[row] = replace(fact, id=row)
        self.placed[row] = None
        self.put(self.found[row])
        return row

    def put(self, fact: Fact) -> None:
        """Lets a fact stand in place of the one with its id, if there is one."""
        before = self.facts.get(fact.id)
        self.facts[fact.id] = fact
        if before is None:
            self._file_place(fact)
        if self._referring is not None:
            _file_references(fact, self._referring)
        if isinstance(fact, Attendee) and (not isinstance(before, Attendee) or before.name != fact.name):
            self.renamed[fact.id] = None
            if self._bearers is not None:
                self._bearers.setdefault(_name_key(fact.name), {})[fact.id] = None

    def mark(self, row: str, number: int | None = None, **changes: object) -> None:
        """Notes what the editor has done to a fact, and by which decision."""
        mark = self.marks.get(row, Mark())
        decisions = mark.decisions if number is None else (*mark.decisions, number)
        self.marks[row] = replace(mark, decisions=tuple(dict.fromkeys(decisions)), **changes)  # type: ignore[arg-type]

    def fields(self, row: str) -> frozenset[Slot]:
        """The slots of a fact that the editor has settled."""
        mark = self.marks.get(row)
        return mark.fields if mark else frozenset()

    def merge(self, rows: Sequence[str]) -> None:
        """Makes several facts of a kind one, under the id of the first; what referred to the others follows."""
        first, *others = rows
        self.put(merged([self.facts[row] for row in rows], [self.fields(row) for row in rows]))
        self.marks[first] = _one_mark([self.marks.get(row, Mark()) for row in rows])
        self.renamed[first] = None
        self._file_place(self.facts[first])
        for row in others:
            del self.facts[row]
            self.marks.pop(row, None)
            self._gone[row] = first
            for referring in self.referring(row):
                self.put(readdressed(self.facts[referring], row, first))

    def referring(self, row: str) -> tuple[str, ...]:
        """Ids of the facts that refer to a row or event."""
        if self._referring is None:
            self._referring = {}
            for fact in self.facts.values():
                _file_references(fact, self._referring)
        return tuple(
            one
            for one in dict.fromkeys(map(self.now, self._referring.get(row, ())))
            if one in self.facts and row in references(self.facts[one])
        )

    def row_named(self, name: str) -> Attendee | None:
        """The one attendee of a name, case and white space aside; `None` where nobody or more than one bears it."""
        if self._bearers is None:
            self._bearers = {}
            for fact in self.facts.values():
                if isinstance(fact, Attendee):
                    self._bearers.setdefault(_name_key(fact.name), {})[fact.id] = None
        key = _name_key(name)
        rows = [self.facts[row] for row in self._bearers.get(key, ()) if row in self.facts]
        found = [row for row in rows if isinstance(row, Attendee) and _name_key(row.name) == key]
        return found[0] if len(found) == 1 else None


def _file_references(fact: Fact, referring: dict[str, dict[str, None]]) -> None:
    for row in references(fact):
        referring.setdefault(row, {})[fact.id] = None


def _name_key(name: str) -> str:
    return " ".join(name.casefold().split())


def _one_mark(marks: Sequence[Mark]) -> Mark:
    """What was done to any of several facts was done to the one that they have become; the first lends its name."""
    first, *others = marks
    return replace(
        first,
        accepted=any(mark.accepted for mark in marks),
        left_out=all(mark.left_out for mark in marks),
        added=any(mark.added for mark in marks),
        lost=all(mark.lost for mark in marks),
        moved=any(mark.moved for mark in marks),
        fields=first.fields.union(*(mark.fields - {Slot.NAME} for mark in others)),
        note="\n".join(dict.fromkeys(mark.note for mark in marks if mark.note)) or None,
        decisions=tuple(sorted({number for mark in marks for number in mark.decisions})),
    )
