"""One manuscript of one selection of facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.layout.caveats import caveats
from briefing.layout.desk import Desk, Settings
from briefing.layout.evidence import entries, evidence_of, facts_of, passages
from briefing.layout.heading import furniture, properties
from briefing.layout.left_out import remark
from briefing.layout.references import References, describe
from briefing.layout.sections import REGISTRY, blocks_of
from briefing.model.dossier import Dossier
from briefing.model.manuscript import Block, Callout, Heading, Manuscript


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What one brief prints.

    `printed`, `whole`: the facts kept and all there were. `left_out`: catalogue key of a remark to the counts it
    names. `cited_only`: whether only sources that a printed fact rests on are listed.
    """

    whole: Dossier
    printed: Dossier
    sections: tuple[str, ...]
    left_out: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    cited_only: bool = False


def compose(selection: Selection, settings: Settings) -> Manuscript:
    """The brief of a selection."""
    desk = _desk(selection, settings)
    blocks: list[Block] = []
    for section in selection.sections:
        found = blocks_of(section, desk)
        if not found and settings.note_empty and settings.sections is not None and section in REGISTRY:
            found = _empty(desk, section)
        blocks.extend(found)
        if section == selection.sections[0]:
            blocks.extend(caveats(desk))
    blocks.extend(remark(desk, key, missing) for key, missing in selection.left_out.items() if missing)
    template = settings.template
    return Manuscript(
        language=settings.locale.tag,
        paper=settings.paper or template.paper or settings.locale.paper,
        blocks=tuple(blocks),
        properties=properties(desk),
        furniture=furniture(desk),
        theme=template.theme,
        right_to_left=settings.locale.right_to_left,
        base_document=template.base_document,
    )


def _desk(selection: Selection, settings: Settings) -> Desk:
    whole = selection.whole
    return Desk(
        dossier=selection.printed,
        whole=whole,
        settings=settings,
        sections=selection.sections,
        references=_references(selection, settings),
        articles={article.id: article for article in whole.articles},
        people={attendee.id: attendee for attendee in whole.attendees},
    )


def _references(selection: Selection, settings: Settings) -> References:
    numbers = {article.id: number for number, article in enumerate(selection.whole.articles, start=1)}
    facts = facts_of(selection.printed) if "annex" in selection.sections else ()
    found = passages(facts, selection.whole.articles)
    return References(
        sources=numbers,
        listed=listed(selection) if "sources" in selection.sections else frozenset(),
        facts={fact.id: number for number, fact in enumerate(facts, start=1)},
        sentences=entries(found),
        labels={each.number: settings.locale.text("reference.evidence", number=each.number) for each in found},
        outlets={article.id: describe(article) for article in selection.whole.articles},
    )


def listed(selection: Selection) -> frozenset[str]:
    """The ids of the articles that its list of sources has."""
    printed = selection.printed
    if not selection.cited_only:
        return frozenset(article.id for article in printed.articles)
    spans = [span for fact in facts_of(printed) for span in evidence_of(fact)]
    spans += [span for event in printed.events for span in event.evidence.spans]
    spans += [span for each in printed.disagreements for value in each.values for span in value.evidence]
    return frozenset(span.article for span in spans)


def empty_sections(selection: Selection, settings: Settings) -> tuple[str, ...]:
    """The sections that were asked for by name and have nothing to show."""
    if settings.sections is None or not settings.note_empty:
        return ()
    desk = _desk(selection, settings)
    return tuple(section for section in selection.sections if section in REGISTRY and not blocks_of(section, desk))


def _empty(desk: Desk, section: str) -> tuple[Block, ...]:
    """The heading of a section that was asked for, with a note that there is nothing under it."""
    return (
        Heading(level=1, runs=(desk.say(f"section.{section}"),)),
        Callout(runs=(desk.say(f"empty.{section}"),)),
    )
