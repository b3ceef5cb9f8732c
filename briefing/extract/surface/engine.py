"""The extractor for languages without a parser: the same findings as English, at a lower certainty."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefing.extract.identity import fact_id
from briefing.extract.lexis.lexicon import load
from briefing.extract.measures.figures import find_figures
from briefing.extract.parsing.bounds import bounded
from briefing.extract.parsing.parse import Parse
from briefing.extract.surface.acting import Acting
from briefing.extract.surface.actors import Actors
from briefing.extract.surface.attendance import Attending
from briefing.extract.surface.cast import Cast
from briefing.extract.surface.commitments import Undertakings
from briefing.extract.surface.events import Events
from briefing.extract.surface.grammar import grammar_of
from briefing.extract.surface.lemmas import lemmatizer
from briefing.extract.surface.quotes import Quotations
from briefing.extract.surface.reading import read
from briefing.extract.surface.speakers import Speakers
from briefing.extract.surface.statements import Statements
from briefing.extract.surface.stretches import Stretch, Stretches
from briefing.model.article import Article
from briefing.model.facts import Findings
from briefing.model.notice import Notice, Outcome, Severity


@dataclass(frozen=True)
class SurfaceExtractor:
    """Finds the facts of articles in one language by marks, lexicons and dictionary forms."""

    language: str

    def extract(self, articles: Iterable[Article]) -> Iterator[Outcome[Findings]]:
        """The findings of each article, in order and lazily, each with a notice of their lower certainty."""
        for article in articles:
            parse, stretches = prepared(article, self.language)
            found = stretches.find()
            findings = findings_of(parse, stretches, found, self.language)
            yield Outcome(value=findings, notices=tuple(_notices(parse, stretches, self.language)))


def prepared(article: Article, language: str) -> tuple[Parse, Stretches]:
    """The words of an article and its marks."""
    grammar = grammar_of(language)
    parse = bounded(read(article, grammar))
    saying = load(language, "saying")
    return parse, Stretches(parse, grammar, saying, verbs_of_saying(saying, language))


def verbs_of_saying(saying: Mapping[str, Any], language: str) -> frozenset[str]:
    """The verbs of saying of a language, as listed and in their dictionary forms."""
    lemma = lemmatizer(language)
    listed: list[str] = saying["verbs"]["plain"]
    return frozenset(listed) | frozenset(map(lemma, listed))


def findings_of(parse: Parse, stretches: Stretches, found: Sequence[Stretch], language: str) -> Findings:
    """All facts of one article."""
    saying = load(language, "saying")
    cast = Cast(parse, language, verbs_of_saying(saying, language))
    whole = inside(parse, found)
    acting = Acting(cast)
    actors = Actors(acting, whole)
    ids = {person.name: fact_id("person", parse.article.id, person.name) for person in cast.people}
    quotes = Quotations(actors, stretches, saying).find(found, ids)
    begun = {part.start for quote, _ in quotes for part in quote.parts}
    spoken = inside(parse, [stretch for stretch in found if stretch.start in begun])
    actors = Actors(acting, spoken)
    events = Events(cast, spoken, language).find()
    main = events[0].id if events else None
    speakers = Speakers(actors, stretches, saying)
    return Findings(
        article=parse.article.id,
        events=events,
        attendees=Attending(actors, speakers, language).find(quotes, ids, events[0] if events else None),
        commitments=Undertakings(actors, speakers, quotes, language).find(ids, main),
        quotes=tuple(replace(quote, event=main) for quote, _ in quotes),
        statements=Statements(actors, speakers, stretches, language).find(ids),
        figures=find_figures(parse, language),
    )


def inside(parse: Parse, found: Sequence[Stretch]) -> dict[int, int]:
    """For each token in a stretch of speech the number of the stretch."""
    starts = [token.start for token in parse.tokens]
    return {
        i: number
        for number, stretch in enumerate(found)
        for i in range(bisect_left(starts, stretch.start), bisect_left(starts, stretch.end))
    }


def _notices(parse: Parse, stretches: Stretches, language: str) -> Iterator[Notice]:
    path = parse.article.path
    parameters = {"language": language}
    yield Notice(severity=Severity.INFO, code="facts-of-lower-certainty", parameters=parameters, place=path)
    for flaw in stretches.flaws:
        span = parse.span(flaw.start, flaw.end)
        yield Notice(severity=Severity.INFO, code="quotation-mark-alone", place=path, span=span)
