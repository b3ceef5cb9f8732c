"""Compiles the catalogues: every `.po` under `briefing/locale/po` to a `.mo` beside it."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

PO = Path(__file__).resolve().parent.parent / "briefing" / "locale" / "po"


def compiled(source: Path) -> bytes:
    """The `.mo` of a `.po`; the same bytes for the same messages. Raises `PoFileError`."""
    with source.open("rb") as file:
        messages = read_po(file, locale=source.stem, abort_invalid=True)
    target = io.BytesIO()
    write_mo(target, messages)
    return target.getvalue()


def stale() -> Iterator[Path]:
    """The `.po` files whose `.mo` is missing or says something else."""
    for source in sorted(PO.glob("*/*.po")):
        target = source.with_suffix(".mo")
        if not target.is_file() or target.read_bytes() != compiled(source):
            yield source


def main() -> int:
    """Brings every `.mo` up to date and names those that were not."""
    for source in list(stale()):
        source.with_suffix(".mo").write_bytes(compiled(source))
        print(source.relative_to(PO).with_suffix(".mo").as_posix())
    return 0


if __name__ == "__main__":
    sys.exit(main())
