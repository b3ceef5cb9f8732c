"""The text of a `template.toml`, checked key by key."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from briefing.layout.template import SECTIONS, Options, Template
from briefing.model.manuscript import Paper, Theme

T = TypeVar("T")


class TemplateProblem(ValueError):
    """What is wrong with a template, naming the key."""


# Which choices a section understands.
_OPTIONS: Mapping[str, frozenset[str]] = {
    "cover": frozenset({"compact"}),
    "glance": frozenset({"names", "headlines", "compact"}),
    "attendees": frozenset({"limit", "compact"}),
    "commitments": frozenset({"limit", "compact", "show_evidence"}),
    "quotes": frozenset({"limit", "by_speaker", "compact"}),
    "figures": frozenset({"limit"}),
    "disagreements": frozenset({"compact"}),
    "sources": frozenset({"compact"}),
}
_COUNTS = frozenset({"limit", "names", "headlines"})
_MOST = 10_000
_KEYS = frozenset({"title", "description", "extends", "paper", "one_page", "sections", "section", "theme"})
_PAPERS: Mapping[str, Paper | None] = {"auto": None, "A4": "A4", "Letter": "Letter"}
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
# Points. Beyond these nothing is legible, or nothing is left of the page.
_SIZES = (6.0, 24.0)
_LEADINGS = (1.0, 3.0)
_SPACINGS = (0.2, 3.0)
_MARGINS = (0.0, 180.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateFile:
    """What one `template.toml` says; `None` and absent keys are left to the template it extends."""

    title: str | None = None
    description: str | None = None
    extends: str | None = None
    paper: str | None = None
    one_page: bool | None = None
    sections: tuple[str, ...] | None = None
    options: Mapping[str, Mapping[str, Any]]
    theme: Mapping[str, Any]

    @staticmethod
    def parse(table: Mapping[str, object]) -> TemplateFile:
        """The file's table, checked. Raises `TemplateProblem`."""
        _only(table, _KEYS, "")
        sections = table.get("sections")
        return TemplateFile(
            title=_optional(table, "title", _words),
            description=_optional(table, "description", _words),
            extends=_optional(table, "extends", _words),
            paper=_optional(table, "paper", _paper),
            one_page=_optional(table, "one_page", _truth),
            sections=None if sections is None else _sections(sections),
            options={name: _options(name, value) for name, value in _table(table, "section").items()},
            theme=_theme(_table(table, "theme")),
        )

    @staticmethod
    def merged(files: Iterable[TemplateFile]) -> TemplateFile:
        """Several files as one; what a later one says wins."""
        result = TemplateFile(options={}, theme={})
        for file in files:
            said = {
                each.name: getattr(file, each.name)
                for each in fields(TemplateFile)
                if each.name not in {"options", "theme"} and getattr(file, each.name) is not None
            }
            options = dict(result.options)
            for section, choices in file.options.items():
                options[section] = {**options.get(section, {}), **choices}
            result = replace(result, **said, options=options, theme={**result.theme, **file.theme})
        return result

    def template(self, name: str, base_document: bytes | None) -> Template:
        """The template that this file makes; what it does not say is as in the standard one."""
        return Template(
            name=name,
            title=self.title or "title.brief",
            sections=SECTIONS if self.sections is None else self.sections,
            options={section: replace(Options(), **choices) for section, choices in self.options.items()},
            theme=replace(Theme(), **self.theme),
            paper=_PAPERS[self.paper or "auto"],
            one_page=bool(self.one_page),
            base_document=base_document,
        )


def _only(table: Mapping[str, object], known: Iterable[str], within: str) -> None:
    for key in table:
        if key not in known:
            raise TemplateProblem(f"{within}{key}: unknown; known are {', '.join(sorted(known))}")


def _table(table: Mapping[str, object], key: str) -> Mapping[str, object]:
    value = table.get(key, {})
    if not isinstance(value, dict):
        raise TemplateProblem(f"{key}: must be a table")
    return value


def _optional(table: Mapping[str, object], key: str, check: Callable[[str, object], T]) -> T | None:
    return check(key, table[key]) if key in table else None


def _words(key: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise TemplateProblem(f"{key}: must be words in quotation marks")
    return value


def _paper(key: str, value: object) -> str:
    if not isinstance(value, str) or value not in _PAPERS:
        raise TemplateProblem(f"{key}: {value!r} is none of {', '.join(_PAPERS)}")
    return value


def _truth(key: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise TemplateProblem(f"{key}: must be true or false")
    return value


def _count(key: str, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _MOST:
        raise TemplateProblem(f"{key}: must be a whole number from 0 to {_MOST}")
    return value


def _sections(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise TemplateProblem("sections: must be a list of at least one section")
    for name in value:
        if name not in SECTIONS:
            raise TemplateProblem(f"sections: {name!r} is none of {', '.join(SECTIONS)}")
    if len(set(value)) < len(value):
        raise TemplateProblem("sections: a section stands there twice")
    return tuple(value)


def _options(section: str, value: object) -> Mapping[str, int | bool]:
    if section not in SECTIONS:
        raise TemplateProblem(f"section.{section}: is none of {', '.join(SECTIONS)}")
    if not isinstance(value, dict):
        raise TemplateProblem(f"section.{section}: must be a table")
    within = f"section.{section}."
    _only(value, _OPTIONS.get(section, frozenset()), within)
    return {key: (_count if key in _COUNTS else _truth)(f"{within}{key}", choice) for key, choice in value.items()}


def _theme(table: Mapping[str, object]) -> Mapping[str, object]:
    _only(table, _THEME, "theme.")
    return {key: _THEME[key](f"theme.{key}", value) for key, value in table.items()}


def _colour(key: str, value: object) -> str:
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        raise TemplateProblem(f"{key}: must be six hexadecimal digits such as 1F3A5F")
    return value.upper()


def _between(bounds: tuple[float, float]) -> Callable[[str, object], float]:
    lowest, highest = bounds

    def check(key: str, value: object) -> float:
        number = float(value) if isinstance(value, int | float) and not isinstance(value, bool) else math.nan
        if not lowest <= number <= highest:
            raise TemplateProblem(f"{key}: must be a number from {lowest:g} to {highest:g}")
        return number

    return check


def _margins(key: str, value: object) -> tuple[float, ...]:
    if not isinstance(value, list) or len(value) != 4:
        raise TemplateProblem(f"{key}: must be four numbers: top, right, bottom, left")
    return tuple(_between(_MARGINS)(key, each) for each in value)


_THEME: Mapping[str, Callable[[str, object], object]] = {
    "text_font": _words,
    "heading_font": _words,
    "size": _between(_SIZES),
    "leading": _between(_LEADINGS),
    "spacing": _between(_SPACINGS),
    "accent": _colour,
    "quiet": _colour,
    "rule": _colour,
    "margins": _margins,
}
