"""A dossier that a printed file carries, back to the articles and findings it can be compiled of again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from briefing.dossier.apart import Whereabouts, attendees_apart, copies_apart, events_apart
from briefing.dossier.canvas import Canvas, Painting
from briefing.dossier.record import SCHEMA, Json
from briefing.dossier.restoring import decisions_behind
from briefing.dossier.shapes import OddShape, Shape
from briefing.dossier.told import KINDS, Teller, paint
from briefing.model.article import Article, Region, RegionKind
from briefing.model.decision import Decision
from briefing.model.dossier import Dossier, Subject
from briefing.model.errors import NothingDone
from briefing.model.facts import Attendee, Commitment, Event, Fact, Figure, Findings, Quote
from briefing.model.notice import Notice, Outcome, Severity
from briefing.model.span import Span

T = TypeVar("T")

# Notices on an article whose words need nothing that a record does not have, with what it does have.
_REPEATABLE = {
    "extraction-failed": {"reason": "…"},
    "facts-of-lower-certainty": {},
    "language-not-extracted": {},
    "language-unknown": {},
    "mixed-encoding": {},
    "model-unusable": {"reason": "…"},
    "no-facts": {},
    "not-an-article": {},
    "quotation-mark-alone": {},
}


def from_record(record: Json) -> tuple[tuple[Article, Outcome[Findings]], ...]:
    """The articles of a dossier in its order, each with its own findings, which compile to the same dossier again.

    An article's text has the sentences and words that the record cites, at their places, and space in between; its
    paragraphs are as much of the source's as that covers. What the editor corrected comes back corrected. Raises
    `NothingDone` (`dossier-damaged`, `dossier-of-other-version`): the record may come from a stranger.
    """
    return _strictly(record, lambda whole: tuple(_read(whole)))


def restored(record: Json, dossier: Dossier) -> tuple[Decision, ...]:
    """The editor's decisions that a record shows and findings cannot hold: notes, order, and what was corrected.

    `dossier`: compiled of what `from_record` gave. With these decisions it says again, of each fact, that it was
    corrected or added; what a corrected slot said before is not known. Raises `NothingDone` as `from_record` does.
    """
    return _strictly(record, lambda whole: decisions_behind(_told(whole)[1], dossier))


def _strictly(record: Json, read: Callable[[Shape], T]) -> T:
    try:
        whole = Shape.of(record)
        if whole.words("schema") != SCHEMA:
            raise NothingDone("dossier-of-other-version")
        return read(whole)
    except (ValueError, KeyError, TypeError, ArithmeticError, RecursionError) as damage:
        raise NothingDone("dossier-damaged") from damage


def _told(whole: Shape) -> tuple[Mapping[str, Canvas], Sequence[tuple[Shape, Fact]]]:
    """The canvas of each article, and each fact with its record."""
    articles = [each.article("id") for each in whole.some("articles")]
    records = [(kind, each) for kind in KINDS for each in whole.some(kind)]
    _distinct(articles)
    _distinct([each.words("id") for _, each in records])
    painting = Painting(articles)
    for kind, record in records:
        paint(kind, record, painting)
    canvases = painting.finished()
    teller = Teller(canvases)
    return canvases, [(record, teller.fact(kind, record)) for kind, record in records]


def _read(whole: Shape) -> Iterator[tuple[Article, Outcome[Findings]]]:
    canvases, told = _told(whole)
    findings = _shelved([fact for _, fact in told], canvases, dict(_differing_places(whole)))
    articles = [_article(each, canvases[each.article("id")]) for each in whole.some("articles")]
    notices = _notices(whole, articles)
    for article in articles:
        yield article, Outcome(value=findings[article.id], notices=tuple(notices[article.id]))


def _distinct(ids: Sequence[str]) -> None:
    if len(set(ids)) < len(ids):
        raise OddShape("id")


def _differing_places(whole: Shape) -> Iterator[tuple[tuple[str, str], str]]:
    """The places that sources give to events differently, by the event's name and the article."""
    for disagreement in whole.some("disagreements"):
        if disagreement.words("subject") == Subject.PLACE:
            for value in disagreement.some("values"):
                for sentence in value.some("evidence"):
                    yield (disagreement.words("about"), sentence.article("article")), value.words("written")


def _shelved(
    facts: Sequence[Fact], canvases: Mapping[str, Canvas], places: Mapping[tuple[str, str], str]
) -> Mapping[str, Findings]:
    """Each article's own facts, by article; those of several are taken apart."""
    events = [(fact, list(events_apart(fact, canvases, places))) for fact in facts if isinstance(fact, Event)]
    where = Whereabouts(
        canvases=canvases,
        events={(article, fact.id): own.id for fact, found in events for article, own in found},
    )
    people = [own for fact in facts if isinstance(fact, Attendee) for own in attendees_apart(fact, where)]
    where = Whereabouts(canvases=canvases, events=where.events, people={(article, own.id) for article, own in people})
    said = [own for fact in facts if isinstance(fact, Commitment | Quote | Figure) for own in copies_apart(fact, where)]
    shelves: dict[str, list[Fact]] = {article: [] for article in canvases}
    for article, event in (own for _, found in events for own in found):
        shelves[article].append(event)
    for article, row in people:
        shelves[article].append(row)
    for article, one in said:
        shelves[article].append(one)
    return {article: _findings(article, own) for article, own in shelves.items()}


def _findings(article: str, facts: Sequence[Fact]) -> Findings:
    return Findings(
        article=article,
        events=tuple(fact for fact in facts if isinstance(fact, Event)),
        attendees=tuple(fact for fact in facts if isinstance(fact, Attendee)),
        commitments=tuple(fact for fact in facts if isinstance(fact, Commitment)),
        quotes=tuple(fact for fact in facts if isinstance(fact, Quote)),
        figures=tuple(fact for fact in facts if isinstance(fact, Figure)),
    )


def _article(record: Shape, canvas: Canvas) -> Article:
    return Article(
        id=record.article("id"),
        path=record.words("path"),
        text=canvas.text,
        regions=tuple(_regions(record.pairs("body"), canvas)),
        title=record.maybe_words("title"),
        language=record.language("language"),
        published=record.maybe_words("published"),
        outlet=record.maybe_words("outlet"),
        url=record.maybe_words("url"),
        byline=record.maybe_words("byline"),
    )


def _regions(body: Sequence[tuple[int, int]], canvas: Canvas) -> Iterator[Region]:
    """The paragraphs as far as they are known; words outside them are paragraphs of their own."""
    paragraphs = iter(sorted(body))
    paragraph = next(paragraphs, None)
    region: tuple[int, int] | None = None
    for start, end in canvas.painted:
        at = start
        while at < end:
            while paragraph is not None and paragraph[1] <= at:
                paragraph = next(paragraphs, None)
            inside = paragraph is not None and paragraph[0] <= at
            bound = end if paragraph is None else min(end, paragraph[1] if inside else max(paragraph[0], at + 1))
            if inside and region is not None and paragraph is not None and region[0] >= paragraph[0]:
                region = (region[0], bound)
            else:
                if region is not None:
                    yield Region(start=region[0], end=region[1], kind=RegionKind.BODY)
                region = (at, bound)
            at = bound
    if region is not None:
        yield Region(start=region[0], end=region[1], kind=RegionKind.BODY)


def _notices(whole: Shape, articles: Sequence[Article]) -> Mapping[str, list[Notice]]:
    """What there was to say about each article, as far as it can be said again; the rest belonged to the reading."""
    by_path = {article.path: article for article in articles}
    found: dict[str, list[Notice]] = {article.id: [] for article in articles}
    for each in whole.some("notices"):
        article = by_path.get(each.maybe_words("place") or "")
        code = each.words("code")
        if article is None or code not in _REPEATABLE:
            continue
        parameters = dict(_REPEATABLE[code])
        if code in {"facts-of-lower-certainty", "language-not-extracted"}:
            parameters["language"] = article.language or "—"
        found[article.id].append(
            Notice(
                severity=Severity(each.words("severity")),
                code=code,
                parameters=parameters,
                place=article.path,
                span=_span(each, article),
            )
        )
    return found


def _span(notice: Shape, article: Article) -> Span | None:
    """The place that a notice is about, where the article's text reaches that far."""
    if notice.values.get("span") is None or notice.values.get("article") != article.id:
        return None
    span = notice.place()
    return span if span.end <= len(article.text) else None
