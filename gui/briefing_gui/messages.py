"""What the window and its workers say to each other: plain records that cross a pipe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from briefing.model.dossier import Dossier
from briefing.model.draft import Draft
from briefing.model.notice import Notice
from briefing.model.summary import Summary

SECTION = "section:"
"""What the id of a section bears in front where ids of facts stand, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gather:
    """To the finder: read these sources into a brief's file and find the facts of each article.

    `sources`: paths and addresses as the user gave them. `pasted`: text or a page's source from the clipboard, read
    where `sources` says `-`.
    """

    number: int
    file: Path
    sources: tuple[str, ...]
    pasted: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """To the finder: find the facts of these articles of a brief's file, anew where they have been found before."""

    number: int
    file: Path
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Show:
    """To the press: what does this draft say, and how does it print? A later one takes the place of an earlier one."""

    number: int
    file: Path
    draft: Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """To the press: one page of the proof of that number, `scale` pixels to the point."""

    number: int
    page: int
    scale: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """To the press: find these words on the pages of the proof of that number."""

    number: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """To the press: the bytes of the proof of that number, for the printer."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """To the press: print this draft into files."""

    number: int
    file: Path
    draft: Draft
    outputs: tuple[Path, ...]


Errand: TypeAlias = Gather | Find | Show | Picture | Look | Fetch | Export


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """The language model is loaded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far an errand is: `stage` is `read` or `extract`."""

    number: int
    stage: str
    done: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """Articles that are now in the brief's file, and what could not be read; their facts are still to be found."""

    number: int
    file: Path
    articles: tuple[Summary, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The facts of an article are now in the brief's file."""

    number: int
    file: Path
    article: Summary
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """An errand of the finder is over; `cancelled` where the user stopped it: what was done stays done."""

    number: int
    cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a draft says: every fact, also those left out; its articles come without their texts.

    `dormant`: the numbers of decisions that touch nothing now.
    """

    number: int
    dossier: Dossier
    dormant: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A box on a page: left, top, right, bottom in points from the page's top left corner.

    `fact`: the id of the fact printed there, or `SECTION` and the id of the section whose heading stands there; `None`
    for words that were looked for. `rest`: the further boxes of words that go on in another line or overleaf.
    """

    page: int
    box: tuple[float, float, float, float]
    fact: str | None = None
    rest: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proofed:
    """How a draft prints: the sizes of its pages in points, and where each fact stands."""

    number: int
    pages: tuple[tuple[float, float], ...]
    places: tuple[Place, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictured:
    """One page as pixels of four bytes, blue first."""

    number: int
    page: int
    scale: float
    width: int
    height: int
    stride: int
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """Where the words that were looked for stand, in page order."""

    number: int
    words: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """The bytes of a proof."""

    number: int
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """The files that were written, with what there is to say about them."""

    number: int
    paths: tuple[Path, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """An errand could not be done: a catalogue code with its parameters.

    `errand`: the class name of what was asked. `details`: for a report of a defect, `None` where there is none.
    """

    number: int
    errand: str
    code: str
    parameters: Mapping[str, str]
    details: str | None = None


Reply: TypeAlias = (
    Ready | Progress | Gathered | Found | Done | Shown | Proofed | Pictured | Looked | Fetched | Exported | Failed
)
