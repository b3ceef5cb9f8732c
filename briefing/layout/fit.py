"""A brief that fits one page whatever comes: facts are ranked, and as many kept as the page holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from briefing.layout.compose import Selection, compose, listed
from briefing.layout.desk import Settings
from briefing.layout.left_out import MATTER, counted
from briefing.layout.rank import Item, interleaved, ranked
from briefing.model.dossier import Dossier
from briefing.model.notice import Notice, Outcome, Severity
from briefing.model.ports import Gauge

T = TypeVar("T")

REMARK = "left_out.fit"

# Points kept free at the foot, about four lines and one more of the title: word processors set headings bolder, and
# break lines and space tables a little differently from each other and from a gauge.
_SPARE = 48.0
# More things than this are on no page, so there is no need to lay them out to know.
_MOST_ON_A_PAGE = 400
# How often a thing that does not fit may be passed over for smaller ones behind it; each costs a few measurements.
_MOST_PASSED_OVER = 10


def fitted(selection: Selection, settings: Settings, gauge: Gauge) -> Outcome[Selection]:
    """The selection with as many of its facts as one page holds; whole facts are left out, none is cut.

    Where even the head alone takes more than a page, sections are given up from the end and a notice says so.
    """
    everything = ranked(selection.printed)
    page = _Page(base=selection, wanted=selection.sections, settings=settings, gauge=gauge)
    if len(everything) <= _MOST_ON_A_PAGE and page.holds(everything):
        return Outcome(value=page.selection(everything))
    page = replace(page, base=replace(selection, cited_only=True))
    while not page.holds(()):
        sections = page.base.sections
        if len(sections) <= 1:
            notice = Notice(severity=Severity.WARNING, code="does-not-fit")
            return Outcome(value=page.selection(()), notices=(notice,))
        page = replace(page, base=replace(page.base, sections=sections[:-1]))
    return Outcome(value=page.selection(_filled(page, everything)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """One page, and what is known to go onto it besides the facts; `wanted`: the sections that were asked for."""

    base: Selection
    wanted: tuple[str, ...]
    settings: Settings
    gauge: Gauge

    def selection(self, items: Sequence[Item]) -> Selection:
        """The selection that keeps these items only, with the remark on what it lacks."""
        printed = _reduced(self.base.printed, items)
        selection = replace(self.base, printed=printed)
        missing = counted(self.base.printed, printed, self.wanted, self.base.sections)
        sources = len(printed.articles) - len(listed(selection)) if "sources" in self.base.sections else 0
        if sources:
            missing["sources"] = sources
        return replace(selection, left_out={**self.base.left_out, REMARK: missing}) if missing else selection

    def holds(self, items: Sequence[Item]) -> bool:
        """Whether these items fit."""
        manuscript = compose(self.selection(items), self.settings)
        top, right, bottom, left = manuscript.theme.margins
        tight = replace(manuscript.theme, margins=(top, right, bottom + _SPARE, left))
        return self.gauge.pages(replace(manuscript, theme=tight)) <= 1


def _filled(page: _Page, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items that go onto the page, in rank; one that is too big is passed over for those behind it."""
    kept: tuple[Item, ...] = ()
    rest = items
    for _ in range(_MOST_PASSED_OVER):
        fits = _longest_prefix(page, kept, rest)
        kept += rest[:fits]
        if fits == len(rest):
            break
        refused = rest[fits]
        # What is no smaller than a thing refused will be refused as well: the room only shrinks.
        behind = [item for item in rest[fits + 1 :] if item.kind != refused.kind or item.size < refused.size]
        rest = interleaved(behind, kept)
    return kept


def _longest_prefix(page: _Page, kept: tuple[Item, ...], rest: tuple[Item, ...]) -> int:
    """How many of `rest`, from the first, fit beside `kept`; looked for from few to many, since a page holds few."""
    fits, tried = 0, 1
    while tried <= len(rest) and page.holds((*kept, *rest[:tried])):
        fits, tried = tried, tried * 2
    low, high = fits, min(tried, len(rest) + 1)
    while high - low > 1:
        middle = (low + high) // 2
        if page.holds((*kept, *rest[:middle])):
            low = middle
        else:
            high = middle
    return low


def _reduced(dossier: Dossier, items: Sequence[Item]) -> Dossier:
    """The dossier with these of its facts only, in its own order."""
    places: dict[str, set[int]] = {kind: set() for kind in MATTER}
    for item in items:
        places[item.kind].add(item.place)
    return replace(
        dossier,
        events=_at(dossier.events, places["events"]),
        attendees=_at(dossier.attendees, places["attendees"]),
        commitments=_at(dossier.commitments, places["commitments"]),
        quotes=_at(dossier.quotes, places["quotes"]),
        figures=_at(dossier.figures, places["figures"]),
        disagreements=_at(dossier.disagreements, places["disagreements"]),
    )


def _at(facts: tuple[T, ...], places: set[int]) -> tuple[T, ...]:
    return tuple(facts[place] for place in sorted(places))
