"""A dossier as JSON, in the published form `briefing/dossier/1` (`schema.json` beside this file)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeAlias, TypeVar

from briefing.dossier.edited import edited_slots
from briefing.model.article import Article, RegionKind
from briefing.model.dossier import Disagreement, Dossier, Mark
from briefing.model.facts import (
    Amount,
    Attendance,
    Attendee,
    Commitment,
    Event,
    Evidence,
    Figure,
    Quote,
    Statement,
    When,
)
from briefing.model.notice import Notice
from briefing.model.span import Span, Stated, Written

Json: TypeAlias = dict[str, Any]
Wording: TypeAlias = Callable[[Notice], str]

F = TypeVar("F", Event, Attendee, Commitment, Quote, Figure)

SCHEMA = "briefing/dossier/1"

_UNTOUCHED = Mark()


def to_record(dossier: Dossier, wording: Wording) -> Json:
    """The dossier as JSON values; `wording` puts a notice into the user's language.

    What the editor has left out is not in it: a printed file goes to people who were not meant to see that.
    """
    texts = {article.id: article.text for article in dossier.articles}
    marks = dossier.marks
    return {
        "schema": SCHEMA,
        "articles": [_article(article) for article in dossier.articles],
        "events": [_event(event, texts, mark) for event, mark in _kept(dossier.events, marks)],
        "attendees": [_attendee(attendee, texts, mark) for attendee, mark in _kept(dossier.attendees, marks)],
        "commitments": [_commitment(commitment, texts, mark) for commitment, mark in _kept(dossier.commitments, marks)],
        "quotes": [_quote(quote, texts, mark) for quote, mark in _kept(dossier.quotes, marks)],
        "figures": [_figure(figure, texts, mark) for figure, mark in _kept(dossier.figures, marks)],
        "statements": [_statement(statement, texts) for statement in dossier.statements],
        "disagreements": [_disagreement(one, texts) for one in dossier.disagreements],
        "notices": [_notice(notice, wording) for notice in dossier.notices],
    }


def _kept(facts: Iterable[F], marks: Mapping[str, Mark]) -> Iterator[tuple[F, Mark]]:
    for fact in facts:
        mark = marks.get(fact.id, _UNTOUCHED)
        if not mark.left_out:
            yield fact, mark


def _article(article: Article) -> Json:
    junk = [region for region in article.regions if region.kind is RegionKind.JUNK]
    return {
        "id": article.id,
        "path": printable(article.path),
        "title": _clean(article.title),
        "outlet": _clean(article.outlet),
        "byline": _clean(article.byline),
        "published": article.published,
        "language": article.language,
        "url": _clean(article.url),
        "text_sha256": hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "body": [[region.start, region.end] for region in article.body()],
        "dropped": [{"span": [region.start, region.end], "reason": region.reason} for region in junk],
    }


def _event(event: Event, texts: Mapping[str, str], mark: Mark) -> Json:
    edited = edited_slots(event, mark)
    return {
        "id": event.id,
        "name": _words(event.name),
        "place": _words(event.place),
        "when": _when(event.when),
        "host": _words(event.host),
        "aliases": _others(event.aliases, event.name.text if event.name else None),
        "spans": _spans(edited, name=event.name, place=event.place, when=event.when, host=event.host),
        **_editing(edited, mark),
        **_proof(event.evidence, texts),
    }


def _attendee(attendee: Attendee, texts: Mapping[str, str], mark: Mark) -> Json:
    edited = edited_slots(attendee, mark)
    first = attendee.attendances[0]
    role = attendee.roles[0] if attendee.roles else None
    return {
        "id": attendee.id,
        "name": _clean(attendee.name),
        "kind": attendee.kind.value,
        "aliases": _others(attendee.names, attendee.name),
        "role": _words(role),
        "organisation": _clean(attendee.organisation),
        "country": attendee.country,
        "gender": attendee.gender,
        "event": first.event,
        "mode": first.mode.value,
        "names": [_written(name) for name in attendee.names],
        "roles": [_written(one) for one in attendee.roles],
        "attendances": [_attendance(one, texts) for one in attendee.attendances],
        "spans": _spans(edited, name=attendee.names[0], role=role, mode=first.words),
        **_editing(edited, mark),
        **_proof(first.evidence, texts),
    }


def _attendance(attendance: Attendance, texts: Mapping[str, str]) -> Json:
    return {
        "event": attendance.event,
        "mode": attendance.mode.value,
        "spans": _spans((), mode=attendance.words),
        **_proof(attendance.evidence, texts),
    }


def _commitment(commitment: Commitment, texts: Mapping[str, str], mark: Mark) -> Json:
    edited = edited_slots(commitment, mark)
    return {
        "id": commitment.id,
        "actor": _clean(commitment.actor),
        "actor_id": commitment.actor_id,
        "kind": commitment.kind.value,
        "text": _clean(commitment.words.text),
        "condition": _words(commitment.condition),
        "beneficiary": _words(commitment.beneficiary),
        "addressee": _words(commitment.addressee),
        "amount": _amount(commitment.amount),
        "deadline": _when(commitment.deadline),
        "event": commitment.event,
        **_editing(edited, mark),
        "spans": _spans(
            edited,
            text=commitment.words,
            actor=commitment.actor_words,
            kind=commitment.kind_words,
            amount=commitment.amount,
            deadline=commitment.deadline,
            condition=commitment.condition,
            beneficiary=commitment.beneficiary,
            addressee=commitment.addressee,
        ),
        **_proof(commitment.evidence, texts),
    }


def _quote(quote: Quote, texts: Mapping[str, str], mark: Mark) -> Json:
    edited = edited_slots(quote, mark)
    return {
        "id": quote.id,
        "speaker": _clean(quote.speaker),
        "speaker_id": quote.speaker_id,
        "attribution": quote.attribution.value,
        "text": _clean(quote.text),
        "parts": [_place(part) for part in quote.parts],
        "fragment": quote.fragment,
        "language": quote.language,
        "event": quote.event,
        "trimmed": list(quote.trimmed),
        "spans": _spans(edited, speaker=quote.speaker_words, cue=quote.cue),
        **_editing(edited, mark),
        **_proof(quote.evidence, texts),
    }


def _statement(statement: Statement, texts: Mapping[str, str]) -> Json:
    return {
        "id": statement.id,
        "speaker": _clean(statement.speaker),
        "speaker_id": statement.speaker_id,
        "attribution": statement.attribution.value,
        "text": _clean(statement.words.text),
        "spans": _spans(frozenset(), text=statement.words, speaker=statement.speaker_words, cue=statement.cue),
        **_proof(statement.evidence, texts),
    }


def _figure(figure: Figure, texts: Mapping[str, str], mark: Mark) -> Json:
    edited = edited_slots(figure, mark)
    return {
        "id": figure.id,
        "text": _clean(figure.words.text),
        "amount": _amount(figure.amount),
        "spans": _spans(edited, text=figure.words, amount=figure.amount),
        **_editing(edited, mark),
        **_proof(figure.evidence, texts),
    }


def _disagreement(disagreement: Disagreement, texts: Mapping[str, str]) -> Json:
    return {
        "subject": disagreement.subject.value,
        "about": _clean(disagreement.about),
        "values": [
            {"written": _clean(one.written), "evidence": [_sentence(span, texts) for span in one.evidence]}
            for one in disagreement.values
        ],
    }


def _notice(notice: Notice, wording: Wording) -> Json:
    span = notice.span
    return {
        "severity": notice.severity.value,
        "code": notice.code,
        "message": printable(wording(notice)),
        "place": None if notice.place is None else printable(notice.place),
        "article": span.article if span else None,
        "span": [span.start, span.end] if span else None,
    }


def _proof(evidence: Evidence, texts: Mapping[str, str]) -> Json:
    return {
        "rule": evidence.rule,
        "confidence": round(evidence.confidence, 3),
        "evidence": [_sentence(span, texts) for span in evidence.spans],
    }


def _sentence(span: Span, texts: Mapping[str, str]) -> Json:
    return {**_place(span), "text": printable(span.cut(texts[span.article]))}


def _place(span: Span) -> Json:
    return {"article": span.article, "span": [span.start, span.end]}


def _spans(edited: Collection[str], /, **slots: Written | When | Amount | None) -> Json:
    """The place of each slot that the text settles; the others are left out, and so is what the editor has settled."""
    settled: Json = {}
    for name, slot in slots.items():
        words = slot.written if isinstance(slot, When | Amount) else slot
        if words is not None and not isinstance(words, Stated) and name not in edited:
            settled[name] = _place(words.span)
    return settled


def _editing(edited: Sequence[str], mark: Mark) -> Json:
    """What the editor has done to a fact."""
    return {"edited": list(edited), "note": _clean(mark.note), "added": mark.added}


def _others(written: Iterable[Written], name: str | None) -> list[str]:
    """The different words among `written` that are not the name itself."""
    return [printable(text) for text in dict.fromkeys(one.text for one in written) if text != name]


def _written(written: Written) -> Json:
    """Words with their place, or with the place of what they stand for where they are the editor's."""
    place = {"written": printable(written.text), **_place(written.span)}
    return {**place, "stated": True} if isinstance(written, Stated) else place


def _words(written: Written | None) -> str | None:
    return None if written is None else printable(written.text)


def _when(when: When | None) -> Json | None:
    if when is None:
        return None
    return {"written": printable(when.written.text), "start": when.start, "end": when.end}


def _amount(amount: Amount | None) -> Json | None:
    if amount is None:
        return None
    return {
        "written": printable(amount.written.text),
        "value": None if amount.value is None else _decimal(amount.value),
        "currency": amount.currency,
        "qualifier": amount.qualifier,
    }


def _decimal(value: Decimal) -> str:
    """A decimal without exponent or trailing zeros, as readers of JSON in any language can take it."""
    whole = value.to_integral_value()
    return f"{whole:f}" if value == whole else f"{value.normalize():f}"


def _clean(text: str | None) -> str | None:
    return None if text is None else printable(text)


def printable(text: str) -> str:
    """`text` with lone surrogates, which no UTF-8 can hold, as U+FFFD."""
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)


def file_name(path: str) -> str:
    """The last part of a path as any system writes it; `-` for standard input."""
    return re.split(r"[\\/]", path)[-1] or path


def without_folders(dossier: Dossier) -> Dossier:
    """The dossier with file names only: a brief that goes to others does not tell where its maker keeps things.

    Nor does it hold the indirect statements, which are not printed.
    """
    return replace(
        dossier,
        statements=(),
        articles=tuple(replace(article, path=file_name(article.path)) for article in dossier.articles),
        notices=tuple(
            replace(notice, place=file_name(notice.place)) if notice.place else notice for notice in dossier.notices
        ),
    )
