"""The editor's hand on facts: each action one step that can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.model.decision import (
    Accept,
    Annotate,
    Correct,
    Decision,
    LeaveOut,
    Merge,
    Move,
    Slot,
    Split,
    Trim,
)
from briefing.model.draft import Draft
from briefing.model.facts import Attendee, Fact, Quote
from briefing.model.span import Span, Written
from briefing_gui.presenters import changes
from briefing_gui.presenters.facts import family
from briefing_gui.presenters.session import Session
from briefing_gui.presenters.slots import value_of
from briefing_gui.presenters.stock import Stock
from briefing_gui.presenters.wording import label


class Hand:
    """Decides about facts of a session's dossier, named by their ids; an id that it has not is passed over."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.stock = Stock(session)
        self.fact, self.decisions = self.stock.fact, self.stock.decisions

    def accept(self, fact_ids: Iterable[str]) -> None:
        """Says that facts are right; those left out are back in."""
        facts = [fact for fact in self._facts(fact_ids) if not self._stands(fact, Accept)]
        if not facts:
            return
        draft = changes.taken_back(self._session.draft, self._numbers(facts, LeaveOut))
        self._session.do("accept", changes.decided(draft, *(Accept(fact=fact) for fact in facts)), fact=_named(facts))

    def leave_out(self, fact_ids: Iterable[str]) -> None:
        """Keeps facts out of print."""
        facts = [fact for fact in self._facts(fact_ids) if not self._stands(fact, LeaveOut)]
        if facts:
            self._session.decide("leave-out", *(LeaveOut(fact=fact) for fact in facts), fact=_named(facts))

    def restore(self, fact_ids: Iterable[str]) -> None:
        """Prints facts again that were left out."""
        facts = self._facts(fact_ids)
        draft = changes.taken_back(self._session.draft, self._numbers(facts, LeaveOut))
        self._session.do("restore", draft, fact=_named(facts))

    def is_left_out(self, fact_id: str) -> bool:
        """Whether a fact is kept out of print."""
        return last_word(self.decisions(fact_id)) is LeaveOut

    def correction(self, fact_id: str, slot: Slot, event: str | None = None) -> Decision | None:
        """The decision that settles a slot; `event` says which attendance a mode is of."""
        found = [one for one in self.decisions(fact_id) if _corrects(one, slot, event)]
        return found[-1] if found else None

    def correct(self, fact_id: str, slot: Slot, value: str | None, event: str | None = None) -> None:
        """Makes a slot say `value`; where that is what was found, an earlier correction is taken back instead."""
        fact = self.fact(fact_id)
        if fact is None:
            return
        earlier = self.correction(fact_id, slot, event)
        # The snapshot stays that of the first correction: it knows what was found.
        seen = earlier.act.fact if earlier is not None and isinstance(earlier.act, Correct) else fact
        if value == value_of(seen, slot, event):
            if earlier is not None:
                self._session.do("correct-back", self._without(earlier), fact=_named((fact,)))
            return
        if earlier is None or not isinstance(earlier.act, Correct) or earlier.act.value != value:
            act = Correct(fact=seen, slot=slot, value=value, event=event)
            self._session.decide("correct", act, fact=_named((fact,)))

    def uncut(self, fact_id: str) -> Quote | None:
        """A quotation as it was before the editor cut it; `None` where the fact is none."""
        cuts = [one.act.fact for one in self.decisions(fact_id) if isinstance(one.act, Trim)]
        fact = cuts[0] if cuts else self.fact(fact_id)
        return fact if isinstance(fact, Quote) else None

    def trim(self, fact_id: str, parts: tuple[Span, ...]) -> None:
        """Keeps only these parts of a quotation; all of them takes an earlier cut back."""
        whole = self.uncut(fact_id)
        fact = self.fact(fact_id)
        if whole is None or not isinstance(fact, Quote) or parts == fact.parts:
            return
        if parts == whole.parts:
            cuts = self._numbers((fact,), Trim)
            self._session.do("trim-back", changes.taken_back(self._session.draft, cuts), fact=_named((fact,)))
        else:
            self._session.decide("trim", Trim(fact=whole, parts=parts), fact=_named((fact,)))

    def merge(self, fact_ids: Sequence[str]) -> None:
        """Makes one row of several of a kind; the first lends its name."""
        facts = self._facts(fact_ids)
        if mergeable(facts):
            self._session.decide("merge", Merge(facts=tuple(facts)), fact=_named(facts[:1]))

    def split(self, fact_id: str, names: tuple[Written, ...]) -> None:
        """Gives some mentions of an attendee a row of their own."""
        fact = self.fact(fact_id)
        if isinstance(fact, Attendee) and names:
            self._session.decide("split", Split(fact=fact, names=names), fact=_named((fact,)))

    def move(self, fact_ids: Sequence[str], after: str | None) -> None:
        """Puts facts, in the order given, right behind another of their kind, or first of all."""
        facts = self._facts(fact_ids)
        behind = None if after is None else self.fact(after)
        acts: list[Move] = []
        for fact in facts:
            acts.append(Move(fact=fact, after=behind))
            behind = fact
        if acts:
            self._session.decide("move", *acts, fact=_named(facts))

    def note(self, fact_id: str) -> str:
        """The editor's remark on a fact, empty where there is none."""
        notes = [one.act.note for one in self.decisions(fact_id) if isinstance(one.act, Annotate)]
        return notes[-1] if notes else ""

    def annotate(self, fact_id: str, note: str) -> None:
        """Makes a remark on a fact, or takes it away."""
        fact = self.fact(fact_id)
        if fact is None or note == self.note(fact_id):
            return
        if note.strip():
            self._session.decide("annotate", Annotate(fact=fact, note=note), fact=_named((fact,)))
        else:
            notes = self._numbers((fact,), Annotate)
            self._session.do("annotate-back", changes.taken_back(self._session.draft, notes), fact=_named((fact,)))

    def _facts(self, fact_ids: Iterable[str]) -> list[Fact]:
        return [fact for fact in map(self.fact, fact_ids) if fact is not None]

    def _stands(self, fact: Fact, word: type) -> bool:
        return last_word(self.decisions(fact.id)) is word

    def _numbers(self, facts: Iterable[Fact], kind: type) -> frozenset[int]:
        return frozenset(one.number for fact in facts for one in self.decisions(fact.id) if isinstance(one.act, kind))

    def _without(self, decision: Decision) -> Draft:
        return changes.taken_back(self._session.draft, (decision.number,))


def last_word(decisions: Iterable[Decision]) -> type | None:
    """`Accept` or `LeaveOut`, whichever the editor said last; `None` where neither was said."""
    said = [type(one.act) for one in decisions if isinstance(one.act, Accept | LeaveOut)]
    return said[-1] if said else None


def mergeable(facts: Sequence[Fact]) -> bool:
    """Whether rows can be made one: two of a kind or more."""
    return len({fact.id for fact in facts}) > 1 and len({family(fact) for fact in facts}) == 1


def _corrects(decision: Decision, slot: Slot, event: str | None) -> bool:
    act = decision.act
    return isinstance(act, Correct) and act.slot is slot and (slot is not Slot.MODE or act.event == event)


def _named(facts: Sequence[Fact]) -> str:
    """What a step of undo calls its facts: the first, and that there are more."""
    return f"{label(facts[0])}{' …' if len(facts) > 1 else ''}" if facts else ""
