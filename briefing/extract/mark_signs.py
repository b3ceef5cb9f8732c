"""The quotation marks of a paragraph: which may open and which may close, by the letters around them."""

from __future__ import annotations

import re
from dataclasses import dataclass

# What closes each mark that opens; those that stand in their own set are told apart by the letters around them.
CLOSERS: dict[str, frozenset[str]] = {
    "“": frozenset("”‟"),
    "„": frozenset("“”‟"),
    "‟": frozenset("”"),
    "”": frozenset("”"),
    "«": frozenset("»"),
    "»": frozenset("«"),
    "‹": frozenset("›"),
    "›": frozenset("‹"),
    '"': frozenset('"'),
    "＂": frozenset("＂"),
    "``": frozenset(("''", '"')),
    "''": frozenset(("''",)),
    "‘‘": frozenset(("’’",)),
    "’’": frozenset(("’’",)),
    "「": frozenset("」"),
    "『": frozenset("』"),
}
EITHER = frozenset(('"', "''", "’’", "”", "＂"))
ALWAYS_OPEN = frozenset(("“", "„", "«", "‹", "``", "‘‘", "「", "『"))
_DOUBLE = frozenset(CLOSERS)
SINGLE = frozenset("‘’‚‛'`")
_MARK = re.compile(r"``|''|‘‘|’’|[“”„‟«»‹›「」『』\"＂‘’‚‛'`]")
_BEFORE_OPEN = frozenset("([{<—–―-:;,…/¡¿>*_") | _DOUBLE | SINGLE
_ELISION = re.compile(r"\d\ds?\b|(?:em|til|till|cause|tis|twas|n|round|bout|cos|ere)\b", re.IGNORECASE)
_AND = re.compile(r"\s?['’]n")  # "rock ’n’ roll"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark; `opens`, `closes`: whether it may."""

    text: str
    start: int
    opens: bool
    closes: bool

    @property
    def end(self) -> int:
        """The place behind it."""
        return self.start + len(self.text)

    @property
    def single(self) -> bool:
        """Whether it is a single one, or an apostrophe."""
        return self.text in SINGLE


def read_marks(text: str, start: int, end: int) -> list[Mark]:
    """The marks between two places of a text, in order."""
    found = []
    low = False
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        low = low or mark == "‚"
        before = text[at - 1] if at > start else " "
        after = text[match.end()] if match.end() < end else " "
        opens = not after.isspace() and (before.isspace() or before in _BEFORE_OPEN)
        closes = not before.isspace() and not after.isalnum()
        if mark in SINGLE:
            opens = opens and mark != "’" and not _ELISION.match(text, match.end(), end)
            opens = opens and (after.isalnum() or after in _DOUBLE or after in "[(…¿¡")
            closes = closes and not _AND.fullmatch(text, max(start, at - 3), at)
            closes = closes and (mark not in "‘‚‛`" or (low and mark == "‘"))  # "‚so‘"
        elif mark in EITHER and not opens and not closes:
            # between a stop and the next sentence a space was lost: `...voters!"After his rally`
            opens = closes = before.isspace() and after.isspace()
            closes = closes or (before in ".!?,…" and after.isupper())
        found.append(Mark(mark, at, opens, closes))
    return found
