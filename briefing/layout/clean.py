"""Words of strangers made safe to print, once and visibly, so that every format prints the same."""

from __future__ import annotations

import re

from briefing.model.span import Span

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# Invisible marks that one format prints as a hyphen or a box and the other not at all; no word changes without them.
_DROPPED = "\N{SOFT HYPHEN}\N{ZERO WIDTH NO-BREAK SPACE}"
# Everything a file format forbids or an eye cannot see: C0 and C1 controls but tab and newline, lone surrogates,
# non-characters, interlinear annotation, tag characters.
_CONTROLS = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\U000e0000-\U000e007f"
    + "".join(chr(plane * 0x10000 + 0xFFFE) + chr(plane * 0x10000 + 0xFFFF) for plane in range(17))
)
_LINE_ENDS = "\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029"
_DIRECTIONS = "\u202a-\u202e\u2066-\u2069"
_HOSTILE = re.compile(f"[{_CONTROLS}]")
_SUSPICIOUS = re.compile(f"[{_CONTROLS}{_LINE_ENDS}{_DIRECTIONS}{_DROPPED}]")
_BREAKS = re.compile(f"\r\n|[{_LINE_ENDS}]")
_BIDI = re.compile(f"[{_DIRECTIONS}]")
# No-break spaces are part of a writer's wording ("10 km") and stay.
_SPACE = re.compile("[ \t\n]+")

_OVERRIDES = "\u202d\u202e"
_CLOSED_BY = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", "\u2069")


def clean(text: str) -> str:
    """The text without what no printed page can hold; letters, marks and spaces are left as they are.

    Control characters, lone surrogates, non-characters, direction overrides and unbalanced direction marks become
    U+FFFD, every line end becomes a newline, soft hyphens and byte order marks go. Cleaning twice changes nothing.
    """
    if not _SUSPICIOUS.search(text):
        return text
    text = text.translate(dict.fromkeys(map(ord, _DROPPED)))
    text = _HOSTILE.sub(REPLACEMENT, _BREAKS.sub("\n", text))
    return _without_stray_bidi(text) if _BIDI.search(text) else text


def folded(text: str) -> str:
    """The text cleaned and on one line: each stretch of spaces, tabs and line ends is one space."""
    return _SPACE.sub(" ", clean(text)).strip(" ")


def cut(span: Span, text: str) -> str:
    """The words at a place of an article, folded; empty where the place lies outside the text."""
    return folded(span.cut(text))


def shortened(text: str, most: int) -> str:
    """The text folded and, where it is longer than `most` characters, cut at a word with an ellipsis.

    For labels only (titles, names of events in running heads), never for what somebody said.
    """
    text = folded(text)
    if len(text) <= most:
        return text
    head = text[: most - 1]
    space = head.rfind(" ")
    return clean((head[:space] if space > most // 2 else head).rstrip(" ,;:.-–—") + "…")


def _without_stray_bidi(text: str) -> str:
    """Overrides, with their ends, and every direction mark that lacks its partner, replaced."""
    characters = list(text)
    opened: list[int] = []
    keep: set[int] = set()
    for place, character in enumerate(characters):
        if character == "\n":
            opened.clear()
        elif character in _CLOSED_BY:
            opened.append(place)
        elif character in _CLOSED_BY.values() and opened:
            opener = characters[opened[-1]]
            if _CLOSED_BY[opener] == character:
                start = opened.pop()
                if opener not in _OVERRIDES:
                    keep |= {start, place}
    return "".join(
        REPLACEMENT if _BIDI.match(character) and place not in keep else character
        for place, character in enumerate(characters)
    )
