"""Numbers and links: which source a fact rests on, and where the annex shows its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from briefing.layout.clean import folded, shortened
from briefing.layout.weave import joined
from briefing.model.article import Article
from briefing.model.manuscript import Run, Runs, Tone
from briefing.model.span import Span

# Keeps a reference on the line of what it refers to.
NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """What is numbered in one brief.

    `sources`: article id to number, from 1, in the dossier's order. `listed`: the articles whose entry the brief
    prints. `facts`: fact id to number, from 1; `sentences`: a place of evidence to the number of its entry in the
    annex; both empty where there is no annex. `labels`: such an entry's number to the words that name it. `outlets`:
    article id to its short description, for briefs that print no list of sources.
    """

    sources: Mapping[str, int]
    listed: frozenset[str]
    facts: Mapping[str, int]
    sentences: Mapping[Span, int]
    labels: Mapping[int, str]
    outlets: Mapping[str, str]

    def cite(self, spans: Iterable[Span]) -> Runs:
        """The sources of some places, by number; by outlet where the brief has no entry to point to."""
        return joined([(self.source(article),) for article in self._cited(spans)], " ")

    def refer(self, spans: Iterable[Span]) -> Runs:
        """The sources of some places, each with the entries of the annex that show what it says there."""
        places = tuple(spans)
        return joined([self._with_entries(article, places) for article in self._cited(places)], " ")

    def anchor(self, fact: str) -> str | None:
        """The name under which the annex points back to a fact; `None` where there is no annex."""
        number = self.facts.get(fact)
        return None if number is None else f"fact-{number}"

    def entry(self, article: str) -> str | None:
        """The link to an article's entry in the list of sources; `None` where the brief has none."""
        return f"#src-{self.sources[article]}" if article in self.listed else None

    def _cited(self, spans: Iterable[Span]) -> list[str]:
        """The articles of some places in the order of their numbers."""
        return sorted({span.article for span in spans if span.article in self.sources}, key=self.sources.__getitem__)

    def _with_entries(self, article: str, spans: Iterable[Span]) -> Runs:
        numbers = sorted({self.sentences[span] for span in spans if span.article == article and span in self.sentences})
        entries = [(self._reference(self.labels[number], f"#ev-{number}"),) for number in numbers]
        return joined([(self.source(article),), joined(entries, " ")], NO_BREAK)

    def source(self, article: str) -> Run:
        """One source by its number, or by its outlet where the brief has no entry to point to."""
        number, link = self.sources[article], self.entry(article)
        if link is not None:
            return self._reference(f"[{number}]", link)
        return Run(text=f"[{self.outlets[article] or number}]", tone=Tone.REFERENCE)

    @staticmethod
    def _reference(text: str, link: str) -> Run:
        return Run(text=text, tone=Tone.REFERENCE, link=link)


def describe(article: Article) -> str:
    """An article in a few words: its outlet, else its address's host, else its title; empty where it has none."""
    return shortened(article.outlet or host(article.url) or article.title or "", 40)


def title_of(article: Article) -> str:
    """The title, else the name of the file, without the folders of whoever made the brief."""
    return folded(article.title or "") or re.split(r"[\\/]", article.path)[-1]


def host(url: str | None) -> str:
    """The host of a web address without `www.`; empty for anything else."""
    try:
        parts = urlsplit(url or "")
        name = parts.hostname or ""
    except ValueError:
        return ""
    return name.removeprefix("www.") if parts.scheme in {"http", "https"} else ""
