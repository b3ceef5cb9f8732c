"""A brief in the making: all that the editor has chosen and decided, in one immutable record."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.model.decision import Decision
from briefing.model.errors import InvalidRecord
from briefing.model.manuscript import Paper

_OWN = re.compile(r"own-\d{1,9}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSection:
    """A section of the editor's own text.

    `id`: `own-<number>` of at most nine digits, used among the sections of `Choices`. `text`: Markdown.
    """

    id: str
    heading: str
    text: str

    def __post_init__(self) -> None:
        # Under any other name it could pass for a section of the program's, or for a place of the window.
        if not _OWN.fullmatch(self.id):
            raise InvalidRecord(f"{self.id[:40]!r} is no id of an own section")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """How the brief is wanted; `None` leaves it to the template, the locale or the facts.

    `sections`: every section in the order of print, those hidden too; `hidden`: the ones not printed. `note_empty`:
    whether a section of `sections` that has nothing to show says so in print.
    """

    locale: str
    template: str = "standard"
    paper: Paper | None = None
    title: str | None = None
    prepared_for: str | None = None
    marking: str | None = None
    sections: tuple[str, ...] | None = None
    hidden: frozenset[str] = frozenset()
    own: tuple[OwnSection, ...] = ()
    note_empty: bool = False

    def __post_init__(self) -> None:
        if len({section.id for section in self.own}) != len(self.own):
            raise InvalidRecord("two own sections of one id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """All that undo can bring back.

    `articles`: ids of the articles in the list, in its order; `unticked`: those whose facts are not wanted.
    """

    choices: Choices
    articles: tuple[str, ...] = ()
    unticked: frozenset[str] = frozenset()
    decisions: tuple[Decision, ...] = ()

    def ticked(self) -> tuple[str, ...]:
        """The ids of the articles whose facts are wanted."""
        return tuple(article for article in self.articles if article not in self.unticked)
