"""Words looked for in what stands on the pages, as a reader would look for them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, islice
from typing import TYPE_CHECKING, TypeAlias

from briefing.render.pdf.characters import clusters, printable
from briefing.render.pdf.standing import Box, Standing

if TYPE_CHECKING:  # it brings reportlab along
    from briefing.render.pdf.bidi import Segment

MOST_FOUND = 2_000
_LONGEST_QUERY = 1_000
_TOUCHING = 0.5
"""How far apart two stretches of a line may be, in points, and still be shown as one."""
_ALIKE = str.maketrans(
    dict.fromkeys("’‘ʼ‛`´", "'")
    | dict.fromkeys("“”„‟«»", '"')
    | dict.fromkeys("‐‑‒–—−", "-")
    | dict.fromkeys("\u00ad\u200b\u2060\ufeff")
)
"""What nobody types as it is printed."""

Found: TypeAlias = tuple[tuple[int, Box], ...]
"""Where one occurrence stands: (page, box), one or more for each line, in reading order."""


class Index:
    """The words of all paragraphs in reading order, folded; made once, asked often."""

    def __init__(self, lines: Sequence[Standing]) -> None:
        self._stretches: list[tuple[Standing, Segment]] = []
        self._starts: list[int] = []
        self._maps: dict[int, tuple[int, ...]] = {}
        # Sorted by paragraph, because a table row that goes on overleaf stands in two places; stable within each.
        numbered = sorted(_numbered(lines), key=lambda pair: pair[0])
        paragraphs = groupby(numbered, key=lambda pair: pair[0])
        self._text = "\n\n".join(self._paragraphs((line for _, line in group) for _, group in paragraphs))

    def find(self, words: str) -> tuple[Found, ...]:
        """Where `words` stand, at most `MOST_FOUND` times; nothing for no words."""
        parts = _folded(printable(words[:_LONGEST_QUERY])).split()
        if not parts:
            return ()
        # A paragraph's end is two line ends, and no passage goes across it.
        pattern = re.compile(r"[^\S\n]+".join(map(re.escape, parts)))
        places = (self._places(*match.span()) for match in pattern.finditer(self._text))
        return tuple(islice(filter(None, places), MOST_FOUND))

    def _paragraphs(self, paragraphs: Iterable[Iterable[Standing]]) -> Iterator[str]:
        length = 0
        for lines in paragraphs:
            words = []
            for line in lines:
                for segment in line.laid.segments:
                    if segment.piece.inserted:
                        continue
                    folded = self._take(segment.text, len(self._stretches))
                    self._stretches.append((line, segment))
                    self._starts.append(length)
                    length += len(folded)
                    words.append(folded)
            length += 2
            yield "".join(words)

    def _take(self, text: str, number: int) -> str:
        folded = "".join(map(_folded, text))
        if len(folded) == len(text) and unicodedata.is_normalized("NFC", text):
            return folded
        letters, offsets, offset = [], [], 0
        for cluster in clusters(text):
            letter = _folded(cluster)
            letters.append(letter)
            offsets += [offset] * len(letter)
            offset += len(cluster)
        self._maps[number] = (*offsets, offset)
        return "".join(letters)

    def _places(self, start: int, end: int) -> Found:
        found: list[tuple[int, Box]] = []
        number = bisect_right(self._starts, start) - 1
        while number < len(self._starts) and self._starts[number] < end:
            line, segment = self._stretches[number]
            box = line.box(*line.stretch(segment, *self._letters(number, start, end)))
            if box is not None:
                _append(found, line.page, box)
            number += 1
        return tuple(found)

    def _letters(self, number: int, start: int, end: int) -> tuple[int, int]:
        """The letters of a stretch, from and to, that stand between two places of the folded text."""
        begins = self._starts[number]
        offsets = self._maps.get(number)
        length = len(offsets) - 1 if offsets else len(self._stretches[number][1].text)
        first, last = max(start - begins, 0), min(end - begins, length)
        if offsets is None or first >= last:
            return first, max(first, last)
        # What is folded into several letters is found whole.
        return offsets[first], offsets[bisect_right(offsets, offsets[last - 1])]


def _numbered(lines: Iterable[Standing]) -> Iterator[tuple[int, Standing]]:
    for line in lines:
        if line.paragraph is not None:
            yield line.paragraph, line


def _append(found: list[tuple[int, Box]], page: int, box: Box) -> None:
    """Put a box at the end, or onto the last one where the two touch on one line."""
    if found:
        last_page, last = found[-1]
        same_line = page == last_page and box[1] == last[1] and box[3] == last[3]
        if same_line and box[0] <= last[2] + _TOUCHING and last[0] <= box[2] + _TOUCHING:
            found[-1] = (page, (min(last[0], box[0]), box[1], max(last[2], box[2]), box[3]))
            return
    found.append((page, box))


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    """`text` as it is compared: without case, compatible forms and typographic marks made one."""
    # Twice: a folded letter may be a decomposed one.
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return folded.translate(_ALIKE)
