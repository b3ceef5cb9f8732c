"""The facts of several articles made one: what every consumer reads."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing.model.article import Article
from briefing.model.facts import Attendee, Commitment, Event, Figure, Quote
from briefing.model.notice import Notice
from briefing.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One of several statements that differ: its words and the sentence that has them."""

    written: str
    evidence: tuple[Span, ...]


class Subject(StrEnum):
    """What sources may differ about; the `doc` catalogue words it (`subject.<value>`)."""

    PLACE = "place"
    DATE = "date"
    COUNT = "count"
    AMOUNT = "amount"
    ROLE = "role"
    MODE = "mode"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Two or more sources that differ: about `subject`, of `about` (the thing in the source's words)."""

    subject: Subject
    about: str
    values: tuple[Variant, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Facts of several articles made one, without a word in any reader's language.

    Every tuple stands in the order in which it should be shown. Ids are unique across the dossier and depend on
    content only. `notices` carry what could not be read, found or verified.
    """

    articles: tuple[Article, ...]
    events: tuple[Event, ...] = ()
    attendees: tuple[Attendee, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    notices: tuple[Notice, ...] = ()
