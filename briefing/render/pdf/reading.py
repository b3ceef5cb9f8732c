"""What a printed PDF says now, read from its own marks and not from where words happen to stand on the page."""

from __future__ import annotations

import codecs
import ctypes
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING

from briefing.model.errors import NothingDone
from briefing.model.printed import Printed
from briefing.render.characters import DIRECTIONS
from briefing.render.pdf.matter import PAYLOAD
from briefing.render.pdf.structure import FACT, ORDER, PASSAGE

if TYPE_CHECKING:  # a library of 4 MB, loaded for `verify` only
    from pypdfium2 import PdfDocument, PdfPage

_LINE_END_HYPHEN = 0x02
"""What PDFium makes of a hyphen at a line's end; those that the typesetter put in are left out before."""
# Far beyond any brief, and read in well under a minute.
_MOST_PAGES = 3_000
_MOST_LETTERS = 8_000_000
_MOST_ATTACHMENTS = 100
_LARGEST_PAYLOAD = 64 * 2**20
# Our own text stands on the page itself; other programs put it into one form at most.
_DEPTH_OF_FORMS = 2
_MOST_MARKS = 16
_MEANINGLESS = re.compile(rf"[\s\u00ad\u200b-\u200f{DIRECTIONS}\u2060-\u2064\ufeff\ufe00-\ufe0f-]+")


@dataclass(frozen=True, slots=True)
class _Mark:
    """What a text object belongs to: its paragraph, the fact it prints, and which passage of the paragraph it is."""

    order: int
    fact: str | None
    passage: int


@dataclass(frozen=True, slots=True)
class _Stretch:
    mark: _Mark
    text: str


def read_printed(data: bytes) -> Printed:
    """The payload, passages and words of a PDF.

    Raises `NothingDone`: `encrypted` where a password is needed, `not-a-brief` where it cannot be opened or is far
    larger than any brief.
    """
    import pypdfium2  # noqa: PLC0415

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise NothingDone("encrypted" if locked else "not-a-brief") from error
    try:
        return _read(document, pypdfium2.raw)
    except NothingDone:
        raise
    except Exception as error:
        # A damaged page or mark makes PDFium and the decoders of its strings raise whatever they like.
        raise NothingDone("not-a-brief") from error
    finally:
        document.close()


def _read(document: PdfDocument, raw: ModuleType) -> Printed:
    _refuse_what_is_too_long(document)
    payload = _payload(document, raw)
    # Sorted by paragraph, because a table row that goes on overleaf stands in two places; stable within each.
    stretches = sorted(_stretches(document, raw), key=lambda stretch: stretch.mark.order)
    text = _text(stretches) if stretches or _tagged(document, raw) else _unmarked(document)
    return Printed(payload=payload, passages=tuple(_passages(stretches, _expected(payload))), text=text)


def _refuse_what_is_too_long(document: PdfDocument) -> None:
    if len(document) > _MOST_PAGES:
        raise NothingDone("not-a-brief")


def _payload(document: PdfDocument, raw: ModuleType) -> str | None:
    for number in range(min(document.count_attachments(), _MOST_ATTACHMENTS)):
        attachment = document.get_attachment(number)
        if attachment.get_name() == PAYLOAD:
            length = ctypes.c_ulong()
            raw.FPDFAttachment_GetFile(attachment, None, 0, length)
            if length.value > _LARGEST_PAYLOAD:
                raise NothingDone("not-a-brief")
            try:
                return bytes(attachment.get_data()).decode("utf-8", "surrogatepass")
            except (RuntimeError, UnicodeDecodeError):  # PDFium's own error is a RuntimeError
                return ""
    return None


def _expected(payload: str | None) -> dict[tuple[str, str], str]:
    """The words that were printed, by fact and by what is left of them once letters alone count."""
    try:
        listed = json.loads(payload or "{}")["printed"]
        pairs = [(str(entry["fact"]), str(entry["text"])) for entry in listed]
    except (ValueError, KeyError, TypeError, RecursionError):
        return {}
    return {(fact, _folded(text)): text for fact, text in pairs}


def _folded(text: str) -> str:
    return _MEANINGLESS.sub("", unicodedata.normalize("NFKC", text))


def _stretches(document: PdfDocument, raw: ModuleType) -> Iterator[_Stretch]:
    letters = 0
    for page in document:
        shown = _letters(page, raw)
        letters += sum(map(len, shown.values()))
        if letters > _MOST_LETTERS:
            raise NothingDone("not-a-brief")
        yield from _on_page(page, shown, raw)
        page.close()


def _on_page(page: PdfPage, shown: dict[int, list[str]], raw: ModuleType) -> Iterator[_Stretch]:
    """The words of a page in the order in which they were set; PDFium's own order guesses from their places."""
    current: _Mark | None = None
    words: list[str] = []
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=_DEPTH_OF_FORMS):
        mark, spoken = _mark(item, raw)
        if mark is None:
            continue
        if current is not None and mark != current:
            yield _Stretch(current, "".join(words))
            words = []
        current = mark
        words.append("".join(shown.get(_address(item.raw), ())) if spoken is None else spoken.replace("\u00ad", ""))
    if current is not None:
        yield _Stretch(current, "".join(words))


def _letters(page: PdfPage, raw: ModuleType) -> dict[int, list[str]]:
    """The characters of each text object, by its address; the spaces that PDFium makes up belong to none."""
    text_page = page.get_textpage()
    found: dict[int, list[str]] = {}
    if text_page.count_chars() > _MOST_LETTERS:
        raise NothingDone("not-a-brief")
    for index in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(text_page, index)
        letter = "-" if code == _LINE_END_HYPHEN else chr(code)
        found.setdefault(_address(raw.FPDFText_GetTextObject(text_page, index)), []).append(letter)
    text_page.close()
    return found


def _address(item: object) -> int:
    return ctypes.cast(item, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


def _mark(item: object, raw: ModuleType) -> tuple[_Mark | None, str | None]:
    """What a text object belongs to, `None` for ornament and labels; what it says, where that is not what it shows."""
    found: _Mark | None = None
    spoken: str | None = None
    for number in range(min(raw.FPDFPageObj_CountMarks(item), _MOST_MARKS)):
        mark = raw.FPDFPageObj_GetMark(item, number)
        order = ctypes.c_int()
        if raw.FPDFPageObjMark_GetParamIntValue(mark, ORDER.encode(), order):
            passage = ctypes.c_int()
            raw.FPDFPageObjMark_GetParamIntValue(mark, PASSAGE.encode(), passage)
            found = _Mark(order.value, _fact(mark, raw), passage.value)
        if raw.FPDFPageObjMark_GetParamValueType(mark, b"ActualText"):
            spoken = _spoken(mark, raw)
    return found, spoken


def _spoken(mark: object, raw: ModuleType) -> str:
    return _blob(mark, b"ActualText", raw).removeprefix(codecs.BOM_UTF16_BE).decode("utf-16-be", "surrogatepass")


def _fact(mark: object, raw: ModuleType) -> str | None:
    if not raw.FPDFPageObjMark_GetParamValueType(mark, FACT.encode()):
        return None
    return _blob(mark, FACT.encode(), raw).decode("utf-8", "surrogatepass")


def _blob(mark: object, key: bytes, raw: ModuleType) -> bytes:
    length = ctypes.c_ulong()
    raw.FPDFPageObjMark_GetParamBlobValue(mark, key, None, 0, length)
    buffer = (ctypes.c_ubyte * (length.value + 1))()
    raw.FPDFPageObjMark_GetParamBlobValue(mark, key, buffer, length.value, length)
    return bytes(buffer[: length.value])


def _text(stretches: list[_Stretch]) -> str:
    paragraphs: dict[int, list[str]] = {}
    for stretch in stretches:
        paragraphs.setdefault(stretch.mark.order, []).append(stretch.text)
    return "\n".join(_joined(words) for words in paragraphs.values())


def _joined(letters: list[str]) -> str:
    """One string; PDFium gives what lies beyond the basic plane as two surrogates."""
    return "".join(letters).encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip()


def _tagged(document: PdfDocument, raw: ModuleType) -> bool:
    return bool(raw.FPDFCatalog_IsTagged(document))


def _unmarked(document: PdfDocument) -> str:
    """All words of a file whose marks another program took away."""
    return "\n".join(map(_plain, document)).replace("\ufffe", "")


def _plain(page: PdfPage) -> str:
    text_page = page.get_textpage()
    text: str = text_page.get_text_range()
    text_page.close()
    page.close()
    return text


def _passages(stretches: list[_Stretch], expected: dict[tuple[str, str], str]) -> Iterator[tuple[str, str]]:
    words: list[str] = []
    for number, stretch in enumerate(stretches):
        words.append(stretch.text)
        after = stretches[number + 1] if number + 1 < len(stretches) else None
        if after is not None and after.mark == stretch.mark:
            continue
        if stretch.mark.fact is not None:
            text = _joined(words)
            yield stretch.mark.fact, expected.get((stretch.mark.fact, _folded(text)), text)
        words = []
