"""The front door: one function per thing a user can ask for, and the only place that picks concrete classes."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.model.errors import NothingDone, UsageError
from briefing.model.notice import Notice, Outcome, Severity

if TYPE_CHECKING:
    # Importing the rooms costs more than listing what there is: each function opens only those it needs.
    from briefing.dossier.checking import Verdict
    from briefing.dossier.record import Json
    from briefing.layout.template import Template, TemplateInfo
    from briefing.locale.reader import ReaderLocale
    from briefing.model.article import Article
    from briefing.model.dossier import Dossier
    from briefing.model.manuscript import Manuscript, Paper

STANDARD_INPUT = "-"


def _no_progress(_stage: str, _done: int, _of: int) -> None:
    return


def _no_count(_done: int, _of: int) -> None:
    return


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """How a long job talks to whoever started it.

    `wording`: puts a notice into the user's language. `progress`: hears stage (`read`, `extract`), how many are done
    of how many. `cancelled`: asked between two articles. `stdin`: gives all bytes of standard input.
    """

    wording: Callable[[Notice], str]
    stdin: Callable[[], bytes]
    progress: Callable[[str, int, int], None] = _no_progress
    cancelled: Callable[[], bool] = _never


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What a brief should be like; `None` leaves it to the template, the locale or the facts.

    `sections`: ids in the order of print. `locale`: as the user writes it (`pt-br`).
    """

    locale: str
    template: str = "standard"
    sections: tuple[str, ...] | None = None
    title: str | None = None
    paper: Paper | None = None
    prepared_for: str | None = None
    marking: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """A brief whose every choice has been looked up, so that a wrong one is told before the long work."""

    locale: ReaderLocale
    template: Template
    brief: Brief
    outputs: tuple[Path, ...]
    day: dt.date


def export(sources: Sequence[str], outputs: Sequence[Path], brief: Brief, work: Work) -> Outcome[tuple[Path, ...]]:
    """Prints a brief of `sources` into every one of `outputs`, whose endings pick the formats.

    Nothing is written unless all can be; the value is empty where no source could be read. Raises `UsageError` for a
    wrong call, `NothingDone` where the result cannot be written, `Cancelled`.
    """
    from briefing.render.registry import renderer_for
    from briefing.render.saving import save, writable

    order = _ordered(brief, outputs)
    _refuse_overwriting_sources(sources, order.outputs)
    renderers = {path: renderer_for(path.suffix or path.name) for path in order.outputs}
    writable(order.outputs)
    # The brief of an earlier run may lie among its own sources.
    dossier = compose(sources, work, order.outputs)
    if not dossier.articles:
        return Outcome(value=(), notices=dossier.notices)
    typeset = _typeset(dossier, order, work)
    save({path: renderer.render(typeset.value) for path, renderer in renderers.items()})
    lacking = [_lacking(path, renderer.lacks(typeset.value)) for path, renderer in renderers.items()]
    notices = (*dossier.notices, *typeset.notices, *(notice for notice in lacking if notice is not None))
    return Outcome(value=order.outputs, notices=notices)


def compose(sources: Sequence[str], work: Work, skip: Sequence[Path] = ()) -> Dossier:
    """The verified dossier of all `sources`; without articles where none could be read.

    `skip`: files that are passed over though they lie in a source folder.
    """
    from briefing import pipeline
    from briefing.extract.registry import extractor_for

    read = _read(sources, work, skip)
    outcomes = pipeline.find_facts(read.value, extractor_for, partial(work.progress, "extract"), work.cancelled)
    return pipeline.compose(read.value, outcomes, read.notices)


def records(sources: Sequence[str], each: bool, work: Work) -> Iterator[Outcome[Json | None]]:
    """JSON records in the published form: one of everything, or with `each` one per article as soon as it is done.

    The notices of a record are inside it too; a value of `None` has those that belong to no article.
    """
    from briefing.dossier.record import to_record

    for dossier in _dossiers(sources, work) if each else (compose(sources, work),):
        record = to_record(dossier, work.wording) if dossier.articles else None
        yield Outcome(value=record, notices=dossier.notices)


def _dossiers(sources: Sequence[str], work: Work) -> Iterator[Dossier]:
    """A dossier of each article by itself; first one without articles for what could not be read."""
    from briefing import pipeline
    from briefing.extract.registry import extractor_for
    from briefing.model.dossier import Dossier

    read = _read(sources, work)
    paths = {article.path for article in read.value}
    yield Dossier(articles=(), notices=tuple(notice for notice in read.notices if notice.place not in paths))
    for done, article in enumerate(read.value, start=1):
        own = [notice for notice in read.notices if notice.place == article.path]
        outcomes = pipeline.find_facts((article,), extractor_for, _no_count, work.cancelled)
        yield pipeline.compose((article,), outcomes, own)
        work.progress("extract", done, len(read.value))


def verify(file: Path, sources: Sequence[str], work: Work) -> Outcome[tuple[Verdict, ...]]:
    """A verdict on every fact in a printed brief, and on every line around the facts that is not as exported.

    Raises `NothingDone` where the file cannot be read or carries no dossier.
    """
    from briefing.dossier.checking import check, read_payload
    from briefing.dossier.lines import check_lines
    from briefing.render.registry import reader_for

    try:
        data = file.read_bytes()
    except FileNotFoundError as failure:
        raise NothingDone("no-such-file", path=str(file)) from failure
    except OSError as failure:
        raise NothingDone("cannot-read", path=str(file), reason=failure.strerror or str(failure)) from failure
    printed = reader_for(data)(data)
    payload = read_payload(printed.payload)
    read: Outcome[tuple[Article, ...]] = _read(sources, work) if sources else Outcome(value=())
    facts = check(payload, printed.passages, read.value)
    return Outcome(value=(*facts, *check_lines(payload.lines, printed.text, facts)), notices=read.notices)


def sections() -> tuple[str, ...]:
    """The ids of all sections, in their standard order."""
    from briefing.layout.template import SECTIONS

    return SECTIONS


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


def _read(sources: Sequence[str], work: Work, skip: Sequence[Path] = ()) -> Outcome[tuple[Article, ...]]:
    """The articles of all sources; `skip` are files that are not read though they lie in a source folder."""
    from briefing.sources.reading import gather

    return gather(sources, work.stdin, partial(work.progress, "read"), skip=skip)


def _ordered(brief: Brief, outputs: Sequence[Path]) -> _Order:
    from briefing.layout.template import SECTIONS
    from briefing.layout.templates import load
    from briefing.locale.reader import find

    for name in brief.sections or ():
        if name not in SECTIONS:
            raise UsageError("unknown-section", name=name, available=", ".join(SECTIONS))
    targets = tuple(dict.fromkeys(outputs))
    if not targets:
        raise UsageError("no-output")
    return _Order(
        locale=find(brief.locale),
        template=load(brief.template, user_templates()),
        brief=brief,
        outputs=targets,
        day=today(),
    )


def _refuse_overwriting_sources(sources: Sequence[str], outputs: Sequence[Path]) -> None:
    """Raises `UsageError` where an output is one of the sources that were named."""
    for output in outputs:
        for source in sources:
            if source != STANDARD_INPUT and output.exists() and Path(source).exists() and output.samefile(source):
                raise UsageError("output-is-input", path=str(output))


def _lacking(path: Path, characters: frozenset[str]) -> Notice | None:
    """An error notice where a file shows a mark in place of letters, with some of them to recognise the script by."""
    if not characters:
        return None
    some = "".join(sorted(characters)[:12])
    parameters: dict[str, str | int] = {"count": len(characters), "letters": some}
    return Notice(severity=Severity.ERROR, code="letters-missing", parameters=parameters, place=str(path))


def _typeset(dossier: Dossier, order: _Order, work: Work) -> Outcome[Manuscript]:
    from briefing.dossier.checking import to_payload
    from briefing.dossier.record import to_record, without_folders
    from briefing.layout.imprint import printed_lines, printed_passages
    from briefing.layout.layout import Settings, lay_out
    from briefing.render.pdf.writer import PdfRenderer

    brief = order.brief
    settings = Settings(
        locale=order.locale,
        template=order.template,
        sections=brief.sections,
        title=brief.title,
        paper=brief.paper,
        prepared_for=brief.prepared_for,
        prepared_on=order.day.isoformat(),
        marking=brief.marking,
    )
    laid_out = lay_out(dossier, settings, PdfRenderer())
    remembered = {"locale": order.locale.tag, "template": order.template.name, "sections": list(brief.sections or ())}
    manuscript = laid_out.value
    record = to_record(without_folders(dossier), work.wording)
    payload = to_payload(record, remembered, printed_passages(manuscript), printed_lines(manuscript))
    return Outcome(value=replace(manuscript, payload=payload), notices=laid_out.notices)


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
