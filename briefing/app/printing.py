"""A dossier to files, the way one set of choices wants it; window and command both print here."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.app.composing import compose
from briefing.app.offers import user_templates
from briefing.app.work import STANDARD_INPUT, Work
from briefing.model.draft import Choices
from briefing.model.errors import UsageError
from briefing.model.notice import Notice, Outcome, Severity

if TYPE_CHECKING:
    from briefing.layout.layout import Settings
    from briefing.layout.template import Template
    from briefing.locale.reader import ReaderLocale
    from briefing.model.dossier import Dossier
    from briefing.model.manuscript import Manuscript
    from briefing.model.ports import Renderer
    from briefing.render.pdf.writer import PdfRenderer


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A brief whose every choice has been looked up, so that a wrong one is told before the long work.

    `sections`: those to print, in order; `None` leaves them to the template.
    """

    choices: Choices
    locale: ReaderLocale
    template: Template
    sections: tuple[str, ...] | None
    day: dt.date


def export(sources: Sequence[str], outputs: Sequence[Path], choices: Choices, work: Work) -> Outcome[tuple[Path, ...]]:
    """Prints a brief of `sources` into every one of `outputs`, whose endings pick the formats.

    Nothing is written unless all can be; the value is empty where no source could be read. Raises `UsageError` for a
    wrong call, `NothingDone` where the result cannot be written, `Cancelled`.
    """
    order = ordered(choices)
    refuse_overwriting(outputs, [Path(source) for source in sources if source != STANDARD_INPUT])
    renderers = open_outputs(outputs)
    # The brief of an earlier run may lie among its own sources.
    dossier = compose(sources, work, tuple(renderers))
    if not dossier.articles:
        return Outcome(value=(), notices=dossier.notices)
    outcome = run_off(dossier, order, renderers)
    return replace(outcome, notices=(*dossier.notices, *outcome.notices))


def ordered(choices: Choices) -> Order:
    """The choices, looked up. Raises `UsageError` for a locale, template or section that there is not."""
    from briefing.layout.template import SECTIONS
    from briefing.layout.templates import load
    from briefing.locale.reader import find

    own = [section.id for section in choices.own]
    for name in choices.sections or ():
        if name not in SECTIONS and name not in own:
            raise UsageError("unknown-section", name=name, available=", ".join((*SECTIONS, *own)))
    template = load(choices.template, user_templates())
    return Order(
        choices=choices,
        locale=find(choices.locale),
        template=template,
        sections=_shown(choices, template),
        day=today(),
    )


def _shown(choices: Choices, template: Template) -> tuple[str, ...] | None:
    from briefing.layout.template import with_own

    if choices.sections is None and not choices.hidden:
        return None
    listed = (
        choices.sections
        if choices.sections is not None
        else with_own(template.sections, [one.id for one in choices.own])
    )
    return tuple(name for name in listed if name not in choices.hidden)


def refuse_overwriting(outputs: Sequence[Path], sources: Sequence[Path]) -> None:
    """Raises `UsageError` where an output is one of the sources that were named."""
    for output in outputs:
        if output.exists() and any(source.exists() and output.samefile(source) for source in sources):
            raise UsageError("output-is-input", path=str(output))


def open_outputs(outputs: Sequence[Path], pdf: PdfRenderer | None = None) -> Mapping[Path, Renderer]:
    """What makes each of the outputs, every one of which can be written; `pdf` makes those that are PDF.

    Raises `UsageError` (`no-output`, `unknown-format`), `NothingDone` where one cannot be written.
    """
    from briefing.render.registry import renderer_for
    from briefing.render.saving import writable

    if not outputs:
        raise UsageError("no-output")
    renderers = {}
    for path in dict.fromkeys(outputs):
        renderer = renderer_for(path.suffix or path.name)
        renderers[path] = pdf if pdf is not None and isinstance(renderer, type(pdf)) else renderer
    writable(renderers)
    return renderers


def run_off(
    dossier: Dossier, order: Order, renderers: Mapping[Path, Renderer], pdf: PdfRenderer | None = None
) -> Outcome[tuple[Path, ...]]:
    """Prints a dossier into all files or none. Raises `NothingDone` where one cannot be written."""
    from briefing.render.saving import save

    typeset_ = typeset(dossier, order, pdf)
    save({path: renderer.render(typeset_.value) for path, renderer in renderers.items()})
    lacking = [_lacking(path, renderer.lacks(typeset_.value)) for path, renderer in renderers.items()]
    notices = (*typeset_.notices, *(notice for notice in lacking if notice is not None))
    return Outcome(value=tuple(renderers), notices=notices)


def typeset(dossier: Dossier, order: Order, pdf: PdfRenderer | None = None) -> Outcome[Manuscript]:
    """The manuscript of a dossier, with the dossier inside; `pdf` measures it."""
    from briefing.dossier.checking import to_payload
    from briefing.dossier.record import to_record, without_folders
    from briefing.layout.imprint import printed_lines, printed_passages
    from briefing.layout.layout import lay_out
    from briefing.locale.interface import Interface

    laid_out = lay_out(dossier, _settings(order), pdf if pdf is not None else _new_pdf())
    manuscript = laid_out.value
    # In the reader's language, not the user's: the file is the reader's, and its bytes depend on nothing else.
    record = to_record(without_folders(dossier), Interface(locale=order.locale.catalogue).notice)
    payload = to_payload(record, _remembered(order), printed_passages(manuscript), printed_lines(manuscript))
    return Outcome(value=replace(manuscript, payload=payload), notices=laid_out.notices)


def _settings(order: Order) -> Settings:
    from briefing.layout.layout import Settings

    choices = order.choices
    return Settings(
        locale=order.locale,
        template=order.template,
        sections=order.sections,
        title=choices.title,
        paper=choices.paper,
        prepared_for=choices.prepared_for,
        prepared_on=order.day.isoformat(),
        marking=choices.marking,
        own=choices.own,
        note_empty=choices.note_empty,
    )


def _new_pdf() -> PdfRenderer:
    from briefing.render.pdf.writer import PdfRenderer

    return PdfRenderer()


def _remembered(order: Order) -> Mapping[str, object]:
    """The choices as a printed file carries them: of what is not printed it says nothing."""
    from briefing.library.codec import encode

    shown = order.sections
    own = tuple(section for section in order.choices.own if shown is None or section.id in shown)
    carried = replace(order.choices, locale=order.locale.tag, sections=shown, hidden=frozenset(), own=own)
    remembered: Mapping[str, object] = encode(carried, Choices)
    return remembered


def _lacking(path: Path, characters: frozenset[str]) -> Notice | None:
    """An error notice where a file shows a mark in place of letters, with some of them to recognise the script by."""
    if not characters:
        return None
    some = "".join(sorted(characters)[:12])
    parameters: dict[str, str | int] = {"count": len(characters), "letters": some}
    return Notice(severity=Severity.ERROR, code="letters-missing", parameters=parameters, place=str(path))


def today() -> dt.date:
    """The date that a brief bears: that of `SOURCE_DATE_EPOCH` (UTC) where it is set, else the user's day.

    Raises `UsageError` where the variable holds no time.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return dt.datetime.now().astimezone().date()
    try:
        return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC).date()
    except (ValueError, OverflowError, OSError) as failure:
        raise UsageError("bad-date-epoch", value=epoch) from failure


def done_in_part(notices: Sequence[Notice]) -> bool:
    """Whether something that was asked for is missing from the result."""
    return any(notice.severity is Severity.ERROR for notice in notices)
