"""Word files as zip archives: opened safely, packed so that equal parts give equal bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable

from lxml import etree

from briefing.model.errors import NothingDone, UsageError

# Bytes unpacked, and members: a zip bomb is refused before it fills the memory.
_LARGEST_PART = 64 * 2**20
_LARGEST_TOGETHER = 256 * 2**20
_MOST_PARTS = 4_000
_ENTRY = b"PK\x01\x02"  # before each member's line in the table of contents
_ENCRYPTED = 0x1
# Marks of tags and attributes; as a tree each takes some 200 bytes.
_MOST_MARKS = 1_500_000
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_DOCUMENT_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_TYPES = "[Content_Types].xml"
_FIRST_DATE = (1980, 1, 1, 0, 0, 0)
_MACROS = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)


def parts_of(data: bytes, wanted: Callable[[str], bool] = lambda _: True) -> dict[str, bytes]:
    """The members of the archive by name, of those that are `wanted`.

    Raises `NothingDone`: `encrypted` where a password is needed, `not-a-brief` where it is no archive, is damaged, or
    unpacks too large.
    """
    if data.count(_ENTRY) > _MOST_PARTS:
        raise NothingDone("not-a-brief")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [member for member in archive.infolist() if not member.is_dir() and wanted(member.filename)]
            _refuse_what_is_too_large(members)
            return {member.filename: _content(archive, member) for member in members}
    except NothingDone:
        raise
    except Exception as error:
        # Damaged archives make the library raise whatever its parts raise.
        raise NothingDone("not-a-brief") from error


def _refuse_what_is_too_large(members: Iterable[zipfile.ZipInfo]) -> None:
    if sum(member.file_size for member in members) > _LARGEST_TOGETHER:
        raise NothingDone("not-a-brief")


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """The unpacked member, of no more bytes than it says it has; the rest of a lie stays packed."""
    if member.flag_bits & _ENCRYPTED:
        raise NothingDone("encrypted")
    # Office documents know no other methods, and the others unpack without a bound.
    if member.file_size > _LARGEST_PART or member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NothingDone("not-a-brief")
    with archive.open(member) as file:
        return file.read(member.file_size)


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


def safe_parser(encoding: str | None = None) -> etree.XMLParser:
    """A parser that follows no entity, no DTD and no network, and takes any length."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, encoding=encoding)


def parsed(content: bytes) -> etree._Element:
    """The root of a part of a stranger's file. Raises `NothingDone` where it is no XML of a size fit for a document."""
    # In UTF-8 or UTF-16, as parts must be: in another encoding the marks could not be counted.
    encoding = None if content.startswith(_WIDE_MARKS) else "utf-8"
    if content.count(b"<") + content.count(b"=") > _MOST_MARKS:
        raise NothingDone("not-a-brief")
    if b"<!DOCTYPE" in content.replace(b"\0", b""):  # forbidden in parts, and able to make much of little
        raise NothingDone("not-a-brief")
    try:
        return etree.fromstring(content, safe_parser(encoding))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NothingDone("not-a-brief") from error
