"""Words of strangers made safe to print, once and visibly, so that every format prints the same."""

from __future__ import annotations

import re

from briefing.model.span import Span

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# Invisible marks that one format prints as a hyphen or a box and the other not at all; no word changes without them.
# Embeddings and isolates order what stands within them; the formats set directions of their own.
_DROPPED = "\N{SOFT HYPHEN}\N{ZERO WIDTH NO-BREAK SPACE}\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
# Everything a file format forbids or an eye cannot see: C0 and C1 controls but tab and newline, lone surrogates,
# non-characters, interlinear annotation, tag characters.
_CONTROLS = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\U000e0000-\U000e007f"
    + "".join(chr(plane * 0x10000 + 0xFFFE) + chr(plane * 0x10000 + 0xFFFF) for plane in range(17))
)
_LINE_ENDS = "\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029"
# Overrides make words read other than they are written.
_OVERRIDES = "\u202d\u202e"
_HOSTILE = re.compile(f"[{_CONTROLS}{_OVERRIDES}]")
_SUSPICIOUS = re.compile(f"[{_CONTROLS}{_LINE_ENDS}{_OVERRIDES}{_DROPPED}]")
_BREAKS = re.compile(f"\r\n|[{_LINE_ENDS}]")
# No-break spaces are part of a writer's wording ("10 km") and stay.
_SPACE = re.compile("[ \t\n]+")


def clean(text: str) -> str:
    """The text without what no printed page can hold; letters, marks and spaces are left as they are.

    Control characters, lone surrogates, non-characters and direction overrides become U+FFFD, every line end becomes
    a newline; soft hyphens, byte order marks, embeddings and isolates go. Cleaning twice changes nothing.
    """
    if not _SUSPICIOUS.search(text):
        return text
    text = text.translate(dict.fromkeys(map(ord, _DROPPED)))
    return _HOSTILE.sub(REPLACEMENT, _BREAKS.sub("\n", text))


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
