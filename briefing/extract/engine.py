"""The stages of extraction in order: parse, clauses, cast, quotations, events, attendance, commitments, figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import repeat, tee

from briefing.extract.attendance.attendees import find_attendees
from briefing.extract.attendance.events import find_events
from briefing.extract.attendance.which_event import WhichEvent
from briefing.extract.certainty import calibrated
from briefing.extract.commitments.finder import find_commitments
from briefing.extract.grammar.clause_finding import find_clauses
from briefing.extract.measures.figures import find_figures
from briefing.extract.parsing.bounds import bounded
from briefing.extract.parsing.parse import Parse
from briefing.extract.parsing.rules_stage import parse_by_rules
from briefing.extract.parsing.spacy_stage import ModelUnusable, parse
from briefing.extract.people.casting import build_cast
from briefing.extract.quotations.quotes import find_quotes, mark_flaws
from briefing.extract.quotations.statements import find_statements
from briefing.extract.reference.cast import Cast
from briefing.model.article import Article
from briefing.model.facts import Findings
from briefing.model.notice import Notice, Outcome, Severity

_SAMPLE = 20_000


@dataclass(frozen=True)
class EnglishExtractor:
    """Finds the facts of English articles; goes on by rules alone where the parser's model is unusable."""

    parser: Callable[[Iterable[Article]], Iterator[Parse]] = parse

    def extract(self, articles: Iterable[Article]) -> Iterator[Outcome[Findings]]:
        """The findings of each article, in order and lazily; articles in another language only carry a notice."""
        ahead, articles = tee(articles)
        parses = self._parses(article for article in ahead if _is_read(article))
        for article in articles:
            if not _is_read(article):
                yield Outcome(value=Findings(article=article.id), notices=(_other_language(article),))
                continue
            parsed = next(parses)
            if isinstance(parsed, ModelUnusable):
                notices: tuple[Notice, ...] = (_model_unusable(article, parsed.reason),)
                yield Outcome(value=findings_of(parse_by_rules(article)), notices=notices)
            else:
                yield Outcome(value=findings_of(parsed), notices=tuple(_lone_marks(parsed)))

    def _parses(self, articles: Iterator[Article]) -> Iterator[Parse | ModelUnusable]:
        """The parse of each article, or again and again why there is none."""
        try:
            yield from self.parser(articles)
        except ModelUnusable as unusable:
            yield from repeat(unusable)


def findings_of(parsed: Parse) -> Findings:
    """All facts of one parsed article."""
    parsed = bounded(parsed)
    clauses = find_clauses(parsed)
    cast = build_cast(parsed, clauses)
    quotes = find_quotes(parsed, clauses, cast)
    events = find_events(cast)
    event_of = WhichEvent(cast, events)
    quoted = _quoted(cast, frozenset(quote.speaker_id for quote in quotes if quote.speaker_id is not None))
    found = Findings(
        article=parsed.article.id,
        events=events,
        attendees=find_attendees(cast, quoted, event_of),
        commitments=find_commitments(parsed, clauses, cast, quotes, event_of),
        quotes=tuple(replace(quote, event=event_of(quote.parts[0].start)) for quote in quotes),
        figures=find_figures(parsed),
        statements=find_statements(parsed, clauses, cast, quotes),
    )
    return calibrated(found, "en")


def _quoted(cast: Cast, ids: frozenset[str]) -> frozenset[str]:
    return frozenset(person.key for person in cast.people if cast.attendee_id(person.key) in ids)


def _lone_marks(parsed: Parse) -> Iterator[Notice]:
    """A notice for each quotation mark without a partner: what it quotes may be cut short."""
    for flaw in mark_flaws(parsed):
        span = parsed.span(flaw.start, flaw.end)
        yield Notice(severity=Severity.INFO, code="quotation-mark-alone", place=parsed.article.path, span=span)


def _model_unusable(article: Article, reason: str) -> Notice:
    return Notice(severity=Severity.ERROR, code="model-unusable", parameters={"reason": reason}, place=article.path)


def _is_read(article: Article) -> bool:
    return article.language in {None, "en"} and _in_latin_letters(article)


def _in_latin_letters(article: Article) -> bool:
    """Whether most letters of the body are Latin: a text whose language was not told may still be no English."""
    body = "".join(article.text[region.start : region.end] for region in article.body())[:_SAMPLE]
    if body.isascii():
        return True
    others = sum(map(str.isalpha, filter("\u0250".__le__, body)))
    return others == 0 or others * 2 <= sum(map(str.isalpha, body))


def _other_language(article: Article) -> Notice:
    if article.language in {None, "en"}:
        return Notice(severity=Severity.ERROR, code="language-unknown", place=article.path)
    parameters = {"language": article.language or ""}
    return Notice(severity=Severity.ERROR, code="language-not-extracted", parameters=parameters, place=article.path)
