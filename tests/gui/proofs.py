"""Real proofs for the tests of the preview, and a press in the test's own process that answers as the worker does."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from briefing import app
from briefing.app import printing
from briefing.model.draft import Choices
from briefing.model.manuscript import Manuscript
from briefing.model.notice import Notice
from briefing.render.pdf.proof import Proof
from briefing.render.pdf.writer import PdfRenderer
from briefing_gui.messages import Failed, Fetched, Looked, Pictured, Place, Proofed
from briefing_gui.presenters.changes import Change

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def _said(notice: Notice) -> str:
    return notice.code


@lru_cache(maxsize=4)
def seeds(locale: str = "en") -> Manuscript:
    """The brief of the two seeds."""
    work = app.Work(wording=_said, stdin=bytes)
    dossier = app.compose([str(path) for path in sorted(SEEDS.iterdir())], work)
    return printing.typeset(dossier, printing.ordered(Choices(locale=locale))).value


@lru_cache(maxsize=4)
def proof_of_seeds(locale: str = "en", times: int = 1) -> Proof:
    """The brief of the two seeds, printed; its blocks so many times over."""
    manuscript = seeds(locale)
    return PdfRenderer().proof(replace(manuscript, blocks=manuscript.blocks * times))


class NoHistory:
    """Carries nothing out and forgets everything: for parts of the window that change no draft."""

    def push(self, change: Change) -> None:
        """Does nothing."""

    def clear(self) -> None:
        """Does nothing."""


class Press(QObject):
    """Answers like `Work` for one proof after the other, later, as signals; `asked` are the pictures asked for.

    `holds`: pictures are not answered until it is told to go on. `deaf`: `fetch` is not answered at all.
    """

    pictured = Signal(object)
    looked = Signal(object)
    fetched = Signal(object)
    proofed = Signal(object)
    troubled = Signal(object)
    died = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.showing = 0
        self.asked: list[tuple[int, float]] = []
        self.holds = self.deaf = False
        self._waiting: list[tuple[int, int, float]] = []
        self._proof: Proof | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._answer)

    def print(self, proof: Proof) -> Proofed:
        """Makes this the proof at hand, and says so."""
        self.showing += 1
        self._proof = proof
        places = tuple(Place(page=spot.page, box=spot.box, fact=spot.fact) for spot in proof.spots)
        proofed = Proofed(number=self.showing, pages=proof.pages, places=places, notices=())
        self.proofed.emit(proofed)
        return proofed

    def picture(self, page: int, scale: float) -> None:
        """Answers soon, unless it holds."""
        self.asked.append((page, scale))
        self._waiting.append((self.showing, page, scale))
        self.go_on(holds=self.holds)

    def go_on(self, *, holds: bool = False) -> None:
        """Answers what is waiting, or holds it back."""
        self.holds = holds
        if not holds and self._waiting:
            self._soon.start()

    def look(self, words: str) -> None:
        """Answers at once."""
        places = tuple(Place(page=hit.page, box=hit.boxes[0]) for hit in self._at_hand().find(words))
        self.looked.emit(Looked(number=self.showing, words=words, places=places))

    def fetch(self) -> None:
        """Answers soon, unless it is deaf."""
        if not self.deaf:
            QTimer.singleShot(0, self, self._hand_over)

    def _hand_over(self) -> None:
        self.fetched.emit(Fetched(number=self.showing, data=self._at_hand().data))

    def _at_hand(self) -> Proof:
        assert self._proof is not None, "nothing is printed yet"
        return self._proof

    def _answer(self) -> None:
        if not self._waiting or self.holds:
            return
        number, page, scale = self._waiting.pop(0)
        if self._waiting:
            self._soon.start()
        if number != self.showing:
            return
        if page >= len(self._at_hand().pages):
            self.troubled.emit(Failed(number=number, errand="Picture", code="defect", parameters={}))
            return
        self.pictured.emit(picture_of(self._at_hand(), number, page, scale))


def picture_of(proof: Proof, number: int, page: int, scale: float) -> Pictured:
    """A page as the worker would answer it."""
    raster = proof.image(page, scale)
    return Pictured(
        number=number,
        page=page,
        scale=scale,
        width=raster.width,
        height=raster.height,
        stride=raster.stride,
        data=raster.data,
    )
