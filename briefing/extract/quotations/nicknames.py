"""Names in quotation marks between the parts of somebody's name."""

from __future__ import annotations

import re

from briefing.extract.speech.marks import Quoted

_AROUND = re.compile(r"(?s)(?:.*[\s(])?[^\W\d_][\w.'’-]*\s\(?\W{1,2}\0\W{1,2}\)?\s[^\W\d_]\w")


def is_nickname(text: str, stretch: Quoted) -> bool:
    """`Robert "Bob" Smith`: a word or two between the parts of a name, with no comma on either side."""
    words = text[stretch.start : stretch.end].split()
    around = _AROUND.match(
        text[max(0, stretch.start - 24) : stretch.start] + "\0" + text[stretch.end : stretch.end + 24]
    )
    if len(words) > 2 or around is None or words[-1].endswith((",", ".", "!", "?")):
        return False
    names = (words[0], *re.findall(r"[^\W\d_]\w*", around.group())[-1:])
    return all(name[:1].isupper() for name in names) and bool(re.search(r"[A-Z]\S{0,24}\s\(?\W{1,2}\0", around.group()))
