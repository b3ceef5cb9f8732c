"""Compiles the catalogues: every `.po` under `briefing/locale/po` to a `.mo` beside it."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

PO = Path(__file__).resolve().parent.parent / "briefing" / "locale" / "po"


class _Timeless(Catalog):
    """A catalogue whose header has what gettext reads and neither dates nor the version of a tool."""

    def __iter__(self) -> Iterator[Message]:
        """The header, then the messages."""
        fields = (f"Content-Type: text/plain; charset={self.charset}", f"Plural-Forms: {self.plural_forms}")
        yield Message("", string="".join(f"{line}\n" for line in fields))
        yield from (message for message in super().__iter__() if message.id)


def compiled(source: Path) -> bytes:
    """The `.mo` of a `.po`; the same bytes for the same messages. Raises `PoFileError`."""
    with source.open("rb") as file:
        messages = read_po(file, locale=source.stem, abort_invalid=True)
    timeless = _Timeless(locale=source.stem)
    # The rule as the source has it: a mistake there must show.
    timeless.mime_headers = [("Plural-Forms", messages.plural_forms)]
    for message in messages:
        if message.id:
            timeless[message.id] = message
    target = io.BytesIO()
    write_mo(target, timeless)
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
