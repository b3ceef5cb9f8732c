"""Numbers and links: which source a fact rests on, and where the annex shows its sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from briefing.layout.clean import shortened
from briefing.layout.weave import joined
from briefing.model.article import Article
from briefing.model.dossier import Dossier
from briefing.model.facts import Attendee, Commitment, Figure, Quote
from briefing.model.manuscript import Run, Runs, Tone
from briefing.model.span import Span

# Keeps a reference on the line of what it refers to.
NO_BREAK = "\N{NO-BREAK SPACE}"

Fact = Attendee | Commitment | Quote | Figure
# The section in which a fact stands in full; the annex points back to there.
HOMES = {"attendees": Attendee, "commitments": Commitment, "quotes": Quote, "figures": Figure}


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """What is numbered in one brief.

    `sources`: article id to number, from 1, in the dossier's order. `listed`: the articles whose entry the brief
    prints. `facts`: fact id to number, from 1; empty where there is no annex. `labels`: such a number to the words
    that name its entry. `outlets`: article id to its short description, for briefs that print no list of sources.
    """

    sources: Mapping[str, int]
    listed: frozenset[str]
    facts: Mapping[str, int]
    labels: Mapping[int, str]
    outlets: Mapping[str, str]

    def cite(self, spans: Iterable[Span]) -> Runs:
        """The sources of some places, by number; by outlet where the brief has no entry to point to."""
        cited = sorted({span.article for span in spans if span.article in self.sources}, key=self.sources.__getitem__)
        return joined([(self._citation(article),) for article in cited], " ")

    def refer(self, fact: str, spans: Iterable[Span]) -> Runs:
        """The sources of a fact and, where there is an annex, its entry there."""
        number = self.facts.get(fact)
        entry = () if number is None else (self._reference(self.labels[number], f"#ev-{number}"),)
        return joined([self.cite(spans), entry], NO_BREAK)

    def anchor(self, fact: str) -> str | None:
        """The name under which the annex points back to a fact; `None` where there is no annex."""
        number = self.facts.get(fact)
        return None if number is None else f"fact-{number}"

    def _citation(self, article: str) -> Run:
        number = self.sources[article]
        if article in self.listed:
            return self._reference(f"[{number}]", f"#src-{number}")
        return Run(text=f"[{self.outlets[article] or number}]", tone=Tone.REFERENCE)

    @staticmethod
    def _reference(text: str, link: str) -> Run:
        return Run(text=text, tone=Tone.REFERENCE, link=link)


def facts_of(dossier: Dossier) -> tuple[Fact, ...]:
    """The facts that the annex gives evidence for, in the order of the sections."""
    return (*dossier.attendees, *dossier.commitments, *dossier.quotes, *dossier.figures)


def evidence_of(fact: Fact) -> tuple[Span, ...]:
    """The sentences that say a fact, each once."""
    if not isinstance(fact, Attendee):
        return fact.evidence.spans
    return tuple(dict.fromkeys(span for each in fact.attendances for span in each.evidence.spans))


def describe(article: Article) -> str:
    """An article in a few words: its outlet, else its address's host, else its title; empty where it has none."""
    return shortened(article.outlet or host(article.url) or article.title or "", 40)


def host(url: str | None) -> str:
    """The host of a web address without `www.`; empty for anything else."""
    try:
        parts = urlsplit(url or "")
        name = parts.hostname or ""
    except ValueError:
        return ""
    return name.removeprefix("www.") if parts.scheme in {"http", "https"} else ""
