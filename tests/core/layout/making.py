"""Dossiers made by hand: facts are named by their words, and their places are looked up in the text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from briefing.layout.layout import Settings, lay_out
from briefing.layout.templates import load
from briefing.locale.reader import find
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
from briefing.model.manuscript import Block, Manuscript, Run, Runs, Table, runs_of
from briefing.model.span import Span, Written

FORUM = (
    "KYIV (AP) — Ukraine hosted a forum on arms.\n"
    "President Volodymyr Zelenskyy, speaking at the opening of the Defence Forum, said that around 250 companies had "
    "gathered Friday in Kyiv.\n"
    "“There is no defence without industry,” said NATO Secretary General Jens Stoltenberg, who spoke by video link.\n"
    "Zelenskyy announced the creation of an alliance. 13 companies have already signed the declaration.\n"
    "Ukraine plans to establish a fund if parliament agrees, Zelenskyy said. He agreed with U.S. President Joe Biden "
    "on a new plan.\n"
    "One official said “we are late”.\n"
)
CONFERENCE = (
    "The Industry Conference is taking place in Washington on December 5-6, 2023. President of Ukraine Volodymyr "
    "Zelenskyy addressed it online.\n"
    "Volodymyr Zelenskyy invited all American companies to cooperate with Ukraine by 2025.\n"
    "“We have already invested about $27 billion in production,” Secretary of Defense Lloyd Austin said. The United "
    "States pledged $50 million by June 2024. It declined to send troops.\n"
    "Organisers counted 300 companies. President Joseph Biden was expected.\n"
)


def article(text: str, **fields: str | None) -> Article:
    """An article of one region; `fields` are those of `Article`."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    regions = (Region(start=0, end=len(text), kind=RegionKind.BODY),) if text else ()
    return Article(id=digest, path=fields.pop("path", None) or "a.txt", text=text, regions=regions, **fields)


@dataclass(frozen=True)
class Scribe:
    """Makes facts of one article from words that stand in it."""

    source: Article
    count: list[int] = field(default_factory=lambda: [0])

    def id(self, kind: str) -> str:
        """A fresh id."""
        self.count[0] += 1
        return f"{kind}-{self.source.id[:6]}-{self.count[0]}"

    def place(self, words: str) -> Span:
        """The first place of `words`."""
        start = self.source.text.index(words)
        return Span(article=self.source.id, start=start, end=start + len(words))

    def written(self, words: str) -> Written:
        """The words with their place."""
        return Written(text=words, span=self.place(words))

    def maybe(self, words: str | None) -> Written | None:
        """The words with their place; `None` stays `None`."""
        return None if words is None else self.written(words)

    def proof(self, words: str) -> Evidence:
        """The line in which the words stand."""
        start = self.source.text.index(words)
        line = self.source.text[self.source.text.rfind("\n", 0, start) + 1 :].split("\n", 1)[0]
        return Evidence(spans=(self.place(line),), rule="test", confidence=0.9)

    def when(self, words: str, start: str | None = None, end: str | None = None) -> When:
        """A time."""
        return When(written=self.written(words), start=start, end=end)

    def event(self, name: str, place: str | None, when: When | None) -> Event:
        """An event named by these words."""
        return Event(
            id=self.id("event"),
            name=self.written(name),
            place=self.maybe(place),
            when=when,
            host=None,
            evidence=self.proof(name),
        )

    def attendance(self, event: str | None, mode: Mode, words: str) -> Attendance:
        """A part in an event, shown by the line with these words."""
        return Attendance(event=event, mode=mode, words=None, evidence=self.proof(words))

    def person(self, name: str, role: str | None, country: str | None, *parts: Attendance) -> Attendee:
        """A person."""
        return Attendee(
            id=self.id("person"),
            kind=AttendeeKind.PERSON,
            name=name,
            names=(self.written(name),),
            roles=(self.written(role),) if role else (),
            organisation=None,
            country=country,
            attendances=parts,
        )

    def commitment(self, kind: Kind, words: str, actor: str | None, **slots: object) -> Commitment:
        """A commitment; `slots`: amount, deadline, condition, addressee, beneficiary (words or records)."""
        records = {name: self.written(value) if isinstance(value, str) else value for name, value in slots.items()}
        empty = dict.fromkeys(("condition", "beneficiary", "addressee", "amount", "deadline", "event"))
        return Commitment(
            id=self.id("commitment"),
            kind=kind,
            words=self.written(words),
            kind_words=self.written(words),
            actor=actor,
            actor_id=None,
            actor_words=None,
            evidence=self.proof(words),
            **{**empty, **records},  # type: ignore[arg-type]
        )

    def quote(self, text: str, speaker: str | None, attribution: Attribution, person: str | None = None) -> Quote:
        """A quotation of one part."""
        return Quote(
            id=self.id("quote"),
            parts=(self.place(text),),
            text=" ".join(text.split()),
            speaker=speaker,
            speaker_id=person,
            speaker_words=None,
            cue=None,
            attribution=attribution,
            fragment=False,
            language=self.source.language,
            event=None,
            evidence=self.proof(text),
        )

    def figure(self, amount: str, words: str) -> Figure:
        """A figure without a currency."""
        written = Amount(written=self.written(amount), value=Decimal(250))
        return Figure(id=self.id("figure"), amount=written, words=self.written(words), evidence=self.proof(words))


def two_events() -> Dossier:
    """Two English articles on two events, with something of everything."""
    first = Scribe(
        article(
            FORUM, title="Forum on arms", language="en", outlet="AP", published="2024-05-03T10:00:00", path="one.txt"
        )
    )
    second = Scribe(
        article(CONFERENCE, title="Conference", language="en", url="https://news.example/a?b=1&c=2", path="two.txt")
    )
    forum = first.event("Defence Forum", "Kyiv", first.when("Friday"))
    conference = second.event(
        "Industry Conference", "Washington", second.when("December 5-6, 2023", "2023-12-05", "2023-12-06")
    )
    host = first.person(
        "Volodymyr Zelenskyy",
        "President",
        "UA",
        first.attendance(forum.id, Mode.IN_PERSON, "speaking at the opening"),
        second.attendance(conference.id, Mode.REMOTE, "addressed it online"),
    )
    nato = first.person(
        "Jens Stoltenberg", "Secretary General", None, first.attendance(forum.id, Mode.REMOTE, "video link")
    )
    absent = first.person("Joe Biden", "President", "US", first.attendance(None, Mode.MENTIONED, "Joe Biden"))
    guest = second.person(
        "Lloyd Austin", "Secretary of Defense", "US", second.attendance(conference.id, Mode.QUOTED, "Lloyd Austin")
    )
    sum_ = Amount(written=second.written("$50 million"), value=Decimal(50_000_000), currency="USD")
    return Dossier(
        articles=(first.source, second.source),
        events=(forum, conference),
        attendees=(host, nato, guest, absent),
        commitments=(
            first.commitment(Kind.ANNOUNCED, "Zelenskyy announced the creation of an alliance", "Volodymyr Zelenskyy"),
            first.commitment(Kind.DELIVERED, "13 companies have already signed the declaration", "13 companies"),
            first.commitment(
                Kind.PLANNED, "Ukraine plans to establish a fund", "Ukraine", condition="if parliament agrees"
            ),
            second.commitment(
                Kind.REQUESTED,
                "invited all American companies to cooperate with Ukraine by 2025",
                "Volodymyr Zelenskyy",
                addressee="all American companies",
                deadline=second.when("by 2025", None, "2025"),
            ),
            second.commitment(
                Kind.PLEDGED,
                "States pledged $50 million by June 2024",
                "United States",
                amount=sum_,
                deadline=second.when("by June 2024", None, "2024-06"),
            ),
            second.commitment(Kind.DECLINED, "It declined to send troops", None),
        ),
        quotes=(
            first.quote("There is no defence without industry,", nato.name, Attribution.NAMED, nato.id),
            first.quote("we are late", "One official", Attribution.DESCRIBED),
            second.quote("We have already invested about $27 billion in production,", None, Attribution.UNKNOWN),
        ),
        figures=(first.figure("around 250", "around 250 companies"),),
        disagreements=(
            Disagreement(
                subject=Subject.COUNT,
                about="companies",
                values=(
                    Variant(written="around 250 companies", evidence=first.proof("around 250").spans),
                    Variant(written="300 companies", evidence=second.proof("300 companies").spans),
                ),
            ),
        ),
    )


def settings(locale: str = "uk", template: str = "standard", folder: Path | None = None, **wanted: object) -> Settings:
    """Settings with a locale and template by name."""
    return Settings(locale=find(locale), template=load(template, folder), **wanted)  # type: ignore[arg-type]


def brief(dossier: Dossier, locale: str = "uk", template: str = "standard", **wanted: object) -> Manuscript:
    """A laid-out dossier."""
    return lay_out(dossier, settings(locale, template, None, **wanted)).value


def words(runs: Runs) -> str:
    """The words of runs."""
    return "".join(run.text for run in runs)


def runs_in(blocks: tuple[Block, ...]) -> list[Run]:
    """Every run of the blocks."""
    return [run for block in blocks for runs in runs_of(block) for run in runs]


def dump(manuscript: Manuscript) -> str:
    """The whole brief as plain text, one line per paragraph or table row."""
    lines: list[str] = []
    for block in manuscript.blocks:
        if isinstance(block, Table):
            lines += [" | ".join(words(cell) for cell in row) for row in (block.header, *block.rows)]
        else:
            lines += [f"{type(block).__name__}: {words(runs)}" for runs in runs_of(block)]
    return "\n".join(lines)
