"""What a template decides, as plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from briefing.model.manuscript import Paper, Theme

# Ids of the sections, in the standard order; here and not in the registry, so that a template can be read without
# loading what lays sections out.
SECTIONS = (
    "cover",
    "glance",
    "attendees",
    "commitments",
    "quotes",
    "figures",
    "timeline",
    "disagreements",
    "sources",
    "annex",
)
# Those that close a brief; what the editor writes belongs before them.
_CLOSING = ("sources", "annex")


def with_own(sections: Sequence[str], own: Sequence[str]) -> tuple[str, ...]:
    """The sections with the editor's own, by their ids, before those that close the brief."""
    end = next((place for place, name in enumerate(sections) if name in _CLOSING), len(sections))
    return (*sections[:end], *own, *sections[end:])


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The choices of one section.

    `limit`: the most facts it prints, `None` for all. `names`: the most people named per line. `headlines`: the most
    commitments among the headlines. `compact`: running lines instead of tables. `by_speaker`: quotations under the
    name of their speaker. `show_evidence`: the sentence of the source under each commitment.
    """

    limit: int | None = None
    names: int = 6
    headlines: int = 3
    compact: bool = False
    by_speaker: bool = False
    show_evidence: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A template as read from its folder.

    `title`: what kind of document it makes, a `doc` catalogue key (`title.brief`) or the user's own words.
    `options`: by section, where they differ from the standard ones. `paper`: `None` for the paper of the reader's
    region. `one_page`: whether facts are left out until one page holds the rest. `base_document`: bytes of its
    `style.docx`, `None` where it has none.
    """

    name: str
    title: str
    sections: tuple[str, ...]
    options: Mapping[str, Options] = field(default_factory=lambda: MappingProxyType({}))
    theme: Theme = field(default_factory=Theme)
    paper: Paper | None = None
    one_page: bool = False
    base_document: bytes | None = None

    def choices(self, section: str) -> Options:
        """The options of one section."""
        return self.options.get(section, Options())


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateInfo:
    """One entry of the list of templates.

    `description`: a user's own words, or `None` for a built-in one, which the `ui` catalogue describes
    (`template.<name>.description`).
    """

    name: str
    builtin: bool
    description: str | None
