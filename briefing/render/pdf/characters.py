"""Where a line may end, and which characters belong together."""

from __future__ import annotations

import re
import unicodedata

from briefing.render.characters import clean

SOFT_HYPHEN = "\u00ad"

_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")

_IDEOGRAPH = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_CLOSING = "、。，．！？：；」』）】〉》〕"
_OPPORTUNITY = re.compile(
    rf"(?<=[^\W\d_]{{2}})[-\u2010/](?=[^\W\d_]{{2}})|[–—](?=\w)(?!(?<=[\d.][–—])\d)|[{SOFT_HYPHEN}\u200b]|[{_IDEOGRAPH}](?![{_CLOSING}])"
)
_TOKEN = re.compile(
    "\n|[ \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+|[^\n \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+"
)


def printable(text: str) -> str:
    r"""`text` with `\n` for every line end otherwise cleaned as for every format."""
    return _LINE_ENDS.sub("\n", clean(text))


def tokens(text: str) -> list[str]:
    """Words, stretches of breaking white space, and line ends, in order."""
    return _TOKEN.findall(text)


def divisions(word: str) -> list[str]:
    """`word` in the pieces between which a line may end without a hyphen, or with one after a soft hyphen."""
    ends = [match.end() for match in _OPPORTUNITY.finditer(word)]
    return [word[start:end] for start, end in zip([0, *ends], [*ends, len(word)], strict=True) if start < end]


def clusters(text: str) -> list[str]:
    """`text` in characters, each with the combining marks that belong to it."""
    found: list[str] = []
    for character in text:
        if found and (unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf")):
            found[-1] += character
        else:
            found.append(character)
    return found
