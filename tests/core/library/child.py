"""What other processes do to a brief: `python child.py ROLE FILE NUMBER`; each prints how it went."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

# All that is needed, before rights are given up with which it can be read.
import filelock  # noqa: F401

from briefing.library.brief_file import BriefFile
from briefing.model.errors import NothingDone
from tests.core.library.making import article, draft, outcome

NOBODY = 65534


def read(path: Path, number: int) -> str:
    """Reads a draft with a plain user's rights; without the right to write anything, where the superuser runs it."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    with BriefFile.open(path) as brief:
        same = brief.draft() == draft(number)
        whole = brief.article(article(1).id) == article(1)
        try:
            brief.save(draft(0))
        except NothingDone as refusal:
            return f"{same} {whole} {brief.read_only} {brief.held_elsewhere} {refusal.code}"
        return "saved"


def put(path: Path, number: int) -> str:
    """Puts articles and their findings, as a worker does beside the window."""
    with BriefFile.open(path, write=False) as brief:
        for one in range(number):
            brief.put(article(one), ())
            brief.put_findings(outcome(article(one)), f"rules {one}")
        return str(len(brief.findings([article(one).id for one in range(number)])))


def save(path: Path, number: int) -> str:
    """Saves drafts for ever and says the number of each that is saved; sometimes does what else a window does."""
    with BriefFile.open(path) as brief:
        for one in count(number):
            brief.save(draft(one))
            print(one, flush=True)  # noqa: T201
            if one % 5 == 0:
                brief.put(article(one), ())
            if one % 7 == 0:
                brief.tidy()
            if one % 11 == 0:
                brief.copy_to(path.with_name("copy.brief"))
            if one % 13 == 0:
                brief.put(replace(article(one % 3), title=f"{one}"), ())
    return "never"


if __name__ == "__main__":
    sys.stdout.write(f"{globals()[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))}\n")
