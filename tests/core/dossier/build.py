"""Small findings by hand: facts are named by their words, and their places are looked up in the text."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from decimal import Decimal

from briefing.model.article import Article, Region, RegionKind
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
    Findings,
    Kind,
    Mode,
    Quote,
    When,
)
from briefing.model.span import Span, Written


def article(
    text: str, *, published: str | None = "2024-05-01", title: str | None = None, path: str = "a.txt"
) -> Article:
    """An article all of whose paragraphs are body."""
    regions = tuple(Region(start=m.start(), end=m.end(), kind=RegionKind.BODY) for m in re.finditer(r"[^\n]*\S", text))
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Article(id=digest, path=path, text=text, regions=regions, title=title, language="en", published=published)


@dataclass(frozen=True)
class Scribe:
    """Makes facts of one article from words that stand in it."""

    source: Article

    def place(self, words: str) -> Span:
        """The first place of `words`."""
        start = self.source.text.index(words)
        return Span(article=self.source.id, start=start, end=start + len(words))

    def words(self, words: str | None) -> Written | None:
        """The words with their place; `None` stays `None`."""
        return None if words is None else Written(text=words, span=self.place(words))

    def written(self, words: str) -> Written:
        """The words with their place."""
        return Written(text=words, span=self.place(words))

    def proof(self, words: str) -> Evidence:
        """Evidence made of the words alone."""
        return Evidence(spans=(self.place(words),), rule="test", confidence=0.9)

    def event(self, name: str | None, place: str | None = None, when: When | None = None) -> Event:
        """An event by its name and place as written."""
        evidence = self.proof(name or place or self.source.text.strip())
        return Event(
            id=f"e{name}", name=self.words(name), place=self.words(place), when=when, host=None, evidence=evidence
        )

    def when(self, words: str, start: str | None = None, end: str | None = None) -> When:
        """A time as written, and its dates."""
        return When(written=self.written(words), start=start, end=end)

    def person(  # noqa: PLR0913 - one keyword per slot that a test may want to set
        self,
        name: str,
        *,
        role: str | None = None,
        country: str | None = None,
        mode: Mode = Mode.MENTIONED,
        event: str | None = None,
        words: str | None = None,
        kind: AttendeeKind = AttendeeKind.PERSON,
    ) -> Attendee:
        """A person or group with one attendance."""
        attendance = Attendance(event=event, mode=mode, words=self.words(words), evidence=self.proof(words or name))
        return Attendee(
            id=f"p{name}",
            kind=kind,
            name=name,
            names=(self.written(name),),
            roles=(self.written(role),) if role else (),
            organisation=None,
            country=country,
            attendances=(attendance,),
        )

    def quote(self, words: str, speaker: str | None = None, *, known: bool = True) -> Quote:
        """A quotation by its words, of an attendee if `known`."""
        return Quote(
            id=f"q{words}",
            parts=(self.place(words),),
            text=" ".join(words.split()),
            speaker=speaker,
            speaker_id=f"p{speaker}" if speaker and known else None,
            speaker_words=self.words(speaker),
            cue=None,
            attribution=Attribution.NAMED if speaker else Attribution.UNKNOWN,
            fragment=False,
            language="en",
            event=None,
            evidence=self.proof(words),
        )

    def commitment(self, words: str, actor: str | None, kind: Kind = Kind.PLEDGED) -> Commitment:
        """A commitment by its clause."""
        return Commitment(
            id=f"c{words}",
            kind=kind,
            words=self.written(words),
            kind_words=self.written(words),
            actor=actor,
            actor_id=f"p{actor}",
            actor_words=self.words(actor),
            condition=None,
            beneficiary=None,
            addressee=None,
            amount=None,
            deadline=None,
            event=None,
            evidence=self.proof(words),
        )

    def figure(self, words: str, number: str, value: int) -> Figure:
        """A count of something."""
        amount = Amount(written=self.written(number), value=Decimal(value))
        return Figure(id=f"f{words}", amount=amount, words=self.written(words), evidence=self.proof(words))

    def findings(self, **facts: tuple[object, ...]) -> Findings:
        """All facts of the article."""
        return Findings(article=self.source.id, **facts)  # type: ignore[arg-type]
