"""Ways to look into a finished Word file."""

from __future__ import annotations

import io
import posixpath
import zipfile

from lxml import etree

from briefing.model.manuscript import Block, Manuscript, Properties
from briefing.render.word.writer import WordRenderer

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def manuscript(*blocks: Block, language: str = "en", right_to_left: bool = False) -> Manuscript:
    """A manuscript of some blocks on A4."""
    return Manuscript(
        language=language,
        paper="A4",
        blocks=blocks,
        properties=Properties(title="Title"),
        right_to_left=right_to_left,
    )


def render(whole: Manuscript) -> bytes:
    """The finished file."""
    return WordRenderer().render(whole)


def parts(data: bytes) -> dict[str, bytes]:
    """The members of the archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part(data: bytes, name: str) -> etree._Element:
    """One part, parsed."""
    return etree.fromstring(parts(data)[name])


def document(data: bytes) -> etree._Element:
    """The main part, parsed."""
    return part(data, "word/document.xml")


def repacked(data: bytes, **replaced: bytes) -> bytes:
    """The file with parts replaced; `word_document` stands for `word/document.xml`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts(data).items():
            key = posixpath.splitext(name)[0].replace("/", "_")
            archive.writestr(name, replaced.get(key, content))
    return buffer.getvalue()
