"""The one bridge between the window and its workers: processes on the far side, signals on this one."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import count
from multiprocessing.context import SpawnContext, SpawnProcess
from pathlib import Path
from queue import SimpleQueue

from PySide6.QtCore import QObject, QTimer, Signal

from briefing.model.draft import Draft
from briefing_gui import messages, worker
from briefing_gui.messages import Errand, Export, Fetch, Find, Gather, Look, Picture, Show

# How long a worker that was told to end may take before it is ended; it has nothing to lose.
_PATIENCE = 2.0
# How long the printer may take for an export that was asked for before the window closed.
_LAST_EXPORT = 30.0
# While facts are coming in, the pages follow this often, in milliseconds.
_SOON = 700


class _Line:
    """A process and the pipe to it, with a thread for each direction: neither may make the window wait."""

    def __init__(self, serve: Callable[..., None], hear: Callable[[object], None], extra: tuple[object, ...]) -> None:
        self._hear = hear
        context: SpawnContext = multiprocessing.get_context("spawn")
        self._pipe, far = context.Pipe()
        self._process: SpawnProcess = context.Process(target=serve, args=(far, *extra), daemon=True)
        self._process.start()
        # Only the child may hold the far end, or its death would go unnoticed.
        far.close()
        self._closing = False
        self._errands: SimpleQueue[Errand | None] = SimpleQueue()
        self._threads = [
            threading.Thread(target=self._listen, name="worker-answers", daemon=True),
            threading.Thread(target=self._carry, name="worker-errands", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def send(self, errand: Errand) -> None:
        """Hands an errand over; returns at once."""
        self._errands.put(errand)

    def _carry(self) -> None:
        # A pipe takes little at a time, and a worker at work takes nothing: sending may block.
        with suppress(OSError):
            while (errand := self._errands.get()) is not None:
                self._pipe.send(errand)
            self._pipe.send(None)

    def _listen(self) -> None:
        try:
            while True:
                self._hear(self._pipe.recv())
        except (EOFError, OSError):
            if not self._closing:
                self._hear(None)

    def close(self, patience: float = 0.0) -> None:
        """Ends the process and the threads; for `patience` seconds it may do what it was asked for before."""
        self._closing = True
        self._errands.put(None)
        if patience:
            self._process.join(patience)
        self._process.terminate()
        self._process.join(_PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        for thread in self._threads:
            thread.join()
        self._pipe.close()
        self._process.close()


class Work(QObject):
    """Errands to the two workers, and their answers as signals, each with the message from `messages`.

    `showing`: the number of the draft that was asked for last; `proof`: that of the pages that came last.
    `troubled`: an errand failed. `died`: a worker ended by itself and was started anew; what it had at hand is lost
    and must be asked for again (`finder` or `printer`).
    """

    ready = Signal()
    progressed = Signal(object)
    gathered = Signal(object)
    found = Signal(object)
    done = Signal(object)
    shown = Signal(object)
    proofed = Signal(object)
    pictured = Signal(object)
    looked = Signal(object)
    fetched = Signal(object)
    exported = Signal(object)
    troubled = Signal(object)
    died = Signal(str)
    _heard = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = count(1)
        self._stop = multiprocessing.get_context("spawn").Event()
        self._lines: dict[str, _Line] = {}
        self._exports: set[int] = set()
        self._ended = False
        self._signals = {
            messages.Progress: self.progressed,
            messages.Gathered: self.gathered,
            messages.Found: self.found,
            messages.Done: self.done,
            messages.Shown: self.shown,
            messages.Proofed: self.proofed,
            messages.Pictured: self.pictured,
            messages.Looked: self.looked,
            messages.Fetched: self.fetched,
            messages.Exported: self.exported,
            messages.Failed: self.troubled,
        }
        # Emitted by the lines' threads, heard in the thread of the window.
        self._heard.connect(self._on_heard)
        self._wanted: tuple[Path, Draft] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show_wanted)
        self.showing = 0
        self.proof = 0

    def start(self) -> None:
        """Starts both workers; the finder loads the language model at once and says when it is `ready`."""
        if not self._ended:
            self._line("printer")
            self._line("finder")

    def stop(self) -> None:
        """Ends both workers for good and forgets what they were at, except for exports: those are waited for."""
        self._ended = True
        self._soon.stop()
        self._wanted = None
        for name, line in self._lines.items():
            line.close(_LAST_EXPORT if name == "printer" and self._exports else 0.0)
        self._lines.clear()
        self._exports.clear()

    def gather(self, file: Path, sources: Sequence[str], pasted: bytes = b"") -> int:
        """Reads sources into a brief's file and finds their facts; the errand's number."""
        errand = Gather(number=next(self._numbers), file=file, sources=tuple(sources), pasted=pasted)
        return self._send("finder", errand)

    def find(self, file: Path, articles: Sequence[str]) -> int:
        """Finds the facts of articles in the file; the errand's number."""
        return self._send("finder", Find(number=next(self._numbers), file=file, articles=tuple(articles)))

    def cancel(self) -> None:
        """Stops what the finder is at, after the article it has in hand."""
        self._stop.set()

    def show(self, file: Path, draft: Draft) -> int:
        """Asks at once what a draft says and how it prints; answers to earlier requests no longer count."""
        self._soon.stop()
        self._wanted = None
        self.showing = next(self._numbers)
        return self._send("printer", Show(number=self.showing, file=file, draft=draft))

    def show_soon(self, file: Path, draft: Draft) -> None:
        """The same in a moment, once for many requests."""
        self._wanted = (file, draft)
        if not self._soon.isActive():
            self._soon.start(_SOON)

    @property
    def awaits_showing(self) -> bool:
        """Whether `show_soon` still has something to ask for."""
        return self._soon.isActive()

    def picture(self, page: int, scale: float) -> None:
        """Asks for a page of the proof that was shown last; `scale`: pixels to the point."""
        self._send("printer", Picture(number=self.proof, page=page, scale=scale))

    def look(self, words: str) -> None:
        """Asks where words stand in the proof that was shown last."""
        self._send("printer", Look(number=self.proof, words=words))

    def fetch(self) -> None:
        """Asks for the bytes of the proof that was shown last."""
        self._send("printer", Fetch(number=self.proof))

    def export(self, file: Path, draft: Draft, outputs: Sequence[Path]) -> int:
        """Prints a draft into files; the errand's number."""
        number = next(self._numbers)
        self._exports.add(number)
        return self._send("printer", Export(number=number, file=file, draft=draft, outputs=tuple(outputs)))

    def _show_wanted(self) -> None:
        if self._wanted is not None:
            self.show(*self._wanted)

    def _send(self, name: str, errand: Errand) -> int:
        # What was put off may be asked for after the end: nobody would end a worker that it started.
        if not self._ended:
            self._line(name).send(errand)
        return errand.number

    def _line(self, name: str) -> _Line:
        if name not in self._lines:
            serve = worker.find_facts if name == "finder" else worker.print_briefs
            extra = (self._stop,) if name == "finder" else ()
            self._lines[name] = _Line(serve, lambda message: self._heard.emit(name, message), extra)
        return self._lines[name]

    def _on_heard(self, name: str, message: object) -> None:
        if name not in self._lines:
            return  # said before it was ended, heard afterwards
        if message is None:
            self._on_death(name)
        elif isinstance(message, messages.Ready):
            self.ready.emit()
        elif isinstance(message, messages.Shown | messages.Proofed) and message.number != self.showing:
            return  # an answer to what nobody asks any more
        else:
            if isinstance(message, messages.Proofed):
                self.proof = message.number
            elif isinstance(message, messages.Exported | messages.Failed):
                self._exports.discard(message.number)
            self._signals[type(message)].emit(message)
            if isinstance(message, messages.Failed) and message.errand == "Show" and message.number == self.showing:
                # The pages on screen stay; what is asked of them, by zoom or printer, must be answered.
                self.showing = self.proof

    def _on_death(self, name: str) -> None:
        self._lines.pop(name).close()
        if name == "finder":
            # Another one: whoever dies may hold this one's lock, and takes it along.
            self._stop = multiprocessing.get_context("spawn").Event()
        else:
            self._exports.clear()
        self.died.emit(name)
