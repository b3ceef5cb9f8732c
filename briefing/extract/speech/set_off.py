"""Block quotations: paragraphs below a line that leads on to them, and paragraphs that the layout sets off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.extract.speech.label_lines import OF_ONESELF, Line

_DASH = re.compile(r"(?:[-–—―]{1,3}|[~•])\s?(?=[^\W\d_])")
_ATTRIBUTED = re.compile(r"(?:[^\W\d_]\S*\s){1,6}attribut(?:able|ed) to\s[^\n]{3,150}:$")
_INLINE_SIGNATURE = re.compile(r"(?<=[.?!…”\"’'])\s+[-–—―]{1,2}\s?[^\W\d_][^.?!\n]{2,100}$")
_NAMED = re.compile(
    r"[^\W\d_a-z][\w.'’-]*(?:\s(?:[a-z]{1,3}\s)?[^\W\d_a-z][\w.'’-]*){1,5}(?:,\s?[^.?!:\n]{2,120}[^.?!:,;\n])?"
)
_LONGEST_SIGNATURE = 20
_MARK = re.compile(r"[“”„«»\"]")
_ENDS = frozenset(".?!…")
_CLOSING = "”“\"'’»«›＂」』*_)"


def is_signature(text: str, line: Line) -> bool:
    """Whether a line below words tells whose they are: `— Maria Keller, mayor`, or the same without a dash."""
    words = text[line.start : line.end].strip("*_ ")
    if words.count(" ") >= _LONGEST_SIGNATURE or not words:
        return False
    return bool(_DASH.match(words)) or bool(_NAMED.fullmatch(words))


def blocks_in(text: str, lines: Sequence[Line], leads: re.Pattern[str]) -> Iterator[Sequence[Line]]:
    """The paragraphs of each block quotation, without its signature.

    `leads`: what a line ends with below which somebody's words stand as a paragraph ("had this to say:").
    """
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and lines[end].quoted:
            end += 1
        if end > at:
            yield from _set_off(text, lines, at, end)
        elif at + 1 < len(lines) and not lines[at + 1].quoted and _leads_on(text, lines[at], lines[at + 1], leads):
            yield list(_going_on(text, lines, at + 1))
        at = max(end, at + 1)


def _set_off(text: str, lines: Sequence[Line], first: int, end: int) -> Iterator[Sequence[Line]]:
    """One block; two or more, where signatures stand between them."""
    begun = first
    for at in range(first, end):
        signature = _INLINE_SIGNATURE.search(text, lines[at].start, lines[at].end)
        if signature is not None:
            yield [*lines[begun:at], replace(lines[at], end=signature.start())]
            begun = at + 1
        elif at > begun and (_DASH.match(text, lines[at].start) or (at + 1 == end and is_signature(text, lines[at]))):
            yield lines[begun:at]
            begun = at + 1
    signed = end < len(lines) and is_signature(text, lines[end])
    led = first > 0 and text[lines[first - 1].start : lines[first - 1].end].rstrip("*_ ").endswith((":", ","))
    if begun < end and (signed or (led and begun == first)):
        yield lines[begun:end]


def _going_on(text: str, lines: Sequence[Line], at: int) -> Iterator[Line]:
    """A paragraph that a line led on to, and those below it in which somebody goes on about himself."""
    yield lines[at]
    own = OF_ONESELF.search(text, lines[at].start, lines[at].end)
    for line in lines[at + 1 :]:
        words = text[line.start : line.end]
        plain = line.label is None and not line.quoted and not _MARK.search(words)
        if not (own and plain and words[-1] in _ENDS and OF_ONESELF.search(words)):
            return
        yield line


def _leads_on(text: str, above: Line, line: Line, leads: re.Pattern[str]) -> bool:
    lead = text[above.start : above.end].rstrip()
    if above.label is not None or line.label is not None or not (leads.search(lead) or _ATTRIBUTED.match(lead)):
        return False
    words = text[line.start : line.end].rstrip()
    return words[:1].isupper() and words.rstrip(_CLOSING)[-1:] in _ENDS
