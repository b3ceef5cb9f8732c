"""What a printed file says now: read back from the file itself, perhaps after somebody edited it by hand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A brief as it was read back from its DOCX or PDF.

    `payload`: `Manuscript.payload` as the file carries it, `None` where it carries none. `passages`: each printed
    passage of a fact as (fact id, its words as they stand in the file now), in order of print; a fact printed in two
    places has two passages, one whose words were deleted has an empty text, and one that was deleted whole has none.
    `text`: all words of the body, one line per paragraph.
    """

    payload: str | None
    passages: tuple[tuple[str, str], ...]
    text: str
