"""The facts of several articles made one: what every consumer reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from briefing.model.article import Article
from briefing.model.decision import Slot
from briefing.model.facts import Attendee, Commitment, Event, Figure, Quote, Statement
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
class Mark:
    """What the editor has done to one fact.

    `fields`: slots that say what the editor wants them to say. `note`: the editor's remark, printed with the fact.
    `left_out`: the fact is kept for the window and never printed. `added`: no rule found it, the editor did.
    `lost`: the editor's decisions keep it although the rules no longer find it. `decisions`: their numbers.
    """

    accepted: bool = False
    left_out: bool = False
    added: bool = False
    lost: bool = False
    moved: bool = False
    fields: frozenset[Slot] = frozenset()
    note: str | None = None
    decisions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Facts of several articles made one, without a word in any reader's language.

    Every tuple stands in the order in which it should be shown. Ids are unique across the dossier and depend on
    content only. `notices` carry what could not be read, found or verified. `marks`: by fact id, what the editor has
    done to it; facts that nobody touched have none. `statements`: indirect speech, for readers of the JSON.
    """

    articles: tuple[Article, ...]
    events: tuple[Event, ...] = ()
    attendees: tuple[Attendee, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    notices: tuple[Notice, ...] = ()
    marks: Mapping[str, Mark] = field(default_factory=dict)
