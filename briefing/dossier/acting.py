"""What each kind of decision does to a dossier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.dossier.correcting import Setting, corrected, takes
from briefing.dossier.galley import Galley
from briefing.dossier.keeping import as_added, as_certain, remaining
from briefing.dossier.references import mention_of, readdressed
from briefing.dossier.rows import Parting, parted
from briefing.dossier.targets import joined_by_namesake, same_thing
from briefing.dossier.trimming import places_of, trimmed, words_kept
from briefing.dossier.verifying import holds, refusal
from briefing.model.decision import (
    Accept,
    Act,
    Add,
    Annotate,
    Correct,
    LeaveOut,
    Merge,
    Move,
    Slot,
    Split,
    Trim,
)
from briefing.model.facts import Attendee, Fact, Quote
from briefing.model.notice import Notice, Severity
from briefing.model.span import Stated
from briefing.text.marks import ALL_MARKS


class Acts:
    """Applies decisions to a galley, one after the other.

    `moves`: which fact shall stand behind which, `None` for first of all; for the caller to bring about.
    """

    def __init__(self, galley: Galley) -> None:
        self.moves: list[tuple[str, str | None]] = []
        self._galley = galley
        self._setting = Setting(row_named=galley.row_named, articles=galley.shelf)

    def apply(self, act: Act, number: int) -> bool:
        """Does what a decision says; whether there was something to do it to."""
        rows = self._applied(act)
        for row in rows:
            self._galley.mark(row, number)
        return bool(rows)

    def _applied(self, act: Act) -> tuple[str, ...]:  # noqa: PLR0911 - one line for each kind of act
        match act:
            case Correct():
                return self._correct(act)
            case Trim():
                return self._trim(act)
            case Merge():
                return self._merge(act)
            case Split():
                return self._split(act)
            case Move():
                return self._move(act)
            case Add():
                return self._add(act)
            case Accept() | LeaveOut() | Annotate():
                return self._judge(act)

    def _judge(self, act: Accept | LeaveOut | Annotate) -> tuple[str, ...]:
        row = self._galley.fetch(act.fact)
        if row is None:
            return ()
        match act:
            case Accept():
                self._galley.put(as_certain(self._galley.facts[row]))
                self._galley.mark(row, accepted=True, left_out=False)
            case LeaveOut():
                self._galley.mark(row, accepted=False, left_out=True)
            case Annotate(note=note):
                self._galley.mark(row, note=note.strip() or None)
        return (row,)

    def _correct(self, act: Correct) -> tuple[str, ...]:
        row = self._galley.fetch(act.fact) if takes(act.fact, act.slot, act.value) else None
        if row is None:
            return ()
        row = self._apart(row, act)
        fact = corrected(self._galley.facts[row], act, self._setting)
        if fact is None:
            return ()
        self._galley.put(fact)
        self._galley.mark(row, fields=self._galley.fields(row) | {act.slot})
        return (row,)

    def _apart(self, row: str, act: Correct) -> str:
        """The id of the row to be renamed: that of its own mentions alone, if those that joined them have another name.

        The editor says who somebody is; an article that came later must not lend this name to a namesake.
        """
        seen, fact = act.fact, self._galley.facts[row]
        if act.slot is not Slot.NAME or not isinstance(seen, Attendee) or not isinstance(fact, Attendee):
            return row
        told = fact.name if Slot.NAME in self._galley.fields(row) else None
        if not joined_by_namesake(seen, fact, act.value or "", told):
            return row
        parting = parted(fact, seen.names, keep_name=told is not None)
        if parting is None:
            return row
        own = replace(parting.goes, organisation=seen.organisation, country=seen.country, gender=seen.gender)
        return self._part(row, replace(parting, goes=own))

    def _trim(self, act: Trim) -> tuple[str, ...]:
        row = self._galley.fetch(act.fact)
        quote = None if row is None else self._galley.facts[row]
        if row is None or not isinstance(quote, Quote):
            return ()
        cut = self._cut(quote, act)
        if cut is None:
            self._galley.notices.append(
                Notice(
                    severity=Severity.WARNING,
                    code="trim-does-not-fit",
                    parameters={"words": quote.text},
                    span=quote.parts[0],
                )
            )
            return ()
        self._galley.put(cut)
        return (row,)

    def _cut(self, quote: Quote, act: Trim) -> Quote | None:
        """The quotation trimmed: as it was found, else as the editor saw it, else by the words that she kept."""
        found = self._galley.found[quote.id]
        own = found if isinstance(found, Quote) else quote
        for whole in (own, act.fact):
            article = self._galley.shelf.get(whole.parts[0].article)
            cut = None if article is None else trimmed(quote, whole, act.parts, article.text)
            if cut is not None and holds(cut, self._galley.shelf):
                return cut
        text = self._galley.shelf[own.parts[0].article].text
        words = self._words(act)
        parts = None if words is None else places_of(words, own, text)
        return None if parts is None else trimmed(quote, own, parts, text)

    def _words(self, act: Trim) -> Sequence[str] | None:
        articles = [self._galley.shelf.get(part.article) for part in act.parts]
        there = [
            part.cut(article.text)
            for part, article in zip(act.parts, articles, strict=True)
            if article is not None and part.end <= len(article.text)
        ]
        return there if len(there) == len(act.parts) else words_kept(act.fact, act.parts)

    def _merge(self, act: Merge) -> tuple[str, ...]:
        rows = [row for row in map(self._galley.fetch, act.facts) if row is not None]
        if len(rows) < 2:
            return ()
        apart = tuple(dict.fromkeys(rows))
        if len(apart) > 1:
            self._galley.merge(apart)
        return apart[:1]

    def _split(self, act: Split) -> tuple[str, ...]:
        row = self._galley.fetch(act.fact)
        fact = None if row is None else self._galley.facts[row]
        if row is None or not isinstance(fact, Attendee):
            return ()
        parting = parted(fact, act.names, keep_name=Slot.NAME in self._galley.fields(row))
        if parting is None:
            return ()
        return (row, self._part(row, parting))

    def _part(self, row: str, parting: Parting) -> str:
        """Makes a row two, with what refers to each; returns the id of the new one."""
        other = self._galley.place(parting.goes)
        self._galley.put(parting.stays)
        if any(isinstance(role, Stated) for role in parting.goes.roles):
            self._galley.mark(row, fields=self._galley.fields(row) - {Slot.ROLE})
            self._galley.mark(other, fields=frozenset({Slot.ROLE}))
        for referring in self._galley.referring(row):
            one = self._galley.facts[referring]
            if parting.takes(mention_of(one)):
                self._galley.put(readdressed(one, row, other))
        return other

    def _move(self, act: Move) -> tuple[str, ...]:
        after = None if act.after is None else self._galley.find(act.after)
        if act.after is not None and (after is None or type(act.after) is not type(act.fact)):
            return ()
        row = self._galley.fetch(act.fact)
        if row is None or row == after:
            return ()
        self.moves.append((row, after))
        self._galley.mark(row, moved=True)
        return (row,)

    def _add(self, act: Add) -> tuple[str, ...]:
        fact = remaining(as_added(act.fact), self._galley.shelf, stated=True)
        if fact is None:
            return ()
        if not holds(fact, self._galley.shelf) or not self._unbroken(fact):
            self._galley.notices.append(refusal(fact))
            return ()
        twin = next((row for row in self._galley.twins(fact) if same_thing(fact, self._galley.facts[row])), None)
        row = self._galley.place(fact)
        self._galley.mark(row, added=True)
        if twin is not None:
            self._galley.merge((row, twin))
        return (row,)

    def _unbroken(self, fact: Fact) -> bool:
        """Whether between the parts of a quotation the source itself leaves off quoting: nobody may cut that out."""
        if not isinstance(fact, Quote):
            return True
        text = self._galley.shelf[fact.parts[0].article].text
        gaps = [text[one.end : other.start] for one, other in pairwise(fact.parts)]
        return all(not gap.strip() or ALL_MARKS.intersection(gap) for gap in gaps)
