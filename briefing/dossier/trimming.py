"""A quotation cut at its ends: whole words of it, in their order, with nothing taken out of the middle."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from briefing.model.facts import Quote
from briefing.model.span import Span

# Between two letters these are part of the word: half of "can't" or "non-aligned" says the opposite of it.
_JOINERS = frozenset("'’ʼ-\u2010\u2011·\u00ad\u200c\u200d\u2060")
_IN_NUMBERS = frozenset(".,:/")
# What can go from the end of a quotation without a word of it being lost.
_SLIGHT = re.compile(r"[\s,;:.]*")


def trimmed(quote: Quote, own: Quote, parts: Sequence[Span], text: str) -> Quote | None:
    """`quote` with the words at `parts` only; `None` where they are not a stretch of the quotation `own`.

    A cut within a word moves out to the word's end. `text`: that of the article in which `own` stands.
    """
    if any(part.article != own.parts[0].article or part.end > len(text) for part in (*own.parts, *parts)):
        return None
    homes = [_home(part, own.parts) for part in parts]
    first = homes[0]
    if first is None or homes != list(range(first, first + len(parts))):
        return None
    last = first + len(parts) - 1
    kept = list(own.parts[first : last + 1])
    for place, part in enumerate(parts):
        head, tail = place == 0, place == len(parts) - 1
        inner = _to_words(part, kept[place], text)
        cut_head = text[kept[place].start : part.start]
        cut_tail = text[part.end : kept[place].end]
        if inner is None or (not head and _words(cut_head)) or (not tail and _words(cut_tail)):
            return None
        kept[place] = Span(
            article=part.article,
            start=inner.start if head else kept[place].start,
            end=inner.end if tail else kept[place].end,
        )
    before = " ".join((*(part.cut(text) for part in own.parts[:first]), text[own.parts[first].start : kept[0].start]))
    after = " ".join((text[kept[-1].end : own.parts[last].end], *(part.cut(text) for part in own.parts[last + 1 :])))
    return replace(
        quote,
        parts=tuple(kept),
        text=" ".join(" ".join(part.cut(text) for part in kept).split()),
        trimmed=(own.trimmed[0] or _cut(before), own.trimmed[1] or _cut(after)),
    )


def words_kept(seen: Quote, parts: Sequence[Span]) -> tuple[str, ...] | None:
    """The words at `parts` of a quotation whose article is not there; `None` where its text does not tell."""
    if sum(part.end - part.start for part in seen.parts) + len(seen.parts) - 1 != len(seen.text):
        return None
    offsets, at = [], 0
    for own in seen.parts:
        offsets.append(at - own.start)
        at += own.end - own.start + 1
    homes = [_home(part, seen.parts) for part in parts]
    found = tuple(
        seen.text[part.start + offsets[home] : part.end + offsets[home]]
        for part, home in zip(parts, homes, strict=True)
        if home is not None
    )
    return found if len(found) == len(parts) else None


def places_of(words: Sequence[str], own: Quote, text: str) -> tuple[Span, ...] | None:
    """Where the words stand in a quotation, white space aside; `None` where not all of them do exactly once."""
    found = []
    for one in words:
        pattern = re.compile(r"\s+".join(map(re.escape, one.split())))
        hits = [
            Span(article=part.article, start=part.start + hit.start(), end=part.start + hit.end())
            for part in own.parts
            for hit in pattern.finditer(part.cut(text))
            if hit.end() > hit.start()
        ]
        if len(hits) != 1:
            return None
        found.append(hits[0])
    return tuple(found)


def _home(part: Span, own: Sequence[Span]) -> int | None:
    return next((place for place, one in enumerate(own) if one.covers(part)), None)


def _to_words(part: Span, within: Span, text: str) -> Span | None:
    """The part without space at its ends and with its first and last word whole; `None` where it has no word."""
    start, end = part.start, part.end
    if not _words(text[start:end]):
        return None
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    while start > within.start and _inside_word(text, start):
        start -= 1
    while end < within.end and _inside_word(text, end):
        end += 1
    return Span(article=part.article, start=start, end=end)


def _inside_word(text: str, at: int) -> bool:
    """Whether a cut before `text[at]` parts what belongs together."""
    before, after = text[at - 1], text[at]
    if _joined(before) and _joined(after):
        return True
    if before in _JOINERS or before in _IN_NUMBERS:
        return at > 1 and _bridged(text[at - 2], before, after)
    if after in _JOINERS or after in _IN_NUMBERS:
        return at + 1 < len(text) and _bridged(before, after, text[at + 1])
    return unicodedata.category(after).startswith("M")


def _bridged(before: str, bridge: str, after: str) -> bool:
    """Whether a sign between two characters makes one word or number of them: "can't", "1,000", but not "Now:yes"."""
    if bridge in _IN_NUMBERS:
        return before.isdigit() and after.isdigit()
    return _joined(before) and _joined(after)


def _joined(char: str) -> bool:
    """Whether a character belongs to its neighbours; in scripts without spaces each stands by itself."""
    wide = unicodedata.east_asian_width(char) in "WF" or "\u0e00" <= char <= "\u0eff" or "\u1000" <= char <= "\u109f"
    return (char.isalnum() or unicodedata.category(char).startswith("M")) and not wide


def _words(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _cut(text: str) -> bool:
    """Whether more than space and a comma or full stop has gone."""
    return _SLIGHT.fullmatch(text) is None
