"""Facts of many articles found in several processes at once, in the order of the articles."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from queue import SimpleQueue
from typing import TYPE_CHECKING

from briefing.model.errors import Cancelled
from briefing.model.notice import Outcome

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from types import TracebackType

    from briefing.model.article import Article
    from briefing.model.facts import Findings

    Results = list[Outcome[Findings]]

# A process is given so many characters at a time: a second's work, and as many as are parsed together.
_SHARE = 40_000
# So many shares wait for each process, that none is ever idle.
_AHEAD = 3
# How often, in seconds, whoever waits looks whether the work was cancelled.
_LOOK = 0.2
_MOST = 8


def processors() -> int:
    """How many processes this machine can keep busy, at most 8: each takes 250 MB."""
    mine = getattr(os, "sched_getaffinity", None)
    return min(_MOST, len(mine(0)) if mine is not None else os.cpu_count() or 1)


def find_in_several(
    articles: Iterable[Article], jobs: int, cancelled: Callable[[], bool]
) -> Iterator[Outcome[Findings]]:
    """The findings of each article, in order, by `jobs` processes; lazily, though some shares ahead.

    An article over which a process dies has no findings and an error notice. Raises `Cancelled`. However the work
    ends, no process is left.
    """
    with _Crew(jobs, cancelled) as crew:
        for share in _shares(articles):
            crew.give(share)
            while crew.busy():
                yield from crew.take()
        while crew.waiting:
            yield from crew.take()


def _shares(articles: Iterable[Article]) -> Iterator[list[Article]]:
    share: list[Article] = []
    size = 0
    for article in articles:
        share.append(article)
        size += len(article.text)
        if size >= _SHARE:
            yield share
            share, size = [], 0
    if share:
        yield share


class _Crew:
    """Processes, each with a thread that hands it shares of articles and waits for what they come to.

    Not a pool of the standard library: its processes answer through one pipe, and where one is killed while it
    writes there, the pool waits for the rest of its answer for ever. Here each has a pipe of its own, which its death
    closes, and it is known which share died with it.
    """

    def __init__(self, jobs: int, cancelled: Callable[[], bool]) -> None:
        self._most = jobs * _AHEAD
        self._cancelled = cancelled
        births_and_deaths = threading.Lock()
        self._workers = tuple(_Worker(births_and_deaths) for _ in range(jobs))
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="share")
        self._here = threading.Lock()
        self.waiting: deque[Future[Results]] = deque()

    def __enter__(self) -> _Crew:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.dismiss()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def busy(self) -> bool:
        """Whether all processes have enough to do."""
        return len(self.waiting) > self._most

    def give(self, share: list[Article]) -> None:
        """Sets a process to a share."""
        self.waiting.append(self._threads.submit(self._done, share))

    def take(self) -> Results:
        """The outcomes of the share that waits longest."""
        future = self.waiting.popleft()
        while True:
            if self._cancelled():
                raise Cancelled
            # A wait without an end cannot be interrupted everywhere.
            with suppress(TimeoutError):
                return future.result(timeout=_LOOK)

    def _done(self, share: list[Article]) -> Results:
        worker = self._idle.get()
        try:
            return self._by(worker, share)
        except _Unstartable:
            with self._here:  # extractors are not made for two threads at once
                return _found(share)
        finally:
            self._idle.put(worker)

    def _by(self, worker: _Worker, share: list[Article]) -> Results:
        try:
            return worker.ask(share)
        except _Dead as death:
            if len(share) == 1:
                from briefing.pipeline import failed

                return [failed(share[0], str(death))]
        # It does not tell over which article it died: each goes by itself.
        return [outcome for article in share for outcome in self._by(worker, [article])]


class _Dead(Exception):
    """The process ended while it had a share in hand; the message says how."""


class _Unstartable(Exception):
    """No process gets ready on this machine."""


class _Worker:
    """One process at a time: begun when there is something to do, and anew after a death.

    `lock` is one for all workers: a process that is waited for by two threads at once loses its exit code.
    """

    def __init__(self, lock: threading.Lock) -> None:
        self._lock = lock
        self._dismissed = False
        self._process: SpawnProcess | None = None
        self._line: Connection | None = None

    def ask(self, share: Sequence[Article]) -> Results:
        """The outcomes of a share; raises what was raised in the process, `_Dead`, `_Unstartable`, or `Cancelled`."""
        line = self._line or self._begun()
        try:
            line.send(share)
            answer: Results | Exception = line.recv()
        except (EOFError, OSError):
            raise _Dead(f"exit code {self._end()}") from None
        if isinstance(answer, Exception):
            raise answer
        return answer

    def dismiss(self) -> None:
        """Ends the process, whatever it is at; none begins again."""
        with self._lock:
            self._dismissed = True
            if self._process is not None:
                self._process.kill()
                self._process.join()

    def _begun(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        with self._lock:
            if self._dismissed:
                raise Cancelled
            mine, its = context.Pipe()
            self._process = context.Process(target=_serve, args=(its,), daemon=True)
            with _interrupts_blocked():
                self._process.start()
            its.close()  # so that its death closes the line
        try:
            mine.recv()
        except (EOFError, OSError):
            self._line = mine
            self._end()
            raise _Unstartable from None
        self._line = mine
        return mine

    def _end(self) -> int | None:
        with self._lock:
            if self._line is not None:
                self._line.close()
                self._line = None
            if self._process is None:
                return None
            self._process.kill()
            self._process.join()
            code = self._process.exitcode
            self._process = None
            return code


@contextmanager
def _interrupts_blocked() -> Iterator[None]:
    """A process that begins meanwhile never hears Ctrl-C, which a terminal sends to all: who began it ends it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(line: Connection) -> None:
    """What a process does: answers each share, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, name="end-with-parent", daemon=True).start()
    line.send(True)
    with suppress(EOFError, OSError):
        while True:
            share: Sequence[Article] = line.recv()
            try:
                answer: Results | Exception = _found(share)
            except Exception as failure:  # noqa: BLE001 - whoever asked raises it
                answer = failure
            line.send(answer)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _found(share: Sequence[Article]) -> Results:
    from briefing import pipeline
    from briefing.extract.registry import extractor_for

    return list(pipeline.find_facts(share, extractor_for))
