"""Sections of the editor's own text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.layout import markdown
from briefing.layout.clean import folded, shortened
from briefing.layout.desk import LONGEST_LABEL, Settings
from briefing.layout.weave import run
from briefing.model.draft import OwnSection
from briefing.model.manuscript import Block, Heading
from briefing.model.notice import Notice, Severity


def own(section: OwnSection) -> tuple[Block, ...]:
    """The section's heading and text; nothing where it has no text."""
    blocks = markdown.blocks(section.text)
    heading = shortened(section.heading, LONGEST_LABEL)
    if not blocks or not heading:
        return blocks
    return (Heading(level=1, runs=(run(heading),)), *blocks)


def cut_short(settings: Settings, sections: Sequence[str]) -> Iterator[Notice]:
    """A notice for each of the sections whose text is longer than what is printed of it."""
    for each in settings.own:
        if each.id in sections and len(each.text) > markdown.MOST_CHARACTERS:
            yield _notice("own-section-cut", each)


def given_up(settings: Settings, wanted: Sequence[str], printed: Sequence[str]) -> Iterator[Notice]:
    """A notice for each of the editor's sections that was wanted and found no room."""
    for each in settings.own:
        if each.id in wanted and each.id not in printed and each.text.strip():
            yield _notice("own-section-left-out", each)


def _notice(code: str, section: OwnSection) -> Notice:
    heading = folded(section.heading) or section.id
    return Notice(severity=Severity.WARNING, code=code, parameters={"heading": heading})
