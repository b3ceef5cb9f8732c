"""Facts found in several processes: the same, in order, whoever dies or interrupts."""

from __future__ import annotations

import hashlib
import multiprocessing
import multiprocessing.spawn
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from briefing import pipeline
from briefing.app.processes import find_in_several
from briefing.extract.registry import extractor_for
from briefing.model.article import Article, Region, RegionKind
from briefing.model.errors import Cancelled
from tools.fuzz.articles import ramble

PROJECT = Path(__file__).resolve().parents[2]
STORY = "Minister {n} Amina Odhiambo opened the forum in Kisumu. “We will build {n} ports by 2027,” she said.\n"


class Deadly(Article):
    """An article over which whoever is handed it dies."""

    def __reduce__(self) -> Any:
        """What another process makes of it: its own end."""
        return os._exit, (1,)


def story(number: int, repeated: int = 60) -> Article:
    """An article of its own that takes a noticeable time."""
    text = STORY.format(n=number) + ramble(len(STORY) * (repeated - 1)) + "\n"
    body = Region(start=0, end=len(text) - 1, kind=RegionKind.BODY)
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    return Article(id=digest, path=f"{number}.txt", text=text, regions=(body,), language="en")


def never() -> bool:
    """Nobody cancels."""
    return False


@pytest.mark.slow
def test_several_processes_find_the_same_in_the_same_order() -> None:
    """The outcomes are those of one process, article by article, even where a process is killed on the way."""
    articles = [story(number) for number in range(20)]
    alone = list(pipeline.find_facts(articles, extractor_for))
    together = find_in_several(iter(articles), 2, never)
    found = [next(together)]
    multiprocessing.active_children()[0].kill()
    found.extend(together)
    assert found == alone
    assert not multiprocessing.active_children()


@pytest.mark.slow
def test_a_deadly_article_takes_no_other_along() -> None:
    """It has an error notice and no findings; all others are found."""
    articles = [story(number, 1) for number in range(4)]
    deadly = Deadly(**{field.name: getattr(articles[1], field.name) for field in fields(Article)})
    found = list(find_in_several([articles[0], deadly, *articles[2:]], 2, never))
    assert [outcome.value.article for outcome in found] == [article.id for article in articles]
    assert [outcome.notices[0].code if outcome.notices else None for outcome in found] == [
        None, "extraction-failed", None, None,
    ]  # fmt: skip
    assert [bool(outcome.value.quotes) for outcome in found] == [True, False, True, True]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a program that does nothing")
def test_where_no_process_begins_the_work_is_done_all_the_same() -> None:
    """On a machine that lets no process begin, this one does what there is to do."""
    articles = [story(number, 1) for number in range(3)]
    executable = multiprocessing.spawn.get_executable()
    multiprocessing.set_executable(shutil.which("false") or "")
    try:
        found = list(find_in_several(articles, 2, never))
    finally:
        multiprocessing.set_executable(executable)
    assert found == list(pipeline.find_facts(articles, extractor_for))
    assert not multiprocessing.active_children()


@pytest.mark.slow
def test_no_process_is_left_when_nobody_wants_the_rest() -> None:
    """A caller that stops, or cancels, ends the processes with it."""
    articles = [story(number) for number in range(20)]
    together: Iterator[object] = find_in_several(articles, 2, never)
    next(together)
    together.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()
    with pytest.raises(Cancelled):
        list(find_in_several(articles, 2, lambda: True))
    assert not multiprocessing.active_children()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals to a group of processes")
def test_an_interrupt_ends_the_whole_family(tmp_path: Path) -> None:
    """Ctrl-C, which a terminal sends to every process of the group, ends with code 130, quietly, and leaves nobody."""
    for number in range(60):
        text = "".join(STORY.format(n=f"{number}-{line}") for line in range(30))
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "briefing", "extract", str(tmp_path), "--each", "--jobs", "2"]
    with subprocess.Popen(
        command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as family:
        assert family.stdout is not None
        assert family.stdout.readline().startswith(b"{")
        os.killpg(family.pid, signal.SIGINT)
        _, remarks = family.communicate(timeout=30)
        assert family.returncode == 130
    assert b"Traceback" not in remarks
    deadline = time.monotonic() + 10
    while _lives(family.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _lives(family.pid)


def _lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
