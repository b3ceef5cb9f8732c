"""What must be true of findings, whatever the article is."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator

from briefing.dossier.verifying import holds
from briefing.model.article import Article
from briefing.model.facts import Commitment, Fact, Findings, Quote
from briefing.model.span import Span, Written


def facts_of(findings: Findings) -> tuple[Fact, ...]:
    """All facts of an article."""
    return (*findings.events, *findings.attendees, *findings.commitments, *findings.quotes, *findings.figures)


def faults(article: Article, findings: Findings) -> Iterator[str]:
    """A sentence for each thing that is wrong with the findings of an article; nothing where all is well."""
    if findings.article != article.id:
        yield f"findings of {findings.article}, not of {article.id}"
    facts = facts_of(findings)
    twice = [fact for fact, count in Counter(fact.id for fact in facts).items() if count > 1]
    if twice:
        yield f"ids used twice: {twice}"
    known = {fact.id for fact in facts} | {None}
    for fact in facts:
        yield from _misplaced(article, fact)
        if not holds(fact, {article.id: article}):
            yield f"{fact.id} does not survive the last look before print"
        if isinstance(fact, Commitment | Quote):
            yield from _outside_evidence(fact)
        strangers = _references(fact) - known
        if strangers:
            yield f"{fact.id} points at {strangers}, which is nothing"


def writings(record: object) -> Iterator[Written]:
    """Every piece of text with a place in a record, however deep."""
    if isinstance(record, Written):
        yield record
    elif isinstance(record, tuple):
        for each in record:
            yield from writings(each)
    elif dataclasses.is_dataclass(record):
        for field in dataclasses.fields(record):
            yield from writings(getattr(record, field.name))


def _misplaced(article: Article, fact: Fact) -> Iterator[str]:
    for written in writings(fact):
        if written.span.article != article.id or written.span.cut(article.text) != written.text:
            yield f"{fact.id} says {written.text!r}, its place {written.span.cut(article.text)!r}"
    if isinstance(fact, Quote):
        for part in fact.parts:
            words = part.cut(article.text)
            if not words or words != words.strip():
                yield f"{fact.id} has a part with white space at its ends: {words!r}"


def _outside_evidence(fact: Commitment | Quote) -> Iterator[str]:
    """What a fact consists of and its own sentences do not hold."""
    needed = fact.parts if isinstance(fact, Quote) else (fact.words.span,)
    for span in needed:
        if not _covered(span, fact.evidence.spans):
            yield f"{fact.id}: {span.start}-{span.end} is in none of its sentences"


def _covered(span: Span, sentences: tuple[Span, ...]) -> bool:
    """Whether each end of the span lies in one of the sentences."""
    return all(any(one.start <= place < one.end for one in sentences) for place in (span.start, span.end - 1))


def _references(fact: Fact) -> set[str | None]:
    match fact:
        case Quote():
            return {fact.speaker_id, fact.event}
        case Commitment():
            return {fact.actor_id, fact.event}
    return set()
