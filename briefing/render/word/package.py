"""Word files as zip archives: opened safely, packed so that equal parts give equal bytes."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from lxml import etree

from briefing.model.errors import NothingDone, UsageError

_LARGEST_PART = 256 * 2**20  # bytes unpacked; a zip bomb is refused before it fills the memory
_DOCUMENT_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_TYPES = "[Content_Types].xml"
_FIRST_DATE = (1980, 1, 1, 0, 0, 0)
_MACROS = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)


def parts_of(data: bytes) -> dict[str, bytes]:
    """The members of the archive by name. Raises `NothingDone` when it is none, is damaged or unpacks too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(member.file_size for member in archive.infolist()) > _LARGEST_PART:
                raise NothingDone("not-a-brief")
            return {member.filename: archive.read(member) for member in archive.infolist() if not member.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError, ValueError) as error:
        raise NothingDone("not-a-brief") from error


def as_document(data: bytes) -> bytes:
    """A template's file (.docx or .dotx) as a document. Raises `UsageError` for anything else, macros included."""
    try:
        parts = parts_of(data)
    except NothingDone as error:
        raise UsageError("bad-base-document") from error
    types = parts.get(_TYPES, b"")
    if _MACROS.search(types) or (_DOCUMENT_TYPE not in types and _TEMPLATE_TYPE not in types):
        raise UsageError("bad-base-document")
    if _TEMPLATE_TYPE not in types:
        return data
    return packed({**parts, _TYPES: types.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE)})


def packed(parts: dict[str, bytes]) -> bytes:
    """The archive of the parts in the given order, the content types first, without date or machine."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(parts, key=lambda name: name != _TYPES):
            member = zipfile.ZipInfo(name, _FIRST_DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0  # else the archive tells which system wrote it
            archive.writestr(member, parts[name], compresslevel=6)
    return buffer.getvalue()


def safe_parser() -> etree.XMLParser:
    """A parser that follows no entity, no DTD and no network, and takes any length."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
