"""Briefs as files."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.app.checking import read_printed
from briefing.app.finding import READ_BACK
from briefing.app.offers import sections
from briefing.model.draft import Choices, Draft

if TYPE_CHECKING:
    from briefing.library.brief_file import BriefFile as BriefFile  # noqa: PLC0414 - the window's name for it


def create(path: Path, draft: Draft) -> BriefFile:
    """Makes a new file, open to be written. Raises `NothingDone` (`brief-exists`, `folder-missing`, `cannot-save`)."""
    from briefing.library.brief_file import BriefFile

    return BriefFile.create(path, draft)


def open(path: Path, *, write: bool = True) -> BriefFile:  # noqa: A001 - always called as `briefs.open`
    """Opens a file; read-only where it cannot be written or another window has it; `write=False` for workers.

    Raises `NothingDone` (`no-such-file`, `not-a-brief`, `brief-newer`, `brief-damaged`, `cannot-read`).
    """
    from briefing.library.brief_file import BriefFile

    return BriefFile.open(path, write=write)


def identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from every other one that there is now; `None` where there is none."""
    from briefing.library import opening

    return opening.identity(path)


def from_printed(file: Path, into: Path) -> BriefFile:
    """Makes a new file of what a printed DOCX or PDF carries: its dossier and its choices.

    Raises `NothingDone` where it carries none, and as `create` does.
    """
    from briefing import pipeline
    from briefing.dossier.checking import read_payload
    from briefing.dossier.reading_back import from_record, restored

    printed = read_printed(file)
    payload = read_payload(printed.payload)
    pairs = from_record(payload.dossier)
    articles = [article for article, _ in pairs]
    compiled = pipeline.compose(articles, [outcome for _, outcome in pairs], ())
    draft = Draft(
        choices=choices_of(printed.payload or ""),
        articles=tuple(article.id for article in articles),
        decisions=restored(payload.dossier, compiled),
    )
    brief = create(into, draft)
    try:
        for article, outcome in pairs:
            brief.put(article, ())
            brief.put_findings(outcome, READ_BACK)
    except BaseException:
        brief.close()
        into.unlink(missing_ok=True)
        raise
    return brief


def unsaved_folder() -> Path:
    """Where briefs are kept that have no name yet; it need not exist."""
    import platformdirs

    return platformdirs.user_data_path("briefing", appauthor=False) / "unsaved"


def choices_of(payload: str) -> Choices:
    """The choices in the payload of a printed file, as far as they can be read; those of an older file are fewer."""
    from briefing.library.codec import Misshapen, decode

    carried = json.loads(payload).get("settings")
    try:
        choices = decode(carried, Choices)
    except Misshapen:
        # The dossier is what matters: it is not refused for the sake of a title.
        locale = carried.get("locale") if isinstance(carried, dict) else None
        return Choices(locale=locale if isinstance(locale, str) else "en")
    own = {section.id for section in choices.own}
    # A section that only another version of the program has cannot be printed by this one.
    known = tuple(one for one in choices.sections or () if one in own or one in sections())
    return replace(choices, sections=known or None)
