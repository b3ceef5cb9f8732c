"""Which renderer makes which kind of file; nothing heavy is imported before it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any

from briefing.model.errors import NothingDone, UsageError
from briefing.model.ports import Renderer
from briefing.model.printed import Printed

RENDERERS: Mapping[str, str] = MappingProxyType(
    {
        ".docx": "briefing.render.word.writer:WordRenderer",
        ".pdf": "briefing.render.pdf.writer:PdfRenderer",
    }
)
"""File ending to the class that makes such files."""

_READERS: Mapping[bytes, str] = MappingProxyType(
    {
        b"PK\x03\x04": "briefing.render.word.reading:read_printed",
        b"%PDF-": "briefing.render.pdf.reading:read_printed",
    }
)
_SIGNATURE_WITHIN = 1024
"""A PDF may begin with some bytes of mail or transfer before its signature."""


def formats() -> tuple[str, ...]:
    """The file endings that can be made, with their dots."""
    return tuple(sorted(RENDERERS))


def renderer_for(suffix: str) -> Renderer:
    """A renderer for a file ending such as `.pdf`; case does not matter. Raises `UsageError` (`unknown-format`)."""
    place = RENDERERS.get(suffix.lower())
    if place is None:
        raise UsageError("unknown-format", name=suffix, available=", ".join(formats()))
    renderer: Renderer = _load(place)()
    return renderer


def reader_for(data: bytes) -> Callable[[bytes], Printed]:
    """What reads a printed brief back, told by the file's first bytes. Raises `NothingDone` (`not-a-brief`)."""
    for signature, place in _READERS.items():
        if data.startswith(signature) or (signature == b"%PDF-" and signature in data[:_SIGNATURE_WITHIN]):
            reader: Callable[[bytes], Printed] = _load(place)
            return reader
    raise NothingDone("not-a-brief")


def _load(place: str) -> Any:  # noqa: ANN401 - whatever the table names
    module, _, name = place.partition(":")
    return getattr(import_module(module), name)
