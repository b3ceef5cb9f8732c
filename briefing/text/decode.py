"""Bytes to text: which encoding, and what to do where there are two."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from briefing.text.language import function_words

_MARKS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SINGLE_BYTE = ("cp1252", "cp1251", "cp1250", "iso8859-2", "koi8-u", "cp866")
_WELL_FORMED = re.compile(
    rb"(?:[\x00-\x7f]+"
    rb"|[\xc2-\xdf][\x80-\xbf]"
    rb"|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})+"
)
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_HIGH = re.compile(rb"[\x80-\xff]")
_WORD = re.compile(r"[^\W\d_]+")
# A symbol between two letters, or a capital after a small letter: what a wrong single-byte table makes of words.
_ODD = re.compile(
    r"[^\W\d_][\u0080-\u00bf\u201a-\u2122\u2500-\u25ff][^\W\d_]|[A-Za-z][А-я]|[А-я][A-Za-z]|[a-zà-ÿа-я][À-ÞА-Я]|[\x80-\x9f\u2500-\u25ff]"
)
_SAMPLE = 100_000
# A few lone bytes are a western typewriter's marks before they are anything else.
_LEAST_EVIDENCE = 3
_NEWLINES = re.compile(r"\r\n?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text with plain newlines and no byte order mark; `mixed` when a second encoding had to be called in.

    `replaced`: how many characters are U+FFFD because no encoding gave them a meaning.
    """

    text: str
    encoding: str
    mixed: bool = False
    replaced: int = 0


def decode(data: bytes) -> Decoded:
    """The text in `data`: by its mark, else UTF-8, else the single-byte encoding that gives words."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _wide(data[len(mark) :], encoding) if encoding != "utf-8" else _narrow(data[len(mark) :])
    unmarked = _unmarked_wide(data[:_SAMPLE])
    return _wide(data, unmarked) if unmarked else _narrow(data)


def with_plain_newlines(text: str) -> str:
    """`text` with every kind of newline written as a line feed."""
    return _NEWLINES.sub("\n", text) if "\r" in text else text


def _finished(text: str, encoding: str, *, mixed: bool = False, had: int = 0) -> Decoded:
    return Decoded(
        text=with_plain_newlines(text), encoding=encoding, mixed=mixed, replaced=max(0, text.count("\ufffd") - had)
    )


def _wide(data: bytes, encoding: str) -> Decoded:
    try:
        return _finished(data.decode(encoding, "surrogatepass"), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return _finished(text, encoding, mixed=True)


def _unmarked_wide(head: bytes) -> str | None:
    """UTF-16 without a mark: western text in it has a NUL in every other place."""
    half = len(head) // 2
    if half < 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _narrow(data: bytes) -> Decoded:
    try:
        return _finished(data.decode("utf-8"), "utf-8", had=data.count(b"\xef\xbf\xbd"))
    except UnicodeDecodeError:
        pass
    try:
        # Surrogates written as UTF-8: pairs become the character meant, lone ones stay what they are.
        text = data.decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass")
        return _finished(text.decode("utf-16-le", "surrogatepass"), "utf-8", mixed=True)
    except UnicodeDecodeError:
        pass
    gaps = sum(len(_HIGH.findall(gap)) for gap in _gaps(data))
    if len(_MULTIBYTE.findall(data)) > gaps:
        return _mixed(data)
    encoding = likeliest_single_byte(data)
    return _finished(data.decode(encoding, "replace"), encoding)


def _gaps(data: bytes) -> list[bytes]:
    """The stretches of `data` that are not UTF-8."""
    return _WELL_FORMED.split(data)


def _mixed(data: bytes) -> Decoded:
    """UTF-8 with stray bytes: these alone are read with the single-byte encoding that suits their lines."""
    stray = b"\n".join(line for line in data.splitlines() if _stray(line))
    encoding = likeliest_single_byte(stray)
    pieces: list[str] = []
    last = 0
    for match in _WELL_FORMED.finditer(data):
        pieces.append(data[last : match.start()].decode(encoding, "replace"))
        pieces.append(match.group().decode("utf-8", "surrogatepass"))
        last = match.end()
    pieces.append(data[last:].decode(encoding, "replace"))
    return _finished("".join(pieces), "utf-8", mixed=True, had=data.count(b"\xef\xbf\xbd"))


def _stray(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def likeliest_single_byte(data: bytes) -> str:
    """The single-byte encoding in which `data` has most words and fewest oddities; cp1252 where nothing decides."""
    sample = data[:_SAMPLE]
    scores = {encoding: _plausibility(sample, encoding) for encoding in _SINGLE_BYTE}
    best = max(_SINGLE_BYTE, key=scores.__getitem__)
    return best if scores[best] >= _LEAST_EVIDENCE else _SINGLE_BYTE[0]


def _plausibility(sample: bytes, encoding: str) -> int:
    text = sample.decode(encoding, "replace")
    known = function_words()
    words: list[str] = [word for word in _WORD.findall(text) if len(word) > 1 and not word.isascii()]
    hits = sum(word.lower() in known for word in words)
    regular = sum(word.islower() or word.istitle() or word.isupper() for word in words)
    return 3 * hits + regular - 4 * (len(_ODD.findall(text)) + text.count("\ufffd"))
