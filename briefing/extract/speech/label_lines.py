"""Paragraphs as a transcript has them: what labels their speaker, and where the words begin."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from briefing.extract.parsing.parse import Parse

_WORD = r"(?:[^\W\d_][\w.'’-]*)"
_BRACKET = r"[(\[][^)\]\n]{1,60}[)\]]"
_STAMP = r"(?:[(\[]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[)\]]?\s?[-–—|]?\s?)"
_HEAD = rf"(?:>\s?)?[*_]{{0,3}}{_STAMP}?[*_]{{0,3}}"
_COLON = r"\s?[*_]{0,3}\s?[:：][*_]{0,3}(?:\s+(?=\S)|\s*\Z)"
_LABEL = re.compile(
    rf"{_HEAD}(?P<label>{_WORD}(?:,?\s(?:{_BRACKET}\s)?{_WORD}){{0,7}})(?P<aside>\s?{_BRACKET})?{_COLON}"
)
_SHORT = re.compile(rf"{_HEAD}(?P<label>[QA])(?P<aside>)(?:{_COLON}|[*_]{{0,3}}\.[*_]{{0,3}}\s+(?=\S))")
# As presidents' press offices print it: "Q    Mr. President, ..."
_BARE = re.compile(r"(?P<label>Q)(?P<aside>)\s+(?=[A-Z“\"(\[])")
_EMPHASIS = "*_"
_QUOTED_LINE = re.compile(r"[^\S\n]{0,3}>[^\S\n]?[*_]{0,3}")
_MARGIN = 24  # characters: what may stand before a paragraph in its line
# As interviews have it: "VG – ...", "AK – ...".
_DASHED = re.compile(r"(?P<label>[A-Z]{2,3})(?P<aside>)\s[-–—]\s(?=\S)")
_LEAST_DASHED = 2
OF_ONESELF = re.compile(r"\b(?:I|[Mm]y|me|[Ww]e|[Oo]ur|us)\b")
_SMALL = frozenset("of the for and de la le el al van von bin da dos del di du y e".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the body.

    `label`, `place`: who speaks, in the text's own letters, and where that stands; `None` without a label. `aside`:
    the characters of a bracket behind it. `start` to `end`: the words. `quoted`: it is set off as a block quotation.
    `emphatic`: all of it stands in marks of emphasis, or is a heading.
    """

    number: int
    label: str | None
    place: tuple[int, int]
    aside: tuple[int, int] | None
    start: int
    end: int
    quoted: bool = False
    emphatic: bool = False


def read_lines(parse: Parse) -> list[Line]:
    """The paragraphs of the body, in order."""
    text = parse.article.text
    lines = [_line(text, i, paragraph.start, paragraph.end) for i, paragraph in enumerate(parse.paragraphs)]
    dashed = [_relabelled(text, line, _DASHED) for line in lines]
    counts = Counter(line.label for line, plain in zip(dashed, lines, strict=True) if line is not plain)
    if sum(count >= _LEAST_DASHED for count in counts.values()) > 1:
        return dashed
    if sum(line.label is not None and line.label.isupper() and len(line.label) > 1 for line in lines) < 2:
        return lines
    return [_relabelled(text, line, _BARE) for line in lines]


def reads_as_label(label: str) -> bool:
    """Capitals throughout, but for the small words of a title."""
    return all(
        word[0].isupper() or word[0] in "([" or word.lower() in _SMALL for word in label.replace(",", " ").split()
    )


def _margin(text: str, start: int) -> str:
    """What stands in the line before a paragraph of the parse."""
    return text[max(0, start - _MARGIN) : start].rpartition("\n")[2]


def _line(text: str, number: int, start: int, end: int) -> Line:
    margin = _margin(text, start)
    sign = _QUOTED_LINE.match(text, start, end)
    quoted = sign is not None or _QUOTED_LINE.fullmatch(margin) is not None
    first = sign.end() if sign is not None else start
    found = _SHORT.match(text, first, end) or _LABEL.match(text, first, end)
    outside = margin[-1:] + text[end : end + 1]
    headed = margin.rstrip(" \t").endswith("#")
    emphatic = headed or (len(outside) > 1 and outside[0] == outside[1] and outside[0] in _EMPHASIS)
    if found is None or not reads_as_label(found["label"]):
        return Line(number, None, (first, first), None, first, end, quoted, emphatic)
    name = found["label"].split(",")[0]  # "LACHLAN PEREIRA, MINISTER FOR ..."
    begun = found.start("label")
    aside = found.span("aside") if found["aside"] else None
    return Line(number, name, (begun, begun + len(name)), aside, found.end(), end, quoted, emphatic)


def _relabelled(text: str, line: Line, label: re.Pattern[str]) -> Line:
    begun = line.start - len(_margin(text, line.start))  # the parser is not given the bare label of a question
    found = label.match(text, begun, line.end) if line.label is None else None
    return line if found is None else replace(line, label=found["label"], place=found.span("label"), start=found.end())
