"""Articles and their facts, one at a time: what a worker beside the window does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from briefing.app.composing import read
from briefing.app.work import Work
from briefing.model.notice import Outcome

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from briefing.model.article import Article
    from briefing.model.facts import Findings

READ_BACK = "read-back"
"""The version of the rules of facts that were taken from a printed brief: there is no whole text to look in again."""


def gather(sources: Sequence[str], work: Work) -> Outcome[tuple[Article, ...]]:
    """The articles of all sources; what cannot be read is a notice."""
    return read(sources, work)


def find(article: Article) -> Outcome[Findings]:
    """The facts of one article; where a rule stumbles, none and an error notice."""
    from briefing import pipeline
    from briefing.extract.registry import extractor_for

    (outcome,) = pipeline.find_facts((article,), extractor_for, lambda _done, _of: None, lambda: False)
    return outcome


def warm_up() -> None:
    """Loads the language model, so that the first article does not wait for it."""
    from briefing.model.article import Article, Region, RegionKind

    text = "The mayor opened the forum."
    body = Region(start=0, end=len(text), kind=RegionKind.BODY)
    find(Article(id="warm-up", path="-", text=text, regions=(body,), language="en"))


@cache
def rules() -> str:
    """The version of the rules: another one whenever the program or a rule is."""
    from hashlib import sha256
    from importlib.resources import files

    from briefing import __version__

    digest = sha256()
    for file in sorted(_rule_files(files("briefing.extract")), key=str):
        digest.update(file.read_bytes())
    return f"{__version__}+{digest.hexdigest()[:12]}"


def _rule_files(folder: Traversable) -> list[Traversable]:
    found = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _rule_files(entry)
        elif not entry.name.endswith(".pyc"):
            found.append(entry)
    return found
