"""`Dossier`, locale and template to `Manuscript`."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.layout.compose import Selection, compose, empty_sections
from briefing.layout.desk import Settings
from briefing.layout.fit import fitted
from briefing.layout.left_out import COUNTED, counted
from briefing.layout.own import cut_short, given_up
from briefing.layout.rank import limited
from briefing.layout.sections import chosen
from briefing.layout.template import with_own
from briefing.model.dossier import Dossier
from briefing.model.manuscript import Manuscript
from briefing.model.notice import Notice, Outcome, Severity
from briefing.model.ports import Gauge

__all__ = ["Settings", "lay_out"]


def lay_out(dossier: Dossier, settings: Settings, gauge: Gauge | None = None) -> Outcome[Manuscript]:
    """The brief of a dossier as the settings want it, with notices of what it does not print.

    `gauge` measures one-page templates; without one they are laid out unfitted. Raises `UsageError` for an unknown
    section.
    """
    sections = settings.sections
    if sections is None:
        sections = with_own(settings.template.sections, [one.id for one in settings.own])
    sections = chosen(sections, settings.own)
    limits = {section: settings.template.choices(section).limit for section in sections}
    printed = limited(dossier, limits)
    over = counted(dossier, printed, sections, sections)
    selection = Selection(
        whole=dossier, printed=printed, sections=sections, left_out={"left_out.limit": over} if over else {}
    )
    notices = [_counts("left-out-by-limit", over)] if over else []
    if settings.template.one_page and gauge is not None:
        outcome = fitted(selection, settings, gauge)
        selection = outcome.value
        notices += outcome.notices
        squeezed = selection.left_out.get("left_out.fit")
        if squeezed:
            notices.append(_counts("left-out-to-fit", squeezed))
    notices += (*cut_short(settings, selection.sections), *given_up(settings, sections, selection.sections))
    notices += [
        Notice(severity=Severity.INFO, code="section-empty", parameters={"section": section})
        for section in empty_sections(selection, settings)
    ]
    return Outcome(value=compose(selection, settings), notices=tuple(notices))


def _counts(code: str, missing: Mapping[str, int]) -> Notice:
    """A notice of how many things of each kind are not printed."""
    return Notice(severity=Severity.INFO, code=code, parameters={kind: missing.get(kind, 0) for kind in COUNTED})
