"""What the editor has changed, one line a decision, each of which can be taken back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from briefing.locale.interface import Interface
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
from briefing_gui.presenters.facts import targets
from briefing_gui.presenters.session import Session
from briefing_gui.presenters.wording import folded, label, slot_name

# What needs no more than the fact's name.
_PLAIN = {Accept: "accept", LeaveOut: "leave-out", Trim: "trim", Move: "move", Add: "add"}
# Slots whose values are codes, with the catalogue's family of words for them.
_CODED = {Slot.MODE: "mode", Slot.KIND: "kind"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One decision in words. `fact`: the id of the fact that it is about; `dormant`: it touches nothing now."""

    number: int
    words: str
    fact: str
    dormant: bool


class Audit:
    """The list of changes of a session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def lines(self, says: Interface) -> list[Line]:
        """Every decision, the latest first."""
        dormant = frozenset(self._session.dormant)
        now = {number: fact for fact, mark in self._session.dossier.marks.items() for number in mark.decisions}
        return [
            Line(
                number=decision.number,
                words=_with_standing(worded(decision.act, says), decision.number in dormant, says),
                fact=now.get(decision.number, targets(decision.act)[0].id),
                dormant=decision.number in dormant,
            )
            for decision in reversed(self._session.draft.decisions)
        ]

    def take_back(self, numbers: Collection[int]) -> None:
        """Takes decisions back."""
        self._session.take_back(numbers)


def _with_standing(words: str, dormant: bool, says: Interface) -> str:
    return says.text("window.audit.dormant", words=words) if dormant else words


def worded(act: Act, says: Interface) -> str:
    """What an act did, in the interface's language."""
    first = targets(act)[0]
    about = says.text("window.audit.fact", words=label(first))
    key, details = _details(act, says)
    return says.text(f"window.audit.{key}", fact=about, **details)


def _details(act: Act, says: Interface) -> tuple[str, dict[str, str]]:
    """The catalogue's name for what an act does, and what else there is to say of it."""
    match act:
        case Correct(slot=slot, value=value):
            new = says.text("window.not-stated") if value is None else _value(slot, value, says)
            return "correct", {"slot": slot_name(slot, act.fact, says), "value": new}
        case Merge(facts=facts):
            return "merge", {"others": ", ".join(label(fact) for fact in facts[1:])}
        case Split(names=names):
            return "split", {"others": ", ".join(folded(name.text) for name in names)}
        case Annotate(note=note):
            return "annotate", {"note": folded(note)}
        case _:
            return _PLAIN[type(act)], {}


def _value(slot: Slot, value: str, says: Interface) -> str:
    if slot in _CODED:
        return says.text(f"{_CODED[slot]}.{value}")
    return says.countries().get(value, value) if slot is Slot.COUNTRY else folded(value)
