"""Where an export goes: from what a file dialog gave to the files that are written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

ENDINGS = (".docx", ".pdf")
# The choices of the dialog, each with the endings it writes.
CHOICES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("docx", (".docx",)),
    ("pdf", (".pdf",)),
    ("both", (".docx", ".pdf")),
)


def outputs(chosen: Path, endings: Sequence[str]) -> tuple[Path, ...]:
    """The files to write for a name typed under a choice of formats; an ending that was typed counts."""
    typed = chosen.suffix.lower()
    if typed in ENDINGS:
        if len(endings) == 1:
            return (chosen,)
        return tuple(chosen if ending == typed else chosen.with_suffix(ending) for ending in endings)
    return tuple(chosen.with_name(chosen.name + ending) for ending in endings)
