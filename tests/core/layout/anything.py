"""Strategies for dossiers as odd as the types allow."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from briefing.model.article import Article, Region, RegionKind
from briefing.model.dossier import Disagreement, Dossier, Subject, Variant
from briefing.model.facts import (
    Amount,
    Attendance,
    Attendee,
    AttendeeKind,
    Attribution,
    Commitment,
    Event,
    Evidence,
    Figure,
    Kind,
    Mode,
    Quote,
    When,
)
from briefing.model.span import Span, Written

# Letters of three scripts, markup, format strings, controls, direction marks, surrogates, a private character.
ODD = (
    "ab Ж ש7,.“”«»<&>{}%\n\r\t\x00\x0b\x1b\x85\u2028"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2069\ud800\udfff\ue000\ufffe\xad\ufeff"
)
texts = st.text(alphabet=st.sampled_from(ODD), min_size=1, max_size=40) | st.text(min_size=1, max_size=40)
days = st.sampled_from([None, "2024", "2024-02", "2024-02-29"])


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """A dossier of one to three articles, with a few facts of each kind."""
    articles = draw(st.lists(_articles(), min_size=1, max_size=3, unique_by=lambda each: each.id))
    maker = _Maker(draw, articles)
    events = tuple(maker.event(n) for n in range(draw(st.integers(0, 2))))
    ids = [event.id for event in events]
    attendees = tuple(maker.attendee(n, ids) for n in range(draw(st.integers(0, 3))))
    people = [attendee.id for attendee in attendees]
    return Dossier(
        articles=tuple(articles),
        events=events,
        attendees=attendees,
        commitments=tuple(maker.commitment(n, ids) for n in range(draw(st.integers(0, 4)))),
        quotes=tuple(maker.quote(n, ids, people) for n in range(draw(st.integers(0, 3)))),
        figures=tuple(maker.figure(n) for n in range(draw(st.integers(0, 2)))),
        disagreements=tuple(maker.disagreement() for _ in range(draw(st.integers(0, 2)))),
    )


@st.composite
def _articles(draw: st.DrawFn) -> Article:
    text = draw(texts)
    return Article(
        id=draw(st.text(alphabet="0123456789abcdef", min_size=16, max_size=16)),
        path=draw(texts),
        text=text,
        regions=(Region(start=0, end=len(text), kind=RegionKind.BODY),),
        title=draw(st.none() | texts),
        language=draw(st.sampled_from([None, "en", "uk", "pt-BR", "ar", "xx"])),
        published=draw(st.none() | texts | st.sampled_from(["2024-05-01", "2024-05-01T10:00:00+02:00"])),
        outlet=draw(st.none() | texts),
        url=draw(
            st.none() | texts | st.sampled_from(["https://a.example/b?c=1&d", "javascript:alert(1)", "http://[x"])
        ),
    )


class _Maker:
    """Draws records whose places lie in the articles."""

    def __init__(self, draw: st.DrawFn, articles: list[Article]) -> None:
        self.draw = draw
        self.articles = articles

    def span(self) -> tuple[Span, str]:
        article = self.draw(st.sampled_from(self.articles))
        start = self.draw(st.integers(0, len(article.text) - 1))
        end = self.draw(st.integers(start + 1, len(article.text)))
        return Span(article=article.id, start=start, end=end), article.text[start:end]

    def written(self) -> Written:
        span, text = self.span()
        return Written(text=text, span=span)

    def maybe(self) -> Written | None:
        return self.written() if self.draw(st.booleans()) else None

    def evidence(self) -> Evidence:
        spans = tuple(self.span()[0] for _ in range(self.draw(st.integers(1, 2))))
        return Evidence(spans=spans, rule="test", confidence=self.draw(st.floats(0, 1)))

    def when(self) -> When | None:
        if self.draw(st.booleans()):
            return None
        return When(written=self.written(), start=self.draw(days), end=self.draw(days))

    def amount(self) -> Amount:
        values = st.none() | st.decimals() | st.sampled_from([Decimal(5), Decimal("1e12"), Decimal("2.5e-3")])
        return Amount(
            written=self.written(),
            value=self.draw(values),
            currency=self.draw(st.sampled_from([None, "USD", "EUR", "UAH", "XXX", "???"])),
            qualifier=self.draw(st.sampled_from([None, "about", "up_to", "odd"])),
        )

    def event(self, number: int) -> Event:
        return Event(
            id=f"event{number}",
            name=self.maybe(),
            place=self.maybe(),
            when=self.when(),
            host=self.maybe(),
            evidence=self.evidence(),
        )

    def attendee(self, number: int, events: list[str]) -> Attendee:
        parts = tuple(
            Attendance(
                event=self.draw(st.sampled_from([None, "nowhere", *events])),
                mode=self.draw(st.sampled_from(list(Mode))),
                words=None,
                evidence=self.evidence(),
            )
            for _ in range(self.draw(st.integers(1, 3)))
        )
        names = tuple(self.written() for _ in range(self.draw(st.integers(1, 2))))
        return Attendee(
            id=f"attendee{number}",
            kind=self.draw(st.sampled_from(list(AttendeeKind))),
            name=self.draw(st.sampled_from(names)).text if self.draw(st.booleans()) else self.draw(texts),
            names=names,
            roles=tuple(self.written() for _ in range(self.draw(st.integers(0, 2)))),
            organisation=self.draw(st.none() | texts),
            country=self.draw(st.sampled_from([None, "UA", "US", "ZZ", "?!"])),
            attendances=parts,
        )

    def commitment(self, number: int, events: list[str]) -> Commitment:
        return Commitment(
            id=f"commitment{number}",
            kind=self.draw(st.sampled_from(list(Kind))),
            words=self.written(),
            kind_words=self.written(),
            actor=self.draw(st.none() | texts),
            actor_id=None,
            actor_words=None,
            condition=self.maybe(),
            beneficiary=self.maybe(),
            addressee=self.maybe(),
            amount=self.amount() if self.draw(st.booleans()) else None,
            deadline=self.when(),
            event=self.draw(st.sampled_from([None, *events])),
            evidence=self.evidence(),
        )

    def quote(self, number: int, events: list[str], people: list[str]) -> Quote:
        span, text = self.span()
        attribution = self.draw(st.sampled_from(list(Attribution)))
        return Quote(
            id=f"quote{number}",
            parts=(span,),
            text=text,
            speaker=None if attribution is Attribution.UNKNOWN else self.draw(texts),
            speaker_id=self.draw(st.sampled_from([None, "gone", *people])),
            speaker_words=None,
            cue=None,
            attribution=attribution,
            fragment=self.draw(st.booleans()),
            language=self.draw(st.sampled_from([None, "en", "uk"])),
            event=self.draw(st.sampled_from([None, *events])),
            evidence=self.evidence(),
        )

    def figure(self, number: int) -> Figure:
        return Figure(id=f"figure{number}", amount=self.amount(), words=self.written(), evidence=self.evidence())

    def disagreement(self) -> Disagreement:
        values = tuple(
            Variant(
                written=self.draw(texts), evidence=tuple(self.span()[0] for _ in range(self.draw(st.integers(0, 2))))
            )
            for _ in range(self.draw(st.integers(0, 3)))
        )
        return Disagreement(subject=self.draw(st.sampled_from(list(Subject))), about=self.draw(texts), values=values)
