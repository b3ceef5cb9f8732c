"""A brief far larger than any a press office makes: 10,000 articles with 5,000 facts, as a real file."""

from __future__ import annotations

import hashlib
from pathlib import Path

from briefing import app
from briefing.model.article import Article, Region, RegionKind
from briefing.model.draft import Choices, Draft
from briefing.model.facts import (
    Attendance,
    Attendee,
    AttendeeKind,
    Attribution,
    Commitment,
    Evidence,
    Findings,
    Kind,
    Mode,
    Quote,
)
from briefing.model.notice import Outcome
from briefing.model.span import Span, Written

ARTICLES = 10_000
# Every fifth article has somebody who says something; every second of these promises something, too.
_EVERY = 5
_FIRST = ("Anna", "Boris", "Clara", "Dmytro", "Elena", "Frank", "Greta", "Henryk", "Ivana", "Janusz")
_LAST = ("Nowak", "Kovalenko", "Schmidt", "Dubois", "Garcia", "Silva", "Lewandowska", "Bondar", "Weber", "Moreau")
_OUTLETS = ("Daily Harbour", "The Northern Post", "City Courier", "Evening Gazette")


def write(path: Path, articles: int = ARTICLES) -> None:
    """Makes the file; takes a minute."""
    made = [_article(number) for number in range(articles)]
    draft = Draft(choices=Choices(locale="en"), articles=tuple(article.id for article in made))
    with app.briefs.create(path, draft) as file:
        for number, article in enumerate(made):
            file.put(article, ())
            file.put_findings(Outcome(value=_findings(number, article)), app.finding.rules())


def _name(number: int) -> str:
    # No two are alike, or they would be taken for one person.
    first, last = _FIRST[number % 10], _LAST[number // 10 % 10]
    return f"{first} {''.join(_SYLLABLES[int(digit)] for digit in f'{number:05}').capitalize()} {last}"


_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu")


def _article(number: int) -> Article:
    title = f"Pier {number} of the harbour opens to ships"
    name = _name(number)
    paragraphs = (
        title,
        f"The harbour opened pier {number} on Monday. It took two years to build, and the town is proud of it.",
        f'"We have waited for pier {number} long enough, and now it is ours," said {name}, director of the harbour.',
        f"The harbour pledged {number + 1} million euros for a bridge to the pier.",
    )
    text = "\n\n".join(paragraphs)
    regions, start = [], 0
    for place, paragraph in enumerate(paragraphs):
        kind = RegionKind.BODY if place else RegionKind.TITLE
        regions.append(Region(start=start, end=start + len(paragraph), kind=kind))
        start += len(paragraph) + 2
    return Article(
        id=hashlib.sha256(text.encode()).hexdigest()[:16],
        path=f"pier-{number}.txt",
        text=text,
        regions=tuple(regions),
        title=title,
        language="en",
        published=f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}",
        outlet=_OUTLETS[number % len(_OUTLETS)],
    )


def _findings(number: int, article: Article) -> Findings:
    if number % _EVERY:
        return Findings(article=article.id)
    name = _name(number)
    said, promised = article.regions[2], article.regions[3]
    mention = _written(article, name)
    evidence = _evidence(article, said, 0.5 + number % 50 / 100)
    person = Attendee(
        id=f"attendee-{number}",
        kind=AttendeeKind.PERSON,
        name=name,
        names=(mention,),
        roles=(_written(article, "director"),),
        organisation=None,
        country=None,
        attendances=(Attendance(event=None, mode=Mode.QUOTED, words=None, evidence=evidence),),
    )
    end = article.text.index(',"', said.start)
    words = Span(article=article.id, start=said.start + 1, end=end)
    quote = Quote(
        id=f"quote-{number}",
        parts=(words,),
        text=words.cut(article.text),
        speaker=name,
        speaker_id=person.id,
        speaker_words=mention,
        cue=_written(article, "said"),
        attribution=Attribution.NAMED,
        fragment=False,
        language="en",
        event=None,
        evidence=evidence,
    )
    promise = Commitment(
        id=f"commitment-{number}",
        kind=Kind.PLEDGED,
        words=_written(article, article.text[promised.start : promised.end]),
        kind_words=_written(article, "pledged"),
        actor="The harbour",
        actor_id=None,
        actor_words=None,
        condition=None,
        beneficiary=None,
        addressee=None,
        amount=None,
        deadline=None,
        event=None,
        evidence=_evidence(article, promised, 0.7),
    )
    promises = (promise,) if number % (2 * _EVERY) == 0 else ()
    return Findings(article=article.id, attendees=(person,), quotes=(quote,), commitments=promises)


def _written(article: Article, words: str) -> Written:
    start = article.text.index(words)
    return Written(text=words, span=Span(article=article.id, start=start, end=start + len(words)))


def _evidence(article: Article, region: Region, confidence: float) -> Evidence:
    span = Span(article=article.id, start=region.start, end=region.end)
    return Evidence(spans=(span,), rule="measuring.large-brief", confidence=confidence)
