"""Where a paragraph credits who took its picture or wrote it: nobody of the report."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = r"[A-ZÀ-Þ][\w.'’-]{0,30}"
_NAME = rf"{_WORD}(?: (?:[a-zà-ÿ]{{1,3}} )?{_WORD}){{1,3}}"
_MAKER = (
    r"(?:Photo(?:s|graphs?|graphers?)?|Pictures?|Pics?|Images?|Video|Illustration)(?: credits?)?"
    r"(?: ?[:/]| by| courtesy of| courtesy:)(?: courtesy of)?"
)
# "© Ann Lee", "Photo: Ann Lee" at the end, "(Photo by Ann Lee/AP)".
_CREDITED = re.compile(rf"(?:©|\([cC]\)) ?({_NAME})|\b{_MAKER} ({_NAME})(?= ?(?:$|[)\]/|]|,\n|\.$))", re.MULTILINE)
# "(AP/Ann Lee, The Herald)" behind a whole sentence; "THE PRESS AGENCY/Ann Lee" at the end of a paragraph.
_SLASHED = re.compile(
    r"(?:^|[.!?”’\"')]) ?(\([^()/\n]{2,50}/[^()\n]{2,60}\)|[^()/\n.!?]{2,40}/[^()/\n.!?]{2,40}$)", re.MULTILINE
)
# "relaxes at home.Ann Lee": what a caption and its credit lost between them.
_GLUED = re.compile(rf"[a-z][.!?]({_NAME})$", re.MULTILINE)
# "Ann Lee The Larkspur Times": a line of a writer and where she writes.
_WRITER = re.compile(
    rf"{_NAME},? (?:{_WORD} ){{0,3}}"
    r"(?:Times|News|Herald|Post|Tribune|Gazette|Press|Journal|Chronicle|Observer|Guardian|Examiner|Correspondent"
    r"|Reporter|Staff|Writer)"
)
# "Ann Lee and Bob Hale contributed reporting."
_HELPER = re.compile(rf"({_NAME}(?:(?:,? and |, ){_NAME}){{0,4}}) (?:also )?contributed (?:reporting|to this)\b")
_LONGEST_LINE = 80
_SMALL = frozenset("of the for via and by courtesy photo photos picture handout file".split())  # noqa: SIM905
_SIGNS = ("/", "©", "(c)", "(C)", "hoto", "icture", "Pic", "mage", "Video", "llustration")
_LISTED = ("(b)", "(B)")  # "(b) Ann Lee; (c) Bob Hale"


def credited(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a paragraph that name who is credited, as places in it, in no particular order."""
    if any(sign in text for sign in _SIGNS):
        listed = any(letter in text for letter in _LISTED)
        for match in _CREDITED.finditer(text):
            if not (listed and match.group().startswith("(")):
                yield match.span(match.lastindex or 0)
        yield from (match.span(1) for match in _SLASHED.finditer(text) if _is_plain(match.group(1)))
    yield from (match.span(1) for match in _GLUED.finditer(text))
    if " contributed " in text:
        yield from (match.span(1) for match in _HELPER.finditer(text))
    if len(text) < _LONGEST_LINE and _WRITER.fullmatch(text):
        yield 0, len(text)


def _is_plain(text: str) -> bool:
    """Whether names stand here and no sentence."""
    words = re.findall(r"[^\W\d_][\w'’-]*", text)
    return len(words) > 1 and all(word[0].isupper() or word.lower() in _SMALL for word in words)
