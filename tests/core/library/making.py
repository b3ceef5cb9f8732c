"""Articles, findings and drafts of any number, the same for the same number."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from decimal import Decimal

from briefing.model.article import Article, Region, RegionKind
from briefing.model.decision import (
    Accept,
    Act,
    Add,
    Annotate,
    Correct,
    Decision,
    LeaveOut,
    Merge,
    Move,
    Slot,
    Split,
    Trim,
)
from briefing.model.draft import Choices, Draft, OwnSection
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
from briefing.model.notice import Notice, Outcome, Severity
from briefing.model.span import Span, Stated, Written

SURROGATE = "half a letter \ud83d, zero \0, עברית, “quoted”"


def article(number: int, *, text: str | None = None, title: str | None = None) -> Article:
    """An article of two paragraphs."""
    words = text or f"Title {number}\nThe mayor of town {number} “opened” the forum on Friday with 5 million euros."
    cut = words.find("\n")
    return Article(
        id=hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        path=f"folder/{number}.txt",
        text=words,
        regions=(
            Region(start=0, end=cut, kind=RegionKind.TITLE),
            Region(start=cut + 1, end=len(words), kind=RegionKind.BODY),
        ),
        title=title or f"Title {number}",
        language="en",
        published="2024-05-01",
        outlet="Gazette",
    )


def findings(source: Article) -> Findings:
    """One fact of each kind in an article."""

    def span(start: int, length: int = 5) -> Span:
        return Span(article=source.id, start=start, end=start + length)

    def written(start: int, length: int = 5) -> Written:
        return Written(text=source.text[start : start + length], span=span(start, length))

    evidence = Evidence(spans=(span(8, 40),), rule="test.rule", confidence=0.75)
    event = Event(
        id="e1",
        name=written(8),
        place=None,
        when=When(written=written(9), start="2024-05-03", end="2024-05"),
        host=Stated(text="the editor’s own words", span=span(10)),
        evidence=evidence,
        aliases=(written(12),),
    )
    attendee = Attendee(
        id="a1",
        kind=AttendeeKind.PERSON,
        name=SURROGATE,
        names=(written(8), written(14)),
        roles=(),
        organisation=None,
        country="UA",
        attendances=(Attendance(event="e1", mode=Mode.REMOTE, words=written(20), evidence=evidence),),
        gender="f",
    )
    amount = Amount(written=written(22), value=Decimal("5.50E+6"), currency="EUR", qualifier="about")
    commitment = Commitment(
        id="c1",
        kind=Kind.PLEDGED,
        words=written(8, 30),
        kind_words=written(8),
        actor="mayor",
        actor_id="a1",
        actor_words=written(12),
        condition=None,
        beneficiary=None,
        addressee=None,
        amount=amount,
        deadline=None,
        event="e1",
        evidence=evidence,
    )
    quote = Quote(
        id="q1",
        parts=(span(10), span(20)),
        text="two parts",
        speaker=None,
        speaker_id=None,
        speaker_words=None,
        cue=None,
        attribution=Attribution.UNKNOWN,
        fragment=True,
        language="en",
        event=None,
        evidence=evidence,
        trimmed=(True, False),
    )
    figure = Figure(id="f1", amount=amount, words=written(8), evidence=evidence)
    return Findings(
        article=source.id,
        events=(event,),
        attendees=(attendee,),
        commitments=(commitment,),
        quotes=(quote,),
        figures=(figure,),
    )


def outcome(source: Article, *notices: Notice) -> Outcome[Findings]:
    """What was found in an article."""
    return Outcome(value=findings(source), notices=notices)


def notice(code: str = "cut-short", severity: Severity = Severity.WARNING) -> Notice:
    """A notice with parameters of both kinds."""
    place = Span(article="x", start=0, end=1)
    return Notice(severity=severity, code=code, parameters={"n": 3, "what": SURROGATE}, place="a.txt", span=place)


def every_act(source: Article) -> tuple[Act, ...]:
    """One act of each kind."""
    found = findings(source)
    event, attendee, quote = found.events[0], found.attendees[0], found.quotes[0]
    return (
        Accept(fact=event),
        LeaveOut(fact=found.figures[0]),
        Correct(fact=attendee, slot=Slot.NAME, value=SURROGATE),
        Correct(fact=attendee, slot=Slot.MODE, value=None, event="e1"),
        Trim(fact=quote, parts=(Span(article=source.id, start=11, end=13),)),
        Merge(facts=(attendee, replace(attendee, id="a2"))),
        Split(fact=attendee, names=(attendee.names[1],)),
        Move(fact=found.commitments[0], after=None),
        Move(fact=quote, after=replace(quote, id="q2")),
        Annotate(fact=quote, note="check this"),
        Add(fact=found.commitments[0]),
    )


def draft(number: int) -> Draft:
    """The draft after `number` actions: each number differs from the one before in one thing, often another."""
    articles = [article(one).id for one in range(number % 7 + 3)]
    if number % 5 == 3:
        articles.reverse()
    acts = every_act(article(number % 3))
    count = number % 17
    choices = Choices(
        locale=("uk", "en", "pt_BR")[number % 3],
        title=f"{SURROGATE} {number}",
        paper=("A4", "Letter", None)[number % 3],
        sections=None if number % 4 else ("cover", "own-1", "quotes"),
        hidden=frozenset({"quotes"}) if number % 2 else frozenset(),
        own=(OwnSection(id="own-1", heading="Points", text=f"* one\n* {number}"),) if number % 3 else (),
    )
    return Draft(
        choices=choices,
        articles=tuple(articles),
        unticked=frozenset(articles[: number % 3]) | {"unknown"},
        decisions=tuple(Decision(number=one + 1, act=acts[(one + number) % len(acts)]) for one in range(count)),
    )
