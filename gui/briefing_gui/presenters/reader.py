"""A source on screen: its paragraphs, the words of a fact in their tints, and what can be made of marked words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model.article import Article, Region, RegionKind
from briefing.model.facts import Amount, Attendee, Commitment, Event, Fact, Figure, Quote, When
from briefing.model.span import Span, Stated, Written

SENTENCE = "sentence"
"""The tint of the sentences that say a fact, under those of its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of the article on the page: code points from `shown` on are those of the article from `start` to `end`.

    `kind`: what the stretch is in the article.
    """

    shown: int
    start: int
    end: int
    kind: RegionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An article as the reader shows it: paragraphs with a line between them, each letter standing for one letter."""

    article: str
    text: str
    pieces: tuple[Piece, ...]

    def shown(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where a stretch of the article stands on the page; nothing for what is not shown."""
        for piece in self.pieces:
            first, last = max(start, piece.start), min(end, piece.end)
            if first < last:
                yield piece.shown + first - piece.start, piece.shown + last - piece.start

    def of_article(self, start: int, end: int) -> tuple[int, int] | None:
        """The stretch of the article that a stretch of the page stands for; `None` where it holds no letter of it."""
        first = last = None
        for piece in self.pieces:
            length = piece.end - piece.start
            here = max(start, piece.shown), min(end, piece.shown + length)
            if here[0] < here[1]:
                first = first if first is not None else piece.start + here[0] - piece.shown
                last = piece.start + here[1] - piece.shown
        return None if first is None or last is None else (first, last)


def page(article: Article, *, junk: bool) -> Page:
    """The article for reading; `junk`: with what the reader left out as not being part of it."""
    kinds = {RegionKind.TITLE, RegionKind.BODY} | ({RegionKind.JUNK, RegionKind.METADATA} if junk else set())
    regions = [region for region in article.regions if region.kind in kinds] or _whole(article)
    text: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for region in regions:
        words = _legible(article.text[region.start : region.end])
        pieces.append(Piece(shown=length, start=region.start, end=region.end, kind=region.kind))
        text += [words, "\n"]
        length += len(words) + 1
    return Page(article=article.id, text="".join(text), pieces=tuple(pieces))


def _whole(article: Article) -> list[Region]:
    return [Region(start=0, end=len(article.text), kind=RegionKind.BODY)] if article.text else []


def _legible(words: str) -> str:
    """The words in one line, letter for letter: what breaks lines or cannot be drawn becomes a space or a mark."""
    return "".join(
        " " if character.isspace() or character < " " else "\ufffd" if "\ud800" <= character <= "\udfff" else character
        for character in words
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tint:
    """Words to be marked: `slot` names the tint and the entry of the legend."""

    slot: str
    start: int
    end: int


def sources(fact: Fact) -> tuple[str, ...]:
    """The ids of the articles that say a fact, the one that its words are from first."""
    words = [span.article for _, span in _words(fact)]
    return tuple(dict.fromkeys([*words, *(span.article for span in _sentences(fact))]))


def tints(fact: Fact, article: str) -> tuple[Tint, ...]:
    """What to mark in an article for a fact: the sentences first, then each slot's own words over them."""
    sentences = (
        Tint(slot=SENTENCE, start=one.start, end=one.end) for one in _sentences(fact) if one.article == article
    )
    words = (Tint(slot=slot, start=span.start, end=span.end) for slot, span in _words(fact) if span.article == article)
    return (*sentences, *words)


def _sentences(fact: Fact) -> Iterator[Span]:
    if isinstance(fact, Attendee):
        for attendance in fact.attendances:
            yield from attendance.evidence.spans
    else:
        yield from fact.evidence.spans


def _words(fact: Fact) -> Iterator[tuple[str, Span]]:
    """Each slot with the place of its words in the source; what the editor put there has none."""
    match fact:
        case Quote():
            yield from (("words", part) for part in fact.parts)
            yield from _placed(("speaker", fact.speaker_words), ("cue", fact.cue))
        case Commitment():
            yield from _placed(
                ("words", fact.words),
                ("actor", fact.actor_words),
                ("kind", fact.kind_words if fact.kind_words != fact.words else None),
                ("amount", fact.amount),
                ("deadline", fact.deadline),
                ("condition", fact.condition),
                ("beneficiary", fact.beneficiary),
                ("addressee", fact.addressee),
            )
        case Attendee():
            yield from _placed(*(("name", name) for name in fact.names), *(("role", role) for role in fact.roles))
            yield from _placed(*(("mode", attendance.words) for attendance in fact.attendances))
        case Event():
            yield from _placed(("name", fact.name), ("place", fact.place), ("when", fact.when), ("host", fact.host))
            yield from _placed(*(("name", alias) for alias in fact.aliases))
        case Figure():
            yield from _placed(("words", fact.words), ("amount", fact.amount))


def _placed(*slots: tuple[str, Written | When | Amount | None]) -> Iterator[tuple[str, Span]]:
    for name, slot in slots:
        written = slot if isinstance(slot, Written) or slot is None else slot.written
        if written is not None and not isinstance(written, Stated):
            yield name, written.span


class Utf16:
    """Positions of a text as Qt counts them: a letter beyond the first plane takes two."""

    def __init__(self, text: str) -> None:
        self._wide = [place for place, character in enumerate(text) if character > "\uffff"]
        # The position, in Qt's count, from which on the next wide letter has been passed.
        self._passed = [place + before + 1 for before, place in enumerate(self._wide)]

    def of(self, place: int) -> int:
        """Qt's position of a code point."""
        return place + bisect_right(self._wide, place - 1)

    def back(self, position: int) -> int:
        """The code point at one of Qt's positions."""
        return position - bisect_right(self._passed, position - 1)
