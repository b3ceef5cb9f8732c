"""A dossier as JSON, in the published form `briefing/dossier/1` (`schema.json` beside this file)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeAlias

from briefing.model.article import Article, RegionKind
from briefing.model.dossier import Disagreement, Dossier
from briefing.model.facts import (
    Amount,
    Attendance,
    Attendee,
    Commitment,
    Event,
    Evidence,
    Figure,
    Quote,
    When,
)
from briefing.model.notice import Notice
from briefing.model.span import Span, Written

Json: TypeAlias = dict[str, Any]
Wording: TypeAlias = Callable[[Notice], str]

SCHEMA = "briefing/dossier/1"


def to_record(dossier: Dossier, wording: Wording) -> Json:
    """The dossier as JSON values; `wording` puts a notice into the user's language."""
    texts = {article.id: article.text for article in dossier.articles}
    return {
        "schema": SCHEMA,
        "articles": [_article(article) for article in dossier.articles],
        "events": [_event(event, texts) for event in dossier.events],
        "attendees": [_attendee(attendee, texts) for attendee in dossier.attendees],
        "commitments": [_commitment(commitment, texts) for commitment in dossier.commitments],
        "quotes": [_quote(quote, texts) for quote in dossier.quotes],
        "figures": [_figure(figure, texts) for figure in dossier.figures],
        "disagreements": [_disagreement(one, texts) for one in dossier.disagreements],
        "notices": [_notice(notice, wording) for notice in dossier.notices],
    }


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


def _event(event: Event, texts: Mapping[str, str]) -> Json:
    return {
        "id": event.id,
        "name": _words(event.name),
        "place": _words(event.place),
        "when": _when(event.when),
        "host": _words(event.host),
        "aliases": [_clean(alias.text) for alias in event.aliases],
        "spans": _spans(name=event.name, place=event.place, when=event.when, host=event.host),
        **_proof(event.evidence, texts),
    }


def _attendee(attendee: Attendee, texts: Mapping[str, str]) -> Json:
    first = attendee.attendances[0]
    role = attendee.roles[0] if attendee.roles else None
    others = dict.fromkeys(name.text for name in attendee.names if name.text != attendee.name)
    return {
        "id": attendee.id,
        "name": _clean(attendee.name),
        "kind": attendee.kind.value,
        "aliases": [_clean(alias) for alias in others],
        "role": _words(role),
        "organisation": _clean(attendee.organisation),
        "country": attendee.country,
        "gender": attendee.gender,
        "event": first.event,
        "mode": first.mode.value,
        "names": [_written(name) for name in attendee.names],
        "roles": [_written(one) for one in attendee.roles],
        "attendances": [_attendance(one, texts) for one in attendee.attendances],
        "spans": _spans(name=attendee.names[0], role=role, mode=first.words),
        **_proof(first.evidence, texts),
    }


def _attendance(attendance: Attendance, texts: Mapping[str, str]) -> Json:
    return {
        "event": attendance.event,
        "mode": attendance.mode.value,
        "spans": _spans(mode=attendance.words),
        **_proof(attendance.evidence, texts),
    }


def _commitment(commitment: Commitment, texts: Mapping[str, str]) -> Json:
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
        "spans": _spans(
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


def _quote(quote: Quote, texts: Mapping[str, str]) -> Json:
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
        "spans": _spans(speaker=quote.speaker_words, cue=quote.cue),
        **_proof(quote.evidence, texts),
    }


def _figure(figure: Figure, texts: Mapping[str, str]) -> Json:
    return {
        "id": figure.id,
        "text": _clean(figure.words.text),
        "amount": _amount(figure.amount),
        "spans": _spans(text=figure.words, amount=figure.amount),
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


def _spans(**slots: Written | When | Amount | None) -> Json:
    """The place of each slot that the text settles; the others are left out."""
    settled: Json = {}
    for name, slot in slots.items():
        if slot is not None:
            settled[name] = _place(slot.span if isinstance(slot, Written) else slot.written.span)
    return settled


def _written(written: Written) -> Json:
    return {"written": printable(written.text), **_place(written.span)}


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
    """The dossier with file names only: a brief that goes to others does not tell where its maker keeps things."""
    return replace(
        dossier,
        articles=tuple(replace(article, path=file_name(article.path)) for article in dossier.articles),
        notices=tuple(
            replace(notice, place=file_name(notice.place)) if notice.place else notice for notice in dossier.notices
        ),
    )
