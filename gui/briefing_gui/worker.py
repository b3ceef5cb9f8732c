"""The child's side of the pipe: one process finds facts, another compiles, lays out and prints."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import traceback
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from briefing import app
from briefing.locale.interface import interface
from briefing.model.errors import BriefingError, Cancelled
from briefing_gui.messages import (
    SECTION,
    Done,
    Errand,
    Export,
    Exported,
    Failed,
    Fetch,
    Fetched,
    Find,
    Found,
    Gather,
    Gathered,
    Look,
    Looked,
    Picture,
    Pictured,
    Place,
    Progress,
    Proofed,
    Ready,
    Reply,
    Show,
    Shown,
)

if TYPE_CHECKING:
    from briefing.app.briefs import BriefFile
    from briefing.app.press import Press
    from briefing.render.pdf.proof import Hit, Proof


# How high a section's heading is, in points.
_HEADING = 24.0


def find_facts(pipe: Connection, stop: Event) -> None:
    """Serves `Gather` and `Find` until the pipe closes or the window is gone; `stop` cancels the errand at hand."""
    # Whatever it is at, the file is whole; nobody is left to find facts for. The printer, though, is let finish.
    threading.Thread(target=_end_with_window, name="end-with-window", daemon=True).start()
    _Finder(pipe, stop).serve()


def print_briefs(pipe: Connection) -> None:
    """Serves everything else until the pipe closes."""
    _Printer(pipe).serve()


def _end_with_window() -> None:
    window = multiprocessing.parent_process()
    if window is not None:
        window.join()
        os._exit(1)


class _Servant:
    """Reads errands from a pipe and answers each; a failure is an answer too."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._file: BriefFile | None = None
        self._identity: tuple[int, int] | None = None

    def serve(self) -> None:
        """Until the pipe closes, or `None` comes through it."""
        # Ctrl-C in a terminal reaches the whole group; the window decides when its workers end.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        with suppress(EOFError, OSError):
            for errand in self._errands():
                try:
                    self.serve_one(errand)
                except BriefingError as error:
                    self._fail(errand, error.code, {key: str(value) for key, value in error.parameters.items()})
                except Exception as defect:  # noqa: BLE001 - whatever it is, the window must hear of it
                    reason = f"{type(defect).__name__}: {defect}"
                    self._fail(errand, "defect", {"reason": reason}, traceback.format_exc())
        self.let_go()

    def serve_one(self, errand: Errand) -> None:
        """Answers one errand."""
        raise NotImplementedError

    def _errands(self) -> Iterator[Errand]:
        while (errand := self._pipe.recv()) is not None:
            yield errand

    def _fail(self, errand: Errand, code: str, parameters: dict[str, str], details: str | None = None) -> None:
        kind = type(errand).__name__
        self.tell(Failed(number=errand.number, errand=kind, code=code, parameters=parameters, details=details))

    def tell(self, reply: Reply) -> None:
        """Answers the window."""
        self._pipe.send(reply)

    def open(self, path: Path) -> BriefFile:
        """The brief's file, opened anew only where it is another one."""
        # A path is no proof: a brief without a name may have gone, and the next one have its number.
        here = app.briefs.identity(path)
        if self._file is None or self._file.path != path or self._identity != here:
            self.let_go()
            self._file, self._identity = app.briefs.open(path, write=False), here
        return self._file

    def let_go(self) -> None:
        """Closes the brief's file."""
        if self._file is not None:
            self._file.close()
            self._file = None


class _Finder(_Servant):
    def __init__(self, pipe: Connection, stop: Event) -> None:
        super().__init__(pipe)
        self._stop = stop

    def _errands(self) -> Iterator[Errand]:
        app.finding.warm_up()
        self.tell(Ready())
        yield from super()._errands()

    def serve_one(self, errand: Errand) -> None:
        cancelled = False
        try:
            match errand:
                case Gather():
                    found = self._gather(errand)
                    self._find(errand.number, errand.file, found)
                case Find():
                    self._find(errand.number, errand.file, errand.articles)
        except Cancelled:
            cancelled = True
        finally:
            self._stop.clear()
            # Whoever holds a file keeps others from putting another brief in its place.
            self.let_go()
        self.tell(Done(number=errand.number, cancelled=cancelled))

    def _gather(self, errand: Gather) -> tuple[str, ...]:
        """Reads the sources into the file; the ids of the articles whose facts are still to be found."""
        file = self.open(errand.file)
        work = app.Work(
            wording=interface().notice,
            stdin=lambda: errand.pasted,
            progress=lambda stage, done, of: self.tell(Progress(number=errand.number, stage=stage, done=done, of=of)),
            cancelled=self._stop.is_set,
        )
        read = app.finding.paste(errand.pasted) if errand.pasted else app.finding.gather(errand.sources, work)
        for article in read.value:
            own = (notice for notice in read.notices if notice.place == article.path)
            notices = [replace(notice, place=_without_folders(article.path)) for notice in own]
            # The file may be mailed: where its maker keeps things is nobody's business.
            file.put(replace(article, path=_without_folders(article.path)), notices)
        ids = tuple(dict.fromkeys(article.id for article in read.value))
        summaries = file.summaries(ids)
        self.tell(Gathered(number=errand.number, file=errand.file, articles=summaries, notices=read.notices))
        return tuple(summary.id for summary in summaries if summary.facts is None)

    def _find(self, number: int, path: Path, articles: tuple[str, ...]) -> None:
        file = self.open(path)
        for done, article in enumerate(articles):
            if self._stop.is_set():
                raise Cancelled
            self.tell(Progress(number=number, stage="extract", done=done, of=len(articles)))
            outcome = app.finding.find(file.article(article))
            file.put_findings(outcome, app.finding.rules())
            (summary,) = file.summaries((article,))
            self.tell(Found(number=number, file=path, article=summary, notices=outcome.notices))


def _headings(proof: Proof, sections: Mapping[str, str]) -> Iterator[Place]:
    """Where the sections begin, so that the rail can lead there and back."""
    for entry in proof.outline:
        section = sections.get(" ".join(entry.title.split()))
        if entry.level == 0 and section is not None:
            width, _ = proof.pages[entry.page]
            box = (0.0, entry.top, width, entry.top + _HEADING)
            yield Place(page=entry.page, box=box, fact=SECTION + section)


def _hit(hit: Hit) -> Place:
    here = [Place(page=hit.page, box=box) for box in hit.boxes]
    overleaf = [Place(page=hit.page + 1, box=box) for box in hit.overleaf]
    first, *rest = here + overleaf
    return replace(first, rest=tuple(rest))


def _without_folders(path: str) -> str:
    """The name of a file; an address as it is."""
    return path if "://" in path else PurePath(path).name or path


class _Printer(_Servant):
    """Keeps one brief compiled and its last proof at hand."""

    def __init__(self, pipe: Connection) -> None:
        super().__init__(pipe)
        self._waiting: list[Errand | None] = []
        self._press: Press | None = None
        self._proof: Proof | None = None
        self._number = -1

    def _errands(self) -> Iterator[Errand]:
        while True:
            if not self._waiting:
                self._waiting.append(self._pipe.recv())
            self._listen()
            errand = self._waiting.pop(0)
            if errand is None:
                return
            yield errand

    def _listen(self) -> None:
        """Takes in what has come meanwhile, and forgets what a later request has made idle."""
        while self._pipe.poll():
            self._waiting.append(self._pipe.recv())
        last = max((errand.number for errand in self._waiting if isinstance(errand, Show)), default=None)
        if last is not None:
            idle = (Show, Picture, Look)
            self._waiting = [one for one in self._waiting if not (isinstance(one, idle) and one.number < last)]

    def _outdated(self) -> bool:
        self._listen()
        return any(isinstance(errand, Show) for errand in self._waiting)

    def serve_one(self, errand: Errand) -> None:
        match errand:
            case Show():
                self._show(errand)
            case Export():
                outcome = self._at_press(errand.file).export(errand.draft, errand.outputs)
                self.tell(Exported(number=errand.number, paths=outcome.value, notices=outcome.notices))
            case Picture() | Look() | Fetch() if self._proof is not None and errand.number == self._number:
                self._answer(errand, self._proof)

    def _at_press(self, path: Path) -> Press:
        file = self.open(path)
        if self._press is None or self._press.file is not file:
            self._press = app.press.Press(file)
        return self._press

    def _show(self, errand: Show) -> None:
        press = self._at_press(errand.file)
        dossier = press.show(errand.draft)
        bare = replace(dossier, articles=tuple(replace(one, text="", regions=()) for one in dossier.articles))
        self.tell(Shown(number=errand.number, dossier=bare, dormant=press.dormant(errand.draft)))
        if self._outdated():
            return
        outcome = press.proof(errand.draft)
        if self._proof is not None:
            self._proof.close()
        self._proof, self._number = outcome.value, errand.number
        pages = self._proof.pages
        spots = (Place(page=spot.page, box=spot.box, fact=spot.fact) for spot in self._proof.spots)
        places = (*spots, *_headings(self._proof, press.headings(errand.draft)))
        self.tell(Proofed(number=errand.number, pages=pages, places=places, notices=outcome.notices))

    def _answer(self, errand: Picture | Look | Fetch, proof: Proof) -> None:
        match errand:
            case Picture(number=number, page=page, scale=scale):
                raster = proof.image(page, scale)
                self.tell(
                    Pictured(
                        number=number,
                        page=page,
                        scale=scale,
                        width=raster.width,
                        height=raster.height,
                        stride=raster.stride,
                        data=raster.data,
                    )
                )
            case Look(number=number, words=words):
                places = tuple(_hit(hit) for hit in proof.find(words))
                self.tell(Looked(number=number, words=words, places=places))
            case Fetch(number=number):
                self.tell(Fetched(number=number, data=proof.data))
