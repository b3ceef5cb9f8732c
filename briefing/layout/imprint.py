"""What a manuscript prints of each fact: the words that a later check compares with the sources."""

from __future__ import annotations

from itertools import groupby

from briefing.model.manuscript import Manuscript, runs_of


def printed_lines(manuscript: Manuscript) -> tuple[str, ...]:
    """Every paragraph and cell with words in it, in order of print."""
    lines = ("".join(run.text for run in runs) for block in manuscript.blocks for runs in runs_of(block))
    return tuple(line for line in lines if line.strip())


def printed_passages(manuscript: Manuscript) -> tuple[tuple[str, str], ...]:
    """Each passage as (fact id, words) in order of print; neighbouring runs of one fact in a paragraph are one."""
    return tuple(
        (fact, "".join(run.text for run in passage))
        for block in manuscript.blocks
        for runs in runs_of(block)
        for fact, passage in groupby(runs, key=lambda run: run.fact)
        if fact is not None
    )
