"""What goes to the printer: which pages in which order, and the words for the system's spooler."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

MOST_DOTS = 600
"""Pictures for a printer have no more dots to the inch: it is what paper shows."""

_LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One thing to print, as the dialog was left.

    `pages`: counted from 0, in ascending order, `None` for all. `media`: the paper's name. `options`: further options
    of the spooler's own, each `name=value`.
    """

    title: str
    printer: str = ""
    copies: int = 1
    collate: bool = True
    backwards: bool = False
    pages: tuple[int, ...] | None = None
    media: str | None = None
    sides: str | None = None
    grey: bool = False
    options: tuple[str, ...] = ()

    def sequence(self, count: int, *, copied: bool = False) -> tuple[int, ...]:
        """The pages of a brief with `count` of them in the order of print; `copied`: the printer makes the copies."""
        pages = [page for page in (self.pages if self.pages is not None else range(count)) if page < count]
        if self.backwards:
            pages.reverse()
        copies = 1 if copied else max(self.copies, 1)
        if self.collate:
            return tuple(pages) * copies
        return tuple(page for page in pages for _ in range(copies))

    def spooler_arguments(self) -> list[str]:
        """The arguments of `lp`, which reads the file from its standard input."""
        arguments = ["-d", self.printer, "-n", str(max(self.copies, 1)), "-t", job_title(self.title)]
        if self.pages is not None:
            arguments += ["-P", ranges(self.pages)]
        named = {
            "media": self.media,
            "sides": self.sides,
            "outputorder": "reverse" if self.backwards else None,
            "print-color-mode": "monochrome" if self.grey else None,
            "collate": str(self.collate).lower() if self.copies > 1 else None,
        }
        options = [f"{name}={value}" for name, value in named.items() if value is not None]
        for option in (*options, *self.options):
            arguments += ["-o", option]
        return arguments


def job_title(title: str) -> str:
    """A title that a spooler's list can show: one line, not too long."""
    plain = "".join(letter if letter.isprintable() else " " for letter in title)
    return " ".join(plain.split())[:_LONGEST_TITLE]


def ranges(pages: Sequence[int]) -> str:
    """Pages counted from 0 as people write them: `1-3,7`."""
    stretches: list[list[int]] = []
    for page in pages:
        if stretches and page == stretches[-1][1] + 1:
            stretches[-1][1] = page
        else:
            stretches.append([page, page])
    return ",".join(f"{first + 1}-{last + 1}" if last > first else str(first + 1) for first, last in stretches)


def file_name(title: str) -> str:
    """A name for a PDF that every file system takes."""
    kept = "".join(letter if letter.isalnum() or letter in " -_.,()" else " " for letter in job_title(title))
    return (" ".join(kept.split()).strip(". ")[:80] or "brief") + ".pdf"


def same_file(path: Path, other: Path) -> bool:
    """Whether two paths are one file."""
    try:
        return path.samefile(other)
    except OSError:
        return False
