"""What there is to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.model.errors import UsageError

if TYPE_CHECKING:
    from briefing.layout.template import TemplateInfo

_STANDARD = "standard"


def sections() -> tuple[str, ...]:
    """The ids of all sections, in their standard order."""
    from briefing.layout.template import SECTIONS

    return SECTIONS


def template_sections(template: str) -> tuple[str, ...]:
    """The ids of the sections that a template prints, in its order; the standard one's where there is none such."""
    from briefing.layout.templates import load

    try:
        return load(template, user_templates()).sections
    except UsageError:
        # A brief may come from somebody who has templates of their own; printing it says so.
        return load(_STANDARD, None).sections


def all_sections(template: str) -> tuple[str, ...]:
    """The ids of all sections: those that a template prints, in its order, then the others."""
    return tuple(dict.fromkeys((*template_sections(template), *sections())))


def with_own(sections: Sequence[str], own: Sequence[str]) -> tuple[str, ...]:
    """The sections with the editor's own, by their ids, before those that close the brief."""
    from briefing.layout import template

    return template.with_own(sections, own)


def templates() -> tuple[TemplateInfo, ...]:
    """The user's own templates and the built-in ones."""
    from briefing.layout.templates import available

    return available(user_templates())


def copy_template(name: str, new: str) -> Path:
    """Copies a template into the user's own folder under a new name; returns the new folder."""
    from briefing.layout import copying

    return copying.copy_template(name, new, user_templates())


def locales() -> Mapping[str, str]:
    """The locales a brief can be printed in, each with its name in its own language."""
    from briefing.locale.shipped import names

    return names()


def user_templates() -> Path:
    """The folder in which a user's own templates are looked for; it need not exist."""
    import platformdirs

    return platformdirs.user_config_path("briefing", appauthor=False) / "templates"


def samples() -> Path:
    """The folder of the sample articles, with which anybody can try the program."""
    from briefing.resources import shipped

    return shipped("seeds")
