"""Files of briefs that have no name yet, and names for those that get one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import app
from briefing.model.draft import Draft
from briefing.model.errors import BriefingError, NothingDone

if TYPE_CHECKING:
    from briefing.app.briefs import BriefFile

SUFFIX = ".brief"


def has_contents(draft: Draft) -> bool:
    """Whether anything would be lost with a draft."""
    choices = draft.choices
    typed = choices.title or choices.prepared_for or choices.marking or choices.own
    return bool(draft.articles or draft.decisions or typed)


def unsaved() -> list[Path]:
    """The files of briefs without a name, the latest first."""
    folder = app.briefs.unsaved_folder()
    with suppress(OSError):
        return sorted(folder.glob(f"*{SUFFIX}"), key=lambda path: -path.stat().st_mtime)
    return []


def made(make: Callable[[Path], BriefFile], folder: Path) -> BriefFile:
    """A brief's file made in a folder under the first free number; another window may take one at the same moment."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise NothingDone("cannot-write", path=str(folder), reason=failure.strerror or str(failure)) from failure
    for number in count(1):
        path = folder / f"{number}{SUFFIX}"
        if path.exists():
            continue
        try:
            return make(path)
        except BriefingError as error:
            if error.code != "brief-exists":
                raise
    raise AssertionError  # numbers do not end


def title_of(path: Path) -> str:
    """What a brief without a name is known by: its title, else that of its first article."""
    try:
        with app.briefs.open(path, write=False) as file:
            draft = file.draft()
            first = file.summaries(draft.articles[:1])
    except BriefingError:
        return ""
    return draft.choices.title or next((one.title for one in first if one.title), "")


def remove(path: Path) -> None:
    """Removes a brief's file and what SQLite and the lock keep beside it."""
    try:
        # First of all: without its log it would look damaged to whoever opens it at this moment.
        path.unlink(missing_ok=True)
    except OSError:
        return
    for one in path.parent.glob(f"{path.name}*"):
        with suppress(OSError):
            one.unlink()


def same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, or are the same where one leads nowhere."""
    try:
        return one.samefile(other)
    except OSError:
        return one == other


def file_name(words: str) -> str:
    """Words as a file can be called on every system."""
    kept = "".join(" " if sign in '<>:"/\\|?*' or not sign.isprintable() else sign for sign in words)
    return " ".join(kept.split())[:80].strip(" .")
