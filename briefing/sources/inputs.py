"""The names a user gives, to the files they stand for."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.model.errors import NothingDone
from briefing.model.notice import Notice, Severity

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A file to be read, or standard input; `name` is how the user would call it."""

    name: str
    path: Path | None


def entries(names: Sequence[str]) -> Iterator[Entry | Notice]:
    """The files behind `names`, folders walked in order of name, hidden ones left out; notices for the rest."""
    for name in names:
        if name == STANDARD_INPUT:
            yield Entry(name=name, path=None)
            continue
        path = Path(name)
        try:
            if path.is_dir():
                yield from _folder(path)
            elif path.exists():
                yield Entry(name=name, path=path)
            else:
                yield trouble("no-such-file", name)
        except NothingDone as failure:
            yield trouble(failure.code, name)
        except (OSError, ValueError) as failure:
            yield trouble(code_of(failure), name)


def trouble(code: str, place: str, **parameters: str | int) -> Notice:
    """A notice that `place` could not be read."""
    return Notice(severity=Severity.ERROR, code=code, place=place, parameters=parameters)


def code_of(failure: Exception) -> str:
    """The code for what the system said; a name that no file can have is a file that is not there."""
    if isinstance(failure, FileNotFoundError | ValueError | NotADirectoryError):
        return "no-such-file"
    return "unreadable"


def _folder(folder: Path) -> Iterator[Entry | Notice]:
    found = False
    for each in _walk(folder, (os.path.realpath(folder),)):
        found = True
        yield each
    if not found:
        yield trouble("empty-folder", str(folder))


def _walk(folder: Path, above: tuple[str, ...]) -> Iterator[Entry | Notice]:
    try:
        inside = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as failure:
        yield trouble(code_of(failure), str(folder))
        return
    for path in inside:
        if path.name.startswith("."):
            continue
        if not path.is_dir():
            yield Entry(name=str(path), path=path)
            continue
        real = os.path.realpath(path)
        if real in above:
            yield Notice(severity=Severity.WARNING, code="link-loop", place=str(path))
        else:
            yield from _walk(path, (*above, real))
