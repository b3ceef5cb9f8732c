"""What the preview knows: the proof at hand, its size on screen, its pictures, what is marked and what is found."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefing_gui.messages import Looked, Pictured, Place, Proofed
from briefing_gui.presenters.desk import Size
from briefing_gui.presenters.pictures import Pictures
from briefing_gui.presenters.places import Places
from briefing_gui.presenters.zoom import Zoom

# A picture has at most so many pixels: a page at 400 % on a display of high density is shown a little softer.
_MOST_PIXELS = 16_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """Where the words that are looked for stand; `current` counts from 0, `None` where there is none.

    `known`: whether the answer has come.
    """

    words: str = ""
    places: tuple[Place, ...] = ()
    current: int | None = None
    known: bool = False

    def at(self, places: tuple[Place, ...], first: int) -> Hits:
        """The same words in other places; `first`: the current hit where there was none, else its number stays."""
        current = first if self.current is None else self.current
        return replace(self, places=places, current=min(current, len(places) - 1) if places else None)

    def moved(self, by: int) -> Hits:
        """The same with a later hit as the current one, or an earlier one, round and round."""
        if self.current is None:
            return self
        return replace(self, current=(self.current + by) % len(self.places))

    @property
    def place(self) -> Place | None:
        """The current hit."""
        return None if self.current is None else self.places[self.current]


class Preview:
    """The state of one preview; whoever changes it tells the views."""

    def __init__(self, pictures: Pictures | None = None) -> None:
        self.pictures = pictures or Pictures()
        self.zoom = Zoom()
        self.proof: Proofed | None = None
        self.places = Places()
        self.marked: str | None = None
        self.hits = Hits()

    @property
    def number(self) -> int | None:
        """The number of the proof that is shown; `None` before the first."""
        return None if self.proof is None else self.proof.number

    @property
    def pages(self) -> tuple[Size, ...]:
        """The sizes of its pages, in points."""
        return () if self.proof is None else self.proof.pages

    def take_proof(self, proof: Proofed) -> None:
        """Shows another proof; its pages are seen as they were until their pictures have come."""
        self.proof = proof
        self.places = Places(proof.places)
        self.hits = self.hits.at(self._there(self.hits.places), 0)
        self.pictures.turn(proof.number)

    def clear(self) -> None:
        """Shows nothing, as before the first proof; the size on screen stays."""
        self.proof, self.places = None, Places()
        self.marked, self.hits = None, Hits()
        self.pictures.clear()

    def take_picture(self, picture: Pictured) -> bool:
        """Takes in a picture; whether it belongs to what is shown."""
        return self.pictures.take(picture)

    # Words looked for

    def look(self, words: str) -> bool:
        """Looks for words from now on; whether they must be asked for."""
        words = words.strip()
        if words == self.hits.words:
            return False
        # What was found before stays in sight until the answer comes.
        self.hits = Hits(words=words, places=self.hits.places) if words else Hits()
        return bool(words)

    def take_hits(self, looked: Looked, page: int) -> bool:
        """Takes in where words stand; whether they are those looked for.

        The current hit stays the same of its number where the words are the same, else it is the first one from
        `page` on.
        """
        if looked.number != self.number or looked.words != self.hits.words:
            return False
        places = self._there(looked.places)
        first = next((number for number, place in enumerate(places) if place.page >= page), 0)
        self.hits = replace(self.hits.at(places, first), known=True)
        return True

    def _there(self, places: Iterable[Place]) -> tuple[Place, ...]:
        """Those on pages that there are, each with what of it is."""
        count = len(self.pages)
        return tuple(
            replace(place, rest=tuple(part for part in place.rest if part.page < count)) if place.rest else place
            for place in places
            if place.page < count
        )

    # Sizes

    def picture_scale(self, page: int, scale: float) -> float:
        """How many pixels to the point to ask for, where `scale` would be sharp."""
        wide, high = self.pages[page]
        return round(min(scale, math.sqrt(_MOST_PIXELS / (wide * high))), 5)
