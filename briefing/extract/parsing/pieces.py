"""What a parser is given of an article: paragraphs, cut where they are too long, without what breaks a tokenizer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.extract.parsing.datelines import REACH, parts_from_report
from briefing.extract.parsing.worth import readable
from briefing.model.article import Article

# A paragraph longer than this is parsed in pieces: a tree over more words than that means nothing, and costs memory.
LONGEST = 20_000
_BREAK = re.compile(r"[.!?]\s+|\s+")
UNITS = "bgkmt"
"""Units of one letter, behind which a stop ends a sentence: "€30m. Sweden", "$5 b. Sweden"."""

_SCALES = "bkm"
_UNIT = re.compile(
    rf"(?:\d[{UNITS}{_SCALES.upper()}]|[€$£¥]\s?\d[\d.,]{{0,20}}\s[{_SCALES}])"
    r"\.[\"”’')\]]{0,3}\s+(?=[\"“‘'(\[]{0,2}[A-ZÀ-Þ])"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r"[^\S ]|[\x00-\x1f\x7f]")
# The tokenizer takes the square of the length of what stands without white space: a long row of marks is cut.
_UNBROKEN = re.compile(r"[^\s]{199}(?=\S\S)\S")
_DOUBLE = re.compile(r"[“”„‟«»‹›「」『』\"＂]")
_SET_OFF = re.compile(r"\A\s{0,3}>(?=\s)")
_RANK = re.compile(r"\b((?:Lt|Maj|Brig|Vice|Rear|Sgt|Capt|Cmdr|Col|Gen)\.?)-(?=(?:Col|Gen|Adm|Cdr|Cmdr|Maj|Sgt)\b)")
# A dash glued to the name behind it: of a signature ("..., -Mayor X"), of a dateline (after the agency in brackets).
_GLUED = re.compile(r"(?:\A|(?<=[”\"’»,.]\s))[-–—](?=[A-Z])|(?<=[)\]])[–—](?=[A-Z])")
# "Q   Mr. President, ...": how presidents' press offices label the questions of a transcript.
_ASKED = re.compile(r"\AQ(?=\s+[A-Z“\"(\[])")
_ASKED_IN = re.compile(r"^[^\S\n]?Q[^\S\n]+(?=[A-Z“\"(\[])", re.MULTILINE)
_LEAST_ASKED = 2
_TYPED = re.compile(r"``|''(?!')")  # two characters for one mark
_EMPHASIS = re.compile(r"(?<![\w*_\\])(?:\*{1,3}|_{1,3})(?=[^\s*_])|(?<=[^\s*_\\])(?:\*{1,3}|_{1,3})(?![\w*_])")
_OPENING = re.compile(r"(?<![^\s(\[—–-])\"")


class Piece(NamedTuple):
    """A paragraph or part of one: `text` is what the parser is given for what begins at `start`.

    `dateline`: read by itself, so that no word of the report hangs on it, but part of the sentence that follows.
    """

    text: str
    start: int
    paragraph: int
    dateline: bool = False


def pieces_of(article: Article) -> Iterator[Piece]:
    """The paragraphs that are worth reading, in order."""
    asked = len(_ASKED_IN.findall(article.text)) >= _LEAST_ASKED
    for number, region in enumerate(readable(article)):
        told = region.start + parts_from_report(article.text[region.start : region.end][:REACH], leads=number == 0)
        if told > region.start:
            yield Piece(parseable(article.text[region.start : told]), region.start, number, dateline=True)
        for start, end in _pieces(article.text, told, region.end):
            text = parseable(article.text[start:end])
            yield Piece(_ASKED.sub(" ", text) if asked else text, start, number)


def parseable(text: str) -> str:
    """The text, as long as before, without characters that break a tokenizer: lone surrogates, odd white space.

    Double quotation marks of all kinds become the curly ones, so that the parser reads the same in all of them; marks
    of emphasis and of a block quotation become blanks, and so does the hyphen of "Lt.-Col.".
    """
    plain = _SPACES.sub(" ", _SURROGATES.sub("\ufffd", text))
    plain = _SET_OFF.sub(lambda match: " " * len(match.group()), plain)
    plain = _GLUED.sub(" ", _RANK.sub(r"\1 ", plain))
    if "*" in plain or "_" in plain:
        plain = _EMPHASIS.sub(lambda match: " " * len(match.group()), plain)
    if "``" in plain or "''" in plain:
        plain = _TYPED.sub(lambda match: ' "' if match.group() == "``" or _opens(match) else '" ', plain)
    plain = _OPENING.sub("“", _DOUBLE.sub('"', plain)).replace('"', "”")
    return _UNBROKEN.sub(lambda match: f"{match.group()[:-1]} ", plain)


def _opens(mark: re.Match[str]) -> bool:
    """Whether two single marks stand before the words they enclose."""
    text, start, end = mark.string, mark.start(), mark.end()
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return (not before or before.isspace()) and not after.isspace()


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The paragraph, cut behind what the tokenizer takes for a shortened word though a sentence ends there."""
    for match in _UNIT.finditer(text, start, end):
        yield from _short(text, start, match.end())
        start = match.end()
    yield from _short(text, start, end)


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch, cut where sentences or at least words end if it is longer than `LONGEST`."""
    while end - start > LONGEST:
        breaks = list(_BREAK.finditer(text, start + LONGEST // 2, start + LONGEST))
        sentences = [match for match in breaks if match.group()[0] in ".!?"]
        cut = (sentences or breaks)[-1].end() if breaks else start + LONGEST
        yield start, cut
        start = cut
    if start < end:
        yield start, end
