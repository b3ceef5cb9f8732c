"""What weighs more when there is no room for everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, TypeVar

from briefing.model.dossier import Dossier
from briefing.model.facts import Attendee, AttendeeKind, Attribution, Commitment, Kind, Mode, Quote

T = TypeVar("T")
Weight: TypeAlias = tuple[float, float, float]

# How binding an undertaking is, and how much a minister needs to know of it.
_FORCE = {
    Kind.SIGNED: 8,
    Kind.AGREED: 7,
    Kind.PLEDGED: 6,
    Kind.ANNOUNCED: 5,
    Kind.DECLINED: 5,
    Kind.REQUESTED: 4,
    Kind.DELIVERED: 4,
    Kind.PLANNED: 3,
}
_PRESENCE = {
    Mode.IN_PERSON: 5,
    Mode.REMOTE: 5,
    Mode.REPRESENTED: 4,
    Mode.ABSENT: 3,
    Mode.EXPECTED: 3,
    Mode.QUOTED: 2,
    Mode.MENTIONED: 0,
}
# How many of each kind a short brief takes for every event it names.
_SHARES = {"events": 1.0, "attendees": 4.0, "commitments": 2.0, "disagreements": 1.0, "quotes": 1.0, "figures": 0.5}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that a short brief keeps or leaves out.

    `kind`: the dossier's field. `place`: its place there. `size`: about how many characters it prints.
    """

    kind: str
    place: int
    size: int


def weight(commitment: Commitment) -> Weight:
    """How much a commitment weighs: what is settled of it and how binding it is, then its sum, then its certainty."""
    amount = commitment.amount
    settled = 3 * (amount is not None) + 2 * (commitment.deadline is not None) + 2 * (commitment.actor is not None)
    value = amount.value if amount is not None and amount.value is not None and amount.value.is_finite() else None
    return (settled + _FORCE[commitment.kind], float(value or 0), commitment.evidence.confidence)


def weightiest(commitments: Sequence[Commitment], most: int) -> tuple[Commitment, ...]:
    """At most so many of them, those that weigh most first; equals in the order given."""
    return tuple(sorted(commitments, key=weight, reverse=True)[:most])


def limited(dossier: Dossier, limits: Mapping[str, int | None]) -> Dossier:
    """The dossier with at most so many facts per section, those that weigh most, in the dossier's own order."""
    return replace(
        dossier,
        attendees=_most(dossier.attendees, _presence, limits.get("attendees")),
        commitments=_most(dossier.commitments, weight, limits.get("commitments")),
        quotes=_most(dossier.quotes, _certainty, limits.get("quotes")),
        figures=_most(dossier.figures, lambda each: (0, 0, each.evidence.confidence), limits.get("figures")),
    )


def ranked(dossier: Dossier) -> tuple[Item, ...]:
    """Everything a short brief may leave out, what should stay longest first."""
    return interleaved(
        [Item(kind=kind, place=place, size=size) for kind, places in _orders(dossier) for place, size in places]
    )


def interleaved(items: Sequence[Item], kept: Sequence[Item] = ()) -> tuple[Item, ...]:
    """The items so that every kind has its share at any length, those of one kind in the order given.

    `kept`: what stands already and counts towards the shares.
    """
    numbers = Counter(item.kind for item in kept)
    keyed: list[tuple[float, Item]] = []
    for item in items:
        keyed.append((numbers[item.kind] / _SHARES[item.kind], item))
        numbers[item.kind] += 1
    kinds = tuple(_SHARES)
    return tuple(item for _, item in sorted(keyed, key=lambda pair: (pair[0], kinds.index(pair[1].kind))))


def _orders(dossier: Dossier) -> Iterator[tuple[str, Sequence[tuple[int, int]]]]:
    yield "events", [(place, 0) for place in range(len(dossier.events))]
    yield "attendees", _sized(dossier.attendees, _presence, _attendee_size)
    yield "commitments", _sized(dossier.commitments, weight, lambda each: len(each.words.text))
    yield "disagreements", [(n, sum(len(v.written) for v in d.values)) for n, d in enumerate(dossier.disagreements)]
    yield "quotes", _sized(dossier.quotes, _certainty, lambda each: len(each.text))
    yield "figures", [(place, len(figure.words.text)) for place, figure in enumerate(dossier.figures)]


def _sized(facts: Sequence[T], key: Callable[[T], Weight], size: Callable[[T], int]) -> Sequence[tuple[int, int]]:
    order = sorted(range(len(facts)), key=lambda place: key(facts[place]), reverse=True)
    return [(place, size(facts[place])) for place in order]


def _most(facts: tuple[T, ...], key: Callable[[T], Weight], most: int | None) -> tuple[T, ...]:
    if most is None or len(facts) <= most:
        return facts
    kept = sorted(range(len(facts)), key=lambda place: key(facts[place]), reverse=True)[:most]
    return tuple(facts[place] for place in sorted(kept))


def _presence(attendee: Attendee) -> Weight:
    """Those who took part before the others, people before groups, those with an office before those without."""
    presence = max(_PRESENCE[part.mode] for part in attendee.attendances)
    return (presence, attendee.kind is AttendeeKind.PERSON, bool(attendee.roles))


def _certainty(quote: Quote) -> Weight:
    """Whose it is counts first, then whether it is a sentence of its own."""
    known = {Attribution.NAMED: 2, Attribution.RESOLVED: 2, Attribution.DESCRIBED: 1, Attribution.UNKNOWN: 0}
    return (known[quote.attribution], not quote.fragment, quote.evidence.confidence)


def _attendee_size(attendee: Attendee) -> int:
    return len(attendee.name) + max((len(role.text) for role in attendee.roles), default=0)
