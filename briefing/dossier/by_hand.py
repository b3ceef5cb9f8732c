"""Facts made by the editor of words of an article: cut from it like any other, marked as the editor's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.dossier.grouping import content_id
from briefing.model.article import Article, Region, RegionKind
from briefing.model.dossier import Dossier
from briefing.model.errors import UsageError
from briefing.model.facts import (
    Attendance,
    Attendee,
    AttendeeKind,
    Attribution,
    Commitment,
    Evidence,
    Kind,
    Mode,
    Quote,
)
from briefing.model.span import Span, Stated, Written
from briefing.text.marks import ALL_MARKS
from briefing.text.sentences import sentences

RULE = "editor"
# What a selection takes along at its ends and nobody means.
_MARKS = ALL_MARKS - {"'", "\N{RIGHT SINGLE QUOTATION MARK}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Words the editor has marked in an article; `parts` in order, each within one of its paragraphs."""

    article: Article
    parts: tuple[Span, ...]

    def __post_init__(self) -> None:
        if not self.parts:
            raise UsageError("nothing-selected")


def select(article: Article, start: int, end: int, *, marks: bool = False) -> Selection:
    """What is marked from `start` to `end`, paragraph by paragraph, without the white space around it.

    `marks`: also without quotation marks at the ends. Raises `UsageError` (`nothing-selected`) for no words.
    """
    parts = []
    for region in _paragraphs(article):
        part = _trimmed(article.text, max(start, region.start), min(end, region.end), marks=marks)
        if part is not None:
            parts.append(Span(article=article.id, start=part[0], end=part[1]))
    return Selection(article=article, parts=tuple(parts))


def quote(selection: Selection, speaker: str | None, dossier: Dossier) -> Quote:
    """The selected words as a quotation of `speaker`, `None` where the editor does not know whose they are."""
    article = selection.article
    text = " ".join(" ".join(part.cut(article.text) for part in selection.parts).split())
    row = _row(speaker, dossier)
    return Quote(
        id=_id("quote", selection),
        parts=selection.parts,
        text=text,
        speaker=row.name if row else speaker,
        speaker_id=row.id if row else None,
        speaker_words=None,
        cue=None,
        attribution=Attribution.NAMED if speaker else Attribution.UNKNOWN,
        fragment=False,
        language=article.language,
        event=_only_event(article, dossier),
        evidence=_evidence(selection),
    )


def commitment(selection: Selection, kind: Kind, actor: str | None, dossier: Dossier) -> Commitment:
    """The selected words as a commitment of `actor`, `None` where the editor does not say whose it is."""
    words = _written(selection)
    row = _row(actor, dossier)
    return Commitment(
        id=_id("commitment", selection),
        kind=kind,
        words=words,
        kind_words=words,
        actor=row.name if row else actor,
        actor_id=row.id if row else None,
        actor_words=None,
        condition=None,
        beneficiary=None,
        addressee=None,
        amount=None,
        deadline=None,
        event=_only_event(selection.article, dossier),
        evidence=_evidence(selection),
    )


def attendee(selection: Selection, kind: AttendeeKind, mode: Mode, role: str | None, dossier: Dossier) -> Attendee:
    """The selected name as a row of its own; `role` in the editor's words."""
    name = _written(selection)
    evidence = _evidence(selection)
    event = None if mode in {Mode.QUOTED, Mode.MENTIONED} else _only_event(selection.article, dossier)
    return Attendee(
        id=_id("attendee", selection),
        kind=kind,
        name=" ".join(name.text.split()),
        names=(name,),
        roles=(Stated(text=role, span=evidence.spans[0]),) if role and role.strip() else (),
        organisation=None,
        country=None,
        attendances=(Attendance(event=event, mode=mode, words=None, evidence=evidence),),
    )


def proposed_speaker(article: Article, selection: Selection, dossier: Dossier) -> str | None:
    """Who most likely says the selected words; to be proposed to the editor and never to be taken unasked.

    Whose quotation it overlaps; else who is quoted elsewhere in the paragraph, or named in the sentence, if but one is.
    """
    first = selection.parts[0]
    quotes = [one for one in dossier.quotes if any(part.article == article.id for part in one.parts)]
    for one in quotes:
        if any(part.overlaps(first) for part in one.parts):
            return one.speaker
    paragraph = next((region for region in _paragraphs(article) if region.start <= first.start < region.end), None)
    if paragraph is None:
        return None
    around = Span(article=article.id, start=paragraph.start, end=paragraph.end)
    beside = {one.speaker for one in quotes if any(around.covers(part) for part in one.parts)}
    if len(beside) == 1:
        return beside.pop()
    sentence = _evidence(selection).spans[0]
    named = {row.name for row in dossier.attendees if any(sentence.covers(name.span) for name in row.names)}
    return named.pop() if len(named) == 1 else None


def _paragraphs(article: Article) -> Sequence[Region]:
    if article.regions:
        return article.regions
    return (Region(start=0, end=len(article.text), kind=RegionKind.BODY),) if article.text else ()


def _trimmed(text: str, start: int, end: int, *, marks: bool) -> tuple[int, int] | None:
    def idle(character: str) -> bool:
        return character.isspace() or (marks and character in _MARKS)

    while start < end and idle(text[start]):
        start += 1
    while start < end and idle(text[end - 1]):
        end -= 1
    return (start, end) if start < end else None


def _written(selection: Selection) -> Written:
    """The words of a selection within one paragraph. Raises `UsageError` where it reaches over several."""
    if len(selection.parts) > 1:
        raise UsageError("selection-too-long")
    (part,) = selection.parts
    return Written(text=part.cut(selection.article.text), span=part)


def _evidence(selection: Selection) -> Evidence:
    """The sentences that hold the selection."""
    spans = [span for part in selection.parts for span in _sentences(selection.article, part)]
    return Evidence(spans=tuple(dict.fromkeys(spans)), rule=RULE, confidence=1.0)


def _sentences(article: Article, part: Span) -> Iterable[Span]:
    region = next(one for one in _paragraphs(article) if one.start <= part.start < one.end)
    found = [
        (region.start + start, region.start + end)
        for start, end in sentences(article.text[region.start : region.end])
        if region.start + start < part.end and part.start < region.start + end
    ]
    start, end = min(found)[0], max(found)[1]
    yield Span(article=article.id, start=min(start, part.start), end=max(end, part.end))


def _row(name: str | None, dossier: Dossier) -> Attendee | None:
    rows = [row for row in dossier.attendees if row.name == name]
    return rows[0] if len(rows) == 1 else None


def _only_event(article: Article, dossier: Dossier) -> str | None:
    """The event that the article reports, where it reports one."""
    events = [one.id for one in dossier.events if any(span.article == article.id for span in one.evidence.spans)]
    return events[0] if len(events) == 1 else None


def _id(prefix: str, selection: Selection) -> str:
    places = (f"{part.article}:{part.start}:{part.end}" for part in selection.parts)
    return content_id(prefix, RULE, *places)
