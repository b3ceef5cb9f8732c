"""The last look before print: each fact is still what its source says, or it goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.model.article import Article
from briefing.model.dossier import Dossier
from briefing.model.facts import Amount, Attendee, Commitment, Event, Evidence, Fact, Figure, Quote, Statement, When
from briefing.model.notice import Notice, Outcome, Severity
from briefing.model.span import Span, Stated, Written


def verified(dossier: Dossier) -> Outcome[Dossier]:
    """The dossier without whatever its sources do not bear out, and an error notice for each thing taken out.

    A quotation must be its spans word for word, modulo white space; every other fact must have its words at their
    places, and its sentences within the article.
    """
    shelf = {article.id: article for article in dossier.articles}
    notices: list[Notice] = []

    def kept(facts: Iterable[Fact]) -> Iterator[Fact]:
        for fact in facts:
            if holds(fact, shelf):
                yield fact
            else:
                notices.append(refusal(fact))

    checked = replace(
        dossier,
        events=tuple(e for e in kept(dossier.events) if isinstance(e, Event)),
        attendees=tuple(a for a in kept(dossier.attendees) if isinstance(a, Attendee)),
        commitments=tuple(c for c in kept(dossier.commitments) if isinstance(c, Commitment)),
        quotes=tuple(q for q in kept(dossier.quotes) if isinstance(q, Quote)),
        figures=tuple(f for f in kept(dossier.figures) if isinstance(f, Figure)),
        statements=tuple(statement for statement in dossier.statements if _is_told(statement, shelf)),
    )
    return Outcome(value=replace(checked, notices=(*dossier.notices, *notices)), notices=tuple(notices))


def same_words(one: str, other: str) -> bool:
    """Whether two texts are the same but for white space."""
    return one.split() == other.split()


def holds(fact: Fact, shelf: Mapping[str, Article]) -> bool:
    """Whether the articles (by id) have each word of the fact at its place; the editor's own are exempt."""
    if isinstance(fact, Quote) and not _verbatim(fact, shelf):
        return False
    return all(_stands(written, shelf) for written in _writings(fact)) and all(
        _within(span, shelf) for evidence in _evidences(fact) for span in evidence.spans
    )


def _is_told(statement: Statement, shelf: Mapping[str, Article]) -> bool:
    """Whether an indirect statement stands where it says; nothing prints it, so nobody is told where it does not."""
    words = _present(statement.words, statement.speaker_words, statement.cue)
    return all(_stands(written, shelf) for written in words) and all(
        _within(span, shelf) for span in statement.evidence.spans
    )


def _verbatim(quote: Quote, shelf: Mapping[str, Article]) -> bool:
    if not all(_within(part, shelf) for part in quote.parts) or not _in_sequence(quote.parts):
        return False
    return same_words(" ".join(part.cut(shelf[part.article].text) for part in quote.parts), quote.text)


def _in_sequence(parts: Sequence[Span]) -> bool:
    """Whether the parts follow each other in one article: words put into another order are nobody's."""
    return all(one.article == other.article and one.end <= other.start for one, other in pairwise(parts))


def _stands(written: Written, shelf: Mapping[str, Article]) -> bool:
    if not _within(written.span, shelf):
        return False
    return isinstance(written, Stated) or written.span.cut(shelf[written.span.article].text) == written.text


def _within(span: Span, shelf: Mapping[str, Article]) -> bool:
    return span.article in shelf and span.end <= len(shelf[span.article].text)


def _writings(fact: Fact) -> Iterator[Written]:
    """Every piece of the source that a fact repeats."""
    match fact:
        case Attendee():
            yield from (*fact.names, *fact.roles)
            yield from (a.words for a in fact.attendances if a.words is not None)
        case Event():
            yield from fact.aliases
            yield from _present(fact.name, fact.place, fact.host, fact.when)
        case Commitment():
            yield from _present(fact.words, fact.kind_words, fact.actor_words, fact.condition)
            yield from _present(fact.beneficiary, fact.addressee, fact.amount, fact.deadline)
        case Quote():
            yield from _present(fact.speaker_words, fact.cue)
        case Figure():
            yield from _present(fact.words, fact.amount)


def _present(*slots: Written | When | Amount | None) -> Iterator[Written]:
    for slot in slots:
        if isinstance(slot, Written):
            yield slot
        elif slot is not None:
            yield slot.written


def _evidences(fact: Fact) -> Iterator[Evidence]:
    if isinstance(fact, Attendee):
        yield from (attendance.evidence for attendance in fact.attendances)
    else:
        yield fact.evidence


def refusal(fact: Fact) -> Notice:
    """What the user is told of a fact that does not hold."""
    if isinstance(fact, Quote):
        return Notice(
            severity=Severity.ERROR, code="quotation-not-verbatim", parameters={"words": fact.text}, span=fact.parts[0]
        )
    words = next(_writings(fact), None)
    return Notice(
        severity=Severity.ERROR,
        code="fact-not-in-source",
        parameters={"words": words.text if words else ""},
        span=words.span if words else None,
    )
