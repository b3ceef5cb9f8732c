"""Articles and their facts, one at a time: what a worker beside the window does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


def paste(data: bytes) -> Outcome[tuple[Article, ...]]:
    """The articles in text or a page's source from the clipboard; even a single line is one."""
    from briefing.sources.pasted import pasted

    return pasted(data)


def find(article: Article) -> Outcome[Findings]:
    """The facts of one article; where a rule stumbles, none and an error notice."""
    from briefing import pipeline
    from briefing.extract.registry import extractor_for

    (outcome,) = pipeline.find_facts((article,), extractor_for)
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
    from importlib.resources import files

    from briefing import __version__

    return f"{__version__}+{digest(files('briefing.extract'))}"


def digest(folder: Traversable) -> str:
    """A short number of all files in a folder, another one whenever one of them is."""
    from hashlib import sha256

    whole = sha256()
    for name, data in sorted(_contents(folder, "")):
        whole.update(f"{name}\0{len(data)}\0".encode())
        whole.update(data)
    return whole.hexdigest()[:12]


def _contents(folder: Traversable, above: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        name = f"{above}/{entry.name}"
        if entry.is_dir():
            yield from _contents(entry, name)
        elif not name.endswith(".pyc"):
            yield name, entry.read_bytes()
