"""Files handed in for verifying come from anybody: each is read or refused, and none costs the machine."""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Callable

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from briefing.model.errors import NothingDone
from briefing.model.manuscript import Manuscript, Paragraph, Properties, Quotation, Run
from briefing.model.printed import Printed
from briefing.render.registry import reader_for, renderer_for

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def _read(data: bytes) -> Printed:
    return reader_for(data)(data)


def _refused(data: bytes) -> str:
    with pytest.raises(NothingDone) as caught:
        _read(data)
    return caught.value.code


def _archive(document: bytes, method: int = zipfile.ZIP_DEFLATED, more: int = 0) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/document.xml", document)
        for number in range(more):
            archive.writestr(f"word/media/{number}", b"")
    return buffer.getvalue()


def _body(content: str) -> bytes:
    return f"<w:document {_WORD}><w:body>{content}</w:body></w:document>".encode()


def _brief(suffix: str) -> bytes:
    words = "We will stand with our partners for as long as it takes, and longer."
    blocks = tuple(
        Quotation(words=(Run(text=words, fact=f"quote:{number}"),), attribution=(Run(text="Марія Лопеш"),))
        for number in range(6)
    )
    manuscript = Manuscript(
        language="uk",
        paper="A4",
        blocks=(Paragraph(runs=(Run(text="Дані", link="https://example.org"),)), *blocks),
        properties=Properties(title="Цитати"),
        payload=json.dumps({"printed": [{"fact": "quote:1", "text": words}]}),
    )
    return renderer_for(suffix).render(manuscript)


def test_the_plain_archive_is_read() -> None:
    """What the other tests spoil is sound before."""
    assert _read(_archive(_body("<w:p><w:r><w:t>x</w:t></w:r></w:p>"))).text == "x"


@pytest.mark.parametrize(
    "data",
    [
        _archive(_body(""), zipfile.ZIP_LZMA),
        _archive(_body(""), zipfile.ZIP_BZIP2),
        _archive(_body(""), more=5_000),
        _archive(_body(" " * (65 * 2**20))),
        _archive(_body("<w:p/>" * 1_600_000)),
        _archive(_body("<w:p " + " ".join(f"a{number}=''" for number in range(1_600_000)) + "/>")),
        _archive(_body("<w:p>" * 100_000)),
    ],
    ids=["lzma", "bzip2", "members", "size", "tags", "attributes", "depth"],
)
def test_an_archive_that_no_word_processor_writes_is_refused(data: bytes) -> None:
    """Before it fills the memory."""
    assert _refused(data) == "not-a-brief"


def test_a_member_that_lies_about_its_size_is_not_unpacked_whole() -> None:
    """A table of contents may say anything."""
    data = _archive(_body(" " * (32 * 2**20)))
    lie = data.replace((len(_body("")) + 32 * 2**20).to_bytes(4, "little"), (100).to_bytes(4, "little"))

    assert lie != data
    assert _refused(lie) == "not-a-brief"


def test_an_archive_with_a_password_is_named() -> None:
    """The flag stands in the table of contents and before the member."""
    data = bytearray(_archive(_body("")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(mark, at + 1)) >= 0:
            data[at + offset] |= 1

    assert _refused(bytes(data)) == "encrypted"


def test_a_pdf_with_a_password_is_named() -> None:
    """The user can save it without one."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption("secret"))
    canvas.drawString(100, 100, "x")
    canvas.save()

    assert _refused(buffer.getvalue()) == "encrypted"


def test_a_pdf_of_more_pages_than_any_brief_is_refused() -> None:
    """No brief has thousands."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for _ in range(3_001):
        canvas.showPage()
    canvas.save()

    assert _refused(buffer.getvalue()) == "not-a-brief"


def _truncated(data: bytes, dice: random.Random) -> bytes:
    return data[: dice.randrange(4, len(data))]


def _flipped(data: bytes, dice: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.choice((1, 5, 50))):
        changed[dice.randrange(4, len(changed))] = dice.randrange(256)
    return bytes(changed)


def _shuffled(data: bytes, dice: random.Random) -> bytes:
    a, b, c = sorted(dice.randrange(4, len(data)) for _ in range(3))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


@pytest.mark.parametrize("damage", [_truncated, _flipped, _shuffled])
@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_a_damaged_brief_is_read_or_refused(suffix: str, damage: Callable[[bytes, random.Random], bytes]) -> None:
    """Nothing else comes out of a file that was cut, altered or put together wrongly."""
    data = _brief(suffix)
    dice = random.Random(7)  # noqa: S311 - the same damage on every run
    for _ in range(40):
        try:
            assert isinstance(_read(damage(data, dice)), Printed)
        except NothingDone as refusal:
            assert refusal.code in {"not-a-brief", "encrypted"}  # noqa: PT017 - being readable is as good


def test_swapped_members_are_read_or_refused() -> None:
    """Every part in the place of the document, and in the place of the part that a brief carries."""
    with zipfile.ZipFile(io.BytesIO(_brief(".docx"))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    outcomes: set[bool | str] = set()
    for wrong in parts.values():
        for place in ("word/document.xml", "customXml/item1.xml", "_rels/.rels"):
            buffer = io.BytesIO()
            with zipfile.ZipFile(buffer, "w") as archive:
                for member, content in parts.items():
                    archive.writestr(member, wrong if member == place else content)
            try:
                outcomes.add(_read(buffer.getvalue()).text != "")
            except NothingDone as refusal:
                outcomes.add(refusal.code)

    assert outcomes == {True, "not-a-brief"}
