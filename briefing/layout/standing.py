"""Which facts stand together: taking part or not, promise or request."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from briefing.model.dossier import Dossier
from briefing.model.facts import Attendance, Attendee, Commitment, Kind, Mode

# In the order in which a brief shows them; the names are those of the catalogue's headings.
PRESENCE: Mapping[str, tuple[Mode, ...]] = MappingProxyType(
    {
        "took_part": (Mode.IN_PERSON, Mode.REMOTE, Mode.REPRESENTED),
        "awaited": (Mode.EXPECTED, Mode.ABSENT),
        "unstated": (Mode.QUOTED, Mode.MENTIONED),
    }
)
UNDERTAKING: Mapping[str, tuple[Kind, ...]] = MappingProxyType(
    {
        "promises": (Kind.SIGNED, Kind.AGREED, Kind.PLEDGED, Kind.ANNOUNCED, Kind.PLANNED),
        "done": (Kind.DELIVERED,),
        "requests": (Kind.REQUESTED,),
        "declined": (Kind.DECLINED,),
    }
)

Part = tuple[Attendee, Attendance]


def parts_by_event(dossier: Dossier) -> Mapping[str | None, tuple[Part, ...]]:
    """Who had which part in each event, each attendee once per event with the part that weighs most.

    Under `None`: those who had a part in no event of the dossier.
    """
    found: dict[str | None, list[Part]] = {event.id: [] for event in dossier.events} | {None: []}
    for attendee in dossier.attendees:
        parts = {part.event: part for part in reversed(attendee.attendances) if part.event in found and part.event}
        for event, part in parts.items():
            found[event].append((attendee, part))
        if not parts:
            found[None].append((attendee, attendee.attendances[0]))
    return {event: tuple(parts) for event, parts in found.items()}


def by_presence(parts: Iterable[Part]) -> dict[str, tuple[Part, ...]]:
    """The parts under `took_part`, `awaited` and `unstated`; empty ones are not there."""
    parts = tuple(parts)
    sorted_out = {name: tuple(each for each in parts if each[1].mode in modes) for name, modes in PRESENCE.items()}
    return {name: found for name, found in sorted_out.items() if found}


def by_undertaking(commitments: Iterable[Commitment]) -> dict[str, tuple[Commitment, ...]]:
    """The commitments under `promises`, `done`, `requests` and `declined`; empty ones are not there."""
    commitments = tuple(commitments)
    sorted_out = {name: tuple(c for c in commitments if c.kind in kinds) for name, kinds in UNDERTAKING.items()}
    return {name: found for name, found in sorted_out.items() if found}
