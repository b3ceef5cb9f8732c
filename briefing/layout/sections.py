"""The sections of a brief by their ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from briefing.layout.desk import Desk
from briefing.layout.own import own
from briefing.layout.section.annex import annex
from briefing.layout.section.attendees import attendees
from briefing.layout.section.commitments import commitments
from briefing.layout.section.cover import cover
from briefing.layout.section.disagreements import disagreements
from briefing.layout.section.figures import figures
from briefing.layout.section.glance import glance
from briefing.layout.section.quotes import quotes
from briefing.layout.section.sources import sources
from briefing.layout.section.timeline import timeline
from briefing.layout.template import SECTIONS
from briefing.model.draft import OwnSection
from briefing.model.errors import UsageError
from briefing.model.manuscript import Block

Section = Callable[[Desk], tuple[Block, ...]]

REGISTRY: Mapping[str, Section] = MappingProxyType(
    {
        "cover": cover,
        "glance": glance,
        "attendees": attendees,
        "commitments": commitments,
        "quotes": quotes,
        "figures": figures,
        "timeline": timeline,
        "disagreements": disagreements,
        "sources": sources,
        "annex": annex,
    }
)


def chosen(wanted: Iterable[str], own: Iterable[OwnSection] = ()) -> tuple[str, ...]:
    """The ids wanted, each once, in that order; `own`: the editor's. Raises `UsageError("unknown-section")`."""
    ids = tuple(dict.fromkeys(wanted))
    known = REGISTRY.keys() | {each.id for each in own}
    for name in ids:
        if name not in known:
            raise UsageError("unknown-section", name=name, available=SECTIONS)
    return ids


def blocks_of(section: str, desk: Desk) -> tuple[Block, ...]:
    """A section's blocks; none where it has nothing to show."""
    if section in REGISTRY:
        return REGISTRY[section](desk)
    return own(next(each for each in desk.settings.own if each.id == section))
