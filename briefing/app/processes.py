"""Facts of many articles found in several processes at once, in the order of the articles."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing.synchronize import Event
from typing import TYPE_CHECKING

from briefing.model.errors import Cancelled
from briefing.model.notice import Outcome

if TYPE_CHECKING:
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
# So many deaths one after the other are no article's doing.
_HOPELESS = 3
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
    """Processes, and the shares of articles that they are at."""

    def __init__(self, jobs: int, cancelled: Callable[[], bool]) -> None:
        self._jobs = jobs
        self._cancelled = cancelled
        self._context = multiprocessing.get_context("spawn")
        self._stop = self._context.Event()
        self._pool: ProcessPoolExecutor | None = None
        self._deaths = 0
        self.waiting: deque[tuple[list[Article], Future[Results] | None]] = deque()

    def __enter__(self) -> _Crew:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._dismiss()

    def busy(self) -> bool:
        """Whether all processes have enough to do."""
        return len(self.waiting) > self._jobs * _AHEAD

    def give(self, share: list[Article]) -> None:
        """Sets a process to a share."""
        self.waiting.append((share, self._submit(share)))

    def take(self) -> Iterator[Outcome[Findings]]:
        """The outcomes of the share that waits longest."""
        share, future = self.waiting.popleft()
        try:
            yield from self._result(share, future)
        except BrokenProcessPool:
            # It dies with all that it had in hand, and does not tell over which article: each goes by itself.
            lost = [(share, future), *self.waiting]
            self.waiting.clear()
            self._dismiss()
            for articles, done in lost:
                yield from self._kept(articles, done)

    def _kept(self, share: list[Article], done: Future[Results] | None) -> Iterator[Outcome[Findings]]:
        """What a share came to before the death, else what its articles come to one by one."""
        if done is not None and done.done() and not done.cancelled() and done.exception() is None:
            yield from done.result()
        else:
            for article in share:
                yield from self._alone(article)

    def _alone(self, article: Article) -> Results:
        from briefing.pipeline import failed

        try:
            found = self._result([article], self._submit([article]))
        except BrokenProcessPool as death:
            self._deaths += 1
            self._dismiss()
            return [failed(article, f"{type(death).__name__}: {death}")]
        self._deaths = 0
        return found

    def _submit(self, share: list[Article]) -> Future[Results] | None:
        """`None`: processes die here whatever they are given, so that the share is done without them."""
        if self._deaths >= _HOPELESS:
            return None
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._jobs, mp_context=self._context, initializer=_begin, initargs=(self._stop,)
            )
            with _interrupts_ignored():
                return self._pool.submit(_find, share)
        try:
            return self._pool.submit(_find, share)
        except BrokenProcessPool as death:
            future: Future[Results] = Future()
            future.set_exception(death)
            return future

    def _result(self, share: list[Article], future: Future[Results] | None) -> Results:
        if future is None:
            return _found(share)
        while True:
            if self._cancelled():
                raise Cancelled
            # A wait without an end cannot be interrupted everywhere.
            with suppress(TimeoutError):
                return future.result(timeout=_LOOK)

    def _dismiss(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


class _interrupts_ignored:  # noqa: N801 - reads as a phrase
    """Processes that begin meanwhile never hear Ctrl-C, which a terminal sends to all: who started them ends them."""

    def __enter__(self) -> None:
        main = threading.current_thread() is threading.main_thread()
        self._before = signal.signal(signal.SIGINT, signal.SIG_IGN) if main else None

    def __exit__(self, *_: object) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)


class _Orders:
    """What a process was told at its beginning."""

    stop: Event | None = None


def _begin(stop: Event) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, name="end-with-parent", daemon=True).start()
    _Orders.stop = stop


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _find(share: Sequence[Article]) -> Results:
    return _found(share, _Orders.stop)


def _found(share: Sequence[Article], stop: Event | None = None) -> Results:
    from briefing import pipeline
    from briefing.extract.registry import extractor_for

    found = []
    for outcome in pipeline.find_facts(share, extractor_for):
        found.append(outcome)
        if stop is not None and stop.is_set():
            break  # nobody waits for it
    return found
