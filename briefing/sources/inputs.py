"""The names a user gives, to the files they stand for."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.model.notice import Notice, Severity
from briefing.sources.web import is_address

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A file to be read, or, without a `path`, a page or standard input; `name` is how the user would call it."""

    name: str
    path: Path | None


def entries(names: Sequence[str], skipped: Collection[str] = ()) -> Iterator[Entry | Notice]:
    """What is behind `names`: pages by their addresses, files, folders walked in order of name; notices for the rest.

    Hidden files are left out. `skipped`: files, as `real` names them, that are left out where a folder holds them.
    """
    for name in names:
        if name == STANDARD_INPUT or is_address(name):
            yield Entry(name=name, path=None)
            continue
        try:
            yield from _named(name, skipped)
        except OSError as failure:
            yield trouble(code_of(failure), name)
        except ValueError:  # a name that no file can have, such as one with a NUL
            yield trouble("no-such-file", name)


def trouble(code: str, place: str, **parameters: str | int) -> Notice:
    """A notice that `place` could not be read."""
    return Notice(severity=Severity.ERROR, code=code, place=place, parameters=parameters)


def code_of(failure: OSError) -> str:
    """The code for what the system said."""
    return "no-such-file" if isinstance(failure, FileNotFoundError | NotADirectoryError) else "unreadable"


def real(path: Path) -> str:
    """One name for the place that `path` leads to, whatever links and letter case lead there."""
    return os.path.normcase(os.path.realpath(path))


def _named(name: str, skipped: Collection[str]) -> Iterator[Entry | Notice]:
    path = Path(name)
    if path.is_dir():
        yield from _folder(path, skipped)
    elif path.exists():
        yield Entry(name=name, path=path)
    else:
        yield trouble("no-such-file", name)


def _folder(folder: Path, skipped: Collection[str]) -> Iterator[Entry | Notice]:
    found = False
    for each in _walk(folder, skipped):
        found = True
        yield each
    if not found:
        yield trouble("empty-folder", str(folder))


def _walk(folder: Path, skipped: Collection[str]) -> Iterator[Entry | Notice]:
    """What lies in a folder, however deep, each real folder entered once."""
    entered: set[str] = set()
    waiting: list[tuple[Path, tuple[str, ...]]] = [(folder, ())]
    while waiting:
        path, above = waiting.pop()
        try:
            place = _place(path, above)
            if not path.is_dir():
                if place not in skipped:
                    yield Entry(name=str(path), path=path)
                continue
            if place not in entered:
                entered.add(place)
                waiting += [(each, (*above, place)) for each in reversed(_inside(path))]
                continue
        except OSError as failure:
            yield trouble(code_of(failure), str(path))
            continue
        code = "link-loop" if place in above else "same-file-twice"
        yield Notice(severity=Severity.WARNING, code=code, place=str(path))


def _place(path: Path, above: tuple[str, ...]) -> str:
    """`real(path)` of what lies in the last of the real folders `above`; resolved anew for links only."""
    if not above or _is_link(path.lstat()):
        return real(path)
    return os.path.join(above[-1], os.path.normcase(path.name))  # noqa: PTH118 - names, not paths, are compared


def _is_link(about: os.stat_result) -> bool:
    return stat.S_ISLNK(about.st_mode) or bool(getattr(about, "st_reparse_tag", 0))  # the latter on Windows only


def _inside(folder: Path) -> list[Path]:
    visible = (path for path in folder.iterdir() if not path.name.startswith("."))
    return sorted(visible, key=lambda path: path.name)
