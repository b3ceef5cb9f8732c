"""The sections of the brief in their order, with the queue to review before them and the changes behind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from briefing_gui.presenters.facts import REVIEW, all_facts, deciding, facts_at
from briefing_gui.presenters.review import settled
from briefing_gui.presenters.session import Session

CHANGES = "changes"
"""The place that lists what the editor has changed."""

Sort: TypeAlias = Literal["review", "section", "own", "changes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One place of the rail.

    `heading`: of one of the editor's own sections; the others are named by the catalogue. `shown`: whether it is
    printed. `count`: facts that it prints, changes made or facts still to be judged; `None` where nothing is counted.
    """

    place: str
    sort: Sort
    heading: str = ""
    shown: bool = True
    count: int | None = None


class Sections:
    """What the rail shows, and what can be done to it."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def entries(self) -> list[Entry]:
        """Every place, top to bottom."""
        session = self._session
        done = settled(deciding(session.draft, session.dossier))
        waiting = sum(fact.id not in done for fact in all_facts(session.dossier))
        hidden = session.hidden()
        headings = {own.id: own.heading for own in session.draft.choices.own}
        sections = [
            Entry(
                place=section,
                sort="own" if section in headings else "section",
                heading=headings.get(section, ""),
                shown=section not in hidden,
                count=self._count(section),
            )
            for section in session.sections()
        ]
        return [
            Entry(place=REVIEW, sort="review", count=waiting),
            *sections,
            Entry(place=CHANGES, sort="changes", count=len(session.draft.decisions)),
        ]

    def _count(self, section: str) -> int | None:
        dossier = self._session.dossier
        if section in {"cover", "timeline"}:
            return None
        if section == "disagreements":
            return len(dossier.disagreements)
        facts = facts_at(dossier, section)
        left_out = sum(1 for fact in facts if (mark := dossier.marks.get(fact.id)) and mark.left_out)
        return len(facts) - left_out if section in {"attendees", "commitments", "quotes", "figures"} else None

    def show(self, section: str, shown: bool) -> None:
        """Prints a section or not."""
        session = self._session
        hidden = session.hidden()
        after = hidden - {section} if shown else hidden | {section}
        session.arrange(session.sections(), after, "show-section" if shown else "hide-section")

    def move(self, section: str, place: int) -> None:
        """Puts a section at a place among the others, counted without it; places beyond the ends are the ends."""
        session = self._session
        rest = [one for one in session.sections() if one != section]
        place = min(max(place, 0), len(rest))
        session.arrange((*rest[:place], section, *rest[place:]), session.hidden())

    def shift(self, section: str, by: int) -> None:
        """Moves a section up or down."""
        sections = self._session.sections()
        if section in sections:
            self.move(section, sections.index(section) + by)

    def reset(self) -> None:
        """Goes back to the template's sections; the editor's own stay, before the sources."""
        self._session.reset_sections()
