"""Which readers there are, and which of them reads a file: looked up by name, loaded when first needed."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import cast

from briefing.model.ports import Source

# Asked in this order; the last one takes whatever is text.
READERS = (
    "briefing.sources.export:AggregatorExport",
    "briefing.sources.html:WebPage",
    "briefing.sources.markdown:Markdown",
    "briefing.sources.scrape:PlainText",
)


def load(entry: str) -> Source:
    """The reader named as `module:Class`."""
    module, _, name = entry.partition(":")
    return cast("Source", getattr(import_module(module), name)())


def reader_for(path: Path, head: bytes) -> Source:
    """The first reader that understands a file of this name with these first bytes."""
    for entry in READERS[:-1]:
        reader = load(entry)
        if reader.accepts(path, head):
            return reader
    return load(READERS[-1])
