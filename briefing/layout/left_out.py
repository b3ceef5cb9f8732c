"""What a brief does not print though the dossier has it: counted, and said in the brief."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from briefing.layout.desk import Desk
from briefing.model.dossier import Dossier
from briefing.model.manuscript import Callout, Runs

# The matter of a dossier in the order in which it is counted, with the section that prints it.
MATTER: Mapping[str, str] = {
    "events": "cover",
    "attendees": "attendees",
    "commitments": "commitments",
    "quotes": "quotes",
    "figures": "figures",
    "disagreements": "disagreements",
}

COUNTED = (*MATTER, "sources")


def counted(whole: Dossier, printed: Dossier, wanted: Collection[str], given: Collection[str]) -> dict[str, int]:
    """How many things of each kind are not printed.

    `wanted`, `given`: the sections asked for and those printed; what belongs to no section asked for is not missed.
    """
    missing = {
        kind: len(getattr(whole, kind)) - (len(getattr(printed, kind)) if section in given else 0)
        for kind, section in MATTER.items()
        if section in wanted
    }
    return {kind: number for kind, number in missing.items() if number}


def remark(desk: Desk, key: str, missing: Mapping[str, int]) -> Callout:
    """The sentence that says what is missing, under `key`."""
    items: list[Runs] = [(desk.count(f"left_out.{kind}", number),) for kind, number in missing.items()]
    return Callout(runs=desk.phrase(key, what=desk.listing(items)))
