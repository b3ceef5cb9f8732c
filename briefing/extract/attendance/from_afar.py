"""Who was heard only away from the event: told reporters, wrote on a platform, gave an interview or a statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from briefing.extract.attendance.bearings import Bearing

_SPEAKING = frozenset({"says", "stresses", "answers", "reacts", "writes"})
_TO_PRESS = frozenset({"to.press", "to.outlet"})
# Said beside an event or to those who came to it.
_THERE = frozenset({"to.event", "to.person", "beside_event", "after_event", "by.here", "by.press", "negated"})
# What nobody does from elsewhere.
_LIVELY = frozenset({"body.past", "rite.past", "moves.past", "plays.past", "leads.past", "in_turn"})


def only_from_afar(bearings: Iterable[Bearing], *, press: bool) -> bool:
    """Whether all that somebody says, by these bearings, is said where no event is, and he does nothing besides.

    Bare sayings further down go on from the first: "he added" after "told reporters". `press`: whether the event is
    one for reporters, so that who speaks to them is there.
    """
    found = tuple(bearings)
    told: dict[tuple[int, int], set[str]] = defaultdict(set)
    for one in found:
        if one.words:
            told[one.start, one.end].add(one.sign)
    if any(one.sign in _LIVELY for one in found):
        return False
    sayings = [signs for _, signs in sorted(told.items()) if _speaks(signs)]
    return bool(sayings) and _afar(sayings[0], press=press) and not any(signs & _THERE for signs in sayings)


def _speaks(signs: Collection[str]) -> bool:
    return any(sign.split(".")[0] in _SPEAKING for sign in signs) or not _TO_PRESS.isdisjoint(signs)


def _afar(signs: Collection[str], *, press: bool) -> bool:
    """Whether one saying is away from the event; who only urges or calls on the press does not speak to it."""
    to_press = not press and not _TO_PRESS.isdisjoint(signs)
    return "by.afar" in signs or (to_press and not any(sign.startswith("stresses") for sign in signs))
