"""A printed brief against what it was made of."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.app.composing import read
from briefing.app.work import Work
from briefing.model.errors import NothingDone
from briefing.model.notice import Outcome

if TYPE_CHECKING:
    from briefing.dossier.checking import Verdict
    from briefing.model.article import Article
    from briefing.model.printed import Printed


def verify(file: Path, sources: Sequence[str], work: Work) -> Outcome[tuple[Verdict, ...]]:
    """A verdict on every fact in a printed brief, and on every line around the facts that is not as exported.

    Raises `NothingDone` where the file cannot be read or carries no dossier.
    """
    from briefing.dossier.checking import check, read_payload
    from briefing.dossier.lines import check_lines

    printed = read_printed(file)
    payload = read_payload(printed.payload)
    found: Outcome[tuple[Article, ...]] = read(sources, work) if sources else Outcome(value=())
    facts = check(payload, printed.passages, found.value)
    return Outcome(value=(*facts, *check_lines(payload.lines, printed.text, facts)), notices=found.notices)


def read_printed(file: Path) -> Printed:
    """What a printed brief says now. Raises `NothingDone` where it cannot be read."""
    from briefing.render.registry import reader_for

    try:
        data = file.read_bytes()
    except FileNotFoundError as failure:
        raise NothingDone("no-such-file", path=str(file)) from failure
    except OSError as failure:
        raise NothingDone("cannot-read", path=str(file), reason=failure.strerror or str(failure)) from failure
    return reader_for(data)(data)
