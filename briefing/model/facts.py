"""What an article says: events, who took part, who undertook what, who said what, which figures."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from briefing.model.errors import InvalidRecord
from briefing.model.span import Span, Written


class Mode(StrEnum):
    """How somebody took part. `quoted`: named and quoted, presence not stated."""

    IN_PERSON = "in_person"
    REMOTE = "remote"
    REPRESENTED = "represented"
    EXPECTED = "expected"
    ABSENT = "absent"
    QUOTED = "quoted"
    MENTIONED = "mentioned"


class Kind(StrEnum):
    """What sort of undertaking a commitment is; `requested` and `declined` are never shown among promises."""

    SIGNED = "signed"
    AGREED = "agreed"
    PLEDGED = "pledged"
    ANNOUNCED = "announced"
    PLANNED = "planned"
    DELIVERED = "delivered"
    REQUESTED = "requested"
    DECLINED = "declined"


class Attribution(StrEnum):
    """How a speaker is known. `resolved`: from a pronoun or title; `described`: the text's own words."""

    NAMED = "named"
    RESOLVED = "resolved"
    DESCRIBED = "described"
    UNKNOWN = "unknown"


class AttendeeKind(StrEnum):
    """A single human being, or a delegation, body, company or crowd."""

    PERSON = "person"
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The sentences that say a fact, the rule that found it, and how sure it is.

    `spans`: whole sentences, at least one. `rule`: a stable dotted id. `confidence`: 0 to 1.
    """

    spans: tuple[Span, ...]
    rule: str
    confidence: float

    def __post_init__(self) -> None:
        if not self.spans:
            raise InvalidRecord(f"{self.rule}: a fact without a sentence")
        if not 0.0 <= self.confidence <= 1.0:
            raise InvalidRecord(f"{self.rule}: confidence {self.confidence} is not between 0 and 1")


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time as written, and the dates it settles beyond doubt.

    `start`, `end`: ISO 8601 dates, inclusive, possibly truncated (`2027`, `2027-06`); `None` where the text
    does not settle them (a weekday never becomes a date from a page's own timestamp).
    """

    written: Written
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A sum or quantity as written; `value` and `currency` (ISO 4217) only where the text settles them.

    `written.text` includes its qualifier ("about $27 billion"); `qualifier` is one of `about`, `up_to`,
    `at_least`, `more_than`, `less_than`, `additional`, or `None`.
    """

    written: Written
    value: Decimal | None = None
    currency: str | None = None
    qualifier: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that took place, as the text has it; `None` for what it does not settle.

    `aliases`: other names in the text for the same event, each with its place.
    """

    id: str
    name: Written | None
    place: Written | None
    when: When | None
    host: Written | None
    evidence: Evidence
    aliases: tuple[Written, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One person's or group's part in one event, or in no stated event (`event` is `None`).

    `words`: those that settle the mode ("spoke by video link"); `None` for `quoted` and `mentioned`.
    """

    event: str | None
    mode: Mode
    words: Written | None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """A person or group, with every name and role as written and where.

    `name`: the fullest form in the sources, or the editor's. `names`: at least one; the best mention first.
    `roles`: role phrases without the organisation's or country's name where these stand apart; best first.
    `country`: ISO 3166-1 alpha-2. `attendances`: at least one; the one that weighs most comes first.
    `gender`: `f` or `m` where the text tells, for languages whose titles have one; else `None`.
    """

    id: str
    kind: AttendeeKind
    name: str
    names: tuple[Written, ...]
    roles: tuple[Written, ...]
    organisation: str | None
    country: str | None
    attendances: tuple[Attendance, ...]
    gender: str | None = None

    def __post_init__(self) -> None:
        if not self.names or not self.attendances:
            raise InvalidRecord(f"{self.name!r}: an attendee needs a mention and an attendance")


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """Who undertakes, asks for or refuses what.

    `actor`: who would act or, for `requested`, who asks; a resolved full name where there is one; `None` if not stated.
    `actor_id`: that attendee's id, `None` for countries and bodies that are no attendee.
    `actor_words`, `kind_words`: the mentions that settle them. `words`: the whole clause, verbatim.
    `addressee`: of a request, who is asked, as written.
    `event`: the event at which it was made, `None` where it is not settled.
    """

    id: str
    kind: Kind
    words: Written
    kind_words: Written
    actor: str | None
    actor_id: str | None
    actor_words: Written | None
    condition: Written | None
    beneficiary: Written | None
    addressee: Written | None
    amount: Amount | None
    deadline: When | None
    event: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Somebody's words, cut from the source.

    `parts`: the spans of the words inside the outer marks, in order, at least one.
    `text`: the cuts joined by a space, white space folded.
    `speaker`: full name (`named`, `resolved`), the text's own words (`described`), `None` (`unknown`).
    `speaker_id`: that attendee's id or `None`. `speaker_words`: the mention beside the quotation.
    `fragment`: whether it is less than a sentence of its own. `language`: BCP 47, of the words.
    `trimmed`: whether the editor has cut words off its start and off its end; print shows an ellipsis there.
    """

    id: str
    parts: tuple[Span, ...]
    text: str
    speaker: str | None
    speaker_id: str | None
    speaker_words: Written | None
    cue: Written | None
    attribution: Attribution
    fragment: bool
    language: str | None
    event: str | None
    evidence: Evidence
    trimmed: tuple[bool, bool] = (False, False)

    def __post_init__(self) -> None:
        if not self.parts or not self.text:
            raise InvalidRecord("a quotation without words")
        if (self.speaker is None) != (self.attribution is Attribution.UNKNOWN):
            raise InvalidRecord("only an unknown speaker has no name or description")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Indirect speech: what somebody is reported to have said, in the reporter's words; kept apart from quotations.

    `words`: the reported clause as it stands. `speaker`, `speaker_id`, `speaker_words`, `attribution`: as of a `Quote`.
    It is neither printed nor edited.
    """

    id: str
    words: Written
    speaker: str | None
    speaker_id: str | None
    speaker_words: Written | None
    cue: Written | None
    attribution: Attribution
    evidence: Evidence

    def __post_init__(self) -> None:
        if (self.speaker is None) != (self.attribution is Attribution.UNKNOWN):
            raise InvalidRecord("only an unknown speaker has no name or description")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number worth knowing: the sum or count, and what it counts, as written.

    `words`: the phrase in which it stands ("around 250 defense companies from more than 30 countries").
    """

    id: str
    amount: Amount
    words: Written
    evidence: Evidence


Fact: TypeAlias = Event | Attendee | Commitment | Quote | Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All facts of one article; ids are unique within it and stable for the same text and rules."""

    article: str
    events: tuple[Event, ...] = ()
    attendees: tuple[Attendee, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
